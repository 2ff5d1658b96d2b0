"""Put a file's rows into their table, all in one transaction: COPY a part of them into a staging table, then merge it.
While the database does that, a thread reads the next part.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from django.db import connection, models, transaction
from psycopg import sql

from compensation.imports.reader import Columns, ImportFileError, Sheet, read_table
from compensation.imports.report import RefusedError, Report, WithdrawnError
from compensation.imports.withdrawn import Withdrawal, remove_withdrawn
from compensation.models.history import PayImport, WithdrawnCase

ROWS_PER_STEP = 50_000  # rows of a part, and between two words of progress
SWITCH = 0.0002  # seconds; at Python's usual 0.005 the thread that feeds the database waits for the one that reads
NULL = r"\N"
SIGNS = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
SIGN = re.compile(r"[\\\t\n\r]")
Value = str | int | float | date | None
Convert = Callable[[Sequence[str]], Sequence[Value]]
Progress = Callable[[str], None]


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How the rows of a family of files become rows of a table.

    `begin` looks at the open sheet and returns a converter of its rows, which may raise RefusedError; it reports
    corrected values to its callback. `key` identifies a row; of two with one key the higher `newest` stays. Repeated
    keys get numbers where `numbered` says so. A `traced` import can be taken back; one that `needs_rows` fails without
    any.
    """

    model: type[models.Model]
    required: Columns
    optional: Columns
    fields: Sequence[str]
    key: Sequence[str]
    begin: Callable[[Path, Sheet, Callable[[str, str], None]], Convert]
    newest: str = ""
    traced: bool = False
    numbered: Callable[[Sheet], bool] = lambda _: False
    read: Callable[[Path, Columns, Columns], AbstractContextManager[Sheet]] = read_table
    needs_rows: bool = False


class ImportRun(msgspec.Struct, kw_only=True):
    """An import while it runs, and afterward what it did, in numbers of rows."""

    report: Report
    progress: Progress = lambda _: None
    read: int = 0
    taken: int = 0
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    number: int | None = None  # that a traced import can be taken back by
    cases: list[Withdrawal] = []  # withdrawn, of the file at hand

    @property
    def unchanged_rows(self) -> int:
        """The number of rows that were stored already, or that were in the files twice."""
        return self.taken - self.added - self.changed


def import_files(
    layout: Layout,
    paths: Iterable[Path],
    run: ImportRun,
    *,
    dry_run: bool = False,
    after: Callable[[], Any] = lambda: None,
) -> None:
    """Import files in one transaction, all or none; the counts are added to `run`. `after` runs in it where a row was
    added, changed or withdrawn.

    Raises ImportFileError, with nothing changed. A dry run does all of it and rolls back.
    """
    files = [*paths]
    with transaction.atomic():
        traced = PayImport.objects.create(files=[path.name for path in files]) if layout.traced else None
        run.number = traced.pk if traced else None
        for path in files:
            with layout.read(path, layout.required, layout.optional) as sheet:
                _create_stage(layout)
                _load_sheet(layout, sheet, _convert_sheet(layout, path, sheet, run), run)
            if run.number is not None:
                run.withdrawn += remove_withdrawn(run.number, run.cases)
                run.cases.clear()
            run.progress(f"{path.name}: {run.read:,} rows read, {run.taken:,} accepted.")
        if layout.needs_rows and not run.taken:
            raise ImportFileError(f"{', '.join(map(str, files))}: no row was accepted. {run.report.word_refusals()}")
        if run.added or run.changed or run.withdrawn:
            run.progress("Summarizing.")
            after()
        if traced:
            _close_import(traced, run)
        transaction.set_rollback(dry_run)


def _close_import(traced: PayImport, run: ImportRun) -> None:
    """Note what the import did; one that did nothing has no number."""
    traced.added, traced.changed, traced.withdrawn = run.added, run.changed, run.withdrawn
    if traced.added or traced.changed or traced.withdrawn:
        traced.save()
    else:
        WithdrawnCase.objects.filter(imported_in=traced.pk).update(imported_in=0)
        traced.delete()
        run.number = None


