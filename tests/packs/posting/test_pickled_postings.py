"""A posting stays the same on its way to a child process and back."""

import pickle
from datetime import date

import pytest

from packs.posting.facts import Employment, OfferedPlace, PayPeriod, Question, StatedPay, Workplace, YearsRange
from packs.posting.value import Kind, Posting, PostingLine, PostingSection, StatedFact
from roles.kit.blanks import Blank
from roles.kit.choices import PayKind

LINES = (PostingLine("You count tea."), PostingLine.from_runs(("Join ", Blank("team"), "."), "a1"))
WHOLE = Posting(
    title="Tea Counter",
    sections=(
        PostingSection(kind=Kind.RESPONSIBILITIES, heading="What you do", lines=LINES, source="responsibilities"),
    ),
    facts=(StatedFact("Location", "Leeds"),),
    places=(OfferedPlace(country="United Kingdom", city="Leeds", remote=True),),
    workplace=Workplace.HYBRID,
    employment=(Employment.PART_TIME,),
    pay=(StatedPay(low=12.5, high=None, currency="GBP", period=PayPeriod.HOUR, kind=PayKind.BASE),),
    posted_on=date(2026, 11, 1),
    years=YearsRange(1, 3),
    answers={Question.DRIVING: False},
    margins=("Page 1",),
    language="es",
)


def send(posting: Posting) -> Posting:
    return pickle.loads(pickle.dumps(posting))  # noqa: S301 # what this test has made itself


@pytest.mark.parametrize("posting", [WHOLE, Posting(title=""), Posting(title="Half of \ud83d an emoji")])
def test_it_comes_back_as_it_was(posting: Posting):
    back = send(posting)
    assert back == posting
    assert [type(line.runs[1]) for section in back.sections for line in section.lines[1:]] in ([], [Blank])


def test_what_it_remembers_stays_behind():
    posting = Posting(title="Tea Counter")
    posting.find_once("tea", lambda: "found")
    assert send(posting).find_once("tea", lambda: "looked for again") == "looked for again"
