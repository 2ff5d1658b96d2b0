"""The brand of the site, in templates."""

from django import template

from company.branding import Branding
from company.site import read_site_company, read_site_name

register = template.Library()


register.simple_tag(read_site_name, name="site_name")


@register.simple_tag
def read_branding() -> Branding:
    """The site's brand, from what the process keeps: {% read_branding as branding %}."""
    return read_site_company().branding
