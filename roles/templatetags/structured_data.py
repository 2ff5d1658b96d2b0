"""Structured data in templates."""

import msgspec
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# The characters that could end the script element or start markup, as JSON escapes.
ESCAPES = {ord("<"): r"\u003c", ord(">"): r"\u003e", ord("&"): r"\u0026"}


@register.filter
def json_ld(data: dict[str, object]) -> SafeString:
    """Data as JSON to put inside a script element, which no text in it can end."""
    return mark_safe(msgspec.json.encode(data).decode().translate(ESCAPES))  # noqa: S308 every < is escaped
