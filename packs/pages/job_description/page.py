"""What the page of a job description shows."""

import re
from collections.abc import Iterable, Mapping, Set
from typing import Any

import msgspec
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compensation.pay_law.table import current_rules
from packs.description.document import DocumentSection, build_document, build_sections
from packs.description.job_posting import describe_missing, job_ad
from packs.description.review import (
    build_posting,
    can_rewrite,
    find_in_description,
    highlight_findings,
    name_anchor,
    work_place_of,
)
from packs.description.severities import SEVERITY_NAMES, by_severity, count_severities
from packs.description.skills import list_warnings
from packs.description.starting import benchmark_of, start_description
from packs.description.value import JobDescription, usual_heading
from packs.documents import html_writer, text_writer
from packs.documents.job_posting import Missing
from packs.documents.model import Document, blanks_left
from packs.forms import JobDescriptionForm
from packs.pages.downloads import JOB_POSTING, list_offered
from packs.pay_law.judging import judge_all
from packs.review.finding import Finding
from packs.review.showing import MOST_HIGHLIGHTED, MOST_LISTED, first_of_each_check
from packs.review.sources import REVIEW_SOURCES
from roles.kit.choices import Section
from roles.kit.figures import format_years, short_pay_range
from roles.kit.value import Kit, KitSource
from roles.pages.structured_data import absolute_url
from web.child_pool import StoppedError

JOB_TEMPLATE = "packs/job_description.html"
FIRST_JOB_FIELDS = ("docx", "pdf")
MORE_JOB_FIELDS = ("markdown", "text", "html", "indeed", "linkedin", "json")
RESTORE = "restore"  # the action of a page that posts an earlier form again: every field is to come anew
ANCHOR = re.compile(' id="(flag-[a-z0-9-]+)"')

FOLDS = (
    (gettext_lazy("About the company"), ("about_company",)),
    (gettext_lazy("Benefits"), ("benefits",)),
    (gettext_lazy("How to apply, and by when"), ("posted_on", "deadline", "ongoing", "how_to_apply")),
    (gettext_lazy("Statements"), ("vacancy", "screening", "equal_opportunity")),
)


class Fold(msgspec.Struct, frozen=True):
    """Fields that few need, and whether they are in sight: when one of them says something or is at fault."""

    title: str
    fields: list[BoundField]
    is_open: bool


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


