"""Counts of sentences, words, syllables and the grades made of them."""

import pytest

from packs.review.check import build_example_posting
from packs.review.measures import find_sentences, measure_posting, syllable_count


def parts(text: str) -> list[str]:
    return [text[slice(*span)] for span in find_sentences(text)]


def test_it_parts_sentences_and_keeps_abbreviations_whole():
    assert parts("You count spruce, e.g. Picea. Call Dr. Lind!  Then stop") == [
        "You count spruce, e.g. Picea.",
        "Call Dr. Lind!",
        "Then stop",
    ]


def test_it_does_not_part_figures_and_names_of_things():
    assert len(parts("Run node.js 2.5 at $1.50 an hour")) == 1


@pytest.mark.parametrize(("word", "syllables"), [("team", 1), ("data", 2), ("engineer", 3), ("responsibility", 6)])
def test_it_counts_syllables(word: str, syllables: int):
    assert syllable_count(word) == syllables


def test_the_grade_is_the_formula_of_its_parts():
    counts = measure_posting(build_example_posting(about="The cat sat on the mat."))
    assert (counts.style_words, counts.sentences, counts.syllables) == (6, 1, 6)
    assert counts.grade == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert counts.fog == pytest.approx(0.4 * 6)


def test_names_and_endings_do_not_make_a_word_complex():
    assert (
        measure_posting(build_example_posting(about="You work with Alexandria on extended architecture.")).complex_words
        == 1
    )


def test_an_empty_posting_counts_as_nothing():
    counts = measure_posting(build_example_posting())
    assert (counts.words, counts.grade, counts.fog, counts.bullets_share) == (0, 0, 0, 0)


def test_equal_opportunity_text_is_part_of_the_length_and_not_of_the_style():
    counts = measure_posting(build_example_posting(about="You bake.", equal_opportunity="We hire regardless of age."))
    assert (counts.words, counts.style_words, counts.we) == (7, 2, 0)


def test_us_is_a_country_and_us_in_lower_case_is_not():
    assert measure_posting(build_example_posting(about="Ship to the US for us.")).we == 1
