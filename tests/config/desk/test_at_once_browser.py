"""Two editors, one scheduler and one restorer on one role at once: no word is lost and nothing unseen goes live."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import publish_role
from roles.publishing.rows import load_kit, save_kit
from tests.browser import new_window
from tests.desk import a_member
from tests.factories import a_kit, a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROUNDS = 3
PEOPLE = {"ada": "Author", "ben": "Author", "sam": "Publisher", "rae": "Editor"}  # editors, scheduler, restorer
type Windows = dict[str, Page]


@pytest.fixture
def role() -> Role:
    """A role whose second edition is live, with a draft that nobody has published."""
    role = a_published_kit(overview="Of the first edition.").role
    save_kit(a_kit(overview="Of the second edition."))
    publish_role(Role.objects.get(), note="2")
    save_kit(a_kit(overview="Of the draft."))
    Role.objects.get().count_save()
    return role


@pytest.fixture
def windows(browser: Browser, site_url: str, role: Role) -> Iterator[Windows]:
    """A window of each person, who is signed in."""
    opened: Windows = {}
    for name, group in PEOPLE.items():
        a_member(group, name)
        page = opened[name] = new_window(browser, base_url=site_url).new_page()
        page.route("**/typed/", lambda route: route.abort())  # previews would take the connections of the presses
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill("correct horse")
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("#user-tools")).to_be_visible()
    yield opened
    for page in opened.values():
        page.context.close()


def address(role: Role, end: str) -> str:
    return f"/admin/roles/role/{role.pk}/{end}"


def write(page: Page, role: Role, words: str) -> None:
    page.goto(address(role, "change/overview/"))
    page.locator("#id_overview").fill(words)


def plan(page: Page, role: Role) -> None:
    """Look at what would be published tomorrow."""
    page.goto(address(role, "publish/"))
    page.get_by_label("What changed").fill("Tomorrow's edition")
    page.get_by_label("Live from").fill(f"{timezone.now() + timedelta(days=1):%Y-%m-%dT%H:%M}")
    if (accept := page.get_by_label("I have read the warnings")).count():
        accept.check()


def press_at_once(*buttons: Any) -> None:
    """Press buttons of several windows without waiting for one another, then wait for all the answers."""
    pages = [button.page for button in buttons]
    for page in pages:
        page.evaluate("document.getElementById('main').dataset.before = 'yes'")
    for button in buttons:
        button.click(no_wait_after=True)
    for page in pages:
        expect(page.locator("#main:not([data-before]) #content")).to_be_visible()


def save_button(page: Page) -> Any:
    return page.locator('input[name="_continue"]')


def publish_button(page: Page) -> Any:
    return page.get_by_role("button", name="Publish")


def restore_button(page: Page) -> Any:
    return page.get_by_role("button", name="Restore into the desk")


def is_done(page: Page) -> bool:
    return page.locator(".messagelist .success").count() > 0


def read_desk() -> Kit:
    return load_kit(Role.objects.get())


def find_scheduled() -> Edition | None:
    return Edition.objects.filter(live_from__gt=timezone.now()).first()


def check_nothing_is_lost(windows: Windows, seen: Kit, typed: dict[str, str]) -> None:
    """Whoever was told that it's done finds their words on the desk; all others still have them before them."""
    desk = read_desk().overview
    done = [name for name in (*typed, "rae") if is_done(windows[name])]
    assert len(done) == 1, "of those who opened the same state, one gets through"
    assert desk == typed.get(done[0], "Of the first edition.")
    for name in set(typed) - {*done}:
        expect(windows[name].locator("#id_overview")).to_have_value(typed[name])
    scheduled = find_scheduled()
    assert (scheduled is not None) == is_done(windows["sam"])
    if scheduled is not None:
        assert scheduled.kit == seen
    assert Edition.objects.live().get().kit.overview == "Of the second edition."


def test_four_people_press_at_once_and_no_word_is_lost_and_nothing_unseen_goes_live(windows, role):
    for turn in range(ROUNDS):
        typed = {name: f"Of {name}, turn {turn}." for name in ("ada", "ben")}
        for name, words in typed.items():
            write(windows[name], role, words)
        plan(windows["sam"], role)
        seen = read_desk()
        windows["rae"].goto(address(role, "editions/1/restore/"))
        buttons = [
            save_button(windows["ada"]),
            publish_button(windows["sam"]),
            restore_button(windows["rae"]),
            save_button(windows["ben"]),
        ]
        press_at_once(*buttons[turn:], *buttons[:turn])
        check_nothing_is_lost(windows, seen, typed)
        Edition.objects.filter(live_from__gt=timezone.now()).delete()
        save_kit(a_kit(overview=f"Of draft {turn}."))
        Role.objects.get().count_save()


def press(button: Any) -> None:
    press_at_once(button)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_save_that_the_site_cannot_take_leaves_the_words_where_they_are(windows, role, status):
    page = windows["ada"]
    write(page, role, "Of Ada, for an hour.")
    busy = {"status": status, "content_type": "text/html", "body": "<main id=main><h1>Busy</h1></main>"}
    page.route("**/change/overview/", lambda route: route.fulfill(**busy))
    save_button(page).click()
    expect(page.locator(".errornote")).to_contain_text("What you typed is kept")
    expect(page.locator("#id_overview")).to_have_value("Of Ada, for an hour.")
    page.unroute("**/change/overview/")
    press(save_button(page))
    assert read_desk().overview == "Of Ada, for an hour."


@pytest.mark.parametrize("late", ["sam", "rae"])
def test_a_save_in_between_stops_a_schedule_and_a_restore_which_then_show_it(windows, role, late):
    opens: dict[str, Callable[[Page], None]] = {
        "sam": lambda page: plan(page, role),
        "rae": lambda page: page.goto(address(role, "editions/1/restore/")) and None,
    }
    buttons = {"sam": publish_button, "rae": restore_button}
    opens[late](windows[late])
    write(windows["ada"], role, "Of Ada, a moment ago.")
    press(save_button(windows["ada"]))
    press(buttons[late](windows[late]))
    assert not is_done(windows[late])
    expect(windows[late].locator(".desk-changes").first).to_contain_text("Of Ada, a moment ago.")
    assert read_desk().overview == "Of Ada, a moment ago."
    assert find_scheduled() is None
    if late == "sam":
        press(publish_button(windows["sam"]))
        scheduled = find_scheduled()
        assert scheduled
        assert scheduled.kit.overview == "Of Ada, a moment ago."
        assert Edition.objects.live().get().kit.overview == "Of the second edition."


def test_a_restore_keeps_a_scheduled_edition_and_what_an_editor_has_before_them(windows, role):
    plan(windows["sam"], role)
    press(publish_button(windows["sam"]))
    write(windows["ben"], role, "Of Ben, for an hour.")
    windows["rae"].goto(address(role, "editions/1/restore/"))
    press(restore_button(windows["rae"]))
    assert is_done(windows["rae"])
    press(save_button(windows["ben"]))
    expect(windows["ben"].locator("#id_overview")).to_have_value("Of Ben, for an hour.")
    assert read_desk().overview == "Of the first edition."
    scheduled = find_scheduled()
    assert scheduled
    assert scheduled.kit.overview == "Of the draft."
    windows["ben"].goto(address(role, "change/overview/"))
    windows["ben"].get_by_role("button", name="Restore it").click()
    expect(windows["ben"].locator("#id_overview")).to_have_value("Of Ben, for an hour.")
