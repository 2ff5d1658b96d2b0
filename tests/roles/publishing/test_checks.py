"""What a kit is checked for before it is published, and that errors stop and warnings ask."""

import msgspec
import pytest

from roles.kit.value import KitTemplateLine
from roles.models.edition import Edition
from roles.publishing.checks import KitSeverity, check_kit
from roles.publishing.rows import save_kit
from tests.desk import untouched
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


def found(severity, **changes):
    return [f"{one.where}: {one.message}" for one in check_kit(a_kit(**changes)) if one.severity == severity]


def questions(**changes):
    """The competencies, their first question changed."""
    first, *others = a_kit().competencies
    question = msgspec.structs.replace(first.questions[0], **changes)
    return [msgspec.structs.replace(first, questions=[question, *first.questions[1:]]), *others]


def with_line(text):
    line = KitTemplateLine(section=a_kit().job_description[0].section, text=text)
    return [*a_kit().job_description, line]


def test_a_kit_of_the_library_has_no_error():
    assert found(KitSeverity.ERROR) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"skills": [], "job_description": [], "competencies": []}, "Skills: There are none yet."),
        ({"competencies": questions(anchor_3=["One"])}, "needs at least 2 behaviors at score 3"),
        ({"job_description": with_line("Ask [team about it.")}, "A bracket is missing or empty: Ask [team about it."),
        ({"related": ["technical-product-manager"]}, "The role names itself."),
        (
            {"job_description": with_line("Lead [number] people through [number] Directors.")},
            "[number] stands for “[number] people” and “[number] Directors”.",
        ),
    ],
)
def test_an_error(changes, message):
    assert message in "\n".join(found(KitSeverity.ERROR, **changes))


@pytest.mark.parametrize("text", ["[number] teams, and again [number] teams.", "[team] builds what [team] needs."])
def test_a_blank_that_means_one_thing_twice_is_no_error(text):
    assert found(KitSeverity.ERROR, job_description=with_line(text)) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"job_description": with_line("Join [compny name].")}, "[company name] and [compny name] look like one blank"),
        ({"job_description": with_line("[a] [b] [c] [d] [e] [f] [g]")}, "Keep it to 9"),
        ({"related": ["no-such-role"]}, "No role on the site has the address 'no-such-role'"),
        ({"faqs": []}, "Frequently asked questions: There are none yet."),
        ({"summary": "x" * 161}, "161 characters"),
        ({"competencies": questions(probes=[])}, "has no follow-up question"),
    ],
)
def test_a_warning(changes, message):
    assert message in "\n".join(found(KitSeverity.WARNING, **changes))


def test_the_writing_checks_of_the_workbench_read_the_template():
    text = "\n".join(
        found(KitSeverity.ERROR, job_description=with_line("You are a young and energetic native speaker."))
    )
    assert "Job description template" in text


@pytest.mark.slow
def test_an_error_stops_publishing_whatever_is_posted(admin_client):
    role = a_published_kit().role
    save_kit(a_kit(competencies=questions(anchor_1=[])))
    address = f"/admin/roles/role/{role.pk}/publish/"
    assert b"Fix the errors below" in admin_client.get(address).content
    admin_client.post(address, {"note": "All the same", "accept": "on"})
    assert Edition.objects.count() == 1


@pytest.mark.slow
def test_a_warning_asks(admin_client):
    role = a_published_kit().role
    save_kit(a_kit(faqs=[]))
    address = f"/admin/roles/role/{role.pk}/publish/"
    data = untouched(admin_client.get(address)) | {"note": "Fewer answers"}
    assert b"check this box" in admin_client.post(address, data).content
    assert Edition.objects.count() == 1
    admin_client.post(address, data | {"accept": "on"})
    assert Edition.objects.count() == 2
