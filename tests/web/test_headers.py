"""What every response says about what a browser may do with it."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import include, path

from config import urls


def page(request: HttpRequest) -> HttpResponse:
    """A page as library pages are: a template, nothing personal."""
    return HttpResponse(engines["django"].from_string("<h1>{{ title }}</h1>").render({"title": "Page"}, request))


urlpatterns = [path("page", page), path("", include(urls))]


@pytest.mark.parametrize("address", ["/healthz", "/admin/login/", "/nothing-here"])
@pytest.mark.django_db
def test_every_response_carries_the_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "clipboard-write=(self)" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers, "plain HTTP must work on one's own machine"


@pytest.mark.parametrize("address", ["/healthz", "/admin/login/"])
@pytest.mark.django_db
def test_the_policy_starts_from_nothing_and_allows_nothing_unsafe(client: Client, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    for unsafe in ("unsafe", "*", "data:", "http", "nonce"):
        assert unsafe not in policy


@pytest.mark.urls("tests.web.test_headers")
def test_a_page_sets_no_cookie_varies_on_none_and_needs_no_database(client: Client) -> None:
    editor = f"sessionid={'s' * 32}; csrftoken={'c' * 32}"
    response = client.get("/page", headers={"cookie": editor})
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
