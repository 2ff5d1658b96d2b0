"""A private profile as opened by its link."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from company.models import Profile, ProfileVersion
from company.store import find_profile
from packs.pages.private import keep_private
from web.view import View, render_view

type ProfileView[**P] = Callable[Concatenate[HttpRequest, OpenProfile, P], HttpResponse]
type ProfileTokenView[**P] = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


class GoneProfileView(View, frozen=True, kw_only=True):
    """The page for a link that opens no profile."""

    template = "company/gone.html"


class OpenProfile:
    """A profile with its current version and the token of the link that opened it."""

    profile: Profile
    token: str
    current: ProfileVersion

    def __init__(self, profile: Profile, token: str) -> None:
        self.profile, self.token = profile, token
        self.current = profile.current()

    def build_address(self, name: str = "company") -> str:
        """The path of one of the profile's pages, by the name of its URL pattern."""
        return reverse(name, args=[self.token])

    @property
    def name(self) -> str:
        """The company's name in the current version."""
        return self.current.value.name


def opened_profile[**P](view: ProfileView[P]) -> ProfileTokenView[P]:
    """Make a view private: it gets the profile that the token in the address opens. Answers 404 with a page for an
    unknown token.
    """

    @keep_private
    @wraps(view)
    def open_profile(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        profile = find_profile(token)
        try:
            if profile is not None:
                return view(request, OpenProfile(profile, token), *args, **kwargs)
        except (Profile.DoesNotExist, ProfileVersion.DoesNotExist):
            pass  # deleted since it was found
        return render_view(request, GoneProfileView(), status=404)

    return open_profile
