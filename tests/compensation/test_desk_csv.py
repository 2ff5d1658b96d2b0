"""The CSV that editors import: in any country's spreadsheet, and refused with the column where it can't be certain."""

from datetime import date
from io import BytesIO

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from compensation.csv_format import MARK, SpreadsheetCsv, SpreadsheetXlsx
from compensation.models.benchmark import Benchmark
from compensation.pay_law.table import add_missing, shipped_rules
from compensation.resources import BenchmarkResource, LinesWidget, PayLawRuleResource, TitleMatchResource
from tests.desk import signed_in
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
IMPORT = "/admin/compensation/benchmark/import/"


@pytest.fixture
def table() -> tablib.Dataset:
    a_published_kit()
    return BenchmarkResource().export()


def changed(table: tablib.Dataset, **cells: str) -> tablib.Dataset:
    rows = [{**row, **cells} if place == 0 else row for place, row in enumerate(table.dict)]
    return tablib.Dataset(*[tuple(row.values()) for row in rows], headers=table.headers)


def refusals(table: tablib.Dataset) -> str:
    result = BenchmarkResource().import_data(table, dry_run=True)
    return " ".join(str(row.error.message_dict) for row in result.invalid_rows)


@pytest.mark.parametrize("low", ["90.000", "90000.5", "ninety"])
def test_a_figure_that_is_not_certain_is_refused_with_its_column(table: tablib.Dataset, low: str) -> None:
    assert "'low'" in refusals(changed(table, low=low))


@pytest.mark.parametrize("low", ["90,000", "90 000", "90k"])
def test_a_figure_is_read_as_its_country_groups_it(table: tablib.Dataset, low: str) -> None:
    BenchmarkResource().import_data(changed(table, low=low))
    assert Benchmark.objects.filter(low=90_000).count() == 1


def test_a_level_that_the_role_has_not_is_refused(table: tablib.Dataset) -> None:
    assert "Wizard" in refusals(changed(table, level="Wizard"))


@pytest.mark.parametrize(("word", "meaning"), [("yes", True), ("TRUE", True), ("1", True), ("no", False), ("0", False)])
def test_yes_and_no_are_read_as_typed(word: str, meaning: bool) -> None:
    widget = PayLawRuleResource().fields["closed_range"].widget
    assert widget.clean(word) is meaning


@pytest.mark.parametrize("word", ["ja", "", "2", None])
def test_what_is_neither_yes_nor_no_is_refused(word: str | None) -> None:
    with pytest.raises(ValueError, match="1 for yes or 0 for no"):
        PayLawRuleResource().fields["closed_range"].widget.clean(word)


@pytest.mark.parametrize("typed", ["2025-04-03", "2025/04/03", "2025-04-03 00:00:00"])
def test_a_date_is_read_where_every_country_reads_the_same(typed: str) -> None:
    assert PayLawRuleResource().fields["effective_from"].widget.clean(typed) == date(2025, 4, 3)


@pytest.mark.parametrize("typed", ["03/04/2025", "3.4.2025", "03/04/25", "45658", "soon"])
def test_a_date_that_could_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="the year first"):
        PayLawRuleResource().fields["effective_from"].widget.clean(typed)


def test_an_empty_date_is_none() -> None:
    assert PayLawRuleResource().fields["effective_to"].widget.clean("") is None


