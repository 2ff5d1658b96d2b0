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
    """Middleware that gives each request `find_company()`, the profile whose token its form carries or else the site's
    own; `find_site_company()`; and `choose_letterhead(company)`. Also lets the brand's styles and logo through the
    content policy.

    A token that opens nothing is ignored, and so is any where the site locks a part of its own profile.
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
    """The profile with which a request works; an empty one where there is none. Two queries at most."""
    site = find_site_company()
    token = request.POST.get(FIELD, "") if request.method == "POST" and not site.locked else ""
    profile = find_profile(token) if token else None
    return profile.current().in_use(token=token) if profile else site


def find_site_company() -> ProfileInUse:
    """The site's own profile, at most settings.SECONDS_STALE seconds old."""
    read_current_version()  # notes its changes
    return read_site_company().in_use
