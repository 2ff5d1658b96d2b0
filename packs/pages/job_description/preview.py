"""What the preview of a job description shows: the text, what the checks find in it, and what pay law asks."""

import re
from collections.abc import Iterable, Sequence, Set
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from compensation.models.pay_law import current_rules
from compensation.pay_law.rule import Ban, Employer, LawRequirement, WorkPlace, find_reach, is_too_small
from packs.description.company import list_house_words
from packs.description.posting import add_kit, build_posting
from packs.description.value import JobDescription, OfferedPay
from packs.description.wording import describe_missing, find_home_dollar, pay_sentence, word_pay_line
from packs.documents import html_writer, text_writer
from packs.documents.job_posting import JOB_POSTING, list_missing
from packs.documents.model import blanks_left
from packs.documents.posting import build_document
from packs.forms.job_description import JobDescriptionForm
from packs.pages.job_description.paper import (
    NO_CARD,
    Drawn,
    FindingGroup,
    ShownFinding,
    ShownReview,
    draw_paper,
    write_pieces,
)
from packs.pages.template_addresses import OWN_SLUG
from packs.pay_law.judging import LawTask, Verdict, find_excluded_residents, judge_all, list_tasks
from packs.pay_law.places import find_employer, find_work_place, localize_now
from packs.posting.value import Posting
from packs.review.check import review_posting
from packs.review.finding import Finding
from packs.review.showing import (
    MOST_HIGHLIGHTED,
    MOST_LISTED,
    by_severity,
    can_rewrite,
    count_severities,
    first_of_each_check,
    mark_findings,
    name_anchor,
)
from packs.review.sources import REVIEW_SOURCES
from roles.app_parts import list_parts
from roles.kit.choices import PaperSize, PayKind
from roles.kit.figures import JobPlace, PlacePay, short_pay_range
from roles.kit.language import of_kit
from roles.kit.value import Kit
from web.child_pool import StoppedError, run_task
from web.view import View

if TYPE_CHECKING:
    from company.profile import ProfileInUse

    type Company = ProfileInUse | None

ANCHOR = re.compile(' id="(flag-[a-z0-9-]+)"')
# Where a duty of law is met by hand, by the ids of the fields.
FIELD_OF_TASK: dict[LawRequirement | Ban, str] = {
    LawRequirement.RANGE: "id_pay_low",
    LawRequirement.OTHER_PAY: "id_pay_bonus",
    LawRequirement.BENEFITS: "id_benefits",
    LawRequirement.DEADLINE: "id_deadline",
    LawRequirement.HOW_TO_APPLY: "id_how_to_apply",
    LawRequirement.AI_STATEMENT: "id_screening",
    LawRequirement.VACANCY_STATEMENT: "id_vacancy",
    LawRequirement.GENDER_NEUTRAL_TITLE: "id_title",
    LawRequirement.COLLECTIVE_AGREEMENT: "id_other",
    LawRequirement.READY_TO_PAY_MORE: "id_other",
    LawRequirement.FAIR_CHANCE: "id_equal_opportunity",
    LawRequirement.JOB_DESCRIPTION: "add-about",
    Ban.DRIVERS_LICENSE: "id_driving",
    Ban.FOREIGN_LANGUAGE: "id_language_needed",
}
PAY_LINE_PARTS = (
    LawRequirement.RANGE,
    LawRequirement.OTHER_PAY,
    LawRequirement.BENEFITS,
    LawRequirement.DEADLINE,
)
INSERTED = FIELD_OF_TASK.keys() - {
    LawRequirement.RANGE,
    LawRequirement.AI_STATEMENT,
    LawRequirement.JOB_DESCRIPTION,
    Ban.DRIVERS_LICENSE,
    Ban.FOREIGN_LANGUAGE,
}  # what a press has words for


class ShownTask(msgspec.Struct, frozen=True):
    """Something that the law asks to be done, with the action of its button and the id of its field, each "" where
    there is none.
    """

    task: LawTask
    action: str
    field: str


