"""What was read in a posting, its findings and its pay-law answers, as one document whose shape is kept stable.

The shape is described in docs/review-command.md: fields may be added, none is renamed or taken away.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from compensation.pay_law.rule import PayRule, WorkPlace
from packs.pay_law.judging import judge_all
from packs.pay_law.places import work_place
from packs.posting.facts import OfferedPlace, StatedPay
from packs.posting.value import Posting
from packs.review.check import review_posting
from packs.review.stated_pay import stated_pay


class ReportedSection(msgspec.Struct, frozen=True):
    """A section of the posting in a report: the name of its kind, its heading and its lines."""

    kind: str
    heading: str
    lines: list[str]


class ReportedPay(msgspec.Struct, frozen=True):
    """A pay range in `currency`; None is an end that isn't named. The period is year, month, week, day or hour."""

    low: float | None
    high: float | None
    currency: str
    period: str
    kind: str | None


class ReportedFinding(msgspec.Struct, frozen=True):
    """A finding: its check, the words it is about ("" for the whole posting), and its message."""

    check: str
    severity: str
    quote: str
    message: str


class ReportedAnswer(msgspec.Struct, frozen=True):
    """What a rule asks, and how the quoted words answer: met, missing, answer-needed or not-checkable."""

    rule: str
    asks: str
    status: str
    quote: str


class ReviewReport(msgspec.Struct, frozen=True):
    """What was read in a posting, what the checks found, and what the law of its places asks."""

    title: str
    company: str
    places: list[str]
    sections: list[ReportedSection]
    pay: list[ReportedPay]
    findings: list[ReportedFinding]
    law: list[ReportedAnswer]


def report_posting(posting: Posting, rules: Iterable[PayRule], places: Sequence[WorkPlace], on: date) -> ReviewReport:
    """A report on a posting on a day, under the rules of `places`, or of its own places where none is given."""
    offered = msgspec.structs.replace(posting, places=(*map(_offer_place, places), *posting.places))
    return ReviewReport(
        title=posting.title,
        company=posting.company,
        places=[str(place) for place in posting.places],
        sections=[
            ReportedSection(section.kind.value, section.heading, [line.text for line in section.lines])
            for section in posting.sections
        ],
        pay=_report_pay(posting if posting.pay else offered),
        findings=[
            ReportedFinding(finding.check, finding.severity.value, finding.quote, finding.message)
            for finding in review_posting(posting)
        ],
        law=_report_law(offered, rules, places or list_work_places(posting), on),
    )


def _offer_place(place: WorkPlace) -> OfferedPlace:
    """A place of work as a posting offers it, so that a sum without a sign is read in its currency."""
    return OfferedPlace(country=place.country, region=place.region, city=place.city, remote=place.remote)


def list_work_places(posting: Posting) -> list[WorkPlace]:
    """The posting's places with a known country, as pay law takes them."""
    known = (
        work_place(country=place.country, region=place.region, city=place.city, remote=place.remote)
        for place in posting.places
    )
    return [place for place in known if place]


def _report_pay(posting: Posting) -> list[ReportedPay]:
    """Pay as the facts name it, and as the text states it; once where both do."""
    all_pay: dict[StatedPay, None] = dict.fromkeys(posting.pay)
    ends = {(pay.low, pay.high, pay.currency, pay.period) for pay in posting.pay}
    for stated in stated_pay(posting):
        pay = stated.named.pay
        if (pay.low, pay.high, pay.currency, pay.period) not in ends:
            all_pay[pay] = None
    return [
        ReportedPay(pay.low, pay.high, pay.currency, pay.period.value.lower(), pay.kind.value if pay.kind else None)
        for pay in all_pay
    ]


def _report_law(
    posting: Posting, rules: Iterable[PayRule], places: Sequence[WorkPlace], on: date
) -> list[ReportedAnswer]:
    return [
        ReportedAnswer(verdict.rule.slug, str(answer.asks), answer.status.value, answer.quote)
        for verdict in judge_all(rules, posting, places, on)
        for answer in verdict.answers
    ]
