"""Blanks: the `[company name]` places in a text that whoever uses it fills in.

A filled text is a run of parts, never a string again: what a person types stays text, brackets and all.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

LONGEST_BLANK_NAME = 80
_BLANK = re.compile(rf"\[([^\[\]\r\n\v\f\x1c-\x1e\x85\u2028\u2029]{{1,{LONGEST_BLANK_NAME}}})\]")


class Blank(msgspec.Struct, frozen=True, tag="blank"):
    """A blank to fill in, by the name between its brackets."""

    name: str

    @property
    def key(self) -> str:
        """The blank's name without differences in case and spacing. Blanks with the same key are the same."""
        return blank_key(self.name)

    def __str__(self) -> str:
        """The blank as it is written in a text."""
        return f"[{self.name}]"


type TextRun = str | Blank
type Runs = tuple[TextRun, ...]


def blank_key(name: str) -> str:
    """A blank's name without differences in case and spacing."""
    return " ".join(name.split()).casefold()


def split_blanks(text: str) -> Runs:
    """The text's runs of plain text and blanks, in order, with nothing lost. `[ ]` isn't a blank."""
    if "[" not in text:
        return (text,) if text else ()
    runs: list[TextRun] = []
    end = 0
    for match in _BLANK.finditer(text):
        if not match[1].strip():
            continue
        if match.start() > end:
            runs.append(text[end : match.start()])
        runs.append(Blank(match[1]))
        end = match.end()
    if end < len(text):
        runs.append(text[end:])
    return tuple(runs)


def distinct_blanks(texts: Iterable[str]) -> list[Blank]:
    """The blanks in some texts in order, each once as it is first spelled."""
    return list_distinct(split_blanks(text) for text in texts if "[" in text)


def list_distinct(texts: Iterable[Iterable[object]]) -> list[Blank]:
    """The blanks in some lists of runs in order, each once as it is first spelled."""
    found: dict[str, Blank] = {}
    for runs in texts:
        for run in runs:
            if isinstance(run, Blank):
                found.setdefault(run.key, run)
    return list(found.values())


def fill_blanks(text: str, values: Mapping[str, str]) -> Runs:
    """The text's runs with values in place of blanks, by name. A blank without a value, or with only spaces, stays."""
    if "[" not in text:
        return split_blanks(text)
    given = {blank_key(name): value for name, value in values.items() if value.strip()}
    filled = [given.get(run.key, run) if isinstance(run, Blank) else run for run in split_blanks(text)]
    return _join_runs(filled)


def format_runs(runs: Iterable[TextRun]) -> str:
    """The runs of a line joined into one text, each blank in its brackets."""
    return "".join(str(run) for run in runs)


def _join_runs(runs: Iterable[TextRun]) -> Runs:
    """Neighbouring pieces of text as one."""
    joined: list[TextRun] = []
    for run in runs:
        if joined and isinstance(run, str) and isinstance(joined[-1], str):
            joined[-1] += run
        else:
            joined.append(run)
    return tuple(joined)
