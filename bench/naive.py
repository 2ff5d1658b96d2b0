"""The naive rendering: a role page made anew for each request, its rows read and its templates rendered every time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from config.urls import urlpatterns as site
from roles.models import Edition
from roles.pages.roles import build_role_view
from web.view import render_view


def role(request: HttpRequest, slug: str) -> HttpResponse:
    """What the site would do without keeping anything."""
    edition = get_object_or_404(Edition.objects.live(), slug=slug)
    shown = Edition.objects.shown_with(edition)
    neighbours = [other for other in shown if other.role_id != edition.role_id]
    log = [other for other in shown if other.role_id == edition.role_id]
    return render_view(request, build_role_view(edition.kit, edition, log=log, neighbours=neighbours))


urlpatterns = [path("naive/<slug:slug>/", role), *site]
