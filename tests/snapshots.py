"""Rows that code wrote once, written again by one statement: publishing a kit takes long, and most tests do it."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, models
from django.utils import timezone
from psycopg import sql

APPS = ("roles", "interviews", "compensation")
OFFSET = "@offset@"
_offsets = count(1_000_000, 10_000)  # far above the sequences, and further apart than a kit has rows in a table


class Snapshot(NamedTuple):
    """A statement that writes the rows, with OFFSET where a key is to be moved, and the key of what was made."""

    statement: str
    key: int

    def write(self) -> int:
        """Write the rows with keys of their own. Returns the key of what they make."""
        offset = next(_offsets)
        with connection.cursor() as cursor:
            cursor.execute(self.statement.replace(OFFSET, str(offset)))
        return self.key + offset


def taken[Made: models.Model](make: Callable[[], Made]) -> tuple[Made, Snapshot]:
    """What `make` makes, and the rows that it added, with those that they point at by a word, such as sources."""
    tables = [*_tables()]
    numbered = [model for model in tables if isinstance(model._meta.pk, models.AutoField)]
    before = {model: {*model._default_manager.values_list("pk", flat=True)} for model in numbered}
    started = timezone.now()
    made = make()
    rows = {model: [*model._default_manager.exclude(pk__in=before[model]).order_by("pk")] for model in numbered}
    for model in tables:
        if isinstance(model._meta.pk, models.SlugField):
            keys = {key for added in rows.values() for row in added for key in _keys(row, model)}
            rows[model] = [*model._default_manager.filter(pk__in=keys).order_by("pk")]
    inserts = (_insert(model, rows.get(model, []), numbered, started) for model in tables)
    return made, Snapshot("\n".join(filter(None, inserts)), made.pk)


def _keys(row: models.Model, target: type[models.Model]) -> Iterator[Any]:
    """The keys of a table by which a row points at it."""
    for field in row._meta.concrete_fields:
        if field.is_relation and field.related_model is target and getattr(row, field.attname) is not None:
            yield getattr(row, field.attname)


def _tables() -> Iterator[type[models.Model]]:
    """The apps' tables, those that others point at first."""
    every = [model for label in APPS for model in apps.get_app_config(label).get_models() if model._meta.managed]
    placed: list[type[models.Model]] = []
    while every:
        free = [model for model in every if not _points_at(model) & {other for other in every if other is not model}]
        placed += free
        every = [model for model in every if model not in free]
    yield from placed


def _points_at(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def _insert(model: type[models.Model], rows: Any, moved: list[type[models.Model]], started: Any) -> str:
    """An INSERT of rows; times that were now become now."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = [field.column for field in fields]
    lines = [
        "(" + ", ".join(_value(field, getattr(row, field.attname), moved, started) for field in fields) + ")"
        for row in rows
    ]
    if not lines:
        return ""
    known = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in columns)
    pk = model._meta.pk
    clash = "" if model in moved or pk is None else f' ON CONFLICT ("{pk.column}") DO UPDATE SET {known}'
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES {", ".join(lines)}{clash};'  # noqa: S608 # our own


def _value(field: Any, value: Any, moved: list[type[models.Model]], started: Any) -> str:
    target = field.related_model if field.is_relation else field.model if field.primary_key else None
    if target in moved and value is not None:
        return f"{value}+{OFFSET}"
    if isinstance(field, models.DateTimeField) and value is not None and value >= started:
        return "statement_timestamp()"
    return sql.Literal(field.get_db_prep_value(value, connection)).as_string(connection.connection)
