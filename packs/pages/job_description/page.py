"""What the page of a job description shows beside its paper: the steps and what a pressed button did to them."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.arranging import list_warnings
from packs.description.company import fill_from_company, find_own_pay
from packs.description.posting import PROSE
from packs.description.starting import list_offered_duties, start_description
from packs.description.value import TEXT_HEADINGS, JobDescription, name_block, text_heading, usual_heading
from packs.forms.details import DetailsForm
from packs.forms.job_description import BlockFields, JobDescriptionForm
from packs.forms.parts import LineForm
from packs.pages.downloads import COPIED_FORMATS, FIRST_JOB_FORMATS, MORE_JOB_FORMATS, Offered, list_offered
from packs.pages.job_description.paper import NOTHING, Drawn, draw_line
from packs.pages.job_description.preview import JobPreviewView, preview_description
from packs.pages.template_addresses import job_path, plan_path
from roles.kit.blanks import split_blanks
from roles.kit.choices import Section
from roles.kit.figures import format_years, short_pay_range
from roles.kit.value import Kit, KitLevel, KitSource
from roles.models.edition import Edition
from web.view import absolute_url

if TYPE_CHECKING:
    from company.profile import ProfileInUse

FOLDS = (
    (gettext_lazy("Benefits to choose from"), ("benefit",)),
    (gettext_lazy("Where to apply, and by when"), ("apply_to", "posted_on", "deadline", "ongoing")),
    (gettext_lazy("Statements"), ("statement", "vacancy", "screening", "driving", "language_needed")),
    (gettext_lazy("For job sites"), ("reference", "education", "direct_apply", "company_url", "company_logo")),
)
# The step that is open after a button of it was pressed; all others lead back to the job.
STEPS_OF_ACTIONS = {"place": "place", "kind": "pay", "range": "pay", "statement": "company"} | dict.fromkeys(
    ("fix", "law", "take-out"), "check"
)
STEPS_OF_FIELDS = {
    "blank": "blanks",
    "place": "place",
    "workplace": "place",
    "employment": "place",
    "pay": "pay",
    "range": "pay",
    **dict.fromkeys(("company", "employees", "home", "apply", "posted", "deadline", "ongoing", "reference"), "company"),
}  # by the first word of a field's name


INVITATIONS = {
    "about_company": gettext_lazy("Who you are and what you do."),
    "benefits": gettext_lazy("One per line, such as health insurance, a retirement plan or paid time off."),
    "how_to_apply": gettext_lazy("What to send, and what happens next."),
    "other": gettext_lazy("A line that starts with ## is a section heading."),
    "equal_opportunity": gettext_lazy(
        "Who may apply, and how you treat applicants. You can choose standard wording under Company."
    ),
}


class PaperLine(NamedTuple):
    """A line of the paper: its form, and its text with its blanks filled."""

    form: LineForm
    drawn: SafeString


class PaperBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the paper. `label` is its name for screen readers; `before` and `after` are what other fields add at
    its start and end; `drawn` is the HTML of a section that is edited as a whole.
    """

    key: str
    part: str
    number: int
    label: str
    fields: BlockFields
    heading: SafeString
    before: SafeString
    after: SafeString
    drawn: SafeString
    heads: list[PaperLine]
    lines: list[PaperLine]

    @property
    def is_text(self) -> bool:
        """Whether the block is edited as a whole or made from other fields, and not line by line."""
        return self.part in TEXT_HEADINGS

    @property
    def is_written(self) -> bool:
        """Whether the block is a text that people write themselves."""
        return self.part in INVITATIONS

    @property
    def is_prose(self) -> bool:
        """Whether the block's lines are paragraphs and not points of a list."""
        return self.part in PROSE

    @property
    def invitation(self) -> str:
        """The sentence that an empty text shows, in the current language."""
        return str(INVITATIONS[self.part])


class Fold(msgspec.Struct, frozen=True):
    """Fields that few people need, and whether they are unfolded because one of them has a value or an error."""

    title: str
    fields: list[BoundField]
    is_open: bool


class LevelFigures(msgspec.Struct, frozen=True):
    """A level with its years and pay in short words, and the kind of that pay."""

    name: str
    years: str
    pay: str
    kind: str


class JobPage(msgspec.Struct, frozen=True, kw_only=True):
    """What is beside the paper. `message` says what a button did, `stopped` why a task was ended early, and `pay_note`
    where the pay of a place comes from.

    `company_name` is the company in use; `has_own_company` says that the site locks a part of its own profile, so that
    no other can be used.
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
    company_name: str
    has_own_company: bool


class JobDescriptionView(JobPreviewView, frozen=True, kw_only=True):
    """The whole page; after a button only its paper and fields are rendered. `step` is the open step."""

    template = "packs/job_description.html"

    kit: Kit
    details: DetailsForm
    page: JobPage
    paper: list[PaperBlock]
    step: str = "job"


def view_job(form: JobDescriptionForm, *, pay_note: str = "") -> JobDescriptionView:
    """The values of the page for a form, as it is first shown. `pay_note` says where its pay comes from."""
    preview = preview_description(form.read_description(), form.kit, form.company)
    return JobDescriptionView(
        form=form,
        faults=form.list_errors(),
        preview=preview,
        paper=build_paper(form, preview.drawn),
        kit=form.kit,
        details=form.details,
        page=describe_page(form, pay_note=pay_note),
        canonical=absolute_url(job_path(form.kit.slug)),
    )


def view_started_job(edition: Edition, company: "ProfileInUse") -> JobDescriptionView:
    """The values of the page before anything is typed, filled from the company's profile."""
    described = fill_from_company(start_description(edition.kit, edition.number), company, edition.kit)
    return view_job(JobDescriptionForm(edition.kit, described, company=company))


