"""What an interview panel prints: its guide, a sheet and scorecards for each interviewer, a debrief, what not to ask.

Every function takes a plan and the kit that it plans from, and gives a Document in the language of kits. A question
that the kit no longer has is left out. No document has a place that stores anything about a candidate: what is written
stays on the paper.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews import do_not_ask
from interviews.plan import InterviewPlan, Stage, list_slots, map_questions
from packs.description.value import COMPANY_NAME
from packs.description.wording import blank_name
from packs.documents.inline import Emphasis, InlineLink, Line, Strong
from packs.documents.model import (
    DOCUMENT_LANGUAGES,
    AnswerSpace,
    Block,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Score,
    ScoreScale,
    SmallPrint,
    Steps,
    Table,
    bind_documents,
)
from roles.kit.blanks import fill_blanks
from roles.kit.choices import PaperSize
from roles.kit.language import of_kits
from roles.kit.lists import join_with_and
from roles.kit.value import Kit, KitCompetency, KitQuestion
from web.language import text_language


def company_of(plan: InterviewPlan) -> str:
    """The company's name from the plan's filled blanks; "" where that blank is empty."""
    company = blank_name(COMPANY_NAME)
    return next((value for name, value in plan.values.items() if name.casefold() == company), "")


def choose_paper_of(plan: InterviewPlan) -> PaperSize:
    """The paper size of a plan's documents: the one it names, or else A4."""
    return plan.paper or PaperSize.A4


