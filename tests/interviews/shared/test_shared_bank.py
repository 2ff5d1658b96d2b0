"""The shared bank is whole, keeps what editors write, and can be added to any role."""

from collections import Counter

import msgspec
import pytest

from interviews.checks import questions_without_anchors
from interviews.models import BankCompetency, Competency, Question
from interviews.shared.choosing import choose_competencies
from interviews.shared.shipped import read_shipped_bank
from interviews.shared.storing import add_to_role, list_shared_competencies, load_bank, restore_shipped
from roles.publishing.library_version import read_current_version
from roles.publishing.rows import load_kit
from tests.factories import a_kit, a_published_kit, shipped_onet, store_shipped_occupations

HONESTY = "1.C.5.c"
EDITED = BankCompetency.WrittenBy.EDITOR


@pytest.fixture
def bank(db):
    load_bank()
    return BankCompetency.objects


def test_it_has_at_least_24_competencies_of_six_questions_of_two_kinds():
    shipped = read_shipped_bank()
    assert len(shipped) >= 24
    for shared in shipped:
        kinds = Counter(question.kind for question in shared.questions)
        assert shared.definition
        assert (len(shared.questions), len(kinds)) == (6, 2), shared.slug
        assert all(2 <= len(question.probes) <= 4 for question in shared.questions), shared.slug


def test_each_question_can_be_scored_as_a_kits():
    kit = a_kit(competencies=[shared.as_kit_part() for shared in read_shipped_bank()])
    assert [*questions_without_anchors(kit)] == []


def test_no_two_questions_share_a_slug_or_a_text():
    questions = [question for shared in read_shipped_bank() for question in shared.questions]
    assert max(Counter(question.slug for question in questions).values()) == 1
    assert max(Counter(question.text for question in questions).values()) == 1


def test_each_element_is_one_that_onet_rates():
    rated = {
        rating.element
        for record in shipped_onet().occupations
        for rating in (*record.facts.skills, *record.facts.work_styles)
    }
    assert {element for shared in read_shipped_bank() for element in shared.elements} <= rated


def test_competencies_come_in_the_order_of_their_elements_and_draw_on_the_kits_skills():
    elements = [HONESTY, "no-such", "2.A.1.c", HONESTY, "2.A.1.d"]
    chosen = choose_competencies(read_shipped_bank(), elements, {HONESTY: "Integrity"}, 2)
    assert [(part.slug, part.skills) for part in chosen] == [("integrity", ["Integrity"]), ("writing", [])]


def test_what_was_loaded_reads_as_it_ships(bank):
    assert list_shared_competencies() == [*read_shipped_bank()]


def test_a_second_load_changes_nothing(bank):
    assert load_bank() == 0


def test_a_newer_text_replaces_only_what_nobody_edited(bank):
    bank.filter(slug="integrity").update(name="Honesty", written_by=EDITED)
    newer = [msgspec.structs.replace(shared, definition="New.") for shared in read_shipped_bank()]
    assert load_bank(newer) == len(newer) - 1
    assert bank.get(slug="integrity").name == "Honesty"
    assert bank.get(slug="writing").definition == "New."


def test_what_no_longer_ships_goes_unless_an_editor_wrote_it(bank):
    bank.create(slug="juggling", name="Juggling", definition="Keeps three balls up.", written_by=EDITED)
    load_bank(read_shipped_bank()[1:])
    slugs = {*bank.values_list("slug", flat=True)}
    assert read_shipped_bank()[0].slug not in slugs
    assert "juggling" in slugs


def test_an_edit_can_be_taken_back(bank):
    bank.filter(slug="integrity").update(name="Honesty", written_by=EDITED)
    restore_shipped(["integrity", "no-such"])
    assert (bank.get(slug="integrity").name, bank.get(slug="integrity").written_by) == ("Integrity", "rolebook")


def test_what_is_out_of_use_is_in_no_template(bank):
    bank.filter(slug="integrity").update(is_used=False)
    assert "integrity" not in {shared.slug for shared in list_shared_competencies()}


