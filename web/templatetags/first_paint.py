"""What travels within every page: settings.FIRST_STYLES and settings.FIRST_SCRIPT, which the content policy knows."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def first_styles() -> SafeString:
    """The styles of the first screen as a `style` element, which the content policy allows by its hash."""
    return mark_safe(f"<style>{settings.FIRST_STYLES}</style>")  # noqa: S308 # our own file


@register.simple_tag
def first_script() -> SafeString:
    """The script that sets the theme before anything is shown, as a `script` element."""
    return mark_safe(f"<script>{settings.FIRST_SCRIPT}</script>")  # noqa: S308 # our own file
