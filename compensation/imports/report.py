"""What an import refused or corrected, counted by reason, and each such row in a file where one is asked for."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class RefusedError(Exception):
    """A row that is refused: the reason, the faulty value, and its column where that is known."""

    column = ""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value


class WithdrawnError(RefusedError):
    """A row whose case its source has withdrawn: the source, the case's number, and the day where the row has one."""

    def __init__(self, status: str, case: tuple[str, str, str | None]) -> None:
        super().__init__("not certified, or withdrawn since", status)
        self.case = case


class Report:
    """Counts of refused and corrected rows. Rows are named by file, line and key, never by their contents."""

    def __init__(self, writer: Any = None) -> None:
        self.refused: Counter[str] = Counter()
        self.corrected: Counter[str] = Counter()
        self._writer = writer

    def refuse_row(self, file: Path, line: int, error: RefusedError) -> None:
        """Count a refused row by its reason, and write its file, line, column and reason to the report."""
        self.refused[error.reason] += 1
        self._write_entry(file, line, "refused", error.column, error.reason, error.value)

    def count_repair(self, file: Path, line: int, what: str, value: str) -> None:
        """Count a row that is taken with a corrected value, and write a line on it to the report."""
        self.corrected[what] += 1
        self._write_entry(file, line, "corrected", "", what, value)

    def word_refusals(self) -> str:
        """A sentence on why rows were refused, the most frequent reason first, or that none were."""
        counts = ", ".join(f"{count:,} {reason}" for reason, count in self.refused.most_common())
        return f"Refused: {counts}." if counts else "The file has no rows."

    def _write_entry(self, file: Path, line: int, *cells: str) -> None:
        if self._writer is not None:
            self._writer.writerow([file.name, line, *cells])


@contextmanager
def report_to(path: Path | None) -> Iterator[Report]:
    """A context with a report that writes each row to a CSV file, or only counts where there is no path."""
    if path is None:
        yield Report()
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "line", "outcome", "column", "reason", "value"])
        yield Report(writer)
