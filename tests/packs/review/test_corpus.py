"""The checks on labelled postings."""

from pathlib import Path

import pytest

from packs.review.checks import BY_ID
from packs.review.corpus import read_corpus, score_checks

CORPUS = read_corpus(Path(__file__).parent / "corpus")
SCORES = score_checks(CORPUS)
OF_A_COMPANY = {"house-words"}  # each has its own, so no posting of everybody has them


def test_the_corpus_is_large_and_names_each_posting_once():
    assert len(CORPUS) >= 60
    assert len({(labelled.name, labelled.title) for labelled in CORPUS}) == len(CORPUS)


def test_every_check_has_postings_that_it_must_and_must_not_raise():
    assert set(SCORES) == set(BY_ID) - OF_A_COMPANY
    for check, score in SCORES.items():
        assert score.found + score.missed, check
        assert score.quiet + score.wrong, check


@pytest.mark.parametrize("check", sorted(set(BY_ID) - OF_A_COMPANY))
def test_a_check_is_right_and_misses_little(check: str):
    score = SCORES[check]
    assert score.precision == 1, score.mistakes
    assert (score.recall or 0) >= 0.8, score.mistakes
