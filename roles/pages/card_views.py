"""The addresses of the social cards."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from roles.models import Edition
from roles.pages.cards import SITE_CARD, Card, comparison_card, draw
from roles.pages.cards import role_card as card_of_role
from roles.publishing.live import live_edition_or_404
from web.page import Page, kept, respond


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """The card of every page without one of its own."""
    return respond(request, _site_card())


@require_safe
def role_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card of a role."""
    return respond(request, _role_card(live_edition_or_404(slug)))


@require_safe
def comparison_card_view(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """The card of two roles."""
    return respond(request, _comparison_card(live_edition_or_404(first), live_edition_or_404(second)))


@kept
def _site_card() -> Page:
    return _page(SITE_CARD)


@kept
def _role_card(edition: Edition) -> Page:
    return _page(card_of_role(edition))


@kept
def _comparison_card(one: Edition, other: Edition) -> Page:
    return _page(comparison_card(one, other))


def _page(card: Card) -> Page:
    return Page.of(draw(card), "image/png")