def test_lines_may_end_as_old_spreadsheets_end_them() -> None:
    assert SpreadsheetCsv().create_dataset(b"role,name\rdata-analyst,X\r").dict == [
        {"role": "data-analyst", "name": "X"}
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_desk_reads_the_csv_of_any_spreadsheet(separator: str, encoding: str) -> None:
    text = f"role{separator}name\r\ndata-analyst{separator}Señior\r\n"
    assert SpreadsheetCsv().create_dataset(text.encode(encoding)).dict == [{"role": "data-analyst", "name": "Señior"}]


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_the_desk_reads_the_csv_of_a_mac(end: str) -> None:
    text = f"role,name{end}data-analyst,José García Núñez{end}"
    assert SpreadsheetCsv().create_dataset(text.encode("mac_roman")).dict[0]["name"] == "José García Núñez"


def test_words_of_windows_are_not_those_of_a_mac() -> None:
    name = "Don’t say “naïve” – señor, product–market"
    text = f"role,name\r\ndata-analyst,{name.replace(',', '')}\r\n"
    assert SpreadsheetCsv().create_dataset(text.encode("cp1252")).dict[0]["name"] == name.replace(",", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'role,name\nx,A\nx,"B', "Row 3: a quotation mark is never closed"),
        (b'role,name\nx,"A\nx,B\nx,C\n', "Row 2: a quotation mark is never closed"),
        (b'role,name\nx,"A" B\n', "Row 2: words follow a closing quotation mark"),
        (b"role,name\nx,A\nx,B,C\n", "Row 3 has more cells"),
        (b'role,name\nx,"' + b"A" * 200_000 + b'"\n', "Row 2: a cell is too long"),
    ],
)
def test_a_row_whose_cells_are_not_certain_is_refused_with_its_number(content: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        SpreadsheetCsv().create_dataset(content)


def test_marks_inside_of_a_cell_stay() -> None:
    assert SpreadsheetCsv().create_dataset(b'role,name\nx,A "b" c\n').dict == [{"role": "x", "name": 'A "b" c'}]


@pytest.mark.parametrize("second", ["low", " LOW "])
def test_a_column_that_stands_twice_is_refused(table: tablib.Dataset, second: str) -> None:
    rows = [(*row, "1") for row in table]
    result = BenchmarkResource().import_data(tablib.Dataset(*rows, headers=[*table.headers, second]), dry_run=True)
    assert "The column “low” appears twice." in result.base_errors[0].error


def test_a_row_that_is_there_twice_is_refused_with_the_number_of_the_first(table: tablib.Dataset) -> None:
    twice = {**table.dict[0], "low": "1"}
    twice["name"] = f" {str(twice['name']).upper()}"
    rows = tablib.Dataset(*[tuple(row.values()) for row in [*table.dict, twice]], headers=table.headers)
    result = BenchmarkResource().import_data(rows, dry_run=True)
    errors = [error.error for row in result.rows for error in row.errors]
    assert errors == ["This has the same role and name as row 2. Keep one of the two."]


def test_a_formula_that_has_failed_is_refused_with_its_column(table: tablib.Dataset) -> None:
    result = BenchmarkResource().import_data(changed(table, area="#N/A"), dry_run=True)
    errors = [error.error for row in result.rows for error in row.errors]
    assert errors == ["Column area: the spreadsheet shows the error #N/A here."]


def test_an_exported_table_carries_a_mark_and_comes_in_again(table: tablib.Dataset) -> None:
    written = SpreadsheetCsv().export_data(table)
    assert written.startswith(MARK)
    assert SpreadsheetCsv().create_dataset(written.encode()).dict == table.dict


@pytest.mark.parametrize("content", [b"\n\nrole,low\nx,1\n", b"\r\nrole;low\r\nx;1\r\n;\r\n", b"role,low\n,\nx,1\n,\n"])
def test_empty_rows_of_a_table_are_left_out(content: bytes) -> None:
    assert SpreadsheetCsv().create_dataset(content).dict == [{"role": "x", "low": "1"}]


@pytest.mark.parametrize(
    "content", ["role,low\nx,1\n".encode("utf-16-le"), "role,low\n".encode("utf-16-be"), b"\x89PNG\0"]
)
def test_bytes_that_are_no_text_are_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(ValueError, match="save it as CSV UTF-8"):
        SpreadsheetCsv().create_dataset(content)


@pytest.mark.parametrize("content", [b"name;low\nX;1\n", b'role,name\n"X', b"\x00\x01\x02"])
def test_a_file_that_is_no_table_of_ours_shows_no_traceback(content: bytes) -> None:
    page = signed_in("Author").post(IMPORT, {"format": "0", "import_file": SimpleUploadedFile("a.csv", content)})
    assert page.status_code == 200
    assert "Traceback" not in page.content.decode()
    assert "site-packages" not in page.content.decode()


def test_a_rule_that_is_exported_comes_in_unchanged() -> None:
    add_missing(shipped_rules())
    table = PayLawRuleResource().export()
    assert PayLawRuleResource().import_data(table, dry_run=True).totals["skip"] == len(table)


def test_the_lines_of_a_cell_lose_the_marks_of_a_list() -> None:
    assert LinesWidget().clean("• benefits\n- bonus") == ["benefits", "bonus"]


def a_workbook(table: tablib.Dataset) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (table.headers or [], *table):
        sheet.append([*row])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_workbook_of_rules_comes_in_without_a_change() -> None:
    add_missing(shipped_rules())
    table = PayLawRuleResource().export()
    read = SpreadsheetXlsx().create_dataset(a_workbook(table))
    result = PayLawRuleResource().import_data(read)
    assert (result.totals["skip"], result.has_errors()) == (len(table), False)


def test_the_cells_of_a_workbook_are_read_as_somebody_would_type_them() -> None:
    cells = tablib.Dataset((date(2026, 1, 2), True, 15.0, 1.5, None, "x"), headers=[*"abcdef"])
    read = SpreadsheetXlsx().create_dataset(a_workbook(cells))
    assert read[0] == ("2026-01-02", "yes", "15", "1.5", "", "x")


def test_what_is_no_workbook_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="a workbook"):
        SpreadsheetXlsx().create_dataset(b"slug;jurisdiction")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_rules_with_semicolons_come_in_without_a_change(encoding: str) -> None:
    add_missing([rule for rule in shipped_rules() if rule.slug != "ca-bc"])
    table = PayLawRuleResource().export()
    text = table.export("csv", delimiter=";")
    result = PayLawRuleResource().import_data(SpreadsheetCsv().create_dataset(text.encode(encoding)))
    assert (result.totals["skip"], result.has_errors()) == (len(table), False)


