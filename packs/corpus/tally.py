"""Counts of what is right, missed and wrong."""

from collections import Counter
from collections.abc import Hashable, Iterable

import msgspec


class Tally(msgspec.Struct):
    """How many things were found rightly, missed, and found wrongly, with a line on each mistake."""

    found: int = 0
    missed: int = 0
    wrong: int = 0
    mistakes: list[str] = []

    @property
    def precision(self) -> float | None:
        """The right share of what was found, from 0 to 1; None where nothing was found."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share found of what should be found, from 0 to 1; None where there is nothing to find."""
        return _share(self.found, self.found + self.missed)

    @property
    def both(self) -> float | None:
        """The harmonic mean of precision and recall (F1) from 0 to 1; None where there was nothing to find."""
        return _share(2 * self.found, 2 * self.found + self.missed + self.wrong)

    def compare(self, where: str, wanted: Iterable[Hashable], got: Iterable[Hashable]) -> None:
        """Count the values that both collections have, those only `wanted` has, and those only `got` has. Each value
        counts as often as it occurs.
        """
        due, seen = Counter(wanted), Counter(got)
        self.found += (due & seen).total()
        for value in (due - seen).elements():
            self.miss(f"{where}: missed {value}")
        for value in (seen - due).elements():
            self.accuse(f"{where}: wrong {value}")

    def miss(self, mistake: str) -> None:
        """Count something that should have been found and wasn't, with a line that says what."""
        self.missed += 1
        self.mistakes.append(mistake)

    def accuse(self, mistake: str) -> None:
        """Count something that was found and shouldn't have been, with a line that says what."""
        self.wrong += 1
        self.mistakes.append(mistake)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
