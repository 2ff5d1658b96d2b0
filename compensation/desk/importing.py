"""Import a file of pay from the desk: first as a preview, with examples, then for good."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from django.db import InternalError, OperationalError

from compensation.imports.days import TWO_WAYS
from compensation.imports.loading import ImportRun, Layout, import_files
from compensation.imports.reader import Columns, ImportFileError, Sheet, SheetRow
from compensation.imports.report import Report
from compensation.models.history import ReplacedRecord
from compensation.models.records import PayRecord
from compensation.percentiles import refresh_summaries

MOST_ROWS = 200_000  # of a file on the desk; a command takes more
MOST_UNPACKED = 200_000_000  # bytes of a workbook
MOST_SHOWN = 50  # rows of each kind
SHOWN_FIELDS = ("title", "employer", "area", "annual_base", "currency", "decided_on")


class RefusedRow(msgspec.Struct, frozen=True):
    """A row that is refused: its line in the file, and why."""

    line: int
    column: str
    reason: str
    value: str


class ReplacedRow(msgspec.Struct, frozen=True):
    """A record that the import changes: for each changed field its name and its value before and after."""

    number: str
    title: str
    fields: Sequence[tuple[str, Any, Any]]


class PayImportOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an import does or would do, in numbers of rows, with examples of each kind. `number` is the import's key, by
    which it can be taken back.
    """

    read: int
    added: int
    changed: int
    withdrawn: int
    unchanged: int
    refused: int
    reasons: Sequence[tuple[str, int]]
    corrected: Sequence[tuple[str, int]]
    refused_rows: Sequence[RefusedRow]
    replaced_rows: Sequence[ReplacedRow]
    new_rows: Sequence[PayRecord]
    number: int | None

    @property
    def counts(self) -> str:
        """The numbers of rows read, added, changed, withdrawn and refused in one text, to compare two runs."""
        return f"{self.read} {self.added} {self.changed} {self.withdrawn} {self.refused}"

    @property
    def does_something(self) -> bool:
        """Whether the import would add, change or withdraw any row."""
        return bool(self.added or self.changed or self.withdrawn)

    @property
    def asks_for_order(self) -> bool:
        """Whether dates were refused because it isn't known whether day or month comes first."""
        return any(reason == TWO_WAYS for reason, _ in self.reasons)


class RefusedRows(list[RefusedRow]):
    """A report's writer that keeps the first MOST_SHOWN refused rows."""

    def writerow(self, cells: Sequence[Any]) -> None:
        """Keep a refused row of the report, MOST_SHOWN at most; other rows are dropped."""
        _, line, outcome, *said = cells
        if outcome == "refused" and len(self) < MOST_SHOWN:
            self.append(RefusedRow(line, *said))


def preview_import(layout: Layout, name: str, content: bytes, tell: Callable[[str], None]) -> PayImportOutcome:
    """What importing a file would do; nothing stays stored. Raises ImportFileError."""
    return _run_import(layout, name, content, tell)


def run_import(
    layout: Layout, name: str, content: bytes, tell: Callable[[str], None], *, seen: str
) -> PayImportOutcome:
    """Import a file and work out the figures, and return what was done. Raises ImportFileError, with nothing stored,
    also where the import would do something else than `seen`.
    """
    return _run_import(layout, name, content, tell, seen=seen)


def _run_import(
    layout: Layout, name: str, content: bytes, tell: Callable[[str], None], *, seen: str | None = None
) -> PayImportOutcome:
    refused = RefusedRows()
    run = ImportRun(report=Report(refused), progress=tell)
    examples: tuple[Sequence[ReplacedRow], Sequence[PayRecord]] = ([], [])

    def look_or_refresh() -> None:
        nonlocal examples
        examples = [*_list_replaced(run.number)], [*PayRecord.objects.filter(imported_in=run.number)[:MOST_SHOWN]]
        if seen is None:
            return
        if _sum_up(run, refused, *examples).counts != seen:
            raise ImportFileError("The records have changed since you looked. Preview the import again.")
        refresh_summaries()

    with _waiting_file(name, content) as path:
        try:
            import_files(_limit_rows(layout), [path], run, dry_run=seen is None, after=look_or_refresh)
        except ImportFileError as error:
            raise ImportFileError(str(error).replace(str(path), name)) from error
        except (OperationalError, InternalError) as error:
            raise ImportFileError("The database couldn’t store it. Try again later.") from error
    return _sum_up(run, refused, *examples)


def _sum_up(
    run: ImportRun, refused: Sequence[RefusedRow], replaced: Sequence[ReplacedRow], new: Sequence[PayRecord]
) -> PayImportOutcome:
    return PayImportOutcome(
        read=run.read,
        added=run.added,
        changed=run.changed,
        withdrawn=run.withdrawn,
        unchanged=run.unchanged_rows,
        refused=run.report.refused.total(),
        reasons=run.report.refused.most_common(),
        corrected=run.report.corrected.most_common(),
        refused_rows=refused,
        replaced_rows=replaced,
        new_rows=[record for record in new if record.case_number not in {row.number for row in replaced}],
        number=run.number,
    )


def _list_replaced(number: int | None) -> Iterator[ReplacedRow]:
    """The first records that import `number` has changed, while its transaction is open."""
    for replaced in ReplacedRecord.objects.filter(replaced_in=number).order_by("pk")[:MOST_SHOWN]:
        before: Mapping[str, Any] = replaced.record
        keys = {"source": before["source_id"], "case_number": before["case_number"]}
        record = PayRecord.objects.filter(**keys).first()
        if record is None:
            yield ReplacedRow(before["case_number"], before["title"], [("record", "there", "taken out")])
            continue
        pairs = [(name, before[name], getattr(record, name)) for name in SHOWN_FIELDS]
        differing = [(name, old, new) for name, old, new in pairs if _is_other(old, new)]
        yield ReplacedRow(before["case_number"], record.title, differing)


def _is_other(before: Any, after: Any) -> bool:
    with suppress(TypeError, ValueError):
        return float(before) != float(after)
    return str(before) != str(after)


@contextmanager
def _waiting_file(name: str, content: bytes) -> Iterator[Path]:
    """A file on the disk, under the last part of its name. Raises ImportFileError for a workbook that is a bomb."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, Path(name.replace("\0", "")).name or "file")
        path.write_bytes(content)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as book:
                if sum(part.file_size for part in book.infolist()) > MOST_UNPACKED:
                    raise ImportFileError(f"{name}: this workbook is too large for the desk. Import it with a command.")
        yield path


def _limit_rows(layout: Layout) -> Layout:
    """The layout, for files that end before MOST_ROWS."""

    @contextmanager
    def read_limited(path: Path, required: Columns, optional: Columns) -> Iterator[Sheet]:
        with layout.read(path, required, optional) as sheet:
            yield msgspec.structs.replace(sheet, rows=_stop_at(path, sheet.rows))

    return msgspec.structs.replace(layout, read=read_limited)


def _stop_at(path: Path, rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
    yield from islice(rows, MOST_ROWS)
    if next(rows, None) is not None:
        raise ImportFileError(f"{path}: more than {MOST_ROWS:,} rows. Import it with a command.")
