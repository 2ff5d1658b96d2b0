"""A posting as schema.org JobPosting, in JSON-LD, for job sites.

Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

import json
from datetime import UTC, date, datetime, time

import msgspec

from packs.documents.html_writer import write_linkedin
from packs.documents.model import Document
from packs.posting.facts import OfferedPlace, StatedPay
from packs.posting.value import Posting
from roles.kit.choices import PayKind

LAST_SECOND = time(23, 59, 59, tzinfo=UTC)


class Missing(msgspec.Struct, frozen=True):
    """What must be there before a posting can be published.

    Its names are title, description, organization, places and applicant_countries.
    """

    fields: tuple[str, ...]


type JobPostingData = dict[str, object]


def describe_job(posting: Posting, document: Document, today: date) -> JobPostingData | Missing:
    """The JSON-LD of a posting and its document as posted today, or what it lacks. What it does not say is left out."""
    if missing := list_missing(posting, document):
        return Missing(missing)
    on_site = [place for place in posting.places if place.country and not place.remote]
    countries = _list_remote_countries(posting)
    data: JobPostingData = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": document.title,
        "description": write_linkedin(document),
        "datePosted": today.isoformat(),
        "validThrough": datetime.combine(posting.deadline, LAST_SECOND).isoformat() if posting.deadline else None,
        "hiringOrganization": _make_node("Organization", name=posting.company),
        "jobLocation": _one_or_more([_describe_location(place) for place in on_site]),
        "jobLocationType": "TELECOMMUTE" if _is_remote(posting) else None,
        "applicantLocationRequirements": _one_or_more([_make_node("Country", name=country) for country in countries]),
        "employmentType": _one_or_more([kind.value for kind in posting.employment]),
        "baseSalary": next((_describe_salary(pay) for pay in posting.pay if _is_salary(pay)), None),
    }
    return {name: value for name, value in data.items() if value is not None}


def list_missing(posting: Posting, document: Document) -> tuple[str, ...]:
    """What a posting and its document lack for job sites, by the names in Missing; empty where they lack nothing."""
    is_remote, countries = _is_remote(posting), _list_remote_countries(posting)
    is_placed = any(place.country and not place.remote for place in posting.places)
    required: dict[str, object] = {
        "title": document.title.strip(),
        "description": document.title.strip() or document.blocks,
        "organization": posting.company.strip(),
        "places": is_placed or is_remote,
        "applicant_countries": countries or is_placed or not is_remote,
    }
    return tuple(name for name, value in required.items() if not value)


def to_script(data: JobPostingData) -> str:
    """The JSON-LD for the inside of a script element, which no text in it can end."""
    encoded = json.dumps(data, ensure_ascii=False, indent=2)
    return encoded.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _is_remote(posting: Posting) -> bool:
    return any(place.remote for place in posting.places)


def _list_remote_countries(posting: Posting) -> list[str]:
    """The countries from which people may work remotely, each once."""
    return [*dict.fromkeys(place.country for place in posting.places if place.remote and place.country)]


def _is_salary(pay: StatedPay) -> bool:
    """Whether it is base pay with both ends; a total is nothing that job sites show as salary."""
    return pay.kind is PayKind.BASE and None not in (pay.low, pay.high)


def _describe_location(place: OfferedPlace) -> JobPostingData:
    address = _make_node(
        "PostalAddress", addressLocality=place.city, addressRegion=place.region, addressCountry=place.country
    )
    return {"@type": "Place", "address": address}


def _describe_salary(pay: StatedPay) -> JobPostingData:
    figures: JobPostingData = {"value": pay.low} if pay.low == pay.high else {"minValue": pay.low, "maxValue": pay.high}
    value = {"@type": "QuantitativeValue", **figures, "unitText": pay.period.value}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _make_node(kind: str, **properties: str) -> JobPostingData:
    """A node with the properties that are not empty."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def _one_or_more[T](values: list[T]) -> T | list[T] | None:
    """One value by itself, as most readers expect it, several as a list, none as nothing."""
    return values[0] if len(values) == 1 else values or None
