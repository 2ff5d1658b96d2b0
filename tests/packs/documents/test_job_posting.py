import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.documents.job_posting import Missing, describe_job, to_script
from packs.documents.posting import build_document
from packs.posting.facts import Education, Employment, OfferedPlace, PayPeriod, StatedPay, Workplace
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from roles.kit.choices import PayKind

NOW = datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("America/Denver"))
DENVER = OfferedPlace(country="US", region="CO", city="Denver")
DUTIES = PostingSection(kind=Kind.RESPONSIBILITIES, lines=(PostingLine("Own the roadmap", bullet=False),))


def described(**changes: object) -> object:
    posting = Posting(title="Technical PM", sections=(DUTIES,), company="Acme", places=(DENVER,))
    changed = msgspec.structs.replace(posting, **changes)
    return describe_job(changed, build_document(changed), NOW)


def data(**changes: object) -> dict[str, object]:
    found = described(**changes)
    assert isinstance(found, dict)
    return found


def test_it_says_what_the_posting_says_and_no_more():
    assert data() == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Technical PM",
        "description": "<p><strong>Technical PM</strong></p>\n<p>Own the roadmap</p>\n",
        "datePosted": "2026-11-02",
        "hiringOrganization": {"@type": "Organization", "name": "Acme"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Denver",
                "addressRegion": "CO",
                "addressCountry": "US",
            },
        },
    }


@pytest.mark.parametrize(
    ("field", "empty", "name"), [("title", " ", "title"), ("company", " ", "organization"), ("places", (), "places")]
)
def test_it_names_a_required_field_that_is_missing(field, empty, name):
    assert described(**{field: empty}) == Missing((name,))


def test_an_empty_posting_lacks_everything_at_once():
    empty = Posting(title="")
    missing = Missing(("title", "description", "organization", "places"))
    assert describe_job(empty, build_document(empty), NOW) == missing


def test_remote_work_needs_a_country_in_place_of_a_place():
    assert described(places=(OfferedPlace(remote=True),)) == Missing(("applicant_countries",))
    found = data(places=(OfferedPlace(country="US", remote=True), OfferedPlace(country="CA", remote=True)))
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "USA"},
        {"@type": "Country", "name": "Canada"},
    ]
    assert "jobLocation" not in found


def test_who_may_work_remotely_is_left_out_where_nobody_does():
    assert "applicantLocationRequirements" not in data()


def test_several_places_are_a_list():
    assert len(data(places=(DENVER, OfferedPlace(country="DE", city="Berlin")))["jobLocation"]) == 2


def test_pay_is_a_range_or_one_figure():
    assert data(pay=(StatedPay(low=200_000, high=280_000, kind=PayKind.BASE),))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 200_000, "maxValue": 280_000, "unitText": "YEAR"},
    }
    hourly = StatedPay(low=40, high=40, period=PayPeriod.HOUR, kind=PayKind.BASE)
    assert data(pay=(hourly,))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "value": 40, "unitText": "HOUR"},
    }


def test_the_base_salary_is_taken_where_a_total_stands_beside_it():
    total = StatedPay(low=1, high=2, kind=PayKind.TOTAL)
    found = data(pay=(total, StatedPay(low=3, high=4, kind=PayKind.BASE)))["baseSalary"]
    assert found["value"]["maxValue"] == 4


def test_it_takes_the_recommended_properties():
    found = data(employment=(Employment.FULL_TIME,), deadline=date(2027, 1, 15))
    assert found["employmentType"] == "FULL_TIME"
    assert found["validThrough"] == "2027-01-15T23:59:59-07:00"


@given(st.one_of(st.sampled_from(["</script>", "<!--", "]]>", "&lt;", "\u2028"]), st.text(min_size=1)))
def test_no_text_ends_the_script_that_holds_it(text):
    found = data(title=f"x{text}", company=f"y{text}")
    script = to_script(found)
    assert not {"<", ">", "&"} & set(script)
    assert json.loads(script) == found


def test_a_posting_with_a_date_is_posted_then():
    assert data(posted_on=date(2026, 12, 10))["datePosted"] == "2026-12-10"


def test_a_deadline_ends_by_the_clock_of_its_own_day():
    assert data(deadline=date(2027, 7, 1))["validThrough"] == "2027-07-01T23:59:59-06:00"


def test_a_remote_job_says_where_people_may_live():
    places = (DENVER, OfferedPlace(country="CA"), OfferedPlace(country="CA"))
    found = data(places=places, workplace=Workplace.REMOTE)
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in found
    assert found["applicantLocationRequirements"] == [
        {"@type": "State", "name": "Colorado, USA"},
        {"@type": "Country", "name": "Canada"},
    ]


@pytest.mark.parametrize(
    ("place", "node"),
    [
        (OfferedPlace(country="United States", region="Colorado"), {"@type": "State", "name": "Colorado, USA"}),
        (OfferedPlace(country="Canada", region="ON"), {"@type": "State", "name": "Ontario, Canada"}),
        (OfferedPlace(country="Germany"), {"@type": "Country", "name": "Germany"}),
        (OfferedPlace(country="Narnia", region="Lantern Waste"), {"@type": "State", "name": "Lantern Waste, Narnia"}),
    ],
)
def test_where_people_may_live_is_named_in_full(place, node):
    assert data(places=(place,), workplace=Workplace.REMOTE)["applicantLocationRequirements"] == node


def test_remote_work_needs_a_country_also_beside_a_place_on_site():
    assert described(places=(DENVER, OfferedPlace(remote=True))) == Missing(("applicant_countries",))


def test_no_pay_is_left_out():
    assert "baseSalary" not in data(pay=(StatedPay(low=0, high=0, kind=PayKind.BASE),))


@pytest.mark.parametrize(
    ("posted_on", "deadline"), [(None, date(2026, 11, 1)), (date(2026, 12, 10), date(2026, 12, 9))]
)
def test_a_deadline_that_is_over_or_before_the_posting_date_is_named(posted_on, deadline):
    assert described(posted_on=posted_on, deadline=deadline) == Missing(("deadline",))


def test_the_last_day_is_not_over():
    assert data(deadline=NOW.date())["validThrough"] == "2026-11-02T23:59:59-07:00"


def test_what_only_the_employer_knows_is_told_when_known():
    place = OfferedPlace(country="US", region="CO", city="Denver", street="1 Mint St", postal_code="80202")
    found = data(
        places=(place,),
        reference="R-7",
        company_url="https://acme.example/",
        company_logo="https://acme.example/logo.png",
        direct_apply=False,
        education=Education.BACHELOR,
        required_years=3,
    )
    assert found["identifier"] == {"@type": "PropertyValue", "name": "Acme", "value": "R-7"}
    assert found["hiringOrganization"]["sameAs"] == "https://acme.example/"
    assert found["hiringOrganization"]["logo"] == "https://acme.example/logo.png"
    assert found["directApply"] is False
    assert found["jobLocation"]["address"]["streetAddress"] == "1 Mint St"
    assert found["jobLocation"]["address"]["postalCode"] == "80202"
    assert found["educationRequirements"]["credentialCategory"] == "bachelor degree"
    assert found["experienceRequirements"]["monthsOfExperience"] == 36


def test_no_years_are_no_requirement():
    assert "experienceRequirements" not in data(required_years=0)


def test_a_place_without_a_country_lacks_just_that():
    assert described(places=(OfferedPlace(city="Denver"),)) == Missing(("place_country",))
