"""Role pages without what a worker has in memory: made again for each request, and as another worker has stored it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from config.urls import urlpatterns as site
from roles.models.edition import Edition
from roles.pages.roles import build_role_view, render_role
from roles.pages.stored_pages import find_page
from roles.publishing.live import live_edition_or_404
from web.page import respond_with_page
from web.view import render_view


def role(request: HttpRequest, slug: str) -> HttpResponse:
    """What the site would do without keeping anything."""
    edition = get_object_or_404(Edition.objects.live(), slug=slug)
    shown = Edition.objects.shown_with(edition)
    neighbours = [other for other in shown if other.role_id != edition.role_id]
    log = [other for other in shown if other.role_id == edition.role_id]
    return render_view(request, build_role_view(edition.kit, edition, log=log, neighbours=neighbours))


def stored_role(request: HttpRequest, slug: str) -> HttpResponse:
    """What the site does for a page that another worker has rendered and this one has not."""
    return respond_with_page(request, find_page(slug) or render_role(live_edition_or_404(slug)))


urlpatterns = [path("naive/<slug:slug>/", role), path("stored/<slug:slug>/", stored_role), *site]