def test_an_error_names_its_column_and_its_row() -> None:
    add_missing(shipped_rules()[:2])
    rows = [{**row, "closed_range": "maybe"} for row in PayLawRuleResource().export().dict]
    table = tablib.Dataset(*[tuple(row.values()) for row in rows], headers=[*rows[0]])
    [first, second] = PayLawRuleResource().import_data(table, dry_run=True).invalid_rows
    assert (first.number, second.number) == (1, 2)
    assert [*first.error.message_dict] == ["closed_range"]


def shown(**posted: object) -> str:
    return signed_in("Author").post(IMPORT, {"resource": "0", **posted}).content.decode()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_pasted_rows_are_shown_before_they_are_written(table: tablib.Dataset, separator: str) -> None:
    text = changed(table, low="91000").export("csv", delimiter=separator)
    page = shown(pasted=f"\n{text}")
    assert "1 changed" in page
    assert "→ 91000" in page
    assert not Benchmark.objects.filter(low=91_000).exists()


def test_a_workbook_is_known_by_how_it_begins(table: tablib.Dataset) -> None:
    file = SimpleUploadedFile("ranges", a_workbook(changed(table, low="91000")))
    assert "1 changed" in shown(import_file=file)


def test_nothing_to_import_is_said() -> None:
    assert "Choose a file, or paste rows." in shown(pasted=" \n")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"role": "nobody"}, "Row 2, column <strong>role</strong>: There is no role “nobody.”"),
        ({"role": "technical-product-maneger"}, "Did you mean “technical-product-manager”?"),
        ({"source": "nowhere"}, "Row 2, column <strong>source</strong>: There is no source “nowhere.”"),
        ({"level": "Wizard"}, "Row 2, column <strong>level</strong>: No level of the role is named “Wizard.”"),
        ({"low": "90.000"}, "Row 2, column <strong>low</strong>: “90.000”: write a whole number"),
        ({"area": ""}, "Row 2, column <strong>area</strong>: This is empty"),
        ({"year": "MMXXVI"}, "Row 2, column <strong>year</strong>"),
    ],
)
def test_a_fault_names_its_row_and_column_in_words(table: tablib.Dataset, cells: dict[str, str], said: str) -> None:
    page = shown(pasted=changed(table, **cells).export("csv"))
    assert said in page
    assert "Import them" not in page


def test_a_header_that_lacks_a_column_or_has_another_is_refused(table: tablib.Dataset) -> None:
    page = shown(pasted="name\tlwo\ny\t1\n")
    assert "The table has no column “lwo.”" in page
    assert "There is no column “role.”" in page


def test_a_fault_that_is_none_of_the_editors_shows_no_code(table: tablib.Dataset, monkeypatch, caplog) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("site-packages/secret.py")

    monkeypatch.setattr(BenchmarkResource, "after_save_instance", fail)
    page = shown(pasted=changed(table, low="91000").export("csv"))
    assert "Row 2: This couldn’t be read or stored." in page
    assert "secret.py" not in page
    assert "a table couldn't be imported" in caplog.text


def refuse_all(*_: object, **__: object) -> None:
    raise ValueError("The site has changed.")


def test_a_fault_that_came_since_the_dry_run_keeps_all_rows_out(table: tablib.Dataset, monkeypatch) -> None:
    editor = signed_in("Author")
    preview = editor.post(IMPORT, {"resource": "0", "pasted": changed(table, low="91000").export("csv")})
    monkeypatch.setattr(BenchmarkResource, "before_import", refuse_all)
    confirmed = editor.post(
        "/admin/compensation/benchmark/process_import/", preview.context["confirm_form"].initial, follow=True
    )
    assert "Nothing was imported" in confirmed.content.decode()
    assert not Benchmark.objects.filter(low=91_000).exists()


@pytest.mark.parametrize(("cells", "column"), [({"role": "nobody"}, "role"), ({"level": "Wizard"}, "level")])
def test_a_title_counts_only_for_a_role_and_level_that_are_there(cells: dict[str, str], column: str) -> None:
    a_published_kit()
    row = {"role": "technical-product-manager", "level": "", "title": "TPM", **cells}
    table = tablib.Dataset(tuple(row.values()), headers=[*row])
    [fault] = TitleMatchResource().import_data(table, dry_run=True).invalid_rows
    assert column in fault.error.message_dict


def test_a_range_that_is_added_names_a_level_of_its_role() -> None:
    role = a_published_kit().role
    page = "/admin/compensation/benchmark/add/"
    posted = {"role": role.pk, "name": "New", "level": "Wizard", "low": 1, "high": 2, "kind": "base", "year": 2026}
    answer = signed_in("Author").post(page, posted)
    assert "No level of the role is named “Wizard.”" in answer.content.decode()
