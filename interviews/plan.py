"""An interview plan: who asks which question of a kit, when and for how long, as one value.

The value is plain data that survives JSON (`msgspec.json`) and knows no row. It names competencies and questions
by their slugs; one that the kit no longer has is pointed out by `interviews.problems`, never an error.

The numbers follow the US Office of Personnel Management's guide to structured interviews: a panel of two to four that
stays the same size, four to eight competencies, 45 to 60 minutes with 5 to open, three or four questions, and 5 to 10
for what the candidate wants to ask.
"""

from collections.abc import Iterable, Iterator

import msgspec
from django.utils.translation import gettext_lazy as _

from roles.kit.blanks import Blank, distinct_blanks
from roles.kit.choices import Choice, PaperSize, QuestionKind
from roles.kit.language import of_kits, written_in
from roles.kit.value import Kit, KitCompetency, KitQuestion

INTRODUCTION = 5
SHORTEST_CLOSE = 5
LONGEST_CLOSE = 10
USUAL_MINUTES = 60
FEWEST_COMPETENCIES, MOST_COMPETENCIES = 4, 8
SMALLEST_PANEL, LARGEST_PANEL = 2, 4
QUESTIONS_PER_STAGE = 4
COMPETENCIES_PER_STAGE = 2
EYES = 2  # people who see a competency, and so also the people in a room
USUAL_PANEL = (_("Hiring manager"), _("Teammate"), _("Partner from another team"))
OWN = "own:"  # begins the slug of a competency that only the plan has
WELCOME, CLOSE, NOTES = _("Welcome and how this works"), _("The candidate’s questions"), _("Finish your notes")


class StageKind(Choice):
    """What a stage of a plan is: an interview, or a call or a piece of work that goes without the kit's questions."""

    INTERVIEW = "interview", _("Interview")
    SCREEN = "screen", _("Recruiter screen")
    WORK_SAMPLE = "work-sample", _("Work sample")
    TAKE_HOME = "take-home", _("Take-home exercise")


class PlanPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the values in a plan; a field at its default is left out of its JSON."""


class PlannedQuestion(PlanPart, frozen=True, kw_only=True):
    """A question by its slug, and its share of the interview in minutes. One that was written for this plan has its
    `text`, and the name of the `competency` that it measures.
    """

    slug: str
    minutes: int
    text: str = ""
    competency: str = ""


class Stage(PlanPart, frozen=True, kw_only=True):
    """One interview: its length, the members of the panel who hold it, and its questions in the order of asking. Of
    another kind it may have no questions.
    """

    name: str
    kind: StageKind = StageKind.INTERVIEW
    minutes: int = USUAL_MINUTES
    interviewers: tuple[str, ...] = ()
    questions: tuple[PlannedQuestion, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Whether it is a call or a piece of work, and has no questions."""
        return self.kind is not StageKind.INTERVIEW and not self.questions

    @property
    def question_minutes(self) -> int:
        """The minutes of the interview's questions together."""
        return sum(question.minutes for question in self.questions)

    @property
    def needed_minutes(self) -> int:
        """The fewest minutes the interview needs: for its opening, its questions, and the candidate's own questions."""
        return INTRODUCTION + self.question_minutes + SHORTEST_CLOSE

    @property
    def spare_minutes(self) -> int:
        """The interview's minutes that nothing fills; negative where it runs over."""
        over = self.minutes - self.needed_minutes
        return over if over < 0 else max(0, over - (LONGEST_CLOSE - SHORTEST_CLOSE))


class InterviewPlan(PlanPart, frozen=True, kw_only=True):
    """The competencies to measure, the interviewers, the interviews, and the values of blanks. `paper` is the
    documents' paper size, None for that of the job.
    """

    competencies: tuple[str, ...] = ()
    panel: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    values: dict[str, str] = {}
    paper: PaperSize | None = None

    @property
    def questions(self) -> list[PlannedQuestion]:
        """The questions of all interviews, in the order of asking."""
        return [question for stage in self.stages for question in stage.questions]

    def sits_in(self, interviewer: str) -> list[Stage]:
        """The interviews of which this person is an interviewer."""
        return [stage for stage in self.stages if interviewer in stage.interviewers]


