"""Lists as people type and paste them: their marks are no words."""

import pytest

from web.bullets import drop_marks, mark_points, split_list, split_pasted_list, tidy_line, tidy_markdown

MARKS = ["- ", "* ", "• ", "•", "o ", "· ", "\uf0b7 ", "\uf0fc\t", "1. ", "12) ", "(3) ", "– "]
TICKS = ["✓ ", "✔\ufe0f ", "☐ ", "§ ", "ü ", "- [x] ", "◊ ", "⬢ ", "➜ ", "❑ ", "・", "① ", "~ ", "-", "\N{EN DASH}"]
RARE = ["› ", "⁍ ", "⦿ ", "🟢 ", "－ ", "° ", "❶ ", "1\ufe0f\u20e3 ", "[x] ", "⮚ ", "¤ ", "v ", "&bull; ", "•\u200b "]  # noqa: RUF001
COUNTS = ["a) ", "(b) ", "c. ", "i) ", "ii. ", "(iv) ", "1- ", "1.- ", "3: ", "1º "]
WORDS = ["-5 degrees", "1.5 years", "401(k)", "# of reports: 4", "**bold**", "24. December 2026", "§ 15 of the Act",
         "\N{EM DASH}Jane Doe", "❤ for the trade", "of tea",
         "A. Smith leads the team", "v1 of the API", "i.e. you ship", "a.m. shifts", "I) lead", "2: 30 hours",
         "vi or emacs",
         "in a team", "3-day weeks"]  # fmt: skip


@pytest.mark.parametrize("mark", [*MARKS, *TICKS, *RARE, *COUNTS])
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send:\n1. Your CV\n2) A letter", "Send:\n- Your CV\n- A letter"),
        ("Send:\r\n(1) Your CV\r\n\r\n(2) A letter", "Send:\n- Your CV\n\n- A letter"),
        ("Send:\n•\nYour CV\n•\nA letter", "Send:\n- Your CV\n- A letter"),
        ("• Your CV • A letter", "- Your CV\n- A letter"),
        ("Send:\na) Your CV\nb) A letter", "Send:\n- Your CV\n- A letter"),
        ("1. Call us.\nThen wait.", "1. Call us.\nThen wait."),
        (
            "24. December is the last day.\n31. December is too late.",
            "24. December is the last day.\n31. December is too late.",
        ),
    ],
)
def test_a_text_of_several_lines_has_one_mark_for_each_point_of_its_lists(text: str, expected: str):
    assert mark_points(text) == expected
    assert mark_points(expected) == expected


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("One.\r\n\r\nTwo.", "One.\n\nTwo."),
        ("One.\r\rTwo.", "One.\n\nTwo."),
        ("One.\u2028Two.\x0bThree.", "One.\nTwo.\nThree."),
        ("One\u200bword, soft\u00adhyphen\ufeff.", "Oneword, softhyphen."),
        ("\u2022\tFirst\r\n\u2022\tSecond", "- First\n- Second"),
        ("\uf0b7 First\n    \uf0a7 Second", "- First\n    - Second"),
        ("\u2022\nFirst\n\u2022\n\nSecond", "- First\n- Second"),
        ("\u00b7 First\n\u00b7 Second", "- First\n- Second"),
        ("o First\no Second", "- First\n- Second"),
        ("o\tAlone", "- Alone"),
        ("\u2013 First\n\u2013 Second", "- First\n- Second"),
    ],
)
def test_a_pasted_text_becomes_markdown(pasted, text):
    assert tidy_markdown(pasted) == text
    assert tidy_markdown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "- First\n  - Second\n* Third\n+ Fourth",
        "1. First\n2. Second",
        "1) First\n2) Second",
        "> Quoted\n\n---\n\nOn a line  \nand the next",
        "Puede ser uno\no bien otro.",
        "\u2014 said once.",
        "A\u00a0name",
        "Word\n-\nword",
    ],
)
def test_what_is_markdown_already_stays(text):
    assert tidy_markdown(text) == text


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("One\tword", "One word"),
        ("One  word", "One word"),
        ("One\x0bword", "One word"),
        ("One\u2028word", "One word"),
        ("\ufeffOne\u200bword", "Oneword"),
        ("10\u00a0000", "10\u00a0000"),
        ("One\r\nword", "One\nword"),
    ],
)
def test_a_line_has_single_spaces(pasted, line):
    assert tidy_line(pasted) == line