class ShownLaw(msgspec.Struct, frozen=True, kw_only=True):
    """What the law of the job's places asks on the day of the posting, and the countries that aren't known.

    `tasks` are things to do, each once for all places. `not_bound` are places whose rules start at a larger employer;
    `exclusion` is the line that excludes a place's residents, "" without one. `pay_line` words the pay for the
    strictest place, "" where none asks for it or `lacks_base` (only totals are given).
    """

    day: date
    places: list[WorkPlace]
    unknown_places: list[str]
    verdicts: list[Verdict]
    tasks: list[ShownTask]
    not_bound: list[str]
    exclusion: str
    pay_line: str
    lacks_base: bool
    pay_line_action: str

    @property
    def missing(self) -> list[tuple[str, int]]:
        """The places where the posting misses something, each with how many things."""
        return [
            (each.rule.jurisdiction, len(each.missing)) for each in self.verdicts if each.is_binding and each.missing
        ]

    @property
    def is_remote(self) -> bool:
        """Whether any of the job's places allows remote work."""
        return any(place.remote for place in self.places)


class StepStates(msgspec.Struct, frozen=True, kw_only=True):
    """What each step beside the paper says about its state, in a few words."""

    job: str
    blanks: str
    place: str
    pay: str
    company: str
    check: str

    def list_named(self) -> list[tuple[str, str]]:
        """A (step, state) pair for each step of the workbench."""
        return [(name, getattr(self, name)) for name in self.__struct_fields__]


class JobPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What changes with every edit of the text. `pieces` come from `drawn`, the paper with its marks; `rich_html` and
    `plain_text` are what a button copies; `job_posting` is the name of the structured data to download. `place_pay` is
    the pay in the job's place, None where it isn't known.
    """

    drawn: Drawn
    rich_html: SafeString
    plain_text: str
    blanks_left: int
    steps: StepStates
    paper: PaperSize
    job_posting_lacks: list[str]
    review: ShownReview
    law: ShownLaw
    place_pay: PlacePay | None
    job_posting: str = JOB_POSTING

    @property
    def pieces(self) -> SafeString:
        """The paper's pieces as HTML, which a script puts in place."""
        return write_pieces(self.drawn)


class JobPreviewView(View, frozen=True, kw_only=True):
    """The answer to an edit: the preview, the fields with errors, and the blanks' fields where `renew_blanks` says that
    they changed. `focus` is the id of the element to focus.
    """

    template = "packs/job_description.html#preview"

    form: JobDescriptionForm
    faults: list[tuple[BoundField, str]]
    preview: JobPreview
    renew_blanks: bool = False
    focus: str = ""


def preview_description(description: JobDescription, kit: Kit, company: "Company" = None) -> JobPreview:
    """The preview of a job description made from a kit. A child process reviews it, and the rules of its places take a
    query.

    The posting is built once, and everything else is made from it. The company's words to avoid and its pay bands come
    from its profile.
    """
    posting = add_kit(build_posting(description), description, kit, list_house_words(company))
    document = build_document(posting)
    drawn, review = review_paper(posting, description)
    blanks = len(blanks_left(document))
    return JobPreview(
        drawn=drawn,
        rich_html=_mark_safe(html_writer.write_fragment(document)),
        plain_text=text_writer.write_text(document),
        blanks_left=blanks,
        steps=word_steps(description, blanks, review),
        paper=document.paper,
        job_posting_lacks=describe_missing(list_missing(posting, document, localize_now(posting))),
        review=review,
        law=(law := judge_places(posting, description, kit)),
        place_pay=find_place_pay(kit, law.places, description.level, company),
    )


def find_place_pay(kit: Kit, places: Sequence[WorkPlace], level: str, company: "Company" = None) -> PlacePay | None:
    """What the company pays at a level, and what the role pays in the first of the places that is in the United States;
    None where neither is known. Three queries at most.
    """
    place = next((place for place in places if place.country == "US"), None)
    asked = next((parts.place_pay for parts in list_parts() if parts.place_pay), None)
    if asked is None:
        return None
    job_place = JobPlace(state=place.region, city=place.city) if place else None
    known = None if kit.slug == OWN_SLUG else kit
    return asked(known, job_place, level, company.profile if company else None)


def word_steps(description: JobDescription, blanks: int, review: ShownReview) -> StepStates:
    """What each step of the workbench says of its state, in short words in the current language."""
    place = next((place for place in description.places if place.country), None)
    pay = next(iter(description.list_pay()), None)
    return StepStates(
        job=of_kit(description.level) or _("Any level"),
        blanks=_("%(count)s left") % {"count": blanks} if blanks else _("All filled"),
        place=of_kit(place.city or place.region or place.country) if place else _("Not specified"),
        pay=of_kit(_word_range(pay)) if pay else _("Not specified"),
        company=of_kit(description.company) or _("Not specified"),
        check=review.counts[0][1] if review.counts else _("Nothing found"),
    )


