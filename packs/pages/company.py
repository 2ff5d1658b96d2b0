"""The company that a request works for, given to it by middleware."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from company.profile import ProfileInUse
from company.site import read_site_company
from company.store import find_profile
from packs.pages.letterhead import choose_letterhead
from roles.publishing.library_version import read_current_version

FIELD = "profile"  # of the workbench's forms: the token of a private profile


def attach_company(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request `find_company()`: the profile whose token its form carries, or else the site's own, which
    `find_site_company()` gives in any case. `choose_letterhead(company)` gives what a company's documents are on.

    Let what of the brand travels within the page through the content policy too.

    A form with a token that opens nothing counts as one without, and so does any where the site has locked a part of
    its own profile.
    """

    def answer_with_company(request: HttpRequest) -> HttpResponse:
        request.find_company = lambda: find_company(request)  # type: ignore[attr-defined] # for views of the workbench
        request.find_site_company = find_site_company  # type: ignore[attr-defined]
        request.choose_letterhead = choose_letterhead  # type: ignore[attr-defined]
        response = get_response(request)
        allowed = read_site_company().branding.list_policy_sources()
        if allowed:
            policy: dict[str, list[str]] = settings.SECURE_CSP  # type: ignore[assignment] # lists, all of them
            wider = {name: [*policy[name], *sources] for name, sources in allowed.items()}
            response._csp_config = {**policy, **wider}  # type: ignore[attr-defined] # of Django
        return response

    return answer_with_company


def find_company(request: HttpRequest) -> ProfileInUse:
    """The profile that a request works with; the default one says nothing. Up to two queries."""
    site = find_site_company()
    token = request.POST.get(FIELD, "") if request.method == "POST" and not site.locked else ""
    profile = find_profile(token) if token else None
    return profile.current().in_use(token=token) if profile else site


def find_site_company() -> ProfileInUse:
    """The site's own profile, at most settings.SECONDS_STALE old."""
    read_current_version()  # notes its changes
    return read_site_company().in_use
