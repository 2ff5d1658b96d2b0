"""The figures that ship: small files in compensation/data, written by summarise_pay and loaded by load_figures.

titles.csv is an editor's work: which filed titles count for which role. A title that is one employer's own grade is
left out, as far as the counts show it. The other files are computed from public ones.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from compensation.imports import sources
from compensation.imports.oews.shipped import SURVEY_FILE, load_shipped_survey
from compensation.models.official import AreaFactor, WageLevel
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import FiledOccupation, PaySummary
from roles.kit.value import KitSource
from roles.models.working_copy import Source as SourceRow
from roles.publishing.pay import refresh_pay

SHIPPED_FOLDER = Path(__file__).parent / "data"
FILES: dict[str, type[models.Model]] = {
    "summaries.csv": PaySummary,
    "occupations.csv": FiledOccupation,
    "area_factors.csv": AreaFactor,
}
ROWS_PER_BATCH = 1000


@transaction.atomic
def load_shipped(folder: Path = SHIPPED_FOLDER) -> dict[str, int]:
    """Store the figures that ship. Returns how many rows of each file were new or different; loading twice changes
    nothing.

    What a site has made itself stays: the titles of a role that has some, and summaries of a source whose records it
    has.
    """
    for source in msgspec.json.decode((folder / "sources.json").read_bytes(), type=list[KitSource]):
        sources.add_source(source)
    loaded = {"titles.csv": _load_titles(folder / "titles.csv")}
    for name, model in FILES.items():
        loaded[name] = _replace_rows(model, _read_rows(folder / name, model))
    loaded[SURVEY_FILE] = load_shipped_survey()
    if any(loaded.values()):
        refresh_pay()
    return loaded


def write_shipped(folder: Path = SHIPPED_FOLDER) -> list[Path]:
    """Write the stored summaries, and the sources that they name, as the files that `load_shipped` reads. Makes the
    folder where it is missing. Returns the files' paths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, models.QuerySet[Any]] = {
        "titles.csv": TitleMatch.objects.order_by("role", "level", "title"),
        "summaries.csv": PaySummary.objects.order_by("role", "source", "year", "level", "title", "area", "currency"),
        "occupations.csv": FiledOccupation.objects.order_by("role", "source", "year", "soc"),
        "area_factors.csv": AreaFactor.objects.order_by("area_code"),
    }
    for name, queryset in rows.items():
        _write_rows(folder / name, queryset)
    named = {slug for name in FILES for slug in rows[name].order_by().values_list("source", flat=True).distinct()}
    named.add(sources.OEWS)
    kept = SourceRow.objects.filter(slug__in=named).order_by("slug")
    text = msgspec.json.format(msgspec.json.encode([_plain_source(row) for row in kept]), indent=2)
    (folder / "sources.json").write_bytes(text + b"\n")
    return [folder / name for name in (*rows, "sources.json")]


def _plain_source(row: SourceRow) -> dict[str, Any]:
    """A source as the file has it: what is not known is left out."""
    values = {name: getattr(row, name) for name in KitSource.__struct_fields__}
    return {name: value for name, value in values.items() if value is not None}


def _list_columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _write_rows(path: Path, rows: models.QuerySet[Any]) -> None:
    fields = _list_columns(rows.model)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in fields])
        for row in rows.iterator(ROWS_PER_BATCH):
            writer.writerow([_format_value(getattr(row, field.attname)) for field in fields])


def _format_value(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 6)
    return " ".join(value) if isinstance(value, list) else value


def _read_rows(path: Path, model: type[models.Model]) -> list[models.Model]:
    fields = {field.name: field for field in _list_columns(model)}
    with path.open(encoding="utf-8", newline="") as file:
        return [
            model(**{fields[name].attname: _parse_value(fields[name], text) for name, text in row.items()})
            for row in csv.DictReader(file)
        ]


def _parse_value(field: "models.Field[Any, Any]", text: str) -> Any:
    if isinstance(field, ArrayField):
        return text.split()
    return None if text == "" and field.null else field.to_python(text)


def _load_titles(path: Path) -> int:
    taken = set(TitleMatch.objects.values_list("role", flat=True))
    new = [row for row in _read_rows(path, TitleMatch) if isinstance(row, TitleMatch) and row.role not in taken]
    return len(TitleMatch.objects.bulk_create(new, batch_size=ROWS_PER_BATCH))


def _replace_rows(model: type[models.Model], rows: Iterable[Any]) -> int:
    """Replace what was shipped before with shipped rows, leaving what the site works out from its own rows."""
    own = {source.pk for source in SourceRow.objects.filter(_has_rows(PayRecord) | _has_rows(WageLevel))}
    fields = [field.attname for field in _list_columns(model)]
    wanted = {_build_key(row, fields): row for row in rows if row.source_id not in own}
    slugs = {row.source_id for row in wanted.values()}
    present = {_build_key(row, fields): row.pk for row in model._default_manager.filter(source__in=slugs)}
    new = [row for key, row in wanted.items() if key not in present]
    gone = [pk for key, pk in present.items() if key not in wanted]
    if new or gone:
        model._default_manager.filter(pk__in=gone).delete()
        model._default_manager.bulk_create(new, batch_size=ROWS_PER_BATCH)
    return len(new)


def _has_rows(model: type[models.Model]) -> models.Exists:
    return models.Exists(model._default_manager.filter(source=models.OuterRef("pk")))


def _build_key(row: models.Model, fields: list[str]) -> tuple[str, ...]:
    return tuple(str(getattr(row, field)) for field in fields)
