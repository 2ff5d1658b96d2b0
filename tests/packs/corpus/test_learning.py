"""What single words say about a line, as the labeled postings teach it."""

from io import StringIO
from pathlib import Path

import msgspec
import pytest
from django.core.management import CommandError, call_command

from packs.corpus.labelled import LabelledLine, LabelledPosting, list_labelled
from packs.corpus.learning import learn_words
from packs.management.commands.learn_words import list_seen
from packs.posting.value import Kind
from packs.reading.cues import LEARNED, LearnedWords, list_words

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def postings() -> list[LabelledPosting]:
    first = list_labelled(FOLDER)[0]
    lines = (
        LabelledLine("company", "Our mill grinds flour for bakers."),
        LabelledLine("responsibilities", "Grind the flour and clean the stones."),
        LabelledLine("label", "Mill Lane"),
    )
    return [msgspec.structs.replace(first, id=f"{number}-mill", lines=lines) for number in range(1, 4)]


def weigh(learned: LearnedWords, word: str, kind: Kind) -> int:
    return learned.words[word][learned.kinds.index(kind)]


def test_a_word_speaks_for_the_kind_whose_lines_have_it_more_often(postings: list[LabelledPosting]):
    learned = learn_words(postings)
    assert weigh(learned, "stones", Kind.RESPONSIBILITIES) > 0 > weigh(learned, "stones", Kind.COMPANY)
    assert weigh(learned, "flour", Kind.COMPANY) == weigh(learned, "flour", Kind.RESPONSIBILITIES)


def test_words_of_few_postings_and_of_facts_teach_nothing(postings: list[LabelledPosting]):
    assert not learn_words(postings[:2]).words
    assert "lane" not in learn_words(postings).words


def test_figures_and_signs_are_words_too():
    assert list_words("pay: $17 or £13 an hour?") == {"pay", "$", "0", "or", "£", "an", "hour", "?"}


@pytest.mark.slow
def test_the_words_that_ship_are_those_that_the_corpus_teaches(tmp_path: Path):
    file = tmp_path / "words.json"
    call_command("learn_words", str(file), stdout=StringIO())
    assert file.read_bytes() == LEARNED.read_bytes()


@pytest.mark.slow
def test_the_postings_that_measure_teach_nothing():
    measuring = {posting.id for posting in list_labelled(FOLDER / "holdout") if posting.number % 2 == 0}
    assert len(measuring) == 20
    assert not measuring & {posting.id for posting in list_seen()}


@pytest.mark.slow
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(CommandError, match="absent"):
        call_command("learn_words", str(tmp_path / "absent" / "words.json"), stdout=StringIO())
