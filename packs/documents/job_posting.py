"""A person's own posting as schema.org JobPosting, in JSON-LD.

Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

import json
from datetime import date, datetime
from enum import StrEnum

import msgspec


class EmploymentType(StrEnum):
    """The words that JobPosting knows."""

    FULL_TIME = "FULL_TIME"
    PART_TIME = "PART_TIME"
    CONTRACTOR = "CONTRACTOR"
    TEMPORARY = "TEMPORARY"
    INTERN = "INTERN"
    VOLUNTEER = "VOLUNTEER"
    PER_DIEM = "PER_DIEM"
    OTHER = "OTHER"


class PayUnit(StrEnum):
    """The time that a pay figure is for."""

    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


class PostedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where the work is done. `country` is an ISO 3166-1 code."""

    country: str
    locality: str = ""
    region: str = ""
    street: str = ""
    postal_code: str = ""


class PostedPay(msgspec.Struct, frozen=True, kw_only=True):
    """Base pay; one figure where low and high are equal. `currency` is an ISO 4217 code."""

    low: float
    high: float
    currency: str
    unit: PayUnit = PayUnit.YEAR


class JobPosting(msgspec.Struct, frozen=True, kw_only=True):
    """What a posting says. `description` is HTML; `applicant_countries` is who may work remotely."""

    title: str = ""
    description: str = ""
    date_posted: date | None = None
    valid_through: datetime | None = None
    organization: str = ""
    organization_url: str = ""
    places: tuple[PostedPlace, ...] = ()
    remote: bool = False
    applicant_countries: tuple[str, ...] = ()
    employment_types: tuple[EmploymentType, ...] = ()
    pay: PostedPay | None = None
    identifier: str = ""
    direct_apply: bool | None = None


class Missing(msgspec.Struct, frozen=True):
    """The fields of Posting that must be there before a posting can be published."""

    fields: tuple[str, ...]


type JobPostingData = dict[str, object]


def job_posting(posting: JobPosting) -> JobPostingData | Missing:
    """The posting's JSON-LD, or what it lacks. Properties that it says nothing about are left out."""
    if missing := _list_missing(posting):
        return Missing(missing)
    data: JobPostingData = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": posting.title,
        "description": posting.description,
        "datePosted": posting.date_posted.isoformat() if posting.date_posted else None,
        "validThrough": posting.valid_through.isoformat() if posting.valid_through else None,
        "hiringOrganization": _make_node("Organization", name=posting.organization, sameAs=posting.organization_url),
        "jobLocation": _one_or_more([_describe_location(place) for place in posting.places]),
        "jobLocationType": "TELECOMMUTE" if posting.remote else None,
        "applicantLocationRequirements": _one_or_more(
            [_make_node("Country", name=country) for country in posting.applicant_countries] if posting.remote else []
        ),
        "employmentType": _one_or_more([str(kind) for kind in posting.employment_types]),
        "baseSalary": _describe_salary(posting.pay) if posting.pay else None,
        "identifier": _make_node("PropertyValue", name=posting.organization, value=posting.identifier)
        if posting.identifier
        else None,
        "directApply": posting.direct_apply,
    }
    return {name: value for name, value in data.items() if value is not None}


def to_script(data: JobPostingData) -> str:
    """The JSON-LD for the inside of a script element, which no text in it can end."""
    encoded = json.dumps(data, ensure_ascii=False, indent=2)
    return encoded.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _list_missing(posting: JobPosting) -> tuple[str, ...]:
    required: dict[str, object] = {
        "title": posting.title.strip(),
        "description": posting.description.strip(),
        "date_posted": posting.date_posted,
        "organization": posting.organization.strip(),
        "places": posting.places or posting.remote,
        "applicant_countries": posting.applicant_countries or posting.places or not posting.remote,
    }
    return tuple(name for name, value in required.items() if not value)


def _describe_location(place: PostedPlace) -> JobPostingData:
    address = _make_node(
        "PostalAddress",
        streetAddress=place.street,
        addressLocality=place.locality,
        addressRegion=place.region,
        postalCode=place.postal_code,
        addressCountry=place.country,
    )
    return {"@type": "Place", "address": address}


def _describe_salary(pay: PostedPay) -> JobPostingData:
    figures: JobPostingData = {"value": pay.low} if pay.low == pay.high else {"minValue": pay.low, "maxValue": pay.high}
    value = {"@type": "QuantitativeValue", **figures, "unitText": str(pay.unit)}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _make_node(kind: str, **properties: str) -> JobPostingData:
    """A node with the properties that are not empty."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def _one_or_more[T](values: list[T]) -> T | list[T] | None:
    """One value by itself, as most readers expect it, several as a list, none as nothing."""
    return values[0] if len(values) == 1 else values or None
