"""A job description as the structured data that job sites read, or what it lacks for that."""

from datetime import UTC, date, datetime, time

from django.utils.translation import gettext_lazy as _

from packs.description.value import JobDescription, OfferedPay
from packs.documents import html_writer
from packs.documents.job_posting import (
    EmploymentType,
    JobPosting,
    JobPostingData,
    Missing,
    PayUnit,
    PostedPay,
    PostedPlace,
    job_posting,
)
from packs.documents.model import Document
from packs.posting.facts import OfferedPlace
from roles.kit.choices import PayKind

MISSING_LABELS = {
    "title": _("a job title"),
    "description": _("lines"),
    "date_posted": _("a date"),
    "organization": _("the company name"),
    "places": _("a place"),
    "applicant_countries": _("the country where people may work remotely"),
}


def job_ad(description: JobDescription, document: Document, today: date) -> JobPostingData | Missing:
    """The JSON-LD of the job description as posted today, or the fields that are missing."""
    remote = [place for place in description.places if place.remote]
    return job_posting(
        JobPosting(
            title=document.title,
            description=html_writer.write_linkedin(document),
            date_posted=today,
            valid_through=_end_of(description.deadline),
            organization=description.company,
            places=tuple(_convert_place(place) for place in description.places if place.country and not place.remote),
            remote=bool(remote),
            applicant_countries=tuple(dict.fromkeys(place.country for place in remote if place.country)),
            employment_types=tuple(EmploymentType(kind.value) for kind in description.employment),
            pay=_convert_pay(description.pay),
        )
    )


def describe_missing(missing: Missing) -> list[str]:
    """What is missing, in words."""
    return [str(MISSING_LABELS[name]) for name in missing.fields]


def _convert_place(place: OfferedPlace) -> PostedPlace:
    return PostedPlace(country=place.country, region=place.region, locality=place.city)


def _convert_pay(pay: OfferedPay) -> PostedPay | None:
    """Base pay with both ends; a total is nothing that job sites show as salary."""
    if pay.kind is not PayKind.BASE or pay.low is None or pay.high is None:
        return None
    return PostedPay(low=float(pay.low), high=float(pay.high), currency=pay.currency, unit=PayUnit(pay.period.value))


def _end_of(deadline: date | None) -> datetime | None:
    return datetime.combine(deadline, time(23, 59, 59), UTC) if deadline else None
