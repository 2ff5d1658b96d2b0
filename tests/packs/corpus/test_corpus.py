"""The labelled postings, and the command that measures on them."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from packs.corpus.labelled import HEADING_PREFIX, list_labelled, read_labelled
from packs.corpus.tally import Tally
from packs.posting.value import Kind

FOLDER = Path(__file__).parent
HELD_OUT = FOLDER / "holdout"
READING = FOLDER / "reading"
LABELS = {"title", "label", ".", *Kind, *(HEADING_PREFIX + kind for kind in Kind)}


@pytest.mark.slow
def test_the_corpus_is_large_and_each_posting_is_named_as_its_file():
    corpus = list_labelled(FOLDER)
    assert len(corpus) == 270
    assert [labelled.id for labelled in corpus] == sorted(path.stem for path in FOLDER.glob("*.posting"))


@pytest.mark.slow
def test_more_postings_are_labeled_for_the_reading_alone():
    corpus = list_labelled(READING)
    assert [labelled.number for labelled in corpus] == [*range(411, 461)]
    assert [labelled.id for labelled in corpus] == sorted(path.stem for path in READING.glob("*.posting"))
    assert not any(labelled.findings or labelled.not_findings for labelled in corpus)


@pytest.mark.slow
def test_the_postings_held_out_are_others():
    held_out = list_labelled(HELD_OUT)
    assert [labelled.number for labelled in held_out] == [*range(201, 241)]
    assert not {labelled.text for labelled in held_out} & {labelled.text for labelled in list_labelled(FOLDER)}


@pytest.mark.parametrize("folder", [FOLDER, HELD_OUT, READING], ids=["seen", "held out", "reading"])
def test_every_line_has_a_label_that_is_known(folder: Path):
    labels = {line.label for labelled in list_labelled(folder) for line in labelled.lines}
    assert labels == LABELS


@pytest.mark.parametrize("folder", [FOLDER, HELD_OUT], ids=["seen", "held out"])
def test_every_quote_of_a_label_stands_in_the_text(folder: Path):
    for labelled in list_labelled(folder):
        for label in (*labelled.findings, *labelled.not_findings):
            assert label.quote in labelled.text, labelled.id


def test_a_line_of_html_is_counted_by_the_words_that_a_reader_sees():
    path = next(FOLDER.glob("001-*"))
    head, _, _ = path.read_text(encoding="utf-8").partition("\n---\n")
    labelled = read_labelled(head + "\n---\ntitle\t<h1>Bread &amp; Tea</h1>\n.\t\n")
    assert [line.words for line in labelled.lines] == [["bread", "tea"], []]


def test_a_tally_compares_each_value_as_often_as_it_stands():
    tally = Tally()
    tally.compare("x", ["a", "a", "b"], ["a", "c"])
    assert (tally.found, tally.missed, tally.wrong) == (1, 2, 1)
    assert (tally.precision, tally.recall, tally.both) == (1 / 2, 1 / 3, 2 / 5)
    assert tally.mistakes == ["x: missed a", "x: missed b", "x: wrong c"]


def test_nothing_wanted_and_nothing_found_has_no_share():
    assert (Tally().precision, Tally().recall, Tally().both) == (None, None, None)


def test_the_command_prints_what_it_measures_overall_and_by_format(tmp_path: Path):
    copy_posting(tmp_path, "001")
    out = StringIO()
    call_command("review_corpus", str(tmp_path), stdout=out)
    names = {line[:24].strip() for line in out.getvalue().splitlines()}
    assert {"words in sections", "headings", "pay", "places", "findings", "pay law", "text: 1 postings"} <= names
    assert out.getvalue().splitlines()[-1] == "1 postings."


def test_the_command_takes_odd_or_even_numbers_and_prints_json(tmp_path: Path):
    copy_posting(tmp_path, "001")
    copy_posting(tmp_path, "002")
    out = StringIO()
    call_command("review_corpus", str(tmp_path), "--ids", "even", "--json", stdout=out)
    printed = json.loads(out.getvalue())
    assert printed["postings"] == 1
    assert set(printed["headings"]) == {"precision", "recall", "f1", "found", "missed", "wrong"}


def test_the_command_says_where_it_looked_in_vain(tmp_path: Path):
    with pytest.raises(CommandError, match="expected a folder"):
        call_command("review_corpus", str(tmp_path))


def copy_posting(folder: Path, number: str) -> None:
    path = next(FOLDER.glob(f"{number}-*.posting"))
    (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
