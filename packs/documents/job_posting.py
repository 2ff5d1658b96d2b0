"""A posting as schema.org JobPosting, in JSON-LD, for job sites.

Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

import json
from datetime import date, datetime, time

import msgspec

from packs.documents.html_writer import write_linkedin
from packs.documents.model import Document
from packs.pay_law.places import name_country, name_region
from packs.posting.facts import OfferedPlace, StatedPay, Workplace
from packs.posting.value import Posting
from roles.kit.choices import PayKind

LAST_SECOND = time(23, 59, 59)
JOB_POSTING = "job-posting"  # the name of the format


class Missing(msgspec.Struct, frozen=True):
    """What a posting lacks for job sites: title, description, organization, places, place_country, applicant_countries,
    or deadline where that is over or before the day of posting.
    """

    fields: tuple[str, ...]


type JobPostingData = dict[str, object]


def describe_job(posting: Posting, document: Document, now: datetime) -> JobPostingData | Missing:
    """The JSON-LD of a posting and its document, or what it lacks for job sites. `now` is in the local time of the
    work.

    What the posting doesn't say is left out. A posting without a date is posted today, and a deadline ends with its day
    there.
    """
    posted = posting.posted_on or now.date()
    if missing := list_missing(posting, document, now):
        return Missing(missing)
    on_site = [place for place in posting.places if place.country and not _is_remote_from(posting, place)]
    areas = [_describe_area(place) for place in posting.places if place.country and _is_remote_from(posting, place)]
    data: JobPostingData = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": document.title,
        "description": write_linkedin(document),
        "datePosted": posted.isoformat(),
        "validThrough": _end_day(posting.deadline, now) if posting.deadline else None,
        "hiringOrganization": _make_node(
            "Organization", name=posting.company, sameAs=posting.company_url, logo=posting.company_logo
        ),
        "identifier": _make_node("PropertyValue", name=posting.company, value=posting.reference)
        if posting.reference
        else None,
        "directApply": posting.direct_apply,
        "jobLocation": _one_or_more([_describe_location(place) for place in on_site]),
        "jobLocationType": "TELECOMMUTE" if _is_remote(posting) else None,
        "applicantLocationRequirements": _one_or_more(_list_distinct(areas)),
        "employmentType": _one_or_more([kind.value for kind in posting.employment]),
        "educationRequirements": _make_node(
            "EducationalOccupationalCredential", credentialCategory=posting.education.value
        )
        if posting.education
        else None,
        "experienceRequirements": {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": posting.required_years * 12,
        }
        if posting.required_years
        else None,
        "baseSalary": next((_describe_salary(pay) for pay in posting.pay if _is_salary(pay)), None),
    }
    return {name: value for name, value in data.items() if value is not None}


def list_missing(posting: Posting, document: Document, now: datetime) -> tuple[str, ...]:
    """What a posting and its document lack for job sites, by the names in Missing; () where nothing is lacking.

    A remote job must say where people may live, even where another of its places is on site.
    """
    remote, on_site = (
        [place for place in posting.places if _is_remote_from(posting, place) is wanted] for wanted in (True, False)
    )
    is_placed = any(place.country for place in on_site)
    required: dict[str, object] = {
        "title": document.title.strip(),
        "description": document.title.strip() or document.blocks,
        "organization": posting.company.strip(),
        "places": on_site or _is_remote(posting),
        "place_country": is_placed or not on_site or _is_remote(posting),
        "applicant_countries": any(place.country for place in remote) or not _is_remote(posting),
        "deadline": posting.deadline is None or posting.deadline >= max(posting.posted_on or now.date(), now.date()),
    }
    return tuple(name for name, value in required.items() if not value)


def to_script(data: JobPostingData) -> str:
    """The JSON-LD as a text to put inside a script element, which no text in it can end."""
    encoded = json.dumps(data, ensure_ascii=False, indent=2)
    return encoded.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _is_remote(posting: Posting) -> bool:
    return posting.workplace is Workplace.REMOTE or any(place.remote for place in posting.places)


def _is_remote_from(posting: Posting, place: OfferedPlace) -> bool:
    """Whether people may work anywhere in the place: it says so, or the whole job is remote."""
    return place.remote or posting.workplace is Workplace.REMOTE


def _end_day(day: date, now: datetime) -> str:
    return datetime.combine(day, LAST_SECOND, now.tzinfo).isoformat()


def _is_salary(pay: StatedPay) -> bool:
    """Whether it is base pay with both ends; a total is nothing that job sites show as salary, and 0 to 0 is no pay."""
    return pay.kind is PayKind.BASE and None not in (pay.low, pay.high) and bool(pay.high)


def _describe_location(place: OfferedPlace) -> JobPostingData:
    address = _make_node(
        "PostalAddress",
        streetAddress=place.street,
        addressLocality=place.city,
        addressRegion=place.region,
        postalCode=place.postal_code,
        addressCountry=place.country,
    )
    return {"@type": "Place", "address": address}


def _describe_area(place: OfferedPlace) -> JobPostingData:
    """Where people may live who work remotely: a state as "Colorado, USA", by Google's examples, or a country."""
    country = name_country(place.country)
    if place.region:
        return _make_node("State", name=f"{name_region(place.region, place.country)}, {country}")
    return _make_node("Country", name=country)


def _list_distinct(nodes: list[JobPostingData]) -> list[JobPostingData]:
    return [node for number, node in enumerate(nodes) if node not in nodes[:number]]


def _describe_salary(pay: StatedPay) -> JobPostingData:
    figures: JobPostingData = {"value": pay.low} if pay.low == pay.high else {"minValue": pay.low, "maxValue": pay.high}
    value = {"@type": "QuantitativeValue", **figures, "unitText": pay.period.value}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _make_node(kind: str, **properties: str) -> JobPostingData:
    """A node with the properties that are not empty."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def _one_or_more[T](values: list[T]) -> object:
    """One value by itself, as most readers expect it, several as a list, none as nothing."""
    return values[0] if len(values) == 1 else values or None
