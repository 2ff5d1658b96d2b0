"""The names of areas and occupations, which stand beside the figures or in files of their own."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from django.utils.text import slugify

from compensation.areas import STATES_BY_FIPS
from compensation.models.survey import NATION, SurveyArea, SurveyOccupation

STATE_ENDING = re.compile(r", ([A-Z]{2}(?:-[A-Z]{2})*)$")  # of "Denver-Aurora-Centennial, CO"
AREA_FILES, OCCUPATION_FILES = ("oe.area", "areas.csv"), ("oe.occupation", "occupations.csv")
DETAILED = "3"  # the level of display of an occupation that is no group
AREA_DIGITS = 7
STATE_DIGITS = 2


class OccupationName(msgspec.Struct, frozen=True):
    """The survey's title for an occupation, and whether it is a detailed one and not a group."""

    title: str
    is_detailed: bool


class SurveyNames(msgspec.Struct, frozen=True):
    """The names of areas and occupations by code, from the site and from files, and the years that the files have."""

    areas: dict[str, str]
    occupations: dict[str, OccupationName]
    years: set[int] = set()

    @classmethod
    def load_known(cls) -> "SurveyNames":
        """The names of areas and occupations that the database has. Two queries."""
        occupations = SurveyOccupation.objects.values_list("soc", "title", "is_detailed")
        return cls(
            dict(SurveyArea.objects.values_list("code", "name")),
            {soc: OccupationName(title, is_detailed) for soc, title, is_detailed in occupations},
        )

    def read_folder(self, folder: Path) -> None:
        """Add the names in the files of codes beside the figures, where there are such files."""
        for row in _read_first(folder, AREA_FILES):
            self.areas[row["area_code"].zfill(AREA_DIGITS)] = row["area_name"]
        for row in _read_first(folder, OCCUPATION_FILES):
            code = row.get("soc") or hyphenate_code(row["occupation_code"])
            level = row.get("level") or row.get("display_level")
            title = row.get("title") or row.get("occupation_name") or code
            self.occupations[code] = OccupationName(title, level == DETAILED)

    def store(self) -> None:
        """Store the names of areas and occupations, over those that the database has."""
        SurveyArea.objects.bulk_create(
            [build_area(code, name) for code, name in self.areas.items()],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["kind", "name", "slug", "states"],
        )
        SurveyOccupation.objects.bulk_create(
            [
                SurveyOccupation(soc=soc, title=name.title, is_detailed=name.is_detailed)
                for soc, name in self.occupations.items()
            ],
            update_conflicts=True,
            unique_fields=["soc"],
            update_fields=["title", "is_detailed"],
        )


def build_area(code: str, name: str) -> SurveyArea:
    """An area, not stored, by the bureau's code and name."""
    kind = find_area_kind(code)
    name = "United States" if kind == SurveyArea.Kind.NATION else name
    ending = STATE_ENDING.search(name)
    state = STATES_BY_FIPS.get(code[:STATE_DIGITS])
    states = ending[1].split("-") if ending else [state] if state else []
    return SurveyArea(code=code, kind=kind, name=name, slug=slugify(name), states=states)


def find_area_kind(code: str) -> SurveyArea.Kind:
    """The kind of an area by its code, such as 0000000 for the nation, 0800000 for a state, 0019740 for a metropolitan
    area.
    """
    if code == NATION:
        return SurveyArea.Kind.NATION
    is_state = not code.startswith("00") and code.endswith("00000")
    return SurveyArea.Kind.STATE if is_state else SurveyArea.Kind.METRO


def complete_area_code(code: str, kind: str) -> str:
    """The seven digits of an area's code. Workbooks write 99 for the nation (kind 1) and 8 for Colorado (kinds 2 and
    3).
    """
    if kind in {"1", "N"}:
        return NATION
    if kind in {"2", "3"} and len(code) <= STATE_DIGITS:
        return code.zfill(STATE_DIGITS) + "00000"
    return code.zfill(AREA_DIGITS)


def hyphenate_code(code: str) -> str:
    """A SOC code with its hyphen: 151252 becomes 15-1252."""
    return f"{code[:2]}-{code[2:]}" if "-" not in code else code


def _read_first(folder: Path, names: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """The rows of the first of the files that is there, tidied; none where none is."""
    path = next((folder / name for name in names if (folder / name).is_file()), None)
    if path is None:
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        separator = "," if path.suffix == ".csv" else "\t"
        for row in csv.DictReader(file, delimiter=separator, restval=""):
            yield {(name or "").strip(): (value or "").strip() for name, value in row.items() if name is not None}
