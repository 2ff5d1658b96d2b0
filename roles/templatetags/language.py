"""The two languages of a page, in templates."""

from django import template
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from roles.kit.language import KITS, current_language, kit_attributes

NOTHING = SafeString("")

register = template.Library()


register.simple_tag(current_language, name="site_lang")


@register.simple_tag
def site_direction() -> str:
    """Which way the site's language is written: ltr or rtl."""
    return "rtl" if get_language_bidi() else "ltr"


@register.simple_tag
def kit_lang() -> SafeString:
    """The attribute of an element with a kit's text, on a site that speaks another language: <p{% kit_lang %}>."""
    return NOTHING if current_language() == KITS else flatatt(kit_attributes())


@register.filter
def of_kit(text: str) -> SafeString:
    """A kit's text in the middle of a line of the site's own, in an element where the site speaks another language."""
    return (
        format_html("<span{}>{}</span>", kit_lang(), text) if current_language() != KITS else conditional_escape(text)
    )
