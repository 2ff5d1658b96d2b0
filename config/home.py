"""The home page, and the small files that machines ask a site for."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.models import Edition
from roles.pages import Page, respond
from roles.structured_data import absolute

FEATURED = "technical-product-manager"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Rolebook is, and every role by family."""
    roles = [*Edition.objects.live().cards().order_by("family", "title")[:200]]
    context = {
        "families": [{"name": name, "roles": [*group]} for name, group in groupby(roles, lambda role: role.family)],
        "featured": next((role for role in roles if role.slug == FEATURED), roles[0] if roles else None),
        "canonical": absolute(reverse("home")),
    }
    return respond(request, Page.render("home.html", context))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the admin and what belongs to one person."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /packs/",
        "Disallow: /shared/",
        "Disallow: /previews/",
        "",
    ]
    text = "\n".join([*lines, f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}", ""])
    return respond(request, Page.of(text, "text/plain; charset=utf-8"))
