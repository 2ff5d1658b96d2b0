"""Addresses in a text become links, and nothing else does."""

import pytest

from packs.documents.inline import Direction, InlineLink, line_text, read_direction, tidy_line
from roles.kit.blanks import split_blanks


def linked(text):
    return [(piece.text, piece.url) for piece in tidy_line(split_blanks(text)) if isinstance(piece, InlineLink)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Apply at https://a.example/jobs/1?x=y&z=1.", "https://a.example/jobs/1?x=y&z=1"),
        ("(see https://a.example/jobs)", "https://a.example/jobs"),
        ("https://a.example/wiki/Jobs_(2026), and more", "https://a.example/wiki/Jobs_(2026)"),
        ("HTTP://A.EXAMPLE", "HTTP://A.EXAMPLE"),
        ("Apply:https://a.example/x", "https://a.example/x"),
    ],
)
def test_an_address_of_the_web_is_a_link(text, address):
    assert linked(text) == [(address, address)]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Write to jobs@a.example.", ("jobs@a.example", "mailto:jobs@a.example")),
        ("Write to mailto:jobs@a.example", ("jobs@a.example", "mailto:jobs@a.example")),
        ("ada.b+jobs@hr.a-b.example?", ("ada.b+jobs@hr.a-b.example", "mailto:ada.b+jobs@hr.a-b.example")),
        ("Go to www.a.example/jobs!", ("www.a.example/jobs", "https://www.a.example/jobs")),
    ],
)
def test_a_mailbox_or_an_address_without_its_scheme_is_a_link(text, link):
    assert linked(text) == [link]


@pytest.mark.parametrize(
    "text",
    [
        "Node.js and ASP.NET",
        "@handle",
        "a@b",
        "https://",
        "ftp://a.example/x",
        "https://a.example/[job]",
        "javascript:x",
    ],
)
def test_other_words_are_none(text):
    assert linked(text) == []


def test_the_words_stay_as_they_are():
    text = "Apply at https://a.example/x, or write to jobs@a.example."
    assert line_text(tidy_line((text,))) == text


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("1. Hello שלום", Direction.LEFT_TO_RIGHT),
        ("- שלום hello", Direction.RIGHT_TO_LEFT),
        ("مرحبا", Direction.RIGHT_TO_LEFT),
        ("160,000 €", None),
    ],
)
def test_the_first_strong_letter_gives_the_direction(text, direction):
    assert read_direction((text,)) is direction
