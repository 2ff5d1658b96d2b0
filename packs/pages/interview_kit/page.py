"""What the page of an interview kit shows."""

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from django.forms import BoundField
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from interviews.coverage import Requirement, compute_coverage
from interviews.plan import InterviewPlan, Stage, map_questions, seen_by
from interviews.problems import list_problems
from packs.description.skills import skills_of
from packs.description.value import JobDescription
from packs.documents import html_writer
from packs.documents.model import Document, bind_documents, blanks_left
from packs.forms.interview_kit import InterviewForm, QuestionForm, StageForm
from packs.interviews.documents import COMPANY, LANGUAGE, PanelKit, do_not_ask_list
from packs.pages.downloads import list_offered
from roles.kit.choices import Section
from roles.kit.value import Kit, KitQuestion
from roles.models import Edition
from roles.pages.structured_data import absolute_url

INTERVIEW_TEMPLATE = "packs/interview_kit.html"
FIRST_INTERVIEW_FIELDS = ("pdf", "docx")
MORE_INTERVIEW_FIELDS = ("markdown", "text", "html", "json")
ASKS_FOR = frozenset({Section.RESPONSIBILITIES, Section.REQUIRED, Section.NICE_TO_HAVE})
DOCUMENTS = {
    "kit": _("The whole interview kit"),
    "guide": _("Interview guide"),
    "sheets": _("Interviewers’ sheets"),
    "scorecards": _("Scorecards"),
    "debrief": _("Debrief sheet"),
    "do-not-ask": _("Questions not to ask"),
}


class ShownRow(msgspec.Struct, frozen=True):
    """A question of the plan with its fields; one that the kit no longer has is None."""

    form: QuestionForm
    question: KitQuestion | None
    competency: str


class ShownStage(msgspec.Struct, frozen=True):
    """An interview with its fields and its questions."""

    number: int
    form: StageForm
    rows: list[ShownRow]
    stage: Stage


def write_kit_document(plan: InterviewPlan, kit: Kit, name: str) -> Document:
    """One of DOCUMENTS by its name; an unknown name gives the whole kit."""
    panel = PanelKit(plan, kit)
    match name:
        case "guide":
            return panel.build_guide()
        case "sheets":
            return _join_documents("Interview sheets", panel.build_sheets(), kit)
        case "scorecards":
            return _join_documents("Scorecards", panel.build_scorecards(), kit)
        case "debrief":
            return panel.build_debrief()
        case "do-not-ask":
            return do_not_ask_list()
    return panel.build_whole()


def list_requirements(description: JobDescription, kit: Kit) -> list[Requirement]:
    """What a job description asks for, with the skills that each line names. A line written by hand names none."""
    lines = [line for line in description.list_stated_lines() if line.section in ASKS_FOR]
    return [Requirement(line.text, tuple(skills_of(line, kit))) for line in lines]


def fill_plan(plan: InterviewPlan, description: JobDescription) -> InterviewPlan:
    """The plan with what its job description fills into the blanks that the plan leaves open."""
    known = {**description.values, COMPANY: description.company}
    filled = {name: text for name, text in {**known, **plan.values}.items() if text}
    return msgspec.structs.replace(plan, values=filled)


def describe_shape(plan: InterviewPlan) -> str:
    """What decides which fields the interviews have; while it stays the same, so do the fields in the browser."""
    parts = [[planned.slug for planned in stage.questions] for stage in plan.stages]
    return hashlib.blake2s(repr(parts).encode(), digest_size=8).hexdigest()


def build_interview_context(
    form: InterviewForm,
    description: JobDescription,
    edition: Edition,
    *,
    name: str = "kit",
    message: str = "",
    renew: bool = False,
) -> dict[str, Any]:
    """What the template shows. `description` is the job that the interviews are for, `name` the document in the
    preview; `renew` says that the fields are new.
    """
    kit, plan = form.kit, form.read_plan()
    document = write_kit_document(fill_plan(plan, description), kit, name)
    names = {competency.slug: competency.name for competency in kit.competencies}
    return {
        "kit": kit,
        "edition": edition,
        "form": form,
        "plan": plan,
        "stages": _list_stages(form, plan),
        "left_out": form.left_out(),
        "faults": form.list_errors(),
        "problems": list_problems(plan, kit),
        "eyes": [(names[slug], sorted(people)) for slug, people in seen_by(plan, kit).items() if slug in names],
        "coverage": compute_coverage(list_requirements(description, kit), plan, kit),
        "documents": DOCUMENTS.items(),
        "shown_document": name if name in DOCUMENTS else "kit",
        "preview_html": mark_safe(html_writer.write_preview(document)),  # noqa: S308 the writer escapes
        "blanks_left": len(blanks_left(document)),
        "shape": describe_shape(plan),
        "message": message,
        "renew": renew,
        "formats": list_offered(FIRST_INTERVIEW_FIELDS),
        "more_formats": list_offered(MORE_INTERVIEW_FIELDS),
        "canonical": absolute_url(f"/roles/{kit.slug}/interview-kit/"),
    }


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


def _join_documents(title: str, documents: Iterable[Document], kit: Kit) -> Document:
    return Document(title=f"{title} - {kit.title}", language=LANGUAGE, blocks=bind_documents(documents))