def _create_stage(layout: Layout) -> None:
    with connection.cursor() as cursor:
        # One import after another, so that none adds a row that this one is about to add. Readers don't wait.
        cursor.execute(_compose_sql(layout, "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"))
        cursor.execute("SET LOCAL work_mem = '64MB'")  # so that a part is sorted in memory
        cursor.execute("DROP TABLE IF EXISTS pg_temp.staging")
        cursor.execute(
            _compose_sql(
                layout, "CREATE TEMPORARY TABLE staging ON COMMIT DROP AS SELECT {fields} FROM {table} WITH NO DATA"
            )
        )


def _load_sheet(layout: Layout, sheet: Sheet, rows: Iterator[Sequence[Value]], run: ImportRun) -> None:
    numbered = layout.numbered(sheet)  # by all rows of the file, which therefore are merged at once
    staged = 0
    for part in work_ahead(_list_parts(rows)):
        staged += _copy_part(layout, part)
        if not numbered:
            _merge_rows(layout, staged, run)
            staged = 0
    if numbered:
        _number_rows(layout)
        _merge_rows(layout, staged, run)


def _list_parts(rows: Iterator[Sequence[Value]]) -> Iterator[str]:
    """The rows as COPY reads them, a step at a time."""
    while part := list(islice(rows, ROWS_PER_STEP)):
        yield _format_rows(part)


def _format_rows(rows: Sequence[Sequence[Value]]) -> str:
    """Rows in the text form of COPY. Where all is text, and none of it a sign of that form, nothing need be escaped."""
    try:
        text = "\n".join(map("\t".join, rows))  # type: ignore[arg-type] # what is no text raises TypeError
    except TypeError:
        return "".join(map(_escape_row, rows))
    signs = text.count("\t"), text.count("\n"), text.count("\r"), text.count("\\")
    if signs != (sum(map(len, rows)) - len(rows), len(rows) - 1, 0, 0):
        return "".join(map(_escape_row, rows))
    return f"{text}\n"


def _escape_row(row: Sequence[Value]) -> str:
    cells = (NULL if value is None else SIGN.sub(lambda found: SIGNS[found[0]], str(value)) for value in row)
    return "\t".join(cells) + "\n"


