"""Where a template is at home, in templates: each tag takes a kit's slug."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from occupations.codes import read_occupation_slug
from packs.pages import template_addresses

register = template.Library()

register.simple_tag(template_addresses.home_path, name="home_path")
register.simple_tag(template_addresses.job_path, name="job_path")
register.simple_tag(template_addresses.interviews_path, name="interviews_path")
register.simple_tag(template_addresses.count_path, name="count_path")


@register.simple_tag
def is_unedited(slug: str) -> bool:
    """Whether a template was made by rule for an occupation, and not by an editor."""
    return read_occupation_slug(slug) is not None


@register.simple_tag
def shelf_path(slug: str) -> str:
    """The path of the list that a kit is in, or of the page that a text of one's own comes from."""
    if slug == template_addresses.OWN_SLUG:
        return reverse("own")
    return reverse("occupation-list" if read_occupation_slug(slug) else "role-list")


@register.simple_tag
def shelf_label(slug: str) -> str:
    """The name of the list that a kit is in, or of the page that a text of one's own comes from, in the current
    language.
    """
    if slug == template_addresses.OWN_SLUG:
        return _("Review yours")
    return _("Occupations") if read_occupation_slug(slug) else _("Roles")
