"""What the workbench writes for the hiring team is in the language of kits, whatever the site speaks."""

from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
from django.utils import translation
from lxml import html

from interviews.plan import default_plan
from packs.description.actions import find_in_description
from packs.description.from_posting import from_posting
from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.value import JobDescription, OfferedPay, Screening, Vacancy
from packs.description.wording import list_known_values
from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.job_posting import describe_job
from packs.documents.posting import build_document
from packs.forms.details import DetailsForm
from packs.forms.job_description import JobDescriptionForm
from packs.interviews.hiring_pack import hiring_pack, write_kit_document
from packs.pages.interview_kit.page import DOCUMENTS
from packs.pages.saved.changes import BY_NAME, FIELD_LABELS, MADE_FROM, list_changes
from packs.posting.facts import Employment, OfferedPlace, Workplace
from packs.reading import read_pasted
from roles.kit.choices import PayKind, Section
from tests.factories import a_kit, a_published_kit
from web.language import ENGLISH


@pytest.fixture
def spanish(monkeypatch):
    """A call of a function while the site speaks Spanish, which here is English with a mark."""
    translation.gettext("")  # so that the functions are there to be replaced

    def one(message: str) -> str:
        return message if translation.get_language() == ENGLISH else f"¡{message}!"

    def many(singular: str, plural: str, number: float) -> str:
        return one(singular if number == 1 else plural)

    monkeypatch.setattr(translation._trans, "gettext", one)
    monkeypatch.setattr(translation._trans, "ngettext", many)

    def call(function, *args):
        with translation.override("es"):
            assert translation.gettext("Pay") == "¡Pay!"
            return function(*args)

    return call


def described(kind: PayKind = PayKind.BASE) -> JobDescription:
    """A job description that says something in every field which comes out in words of ours."""
    return msgspec.structs.replace(
        start_description(a_kit(), 1),
        company="Acme",
        places=(OfferedPlace(country="United States", city="Denver", remote=True),),
        workplace=Workplace.REMOTE,
        employment=(Employment.FULL_TIME, Employment.TEMPORARY),
        pay=OfferedPay(low=Decimal(160_000), high=Decimal("180000.50"), kind=kind, bonus="10%", equity="Options"),
        benefits="Health insurance",
        deadline=date(2027, 3, 5),
        vacancy=Vacancy.EXISTING,
        screening=Screening.NOT_USED,
    )


def downloaded(name: str, kind: PayKind) -> bytes:
    return DOCUMENT_FORMATS[name].export_document(build_document(build_posting(described(kind))))


@pytest.mark.parametrize("kind", PayKind)
@pytest.mark.parametrize("name", ["text", "docx", "html", "json"])
def test_a_downloaded_job_description_is_the_same(spanish, name, kind):
    assert spanish(downloaded, name, kind) == downloaded(name, kind)


def test_a_template_starts_the_same(spanish):
    assert spanish(start_description, a_kit(), 1) == start_description(a_kit(), 1)


def test_what_fills_the_blanks_is_the_same(spanish):
    assert spanish(list_known_values, described()) == list_known_values(described())
    assert list_known_values(described())["pay"] == "Base salary: $160,000–$180,000.50 a year"


def test_the_structured_data_is_the_same(spanish):
    def data():
        return describe_job(
            build_posting(described()), build_document(build_posting(described())), datetime(2027, 1, 1, tzinfo=UTC)
        )

    assert spanish(data) == data()


def test_the_interviews_and_the_whole_pack_are_the_same(spanish):
    def documents():
        kit = a_kit()
        parts = [write_kit_document(default_plan(kit), kit, name) for name in DOCUMENTS]
        return [*parts, *hiring_pack(build_document(build_posting(described())), default_plan(kit), kit)]

    assert spanish(documents) == documents()


def test_the_checks_read_and_say_the_same(spanish):
    assert spanish(find_in_description, described(), a_kit()) == find_in_description(described(), a_kit())


@pytest.mark.slow
@pytest.mark.django_db
def test_the_preview_of_the_page_is_the_same_and_says_its_language(client, spanish):
    a_published_kit()
    sent = {}
    for name, value in JobDescriptionForm(a_kit(), described()).as_posted():
        sent.setdefault(name, []).append(value)

    def page():
        answer = client.post("/roles/technical-product-manager/job-description/", sent)
        return html.fromstring(answer.content.decode())

    here, there = page(), spanish(page)
    assert there.find_class("eyebrow")[0].text.strip() == "¡Review!"
    drawn = there.find_class("drawn")
    assert len(drawn) > len(described().lines)
    for ours, theirs in zip(
        [*here.find_class("drawn"), here.get_element_by_id("copy-plain")],
        [*drawn, there.get_element_by_id("copy-plain")],
        strict=True,
    ):
        assert theirs.attrib.pop("lang") == ENGLISH
        assert html.tostring(theirs, with_tail=False) == html.tostring(ours, with_tail=False)


@pytest.mark.django_db
def test_a_posted_form_comes_back_the_same(spanish):
    def posted():
        sent = dict(JobDescriptionForm(a_kit(), start_description(a_kit(), 1)).as_posted())
        form = JobDescriptionForm(a_kit(), start_description(a_kit(), 1), sent)
        assert form.is_valid(), form.list_errors()
        return form.read_description()

    assert spanish(posted) == posted()


def test_a_usual_heading_is_known_in_a_text_that_is_brought(spanish):
    text = "# Chef\n\n" + "\n\n".join(f"## {part.label}\n\nSomething." for part in Section)
    brought = spanish(lambda: from_posting(read_pasted(text), a_kit(), 1))
    assert brought.sections == ()


def test_a_change_is_named_in_the_language_of_the_site_and_quoted_in_that_of_kits(spanish):
    old, new = start_description(a_kit(), 1), described()
    here, there = list_changes(old, new), spanish(list_changes, old, new)
    assert [(change.key, change.before, change.after) for change in there] == [
        (change.key, change.before, change.after) for change in here
    ]
    assert {change.key: change.label for change in there}["workplace"] == "¡Workplace!"
    assert "Base salary: $160,000–$180,000.50 a year" in {change.key: change.after for change in there}["pay"]


def test_every_field_has_a_name_for_its_changes():
    told_apart = {*BY_NAME, *MADE_FROM, "lines"}
    assert {*JobDescription.__struct_fields__} - told_apart <= {*DetailsForm.base_fields, *FIELD_LABELS}