def work_ahead[T](items: Iterator[T]) -> Iterator[T]:
    """The items, each made in another thread while the one before it is being used."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        with ThreadPoolExecutor(max_workers=1) as pool:
            coming = pool.submit(next, items, None)
            while (item := coming.result()) is not None:
                coming = pool.submit(next, items, None)
                yield item
    finally:
        sys.setswitchinterval(usual)


def _copy_part(layout: Layout, part: str) -> int:
    """How many rows there were."""
    with connection.cursor() as cursor:
        with cursor.copy(_compose_sql(layout, "COPY staging ({fields}) FROM STDIN")) as copy:
            copy.write(part)
        return int(cursor.rowcount)


def _convert_sheet(layout: Layout, path: Path, sheet: Sheet, run: ImportRun) -> Iterator[Sequence[Value]]:
    line = 0
    convert = layout.begin(path, sheet, lambda what, value: run.report.count_repair(path, line, what, value))

    def convert_rows() -> Iterator[Sequence[Value]]:
        nonlocal line
        read, refused = run.read, 0
        for read, (line, row) in enumerate(sheet.rows, start=run.read + 1):
            try:
                if row is None:
                    raise RefusedError("more or fewer values than the header")
                yield convert(row)
            except RefusedError as error:
                refused += 1
                if isinstance(error, WithdrawnError):
                    run.cases.append(error.case)
                run.report.refuse_row(path, line, error)
            if read % ROWS_PER_STEP == 0:
                run.progress(f"{path.name}: {read:,} rows read.")
        run.taken += read - run.read - refused
        run.read = read

    return convert_rows()  # `begin` has used the database, which a COPY in progress would block


def _number_rows(layout: Layout) -> None:
    """Tell rows of one key apart by a number, so that equal rows each count, and count once however often imported."""
    statement = """
        UPDATE staging SET {last} = staging.{last} || '-' || numbered.place
        FROM (SELECT ctid, row_number() OVER (PARTITION BY {key}) AS place FROM staging) AS numbered
        WHERE staging.ctid = numbered.ctid
    """
    with connection.cursor() as cursor:
        cursor.execute(_compose_sql(layout, statement))


def _merge_rows(layout: Layout, staged: int, run: ImportRun) -> None:
    """Add the staged rows that are new. Any others are compared, and changed where they differ and are not older."""
    number = {"number": run.number}
    with connection.cursor() as cursor:
        # By the key's index alone: a join that reads the whole table would take longer with every part.
        cursor.execute("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off")
        cursor.execute(_compose_sql(layout, ADD), number)
        added = cursor.rowcount
        run.added += added
        if added < staged:
            if layout.traced:
                cursor.execute(_compose_sql(layout, KEEP), number)
            cursor.execute(_compose_sql(layout, CHANGE), number)
            run.changed += cursor.rowcount
        cursor.execute("SET LOCAL enable_hashjoin TO DEFAULT; SET LOCAL enable_mergejoin TO DEFAULT")
        cursor.execute("TRUNCATE staging")


def _compose_sql(layout: Layout, statement: str) -> sql.Composed:
    table = layout.model._meta.db_table
    newest = sql.Identifier(layout.newest)
    ordered = sql.SQL(", {} DESC NULLS LAST").format(newest)
    guarded = sql.SQL("AND coalesce(staging.{0} >= {1}.{0}, true)").format(newest, sql.Identifier(table))
    return sql.SQL(statement).format(
        table=sql.Identifier(table),
        table_name=sql.Literal(table),
        fields=_compose_names(layout.fields),
        key=_compose_names(layout.key),
        last=sql.Identifier(layout.key[-1]),
        own=_compose_names(layout.fields, table),
        staged=_compose_names(layout.fields, "staging"),
        own_key=_compose_names(layout.key, table),
        staged_key=_compose_names(layout.key, "staging"),
        newest_first=ordered if layout.newest else sql.SQL(""),
        not_older=guarded if layout.newest else sql.SQL(""),
        traced_column=sql.SQL(", imported_in" if layout.traced else ""),
        traced_value=sql.SQL(", %(number)s::int" if layout.traced else ""),
    )


def _compose_names(columns: Sequence[str], *table: str) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(*table, column) for column in columns)


ADD = """
    INSERT INTO {table} ({fields} {traced_column})
    SELECT DISTINCT ON ({key}) {fields} {traced_value} FROM staging
    WHERE NOT EXISTS (SELECT FROM {table} WHERE ({own_key}) = ({staged_key}))
    ORDER BY {key} {newest_first}
"""
CHANGE = """
    UPDATE {table} SET ({fields} {traced_column}) = ROW ({staged} {traced_value})
    FROM (SELECT DISTINCT ON ({key}) {fields} FROM staging ORDER BY {key} {newest_first}) AS staging
    WHERE ({own_key}) = ({staged_key}) AND ({own}) IS DISTINCT FROM ({staged}) {not_older}
"""
# What CHANGE is about to change, as it is.
KEEP = """
    INSERT INTO compensation_replacedrecord (replaced_in_id, imported_in, "table", record)
    SELECT %(number)s, {table}.imported_in, {table_name}, to_jsonb({table}) FROM {table},
           (SELECT DISTINCT ON ({key}) {fields} FROM staging ORDER BY {key} {newest_first}) AS staging
    WHERE ({own_key}) = ({staged_key}) AND ({own}) IS DISTINCT FROM ({staged}) {not_older}
"""
