"""Lists as people type and paste them: their marks are no words."""

import pytest

from web.bullets import drop_marks, split_list, split_pasted_list

MARKS = ["- ", "* ", "• ", "•", "o ", "· ", "\uf0b7 ", "\uf0fc\t", "1. ", "12) ", "(3) ", "– "]
TICKS = ["✓ ", "✔\ufe0f ", "☐ ", "§ ", "ü ", "- [x] ", "◊ ", "⬢ ", "➜ ", "❑ ", "・", "① ", "~ ", "-", "\N{EN DASH}"]
WORDS = ["-5 degrees", "1.5 years", "401(k)", "# of reports: 4", "**bold**", "24. December 2026", "§ 15 of the Act",
         "\N{EM DASH}Jane Doe", "❤ for the trade"]  # fmt: skip


@pytest.mark.parametrize("mark", [*MARKS, *TICKS])
def test_a_mark_is_dropped(mark: str):
    assert drop_marks(f"{mark}Answer tickets") == "Answer tickets"


@pytest.mark.parametrize("words", WORDS)
def test_words_that_look_like_a_mark_stay(words: str):
    assert drop_marks(words) == words


def test_two_marks_of_one_point_are_dropped():
    assert drop_marks("- • 1. Answer tickets") == "Answer tickets"


def test_a_list_is_split_into_its_points():
    assert split_list("•\t30 days\r\n•\tLunch\n\uf0b7 Pension\n\n-\n- Gym") == ["30 days", "Lunch", "Pension", "Gym"]


def test_a_list_in_one_line_is_split_at_its_own_sign():
    assert split_list("• First • Second · half") == ["First", "Second · half"]
    assert split_list("London · hybrid · 30 hours") == ["London · hybrid · 30 hours"]


def test_a_list_in_one_line_is_split_at_its_numbers():
    assert split_list("1. Plan 2. Build 3. Test") == ["Plan", "Build", "Test"]
    assert split_list("1) Plan 2) Build 3) Test 4) Go") == ["Plan", "Build", "Test", "Go"]


@pytest.mark.parametrize("line", ["1. Move from version 1 to version 2. Then rest.", "2. Plan 3. Build 4. Test"])
def test_numbers_that_count_no_list_split_nothing(line: str):
    assert len(split_list(line)) == 1


def test_a_line_that_was_wrapped_stays_one_point():
    wrapped = "Answer the first line of tickets from all our offices in the country\nand keep the runbook."
    assert split_pasted_list(wrapped) == [wrapped.replace("\n", " ")]
    assert split_pasted_list("Answer tickets\nand more") == ["Answer tickets", "and more"]
