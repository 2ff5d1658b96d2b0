"""Labelled postings, and how well each check does on them.

A posting names the checks that must find something in it and those that must not; about the others it says nothing.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from packs.posting.facts import OfferedPlace, StatedPay, YearsRange
from packs.posting.value import Posting
from packs.review.check import build_example_posting, review_posting


class Known(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known about the job besides its text, as in a Posting."""

    company: str = ""
    places: tuple[str, ...] = ()
    level: str = ""
    years: tuple[int, int] | None = None
    benchmark: tuple[int, int] | None = None
    role_terms: tuple[str, ...] = ()


class Labelled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A posting with its labels. `repeat` is how many times its text is repeated, for checks on length."""

    name: str
    title: str
    text: dict[str, str | list[str]] = {}
    headings: dict[str, str] = {}
    known: Known = Known()
    repeat: int = 1
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()

    def build_posting(self) -> Posting:
        """The posting that the labels describe, ready to be reviewed."""
        text = {kind: _repeat_words(words, self.repeat) for kind, words in self.text.items()}
        known = self.known
        posting = build_example_posting(title=self.title, **text)
        return msgspec.structs.replace(
            posting,
            sections=tuple(
                msgspec.structs.replace(section, heading=self.headings.get(section.kind, ""))
                for section in posting.sections
            ),
            company=known.company,
            places=tuple(OfferedPlace(words=words) for words in known.places),
            level=known.level,
            years=YearsRange(*known.years) if known.years else None,
            benchmark=StatedPay(low=known.benchmark[0], high=known.benchmark[1]) if known.benchmark else None,
            role_terms=known.role_terms,
        )


class CheckScore(msgspec.Struct, kw_only=True):
    """How a check does against the labels: how often it is right, misses and is wrong, with a line on each mistake."""

    found: int = 0
    missed: int = 0
    wrong: int = 0
    quiet: int = 0
    mistakes: list[str] = []

    @property
    def precision(self) -> float | None:
        """The right share of what the check raised, from 0 to 1; None where it raised nothing."""
        raised = self.found + self.wrong
        return self.found / raised if raised else None

    @property
    def recall(self) -> float | None:
        """The share that the check raised of what it should, from 0 to 1; None where there is nothing to raise."""
        due = self.found + self.missed
        return self.found / due if due else None


def read_corpus(folder: Path) -> list[Labelled]:
    """Every posting of a folder's .yaml files. Raises FileNotFoundError, or msgspec.ValidationError for a bad one."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise FileNotFoundError(f"{folder}: expected a folder with at least one .yaml file")
    return [labelled for path in paths for labelled in msgspec.yaml.decode(path.read_bytes(), type=list[Labelled])]


def score_checks(corpus: Iterable[Labelled]) -> dict[str, CheckScore]:
    """How well each check that a label names finds what it should, by the check's id. Reviews every posting."""
    result: dict[str, CheckScore] = {}
    for labelled in corpus:
        raised = {finding.check for finding in review_posting(labelled.build_posting())}
        for check in labelled.must:
            score = result.setdefault(check, CheckScore())
            score.found += check in raised
            score.missed += check not in raised
            score.mistakes += [] if check in raised else [f"missed in “{labelled.name}”"]
        for check in labelled.must_not:
            score = result.setdefault(check, CheckScore())
            score.quiet += check not in raised
            score.wrong += check in raised
            score.mistakes += [f"wrong in “{labelled.name}”"] if check in raised else []
    return result


def _repeat_words(words: str | list[str], times: int) -> str | list[str]:
    return words * times if isinstance(words, list) else " ".join([words] * times)