class Slot(PlanPart, frozen=True, kw_only=True):
    """A stretch of an interview, from `start` minutes after its beginning. A slot without question has a label."""

    start: int
    minutes: int
    label: str = ""
    question: str = ""
    interviewer: str = ""


def default_plan(kit: Kit) -> InterviewPlan:
    """The plan that a kit starts with: all competencies up to eight, a panel of three, and two people in each
    interview.
    """
    slugs = tuple(competency.slug for competency in kit.competencies[:MOST_COMPETENCIES])
    with written_in(kit.language):
        panel = tuple(map(str, USUAL_PANEL))
    return deal_plan(kit, slugs, panel)


def deal_plan(
    kit: Kit, competencies: Iterable[str], panel: tuple[str, ...], values: dict[str, str] | None = None
) -> InterviewPlan:
    """A plan of interviews for these competencies and people: two of each to an interview.

    No question is asked twice, no interview runs over, and a competency has no question only where none of its
    questions fits. Members of a small panel take turns.
    """
    wanted = set(competencies)
    chosen = [competency for competency in kit.competencies if competency.slug in wanted]
    pairs = [chosen[at : at + COMPETENCIES_PER_STAGE] for at in range(0, len(chosen), COMPETENCIES_PER_STAGE)]
    stages = tuple(_make_stage(pair, _choose_room(panel, turn)) for turn, pair in enumerate(pairs))
    slugs = tuple(competency.slug for competency in chosen)
    return InterviewPlan(competencies=slugs, panel=panel, stages=stages, values=values or {})


def list_slots(stage: Stage) -> Iterator[Slot]:
    """The interview from its first to its last minute, without a gap. Its interviewers ask its questions in turn."""
    with of_kits():
        welcome, closing, notes = map(str, (WELCOME, CLOSE, NOTES))
    yield Slot(start=0, minutes=INTRODUCTION, label=welcome, interviewer=_choose_turn(stage, 0))
    start = INTRODUCTION
    for index, question in enumerate(stage.questions):
        asker = _choose_turn(stage, index)
        yield Slot(start=start, minutes=question.minutes, question=question.slug, interviewer=asker)
        start += question.minutes
    close = min(LONGEST_CLOSE, max(SHORTEST_CLOSE, stage.minutes - start))
    yield Slot(start=start, minutes=close, label=closing, interviewer=_choose_turn(stage, 0))
    if stage.spare_minutes > 0:
        yield Slot(start=start + close, minutes=stage.spare_minutes, label=notes)


def swap_question(plan: InterviewPlan, slug: str, kit: Kit) -> InterviewPlan:
    """The plan with a question's next alternate in its place, with that question's own minutes.

    The next one is the next of the same competency that the plan doesn't ask, from the start again after the last.
    Without one, or without that question, the plan stays as it is.
    """
    waiting = list_alternates(plan, slug, kit)
    if not waiting:
        return plan
    planned = PlannedQuestion(slug=waiting[0].slug, minutes=waiting[0].minutes)
    stages = tuple(
        msgspec.structs.replace(
            stage, questions=tuple(planned if question.slug == slug else question for question in stage.questions)
        )
        for stage in plan.stages
    )
    return msgspec.structs.replace(plan, stages=stages)


def list_alternates(plan: InterviewPlan, slug: str, kit: Kit) -> list[KitQuestion]:
    """The questions of the same competency that the plan doesn't ask, in the kit's order from the one after it on."""
    asked = {question.slug for question in plan.questions}
    for competency in kit.competencies:
        slugs = [question.slug for question in competency.questions]
        if slug in slugs:
            after = slugs.index(slug) + 1
            turned = competency.questions[after:] + competency.questions[:after]
            return [question for question in turned if question.slug not in asked]
    return []


