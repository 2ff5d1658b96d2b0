"""Pay is imported on the desk: shown before it is written, refused by row and column, and taken back."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from compensation.desk import importing
from compensation.desk.progress import GAP, Work
from compensation.models.history import PayImport
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import PaySummary
from tests.compensation import rows
from tests.compensation.test_generic_pay import survey
from tests.desk import signed_in

__all__ = ["survey"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("survey", "folder")]
IMPORT = "/admin/compensation/payimport/import/"
CHOSEN = {"kind": "records", "source": "survey", "dates": "ask", "quarter": ""}


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture(autouse=True)
def at_once(monkeypatch: Any, request: Any) -> None:
    """The work of a page in the thread of its test, whose rows no other thread sees."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr("compensation.desk.imports.respond_with_progress", respond_at_once)


def respond_at_once(page: str, work: Work) -> HttpResponse:
    start, middle, end = page.split(GAP)
    steps: list[str] = []
    outcome = work(steps.append)
    return HttpResponse("".join([start, *(f"<li>{step}</li>" for step in steps), middle, outcome, end]))


@pytest.fixture
def editor() -> Client:
    return signed_in("Editor")


def a_table(*changes: dict[str, str], separator: str = ",", before: str = "") -> str:
    made = [{**rows.GENERIC, "record_id": f"A-{place}", "pay": "90000", **one} for place, one in enumerate(changes)]
    lines = [separator.join(line) for line in ([*rows.GENERIC], *([*row.values()] for row in made))]
    return before + "\r\n".join(lines) + "\r\n"


def read(response: Any) -> str:
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode())


def send(editor: Client, content: str | bytes, **chosen: str) -> str:
    file = SimpleUploadedFile("pay.csv", content if isinstance(content, bytes) else content.encode())
    return read(editor.post(IMPORT, {**CHOSEN, "file": file, **chosen}))


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">', page))


def confirm(editor: Client, page: str, **chosen: str) -> str:
    return read(editor.post(IMPORT, {**hidden(page), **chosen}))


def counts(page: str) -> list[str]:
    """Rows read, new, replaced, withdrawn, there already, refused."""
    return re.findall(r"<td>([\d,]+)</td>", page[: page.index("</table>", page.index("Rows read"))])


def test_a_preview_writes_nothing_and_the_import_writes_what_it_said(editor: Client) -> None:
    page = send(editor, a_table({}, {"pay": "160.000"}))
    assert counts(page) == ["2", "1", "0", "0", "0", "1"]
    assert "PRODUCT MANAGER" in page
    assert not PayRecord.objects.exists()
    assert not PayImport.objects.exists()
    done = confirm(editor, page)
    assert counts(done) == ["2", "1", "0", "0", "0", "1"]
    assert PayRecord.objects.get().annual_base == 90_000
    assert f"/{PayImport.objects.get().pk}/take-back/" in done


def test_what_is_replaced_is_shown_with_its_value_before_and_after(editor: Client) -> None:
    confirm(editor, send(editor, a_table({})))
    page = send(editor, a_table({"pay": "95000"}))
    assert counts(page) == ["1", "0", "1", "0", "0", "0"]
    assert re.search(r"annual_base: <del>90000.00?</del> <ins>95000.00</ins>", page)
    assert "decided_on" not in page


def test_the_figures_follow_an_import(editor: Client) -> None:
    TitleMatch.objects.create(role="product-manager", title="PRODUCT MANAGER")
    confirm(editor, send(editor, a_table(*({"employer": f"E{place}"} for place in range(12)))))
    assert PaySummary.objects.filter(source="survey").exists()


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({"pay": "160.000"}, "pay", "an amount that can be read in two ways"),
        ({"date": "2062-03-31"}, "date", "a day in the future"),
        ({"area": "XX"}, "area", "no such area"),
        ({"currency": "ABC"}, "currency", "no such currency"),
        ({"unit": "Fortnight"}, "unit", "unknown unit of pay"),
        ({"title": ""}, "title", "no title"),
    ],
)
def test_a_refused_row_names_its_row_its_column_and_why(
    editor: Client, cells: dict[str, str], column: str, why: str
) -> None:
    page = " ".join(send(editor, a_table({}, cells)).split())
    assert re.search(rf'<th scope="row">3</th> <td>{column}</td> <td>{why}', page)


@pytest.mark.parametrize("pay", ["160.000,00", "160 000", "160'000", "160k", "160,000.00"])
def test_pay_is_read_as_any_country_writes_it(editor: Client, pay: str) -> None:
    confirm(editor, send(editor, a_table({"pay": pay}, separator=";")))
    assert PayRecord.objects.get().annual_base == 160_000


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_file_of_any_spreadsheet_is_read(editor: Client, separator: str, encoding: str) -> None:
    table = a_table({"title": "Señior Manager"}, separator=separator, before=f"sep={separator}\r\n")
    assert "SEÑIOR MANAGER" in send(editor, table.encode(encoding))


