"""Words replaced and names changed in the whole library, each place chosen by itself, published at once, taken back."""

import pytest
from django.contrib.admin.models import LogEntry

from interviews.models import Question
from roles.admin.library.columns import list_columns
from roles.models.edition import Edition
from roles.models.replacement import Replacement
from roles.models.working_copy import Role
from roles.publishing.publish import publish_role
from roles.publishing.rows import load_kit, save_kit
from tests.desk import signed_in, untouched
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/admin/roles/role/replace/"
SEARCH = "/admin/roles/role/search/"


@pytest.fixture
def role():
    return a_published_kit(summary="Decides with stakeholders. Stakeholders decide too.").role


def replace(client, find, put, *, leave=(), kind=""):
    """Find words and replace every place but those whose numbers are given; the answer and what was offered."""
    page = client.get(PAGE, {"find": find, "put": put, "kind": kind})
    hits = page.context["hits"]
    keys = [str(hit.key) for number, hit in enumerate(hits) if number not in leave]
    return client.post(PAGE, {"find": find, "put": put, "kind": kind, "hit": keys}), hits


def test_every_kind_of_text_of_a_kit_is_a_column():
    keys = {column.key for column in list_columns()}
    assert {"summary", "aliases", "job_description.text", "faqs.answer", "competencies.questions.anchor_1"} <= keys
    assert not {"slug", "currency", "job_description.section", "competencies.questions.kind"} & keys


def test_each_hit_stands_in_its_sentence_with_what_it_becomes(admin_client, role):
    hits = admin_client.get(PAGE, {"find": "stakeholders", "put": "partners"}).context["hits"]
    shown = [(hit.before, hit.found, hit.after, hit.becomes) for hit in hits if hit.column.key == "summary"]
    assert shown == [
        ("Decides with ", "stakeholders", ".", "partners"),
        ("", "Stakeholders", " decide too.", "Partners"),
    ]


def test_only_what_is_chosen_is_replaced(admin_client, role):
    hits = admin_client.get(PAGE, {"find": "stakeholders", "put": "partners"}).context["hits"]
    second = next(number for number, hit in enumerate(hits) if hit.found == "Stakeholders")
    replace(admin_client, "stakeholders", "partners", leave=[second])
    assert Role.objects.get().summary == "Decides with partners. Stakeholders decide too."


def test_a_part_of_a_word_is_no_hit(admin_client, role):
    assert not admin_client.get(PAGE, {"find": "stakeholde", "put": "x"}).context["hits"]


def test_signs_are_signs(admin_client, role):
    Role.objects.update(summary="Uses C++ (mostly).")
    replace(admin_client, "C++ (mostly)", "Rust")
    assert Role.objects.get().summary == "Uses Rust."


@pytest.mark.parametrize("find", ['don\'t say "go live"', "don’t say “go live”", 'don’t\u00a0say "go live"'])
def test_signs_that_look_alike_are_found(admin_client, role, find):
    Role.objects.update(summary="Please don’t say\u00a0“go live” here.")
    replace(admin_client, find, "wait")
    assert Role.objects.get().summary == "Please wait here."


def test_a_text_that_was_saved_meanwhile_stays_and_is_named(admin_client, role):
    hits = admin_client.get(PAGE, {"find": "stakeholders", "put": "partners"}).context["hits"]
    Role.objects.update(summary="With stakeholders, and more.")
    data = {
        "find": "stakeholders",
        "put": "partners",
        "hit": [str(hit.key) for hit in hits if hit.column.key == "summary"],
    }
    page = admin_client.post(PAGE, data, follow=True)
    assert "Summary: it was saved after you opened the page" in page.content.decode()
    assert Role.objects.get().summary == "With stakeholders, and more."


def test_words_that_would_leave_a_field_empty_stay(admin_client, role):
    Role.objects.update(summary="stakeholders")
    replace(admin_client, "stakeholders", "")
    assert Role.objects.get().summary == "stakeholders"
    assert not Replacement.objects.get().changes


@pytest.mark.slow
def test_the_roles_are_published_together_with_one_note_and_taken_back(admin_client, role):
    other = publish_role(save_kit(a_kit(slug="other", title="Other", summary="With stakeholders.")), note="First").role
    answer, _ = replace(admin_client, "stakeholders", "partners")
    page = admin_client.get(answer.headers["Location"])
    assert {candidate.role for candidate in page.context["ready"]} == {role, other}
    answer = admin_client.post(answer.headers["Location"], untouched(page) | {"accept": "on"})
    assert answer.headers["Location"] == PAGE
    assert Edition.objects.live().get(role=other).summary == "With partners."
    assert Edition.objects.live().get(role=other).note == "“stakeholders” is now “partners.”"
    answer = admin_client.post(f"{PAGE}{Replacement.objects.get().pk}/take-back/")
    page = admin_client.get(answer.headers["Location"])
    admin_client.post(answer.headers["Location"], untouched(page) | {"accept": "on"})
    assert Edition.objects.live().get(role=other).summary == "With stakeholders."
    assert load_kit(role) == a_kit(summary="Decides with stakeholders. Stakeholders decide too.")


