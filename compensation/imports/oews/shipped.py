"""The survey's figures as one shipped file, and how they come into the database.

`survey.csv.xz` is compressed CSV lying on its side: a line for each column, so that alike values stand together and the
file is a fifth smaller. It has every detailed occupation and all occupations together, in every area.
"""

import csv
import hashlib
import io
import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now

from compensation.imports.oews.names import OccupationName, SurveyNames
from compensation.imports.sources import OEWS
from compensation.models.survey import ALL_OCCUPATIONS, SurveyFigure, SurveyYear

SURVEY_FOLDER = Path(__file__).parents[2] / "data"
SURVEY_FILE = "survey.csv.xz"
NAME_FILES = AREAS_FILE, OCCUPATIONS_FILE = "survey_areas.csv", "survey_occupations.csv"
FIELDS = [field for field in SurveyFigure._meta.concrete_fields if field.name not in ("id", "imported_in")]
COLUMNS = [field.column or field.name for field in FIELDS]
TABLE = SurveyFigure._meta.db_table


@transaction.atomic
def load_shipped_survey(folder: Path | None = None, *, again: bool = False) -> int:
    """Store the survey figures that ship, and return how many rows there were; 0, and nothing stored, where they are
    loaded already, unless `again`.

    Years that the site has imported itself stay.
    """
    folder = folder or SURVEY_FOLDER
    compressed = (folder / SURVEY_FILE).read_bytes()
    digest = hashlib.sha256(compressed).hexdigest()
    if not again and SurveyYear.objects.filter(digest=digest).exists():
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {TABLE} IN SHARE ROW EXCLUSIVE MODE")
    own = {str(year) for year in SurveyYear.objects.filter(digest="").values_list("year", flat=True)}
    rows = [row for row in _read_columns(compressed) if row[0] not in own]
    years = {int(row[0]) for row in rows}
    SurveyFigure.objects.filter(survey__in=years)._raw_delete("default")  # nothing refers to a figure
    with connection.cursor() as cursor:
        statement = f"COPY {TABLE} ({', '.join(COLUMNS)}) FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL (withheld))"
        with cursor.copy(statement) as copy:
            copy.write("".join(",".join(row) + "\n" for row in rows))
    read_shipped_names(folder).store()
    for year in years:
        _note_year(year, digest)
    return len(rows)


def write_survey(folder: Path) -> list[Path]:
    """Write the stored survey as the files that `load_shipped_survey` reads, byte for byte the same each time. Returns
    their paths.
    """
    kept = Q(occupation__is_detailed=True) | Q(occupation=ALL_OCCUPATIONS)
    figures = SurveyFigure.objects.filter(kept).order_by("survey", "occupation", "area")
    rows = figures.values_list(*(field.attname for field in FIELDS))
    text = "".join(",".join(map(_format_cell, column)) + "\n" for column in zip(*rows, strict=True))
    (folder / SURVEY_FILE).write_bytes(lzma.compress(text.encode(), preset=6))
    names = SurveyNames.load_known()
    _write_table(folder / AREAS_FILE, ["area_code", "area_name"], sorted(names.areas.items()))
    occupations = [(soc, name.title, "3") for soc, name in sorted(names.occupations.items()) if name.is_detailed]
    everybody = [(ALL_OCCUPATIONS, names.occupations[ALL_OCCUPATIONS].title, "0")]
    _write_table(folder / OCCUPATIONS_FILE, ["soc", "title", "level"], everybody + occupations)
    return [folder / name for name in (SURVEY_FILE, *NAME_FILES)]


def note_imported_years(years: Iterable[int]) -> None:
    """Store that these years are the site's own, so that no start replaces them."""
    for year in years:
        _note_year(year, "")


def settle_years(years: Iterable[int]) -> None:
    """After an import was taken back, put the shipped figures of these years back, and delete years with no figures of
    the site's own that don't ship.
    """
    touched = set(years)
    own = {*SurveyFigure.objects.filter(imported_in__isnull=False).values_list("survey", flat=True).distinct()}
    SurveyYear.objects.filter(year__in=touched - own).delete()
    load_shipped_survey(again=True)


def _note_year(year: int, digest: str) -> None:
    values = {"source_id": OEWS, "digest": digest, "loaded_at": Now()}
    SurveyYear.objects.update_or_create(year=year, defaults=values)


def _format_cell(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _read_columns(compressed: bytes) -> list[tuple[str, ...]]:
    columns = lzma.decompress(compressed).decode().splitlines()
    return [*zip(*(column.split(",") for column in columns), strict=True)]


def read_shipped_occupations(folder: Path = SURVEY_FOLDER) -> dict[str, OccupationName]:
    """The title of each occupation in the shipped survey, by its SOC code. Reads the file each time."""
    with (folder / OCCUPATIONS_FILE).open(encoding="utf-8", newline="") as file:
        return {row["soc"]: OccupationName(row["title"], row["level"] == "3") for row in csv.DictReader(file)}


def read_shipped_names(folder: Path = SURVEY_FOLDER) -> SurveyNames:
    """The names of areas and occupations in the shipped survey, by code. Reads the files each time."""
    with (folder / AREAS_FILE).open(encoding="utf-8", newline="") as file:
        areas = {row["area_code"]: row["area_name"] for row in csv.DictReader(file)}
    return SurveyNames(areas, read_shipped_occupations(folder))


def _write_table(path: Path, header: list[str], rows: Sequence[tuple[str, ...]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
