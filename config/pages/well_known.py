"""Small files that machines ask a site for: robots.txt, llms.txt and security.txt."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from company.site import read_site_name
from roles.models.edition import Edition
from web.language import folder_of, list_folders
from web.page import Page, respond_with_page
from web.view import absolute_url

PLAIN = "text/plain; charset=utf-8"
PRIVATE = ("packs", "shared", "company", "previews")  # folders of what belongs to one person, in every language
MOST_ROLES_OF_LLMS = 500
SECURITY_DAYS = 180  # how long security.txt may be trusted; the standard asks for less than a year


@require_safe
def show_robots(request: HttpRequest) -> HttpResponse:
    """Answer robots.txt: robots may read all but the desk and pages that belong to one person."""
    lines = [
        "User-agent: *",
        *(["Disallow: /admin/"] if settings.ADMIN_PATH == "admin" else []),  # a name of its own is not told
        *(f"Disallow: {folder}/{name}/" for folder in ("", *map(folder_of, list_folders())) for name in PRIVATE),
        "Disallow: /passwords/",
        "",
    ]
    text = "\n".join([*lines, f"Sitemap: {absolute_url(reverse('sitemap'))}", ""])
    return respond_with_page(request, Page.from_body(text, PLAIN))


@require_safe
def show_llms(request: HttpRequest) -> HttpResponse:
    """Answer llms.txt (https://llmstxt.org): the pages and data that a language model may read, with MOST_ROLES_OF_LLMS
    roles at most. One query.
    """
    roles = Edition.objects.shown().cards().order_by("title")[:MOST_ROLES_OF_LLMS]
    pages = [
        ("Every role", "role-list", "by family, with pay, experience and demand"),
        ("Questions and answers", "faq", "each answer on a page of its own"),
        ("Compare two roles", "compare", "the pairs that people confuse"),
        ("Levels", "ladder", "product management from associate to head of product"),
        ("Data", "api", "every kit as JSON and YAML, and all editions"),
    ]
    lines = [
        f"# {read_site_name()}",
        "",
        "> Open hiring kits: a job description, pay and interview questions for a role, with every figure's source.",
        "",
        "Figures come with their source, year and area. Keep these when you repeat one.",
        "",
        "## Roles",
        "",
        *(f"- [{role.title}]({absolute_url(role.get_absolute_url())}): {role.summary}" for role in roles),
        "",
        "## Pages",
        "",
        *(f"- [{title}]({absolute_url(reverse(name))}): {text}" for title, name, text in pages),
        "",
    ]
    return respond_with_page(request, Page.from_body("\n".join(lines), PLAIN))


@require_safe
def show_security(request: HttpRequest) -> HttpResponse:
    """Answer security.txt (RFC 9116): where to report a weakness, valid for SECURITY_DAYS."""
    last = datetime.combine(timezone.now().date() + timedelta(days=SECURITY_DAYS), time(), UTC)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {last:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute_url(request.path)}",
        "",
    ]
    return respond_with_page(request, Page.from_body("\n".join(lines), PLAIN))


urlpatterns = [
    path("robots.txt", show_robots, name="robots"),
    path("llms.txt", show_llms, name="llms"),
    path(".well-known/security.txt", show_security, name="security"),
]
