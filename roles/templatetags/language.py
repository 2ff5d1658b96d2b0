"""The two languages of a page, in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from roles.language import KITS, language

register = template.Library()


register.simple_tag(language, name="site_lang")


@register.simple_tag
def site_direction() -> str:
    """Which way the site's language is written: ltr or rtl."""
    return "rtl" if get_language_bidi() else "ltr"


@register.simple_tag
def kit_lang() -> SafeString:
    """The attribute of an element with a kit's text, on a site that speaks another language: <p{% kit_lang %}>."""
    return mark_safe("" if language() == KITS else f' lang="{KITS}"')  # noqa: S308 our own