class PanelKit:
    """Makes the documents of one plan, with its questions looked up in the kit and its blanks filled."""

    def __init__(self, plan: InterviewPlan, kit: Kit) -> None:
        self.plan = plan
        self.kit = kit
        self.bank = map_questions(kit)
        self.interviewers = list(dict.fromkeys(plan.panel))

    @of_kits()
    def build_whole(self) -> Document:
        """One document with the guide, sheets, scorecards, debrief and the list of what not to ask,
        each on a new page.
        """
        parts = [
            self.build_guide(),
            *self.build_sheets(),
            *self.build_scorecards(),
            self.build_debrief(),
            do_not_ask_list(choose_paper_of(self.plan)),
        ]
        return self._make_document(_("Interview kit"), bind_documents(parts))

    @of_kits()
    def build_guide(self) -> Document:
        """The guide: how the panel works, who asks what and when, and how scores are given."""
        return self._make_document(
            _("Interview guide"), [*self._write_opening(), *self._write_schedule(), *self._write_competencies()]
        )

    @of_kits()
    def build_sheets(self) -> list[Document]:
        """A sheet for each interviewer: their interviews minute by minute, with their questions."""
        return [
            self._make_document(_("Interview sheet: %(name)s") % {"name": name}, self._write_sheet(name))
            for name in self.interviewers
        ]

    @of_kits()
    def build_scorecards(self) -> list[Document]:
        """A scorecard for each interviewer: what to score, the behaviors for each score, and room for evidence."""
        return [
            self._make_document(_("Scorecard: %(name)s") % {"name": name}, self._write_scorecard(name))
            for name in self.interviewers
        ]

    @of_kits()
    def build_debrief(self) -> Document:
        """The debrief: the scores that each interviewer gave alone, and the one on which the panel agrees, with its
        reason.
        """
        blocks: list[Block] = [
            AnswerSpace(_("Candidate and date"), 1),
            Steps(
                (
                    (_("Everyone hands in a scorecard before anyone speaks."),),
                    (_("Copy every score into the table. Nobody changes a score while the table is being filled in."),),
                    (_("Start where scores differ by two or more. Read out the evidence, not the impression."),),
                    (_("Agree on one score for each competency and write down why."),),
                    (
                        _(
                            "Weight all competencies equally. Any other weighting needs a written reason, agreed on "
                            "before you meet."
                        ),
                    ),
                    (_("Decide last, from the agreed-on scores."),),
                )
            ),
            Heading((_("Individual scores, then the agreed-on score"),)),
            self._score_table(),
            Paragraph((_("The total is the sum of the agreed-on scores, all weighted equally."),)),
            Heading((_("Why"),)),
            *(
                AnswerSpace(_("%(name)s: the evidence behind the score") % {"name": name}, 1)
                for name in self._chosen_names()
            ),
            Heading((_("Decision"),)),
            ScoreScale(_("The panel"), (Score(_("Move forward")), Score(_("Don’t move forward")))),
            AnswerSpace(_("Reason, based on the scores"), 3),
        ]
        return self._make_document(_("Debrief"), blocks)

    def _make_document(self, title: str, blocks: Iterable[Block]) -> Document:
        title = f"{title} - {self.kit.title}"
        return Document(
            title=title,
            company=company_of(self.plan),
            language=DOCUMENT_LANGUAGES[text_language()],
            paper=choose_paper_of(self.plan),
            blocks=tuple(blocks),
        )

    def _write_opening(self) -> Iterator[Block]:
        names = self._chosen_names()
        yield Facts(
            (
                Fact(_("Role"), (self.kit.title,)),
                Fact(_("Panel"), (", ".join(self.interviewers),)),
                Fact(
                    _("Interviews"),
                    (", ".join(f"{stage.name}, {_write_minutes(stage.minutes)}" for stage in self._list_stages()),),
                ),
                Fact(_("Measured"), (", ".join(names),)),
            )
        )
        yield Heading((_("Before the first candidate"),))
        yield Steps(
            (
                (_("Read your sheet and the anchors on your scorecard. Agree as a panel on what a 3 sounds like."),),
                (_("Ask every candidate the same questions, in the same order, with the same time for each."),),
                (_("Use the probes when an answer is too general. Don’t help, and don’t add questions of your own."),),
                (_("Note what the candidate says and does while you listen. Judge afterward."),),
                (_("Score alone, right after the interview, and hand the scorecard in before you talk to anyone."),),
            )
        )
        yield Heading((_("How to score"),))
        yield Paragraph(
            (
                _(
                    "Score each competency from 1 to 5. Compare your notes with the anchors and pick the score that "
                    "matches what you saw and heard; 2 and 4 fall between two anchors. If you have no evidence, leave "
                    "the score empty."
                ),
            )
        )

    def _write_schedule(self) -> Iterator[Block]:
        for stage in self._list_stages():
            people = _list_names(stage.interviewers) or _("nobody yet")
            yield Heading((stage.name,))
            yield Paragraph(
                (_("%(minutes)s with %(people)s.") % {"minutes": _write_minutes(stage.minutes), "people": people},)
            )
            yield self._write_work() if stage.asks_nothing else self._write_timetable(stage)

    def _write_work(self) -> AnswerSpace:
        return AnswerSpace(_("What the candidate does, and what you score"), 3)

    def _write_timetable(self, stage: Stage, own: str = "") -> Table:
        rows: list[tuple[Line, ...]] = []
        for slot in list_slots(stage):
            what: Line = (
                self._fill_text(self.bank[slot.question][1].text) if slot.question in self.bank else (str(slot.label),)
            )
            if slot.question and slot.question not in self.bank:
                continue
            who: Line = (Strong(_("You")),) if own and slot.interviewer == own else (slot.interviewer,)
            rows.append(((f"{slot.start}–{slot.start + slot.minutes}",), what, who))
        columns = (
            Column((_("Minute"),), width=2),
            Column((_("What happens"),), width=8),
            Column((_("Who leads"),), width=3),
        )
        return Table(columns, tuple(rows))

    def _write_competencies(self) -> Iterator[Block]:
        yield Heading((_("What the interviews measure"),))
        for competency in self._list_chosen():
            yield Heading((competency.name,), 3)
            if competency.definition:
                yield Paragraph(self._fill_text(competency.definition))
            if competency.skills:
                yield Paragraph((Emphasis(_("Draws on: ")), f"{', '.join(competency.skills)}."))

    def _write_sheet(self, interviewer: str) -> Iterator[Block]:
        for stage in self.plan.sits_in(interviewer):
            yield Heading((stage.name,))
            yield self._write_work() if stage.asks_nothing else self._write_timetable(stage, own=interviewer)
            for slot in list_slots(stage):
                if slot.interviewer == interviewer and slot.question in self.bank:
                    yield from self._to_ask(self.bank[slot.question][1], slot.minutes)
        if not self.plan.sits_in(interviewer):
            yield Paragraph((_("%(name)s isn’t in any interview yet.") % {"name": interviewer},))

    def _to_ask(self, question: KitQuestion, minutes: int) -> Iterator[Block]:
        yield Heading(self._fill_text(question.text), 3)
        about = f"{question.kind.label}, {_write_minutes(minutes)}. " if question.why else f"{_write_minutes(minutes)}."
        yield Paragraph((Emphasis(about), *self._fill_text(question.why)))
        if question.setup:
            yield Paragraph((Emphasis(_("Setup: ")), *self._fill_text(question.setup)))
        yield from self._write_bullets(_("Follow up with"), question.probes)
        yield from self._write_bullets(_("Red flags"), question.red_flags)
        yield AnswerSpace(_("Notes"), 4)

    def _write_scorecard(self, interviewer: str) -> Iterator[Block]:
        yield SmallPrint()
        yield Note((_("Fill this in alone, right after the interview. Write what you saw and heard, then score."),))
        yield AnswerSpace(_("Candidate and date"), 1)
        for competency, questions in self._list_seen(interviewer):
            yield Heading((competency.name,))
            for question in questions:
                yield Heading(self._fill_text(question.text), 3)
                if question.anchor_5 or question.anchor_3 or question.anchor_1:
                    yield self._write_anchors(question)
                else:
                    yield AnswerSpace(_("What a 5, a 3 and a 1 sound like: agree as a panel before the interview"), 3)
                yield AnswerSpace(_("Evidence: what the candidate said and did"), 2)
            yield ScoreScale(_("Score for %(competency)s") % {"competency": competency.name}, _list_scores())
        yield SmallPrint(starts=False)

    def _write_anchors(self, question: KitQuestion) -> Table:
        """What an answer at each anchor shows, side by side."""
        anchors = (question.anchor_5, question.anchor_3, question.anchor_1)
        row = tuple(self._fill_text(" ".join(f"{shown.rstrip('.')}." for shown in behaviors)) for behaviors in anchors)
        return Table((Column((_("5 Strong"),)), Column((_("3 Solid"),)), Column((_("1 Weak"),))), (row,))

    def _score_table(self) -> Table:
        names = [(name,) for name in self.interviewers]
        columns = (
            Column((_("Competency"),), width=3),
            *(Column(name, ColumnKind.TEXT, 2) for name in names),
            Column((_("Agreed"),), width=2),
        )
        return Table(columns, (*(((Strong(name),),) for name in self._chosen_names()), ((Strong(_("Total")),),)))

    def _list_seen(self, interviewer: str) -> Iterator[tuple[KitCompetency, list[KitQuestion]]]:
        """The competencies that an interviewer sees, each with the questions on it."""
        asked = [planned.slug for stage in self.plan.sits_in(interviewer) for planned in stage.questions]
        for competency in self.kit.competencies:
            slugs = {question.slug for question in competency.questions}
            questions = [self.bank[slug][1] for slug in dict.fromkeys(asked) if slug in slugs]
            if questions:
                yield competency, questions

    def _write_bullets(self, label: str, texts: list[str]) -> Iterator[Block]:
        if texts:
            yield Paragraph((Strong(label),))
            yield Bullets(tuple(self._fill_text(text) for text in texts))

    def _list_stages(self) -> list[Stage]:
        return [stage for stage in self.plan.stages if stage.questions or stage.asks_nothing]

    def _list_chosen(self) -> list[KitCompetency]:
        return [competency for competency in self.kit.competencies if competency.slug in self.plan.competencies]

    def _chosen_names(self) -> list[str]:
        return [competency.name for competency in self._list_chosen()]

    def _fill_text(self, text: str) -> Line:
        return fill_blanks(text, self.plan.values)


