"""The brand's logo, the same for everyone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from company.site import read_site_company
from web.page import Page
from web.response_cache import respond_and_cache

PNG = "image/png"


@require_safe
def show_logo(request: HttpRequest) -> HttpResponse:
    """Answer the site's logo as a PNG. Raises Http404 for a site without one."""
    logo = read_site_company().branding.logo
    if not logo:
        raise Http404("this site has no logo")
    return respond_and_cache(request, Page.from_body(logo, PNG))
