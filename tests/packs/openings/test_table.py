"""The table that openings are made from, in every way that spreadsheets write one."""

import io

import openpyxl
import pytest

from packs.openings.table import MOST_DRAFTS, TableRow, read_cells

ROW = TableRow(2, title="Développeur", place="Paris, France", pay="55000-65000")


@pytest.mark.parametrize(
    "content",
    [
        'Title,Place,Pay\nDéveloppeur,"Paris, France",55000-65000\n'.encode(),
        "\ufeffTitle;Place;Pay\r\nDéveloppeur;Paris, France;55000-65000\r\n".encode(),
        "Title;Place;Pay\nDéveloppeur;Paris, France;55000-65000".encode("windows-1252"),
        "Title\tPlace\tPay\nDéveloppeur\tParis, France\t55000-65000".encode("utf-16"),
        "sep=|\njob title|location|salary\nDéveloppeur|Paris, France|55000-65000".encode(),
        "pay;título;ciudad;notes\n55000-65000;Développeur;Paris, France;by May\n;;;\n".encode(),
    ],
    ids=["commas", "semicolons and a mark", "Windows-1252", "UTF-16 and tabs", "bars", "Spanish, another order"],
)
def test_a_text_is_read_whatever_wrote_it(content):
    assert read_cells(content).rows == [ROW]


def test_a_workbook_is_read_with_its_numbers():
    book = openpyxl.Workbook()
    book.active.append(["Title", "Place", "Pay"])
    book.active.append(["Cook", "Denver, CO", 28.5])
    stream = io.BytesIO()
    book.save(stream)
    assert read_cells(stream.getvalue()).rows == [TableRow(2, title="Cook", place="Denver, CO", pay="28.5000000000")]


@pytest.mark.parametrize("content", [b"%PDF-1.7 none", b"PK\x03\x04 broken", b'Title\n"open', b"\0\0"])
def test_what_is_no_table_is_none(content):
    assert read_cells(content) is None


def test_a_row_with_more_cells_than_columns_is_named():
    cells = read_cells(b"Title,Place\nCook,Denver, CO\nBaker,\n")
    assert cells.ragged == [2]
    assert [row.title for row in cells.rows] == ["Baker"]


def test_a_row_keeps_the_number_that_a_spreadsheet_shows():
    assert [row.number for row in read_cells(b"Title\n\n\nCook\n").rows] == [4]


def test_a_table_is_cut_at_its_limit_and_says_so():
    cells = read_cells(b"Title\n" + b"Cook\n" * (MOST_DRAFTS + 1))
    assert len(cells.rows) == MOST_DRAFTS
    assert cells.is_cut
    assert not read_cells(b"Title\n" + b"Cook\n" * MOST_DRAFTS).is_cut