def describe_page(form: JobDescriptionForm, *, action: str = "", stopped: str = "", pay_note: str = "") -> JobPage:
    """What is beside the paper. `action` is the button that was pressed, "" where the fields stay as they are."""
    kit, description = form.kit, form.read_description()
    return JobPage(
        description=description,
        levels=[_describe_level(form, level) for level in kit.levels],
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
        company_name=form.company.profile.name if form.company else "",
        has_own_company=bool(form.company and form.company.locked),
    )


def _describe_level(form: JobDescriptionForm, level: KitLevel) -> LevelFigures:
    """A level with the company's own pay where it has some, and the kit's otherwise."""
    pay = form.kit.find_benchmark(level.name)
    if (own := find_own_pay(form.company, level.name)) and own.low is not None and own.high is not None:
        return LevelFigures(
            name=level.name,
            years=format_years(level.experience_min, level.experience_max),
            pay=short_pay_range(int(own.low), int(own.high), own.currency),
            kind=str(own.kind.label).lower(),
        )
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


def build_paper(form: JobDescriptionForm, drawn: Drawn) -> list[PaperBlock]:
    """The sections of the paper in reading order; `drawn` has the HTML of each."""
    return [_build_block(fields, drawn) for fields in form.list_blocks()]


def _build_block(fields: BlockFields, drawn: Drawn) -> PaperBlock:
    block = fields.block
    return PaperBlock(
        key=block.key,
        part=block.part,
        number=block.number,
        label=block.heading or text_heading(block.part),
        fields=fields,
        heading=drawn.get(f"{block.key} heading") or draw_line(split_blanks(block.heading)),
        before=drawn.get(f"{block.key} before", NOTHING),
        after=drawn.get(f"{block.key} after", NOTHING),
        drawn=drawn.get(block.key, NOTHING),
        heads=[_draw_row(row, drawn) for row in (fields.head,) if row],
        lines=[_draw_row(row, drawn) for row in fields.lines],
    )


def _draw_row(row: LineForm, drawn: Drawn) -> PaperLine:
    return PaperLine(row, drawn.get(str(row["id"].value()), NOTHING))


def choose_step(form: JobDescriptionForm, action: str) -> str:
    """The name of the step to open: that of the first error, or else that of the pressed button."""
    named = (re.split("[-_]", field.html_name)[0] for field, _ in form.list_errors())
    at_fault = next((STEPS_OF_FIELDS[name] for name in named if name in STEPS_OF_FIELDS), "")
    return at_fault or STEPS_OF_ACTIONS.get(action.partition(":")[0], "job")


def choose_focus(form: JobDescriptionForm, action: str) -> str:
    """The id of the element that gets the focus after a button was pressed and the page is new; "" for none."""
    verb, __, what = action.partition(":")
    if verb == "add":
        added = [line for line in form.lines if line.shown_section.value == what]
        return str(added[-1]["text"].id_for_label) if added else ""
    if verb == "after":
        rows = [*form.lines]
        ids = [line["id"].value() for line in rows]
        return str(rows[ids.index(what) + 1]["text"].id_for_label) if what in ids[:-1] else ""
    if verb == "section-new":
        number = max(block.number for block in form.without_values.list_usual_blocks() if block.part == "other")
        return f"id_{name_block('other', number)}-heading"
    if verb == "fix":
        return "findings-title"
    if verb in ("law", "take-out"):
        return "pay-law-title"
    return f"{verb}-{what}" if verb in ("up", "down", "section-up", "section-down") else ""


def _word_message(action: str, form: JobDescriptionForm) -> str:
    """What a pressed button did, for the status line and those who hear it."""
    verb, __, what = action.partition(":")
    sections = [fields for fields in form.list_blocks() if fields.block.lines]
    for place, fields in enumerate(sections, 1):
        label = fields.block.heading
        if verb in ("section-up", "section-down") and fields.block.key == what:
            message = _("%(section)s: now section %(place)s of %(count)s.")
            return message % {"section": label, "place": place, "count": len(sections)}
        for number, line in enumerate(fields.lines, 1):
            if verb in ("up", "down", "place") and line["id"].value() == what.partition(":")[0]:
                message = _("%(section)s: now line %(place)s of %(count)s.")
                return message % {"section": label, "place": number, "count": len(fields.lines)}
    if verb == "level":
        both = form.kit.find_benchmark(str(form.details["level"].value()))
        if both:
            return _("Title, experience and pay now match the level.")
        return _("Title and experience now match the level.")
    messages = {
        "duty": _("Added at the end of the duties."),
        "fix": _("The rewrite has been applied."),
        "law": _("We added the words. Make sure they’re true of your job."),
        "pay": _("The range is in the pay fields."),
        "take-out": _("The line has been left out."),
        "skill": _("The lines now match the skills."),
    }
    return messages.get(verb, "")
