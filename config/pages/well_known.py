"""Small files that machines ask a site for: robots.txt, llms.txt and security.txt."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from roles.models import Edition
from roles.pages.structured_data import absolute
from web.page import Page, respond

PLAIN = "text/plain; charset=utf-8"
MOST_ROLES = 500
SECURITY_DAYS = 180  # how long security.txt may be trusted; the standard asks for less than a year


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the admin and what belongs to one person."""
    lines = [
        "User-agent: *",
        *(["Disallow: /admin/"] if settings.ADMIN_PATH == "admin" else []),  # a name of its own is not told
        "Disallow: /packs/",
        "Disallow: /shared/",
        "Disallow: /previews/",
        "",
    ]
    text = "\n".join([*lines, f"Sitemap: {absolute(reverse('sitemap'))}", ""])
    return respond(request, Page.of(text, PLAIN))


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What a language model may read here (https://llmstxt.org)."""
    roles = Edition.objects.live().cards().order_by("title")[:MOST_ROLES]
    pages = [
        ("Every role", "role-list", "by family, with pay, experience and demand"),
        ("Questions and answers", "faq", "each answer on a page of its own"),
        ("Compare two roles", "compare", "the pairs that people confuse"),
        ("Levels", "ladder", "product management from associate to head of product"),
        ("Data", "api", "every kit as JSON and YAML, and all editions"),
    ]
    lines = [
        "# Rolebook",
        "",
        "> Open hiring kits: a job description, pay and interview questions for a role, with every figure's source.",
        "",
        "Figures stand with their source, year and area. Keep these when you repeat one.",
        "",
        "## Roles",
        "",
        *(f"- [{role.title}]({absolute(reverse('kit-yaml', args=[role.slug]))}): {role.summary}" for role in roles),
        "",
        "## Pages",
        "",
        *(f"- [{title}]({absolute(reverse(name))}): {text}" for title, name, text in pages),
        "",
    ]
    return respond(request, Page.of("\n".join(lines), PLAIN))


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    last = datetime.combine(timezone.now().date() + timedelta(days=SECURITY_DAYS), time(), UTC)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {last:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute(request.path)}",
        "",
    ]
    return respond(request, Page.of("\n".join(lines), PLAIN))


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
    path(".well-known/security.txt", security, name="security"),
]