def test_rows_can_be_pasted(editor: Client) -> None:
    page = read(editor.post(IMPORT, {**CHOSEN, "pasted": a_table({}, separator="\t")}))
    assert counts(page)[:2] == ["1", "1"]


def test_a_date_that_can_be_read_in_two_ways_is_asked_about(editor: Client) -> None:
    page = send(editor, a_table({"date": "03/04/2026"}))
    assert "How does this file write April 3, 2026?" in page
    again = confirm(editor, page, dates="day-first", again="1")
    assert "2026-04-03" in again
    assert not PayRecord.objects.exists()
    confirm(editor, again)
    assert str(PayRecord.objects.get().decided_on) == "2026-04-03"


def test_an_import_that_would_do_something_else_than_was_shown_does_nothing(editor: Client) -> None:
    page = send(editor, a_table({}))
    confirm(editor, send(editor, a_table({"pay": "80000"})))
    assert "The records have changed since you looked" in confirm(editor, page)
    assert PayRecord.objects.get().annual_base == 80_000


def test_visa_filings_come_in_without_a_source(editor: Client) -> None:
    file = SimpleUploadedFile(
        "lca.csv",
        ",".join(rows.LCA_2020).encode()
        + b"\n"
        + ",".join(value.replace(",", "") for value in rows.LCA_2020.values()).encode(),
    )
    page = read(editor.post(IMPORT, {**CHOSEN, "kind": "filings", "source": "", "file": file}))
    assert counts(page)[:2] == ["1", "1"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a file, or paste rows."),
        (b"%PDF-1.7", "a table. Give a CSV file"),
        (b"PK\x03\x04broken", "is damaged"),
        (b"title,pay\nx,1\n", "no column RECORD_ID"),
        (b'record_id,title\n"x', "no column EMPLOYER"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(editor: Client, content: bytes, said: str) -> None:
    page = send(editor, content)
    assert said in page
    assert not re.search(r"Traceback|site-packages|/tmp/", page)


@pytest.mark.usefixtures("transactional_db")
def test_a_fault_of_ours_shows_no_code(editor: Client, monkeypatch: Any, caplog: Any) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("site-packages/secret.py")

    monkeypatch.setattr("compensation.desk.imports.preview_import", fail)
    page = send(editor, a_table({}))
    assert "This failed." in page
    assert page.rstrip().endswith("</html>")
    assert "secret.py" not in page
    assert "has failed" in caplog.text


@pytest.mark.usefixtures("transactional_db")
def test_progress_is_told_while_the_file_is_read(editor: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("compensation.imports.loading.ROWS_PER_STEP", 2)
    page = send(editor, a_table(*({} for _ in range(5))))
    assert "<li>pay.csv: 2 rows read.</li><li>pay.csv: 4 rows read.</li>" in page


def test_a_file_with_too_many_rows_is_left_to_a_command(editor: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(importing, "MOST_ROWS", 2)
    assert "more than 2 rows" in send(editor, a_table({}, {}, {}))
    assert counts(send(editor, a_table({}, {})))[0] == "2"


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(editor: Client, monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setattr(importing, "MOST_UNPACKED", 10)
    book = rows.write_workbook(tmp_path / "a.xlsx", rows.GENERIC).read_bytes()
    assert "too large for the desk" in send(editor, book)


def test_records_need_a_source(editor: Client) -> None:
    assert "Choose the source that the records are from." in send(editor, a_table({}), source="")


def test_a_file_that_waited_too_long_is_asked_for_again(editor: Client, settings: Any, tmp_path: Path) -> None:
    page = send(editor, a_table({}))
    settings.DATA_DIR = tmp_path / "another"
    answer = editor.post(IMPORT, hidden(page), follow=True)
    assert "Choose it again" in answer.content.decode()


@pytest.mark.slow
def test_an_import_is_taken_back_on_a_page_that_says_what_leaves(editor: Client) -> None:
    confirm(editor, send(editor, a_table({})))
    done = PayImport.objects.get()
    address = f"/admin/compensation/payimport/{done.pk}/take-back/"
    assert address in editor.get("/admin/compensation/payimport/").content.decode()
    assert "the 1 records that it added will be removed" in editor.get(address).content.decode()
    assert PayRecord.objects.exists()
    assert "has been undone" in editor.post(address, follow=True).content.decode()
    assert not PayRecord.objects.exists()
    assert editor.get(address).status_code == 404
    history = editor.get(f"/admin/compensation/payimport/{done.pk}/history/").content.decode()
    assert "Imported pay.csv on the desk." in history
    assert "Undone." in history


def test_an_author_may_import_no_pay() -> None:
    assert signed_in("Author").get(IMPORT).status_code == 403
    assert signed_in("Author", "b").post("/admin/compensation/payimport/1/take-back/").status_code == 403
