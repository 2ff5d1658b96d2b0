"""What the page of a job description shows around its preview: the fields and what a pressed button did to them."""

from collections.abc import Iterable

import msgspec
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.skills import list_warnings
from packs.description.starting import list_offered_duties, start_description
from packs.description.value import JobDescription, usual_heading
from packs.forms.details import DetailsForm
from packs.forms.job_description import JobDescriptionForm
from packs.pages.job_description.preview import JobPreviewView, preview_description
from packs.pages.offered import COPIED_FORMATS, FIRST_JOB_FORMATS, MORE_JOB_FORMATS, Offered, list_offered
from packs.pages.template_addresses import job_path, plan_path
from roles.kit.choices import Section
from roles.kit.figures import format_years, short_pay_range
from roles.kit.value import Kit, KitLevel, KitSource
from web.view import absolute_url

FOLDS = (
    (gettext_lazy("About the company"), ("about_company",)),
    (gettext_lazy("Benefits"), ("benefits", "benefit")),
    (gettext_lazy("How to apply, and by when"), ("posted_on", "deadline", "ongoing", "apply_to", "how_to_apply")),
    (
        gettext_lazy("Statements"),
        ("vacancy", "screening", "driving", "language_needed", "equal_opportunity", "statement", "other"),
    ),
    (gettext_lazy("For job sites"), ("reference", "education", "direct_apply", "company_url", "company_logo")),
    (gettext_lazy("Printing"), ("paper",)),
)


class Fold(msgspec.Struct, frozen=True):
    """Fields that few need, and whether they are in sight: when one of them says something or is at fault."""

    title: str
    fields: list[BoundField]
    is_open: bool


class LevelFigures(msgspec.Struct, frozen=True):
    """A level with its years and pay in short, and what that pay counts."""

    name: str
    years: str
    pay: str
    kind: str


class JobPage(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the preview. `message` says what a button did, `stopped` why a task was ended early, and
    `pay_note` how the pay came about that a place was asked for.
    """

    description: JobDescription
    levels: list[LevelFigures]
    offered_duties: list[str]
    warnings: list[str]
    required_heading: str
    nice_to_have_heading: str
    message: str
    folds: list[Fold]
    figures_source: KitSource | None
    pay_note: str
    plan_path: str
    formats: list[Offered]
    more_formats: list[Offered]
    copied_formats: list[Offered]
    stopped: str


class JobDescriptionView(JobPreviewView, frozen=True, kw_only=True):
    """The whole page, or after a pressed button its fields and its preview."""

    template = "packs/job_description.html"

    kit: Kit
    details: DetailsForm
    page: JobPage


def view_job(form: JobDescriptionForm, *, pay_note: str = "") -> JobDescriptionView:
    """The page of a form as it is opened. `pay_note` says how its pay came about."""
    return JobDescriptionView(
        form=form,
        faults=form.list_errors(),
        preview=preview_description(form.read_description(), form.kit),
        kit=form.kit,
        details=form.details,
        page=describe_page(form, pay_note=pay_note),
        canonical=absolute_url(job_path(form.kit.slug)),
    )


def describe_page(form: JobDescriptionForm, *, action: str = "", stopped: str = "", pay_note: str = "") -> JobPage:
    """What stands around the preview. `action` is the button that was pressed, "" where the fields stay as they are."""
    kit, description = form.kit, form.read_description()
    return JobPage(
        description=description,
        levels=[_describe_level(kit, level) for level in kit.levels],
        offered_duties=list_offered_duties(description, kit),
        warnings=list_warnings(kit, description.needs),
        required_heading=usual_heading(Section.REQUIRED),
        nice_to_have_heading=usual_heading(Section.NICE_TO_HAVE),
        message=stopped or _word_message(action, form),
        folds=[_make_fold(form, str(title), names) for title, names in FOLDS],
        figures_source=_offered_by(kit),
        pay_note=pay_note,
        plan_path=plan_path(kit.slug),
        formats=list_offered(FIRST_JOB_FORMATS),
        more_formats=list_offered(MORE_JOB_FORMATS),
        copied_formats=list_offered(COPIED_FORMATS),
        stopped=stopped,
    )


def _describe_level(kit: Kit, level: KitLevel) -> LevelFigures:
    pay = kit.find_benchmark(level.name)
    return LevelFigures(
        name=level.name,
        years=format_years(level.experience_min, level.experience_max),
        pay=short_pay_range(pay.low, pay.high, pay.currency) if pay else "",
        kind=str(pay.kind.label).lower() if pay else "",
    )


def _offered_by(kit: Kit) -> KitSource | None:
    """Who published the pay that the page proposes, where it proposes any."""
    offers = start_description(kit, 0).pay.is_given or any(benchmark.level for benchmark in kit.benchmarks)
    return kit.find_source(kit.figures_source) if offers else None


def _make_fold(form: JobDescriptionForm, title: str, names: Iterable[str]) -> Fold:
    fields = [form.details[name] for name in names]
    return Fold(title, fields, any(field.value() or field.errors for field in fields))


def choose_focus(form: JobDescriptionForm, action: str) -> str:
    """The id of the element that the focus goes to after a button was pressed and its page is new."""
    verb, __, what = action.partition(":")
    if verb == "add":
        added = [line for line in form.lines if line.shown_section.value == what]
        return str(added[-1]["text"].id_for_label) if added else ""
    if verb == "fix":
        return "findings-title"
    if verb in ("law", "take-out"):
        return "pay-law-title"
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
        both = form.kit.find_benchmark(str(form.details["level"].value()))
        if both:
            return _("Title, experience and pay now follow the level.")
        return _("Title and experience now follow the level.")
    messages = {
        "duty": _("Added at the end of the duties."),
        "fix": _("The rewrite has been applied."),
        "pay": _("The range is in the fields of the pay."),
        "law": _("The words are in. Read them: they have to be true of your job."),
        "take-out": _("The line is left out."),
        "skill": _("Lines now follow the skills."),
    }
    return messages.get(verb, "")
