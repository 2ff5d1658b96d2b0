"""The two languages of a page, in templates."""

from django import template
from django.utils.translation import get_language_bidi

from roles.kit.language import current_language, kit_lang, of_kit

register = template.Library()


register.simple_tag(current_language, name="site_lang")
register.simple_tag(kit_lang)
register.filter("of_kit", of_kit)


@register.simple_tag
def site_direction() -> str:
    """Which way the site's language is written: ltr or rtl."""
    return "rtl" if get_language_bidi() else "ltr"
