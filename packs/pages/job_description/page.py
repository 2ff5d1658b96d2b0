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
from packs.description.document import SaidSection, document, said
from packs.description.job_posting import job_ad, lacks
from packs.description.review import anchor, can_rewrite, findings, marked, posting, work_place_of
from packs.description.severities import NAMES, by_severity, counts
from packs.description.skills import warnings
from packs.description.starting import benchmark_of, start
from packs.description.value import JobDescription, usual_heading
from packs.documents import html_writer, text_writer
from packs.documents.job_posting import Missing
from packs.documents.model import Document, blanks_left
from packs.forms import JobDescriptionForm
from packs.pages.downloads import JOB_POSTING, offered
from packs.pay_law.judging import judge_all
from packs.review import Finding
from packs.review.showing import MOST_LISTED, MOST_MARKED, first_of_each_check
from packs.review.sources import SOURCES
from roles.kit.choices import Section
from roles.kit.figures import short_pay_range, years
from roles.kit.value import Kit, Source
from roles.pages.structured_data import absolute
from web.child_pool import StoppedError

TEMPLATE = "packs/job_description.html"
FIRST = ("docx", "pdf")
MORE = ("markdown", "text", "html", "indeed", "linkedin", "json")
RESTORE = "restore"  # the wish of a page that posts an earlier form again: every field is to come anew
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


class Found(msgspec.Struct, frozen=True):
    """A finding with the name of its words in the preview, whether a press rewrites them, and who says so."""

    finding: Finding
    anchor: str
    can_rewrite: bool
    source: str

    @property
    def severity(self) -> str:
        """How grave it is, in a word."""
        return str(NAMES[self.finding.severity])


def context(
    form: JobDescriptionForm, *, wish: str = "", renewed: bool = True, posted: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What the template shows. `wish` is the button that was pressed, and its fields are new where `renewed`."""
    description = form.description()
    written = document(description)
    return {
        "kit": form.kit,
        "form": form,
        "details": form.details,
        "description": description,
        "levels": [_level(form.kit, level.name) for level in form.kit.levels],
        "faults": form.faults(),
        "warnings": warnings(form.kit, description.needs),
        "required_heading": usual_heading(Section.REQUIRED),
        "nice_to_have_heading": usual_heading(Section.NICE_TO_HAVE),
        "message": _message(wish, form) if renewed else "",
        "focus": _focus(wish, form) if renewed else "",
        "renew_blanks": wish == RESTORE or (posted is not None and form.blanks_changed(posted)),
        "folds": [_fold(form, str(title), names) for title, names in FOLDS],
        "figures_source": _offered_by(form.kit),
        "formats": offered(FIRST),
        "more_formats": offered(MORE),
        "job_posting": JOB_POSTING,
        "job_posting_lacks": _lacks(form, written),
        "canonical": absolute(f"/roles/{form.kit.slug}/job-description/"),
        **copies(written),
        **review(description, form.kit),
        **pay_law(description, form.kit),
    }


def copies(written: Document) -> dict[str, Any]:
    """The document as the page copies it."""
    return {
        "rich_html": _safe(html_writer.write_fragment(written)),
        "plain_text": text_writer.write(written),
        "blanks_left": len(blanks_left(written)),
    }


def review(description: JobDescription, kit: Kit) -> dict[str, Any]:
    """The preview with the words of the findings marked, and the findings, the gravest first. Where the checks took
    more than they may there are none, and `review_stopped` says why.
    """
    sections, stopped = said(description), ""
    try:
        found = findings(description, kit)
    except StoppedError as error:
        found, stopped = [], str(error)
    shown = document(description, marked(sections, first_of_each_check(found, MOST_MARKED)[0]))
    html = html_writer.write_preview(shown)
    once: dict[str, Finding] = {}
    for finding in found:
        once.setdefault(finding.key if finding.replacement else finding.message, finding)
    listed, more = first_of_each_check(once.values(), MOST_LISTED)
    anchors = frozenset(ANCHOR.findall(html))
    return {
        "preview_html": _safe(html),
        "findings": [_found(finding, sections, anchors) for finding in by_severity(listed)],
        "more": more,
        "counts": counts(once.values()),
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
        "verdicts": judge_all(current_rules(), posting(description, kit), known, day) if known else [],
    }


def _found(finding: Finding, sections: list[SaidSection], anchors: Set[str]) -> Found:
    name = anchor(finding)
    return Found(
        finding=finding,
        anchor=name if name in anchors else "",
        can_rewrite=can_rewrite(sections, finding),
        source=SOURCES[finding.source].name,
    )


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 the writer escapes


def _lacks(form: JobDescriptionForm, written: Document) -> list[str]:
    data = job_ad(form.description(), written, localdate())
    return lacks(data) if isinstance(data, Missing) else []


def _level(kit: Kit, name: str) -> dict[str, str]:
    """A level with its figures in short, as the page lists them."""
    level = next(level for level in kit.levels if level.name == name)
    pay = benchmark_of(kit, name)
    return {
        "name": name,
        "years": years(level.experience_min, level.experience_max),
        "pay": short_pay_range(pay.low, pay.high, pay.currency) if pay else "",
        "kind": str(pay.kind.label).lower() if pay else "",
    }


def _offered_by(kit: Kit) -> Source | None:
    """Who published the pay that the page proposes, where it proposes any."""
    offers = start(kit, 0).pay.given or any(benchmark.level for benchmark in kit.benchmarks)
    return kit.source(kit.figures_source) if offers else None


def _fold(form: JobDescriptionForm, title: str, names: Iterable[str]) -> Fold:
    fields = [form.details[name] for name in names]
    return Fold(title, fields, any(field.value() or field.errors for field in fields))


def _focus(wish: str, form: JobDescriptionForm) -> str:
    """The id of the element that the focus goes to after a button was pressed and its page is new."""
    verb, __, what = wish.partition(":")
    if verb == "add":
        added = [line for line in form.lines if line.shown_section.value == what]
        return str(added[-1]["text"].id_for_label) if added else ""
    if verb == "fix":
        return "findings-title"
    return f"{verb}-{what}" if verb in ("up", "down", "section-up", "section-down") else ""


def _message(wish: str, form: JobDescriptionForm) -> str:
    """What a pressed button did, for the status line and those who hear it."""
    verb, __, what = wish.partition(":")
    sections = form.sections()
    for place, shown in enumerate(sections, 1):
        if verb in ("section-up", "section-down") and shown.section.value == what:
            said = _("%(section)s: now section %(place)s of %(count)s.")
            return said % {"section": shown.label, "place": place, "count": len(sections)}
        for number, line in enumerate(shown.lines, 1):
            if verb in ("up", "down", "place") and line["id"].value() == what.partition(":")[0]:
                said = _("%(section)s: now line %(place)s of %(count)s.")
                return said % {"section": shown.label, "place": number, "count": len(shown.lines)}
    if verb == "level":
        both = benchmark_of(form.kit, str(form.details["level"].value()))
        return _("Experience and pay now follow the level.") if both else _("Experience now follows the level.")
    if verb == "fix":
        return _("The rewrite is in the text.")
    return _("Lines now follow the skills.") if verb == "skill" else ""