@of_kits()
def do_not_ask_list(paper: PaperSize = PaperSize.A4) -> Document:
    """A document of what must not be asked, with the lawful question in place of each."""
    columns = (
        Column((_("Topic"),), width=2),
        Column((_("Don’t ask"),), width=3),
        Column((_("Ask instead"),), width=3),
        Column((_("Why"),), width=3),
    )
    rows = tuple(
        ((Strong(topic.name),), (topic.never,), (topic.instead,), (topic.why,)) for topic in do_not_ask.list_topics()
    )
    blocks: list[Block] = [
        Paragraph((_("If a candidate brings one of these up, thank them, write nothing down and move on."),)),
        Table(columns, rows),
        Paragraph((_("Main source: "), InlineLink(do_not_ask.SOURCE_TITLE, do_not_ask.SOURCE_URL), ".")),
        Note((_("Laws differ by place. Have your own counsel read this list before you use it."),)),
    ]
    return Document(
        title=_("Questions not to ask"), language=DOCUMENT_LANGUAGES[text_language()], paper=paper, blocks=tuple(blocks)
    )


def _write_minutes(minutes: int) -> str:
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def _list_scores() -> tuple[Score, ...]:
    return Score("1", _("Weak")), Score("2"), Score("3", _("Solid")), Score("4"), Score("5", _("Strong"))


def _list_names(names: tuple[str, ...]) -> str:
    return join_with_and(names)
