"""The desk in Chromium: an editor's whole journey, sorting by keyboard, and what axe finds."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source
from tests.browser import OF_LOOKS, RULES, new_window
from tests.desk import a_member
from tests.factories import a_kit, a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK = "/admin/roles/role/{}/change/"


def sign_in(page: Page, group: str = "Publisher") -> None:
    a_member(group, "pia")
    page.goto("/admin/")
    page.get_by_label("Username").fill("pia")
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Sign in").click()


def save(page: Page) -> None:
    page.locator('input[name="_continue"]').first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def add_row(page: Page, prefix: str, **values: str) -> None:
    """Add a row to a list of the desk and fill it in."""
    group = page.locator(f"#{prefix}-group")
    number = int(page.locator(f"#id_{prefix}-TOTAL_FORMS").input_value())
    group.locator(".add-row a, a.addlink").last.click()
    for name, value in values.items():
        field = page.locator(f"#id_{prefix}-{number}-{name}")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


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


def write_a_role(page: Page) -> None:
    """From nothing to a kit that can be published."""
    page.goto("/admin/roles/role/add/")
    page.get_by_label("Title:", exact=True).fill("Technical Writer")
    page.get_by_label("Short title").fill("Tech Writer")
    expect(page.locator("#id_slug")).to_have_value("technical-writer")
    page.locator("#id_family").fill("Design")
    page.locator("#id_summary").fill("Explains a product to the people who use it.")
    page.locator("#id_overview").fill("A technical writer explains.")
    page.locator("#id_figures_year").fill("2026")
    page.locator("#id_figures_source").select_option(index=1)
    page.locator("#id_author").select_option(index=1)
    page.locator("#id_credit").fill("Wrote it.")
    page.locator('input[name="_save"]').first.click()
    expect(page.get_by_role("navigation", name="Parts of this role")).to_be_visible()
    add_row(page, "job_description", section="about", text="Explain [product] to its users.")
    add_row(page, "responsibilities", name="Write guides", text="Clear ones.")
    add_row(page, "skills", name="Plain writing", importance="high", covers="guides, references")
    add_row(page, "skills", name="Interviewing", importance="high", covers="asking engineers")
    add_row(page, "competencies", name="Clarity", slug="clarity", definition="Makes hard things plain.")
    save(page)
    page.locator("#competencies-group").get_by_role("link", name="Change").click()
    behaviors = "Does one thing.\nDoes another."
    anchors = {f"anchor_{score}": behaviors for score in (1, 3, 5)}
    text = "Tell me about a guide that you wrote."
    add_row(
        page, "questions", text=text, slug="guide", kind="behavioural", why="To see.", probes="And then?", **anchors
    )
    page.locator('input[name="_save"]').first.click()
    expect(page).to_have_url(re.compile(r"/roles/role/\d+/change/#competencies-group$"))


def test_an_editor_writes_previews_schedules_publishes_corrects_compares_and_restores(page, context):
    a_published_kit()
    sign_in(page)
    write_a_role(page)
    role = Role.objects.get(slug="technical-writer")

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
    publish(page, "First edition")
    answer = page.goto("/roles/technical-writer/")
    assert answer.status == 200
    assert "set-cookie" not in answer.headers

    page.goto(DESK.format(role.pk))
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
    names = page.locator("#skills-group tr.form-row:not(.empty-form) [name$=-name]")
    return names.evaluate_all("all => all.map(one => one.value)")


def test_a_list_is_sorted_by_keyboard_and_by_drag(page):
    role = a_published_kit().role
    first, second, third, *rest = [skill.name for skill in a_kit().skills]
    sign_in(page, "Author")
    page.goto(DESK.format(role.pk))
    down = page.locator("#skills-group").get_by_role("button", name="Move down").first
    down.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert names_in_order(page) == [second, third, first, *rest]
    expect(page.locator("#desk-status")).to_have_text(f"{first} is now number 3 of {len(rest) + 3}.")
    handles = page.locator("#skills-group .desk-handle")
    handles.nth(2).drag_to(handles.first, target_position={"x": 4, "y": 1})
    assert names_in_order(page)[0] == first
    save(page)
    assert [skill.name for skill in role.skills.all()] == names_in_order(page)


def test_without_scripts_places_are_numbers(javascript_off):
    role = a_published_kit().role
    page = javascript_off.new_page()
    sign_in(page, "Author")
    page.goto(DESK.format(role.pk))
    page.locator("#id_skills-0-position").fill("50")
    page.locator('input[name="_save"]').first.click()
    assert role.skills.last().name == a_kit().skills[0].name


def test_a_row_that_is_added_moved_and_taken_away_leaves_the_others_as_they_were(page):
    role = a_published_kit().role
    sign_in(page, "Author")
    page.goto(DESK.format(role.pk))
    add_row(page, "skills", name="New one", importance="high", covers="something")
    new = page.locator("#skills-group tr.form-row:not(.empty-form)").last
    new.get_by_role("button", name="Move up").click()
    page.locator("#skills-group .inline-deletelink").click()
    save(page)
    assert [skill.name for skill in role.skills.all()] == [skill.name for skill in a_kit().skills]


PAGES = [
    "/admin/",
    "/admin/roles/role/",
    "/admin/roles/role/add/",
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
]
LOOKS = {(1280, "light"): RULES, (360, "dark"): OF_LOOKS}
NOT_OURS = {"empty-table-header"}  # Django's own tabular inline has a heading without text


def test_no_page_of_the_desk_breaks_the_policy_or_fails_axe(audited, page, axe):
    Source.objects.create(slug="s", publisher="P", title="T", period="2026", method="m", retrieved_on="2026-11-01")
    Author.objects.create(slug="a", name="A", bio="b")
    role = a_published_kit().role
    Role.objects.update(title="A draft")
    role.count_save()
    keys = {"role": role.pk, "competency": role.competencies.first().pk}
    sign_in(page, "Administrator")
    audit = audited.new_page()
    audited.add_cookies(page.context.cookies())
    found: dict[tuple[str, str], str] = {}
    for address in PAGES:
        assert page.goto(address.format(**keys)).status == 200
    for (width, theme), rules in LOOKS.items():
        audit.set_viewport_size({"width": width, "height": 900})
        audit.emulate_media(color_scheme=theme)  # before a page is there: the colors of Django's links glide
        for address in PAGES:
            audit.goto(address.format(**keys))
            try:
                axe(audit, rules)
            except AssertionError as error:
                broken = {*re.findall(r"Rule Violated:\s+([a-z-]+) -", str(error))}
                found |= {(address, theme): str(error)} if broken - NOT_OURS else {}
    assert found == {}
