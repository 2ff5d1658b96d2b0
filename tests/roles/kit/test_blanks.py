import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.kit.blanks import Blank, distinct_blanks, fill_blanks, format_runs, split_blanks

names = st.text(st.characters(exclude_characters="[]", exclude_categories=("C", "Z")), min_size=1, max_size=80)
texts = st.lists(st.one_of(st.text(max_size=20), names.map("[{}]".format))).map("".join)
values = st.dictionaries(names, st.text(max_size=20), max_size=5)


def test_it_splits_text_and_blanks_in_order():
    assert split_blanks("Own the roadmap for [area] at [company name].") == (
        "Own the roadmap for ",
        Blank("area"),
        " at ",
        Blank("company name"),
        ".",
    )


@pytest.mark.parametrize("text", ["[]", "[ ]", "[a\nb]", "[a\u2028b]", "a]b[", "[" + "x" * 81 + "]"])
def test_it_leaves_brackets_that_are_no_blank_as_text(text):
    assert split_blanks(text) == (text,)


def test_a_nested_bracket_is_text_around_the_inner_blank():
    assert split_blanks("[a [b] c]") == ("[a ", Blank("b"), " c]")


def test_a_name_has_at_most_80_characters():
    assert split_blanks("[" + "x" * 80 + "]") == (Blank("x" * 80),)


def test_it_asks_each_blank_once_as_first_spelled():
    assert distinct_blanks(["[Team] and [company  name]", "[team], [Company Name], [area]"]) == [
        Blank("Team"),
        Blank("company  name"),
        Blank("area"),
    ]


def test_one_value_fills_every_spelling_of_a_blank():
    assert fill_blanks("[Team], [ team ], [TEAM]", {"team": "Platform"}) == ("Platform, Platform, Platform",)


@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_an_empty_value_leaves_the_blank(value):
    assert fill_blanks("[team]", {"team": value}) == (Blank("team"),)


@pytest.mark.parametrize("value", ["[x]", "[team]", "<script>", "**x**", "{{ x }}", r"\g<0>"])
def test_what_is_typed_stays_text(value):
    assert fill_blanks("Join [team] now", {"team": value}) == (f"Join {value} now",)


@given(texts)
def test_splitting_loses_nothing(text):
    assert format_runs(split_blanks(text)) == text


@given(texts, values)
def test_only_blanks_without_a_value_are_left(text, values):
    runs = fill_blanks(text, values)
    left = [run for run in runs if isinstance(run, Blank)]
    assert all(not values.get(run.name, "").strip() for run in left)
    assert not any(isinstance(a, str) and isinstance(b, str) for a, b in itertools.pairwise(runs))


@given(texts)
def test_values_for_every_blank_leave_none(text):
    runs = fill_blanks(text, {blank.name: "[still text]" for blank in distinct_blanks([text])})
    assert not any(isinstance(run, Blank) for run in runs)


@given(texts)
def test_no_values_change_nothing(text):
    assert format_runs(fill_blanks(text, {})) == text
