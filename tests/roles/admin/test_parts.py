"""A role in parts: each a page with its own save, beside an outline that says what is complete and what is at fault."""

import pytest
from django.http import QueryDict
from django.utils.html import escape

from interviews.models import Competency, Question
from roles.admin.part_pages.parts import DESK_PARTS
from roles.admin.part_pages.rows import expand_pasted_rows, split_rows
from roles.kit.value import Kit, fields_of
from roles.models.working_copy import Role
from roles.publishing.rows import SHARED, load_kit
from tests.desk import own_data, signed_in
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def role():
    return a_published_kit().role


def page_of(role, part):
    return f"/admin/roles/role/{role.pk}/change/{part}/"


def save(client, address, **typed):
    """Open a page and save its form with other words in some fields; fails where that is refused."""
    answer = client.post(address, own_data(client.get(address)) | typed)
    assert answer.status_code == 302, answer.context["errors"]
    return answer


def test_every_field_of_a_kit_is_on_the_page_of_one_part():
    edited = [name for part in DESK_PARTS for name in [*part.list_fields(), part.rows] if name]
    assert sorted(edited) == sorted({field.name for field in fields_of(Kit)} - SHARED | {"author"})


@pytest.mark.parametrize("part", [part.name for part in DESK_PARTS])
def test_saving_a_part_unchanged_changes_nothing(admin_client, role, part):
    save(admin_client, page_of(role, part))
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_saving_a_question_unchanged_changes_nothing(admin_client, role):
    for row in (Competency.objects.first(), Question.objects.first()):
        save(admin_client, f"/admin/interviews/{row._meta.model_name}/{row.pk}/change/")
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_a_part_leads_on_to_the_next_and_back_to_the_outline(admin_client, role):
    assert save(admin_client, page_of(role, "skills"), _onward="1").headers["Location"] == page_of(role, "levels")
    assert save(admin_client, page_of(role, "skills")).headers["Location"].endswith(f"{role.pk}/change/")


def test_the_outline_lists_every_part_with_its_state(admin_client, role):
    outline = admin_client.get(f"/admin/roles/role/{role.pk}/change/").context["outline"]
    assert [row.title for row in outline.rows] == [part.title for part in DESK_PARTS]
    assert {row.title: row.count for row in outline.rows}["Skills"] == len(a_kit().skills)


def test_the_outline_names_a_fault_as_the_form_does_and_leads_to_its_field(admin_client, role):
    role.skills.filter(name=a_kit().skills[1].name).update(covers="")
    Role.objects.update(overview="")
    Question.objects.filter(pk=Question.objects.first().pk).update(why="")
    outline = admin_client.get(f"/admin/roles/role/{role.pk}/change/").context["outline"]
    faults = {fault.label: fault for fault in outline.faults}
    assert faults["Overview"].link == page_of(role, "overview") + "#id_overview"
    assert faults["Skill 2: Covers"].link == page_of(role, "skills") + "#id_skills-1-covers"
    assert faults["Competency 1, question 1: Why"].link.endswith(
        f"/question/{Question.objects.first().pk}/change/#id_why"
    )
    states = {row.title: row.state for row in outline.rows}
    assert states["Skills"] == "Needs work"
    assert states["Overview and author"] == "Needs work"


@pytest.mark.parametrize("mark", ["• ", "o ", "· ", "\uf0b7 ", "- ", "1. "])
def test_a_pasted_list_loses_its_marks(mark):
    assert split_rows(f"{mark}First line.\r\n{mark}Second line.") == [["First line."], ["Second line."]]


@pytest.mark.slow
def test_a_pasted_list_becomes_rows(admin_client, role):
    lines = [f"Line number {number} of the list." for number in range(25)]
    pasted = "\r\n".join(f"• {line}" for line in lines)
    count = role.job_description.count()
    save(admin_client, page_of(role, "job-description"), **{f"job_description-{count}-text": pasted})
    new = [*role.job_description.all()][count:]
    assert [line.text for line in new] == lines


def test_a_list_that_is_pasted_into_a_row_in_the_middle_stays_there(admin_client, role):
    first, second, *_ = [part.name for part in role.responsibilities.all()]
    save(admin_client, page_of(role, "responsibilities"), **{"responsibilities-0-name": f"{first}\nNew one\nNew two"})
    assert [part.name for part in role.responsibilities.all()][:4] == [first, "New one", "New two", second]