def _word_range(pay: OfferedPay) -> str:
    """Its figures in short, such as $160K–$220K."""
    low, high = (None if end is None else round(end) for end in (pay.low, pay.high))
    return short_pay_range(low, high, pay.currency)


def review_paper(posting: Posting, description: JobDescription) -> tuple[Drawn, ShownReview]:
    """The paper with the words of the findings marked, and the findings. Reviewed in a child process; where that takes
    too long there are no findings.
    """
    stopped = ""
    try:
        found = run_task(review_posting, posting)
    except StoppedError as error:
        found, stopped = [], str(error)
    once: dict[str, Finding] = {}
    for finding in found:
        once.setdefault(_name_kind(finding), finding)
    listed, more = first_of_each_check(once.values(), MOST_LISTED)
    cards = {_name_kind(finding): f"card-{name_anchor(finding)}" for finding in listed}
    marked = first_of_each_check(found, MOST_HIGHLIGHTED)[0]
    card_of_mark = {name_anchor(finding): cards.get(_name_kind(finding), NO_CARD) for finding in marked}
    drawn = draw_paper(posting, description, mark_findings(marked), card_of_mark)
    anchors = frozenset(name for html in drawn.values() for name in ANCHOR.findall(html))
    review = ShownReview(
        groups=_group_findings(_show_finding(finding, posting, anchors) for finding in by_severity(listed)),
        more=more,
        counts=count_severities(once.values()),
        stopped=stopped,
    )
    return drawn, review


def _name_kind(finding: Finding) -> str:
    """What findings share that are listed once."""
    return finding.key if finding.replacement else finding.message


def _show_finding(finding: Finding, posting: Posting, anchors: Set[str]) -> ShownFinding:
    name = name_anchor(finding)
    return ShownFinding(
        finding=finding,
        anchor=name if name in anchors else "",
        can_rewrite=can_rewrite(posting, finding),
        source=REVIEW_SOURCES[finding.source].name,
    )


def _group_findings(findings: Iterable[ShownFinding]) -> list[FindingGroup]:
    return [FindingGroup([*group]) for __, group in groupby(findings, key=_name_advice)]


def _name_advice(shown: ShownFinding) -> tuple[str, ...]:
    """What findings that follow each other share where their advice is said once."""
    finding = shown.finding
    own = shown.card if shown.can_rewrite else ""
    return finding.check, finding.severity, finding.suggestion or "", finding.why, shown.source, own


def judge_places(posting: Posting, description: JobDescription, kit: Kit) -> ShownLaw:
    """What pay law asks of the posting in its places. One query where a place is known, none otherwise."""
    places = [(place, find_work_place(place, posting.workplace)) for place in posting.places]
    known = [found for __, found in places if found]
    day = posting.posted_on or localize_now(posting).date()
    employer, rules = find_employer(posting), current_rules() if known else []
    verdicts = judge_all(rules, posting, known, day, employer)
    asked = [str(part) for part in PAY_LINE_PARTS if any(v.is_binding and part in v.rule.requires for v in verdicts)]
    ranges = description.list_pay()
    said = [pay_sentence(pay, find_home_dollar(description)) for pay in ranges]
    has_base = any(pay.kind is PayKind.BASE for pay in ranges)
    return ShownLaw(
        day=day,
        places=known,
        unknown_places=[place.country for place, found in places if found is None and place.country.strip()],
        verdicts=verdicts,
        tasks=[_show_task(task, posting, kit) for task in list_tasks(verdicts, posting)],
        not_bound=[
            rule.jurisdiction
            for rule in rules
            if is_too_small(rule, employer) and find_reach(rule, known, Employer(home=employer.home))
        ],
        exclusion=find_excluded_residents(posting) if any(place.remote for place in known) else "",
        pay_line=word_pay_line(description, asked, "; ".join(said)) if has_base else "",
        lacks_base=bool(asked and ranges) and not has_base,
        pay_line_action=f"law:pay-line:{'+'.join(asked)}",
    )


def _show_task(task: LawTask, posting: Posting, kit: Kit) -> ShownTask:
    field = FIELD_OF_TASK.get(task.asked, "")
    if task.question:
        return ShownTask(task, "", field)
    if task.source:
        return ShownTask(task, f"take-out:{task.source}", "")
    has_words = task.asked in INSERTED or (
        task.asked is LawRequirement.RANGE
        and not posting.pay
        and any(row.kind is PayKind.BASE for row in kit.benchmarks)
    )
    return ShownTask(task, f"law:{task.asked}" if has_words else "", field)


def _mark_safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 the writer escapes
