"""The naive rendering: a role page made anew for each request, its rows read and its templates rendered every time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path

from config.urls import urlpatterns as site
from roles.models import Edition
from roles.pages.roles import build_role_context


def role(request: HttpRequest, slug: str) -> HttpResponse:
    """What the site would do without keeping anything."""
    edition = get_object_or_404(Edition.objects.live(), slug=slug)
    shown = Edition.objects.shown_with(edition)
    neighbours = [other for other in shown if other.role_id != edition.role_id]
    log = [other for other in shown if other.role_id == edition.role_id]
    context = build_role_context(edition.kit, edition, log=log, neighbours=neighbours)
    return HttpResponse(render_to_string("roles/role_detail.html", context))


urlpatterns = [path("naive/<slug:slug>/", role), *site]
