"""Sentences are drawn alike from one seed, a third from each kind of text, and without markup."""

import sys

import pytest

from tests import draw_sentences


@pytest.fixture
def draw(monkeypatch, capsys):
    def lines(*arguments: str) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["draw_sentences", *arguments])
        draw_sentences.main()
        return capsys.readouterr().out.splitlines()

    return lines


@pytest.mark.slow
def test_a_seed_draws_the_same_sentences_again_and_another_seed_others(draw):
    first = draw("7", "9")
    assert len(first) == len({*first}) == 9
    assert first == draw("7", "9") != draw("8", "9")


def test_sentences_are_cut_at_their_ends_and_short_ones_left_out():
    text = (
        "- **Ask** why it broke. Then stop.\n1. See [the guide for writers](docs/x.md) before you start.\n\n"
        "![The page of a role](x.png)"
    )
    assert [words for _, words in draw_sentences.split_sentences("x", text)] == [
        "Ask why it broke.",
        "See the guide for writers before you start.",
        "The page of a role",
    ]


def test_what_is_no_markup_stays_and_the_tests_that_a_document_names_go():
    text = (
        "Open it at `/roles/<slug>/` and <strong>read it</strong>. Nothing was changed ([test][test_it_stays]).\n"
        "[test_it_stays]: ../tests/test_it.py"
    )
    assert [words for _, words in draw_sentences.split_sentences("x", text)] == [
        "Open it at /roles/<slug>/ and read it."
    ]
