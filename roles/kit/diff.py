"""What changed between two kits, in words that an editor and a reader understand."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

import msgspec

from roles.kit.value import Kit, as_plain

MOST_COMPARED = 2000  # words and spaces of a text; a longer one is shown without marks
# What names an item of a list, so that a moved item is no change; the first that the item has.
KEYS = ("slug", "other", "name", "question", "text", "activity")


class KitChange(msgspec.Struct, frozen=True, kw_only=True):
    """A field that differs between two kits: its path, and its text before and after."""

    kind: Literal["added", "removed", "changed", "moved"]
    path: tuple[str, ...]
    before: str = ""
    after: str = ""

    @property
    def where(self) -> str:
        """The path of the field in words, such as `skills › SQL & Data Analysis › importance`."""
        return " › ".join(step.replace("_", " ") for step in self.path)

    @property
    def before_words(self) -> list[tuple[bool, str]]:
        """The text before, as (is it removed, words) runs."""
        return _mark_words(self.before, self.after)

    @property
    def after_words(self) -> list[tuple[bool, str]]:
        """The text after, as (is it added, words) runs."""
        return _mark_words(self.after, self.before)


def _mark_words(text: str, other: str) -> list[tuple[bool, str]]:
    """A text in runs, each with whether it differs from the other one. Beyond MOST_COMPARED words none is marked."""
    words, others = re.findall(r"\S+|\s+", text), re.findall(r"\S+|\s+", other)
    if not text or not other or max(len(words), len(others)) > MOST_COMPARED:
        return [(False, text)] if text else []
    codes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    runs = [(code != "equal", "".join(words[i:j])) for code, i, j, _, _ in codes if i < j]
    inner = range(1, len(runs) - 1)
    gaps = {place for place in inner if runs[place][1].isspace() and runs[place - 1][0] and runs[place + 1][0]}
    marked = [(differs or place in gaps, run) for place, (differs, run) in enumerate(runs)]
    return [(differs, "".join(run for _, run in same)) for differs, same in groupby(marked, key=itemgetter(0))]


def list_kit_changes(old: Kit, new: Kit) -> list[KitChange]:
    """The changes that turn `old` into `new`, in the order of the page."""
    return [*_compare_values(as_plain(old), as_plain(new), ())]


def _compare_values(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[KitChange]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*new, *(key for key in old if key not in new)]:
            yield from _compare_values(old.get(key), new.get(key), (*path, key))
    elif isinstance(old or [], list) and isinstance(new or [], list):
        yield from _compare_lists(old or [], new or [], path)
    elif old is None:
        yield KitChange(kind="added", path=path, after=_word_value(new))
    elif new is None:
        yield KitChange(kind="removed", path=path, before=_word_value(old))
    else:
        yield KitChange(kind="changed", path=path, before=_word_value(old), after=_word_value(new))


def _compare_lists(old: list[Any], new: list[Any], path: tuple[str, ...]) -> Iterator[KitChange]:
    before, after = _key_items(old), _key_items(new)
    for key, item in after.items():
        if key in before:
            yield from _compare_values(before[key], item, (*path, key))
        else:
            yield KitChange(kind="added", path=(*path, key), after=_word_value(item))
    for key, item in before.items():
        if key not in after:
            yield KitChange(kind="removed", path=(*path, key), before=_word_value(item))
    kept = [key for key in before if key in after]
    if kept != [key for key in after if key in before]:
        order = "\n".join(kept), "\n".join(key for key in after if key in before)
        yield KitChange(kind="moved", path=path, before=order[0], after=order[1])


def _key_items(items: list[Any]) -> dict[str, Any]:
    """Items by what names them; a name that appears twice is numbered."""
    keyed: dict[str, Any] = {}
    for item in items:
        name = next((str(item[key]) for key in KEYS if key in item), "") if isinstance(item, dict) else str(item)
        key, count = name, 2
        while key in keyed:
            key, count = f"{name} ({count})", count + 1
        keyed[key] = item
    return keyed


def _word_value(value: Any) -> str:
    """A value as readers see it: a dictionary as `field: value` lines, a list as lines."""
    if isinstance(value, dict):
        return "\n".join(f"{key.replace('_', ' ')}: {_word_value(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "\n".join(_word_value(item) for item in value)
    return str(value)
