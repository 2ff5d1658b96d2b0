"""What the page of an interview kit shows."""

import hashlib

import msgspec
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from interviews.coverage import Coverage, Requirement, compute_coverage
from interviews.plan import InterviewPlan, Stage, StageKind, map_questions, seen_by
from interviews.problems import list_problems
from packs.description.arranging import skills_of
from packs.description.value import JobDescription
from packs.documents import html_writer
from packs.documents.model import blanks_left
from packs.forms.interview_kit import InterviewForm, QuestionForm, StageForm
from packs.interviews.hiring_pack import write_kit_document
from packs.pages.downloads import Offered, list_offered
from packs.pages.interview_kit.job import Job, prepare_documents
from packs.pages.template_addresses import interviews_path
from roles.kit.choices import Section
from roles.kit.value import Kit, KitQuestion
from roles.models.edition import Edition
from web.view import View, absolute_url

FIRST_INTERVIEW_FORMATS = ("pdf", "docx")
MORE_INTERVIEW_FORMATS = ("markdown", "text", "html", "json")
ASKS_FOR = frozenset({Section.RESPONSIBILITIES, Section.REQUIRED, Section.NICE_TO_HAVE})
DOCUMENTS = {
    "kit": _("The whole interview kit"),
    "guide": _("Interview guide"),
    "sheets": _("Interviewers’ sheets"),
    "scorecards": _("Scorecards"),
    "debrief": _("Debrief sheet"),
    "do-not-ask": _("Questions not to ask"),
}

# What can be added to the interviews, by the kind that the button's action names.
ADDED_STAGES = {
    "stage": _("Add an interview"),
    StageKind.SCREEN.value: _("Add a recruiter screen"),
    StageKind.WORK_SAMPLE.value: _("Add a work sample"),
    StageKind.TAKE_HOME.value: _("Add a take-home exercise"),
}


class ShownRow(msgspec.Struct, frozen=True):
    """A question of the plan with its form; None in place of a question that the kit no longer has."""

    form: QuestionForm
    question: KitQuestion | None
    competency: str

    @property
    def is_own(self) -> bool:
        """Whether the question was written for this plan."""
        return bool(_read_value(self.form["text"]))


class ShownStage(msgspec.Struct, frozen=True):
    """An interview with its number, its form, and the rows of its questions."""

    number: int
    form: StageForm
    rows: list[ShownRow]
    stage: Stage


class InterviewKitView(View, frozen=True, kw_only=True):
    """The page of an interview plan. `renew` says that the interviews' fields are new, `renew_blanks` that those of the
    blanks are.

    `eyes` are the people who see each competency, `documents` the documents to preview by name. `company_name` is the
    company in use; where the site has its own, no other can be used.
    """

    template = "packs/interview_kit.html"

    kit: Kit
    edition: Edition
    form: InterviewForm
    plan: InterviewPlan
    stages: list[ShownStage]
    left_out: list[QuestionForm]
    faults: list[tuple[BoundField, str]]
    problems: list[str]
    eyes: list[tuple[str, list[str]]]
    coverage: Coverage
    documents: list[tuple[str, str]]
    added_stages: list[tuple[str, str]]
    shown_document: str
    preview_html: SafeString
    blanks_left: int
    shape: str
    message: str
    renew: bool
    renew_blanks: bool
    formats: list[Offered]
    more_formats: list[Offered]
    stopped: str
    profile_token: str = ""
    company_name: str = ""
    has_own_company: bool = False


def view_interviews(
    form: InterviewForm,
    job: Job,
    *,
    name: str = "kit",
    message: str = "",
    stopped: str = "",
    renew: bool = False,
    renew_blanks: bool = False,
) -> InterviewKitView:
    """The values of the page for a form. `name` is the document in the preview, `message` what a button did, and
    `renew` says that the fields are new.
    """
    kit, plan = form.kit, form.read_plan()
    document = write_kit_document(prepare_documents(plan, job.description), kit, name)
    names = {competency.slug: competency.name for competency in kit.competencies}
    return InterviewKitView(
        kit=kit,
        edition=job.edition,
        form=form,
        plan=plan,
        stages=_list_stages(form, plan),
        left_out=form.left_out(),
        faults=form.list_errors(),
        problems=list_problems(plan, kit),
        eyes=[(names[slug], sorted(people)) for slug, people in seen_by(plan, kit).items() if slug in names],
        coverage=compute_coverage(list_requirements(job.description, kit), plan, kit),
        documents=[(key, str(label)) for key, label in DOCUMENTS.items()],
        added_stages=[(kind, str(words)) for kind, words in ADDED_STAGES.items()],
        shown_document=name if name in DOCUMENTS else "kit",
        preview_html=mark_safe(html_writer.write_preview(document)),  # noqa: S308 the writer escapes
        blanks_left=len(blanks_left(document)),
        shape=describe_shape(plan),
        message=message,
        renew=renew,
        renew_blanks=renew_blanks,
        formats=list_offered(FIRST_INTERVIEW_FORMATS),
        more_formats=list_offered(MORE_INTERVIEW_FORMATS),
        stopped=stopped,
        profile_token=job.company.token if job.company else "",
        company_name=job.company.profile.name if job.company else "",
        has_own_company=bool(job.company and job.company.locked),
        canonical=absolute_url(interviews_path(kit.slug)),
    )


def list_requirements(description: JobDescription, kit: Kit) -> list[Requirement]:
    """The lines of a job description that ask for something, each with the kit's skills that it names; none for a line
    written by hand.
    """
    lines = [line for line in description.list_stated_lines() if line.section in ASKS_FOR]
    return [Requirement(line.text, tuple(skills_of(line, kit))) for line in lines]


def describe_shape(plan: InterviewPlan) -> str:
    """A text that changes whenever the interviews need other fields; while it stays the same, the
    browser's fields fit.
    """
    parts = [[planned.slug for planned in stage.questions] for stage in plan.stages]
    return hashlib.blake2s(repr(parts).encode(), digest_size=8).hexdigest()


def _list_stages(form: InterviewForm, plan: InterviewPlan) -> list[ShownStage]:
    questions = map_questions(form.kit)

    def show_row(row: QuestionForm) -> ShownRow:
        competency, question = questions.get(_read_value(row["slug"]), (None, None))
        return ShownRow(row, question, competency.name if competency else "")

    return [
        ShownStage(number, stage_form, [show_row(row) for row in form.list_rows(number)], plan.stages[number - 1])
        for number, stage_form in enumerate(form.stages, start=1)
    ]


def _read_value(field: BoundField) -> str:
    return str(field.value() or "")
