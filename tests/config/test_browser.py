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


@pytest.mark.browser
def test_what_is_not_made_alike_stays_to_be_looked_at(page: Page) -> None:
    items = "<li><a href='#'>x</a></li>" * 9 + "<li class='odd'>x</li><li><a href='#' aria-current='true'>x</a></li>"
    page.set_content(f"<ul>{items}</ul><table><tr>{'<td>1</td>' * 9}</tr></table>")
    page.evaluate(browser.KEEP_FEW, browser.ALIKE)
    assert page.locator("li").count() == browser.ALIKE + 2
    assert page.locator("td").count() == 9


def test_no_chromium_fails_where_it_must_not_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "NAMES", ("no-such-program",))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Install the chromium package"):
        browser.chromium()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        browser.chromium()
