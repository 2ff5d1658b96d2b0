"""The desk in Chromium: an editor's whole journey, sorting by keyboard, and what axe finds."""

import re
from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from compensation.models.history import PayImport
from roles.admin.part_pages.parts import DESK_PARTS
from roles.kit.diff import list_kit_changes
from roles.kit.files import parse_kit
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.browser import OF_LOOKS, RULES, new_window
from tests.config.desk.word_file import a_word_file
from tests.config.desk.writing import SCREEN, Writer
from tests.desk import a_member
from tests.factories import a_kit, a_published_kit, store_shipped_occupations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK = "/admin/roles/role/{}/change/"
PART = "/admin/roles/role/{}/change/{}/"
NAMES = "#skills-group .desk-row [name$=-name]"


def sign_in(page: Page, group: str = "Publisher") -> None:
    a_member(group, "pia")
    page.goto("/admin/")
    page.get_by_label("Username").fill("pia")
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Password")).to_have_count(0)


@pytest.fixture(autouse=True)
def preview_at_rest(page: Page) -> Iterator[None]:
    """Ends a test once no preview is under way: it would meet the database while that is emptied."""
    yield
    expect(page.locator(".desk-preview[aria-busy=true]")).to_have_count(0)


def save(page: Page) -> None:
    page.evaluate("document.getElementById('main').dataset.saved = 'not yet'")
    page.locator('input[name="_continue"]').first.click()
    expect(page.locator("#main:not([data-saved]) .messagelist .success")).to_be_visible()


def publish(page: Page, note: str, *, at: str = "") -> None:
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_label("What changed").fill(note)
    if at:
        day, time = at.split()
        page.get_by_label("Live from").fill(f"{day}T{time}")
    accept = page.get_by_label("I have read the warnings")
    if accept.count():
        accept.check()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Published")


def a_kit_to_write() -> Kit:
    """The kit of customer success, from the library, while the site has its author, its source and its neighbors. Its
    skills are its own: a site without the shared ones offers none to pick.
    """
    kit = parse_kit((STARTER_LIBRARY / "customer-success-manager.yaml").read_bytes(), name="kit")
    skills = [msgspec.structs.replace(skill, shared=None, proficiency=None) for skill in kit.skills]
    kit = msgspec.structs.replace(kit, skills=skills)
    save_kit(kit)
    Role.objects.all().delete()
    for slug in kit.list_mentioned_roles():
        save_kit(a_kit(slug=slug, title=slug))
    return kit


def sort_picks(kit: Kit) -> Kit:
    """A kit whose picked names stand in the order of the alphabet: what is picked comes in the order of the choices."""
    lines = [msgspec.structs.replace(line, skills=sorted(line.skills)) for line in kit.job_description]
    competencies = [msgspec.structs.replace(one, skills=sorted(one.skills)) for one in kit.competencies]
    picked = {"job_description": lines, "competencies": competencies, "related": sorted(kit.related)}
    return msgspec.structs.replace(kit, **picked)


@pytest.mark.slow
def test_a_role_is_written_from_nothing_to_published_in_five_pages_and_twelve_rows_added(page):
    kit = a_kit_to_write()
    sign_in(page)
    page.set_viewport_size({"width": 1280, "height": SCREEN})
    writer = Writer(page, kit)
    writer.begin()
    writer.write_all()
    writer.publish("First edition")
    assert list_kit_changes(sort_picks(kit), sort_picks(Edition.objects.live().get(slug=kit.slug).kit)) == []
    assert writer.added <= 12
    assert writer.documents <= 5
    assert writer.farthest <= 2


