"""A preview can be sent to a reviewer, names the time it expires, and expires."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from roles.models.working_copy import Role
from roles.pages import previews
from roles.publishing.preview_links import LASTS, preview_path
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def role():
    role = a_published_kit().role
    save_kit(a_kit(title="Half a thought"))
    return role


def test_a_reviewer_needs_no_account_and_gets_no_cookie(role):
    page = Client().get(preview_path(role))
    html = page.content.decode()
    assert "Half a thought" in html
    assert f"until {timezone.now() + LASTS:%B}" in html
    assert not page.cookies
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' not in html


def test_a_preview_ends(role, monkeypatch):
    path = preview_path(role)
    later = timezone.now() + LASTS + timedelta(seconds=2)
    monkeypatch.setattr(previews.timezone, "now", lambda: later)
    page = Client().get(path)
    assert page.status_code == 410
    assert b"This preview has expired" in page.content
    assert b"Half a thought" not in page.content


@pytest.mark.parametrize("spoil", [lambda token: token[:-1] + "A" * 2, lambda token: "x" + token, lambda _: "1"])
def test_an_address_that_is_not_ours_is_not_found(role, spoil):
    token = preview_path(role).split("/")[2]
    assert Client().get(f"/previews/{spoil(token)}/").status_code == 404


def test_a_token_of_another_kind_is_not_found(role):
    assert Client().get(f"/previews/{signing.dumps([role.pk, 9_999_999_999])}/").status_code == 404


def test_a_kit_that_is_not_whole_says_what_is_missing(role):
    Role.objects.update(overview="")
    page = Client().get(preview_path(role))
    assert b"<strong>overview</strong>: missing" in page.content