@pytest.mark.slow
def test_the_columns_of_a_pasted_table_fill_the_fields_of_a_row(admin_client, role):
    count = role.skills.count()
    save(admin_client, page_of(role, "skills"), **{f"skills-{count}-name": "Excel\tpivot tables\nWriting\tguides"})
    new = [*role.skills.all()][count:]
    assert [(skill.name, skill.covers, skill.importance) for skill in new] == [
        ("Excel", "pivot tables", "high"),
        ("Writing", "guides", "high"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('A\t"One\nTwo"\nB\tThree', [["A", "One\nTwo"], ["B", "Three"]]),
        ("\tOnly the second", [["", "Only the second"]]),
        ('A\t"never closed', [["A", "never closed"]]),
        (f"A\t{'x' * 140_000}", [["A", "x" * 140_000]]),
        ("• A\t• B", [["A", "• B"]]),
    ],
)
def test_a_table_is_read_as_spreadsheets_copy_it(text, rows):
    assert split_rows(text) == rows


def test_one_line_stays_as_it_was_posted():
    data = QueryDict("a-TOTAL_FORMS=1&a-0-name=One")
    assert expand_pasted_rows(data, "a", ["name"], "name") is data


@pytest.mark.parametrize("total", ["", "many", "-1", "9" * 5_000])
@pytest.mark.parametrize("place", ["", "first", "9" * 5_000])
def test_odd_counts_and_places_break_nothing(total, place):
    data = QueryDict(f"a-TOTAL_FORMS={total}&a-0-name=One%0ATwo&a-0-position={place}")
    assert expand_pasted_rows(data, "a", ["name"], "name")["a-0-name"]


def test_a_wrapped_line_of_a_paste_goes_on():
    assert split_rows("• Own the roadmap of the platform and everything that is built\non top of it") == [
        ["Own the roadmap of the platform and everything that is built on top of it"]
    ]


def test_a_short_name_for_addresses_is_made_of_the_line(admin_client, role):
    count = role.faqs.count()
    question = "Does the role need a degree?"
    row = {f"faqs-{count}-{name}": question for name in ("question", "answer", "topic")}
    save(admin_client, page_of(role, "faq"), **row)
    assert role.faqs.last().slug == "does-the-role-need-a-degree"


@pytest.mark.slow
def test_skills_and_levels_are_picked(admin_client, role):
    form = admin_client.get(page_of(role, "job-description")).context["inline_admin_formsets"][0].formset.forms[0]
    assert [name for name, _ in form.fields["skills"].choices] == [skill.name for skill in a_kit().skills]
    question = Question.objects.first()
    page = admin_client.get(f"/admin/interviews/question/{question.pk}/change/")
    levels = page.context["adminform"].form.fields["level"].choices
    assert [name for name, _ in levels] == ["", *[level.name for level in a_kit().levels]]


def test_two_editors_of_two_parts_are_in_nobodys_way(role):
    ada, ben = signed_in("Author", "ada"), signed_in("Author", "ben")
    opened = own_data(ben.get(page_of(role, "overview")))
    save(ada, page_of(role, "name"), title="Of Ada")
    assert ben.post(page_of(role, "overview"), opened | {"overview": "Of Ben"}).status_code == 302
    assert (Role.objects.get().title, Role.objects.get().overview) == ("Of Ada", "Of Ben")


def test_the_preview_shows_what_is_typed_and_saves_nothing(admin_client, role):
    typed = own_data(admin_client.get(page_of(role, "overview"))) | {"overview": "Typed a moment ago."}
    answer = admin_client.post(page_of(role, "overview") + "typed/", typed)
    assert "Typed a moment ago." in answer.content.decode()
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_the_preview_shows_the_valid_rows_where_others_are_not(admin_client, role):
    typed = own_data(admin_client.get(page_of(role, "skills")))
    typed |= {"skills-0-name": "Typed skill", "skills-2-name": ""}
    html = admin_client.post(page_of(role, "skills") + "typed/", typed).content.decode()
    assert "Typed skill" in html
    assert escape(a_kit().skills[2].name) in html


def test_what_is_no_part_is_not_found(admin_client, role):
    assert admin_client.get(page_of(role, "nothing")).status_code == 404
    assert admin_client.get(page_of(role, "skills") + "typed/").status_code == 404
