"""The home page."""

from collections.abc import Sequence
from itertools import groupby

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from compensation.resolver import reword_headline
from roles.kit.figures import PayHeadline
from roles.models.edition import Edition
from web.page import Page
from web.response_cache import respond_and_cache
from web.view import View, absolute_url

FEATURED = "technical-product-manager"
MOST_ROLES_AT_HOME = 200


class Family(msgspec.Struct, frozen=True):
    """A family of roles: its name, and its live editions by title."""

    name: str
    roles: Sequence[Edition]


class HomeView(View, frozen=True, kw_only=True):
    """The home page: the live roles by family, and one as an example or None. `sources` stand for those of all
    headlines: one for each label, publisher, period and area.
    """

    template = "home.html"

    families: Sequence[Family]
    featured: Edition | None
    sources: Sequence[PayHeadline]


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """The home page: what Rolebook is, and the live roles by family, MOST_ROLES_AT_HOME at most. The same page for
    everyone, which caches may keep.
    """
    roles = [*Edition.objects.shown().cards().order_by("family", "title")[:MOST_ROLES_AT_HOME]]
    view = HomeView(
        families=[Family(name, [*group]) for name, group in groupby(roles, lambda role: role.family)],
        featured=next(
            (role for role in roles if FEATURED in (role.slug, role.translates)), roles[0] if roles else None
        ),
        sources=choose_sources([reword_headline(role.pay.headlines[0]) for role in roles if role.pay.headlines]),
        canonical=absolute_url(reverse("home")),
    )
    return respond_and_cache(request, Page.render(view))


def choose_sources(headlines: Sequence[PayHeadline]) -> Sequence[PayHeadline]:
    """The first headline of each label, publisher, period and area."""
    return [*{(each.label, each.publisher, each.period, each.area): each for each in reversed(headlines)}.values()][
        ::-1
    ]
