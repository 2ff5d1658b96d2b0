"""The form of an interview plan. What is posted is the whole plan: it needs no memory on the server."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from interviews.plan import (
    LARGEST_PANEL,
    USUAL_MINUTES,
    InterviewPlan,
    PlannedQuestion,
    Stage,
    blanks_of,
    map_questions,
)
from packs.forms.parts import BlanksForm, field_name
from packs.forms.shared import KitInput, KitSelect
from packs.interviews.actions import MOST_STAGES
from roles.kit.blanks import Blank, list_distinct
from roles.kit.choices import PaperSize
from roles.kit.language import of_kit
from roles.kit.value import Kit

MOST_QUESTIONS = 60
LONGEST_PERSON_NAME = 80
USUAL_LENGTH = 10  # minutes of a question
SEATS = [str(seat) for seat in range(1, LARGEST_PANEL + 1)]


class ChoicesForm(forms.Form):
    """The competencies to measure, and a field with the name for each seat of the panel."""

    competencies = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Competencies"),
        help_text=gettext_lazy("Four to eight work best."),
        error_messages={"required": gettext_lazy("Choose what the interviews measure.")},
    )
    paper = forms.TypedChoiceField(
        required=False,
        choices=[("", gettext_lazy("Standard for the job’s location")), *PaperSize.list_choices()],
        coerce=PaperSize,
        empty_value=None,
        label=gettext_lazy("Paper size"),
    )

    def __init__(self, kit: Kit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competencies"].choices = [(part.slug, of_kit(part.name)) for part in kit.competencies]  # type: ignore[attr-defined]
        for seat in SEATS:
            self.fields[f"person-{seat}"] = forms.CharField(
                required=False,
                max_length=LONGEST_PERSON_NAME,
                label=_("Interviewer %(seat)s") % {"seat": seat},
                widget=KitInput,
            )

    def list_people(self) -> dict[str, str]:
        """The names on the panel by seat, without empty seats."""
        names = {seat: str(self[f"person-{seat}"].value() or "").strip() for seat in SEATS}
        return {seat: name for seat, name in names.items() if name}


class StageForm(forms.Form):
    """One interview of the plan: its name, length in minutes and interviewers. `add` names a question to add to it."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Name"), widget=KitInput)
    minutes = forms.IntegerField(min_value=10, max_value=240, label=gettext_lazy("Minutes"))
    interviewers = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Who runs it"),
        choices=[(seat, seat) for seat in SEATS],
        error_messages={"required": gettext_lazy("Choose who runs this interview.")},
    )
    add = forms.ChoiceField(required=False, label=gettext_lazy("Add a question"), widget=KitSelect)

    def __init__(self, *args: Any, kit: Kit, people: Mapping[str, str], asked: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Every seat has its box, so that naming somebody changes a label and no field; an empty seat's is not shown.
        self.fields["interviewers"].widget.choices = [(seat, people.get(seat, "")) for seat in SEATS]
        add: Any = self.fields["add"]
        add.choices = [("", _("Choose a question")), *((slug, slug) for slug in map_questions(kit))]
        add.widget.choices = [("", _("Choose a question")), *_list_waiting(kit, asked)]


class QuestionForm(forms.Form):
    """A question of the plan: the interview that asks it, and its minutes."""

    slug = forms.CharField(max_length=80, widget=forms.HiddenInput)
    stage = forms.ChoiceField(required=False, label=gettext_lazy("Asked in"), widget=KitSelect)
    minutes = forms.IntegerField(min_value=1, max_value=240, label=gettext_lazy("Minutes"))

    def __init__(self, *args: Any, stages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [*stages, ("", pgettext("a question", "Leave it out"))]  # type: ignore[attr-defined]


StageFormSet = forms.formset_factory(StageForm, extra=0, max_num=MOST_STAGES, absolute_max=MOST_STAGES)
QuestionFormSet = forms.formset_factory(QuestionForm, extra=0, max_num=MOST_QUESTIONS, absolute_max=MOST_QUESTIONS)


class InterviewForm:
    """The form of an interview plan: of `plan`, or of what was posted. `also` are blanks to ask for besides those of
    the questions.

    A post without the counts of its rows is refused.
    """

    kit: Kit
    choices: ChoicesForm
    stages: Any  # a formset, which no type describes
    questions: Any
    blanks: BlanksForm

    def __init__(self, kit: Kit, plan: InterviewPlan, data: Any = None, also: Iterable[Blank] = ()) -> None:
        self.kit = kit
        self.shown = plan
        self.data = data if data and _is_counted(data) else None
        seats = dict(zip(plan.panel, SEATS, strict=False))
        self.choices = ChoicesForm(kit, self.data, initial=_initial_choices(plan, seats))
        rows: Any = QuestionFormSet(self.data, prefix="question", form_kwargs={"stages": []})
        asked = {str(row["slug"].value()) for row in rows} if self.data else {q.slug for q in plan.questions}
        self.stages = StageFormSet(
            self.data,
            prefix="stage",
            initial=[_initial_stage(stage, seats) for stage in plan.stages],
            form_kwargs={"kit": kit, "people": self.choices.list_people(), "asked": asked},
        )
        self.questions = QuestionFormSet(
            self.data,
            prefix="question",
            initial=[*_initial_questions(plan)],
            form_kwargs={"stages": self._list_names()},
        )
        added = {str(stage["add"].value()) for stage in self.stages if stage["add"].value()}
        asks = list_distinct([blanks_of(asked | added, kit), also])
        values = {field_name(Blank(name)): value for name, value in plan.values.items()}
        self.blanks = BlanksForm(asks, self.data, initial=values)

    def is_valid(self) -> bool:
        """Whether every form and row is valid. Checks all of them, so that all errors are shown at once."""
        parts = [part.is_valid() for part in (self.choices, self.stages, self.questions, self.blanks)]
        return all(parts)  # each was asked, so that every fault is known

    def list_errors(self) -> list[tuple[forms.BoundField, str]]:
        """Every error as its field and a message, in the order of the page; [] for a form that wasn't posted."""
        if self.data is None:
            return []
        fields = [field for form in (self.choices, *self.stages, *self.questions, self.blanks) for field in form]
        return [(field, str(message)) for field in fields for message in field.errors]

    def read_plan(self) -> InterviewPlan:
        """The plan that the fields make; a field with an error counts as unchanged."""
        if self.data is None:
            return self.shown
        self.is_valid()
        people = self.choices.list_people()
        return InterviewPlan(
            competencies=tuple(self.choices.cleaned_data.get("competencies", ())),
            panel=tuple(people.values()),
            stages=tuple(self._read_stage(number, form, people) for number, form in enumerate(self.stages, 1)),
            values=self.blanks.read_values(),
            paper=self.choices.cleaned_data.get("paper"),
        )

    def list_rows(self, number: int) -> list[QuestionForm]:
        """The rows of the questions in one interview, by the interview's number."""
        return [row for row in self.questions if row["stage"].value() == str(number)]

    def left_out(self) -> list[QuestionForm]:
        """The rows of questions that are in no interview, which the page still sends."""
        numbers = {number for number, __ in self._list_names()}
        return [row for row in self.questions if row["stage"].value() not in numbers]

    def _list_names(self) -> list[tuple[str, str]]:
        return [
            (str(number), form["name"].value() or f"Interview {number}") for number, form in enumerate(self.stages, 1)
        ]

    def _read_stage(self, number: int, form: StageForm, people: dict[str, str]) -> Stage:
        data = form.cleaned_data
        planned = [
            PlannedQuestion(slug=row.cleaned_data["slug"], minutes=row.cleaned_data.get("minutes", USUAL_LENGTH))
            for row in self.questions
            if row.cleaned_data.get("slug") and row.cleaned_data.get("stage") == str(number)
        ]
        if data.get("add"):
            planned.append(PlannedQuestion(slug=data["add"], minutes=map_questions(self.kit)[data["add"]][1].minutes))
        return Stage(
            name=data.get("name") or f"Interview {number}",
            minutes=data.get("minutes", USUAL_MINUTES),
            interviewers=tuple(people[seat] for seat in data.get("interviewers", ()) if seat in people),
            questions=tuple(planned),
        )


def _is_counted(data: Any) -> bool:
    formsets = ((StageFormSet, "stage"), (QuestionFormSet, "question"))
    return all(formset(data, prefix=prefix).management_form.is_valid() for formset, prefix in formsets)


def _list_waiting(kit: Kit, asked: set[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The questions that are not asked, by competency."""
    for competency in kit.competencies:
        yield competency.name, [(part.slug, part.text) for part in competency.questions if part.slug not in asked]


def _initial_choices(plan: InterviewPlan, seats: Mapping[str, str]) -> dict[str, object]:
    people = {f"person-{seat}": name for name, seat in seats.items()}
    return {"competencies": [*plan.competencies], "paper": plan.paper, **people}


def _initial_stage(stage: Stage, seats: Mapping[str, str]) -> dict[str, object]:
    held_by = [seats[name] for name in stage.interviewers if name in seats]
    return {"name": stage.name, "minutes": stage.minutes, "interviewers": held_by}


def _initial_questions(plan: InterviewPlan) -> Iterator[dict[str, object]]:
    for number, stage in enumerate(plan.stages, start=1):
        for planned in stage.questions:
            yield {"slug": planned.slug, "stage": str(number), "minutes": planned.minutes}
