"""A kit's texts in templates."""

import re
from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString, mark_safe

from roles.kit.language import kit_lang
from roles.kit.prose import line_html, prose_html

register = template.Library()

BLOCK = re.compile(r"<(p|ul|ol|blockquote)>")

register.filter("blanks", line_html)


@register.filter
def prose(text: str) -> SafeString:
    """Markdown as HTML, each block with the language of kits where the site's language is another."""
    html = prose_html(text)
    attribute = kit_lang()
    return mark_safe(BLOCK.sub(rf"<\1{attribute}>", html)) if attribute else html  # noqa: S308 cleaned


@register.filter
def role_title(slug: str, titles: Mapping[str, str]) -> str:
    """The title of a role, by its slug in `titles`, or the slug in words."""
    return titles.get(slug) or slug.replace("-", " ").capitalize()