def test_a_saved_edit_is_another_state_of_the_library(admin_client, bank):
    before = read_current_version().state
    row = bank.get(slug="integrity")
    page = admin_client.get(f"/admin/interviews/bankcompetency/{row.pk}/change/")
    posted = {name: value for name, value in _list_fields(page).items() if not name.startswith("_")}
    answer = admin_client.post(page.request["PATH_INFO"], posted | {"name": "Honesty"})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.name, row.written_by) == ("Honesty", "editor")
    assert read_current_version().state != before


@pytest.mark.slow
def test_the_edited_bank_is_what_an_occupation_asks(admin_client, client, bank):
    store_shipped_occupations()
    bank.filter(slug="concern-for-others").update(name="Care for patients", written_by=EDITED)
    assert "Care for patients" in client.get("/occupations/29-1141/interview-kit/").content.decode()


@pytest.mark.slow
def test_a_question_without_anchors_is_refused(admin_client, bank):
    row = bank.get(slug="integrity")
    page = admin_client.get(f"/admin/interviews/bankcompetency/{row.pk}/change/")
    posted = _list_fields(page) | {"questions-0-anchor_5": "Only one"}
    answer = admin_client.post(page.request["PATH_INFO"], posted)
    assert "Write at least 2 behaviors at score 5" in answer.content.decode()


def test_what_ships_cannot_be_deleted_on_the_desk(admin_client, bank):
    row = bank.get(slug="integrity")
    assert admin_client.post(f"/admin/interviews/bankcompetency/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_competencies_are_added_to_a_role_with_their_questions(admin_client, bank):
    role = a_published_kit().role
    version = role.version
    page = f"/admin/interviews/bankcompetency/add-to/{role.pk}/"
    assert page in admin_client.get(f"/admin/roles/role/{role.pk}/change/competencies/").content.decode()
    answer = admin_client.post(page, {"slugs": ["integrity", "writing"]})
    assert answer.headers["Location"].endswith(f"/admin/roles/role/{role.pk}/change/competencies/")
    added = [part for part in load_kit(role).competencies if part.slug in ("integrity", "writing")]
    assert [len(part.questions) for part in added] == [6, 6]
    role.refresh_from_db()
    assert role.version > version


def test_a_competency_that_the_role_has_is_not_offered_again(admin_client, bank):
    role = a_published_kit().role
    add_to_role(role, ["integrity"])
    html = admin_client.get(f"/admin/interviews/bankcompetency/add-to/{role.pk}/").content.decode()
    assert 'value="writing"' in html
    assert 'value="integrity"' not in html
    assert add_to_role(role, ["integrity"]) == 0


def test_a_question_whose_slug_is_taken_gets_another(bank):
    role = a_published_kit().role
    shared = next(part for part in read_shipped_bank() if part.slug == "integrity")
    other = Competency.objects.create(role=role, slug="other", name="Other", definition="Other.", position=99)
    Question.objects.create(competency=other, slug=shared.questions[0].slug, text="?", kind="case", why="Why.")
    add_to_role(role, ["integrity"])
    assert role.competencies.get(slug="integrity").questions.first().slug == f"{shared.questions[0].slug}-2"


def test_adding_takes_the_right_to_change_roles(client, django_user_model, bank):
    role = a_published_kit().role
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    page = f"/admin/interviews/bankcompetency/add-to/{role.pk}/"
    assert client.post(page, {"slugs": ["integrity"]}).status_code == 403
    assert not role.competencies.filter(slug="integrity").exists()


def _list_fields(page):
    """What the forms of an admin page would post as they stand."""
    forms = page.context["adminform"].form, *page.context["inline_admin_formsets"][0].formset.forms
    management = page.context["inline_admin_formsets"][0].formset.management_form
    fields = [field for form in (*forms, management) for field in form]
    return {field.html_name: "" if field.value() is None else _show(field) for field in fields}


def _show(field):
    value = field.field.prepare_value(field.value()) if hasattr(field.field, "prepare_value") else field.value()
    return "on" if value is True else "" if value is False else value
