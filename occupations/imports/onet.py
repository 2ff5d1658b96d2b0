"""A release of the O*NET database as a value, whatever its edition: releases 25 to 31 differ in tables and columns.

Release 30.1 rates work styles by their impact. Release 30.3 split Skills into essential and transferable skills, and
Education, Training, and Experience into two; renamed Technology Skills and Alternate Titles; joined two job zones.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from occupations.codes import ONET_SOC
from occupations.facts import (
    JobZone,
    OccupationFacts,
    OccupationRecord,
    OnetRelease,
    OnetTask,
    OnetText,
    RelatedOccupation,
    TechnologyUse,
    TitleRecord,
)
from occupations.imports.files import MARKER, ReleaseError
from occupations.imports.ratings import CODE_COLUMN, check_code, parse_number, read_ratings
from occupations.imports.tables import ReleaseFiles

# What the release has of each kind: its table, or in newer releases its tables.
WAY_IN = "education, experience and training"
TABLES: Mapping[str, Sequence[str]] = {
    "skills": ("Skills", "Essential Skills", "Transferable Skills"),
    "knowledge": ("Knowledge",),
    "work styles": ("Work Styles",),
    WAY_IN: ("Education, Training, and Experience", "Education", "Training and Experience"),
    "technology": ("Technology Skills", "Software Skills"),
    "job zones": ("Job Zones",),
    "related occupations": ("Related Occupations",),
    "alternate titles": ("Alternate Titles", "Job Titles"),
    "reported titles": ("Sample of Reported Titles",),
    "tasks": ("Task Statements",),
}
FIRST_RELEASE, LAST_RELEASE = 25, 31
TITLE_LENGTH = 200
type Notify = Callable[[str], None]
type Codes = Mapping[str, str]
type Lists[Item] = Mapping[str, tuple[Item, ...]]


class ReleaseName(msgspec.Struct, frozen=True):
    """The number and month of a release, such as "29.0" and "August 2024"."""

    number: str
    date: str


def read_release(path: Path, notify: Notify = lambda _: None, name: ReleaseName | None = None) -> OnetRelease:
    """The release in a folder or a zip file. Calls `notify` with a message on each table. `name` is for a release
    without its Read Me. Raises ReleaseError.
    """
    files = ReleaseFiles(path)
    name = name or name_release(files)
    notify(f"O*NET {name.number}, {name.date}.")
    if not FIRST_RELEASE <= float(name.number) < LAST_RELEASE + 1:
        notify(f"This isn't one of the releases {FIRST_RELEASE} to {LAST_RELEASE}. Check what was imported.")
    descriptions = _read_occupations(files)
    codes = {code: title for code, (title, _) in descriptions.items()}
    present = {kind: [table for table in tables if files.has_table(table)] for kind, tables in TABLES.items()}
    for kind, tables in present.items():
        notify(f"Reading {', '.join(tables)}." if tables else f"This release has no table of {kind}.")
    titles = _read_titles(files, present["alternate titles"], present["reported titles"], codes)
    facts = _read_facts(files, present, codes) | {"reported_titles": _list_reported(titles)}
    tasks = _read_tasks(files, present["tasks"], codes)
    return OnetRelease(
        name.number,
        name.date,
        tuple(
            OccupationRecord(
                code,
                title,
                OccupationFacts(**{field: of[code] for field, of in facts.items() if code in of}),
                titles.get(code, ()),
                OnetText(description, tasks.get(code, ())),
            )
            for code, (title, description) in sorted(descriptions.items())
        ),
    )


def name_release(files: ReleaseFiles) -> ReleaseName:
    """The number and month in the release's Read Me. Raises ReleaseError where it has none."""
    text = files.read_text("Read Me")
    number = re.search(r"O\*NET\W+(\d\d\.\d)\b", text)
    date = re.search(r"\b([A-Z][a-z]+ 20\d\d) Release", text)
    if not number or not date:
        raise ReleaseError(f"{files.path}: no Read Me.txt says which release it is. Add --release 29.0 'August 2024'.")
    return ReleaseName(number[1], date[1])


def _read_facts(
    files: ReleaseFiles, present: Mapping[str, Sequence[str]], codes: Codes
) -> dict[str, Mapping[str, Any]]:
    """Each field of the facts, by the occupation's code."""
    kinds = {"skills": "skills", "knowledge": "knowledge", "work_styles": "work styles"}
    rated = {field: read_ratings(files, present[kind], codes) for field, kind in kinds.items()}
    way_in = read_ratings(files, present[WAY_IN], codes)
    dated = {**rated, "way_in": way_in}
    collected = {
        code: {field: ratings.collected[code] for field, ratings in dated.items() if code in ratings.collected}
        for code in codes
    }
    return {
        **{field: ratings.elements for field, ratings in rated.items()},
        "credentials": way_in.elements,
        **way_in.shares,
        "technology": _read_technology(files, present["technology"], codes),
        "zone": _read_zones(files, present["job zones"], codes),
        "related": _read_related(files, present["related occupations"], codes),
        "collected": collected,
    }


