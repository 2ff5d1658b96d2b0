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
        "Title;Place;Pay\rDéveloppeur;Paris, France;55000-65000\r".encode("mac_roman"),
        '\u200bJob title*,Location(s),Salary\nDévelop\u00adpeur,"Paris,\u00a0 France",55000-65000\n'.encode(),
    ],
    ids=[
        *("commas", "semicolons and a mark", "Windows-1252", "UTF-16 and tabs", "bars", "Spanish, another order"),
        *("Mac Roman", "what nobody sees"),
    ],
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


@pytest.mark.parametrize("content", [b"%PDF-1.7 none", b"PK\x03\x04 broken", b"\0\0"])
def test_what_is_no_table_is_none(content):
    assert read_cells(content) is None


def test_windows_text_is_not_taken_for_that_of_a_mac():
    words = "Title,Place\nDéveloppeur à l’œuvre – Škoda,Žďár\n".encode("windows-1252", errors="ignore")
    assert read_cells(words).rows[0].title == "Développeur à l’œuvre – Škoda"


@pytest.mark.parametrize(
    ("content", "row"),
    [('Title\n"open', 2), ('Title,Place\nCook,Bonn\nBaker,"Bonn\nSmith,"Ulm"\n', 3), ('Title\n"a" b', 2)],
)
def test_quotation_marks_that_do_not_match_are_placed(content, row):
    assert read_cells(content.encode()).misquoted == row


def test_what_stands_above_the_header_is_left_out():
    cells = read_cells(b"Openings in spring,,\n,,\nTitle,Place,Pay\nCook,Bonn,90000\n")
    assert cells.rows == [TableRow(4, title="Cook", place="Bonn", pay="90000")]


def test_of_two_names_for_one_thing_the_first_that_says_anything_counts():
    rows = read_cells(b"Title,City,Location\nCook,Bonn,\nBaker,Ulm,Head office\n").rows
    assert [row.place for row in rows] == ["Bonn", "Head office"]


@pytest.mark.parametrize(("second", "doubled"), [("Ulm", ["Place"]), ("", []), ("Bonn", [])])
def test_two_columns_of_one_name_may_not_disagree(second, doubled):
    assert read_cells(f"Title,Place,Place\nCook,Bonn,{second}\n".encode()).doubled == doubled


def test_columns_that_no_opening_takes_are_named():
    assert read_cells(b"Title,Team,Empty\nCook,Kitchen,\n").unread == ["Team"]


@pytest.mark.parametrize(
    ("header", "pay"), [("Pay (EUR)", "90000 EUR"), ("Salary [per month]", "90000 per month"), ("Pay (TBC?)", "90000")]
)
def test_what_a_header_says_of_pay_holds_for_each_figure(header, pay):
    assert read_cells(f"Title,{header}\nCook,90000\nBaker,\n".encode()).rows == [
        TableRow(2, title="Cook", pay=pay),
        TableRow(3, title="Baker"),
    ]


def test_the_line_below_the_header_of_a_markdown_table_is_no_row():
    assert [row.number for row in read_cells(b"| Title | Pay |\n|---|:--:|\n| Cook | 90000 |\n").rows] == [3]


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