def map_questions(kit: Kit) -> dict[str, tuple[KitCompetency, KitQuestion]]:
    """The competency and question of each question slug in a kit."""
    return {question.slug: (competency, question) for competency, question in kit.list_questions()}


def with_own_questions(kit: Kit, questions: Iterable[PlannedQuestion]) -> Kit:
    """The kit with the questions that were written for a plan, each under the competency that it names. One that the
    kit doesn't have is added at the end.
    """
    found = {competency.name.casefold(): competency for competency in kit.competencies}
    for planned in questions:
        if not planned.text:
            continue
        key = planned.competency.casefold()
        measured = found.get(key) or KitCompetency(slug=f"{OWN}{key}", name=planned.competency, definition="")
        own = KitQuestion(
            slug=planned.slug, text=planned.text, kind=QuestionKind.SITUATIONAL, minutes=planned.minutes, why=""
        )
        found[key] = msgspec.structs.replace(measured, questions=[*measured.questions, own])
    return msgspec.structs.replace(kit, competencies=[*found.values()])


def seen_by(plan: InterviewPlan, kit: Kit) -> dict[str, set[str]]:
    """The people who are in an interview that asks about it, for each chosen competency by its slug."""
    seen: dict[str, set[str]] = {slug: set() for slug in plan.competencies}
    questions = map_questions(kit)
    for stage in plan.stages:
        for planned in stage.questions:
            if planned.slug in questions and questions[planned.slug][0].slug in seen:
                seen[questions[planned.slug][0].slug].update(stage.interviewers)
    return seen


def blanks_of(slugs: Iterable[str], kit: Kit) -> list[Blank]:
    """The blanks in these questions and in their probes and anchors, each once, in the kit's order."""
    asked = {*slugs}
    return distinct_blanks(
        text for _, question in kit.list_questions() if question.slug in asked for text in list_texts(question)
    )


def list_texts(question: KitQuestion) -> list[str]:
    """The texts of a question that an interviewer reads: the question, why, setup, probes, behaviors and flags."""
    anchors = [*question.anchor_1, *question.anchor_3, *question.anchor_5]
    return [question.text, question.why, question.setup or "", *question.probes, *anchors, *question.red_flags]


def _make_stage(competencies: list[KitCompetency], interviewers: tuple[str, ...]) -> Stage:
    name = " + ".join(competency.name for competency in competencies)
    fitting = _choose_fitting(competencies)
    questions = tuple(
        PlannedQuestion(slug=question.slug, minutes=question.minutes)
        for competency in competencies
        for question in competency.questions
        if question.slug in fitting
    )
    return Stage(name=name, interviewers=interviewers, questions=questions)


def _choose_fitting(competencies: list[KitCompetency]) -> set[str]:
    """The slugs of the questions for one interview: one of each competency first, then more while there is time.

    General questions of the first choice come before alternates and those for one level.
    """
    queues = [
        sorted(competency.questions, key=lambda q: (q.alternate, q.level is not None)) for competency in competencies
    ]
    left = USUAL_MINUTES - INTRODUCTION - SHORTEST_CLOSE
    fitting: set[str] = set()
    while any(queues) and len(fitting) < QUESTIONS_PER_STAGE:
        for queue in filter(None, queues):
            question = queue.pop(0)
            if question.minutes <= left and len(fitting) < QUESTIONS_PER_STAGE:
                fitting.add(question.slug)
                left -= question.minutes
    return fitting


def _choose_room(panel: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """The people of one interview, in the order of the panel."""
    if not panel:
        return ()
    places = sorted({(turn * EYES + seat) % len(panel) for seat in range(EYES)})
    return tuple(panel[place] for place in places)


def _choose_turn(stage: Stage, index: int) -> str:
    return stage.interviewers[index % len(stage.interviewers)] if stage.interviewers else ""
