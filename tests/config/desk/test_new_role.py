"""A new role: empty with three fields, from an occupation, as a copy of a kit, or from a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roles.kit.files import write_kit
from roles.models.working_copy import Author, Role
from roles.publishing.rows import load_kit
from tests.config.desk.word_file import a_word_file
from tests.desk import signed_in
from tests.factories import a_kit, a_published_kit, store_shipped_occupations

pytestmark = pytest.mark.django_db
PAGE = "/admin/new-role/"
EMPTY = {"empty-title": "Support Engineer", "empty-family": "Engineering", "empty-summary": "Solves what comes."}


@pytest.fixture
def role():
    return a_published_kit().role


def upload(client, name, content):
    return client.post(PAGE, {"way": "file", "file-file": SimpleUploadedFile(name, content)})


def test_adding_a_role_leads_to_the_ways_to_begin(admin_client):
    assert admin_client.get("/admin/roles/role/add/").headers["Location"] == PAGE


def test_three_fields_are_enough_to_begin(admin_client, role):
    answer = admin_client.post(PAGE, {"way": "empty", **EMPTY})
    new = Role.objects.get(slug="support-engineer")
    assert answer.headers["Location"] == f"/admin/roles/role/{new.pk}/change/"
    outline = admin_client.get(answer.headers["Location"]).context["outline"]
    assert {"Overview", "Credit", "Job description template", "Skills"} <= {fault.label for fault in outline.faults}


def test_a_title_that_a_role_has_is_refused_with_the_way_to_it(admin_client, role):
    page = admin_client.post(PAGE, {"way": "empty", **EMPTY, "empty-title": role.title})
    assert f'<a href="/admin/roles/role/{role.pk}/change/">' in page.content.decode()
    assert Role.objects.count() == 1


def test_without_anybody_to_credit_it_says_what_to_add(admin_client):
    page = admin_client.post(PAGE, {"way": "empty", **EMPTY})
    assert "Add an author and a source first" in page.content.decode()


def test_a_copy_has_all_that_the_kit_has_under_another_name(admin_client, role):
    admin_client.post(PAGE, {"way": "copy", "copy-copied": role.pk, "copy-title": "Platform Lead"})
    copy = load_kit(Role.objects.get(slug="platform-lead"))
    assert (copy.title, copy.competencies) == ("Platform Lead", a_kit().competencies)


def test_a_role_that_is_not_whole_is_not_copied_and_says_why(admin_client, role):
    Role.objects.update(overview="")
    page = admin_client.post(PAGE, {"way": "copy", "copy-copied": role.pk, "copy-title": "Platform Lead"})
    assert "overview: missing" in page.content.decode()


@pytest.mark.slow
def test_a_kit_file_becomes_the_whole_role(admin_client, role):
    upload(admin_client, "kit.yaml", write_kit(a_kit(slug="other", title="Other")).encode())
    assert load_kit(Role.objects.get(slug="other")) == a_kit(slug="other", title="Other")


def test_a_kit_file_of_a_role_that_is_there_is_refused(admin_client, role):
    page = upload(admin_client, "kit.yaml", write_kit(a_kit(title="Other")).encode())
    assert "There is already a role with this name" in page.content.decode()


def test_whoever_may_not_change_what_roles_share_does_not_by_a_file(role):
    kit = a_kit(slug="other", title="Other")
    text = write_kit(kit).replace(kit.author.name, "Somebody Else")
    assert "You may not change the author" in upload(signed_in("Author"), "kit.yaml", text.encode()).content.decode()
    assert Author.objects.get().name == kit.author.name


TEXT = """Support Engineer

About the role
You will help customers of the product.

Responsibilities
- Reproduce each problem before you explain it.
- Write down what solved it.

Requirements
- 2 years of support.

Benefits
- A good chair.
"""


def test_a_text_becomes_the_lines_of_a_template(admin_client, role):
    answer = upload(admin_client, "job.md", TEXT.encode())
    new = Role.objects.get(slug="support-engineer")
    lines = [(line.section, line.text) for line in new.job_description.all()]
    assert ("responsibilities", "Reproduce each problem before you explain it.") in lines
    assert ("required", "2 years of support.") in lines
    assert [line.text for line in new.job_description.filter(text__contains="chair")] == []
    assert "Benefits" in admin_client.get(answer.headers["Location"]).content.decode()


def test_a_word_file_becomes_the_lines_of_a_template(admin_client, role):
    answer = upload(admin_client, "posting final (2).docx", a_word_file())
    new = Role.objects.get(slug="support-engineer")
    lines = {section: [] for section in ("about", "responsibilities", "required", "nice-to-have")}
    for line in new.job_description.order_by("position"):
        lines[line.section].append(line.text)
    assert lines["about"][-1] == "You will help customers of the product every day."
    assert lines["responsibilities"] == [
        "Reproduce each problem before you explain it.",
        "Write down what solved it.",
        "Answer within a day, also on Fridays.",
    ]
    assert lines["required"] == ["2 years of support.", "A habit of plain words."]
    assert lines["nice-to-have"] == ["Some SQL.", "A second language."]
    assert "no place for these sections: Benefits." in admin_client.get(answer.headers["Location"]).content.decode()


def test_a_file_that_is_no_text_is_refused_with_a_reason(admin_client, role):
    page = upload(admin_client, "job.docx", b"not a document")
    assert page.context["file"].errors["file"]


@pytest.mark.slow
def test_an_occupation_is_found_by_a_title_and_started_under_it(admin_client):
    store_shipped_occupations()
    page = admin_client.get(PAGE, {"q": "registered nurse"})
    assert "/admin/start-kit/29-1141/" in page.content.decode()
    admin_client.post("/admin/start-kit/29-1141/", {"title": "charge nurse"})
    assert Role.objects.get().title == "Charge Nurse"


def test_it_takes_the_right_to_add_roles(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.get(PAGE).status_code == 403
