import json
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.documents.job_posting import (
    EmploymentType,
    JobPosting,
    Missing,
    PayUnit,
    PostedPay,
    PostedPlace,
    job_posting,
    to_script,
)

DENVER = PostedPlace(country="US", region="CO", locality="Denver")


def posting(**changes: object) -> JobPosting:
    whole = JobPosting(
        title="Technical PM",
        description="<p>Own the roadmap</p>",
        date_posted=date(2026, 11, 2),
        organization="Acme",
        places=(DENVER,),
    )
    return msgspec.structs.replace(whole, **changes)


def data(**changes: object) -> dict[str, object]:
    found = job_posting(posting(**changes))
    assert not isinstance(found, Missing)
    return found


def test_it_says_what_the_posting_says_and_no_more():
    assert data() == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Technical PM",
        "description": "<p>Own the roadmap</p>",
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
    ("field", "empty"),
    [("title", " "), ("description", ""), ("date_posted", None), ("organization", ""), ("places", ())],
)
def test_it_names_a_required_field_that_is_missing(field, empty):
    assert job_posting(posting(**{field: empty})) == Missing((field,))


def test_an_empty_posting_lacks_everything_at_once():
    assert job_posting(JobPosting()) == Missing(("title", "description", "date_posted", "organization", "places"))


def test_remote_work_needs_a_country_in_place_of_a_place():
    assert job_posting(posting(places=(), remote=True)) == Missing(("applicant_countries",))
    found = data(places=(), remote=True, applicant_countries=("US", "CA"))
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "US"},
        {"@type": "Country", "name": "CA"},
    ]
    assert "jobLocation" not in found


def test_who_may_work_remotely_is_left_out_where_nobody_does():
    assert "applicantLocationRequirements" not in data(applicant_countries=("US",))


def test_several_places_are_a_list():
    assert len(data(places=(DENVER, PostedPlace(country="DE", locality="Berlin")))["jobLocation"]) == 2


def test_pay_is_a_range_or_one_figure():
    assert data(pay=PostedPay(low=200_000, high=280_000, currency="USD"))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 200_000, "maxValue": 280_000, "unitText": "YEAR"},
    }
    assert data(pay=PostedPay(low=40, high=40, currency="USD", unit=PayUnit.HOUR))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "value": 40, "unitText": "HOUR"},
    }


def test_it_takes_the_recommended_properties():
    found = data(
        employment_types=(EmploymentType.FULL_TIME,),
        valid_through=datetime(2027, 1, 15, 23, 59, tzinfo=UTC),
        identifier="TPM-7",
        direct_apply=False,
        organization_url="https://acme.example",
    )
    assert found["employmentType"] == "FULL_TIME"
    assert found["validThrough"] == "2027-01-15T23:59:00+00:00"
    assert found["identifier"] == {"@type": "PropertyValue", "name": "Acme", "value": "TPM-7"}
    assert found["directApply"] is False
    assert found["hiringOrganization"] == {"@type": "Organization", "name": "Acme", "sameAs": "https://acme.example"}


@given(st.one_of(st.sampled_from(["</script>", "<!--", "]]>", "&lt;", "\u2028"]), st.text(min_size=1)))
def test_no_text_ends_the_script_that_holds_it(text):
    found = data(description=f"x{text}", organization=f"y{text}")
    script = to_script(found)
    assert not {"<", ">", "&"} & set(script)
    assert json.loads(script) == found
