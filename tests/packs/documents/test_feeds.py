"""Feeds of one posting: Indeed's XML and the JSON of job boards."""

import json
from datetime import date, datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.documents.feeds import make_reference, write_board_json, write_indeed_feed
from packs.documents.posting import build_document
from packs.posting.facts import Education, Employment, OfferedPlace, PayPeriod, StatedPay, Workplace
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from roles.kit.choices import PayKind

NOW = datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("America/Denver"))
POSTING = Posting(
    title="Technical PM",
    company="Acme & Sons",
    sections=(PostingSection(kind=Kind.RESPONSIBILITIES, heading="Duties", lines=(PostingLine("Own the roadmap"),)),),
    places=(OfferedPlace(country="US", region="CO", city="Denver", postal_code="80202"),),
    workplace=Workplace.HYBRID,
    employment=(Employment.FULL_TIME,),
    pay=(StatedPay(low=160_000, high=190_000, kind=PayKind.BASE),),
    posted_on=date(2026, 11, 1),
    deadline=date(2026, 12, 1),
    education=Education.BACHELOR,
    required_years=3,
)


def elements(posting: Posting) -> dict[str, str]:
    root = ET.fromstring(write_indeed_feed(posting, build_document(posting), NOW).encode())  # noqa: S314 our own
    assert root.tag == "source"
    [job] = root
    return {element.tag: element.text or "" for element in job}


def board(posting: Posting) -> dict[str, object]:
    found = json.loads(write_board_json(posting, build_document(posting), NOW))
    assert isinstance(found, dict)
    return found


def test_the_feed_has_what_indeed_reads():
    found = elements(POSTING)
    assert found.pop("description").startswith("<h")
    assert found.pop("referencenumber") == make_reference(POSTING)
    assert found == {
        "title": "Technical PM",
        "date": "2026-11-01",
        "company": "Acme & Sons",
        "city": "Denver",
        "state": "CO",
        "country": "US",
        "postalcode": "80202",
        "salary": "USD 160,000 - 190,000 per year",
        "education": "bachelor degree",
        "jobtype": "fulltime",
        "experience": "3+ years",
        "expirationdate": "2026-12-01",
        "remotetype": "Hybrid remote",
    }


def test_a_reference_stays_the_same_and_a_given_one_goes_before():
    changed = msgspec.structs.replace(POSTING, sections=(), deadline=None)
    assert make_reference(changed) == make_reference(POSTING)
    assert make_reference(msgspec.structs.replace(POSTING, reference="R-7")) == "R-7"


def test_no_pay_is_no_salary():
    free = msgspec.structs.replace(POSTING, pay=(StatedPay(low=0, high=0, kind=PayKind.BASE),))
    assert "salary" not in elements(free)
    assert "salaryRange" not in board(free)


@given(st.one_of(st.sampled_from(["]]>", "<![CDATA[", "]]]]>"]), st.text(alphabet="]>&<a ", min_size=1)))
def test_no_text_breaks_the_feed(text: str):
    assert elements(msgspec.structs.replace(POSTING, company=f"x{text}y"))["company"] == f"x{text}y"


def test_the_json_has_the_fields_of_a_job_board():
    found = board(POSTING)
    assert found["text"] == "Technical PM"
    assert found["categories"] == {
        "location": "Denver, CO 80202, US",
        "allLocations": ["Denver, CO 80202, US"],
        "commitment": "FULL_TIME",
    }
    assert found["lists"] == [{"text": "Duties", "content": ["Own the roadmap"]}]
    assert found["salaryRange"] == {"min": 160000, "max": 190000, "currency": "USD", "interval": "per-year-salary"}


@pytest.mark.parametrize(
    ("workplace", "remote", "said"),
    [
        (Workplace.REMOTE, False, "remote"),
        (None, True, "remote"),
        (Workplace.ON_SITE, False, "onsite"),
        (None, False, "unspecified"),
    ],
)
def test_the_json_says_where_the_work_is_done(workplace: Workplace | None, remote: bool, said: str):
    place = OfferedPlace(country="US", remote=remote)
    assert board(msgspec.structs.replace(POSTING, workplace=workplace, places=(place,)))["workplaceType"] == said


def test_an_hour_is_an_hour():
    hourly = StatedPay(low=40, high=40, period=PayPeriod.HOUR, kind=PayKind.BASE)
    assert elements(msgspec.structs.replace(POSTING, pay=(hourly,)))["salary"] == "USD 40 per hour"


def test_pay_keeps_its_cents():
    hourly = StatedPay(low=25, high=32.5, period=PayPeriod.HOUR, kind=PayKind.BASE)
    assert elements(msgspec.structs.replace(POSTING, pay=(hourly,)))["salary"] == "USD 25 - 32.50 per hour"
