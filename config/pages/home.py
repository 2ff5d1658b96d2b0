"""The home page."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.models import Edition
from roles.pages.structured_data import absolute_url
from web.page import Page
from web.response_cache import respond_and_cache

FEATURED = "technical-product-manager"


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """What Rolebook is, and every role by family."""
    roles = [*Edition.objects.live().cards().order_by("family", "title")[:200]]
    context = {
        "families": [{"name": name, "roles": [*group]} for name, group in groupby(roles, lambda role: role.family)],
        "featured": next((role for role in roles if role.slug == FEATURED), roles[0] if roles else None),
        "canonical": absolute_url(reverse("home")),
    }
    return respond_and_cache(request, Page.render("home.html", context))
