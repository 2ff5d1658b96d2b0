"""The addresses of the social cards."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from roles.models.edition import Edition
from roles.pages.cards import SITE_CARD, Card, build_role_card, comparison_card, draw_card
from roles.publishing.live import live_edition_or_404
from web.page import Page, cached_by_arguments, respond_with_page


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """Answer the picture for links to pages that have no card of their own. Caches may keep it."""
    return respond_with_page(request, _site_card())


@require_safe
def show_role_card(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a role's social card as PNG, kept for SECONDS_CACHED. Raises Http404 for a role that isn't live."""
    return respond_with_page(request, _role_card(live_edition_or_404(slug)))


@require_safe
def comparison_card_view(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Answer the social card of two roles as PNG, kept for SECONDS_CACHED. Raises Http404 where one isn't live."""
    return respond_with_page(request, _comparison_card(live_edition_or_404(first), live_edition_or_404(second)))


@cached_by_arguments
def _site_card() -> Page:
    return _render_card(SITE_CARD)


@cached_by_arguments
def _role_card(edition: Edition) -> Page:
    return _render_card(build_role_card(edition))


@cached_by_arguments
def _comparison_card(one: Edition, other: Edition) -> Page:
    return _render_card(comparison_card(one, other))


def _render_card(card: Card) -> Page:
    return Page.from_body(draw_card(card), "image/png")
