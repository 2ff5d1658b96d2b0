"""The form of an interview plan. What is posted is the whole plan: it needs no memory on the server."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from company.form_fields import PlainText
from interviews.plan import (
    LARGEST_PANEL,
    OWN,
    USUAL_MINUTES,
    InterviewPlan,
    PlannedQuestion,
    Stage,
    StageKind,
    blanks_of,
    map_questions,
    with_own_questions,
)
from packs.forms.parts import BlanksForm, field_name
from packs.forms.shared import KitInput, KitSelect, KitTextarea
from packs.interviews.actions import MOST_STAGES
from roles.kit.blanks import Blank, list_distinct
from roles.kit.choices import PaperSize
from roles.kit.language import of_kit
from roles.kit.value import Kit

MOST_QUESTIONS = 60
LONGEST_PERSON_NAME = 80
LONGEST_OWN_QUESTION = 500
OWN_SLUG = re.compile(r"own-\d+")
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
    kind = forms.ChoiceField(required=False, choices=StageKind.list_choices(), widget=forms.HiddenInput)
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
    """A question of the plan: the interview that asks it, and its minutes. One that was written for the plan also has
    its text and what it measures.
    """

    slug = forms.CharField(max_length=80, widget=forms.HiddenInput)
    text = PlainText(required=False, max_length=LONGEST_OWN_QUESTION, widget=KitTextarea(attrs={"rows": 2}))
    competency = PlainText(required=False, max_length=LONGEST_PERSON_NAME, widget=forms.HiddenInput)
    stage = forms.ChoiceField(required=False, label=gettext_lazy("Asked in"), widget=KitSelect)
    minutes = forms.IntegerField(min_value=1, max_value=240, label=gettext_lazy("Minutes"))

    def __init__(self, *args: Any, stages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [*stages, ("", pgettext("a question", "Leave it out"))]  # type: ignore[attr-defined]


class OwnQuestionForm(forms.Form):
    """A question that somebody writes: its text, the competency that it measures, and the interview that asks it."""

    text = PlainText(
        required=False,
        max_length=LONGEST_OWN_QUESTION,
        label=gettext_lazy("Your question"),
        widget=KitTextarea(attrs={"rows": 2}),
    )
    competency = PlainText(
        required=False,
        max_length=LONGEST_PERSON_NAME,
        label=gettext_lazy("What it measures"),
        help_text=gettext_lazy("One of the competencies, or another one in your own words."),
        widget=KitInput(attrs={"list": "competency-names"}),
    )
    stage = forms.ChoiceField(required=False, label=gettext_lazy("Asked in"), widget=KitSelect)

    def __init__(self, data: Any, *, stages: list[tuple[str, str]], initial: Mapping[str, str]) -> None:
        super().__init__(data, prefix="own", initial={**initial})
        self.fields["stage"].choices = stages  # type: ignore[attr-defined]


StageFormSet = forms.formset_factory(StageForm, extra=0, max_num=MOST_STAGES, absolute_max=MOST_STAGES)
QuestionFormSet = forms.formset_factory(QuestionForm, extra=0, max_num=MOST_QUESTIONS, absolute_max=MOST_QUESTIONS)


class InterviewForm:
    """The form of an interview plan: of `plan`, or of what was posted. `also` are blanks to ask for besides those of
    the questions. `kit` has the questions that were written for the plan, too. With `takes_own` the plan gets the one
    that is being typed; without, a form made from it says so with `typed`.

    A post without the counts of its rows is refused.
    """

    kit: Kit
    choices: ChoicesForm
    stages: Any  # a formset, which no type describes
    questions: Any
    blanks: BlanksForm
    own: OwnQuestionForm

    def __init__(
        self,
        kit: Kit,
        plan: InterviewPlan,
        data: Any = None,
        also: Iterable[Blank] = (),
        *,
        takes_own: bool = False,
        typed: Mapping[str, str] | None = None,
    ) -> None:
        self.template_kit, self.takes_own = kit, takes_own
        self.shown = plan
        self.data = data if data and _is_counted(data) else None
        seats = dict(zip(plan.panel, SEATS, strict=False))
        self.choices = ChoicesForm(kit, self.data, initial=_initial_choices(plan, seats))
        rows: Any = QuestionFormSet(self.data, prefix="question", form_kwargs={"stages": []})
        self.kit = with_own_questions(kit, map(_read_own, rows) if self.data else plan.questions)
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
        self.own = OwnQuestionForm(self.data, stages=self._list_names(), initial=typed or {})
        added = {str(stage["add"].value()) for stage in self.stages if stage["add"].value()}
        asks = list_distinct([blanks_of(asked | added, self.kit), also])
        values = {field_name(Blank(name)): value for name, value in plan.values.items()}
        self.blanks = BlanksForm(asks, self.data, initial=values)

    def is_valid(self) -> bool:
        """Whether every form and row is valid. Checks all of them, so that all errors are shown at once."""
        parts = [part.is_valid() for part in (self.choices, self.stages, self.questions, self.own, self.blanks)]
        return all(parts)  # each was asked, so that every fault is known

    def list_errors(self) -> list[tuple[forms.BoundField, str]]:
        """Every error as its field and a message, in the order of the page; [] for a form that wasn't posted."""
        if self.data is None:
            return []
        shown = (self.choices, *self.stages, *self.questions, self.own, self.blanks)
        fields = [field for form in shown for field in form]
        return [(field, str(message)) for field in fields for message in field.errors]

    def read_plan(self) -> InterviewPlan:
        """The plan that the fields make; a field with an error counts as unchanged."""
        if self.data is None:
            return self.shown
        self.is_valid()
        people = self.choices.list_people()
        stages = tuple(self._read_stage(number, form, people) for number, form in enumerate(self.stages, 1))
        if self.takes_own and self.has_own_question():
            stages = self._add_own(stages)
        asked = [planned for stage in stages for planned in stage.questions]
        measured = [part.slug for part in with_own_questions(self.template_kit, asked).competencies]
        return InterviewPlan(
            competencies=(
                *self.choices.cleaned_data.get("competencies", ()),
                *(slug for slug in measured if slug.startswith(OWN)),
            ),
            panel=tuple(people.values()),
            stages=stages,
            values=self.blanks.read_values(),
            paper=self.choices.cleaned_data.get("paper"),
        )

    def list_typed(self) -> dict[str, str]:
        """What is typed of a question that the plan doesn't take yet, by field name; {} where it takes it."""
        return {} if self.takes_own else {field.name: str(field.value() or "") for field in self.own}

    def has_own_question(self) -> bool:
        """Whether somebody has typed a question of their own that can be taken."""
        return self.data is not None and self.own.is_valid() and bool(self.own.cleaned_data["text"])

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

    def _add_own(self, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
        """The interviews with the typed question at the end of the one that was chosen, or else of the last one."""
        typed = self.own.cleaned_data
        stages = stages or (Stage(name="Interview 1"),)
        number = int(typed["stage"]) if typed["stage"] else len(stages)
        stage = stages[number - 1]
        taken = {str(row["slug"].value()) for row in self.questions}
        slug = next(name for name in (f"own-{at}" for at in range(1, MOST_QUESTIONS + 2)) if name not in taken)
        bank = map_questions(self.kit)
        usual = [bank[planned.slug][0].name for planned in stage.questions if planned.slug in bank]
        usual += [part.name for part in self.kit.competencies]
        added = PlannedQuestion(
            slug=slug,
            minutes=USUAL_LENGTH,
            text=typed["text"],
            competency=typed["competency"] or next(iter(usual), typed["text"][:LONGEST_PERSON_NAME]),
        )
        stage = msgspec.structs.replace(stage, questions=(*stage.questions, added))
        return (*stages[: number - 1], stage, *stages[number:])

    def _read_stage(self, number: int, form: StageForm, people: dict[str, str]) -> Stage:
        data = form.cleaned_data
        planned = [
            _read_row(row.cleaned_data)
            for row in self.questions
            if row.cleaned_data.get("slug") and row.cleaned_data.get("stage") == str(number) and not _is_emptied(row)
        ]
        if data.get("add"):
            planned.append(PlannedQuestion(slug=data["add"], minutes=map_questions(self.kit)[data["add"]][1].minutes))
        return Stage(
            name=data.get("name") or f"Interview {number}",
            kind=StageKind(data.get("kind") or StageKind.INTERVIEW),
            minutes=data.get("minutes", USUAL_MINUTES),
            interviewers=tuple(people[seat] for seat in data.get("interviewers", ()) if seat in people),
            questions=tuple(planned),
        )


def _read_row(said: Mapping[str, Any]) -> PlannedQuestion:
    own = {name: said.get(name, "") for name in ("text", "competency")} if said.get("text") else {}
    return PlannedQuestion(slug=said["slug"], minutes=said.get("minutes", USUAL_LENGTH), **own)


def _read_own(row: QuestionForm) -> PlannedQuestion:
    """The question of a row that may be at fault, as far as it says what was written for the plan."""
    said = {name: str(row[name].value() or "") for name in ("slug", "text", "competency")}
    return PlannedQuestion(minutes=USUAL_LENGTH, **said)


def _is_emptied(row: QuestionForm) -> bool:
    """Whether the words of a question that was written for the plan were taken out, and so the question."""
    return bool(OWN_SLUG.fullmatch(row.cleaned_data["slug"])) and not row.cleaned_data.get("text")


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
    return {"name": stage.name, "kind": stage.kind.value, "minutes": stage.minutes, "interviewers": held_by}


def _initial_questions(plan: InterviewPlan) -> Iterator[dict[str, object]]:
    for number, stage in enumerate(plan.stages, start=1):
        for planned in stage.questions:
            yield msgspec.structs.asdict(planned) | {"stage": str(number)}
