"""Every interview question of the library is complete, and none touches what must not be asked."""

import re
from pathlib import Path

import pytest

from interviews.do_not_ask import list_topics
from interviews.plan import default_plan
from interviews.problems import list_problems
from roles.kit.files import read_kit
from roles.kit.value import Kit
from roles.publishing.library_files import STARTER_LIBRARY
from tests.roles.publishing.library_checks import CORE_ROLES

FILES = sorted(Path(STARTER_LIBRARY).glob("*.yaml"))
FEWEST, FEWEST_IN_CORE = 6, 2  # questions of a competency
# The words that give a topic away, by its name in interviews.do_not_ask.
WORDS = {
    "Citizenship and origin": (
        r"citizen(ship)?|nationality|where are you (originally )?from|native language|mother tongue"
        r"|your accent|ethnicity"
    ),
    "Family and pregnancy": (
        r"pregnan\w*|your (children|kids|husband|wife|spouse)|do you have (children|kids)|married|marital"
        r"|child ?care|start a family"
    ),
    "Age": (
        r"how old are you|your age|date of birth|year (did )?you graduate\w*|when did you graduate"
        r"|retire(ment)? plans"
    ),
    "Arrests": r"(you|your) .{0,20}arrest(s|ed)?\b|criminal record",
    "Health and disability": (
        r"(your (own )?|you have an? )(health|disabilit\w*|illness)|disabled|sick days"
        r"|medical (history|condition)|medication"
    ),
    "Religion": r"religio\w*|church|mosque|synagogue|your faith|holidays do you",
    "Sex, gender and orientation": r"your gender|sexual orientation|are you gay|as a (woman|man)\b|only (woman|man) on",
    "Pay history": (
        r"(current|previous|last|past|present) (salary|pay|compensation)|salary history|pay history"
        r"|do you earn|did you earn"
    ),
    "Unions, politics and private life": (
        r"union member\w*|belong to a union|your politic\w*|do you vote|did you vote|your credit (score|history)"
    ),
}


def lacks(kit: Kit) -> list[str]:
    """What the questions of a kit lack, by question."""
    fewest = FEWEST_IN_CORE if kit.slug in CORE_ROLES else FEWEST
    found = [f"{c.slug}: {len(c.questions)} questions" for c in kit.competencies if len(c.questions) < fewest]
    for competency, question in kit.list_questions():
        complete = {
            "skills": competency.skills,
            "why": question.why.strip(),
            "2 to 4 probes": 2 <= len(question.probes) <= 4,
            "minutes": 3 <= question.minutes <= 30,
            "anchor 1": len({*question.anchor_1}) >= 2,
            "anchor 3": len({*question.anchor_3}) >= 2,
            "anchor 5": len({*question.anchor_5}) >= 2,
            "red flags": question.red_flags,
        }
        found += [f"{question.slug}: {name}" for name, there in complete.items() if not there]
        found += [f"{question.slug}: asks about {topic}" for text in said(question) for topic in topics_in(text)]
    return found


def said(question):
    return [question.text, *question.probes]


def topics_in(text: str) -> list[str]:
    """The names of the topics that a question to a candidate touches, by the words that give them away."""
    return [name for name, words in WORDS.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_question_is_complete(path):
    assert lacks(read_kit(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_kit_starts_from_a_sound_plan(path):
    kit = read_kit(path)
    assert list_problems(default_plan(kit), kit) == []


@pytest.mark.parametrize("topic", list_topics(), ids=lambda topic: topic.name)
def test_a_question_that_must_not_be_asked_is_recognized_and_its_lawful_form_is_not(topic):
    for sentence in topic.never.split("? "):
        assert topic.name in topics_in(sentence), sentence
    assert topics_in(topic.instead) == []


def test_every_topic_has_its_words():
    assert {*WORDS} == {topic.name for topic in list_topics()}


def test_the_library_was_read():
    assert len(FILES) > 10
