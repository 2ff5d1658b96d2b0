"""What changed between two kits."""

import msgspec
import pytest

from roles.kit.choices import Importance
from roles.kit.diff import KitChange, list_kit_changes
from tests.factories import a_kit


def test_equal_kits_do_not_differ():
    assert list_kit_changes(a_kit(), a_kit()) == []


def test_a_changed_field_is_named_with_both_values():
    assert list_kit_changes(a_kit(), a_kit(base_low=155_000)) == [
        KitChange(kind="changed", path=("base_low",), before="150000", after="155000")
    ]


def test_a_change_inside_a_list_is_named_by_its_item():
    skills = a_kit().skills
    changed = [msgspec.structs.replace(skills[0], importance=Importance.MEDIUM), *skills[1:]]
    [change] = list_kit_changes(a_kit(), a_kit(skills=changed))
    assert change.where == f"skills › {skills[0].name} › importance"
    assert (change.before, change.after) == ("high", "medium")


def test_an_added_and_a_removed_item_are_told_apart():
    faqs = a_kit().faqs
    [removed] = list_kit_changes(a_kit(), a_kit(faqs=faqs[1:]))
    [added] = list_kit_changes(a_kit(faqs=faqs[1:]), a_kit())
    assert (removed.kind, added.kind) == ("removed", "added")
    assert faqs[0].question in removed.before
    assert removed.path == added.path == ("faqs", faqs[0].slug)


def test_a_moved_item_is_one_change():
    faqs = a_kit().faqs
    [change] = list_kit_changes(a_kit(), a_kit(faqs=[faqs[1], faqs[0], *faqs[2:]]))
    assert (change.kind, change.path) == ("moved", ("faqs",))


def test_a_field_that_was_empty_is_added():
    [change] = list_kit_changes(a_kit(career_path=None), a_kit())
    assert (change.kind, change.path) == ("added", ("career_path",))


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("Own the roadmap", "Own the backlog", ["roadmap"], ["backlog"]),
        ("Own the old roadmap now", "Own a new backlog now", ["the old roadmap"], ["a new backlog"]),
        ("Same words", "Same words here", [], [" here"]),
        ("", "Added", [], []),
    ],
)
def test_the_words_that_differ_are_marked(before, after, gone, new):
    change = KitChange(kind="changed", path=("overview",), before=before, after=after)
    assert [words for is_gone, words in change.before_words if is_gone] == gone
    assert [words for is_new, words in change.after_words if is_new] == new
    assert "".join(words for _, words in change.before_words) == before
    assert "".join(words for _, words in change.after_words) == after


def test_a_very_long_text_is_shown_without_marks():
    change = KitChange(kind="changed", path=("overview",), before="word " * 2000, after="other")
    assert change.before_words == [(False, "word " * 2000)]
