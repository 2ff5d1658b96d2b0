"""What the preview of a job description shows: the text, what the checks find in it, and what pay law asks."""

import re
from collections.abc import Set
from datetime import date

import msgspec
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe

from compensation.models.pay_law import current_rules
from compensation.pay_law.rule import WorkPlace
from packs.description.posting import add_kit, build_posting
from packs.description.value import JobDescription
from packs.documents import html_writer, text_writer
from packs.documents.job_posting import list_missing
from packs.documents.model import Document, blanks_left
from packs.documents.posting import build_document
from packs.forms.job_description import JobDescriptionForm
from packs.pages.offered import JOB_POSTING, describe_missing
from packs.pay_law.judging import Verdict, judge_all
from packs.pay_law.places import find_work_place, localize_now
from packs.posting.value import Posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.reviewing import review_posting
from packs.review.showing import (
    MOST_HIGHLIGHTED,
    MOST_LISTED,
    SEVERITY_NAMES,
    More,
    by_severity,
    can_rewrite,
    count_severities,
    first_of_each_check,
    mark_findings,
    name_anchor,
)
from packs.review.sources import REVIEW_SOURCES
from roles.kit.choices import PaperSize
from roles.kit.value import Kit
from web.child_pool import StoppedError, run_task
from web.view import View

ANCHOR = re.compile(' id="(flag-[a-z0-9-]+)"')


class ShownFinding(msgspec.Struct, frozen=True):
    """A finding with the name of its words in the preview, whether a press rewrites them, and who says so."""

    finding: Finding
    anchor: str
    can_rewrite: bool
    source: str

    @property
    def severity(self) -> str:
        """How grave it is, in a word."""
        return str(SEVERITY_NAMES[self.finding.severity])


class ShownReview(msgspec.Struct, frozen=True, kw_only=True):
    """The findings, the gravest first, how many of each check are left out, and how many there are of each severity.

    Where the checks took more than they may there are none, and `stopped` says why.
    """

    findings: list[ShownFinding]
    more: list[More]
    counts: list[tuple[FindingSeverity, str]]
    stopped: str


class ShownLaw(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules of the places ask on the day of the posting, and the countries that nobody knows."""

    day: date
    places: list[WorkPlace]
    unknown_places: list[str]
    verdicts: list[Verdict]


class JobPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What changes with every edit of the text. `preview_html` has the words of findings flagged; `rich_html` and
    `plain_text` are what a press copies, `paper` is what it is printed on; `job_posting` is the name under which
    structured data is downloaded.
    """

    preview_html: SafeString
    rich_html: SafeString
    plain_text: str
    blanks_left: int
    paper: PaperSize
    job_posting_lacks: list[str]
    review: ShownReview
    law: ShownLaw
    job_posting: str = JOB_POSTING


class JobPreviewView(View, frozen=True, kw_only=True):
    """The answer to an edit: the preview, the fields at fault, and the fields of blanks where `renew_blanks` says that
    the page has others. `focus` is the id of what gets the focus.
    """

    template = "packs/job_description.html#preview"

    form: JobDescriptionForm
    faults: list[tuple[BoundField, str]]
    preview: JobPreview
    renew_blanks: bool = False
    focus: str = ""


def preview_description(description: JobDescription, kit: Kit) -> JobPreview:
    """The preview of a job description made from a kit: its posting is built once, and all else is made from it."""
    posting = add_kit(build_posting(description), description, kit)
    document = build_document(posting)
    html, review = review_preview(posting, document)
    return JobPreview(
        preview_html=html,
        rich_html=_mark_safe(html_writer.write_fragment(document)),
        plain_text=text_writer.write_text(document),
        blanks_left=len(blanks_left(document)),
        paper=document.paper,
        job_posting_lacks=describe_missing(list_missing(posting, document)),
        review=review,
        law=judge_places(posting),
    )


def review_preview(posting: Posting, document: Document) -> tuple[SafeString, ShownReview]:
    """The preview with the words of the findings marked, and the findings."""
    stopped = ""
    try:
        found = run_task(review_posting, posting)
    except StoppedError as error:
        found, stopped = [], str(error)
    marks = mark_findings(first_of_each_check(found, MOST_HIGHLIGHTED)[0])
    html = html_writer.write_preview(build_document(posting, marks) if marks else document)
    once: dict[str, Finding] = {}
    for finding in found:
        once.setdefault(finding.key if finding.replacement else finding.message, finding)
    listed, more = first_of_each_check(once.values(), MOST_LISTED)
    anchors = frozenset(ANCHOR.findall(html))
    review = ShownReview(
        findings=[_show_finding(finding, posting, anchors) for finding in by_severity(listed)],
        more=more,
        counts=count_severities(once.values()),
        stopped=stopped,
    )
    return _mark_safe(html), review


def judge_places(posting: Posting) -> ShownLaw:
    """What the rules of the posting's places ask. Without a known place there is no query."""
    named = [place for place in posting.places if place.country.strip()]
    places = [(place, find_work_place(place, posting.workplace)) for place in named]
    known = [found for __, found in places if found]
    day = posting.posted_on or localize_now(posting).date()
    return ShownLaw(
        day=day,
        places=known,
        unknown_places=[place.country for place, found in places if found is None],
        verdicts=judge_all(current_rules(), posting, known, day) if known else [],
    )


def _show_finding(finding: Finding, posting: Posting, anchors: Set[str]) -> ShownFinding:
    name = name_anchor(finding)
    return ShownFinding(
        finding=finding,
        anchor=name if name in anchors else "",
        can_rewrite=can_rewrite(posting, finding),
        source=REVIEW_SOURCES[finding.source].name,
    )


def _mark_safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 the writer escapes