class Presses:
    """Counts what is pressed."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, button: Locator) -> None:
        button.click()
        self.count += 1


@pytest.mark.slow
def test_a_phrase_is_replaced_in_24_roles_and_published_in_six_presses_and_taken_back_in_three(page):
    for number in range(24):
        publish_role(
            save_kit(a_kit(slug=f"role-{number}", title=f"Role {number}", summary="For stakeholders.")), note="1"
        )
    sign_in(page)
    page.goto("/admin/roles/role/")
    there, back = Presses(), Presses()
    there.press(page.get_by_role("link", name="Find and replace"))
    page.get_by_label("Find").fill("for stakeholders")
    page.get_by_label("Replace with").fill("for partners")
    there.press(page.get_by_role("button", name="Find"))
    expect(page.get_by_text("24 places in 24 roles")).to_be_visible()
    there.press(page.get_by_role("button", name="Replace what is checked"))
    there.press(page.get_by_label("I have read the warnings"))
    there.press(page.get_by_role("button", name="Publish 24 roles"))
    expect(page.locator(".messagelist .success")).to_contain_text("24 roles are published")
    assert {edition.summary for edition in Edition.objects.live()} == {"For partners."}
    back.press(page.get_by_role("button", name="Undo"))
    back.press(page.get_by_label("I have read the warnings"))
    back.press(page.get_by_role("button", name="Publish 24 roles"))
    expect(page.locator(".messagelist .success")).to_contain_text("24 roles are published")
    assert {edition.summary for edition in Edition.objects.live()} == {"For stakeholders."}
    assert (there.count <= 6, back.count <= 3) == (True, True)


@pytest.mark.slow
def test_a_role_begins_from_a_word_file_and_its_lines_are_edited_and_saved(page):
    a_published_kit()
    sign_in(page, "Author")
    page.goto("/admin/new-role/")
    file = {"name": "posting.docx", "mimeType": "application/octet-stream", "buffer": a_word_file()}
    page.locator("#id_file-file").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator(".messagelist .warning")).to_contain_text("Benefits")
    page.get_by_role("link", name=re.compile("Job description template")).first.click()
    line = page.get_by_text("Reproduce each problem before you explain it.")
    line.fill("Reproduce a problem before you explain it.")
    save(page)
    lines = Role.objects.get(slug="support-engineer").job_description
    assert lines.filter(text="Reproduce a problem before you explain it.").exists()
    assert lines.filter(section="nice-to-have").count() == 2


@pytest.mark.slow
def test_a_role_begins_from_its_occupation_and_is_published_in_eight_presses(page):
    store_shipped_occupations()
    sign_in(page)
    page.goto("/admin/roles/role/")
    presses = Presses()
    presses.press(page.locator("#content").get_by_role("link", name="Add role"))
    page.get_by_label("Job title").fill("registered nurse")
    presses.press(page.get_by_role("button", name="Find occupations"))
    presses.press(page.get_by_role("button", name="Start from").first)
    presses.press(page.get_by_role("link", name="Publish", exact=True))
    page.get_by_label("What changed").fill("First edition")
    presses.press(page.get_by_label("I have read the warnings"))
    presses.press(page.get_by_role("button", name="Publish"))
    expect(page.locator(".messagelist .success")).to_contain_text("Published")
    assert Edition.objects.live().get().title == "Registered Nurse"
    assert presses.count <= 8


def test_an_editor_previews_schedules_publishes_corrects_compares_and_restores(page, context):
    role = save_kit(a_kit(slug="technical-writer", title="Technical Writer"))
    sign_in(page)
    page.goto(DESK.format(role.pk))
    page.get_by_role("link", name="Preview").click()
    link = page.get_by_label("Address of the preview").input_value()
    reviewer = new_window(context.browser).new_page()
    reviewer.goto(link)
    expect(reviewer.get_by_role("heading", level=1)).to_contain_text("Technical Writer")
    expect(reviewer.get_by_text("Its address works until")).to_be_visible()
    assert reviewer.context.cookies() == []

    later = timezone.now() + timedelta(days=2)
    publish(page, "First edition", at=f"{later:%Y-%m-%d %H:%M}")
    expect(page.get_by_text("goes live on")).to_be_visible()
    assert page.goto("/roles/technical-writer/").status == 404
    page.goto(DESK.format(role.pk))
    page.get_by_role("link", name="Cancel the schedule").click()
    page.get_by_role("button", name="Cancel the schedule").click()
    expect(page.locator(".messagelist .success")).to_contain_text("has been canceled")
    publish(page, "First edition")
    answer = page.goto("/roles/technical-writer/")
    assert answer.status == 200
    assert "set-cookie" not in answer.headers

    page.goto(PART.format(role.pk, "name"))
    page.locator("#id_title").fill("Senior Technical Writer")
    save(page)
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_role("row", name=re.compile("title"))).to_contain_text("Senior Technical Writer")
    publish(page, "A better title")
    assert Edition.objects.live().get(role=role).title == "Senior Technical Writer"

    page.get_by_role("link", name="Editions").click()
    page.get_by_role("row").filter(has_text="First edition").get_by_role("link").click()
    page.get_by_role("link", name="Restore this edition").click()
    page.get_by_role("button", name="Restore into the desk").click()
    expect(page.locator(".messagelist .success")).to_contain_text("The desk holds edition 1 again")
    publish(page, "The title as it was")
    assert Edition.objects.live().get(role=role).title == "Technical Writer"


def names_in_order(page: Page) -> list[str]:
    return [name for name in page.locator(NAMES).evaluate_all("all => all.map(one => one.value)") if name]


def test_a_list_is_sorted_by_keyboard_and_by_drag(page):
    role = a_published_kit().role
    first, second, third, *rest = [skill.name for skill in a_kit().skills]
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "skills"))
    down = page.locator("#skills-group").get_by_role("button", name="Move down").first
    down.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#desk-status")).to_have_text(f"{first} is now number 3 of {len(rest) + 4}.")
    assert names_in_order(page) == [second, third, first, *rest]
    handles = page.locator("#skills-group .desk-handle")
    handles.nth(2).drag_to(handles.first, target_position={"x": 4, "y": 1})
    expect(page.locator(NAMES).first).to_have_value(first)
    save(page)
    assert [skill.name for skill in role.skills.all()] == names_in_order(page)


def test_without_scripts_places_are_numbers_and_a_pasted_list_is_rows(javascript_off):
    role = a_published_kit().role
    page = javascript_off.new_page()
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "skills"))
    page.locator("#id_skills-0-position").fill("50")
    count = role.skills.count()
    page.locator(f"#id_skills-{count}-name").fill("• One\n• Two")
    page.locator(f"#id_skills-{count}-covers").fill("something")
    page.locator('input[name="_continue"]').first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    names = [skill.name for skill in role.skills.all()]
    assert names[-3:] == [a_kit().skills[0].name, "One", "Two"]


def test_enter_in_a_line_goes_on_to_a_new_row_which_can_be_taken_away(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "skills"))
    rows = page.locator("#skills-group .desk-row")
    count = rows.count()
    rows.first.locator("textarea").first.press("Enter")
    expect(rows).to_have_count(count + 1)
    rows.nth(1).get_by_role("button", name="Remove the row").click()
    expect(rows).to_have_count(count)
    save(page)
    assert [skill.name for skill in role.skills.all()] == [skill.name for skill in a_kit().skills]


def test_the_preview_says_what_is_typed_before_it_is_saved(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "overview"))
    preview = page.frame_locator(".desk-preview iframe")
    expect(preview.locator("#overview")).to_contain_text(a_kit().overview.split("\n")[0])
    page.locator("#id_overview").fill("Typed a moment ago.")
    expect(preview.locator("#overview")).to_contain_text("Typed a moment ago.")
    assert Role.objects.get().overview == a_kit().overview


def test_typed_words_outlive_a_reload_and_the_lock_still_holds(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    address = PART.format(role.pk, "skills")
    page.goto(address)
    page.locator("#id_skills-0-covers").fill("Typed for an hour.")
    page.get_by_role("button", name="Add a row").click()
    count = role.skills.count() + 1
    page.locator(f"#id_skills-{count}-name").fill("A new one")
    page.reload()
    page.get_by_role("button", name="Restore it").click()
    expect(page.locator("#id_skills-0-covers")).to_have_value("Typed for an hour.")
    expect(page.locator(f"#id_skills-{count}-name")).to_have_value("A new one")
    role.skills.update(covers="Of somebody else")
    page.locator(f"#id_skills-{count}-covers").fill("something")
    page.locator('input[name="_continue"]').click()
    expect(page.locator(".errornote, .errorlist").first).to_be_visible()
    expect(page.locator("#id_skills-0-covers")).to_have_value("Typed for an hour.")
    assert role.skills.first().covers == "Of somebody else"


def test_what_was_saved_is_offered_no_more(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "overview"))
    page.locator("#id_overview").fill("Saved words.")
    save(page)
    page.reload()
    expect(page.locator("#id_overview")).to_have_value("Saved words.")
    expect(page.locator(".desk-draft")).to_have_count(0)


def test_a_session_that_ends_is_signed_in_in_place_and_the_save_goes_on(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    page.goto(PART.format(role.pk, "overview"))
    page.locator("#id_overview").fill("Typed for an hour.")
    page.context.clear_cookies(name="sessionid")
    page.locator('input[name="_continue"]').click()
    page.get_by_label("Username").fill("pia")
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Sign in and go on").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Role.objects.get().overview == "Typed for an hour."


PAGES = [
    "/admin/",
    "/admin/roles/role/",
    "/admin/new-role/?q=nurse",
    "/admin/roles/role/search/?q=roadmap",
    "/admin/roles/role/replace/?find=roadmap&put=plan",
    "/admin/roles/role/unpublish-several/?role={role}",
    *[f"/admin/roles/role/{{role}}/change/{part.name}/" for part in DESK_PARTS],
    "/admin/interviews/question/{question}/change/",
    "/admin/roles/role/board/",
    "/admin/roles/role/import/",
    *[f"/admin/roles/role/{{role}}/{name}/" for name in ("change", "preview", "compare", "publish", "editions")],
    "/admin/roles/role/{role}/editions/1/",
    "/admin/roles/role/{role}/editions/1/restore/",
    "/admin/roles/role/publish-several/?role={role}",
    "/admin/roles/role/{role}/reviewed/",
    "/admin/roles/role/{role}/review/",
    "/admin/roles/role/{role}/expire/",
    "/admin/roles/role/{role}/delete/",
    "/admin/roles/role/use/",
    "/admin/roles/role/deleted/",
    "/admin/roles/oldaddress/add/",
    "/passwords/",
    "/admin/interviews/competency/{competency}/change/",
    "/admin/second-factor/",
    "/admin/compensation/benchmark/import/",
    "/admin/compensation/payimport/",
    "/admin/compensation/payimport/import/",
    "/admin/compensation/payimport/{payimport}/take-back/",
    "/admin/compensation/titlematch/unmatched/",
]
LOOKS = {(1280, "light"): RULES, (1280, "dark"): OF_LOOKS, (360, "dark"): OF_LOOKS}
# What sticks covers a part of a row until one scrolls, and colors that glide are not yet those of a theme.
AT_REST = ".submit-row { position: static !important } * { transition: none !important }"
NOT_OURS = {"empty-table-header"}  # Django's own tabular inline has a heading without text


def test_no_page_of_the_desk_breaks_the_policy_or_fails_axe(audited, page, axe):
    Source.objects.create(slug="s", publisher="P", title="T", period="2026", method="m", retrieved_on="2026-11-01")
    Author.objects.create(slug="a", name="A", bio="b")
    role = a_published_kit().role
    Role.objects.update(title="A draft")
    role.count_save()
    keys = {"role": role.pk, "competency": role.competencies.first().pk}
    keys["question"] = role.competencies.first().questions.first().pk
    keys["payimport"] = PayImport.objects.create(files=["a.csv"]).pk
    sign_in(page, "Administrator")
    audit = audited.new_page()
    audited.add_cookies(page.context.cookies())
    found: dict[tuple[str, str], str] = {}
    for address in PAGES:
        assert page.goto(address.format(**keys)).status == 200
    for address in PAGES:
        audit.goto(address.format(**keys))
        audit.add_style_tag(content=AT_REST)
        for (width, theme), rules in LOOKS.items():
            audit.set_viewport_size({"width": width, "height": 900})
            audit.emulate_media(color_scheme=theme)
            try:
                axe(audit, rules)
            except AssertionError as error:
                broken = {*re.findall(r"Rule Violated:\s+([a-z-]+) -", str(error))}
                found |= {(address, theme): str(error)} if broken - NOT_OURS else {}
    assert found == {}
