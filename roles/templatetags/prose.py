"""A kit's texts in templates."""

from collections.abc import Mapping

from django import template

from roles import prose

register = template.Library()

register.filter("blanks", prose.line_html)
register.filter("prose", prose.prose_html)


@register.filter
def role_title(slug: str, titles: Mapping[str, str]) -> str:
    """The title of a role, or its slug in words where the library does not hold that role."""
    return titles.get(slug) or slug.replace("-", " ").capitalize()
