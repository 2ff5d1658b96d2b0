"""The admin works in a browser under the site's policy: `context` fails on any blocked style or script."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests import browser


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_editor_signs_in_under_the_policy(page: Page) -> None:
    User.objects.create_superuser("editor", password="correct horse")
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="The editors’ desk")).to_be_visible()
    page.goto("/admin/auth/user/add/")
    expect(page.get_by_label("Username")).to_be_visible()


def test_no_chromium_fails_where_it_must_not_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "NAMES", ("no-such-program",))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Install the chromium package"):
        browser.chromium()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        browser.chromium()
