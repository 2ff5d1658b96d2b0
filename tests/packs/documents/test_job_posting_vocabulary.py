"""A JobPosting against schema.org's vocabulary, as rdflib ships it, and against what Google requires and recommends."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
import yaml
from rdflib import SDO, URIRef

from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.value import OfferedPay
from packs.documents.job_posting import describe_job
from packs.documents.posting import build_document
from packs.documents.text_writer import write_text
from packs.posting.facts import Education, Employment, OfferedPlace, PayPeriod, StatedPay, Workplace
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from roles.kit.choices import PayKind
from tests.factories import a_kit

GOOGLE = yaml.safe_load((Path(__file__).parent / "google_job_posting.yaml").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("America/Denver"))
DENVER = OfferedPlace(country="US", region="CO", city="Denver", street="1 Mint St", postal_code="80202")
PLACES = {
    "on site": ((DENVER,), Workplace.ON_SITE),
    "remote": ((DENVER, OfferedPlace(country="Canada")), Workplace.REMOTE),
    "both": ((DENVER, OfferedPlace(country="US", remote=True)), None),
}


def whole_posting(places: tuple[OfferedPlace, ...], workplace: Workplace | None) -> Posting:
    return Posting(
        title="Technical PM",
        company="Acme",
        sections=(PostingSection(kind=Kind.RESPONSIBILITIES, lines=(PostingLine("Own the roadmap"),)),),
        places=places,
        workplace=workplace,
        employment=(Employment.FULL_TIME, Employment.PART_TIME),
        pay=(StatedPay(low=40, high=50, period=PayPeriod.HOUR, kind=PayKind.BASE),),
        posted_on=date(2026, 11, 1),
        deadline=date(2026, 12, 1),
        reference="R-7",
        company_url="https://acme.example/",
        company_logo="https://acme.example/logo.png",
        direct_apply=True,
        education=Education.BACHELOR,
        required_years=3,
    )


def described(name: str) -> dict[str, object]:
    posting = whole_posting(*PLACES[name])
    found = describe_job(posting, build_document(posting), NOW)
    assert isinstance(found, dict)
    return found


def nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(part)


@pytest.mark.parametrize("name", PLACES)
def test_every_type_and_property_is_in_the_vocabulary_of_schema_org(name: str):
    found = [*nodes(described(name))]
    assert len(found) >= 6
    for node in found:
        terms = {str(node["@type"]), *node} - {"@type", "@context"}
        assert [term for term in terms if URIRef(f"https://schema.org/{term}") not in SDO] == []


def test_a_term_that_is_not_in_the_vocabulary_is_seen():
    assert URIRef("https://schema.org/postalZip") not in SDO


@pytest.mark.parametrize("name", PLACES)
def test_every_property_has_a_type_that_google_reads(name: str):
    for node, (kind, properties) in product(nodes(described(name)), GOOGLE["types"].items()):
        if node["@type"] != kind:
            continue
        for named, kinds in properties.items():
            assert {part["@type"] for part in nodes(node.get(named)) if part in _list_values(node.get(named))} <= {
                *kinds
            }


@pytest.mark.parametrize("name", PLACES)
def test_what_google_requires_and_recommends_is_there(name: str):
    found, required = described(name), GOOGLE["required"]
    wanted = [*required["always"], *GOOGLE["recommended"]]
    wanted += required["on_site"] if name != "remote" else []
    wanted += required["remote"] if name != "on site" else []
    assert [term for term in wanted if term not in found] == []


def test_our_words_are_those_that_google_reads():
    assert {kind.value for kind in Employment} <= {*GOOGLE["employment_types"]}
    assert {period.value for period in PayPeriod} == {*GOOGLE["salary_units"]}
    assert {education.value for education in Education} == {*GOOGLE["credential_categories"]}


def test_what_is_marked_up_stands_in_the_text():
    described = msgspec.structs.replace(
        start_description(a_kit(), 1),
        company="Acme",
        places=(DENVER,),
        employment=(Employment.FULL_TIME,),
        pay=OfferedPay(low=Decimal(160_000), high=Decimal(190_000)),
        deadline=date(2026, 12, 1),
        reference="R-7",
        education=Education.BACHELOR,
        experience_min=5,
        experience_max=7,
    )
    posting = build_posting(described)
    document = build_document(posting)
    found = describe_job(posting, document, NOW)
    assert isinstance(found, dict)
    text = write_text(document)
    said = ("1 Mint St", "Denver", "80202", "Full-time", "160,000", "190,000", "December 1, 2026", "R-7", "Bachelor")
    assert [words for words in said if words not in text] == []
    assert "5–7 years" in text
    asked = found["experienceRequirements"]
    assert isinstance(asked, dict)
    assert asked["monthsOfExperience"] == 60


def _list_values(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
