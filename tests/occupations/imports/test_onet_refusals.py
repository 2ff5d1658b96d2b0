"""What is no sound release of O*NET is refused with its place, before anything is stored."""

import gzip
import io
import zipfile

import pytest

from occupations.imports import files
from occupations.imports.files import ReleaseError
from occupations.imports.onet import read_release
from tests.occupations.samples import BAKERS, NURSES, tables, write_excel, write_text, write_zip


def refuse(path):
    with pytest.raises(ReleaseError) as caught:
        read_release(path)
    return str(caught.value)


def changed(tmp_path, table, row, column, value):
    content = tables()
    content[table][row] = [*content[table][row]]
    content[table][row][column] = value
    return write_text(tmp_path / "changed", content)


def test_it_refuses_a_path_that_is_not_there(tmp_path):
    assert "there is no such file or folder" in refuse(tmp_path / "nowhere")


def test_it_refuses_a_folder_of_something_else(tmp_path):
    (tmp_path / "Skills.txt").write_text("a\tb\n")
    assert "no table 'Occupation Data'" in refuse(tmp_path)


def test_it_refuses_a_file_that_is_no_zip(tmp_path):
    path = tmp_path / "db.zip"
    path.write_bytes(b"not a zip file")
    assert "or a zip file" in refuse(path)


def test_it_refuses_a_release_that_nothing_names(tmp_path):
    folder = write_text(tmp_path / "db", tables(), read_me="Hello")
    assert "Add --release" in refuse(folder)


@pytest.mark.parametrize(
    ("table", "cell", "message"),
    [
        ("Occupation Data", (2, 0, BAKERS), "Occupation Data.txt, line 3: 51-3011.00 appears twice"),
        ("Occupation Data", (1, 0, "11-1011"), "line 2: expected a code such as 11-1011.00"),
        ("Occupation Data", (1, 1, ""), "expected a title"),
        ("Occupation Data", (1, 1, "A" * 201), "at most 200 characters"),
        ("Alternate Titles", (1, 1, "A" * 201), "at most 200 characters"),
        ("Skills", (1, 4, "5.01"), "Skills.txt, line 2: expected a number from 1 to 5, got '5.01'"),
        ("Skills", (2, 4, "7.5"), "from 0 to 7"),
        ("Skills", (1, 4, "nan"), "got 'nan'"),
        ("Skills", (1, 4, "high"), "got 'high'"),
        ("Skills", (2, 3, "IM"), "has the importance of 'Reading Comprehension' twice"),
        ("Skills", (1, 0, "99-9999.00"), "'99-9999.00' isn't in Occupation Data"),
        ("Technology Skills", (1, 0, "99-9999.00"), "isn't in Occupation Data"),
        ("Related Occupations", (1, 1, "99-9999.00"), "isn't in Occupation Data"),
        ("Task Statements", (1, 0, "99-9999.00"), "isn't in Occupation Data"),
        ("Sample of Reported Titles", (1, 0, "99-9999.00"), "isn't in Occupation Data"),
        ("Alternate Titles", (1, 2, "A" * 201), "at most 200 characters"),
        ("Sample of Reported Titles", (1, 1, "A" * 201), "at most 200 characters"),
        ("Job Zones", (1, 1, "6"), "from 1 to 5"),
        ("Job Zones", (2, 0, BAKERS), "line 3: 51-3011.00 appears twice"),
        ("Education, Training, and Experience", (1, 5, "101"), "from 0 to 100"),
        ("Education, Training, and Experience", (1, 4, "13"), "from 1 to 12"),
        ("Education, Training, and Experience", (2, 4, "6"), "category 6 of 'Required Level of Education' twice"),
        ("Skills", (0, 4, "Value"), "no column 'Data Value'"),
        ("Technology Skills", (0, 1, "Tool"), "no column 'Example' or 'Workplace Example'"),
    ],
)
def test_it_refuses_a_wrong_cell(table, cell, message, tmp_path):
    assert message in refuse(changed(tmp_path, table, *cell))


def test_it_refuses_a_ragged_row(tmp_path):
    content = tables()
    content["Skills"][1].append("more")
    assert "Skills.txt, line 2: expected 8 values, got 9" in refuse(write_text(tmp_path / "ragged", content))


def test_it_refuses_text_that_is_not_utf_8(tmp_path):
    folder = write_text(tmp_path / "db", tables())
    path = folder / "Alternate Titles.txt"
    path.write_bytes(path.read_bytes().replace(b"Staff Nurse", b"Caf\xe9 Nurse"))
    assert "Alternate Titles.txt, line 3: this isn't UTF-8" in refuse(folder)


def test_it_refuses_bytes_that_are_no_text(tmp_path):
    folder = write_text(tmp_path / "db", tables())
    (folder / "Skills.txt").write_bytes(b"a\0b\tc\n")
    assert "this isn't a table of text" in refuse(folder)


def test_it_refuses_an_empty_list_of_occupations(tmp_path):
    content = tables() | {"Occupation Data": tables()["Occupation Data"][:1]}
    assert "is empty" in refuse(write_text(tmp_path / "db", content))


@pytest.mark.parametrize("name", ["Skills.txt.gz", "Skills.xlsx"])
def test_it_refuses_a_damaged_file(name, tmp_path):
    folder = write_text(tmp_path / "db", tables())
    (folder / "Skills.txt").unlink()
    (folder / name).write_bytes(gzip.compress(b"some text that goes on")[:-9])
    assert "damaged" in refuse(folder)


def test_it_refuses_a_workbook_that_lost_its_parts(tmp_path):
    folder = write_excel(tmp_path / "db", tables())
    with zipfile.ZipFile(folder / "Skills.xlsx", "w") as archive:
        archive.writestr("readme", "not a workbook")
    assert "an Excel workbook" in refuse(folder)


def test_it_refuses_a_table_that_unpacks_to_too_much(tmp_path, monkeypatch):
    folder = write_text(tmp_path / "db", tables())
    monkeypatch.setattr(files, "LARGEST_TABLE", 1000)
    (folder / "Skills.txt").unlink()
    (folder / "Skills.txt.gz").write_bytes(gzip.compress(b"a" * 2000))
    assert "it has more than 1,000 bytes" in refuse(folder)


def test_it_refuses_a_zip_whose_member_unpacks_to_too_much(tmp_path, monkeypatch):
    content = tables()
    content["Skills"] += [[NURSES, *row[1:]] for row in content["Skills"][1:]] * 20
    path = write_zip(tmp_path / "db.zip", write_text(tmp_path / "db", content))
    monkeypatch.setattr(files, "LARGEST_TABLE", 1000)
    assert "it has more than 1,000 bytes" in refuse(path)


def test_it_refuses_a_zip_of_too_many_files(tmp_path, monkeypatch):
    path = write_zip(tmp_path / "db.zip", write_text(tmp_path / "db", tables()))
    monkeypatch.setattr(files, "MOST_FILES", 3)
    assert "more than any release of O*NET" in refuse(path)


def test_it_refuses_two_releases_in_one_zip(tmp_path):
    path = write_zip(tmp_path / "db.zip", write_text(tmp_path / "db", tables()))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("db_30_0_text/Skills.txt", "x")
    assert "twice" in refuse(path)


def test_it_refuses_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    folder = write_excel(tmp_path / "db", tables())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "a" * 50_000)
    (folder / "Skills.xlsx").write_bytes(packed.getvalue())
    monkeypatch.setattr("occupations.imports.tables.LARGEST_TABLE", 40_000)
    assert "it unpacks to 50,000 bytes" in refuse(folder)
