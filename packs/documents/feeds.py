"""A posting for feeds: an XML feed of one job in Indeed's layout, and JSON in the layout of job boards' public APIs.

Elements of the feed: https://docs.indeed.com/indeed-apply/xml-feed
Fields of the JSON: https://github.com/lever/postings-api
"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from packs.documents.html_writer import write_fragment, write_indeed
from packs.documents.model import Document
from packs.documents.text_writer import write_text
from packs.posting.facts import OfferedPlace, PayPeriod, StatedPay, Workplace
from packs.posting.value import Posting, PostingSection
from roles.kit.choices import PayKind

_JOB_TYPES = {
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "INTERN": "internship",
}
_REMOTE_TYPES = {Workplace.REMOTE: "Fully remote", Workplace.HYBRID: "Hybrid remote"}
_INTERVALS = {
    PayPeriod.YEAR: "per-year-salary",
    PayPeriod.MONTH: "per-month-salary",
    PayPeriod.WEEK: "per-week-salary",
    PayPeriod.DAY: "per-day-wage",
    PayPeriod.HOUR: "per-hour-wage",
}
type BoardPosting = dict[str, Any]


def write_indeed_feed(posting: Posting, document: Document, now: datetime) -> str:
    """An XML feed with one job; what the posting doesn't say is left out. `now` is in the local time of the work."""
    place = next(iter(posting.places), OfferedPlace())
    salary = _find_salary(posting)
    elements = {
        "title": document.title,
        "date": (posting.posted_on or now.date()).isoformat(),
        "referencenumber": make_reference(posting),
        "requisitionid": posting.reference,
        "company": posting.company,
        "streetaddress": place.street,
        "city": place.city,
        "state": place.region,
        "country": place.country,
        "postalcode": place.postal_code,
        "description": write_indeed(document),
        "salary": _word_salary(salary) if salary else "",
        "education": posting.education.value if posting.education else "",
        "jobtype": ", ".join(_JOB_TYPES[kind.value] for kind in posting.employment),
        "experience": f"{posting.required_years}+ years" if posting.required_years else "",
        "expirationdate": posting.deadline.isoformat() if posting.deadline else "",
        "remotetype": _word_remote(_find_workplace(posting)),
    }
    lines = "".join(f"    <{name}>{_write_cdata(text)}</{name}>\n" for name, text in elements.items() if text)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<source>\n  <job>\n{lines}  </job>\n</source>\n'


def write_board_json(posting: Posting, document: Document, now: datetime) -> bytes:
    """The posting as one entry of a job board's list of postings; what it doesn't say is left out."""
    salary = _find_salary(posting)
    places = [str(place) for place in posting.places]
    data: BoardPosting = {
        "id": make_reference(posting),
        "text": document.title,
        "createdAt": (posting.posted_on or now.date()).isoformat(),
        "categories": {
            "location": places[0] if places else None,
            "allLocations": places or None,
            "commitment": ", ".join(str(kind.value) for kind in posting.employment) or None,
        },
        "country": next((place.country for place in posting.places if place.country), None),
        "workplaceType": (_find_workplace(posting) or "unspecified").replace("on-site", "onsite"),
        "description": write_fragment(document),
        "descriptionPlain": write_text(document),
        "lists": [_describe_list(section) for section in posting.sections if section.lines],
        "salaryRange": _describe_range(salary) if salary else None,
    }
    return msgspec.json.format(msgspec.json.encode(dict(_list_given(data))), indent=2) + b"\n"


def make_reference(posting: Posting) -> str:
    """The posting's own reference, or one made of its company, title and places that stays the same while they do."""
    if posting.reference:
        return posting.reference
    named = "\n".join((posting.company, posting.title, *map(str, posting.places)))
    return sha256(named.encode()).hexdigest()[:16]


def _find_workplace(posting: Posting) -> Workplace | None:
    """Where the work is done; remote where every place is."""
    if posting.places and all(place.remote for place in posting.places):
        return Workplace.REMOTE
    return posting.workplace


def _word_remote(workplace: Workplace | None) -> str:
    return _REMOTE_TYPES.get(workplace, "") if workplace else ""


def _find_salary(posting: Posting) -> StatedPay | None:
    """The base pay with both ends; 0 to 0 is no pay."""
    return next((pay for pay in posting.pay if pay.kind is PayKind.BASE and pay.low is not None and pay.high), None)


def _word_salary(pay: StatedPay) -> str:
    ends = dict.fromkeys(_word_figure(end) for end in (pay.low, pay.high) if end is not None)
    return f"{pay.currency} {' - '.join(ends)} per {pay.period.value.lower()}"


def _word_figure(amount: float) -> str:
    """The figure with its cents, if it has any."""
    return f"{amount:,.2f}".removesuffix(".00")


def _describe_range(pay: StatedPay) -> BoardPosting:
    return {"min": pay.low, "max": pay.high, "currency": pay.currency, "interval": _INTERVALS[pay.period]}


def _describe_list(section: PostingSection) -> BoardPosting:
    return {"text": section.heading, "content": [line.text for line in section.lines]}


def _list_given(data: BoardPosting) -> Iterator[tuple[str, Any]]:
    for name, value in data.items():
        given = dict(_list_given(value)) if isinstance(value, dict) else value
        if given not in (None, "", [], {}):
            yield name, given


def _write_cdata(text: str) -> str:
    """Text as a CDATA section, or as several where it holds the mark that ends one."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
