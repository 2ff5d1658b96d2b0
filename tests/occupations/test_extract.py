"""The extract that ships holds what the original files do, and no sentence of them."""

import csv
import gzip
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import pytest

from occupations.extract import EXTRACT, ONET_FILE, PROJECTIONS_FILE, read_extract, write_extract
from occupations.facts import OccupationFacts, OnetRelease, Outlook
from occupations.imports.onet import read_release
from occupations.imports.projections import read_projections
from occupations.imports.tables import read_sheets
from tests.compensation.helpers import public_file
from tests.occupations.samples import a_record, a_release, an_outlook, some_text

LARGEST = 6_000_000  # bytes of the whole extract
RATINGS = {"Skills": "skills", "Knowledge": "knowledge", "Work Styles": "work_styles"}


@pytest.fixture(scope="module")
def shipped() -> OnetRelease:
    return msgspec.json.decode(read_extract(ONET_FILE), type=OnetRelease)


def texts(value: Any) -> Iterator[str]:
    """Every text in what JSON gave."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)


@cache
def rows(table):
    with gzip.open(public_file(f"onet29/{table}.txt.gz"), "rt", encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_it_is_small():
    assert sum(path.stat().st_size for path in EXTRACT.iterdir()) < LARGEST


def test_it_says_which_release_it_is(shipped):
    assert (shipped.name, shipped.date) == ("29.0", "August 2024")


def test_it_has_every_occupation_and_title(shipped):
    assert len(shipped.occupations) == 1016
    assert sum(record.facts != OccupationFacts() for record in shipped.occupations) == 923
    assert sum(len(record.titles) for record in shipped.occupations) == 55_118
    assert sum(title.is_reported for record in shipped.occupations for title in record.titles) == 7_798


@pytest.mark.slow
def test_it_has_no_sentence(shipped):
    assert [record.code for record in shipped.occupations if record.text] == []
    found = {*texts(msgspec.json.decode(read_extract(ONET_FILE)))}
    assert len(found) > 50_000
    assert [text for text in found if len(text) > 128 or (text.endswith(".") and text.count(" ") > 6)] == []


def test_it_has_no_sentence_of_the_originals():
    theirs = {row["Task"] for row in rows("Task Statements")} | {row["Description"] for row in rows("Occupation Data")}
    theirs |= {row["Description"] for row in rows("Content Model Reference")}
    sentences = {text for text in theirs if text.count(" ") > 5}
    assert len(sentences) > 15_000
    assert sentences.isdisjoint(texts(msgspec.json.decode(read_extract(ONET_FILE))))


def test_writing_leaves_sentences_out_and_gives_the_same_bytes_each_time(tmp_path):
    release = a_release(a_record(text=some_text()))
    first, second = (write_extract(release, [an_outlook()], tmp_path / name) for name in ("first", "second"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert msgspec.json.decode(read_extract(ONET_FILE, tmp_path / "first"), type=OnetRelease) == a_release(a_record())


def test_the_original_workbook_has_the_rows_of_the_original_text():
    content = public_file("onet29/excel_sample/Job Zones.xlsx").read_bytes()
    sheet = next(read_sheets("Job Zones.xlsx", content))
    assert next(sheet) == ["O*NET-SOC Code", "Title", "Job Zone", "Date", "Domain Source"]
    assert [*sheet] == [[*row.values()] for row in rows("Job Zones")]


@pytest.mark.slow
def test_it_is_what_the_command_makes_of_the_originals(shipped):
    public_file("onet29/Occupation Data.txt.gz")
    made = read_release(public_file("onet29"))
    bare = [msgspec.structs.replace(record, text=None) for record in made.occupations]
    assert bare == [*shipped.occupations]
    outlooks = read_projections(public_file("projections/projections_2024_34.csv"))
    assert msgspec.json.decode(read_extract(PROJECTIONS_FILE), type=list[Outlook]) == outlooks


def test_two_hundred_figures_equal_those_of_the_files(shipped):
    facts = {record.code: record.facts for record in shipped.occupations}
    scales = {"IM": "importance", "LV": "level"}
    chance = random.Random(20)  # noqa: S311 # a choice that is the same each time
    compared = 0
    for table, field in RATINGS.items():
        for row in chance.sample(rows(table), 50):
            ratings = {rating.element: rating for rating in getattr(facts[row["O*NET-SOC Code"]], field)}
            found = getattr(ratings[row["Element ID"]], scales[row["Scale ID"]])
            assert found == float(row["Data Value"])
            compared += 1
    shares = [row for row in rows("Education, Training, and Experience") if row["Scale ID"] == "RL"]
    for row in chance.sample(shares, 50):
        found = {share.category: share.percent for share in facts[row["O*NET-SOC Code"]].education}
        assert found.get(int(row["Category"]), 0) == float(row["Data Value"])
        compared += 1
    assert compared == 200