def build_job_context(
    form: JobDescriptionForm, *, action: str = "", renewed: bool = True, posted: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What the template shows. `action` is the button that was pressed, and its fields are new where `renewed`."""
    description = form.read_description()
    document = build_document(description)
    return {
        "kit": form.kit,
        "form": form,
        "details": form.details,
        "description": description,
        "levels": [_describe_level(form.kit, level.name) for level in form.kit.levels],
        "faults": form.list_errors(),
        "warnings": list_warnings(form.kit, description.needs),
        "required_heading": usual_heading(Section.REQUIRED),
        "nice_to_have_heading": usual_heading(Section.NICE_TO_HAVE),
        "message": _word_message(action, form) if renewed else "",
        "focus": _choose_focus(action, form) if renewed else "",
        "renew_blanks": action == RESTORE or (posted is not None and form.blanks_changed(posted)),
        "folds": [_make_fold(form, str(title), names) for title, names in FOLDS],
        "figures_source": _offered_by(form.kit),
        "formats": list_offered(FIRST_JOB_FIELDS),
        "more_formats": list_offered(MORE_JOB_FIELDS),
        "job_posting": JOB_POSTING,
        "job_posting_lacks": _list_lacks(form, document),
        "canonical": absolute_url(f"/roles/{form.kit.slug}/job-description/"),
        **build_copies(document),
        **review_preview(description, form.kit),
        **pay_law(description, form.kit),
    }


def build_copies(document: Document) -> dict[str, Any]:
    """The document as the page copies it."""
    return {
        "rich_html": _mark_safe(html_writer.write_fragment(document)),
        "plain_text": text_writer.write_text(document),
        "blanks_left": len(blanks_left(document)),
    }


def review_preview(description: JobDescription, kit: Kit) -> dict[str, Any]:
    """The preview with the words of the findings marked, and the findings, the gravest first. Where the checks took
    more than they may there are none, and `review_stopped` says why.
    """
    sections, stopped = build_sections(description), ""
    try:
        found = find_in_description(description, kit)
    except StoppedError as error:
        found, stopped = [], str(error)
    shown = build_document(description, highlight_findings(sections, first_of_each_check(found, MOST_HIGHLIGHTED)[0]))
    html = html_writer.write_preview(shown)
    once: dict[str, Finding] = {}
    for finding in found:
        once.setdefault(finding.key if finding.replacement else finding.message, finding)
    listed, more = first_of_each_check(once.values(), MOST_LISTED)
    anchors = frozenset(ANCHOR.findall(html))
    return {
        "preview_html": _mark_safe(html),
        "findings": [_show_finding(finding, sections, anchors) for finding in by_severity(listed)],
        "more": more,
        "counts": count_severities(once.values()),
        "review_stopped": stopped,
    }


def pay_law(description: JobDescription, kit: Kit) -> dict[str, Any]:
    """What the rules of the places ask, on the day of the posting. Without a known place there is no query."""
    named = [place for place in description.places if place.country.strip()]
    places = [(place, work_place_of(place, description.workplace)) for place in named]
    known = [found for __, found in places if found]
    day = description.posted_on or localdate()
    return {
        "law_day": day,
        "law_places": known,
        "unknown_places": [place.country for place, found in places if found is None],
        "verdicts": judge_all(current_rules(), build_posting(description, kit), known, day) if known else [],
    }


def _show_finding(finding: Finding, sections: list[DocumentSection], anchors: Set[str]) -> ShownFinding:
    name = name_anchor(finding)
    return ShownFinding(
        finding=finding,
        anchor=name if name in anchors else "",
        can_rewrite=can_rewrite(sections, finding),
        source=REVIEW_SOURCES[finding.source].name,
    )


def _mark_safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 the writer escapes


def _list_lacks(form: JobDescriptionForm, document: Document) -> list[str]:
    data = job_ad(form.read_description(), document, localdate())
    return describe_missing(data) if isinstance(data, Missing) else []


def _describe_level(kit: Kit, name: str) -> dict[str, str]:
    """A level with its figures in short, as the page lists them."""
    level = next(level for level in kit.levels if level.name == name)
    pay = benchmark_of(kit, name)
    return {
        "name": name,
        "years": format_years(level.experience_min, level.experience_max),
        "pay": short_pay_range(pay.low, pay.high, pay.currency) if pay else "",
        "kind": str(pay.kind.label).lower() if pay else "",
    }


def _offered_by(kit: Kit) -> KitSource | None:
    """Who published the pay that the page proposes, where it proposes any."""
    offers = start_description(kit, 0).pay.is_given or any(benchmark.level for benchmark in kit.benchmarks)
    return kit.find_source(kit.figures_source) if offers else None


def _make_fold(form: JobDescriptionForm, title: str, names: Iterable[str]) -> Fold:
    fields = [form.details[name] for name in names]
    return Fold(title, fields, any(field.value() or field.errors for field in fields))


def _choose_focus(action: str, form: JobDescriptionForm) -> str:
    """The id of the element that the focus goes to after a button was pressed and its page is new."""
    verb, __, what = action.partition(":")
    if verb == "add":
        added = [line for line in form.lines if line.shown_section.value == what]
        return str(added[-1]["text"].id_for_label) if added else ""
    if verb == "fix":
        return "findings-title"
    return f"{verb}-{what}" if verb in ("up", "down", "section-up", "section-down") else ""


def _word_message(action: str, form: JobDescriptionForm) -> str:
    """What a pressed button did, for the status line and those who hear it."""
    verb, __, what = action.partition(":")
    sections = form.sections()
    for place, shown in enumerate(sections, 1):
        if verb in ("section-up", "section-down") and shown.section.value == what:
            message = _("%(section)s: now section %(place)s of %(count)s.")
            return message % {"section": shown.label, "place": place, "count": len(sections)}
        for number, line in enumerate(shown.lines, 1):
            if verb in ("up", "down", "place") and line["id"].value() == what.partition(":")[0]:
                message = _("%(section)s: now line %(place)s of %(count)s.")
                return message % {"section": shown.label, "place": number, "count": len(shown.lines)}
    if verb == "level":
        both = benchmark_of(form.kit, str(form.details["level"].value()))
        return _("Experience and pay now follow the level.") if both else _("Experience now follows the level.")
    if verb == "fix":
        return _("The rewrite is in the text.")
    return _("Lines now follow the skills.") if verb == "skill" else ""