def test_taking_back_finds_a_text_whose_row_was_made_anew(admin_client, role):
    replace(admin_client, a_kit().faqs[0].topic, "Anything", kind="topic")
    save_kit(load_kit(role))
    admin_client.post(f"{PAGE}{Replacement.objects.get().pk}/take-back/")
    assert role.faqs.first().topic == a_kit().faqs[0].topic


@pytest.mark.slow
def test_what_was_changed_since_stays_when_it_is_taken_back(admin_client, role):
    replace(admin_client, "stakeholders", "partners")
    Role.objects.update(summary="Other words.")
    page = admin_client.post(f"{PAGE}{Replacement.objects.get().pk}/take-back/", follow=True)
    assert "have been changed since, and stay" in page.content.decode()
    assert Role.objects.get().summary == "Other words."


def test_a_replacement_is_taken_back_once(admin_client, role):
    replace(admin_client, "stakeholders", "partners")
    page = f"{PAGE}{Replacement.objects.get().pk}/take-back/"
    admin_client.post(page)
    assert admin_client.post(page).status_code == 404


def test_a_skill_is_renamed_wherever_it_is_named(admin_client, role):
    name = next(
        skill.name for skill in a_kit().skills if any(skill.name in line.skills for line in a_kit().job_description)
    )
    replace(admin_client, name, "Renamed skill", kind="skill")
    kit = load_kit(Role.objects.get())
    assert "Renamed skill" in {skill.name for skill in kit.skills}
    assert any("Renamed skill" in line.skills for line in kit.job_description)
    assert name not in {skill for line in kit.job_description for skill in line.skills}


def test_a_name_that_another_skill_of_the_role_has_leaves_the_role_alone(admin_client, role):
    first, second = (skill.name for skill in a_kit().skills[:2])
    replace(admin_client, first, second, kind="skill")
    assert [skill.name for skill in load_kit(Role.objects.get()).skills[:2]] == [first, second]
    assert "already has something with that name" in admin_client.get(PAGE).content.decode()


def test_names_that_others_refer_to_are_no_words_to_replace(admin_client, role):
    name = a_kit().skills[0].name
    hits = admin_client.get(PAGE, {"find": name, "put": "x"}).context["hits"]
    assert not {hit.column.key for hit in hits} & {"skills.name", "job_description.skills"}


def test_who_replaced_what_stands_in_the_audit_log(admin_client, role):
    replace(admin_client, "stakeholders", "partners")
    assert "“stakeholders” is now “partners.”" in LogEntry.objects.latest("pk").get_change_message()


def test_forged_places_change_nothing(admin_client, role):
    keys = ["x", "slug|1|0|x", "summary|999999|0|x", "summary|1|0|x|y"]
    admin_client.post(PAGE, {"find": "a", "put": "b", "hit": keys})
    assert load_kit(Role.objects.get()) == a_kit(summary="Decides with stakeholders. Stakeholders decide too.")


def test_a_search_finds_words_in_other_forms_and_shows_their_passage(admin_client, role):
    Question.objects.filter(pk=Question.objects.first().pk).update(why="It shows how they negotiate renewals.")
    page = admin_client.get(SEARCH, {"q": "negotiating a renewal"})
    passages = [passage for one in page.context["found"] for passage in one["passages"]]
    assert [passage["label"] for passage in passages] == ["Question: Why"]
    assert "<mark>negotiate</mark>" in page.content.decode()


def test_a_search_without_words_finds_nothing(admin_client, role):
    assert admin_client.get(SEARCH).context["found"] == []


@pytest.mark.parametrize("page", [PAGE, SEARCH, f"{PAGE}1/take-back/"])
def test_strangers_and_staff_without_the_right_are_refused(client, django_user_model, page):
    assert client.post(page).status_code == 401
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.post(page).status_code == 403


def test_an_author_replaces_and_does_not_publish(role):
    answer, _ = replace(signed_in("Author"), "stakeholders", "partners")
    assert answer.headers["Location"] == PAGE
    assert "partners" in Role.objects.get().summary


def test_several_roles_are_unpublished_once_that_is_confirmed(admin_client, role):
    page = f"/admin/roles/role/unpublish-several/?role={role.pk}"
    assert role.title in admin_client.get(page).content.decode()
    assert Edition.objects.live().exists()
    admin_client.post(page, {"role": role.pk})
    assert not Edition.objects.live().exists()


@pytest.mark.slow
def test_several_roles_are_scheduled(admin_client, role):
    save_kit(a_kit(summary="Later."))
    page = f"/admin/roles/role/publish-several/?role={role.pk}"
    times = {"at": "2099-01-01T00:00"}
    admin_client.post(page, untouched(admin_client.get(page)) | {"note": "Later", "accept": "on", **times})
    assert Edition.objects.live().get().summary != "Later."
    assert Edition.objects.get(live_from__year=2099).summary == "Later."