def _read_occupations(files: ReleaseFiles) -> dict[str, tuple[str, str]]:
    """Title and description by code."""
    found: dict[str, tuple[str, str]] = {}
    for line in files.read_lines(MARKER, (CODE_COLUMN, "Title", "Description")):
        code, title, description = line.fields
        if not ONET_SOC.fullmatch(code):
            raise line.make_error(f"expected a code such as 11-1011.00, got {code!r}.")
        if code in found:
            raise line.make_error(f"{code} appears twice.")
        if not 0 < len(title) <= TITLE_LENGTH:
            raise line.make_error(f"expected a title of at most {TITLE_LENGTH} characters.")
        found[code] = title, description
    if not found:
        raise ReleaseError(f"{files.path}: the table {MARKER!r} is empty.")
    return found


def _read_technology(files: ReleaseFiles, tables: Sequence[str], codes: Codes) -> Lists[TechnologyUse]:
    columns = (CODE_COLUMN, ("Example", "Workplace Example"), ("Commodity Title", "Element Name"))
    found: dict[str, list[TechnologyUse]] = defaultdict(list)
    for table in tables:
        for line in files.read_lines(table, columns, ("Hot Technology", "In Demand")):
            code, name, category, hot, in_demand = line.fields
            found[check_code(line, code, codes)].append(TechnologyUse(name, category, hot == "Y", in_demand == "Y"))
    return {code: tuple(tools) for code, tools in found.items()}


def _read_zones(files: ReleaseFiles, tables: Sequence[str], codes: Codes) -> dict[str, JobZone]:
    names: dict[str, str] = {}
    if files.has_table("Job Zone Reference"):
        for line in files.read_lines("Job Zone Reference", ("Job Zone", "Name")):
            names[line.fields[0]] = line.fields[1].rpartition(": ")[2]
    found: dict[str, JobZone] = {}
    for table in tables:
        for line in files.read_lines(table, (CODE_COLUMN, "Job Zone")):
            code, zone = line.fields
            if code in found:
                raise line.make_error(f"{code} appears twice.")
            found[check_code(line, code, codes)] = JobZone(int(parse_number(line, zone, 1, 5)), names.get(zone, ""))
    return found


def _read_related(files: ReleaseFiles, tables: Sequence[str], codes: Codes) -> Lists[RelatedOccupation]:
    columns = (CODE_COLUMN, "Related O*NET-SOC Code")
    found: dict[str, list[tuple[float, RelatedOccupation]]] = defaultdict(list)
    for table in tables:
        for line in files.read_lines(table, columns, ("Relatedness Tier", "Index")):
            code, other, tier, index = line.fields
            place = parse_number(line, index, 0, 1000) if index else len(found[code])
            related = RelatedOccupation(check_code(line, other, codes), codes[other], tier)
            found[check_code(line, code, codes)].append((place, related))
    return {code: tuple(related for _, related in sorted(rows, key=itemgetter(0))) for code, rows in found.items()}


def _read_titles(
    files: ReleaseFiles, alternate: Sequence[str], reported: Sequence[str], codes: Codes
) -> Lists[TitleRecord]:
    """Every title of an occupation once. Newer releases have the reported titles among the alternate ones too."""
    found: dict[str, dict[str, TitleRecord]] = defaultdict(dict)
    for table in alternate:
        for line in files.read_lines(table, (CODE_COLUMN, ("Alternate Title", "Job Title")), ("Short Title",)):
            code, title, short = line.fields
            if max(len(title), len(short)) > TITLE_LENGTH:
                raise line.make_error(f"expected a title of at most {TITLE_LENGTH} characters.")
            if title:
                found[check_code(line, code, codes)].setdefault(title, TitleRecord(title, short))
    for table in reported:
        for line in files.read_lines(table, (CODE_COLUMN, "Reported Job Title")):
            code, title = line.fields
            if len(title) > TITLE_LENGTH:
                raise line.make_error(f"expected a title of at most {TITLE_LENGTH} characters.")
            known = found[check_code(line, code, codes)].get(title, TitleRecord(title))
            if title:
                found[code][title] = TitleRecord(title, known.short, is_reported=True)
    return {code: tuple(titles.values()) for code, titles in found.items()}


def _list_reported(titles: Lists[TitleRecord]) -> Lists[str]:
    return {code: tuple(record.title for record in of if record.is_reported) for code, of in titles.items()}


def _read_tasks(files: ReleaseFiles, tables: Sequence[str], codes: Codes) -> Lists[OnetTask]:
    found: dict[str, list[OnetTask]] = defaultdict(list)
    for table in tables:
        for line in files.read_lines(table, (CODE_COLUMN, "Task"), ("Task Type",)):
            code, text, kind = line.fields
            found[check_code(line, code, codes)].append(OnetTask(text, kind))
    return {code: tuple(tasks) for code, tasks in found.items()}
