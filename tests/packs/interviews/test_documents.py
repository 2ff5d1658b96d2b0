"""What a panel prints: complete, shared out, and without a place for what must not be asked."""

import io

import msgspec
import pytest
from hypothesis import given
from pypdf import PdfReader

from interviews.do_not_ask import list_topics
from interviews.plan import InterviewPlan, PlannedQuestion, Stage, default_plan, map_questions
from packs.documents.inline import line_text
from packs.documents.model import AnswerSpace, Heading, ScoreScale
from packs.documents.pdf_writer import write_pdf
from packs.interviews.documents import PanelKit, do_not_ask_list
from packs.interviews.hiring_pack import bind_pack, hiring_pack, pay_document
from roles.kit.choices import PaperSize
from tests.factories import a_kit
from tests.interviews.test_plan import any_plans
from tests.packs.documents.samples import plain_words
from tests.properties import at_most

KIT = a_kit()


def panel():
    return PanelKit(default_plan(KIT), KIT)


def said(document):
    return " ".join(plain_words(document))


def headings(document, level):
    found = [block for block in document.blocks if isinstance(block, Heading) and block.level == level]
    return [line_text(block.line) for block in found]


def test_each_question_is_on_the_sheet_of_one_interviewer():
    asked = [text for sheet in panel().build_sheets() for text in headings(sheet, 3)]
    planned = [map_questions(KIT)[question.slug][1].text for question in default_plan(KIT).questions]
    assert sorted(asked) == sorted(planned)


def test_a_sheet_tells_the_interviewer_why_to_ask_and_what_to_set_up():
    questions = [question for _, question in KIT.list_questions() if question.setup]
    planned = tuple(PlannedQuestion(slug=question.slug, minutes=10) for question in questions)
    stage = Stage(name="Panel", minutes=90, interviewers=("Ada",), questions=planned)
    plan = InterviewPlan(competencies=(), panel=("Ada",), stages=(stage,))
    (sheet,) = PanelKit(plan, KIT).build_sheets()
    assert len(questions) >= 3
    assert [question.setup for question in questions if f"Setup: {question.setup}" not in said(sheet)] == []
    assert [question.why for question in questions if question.why not in said(sheet)] == []


def test_a_scorecard_has_every_anchor_room_for_evidence_and_a_scale():
    plan = default_plan(KIT)
    for name, card in zip(plan.panel, panel().build_scorecards(), strict=True):
        text = said(card)
        questions = [map_questions(KIT)[q.slug] for stage in plan.sits_in(name) for q in stage.questions]
        for _, question in questions:
            for behavior in (*question.anchor_1, *question.anchor_3, *question.anchor_5):
                assert " ".join(behavior.split()) in text
        scales = [block for block in card.blocks if isinstance(block, ScoreScale)]
        assert [scale.label for scale in scales] == [
            f"Score for {c.name}" for c in KIT.competencies if c in [competency for competency, _ in questions]
        ]
        assert [score.mark for score in scales[0].scores] == ["1", "2", "3", "4", "5"]
        evidence = [block for block in card.blocks if isinstance(block, AnswerSpace) and "Evidence" in block.label]
        assert len(evidence) == len(questions)


@pytest.mark.parametrize("paper", PaperSize)
def test_a_scorecard_of_six_questions_fits_on_both_sides_of_a_sheet(paper):
    asked = [question.slug for competency in KIT.competencies for question in competency.questions][:6]
    questions = tuple(PlannedQuestion(slug=slug, minutes=10) for slug in asked)
    stage = Stage(name="Panel", minutes=90, interviewers=("Ada",), questions=questions)
    slugs = tuple(competency.slug for competency in KIT.competencies)
    plan = InterviewPlan(competencies=slugs, panel=("Ada",), stages=(stage,), paper=paper)
    (card,) = PanelKit(plan, KIT).build_scorecards()
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(card))).pages]
    assert len(pages) <= 2
    assert all("Evidence" in page for page in pages)


def test_every_document_is_on_the_paper_of_the_plan():
    plan = msgspec.structs.replace(default_plan(KIT), paper=PaperSize.LETTER)
    documents = hiring_pack(PanelKit(plan, KIT).build_guide(), plan, KIT)
    assert {document.paper for document in [*documents, bind_pack(documents, KIT)]} == {PaperSize.LETTER}


def test_the_debrief_takes_scores_given_alone_before_the_agreed_one():
    text = said(panel().build_debrief())
    order = ["before anyone speaks", "Agree on one score", "Weight all competencies equally", "Decide last"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    for name in (*default_plan(KIT).panel, *(competency.name for competency in KIT.competencies)):
        assert name in text


def test_the_list_of_what_not_to_ask_has_a_lawful_form_and_a_source():
    text = said(do_not_ask_list())
    assert len(list_topics()) > 5
    for topic in list_topics():
        assert topic.never in text
        assert topic.instead in text
    assert "Equal Employment Opportunity Commission" in text


def test_the_pack_holds_the_job_the_pay_and_the_interviews():
    documents = hiring_pack(panel().build_guide(), default_plan(KIT), KIT)
    text = said(bind_pack(documents, KIT))
    assert len(documents) > 3
    for document in documents:
        assert document.title in text
    assert all(benchmark.name in said(pay_document(KIT)) for benchmark in KIT.benchmarks)
    assert KIT.find_source(KIT.benchmarks[0].source).title in said(pay_document(KIT))


@given(any_plans)
@at_most(50)
def test_every_plan_makes_documents_and_says_its_questions_that_the_kit_has(plan):
    text = said(PanelKit(plan, KIT).build_whole())
    for stage in plan.stages:
        for planned in stage.questions:
            if planned.slug in map_questions(KIT):
                assert " ".join(map_questions(KIT)[planned.slug][1].text.split()) in text
