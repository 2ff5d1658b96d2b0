"""The two languages of a page, in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from roles.language import KITS, language

register = template.Library()


@register.simple_tag
def site_lang() -> SafeString:
    """The attributes of a page in the site's language: <html {% site_lang %}>."""
    return format_html('lang="{}" dir="{}"', language(), "rtl" if get_language_bidi() else "ltr")


@register.simple_tag
def kit_lang() -> SafeString:
    """The attribute of an element with a kit's text, on a site that speaks another language: <p{% kit_lang %}>."""
    return mark_safe("" if language() == KITS else f' lang="{KITS}"')  # noqa: S308 our own
