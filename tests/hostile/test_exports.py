"""Text that means something to a format, through every way out of the site: it comes out as that text."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from compensation.formulas import FORMULA, as_typed
from compensation.models.benchmark import Benchmark
from compensation.resources import BenchmarkResource
from packs.documents.formats import DOCUMENT_FORMATS
from tests.factories import a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
WORKBENCH = "/roles/technical-product-manager/job-description/"
HOSTILE = [
    "<script>alert(1)</script>", "</script><svg onload=x>", "]]><w:p/>", "&lt;b&gt;", "#panic[x]",
    '#read("/etc/passwd")',
    "[a](javascript:x)", "**x** __y__", "{{ 7*7 }}", "{% load x %}", "=1+1", "@SUM(A1)", "../../etc/passwd", "a\u202eb",
    'name".exe', "C:\\con", "a;filename=b", "'=1+1",
]  # fmt: skip
READ_BACK = {"docx", "pdf", "text"}
MARKUP = {"html", "indeed", "linkedin", "markdown"}
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def plain(response):
    """The words of a download, read back by another program than the one that wrote it."""
    body, kind = response.content, response.headers["Content-Type"]
    if "wordprocessingml" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            document = ElementTree.fromstring(file.read("word/document.xml"))  # noqa: S314 # the site's own
            return "".join(text.text or "" for text in document.iter(TEXT))
    if kind == "application/pdf":
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return body.decode()


def squeezed(text):
    return re.sub(r"[\s\u202a-\u202e]", "", text)


@pytest.mark.slow
@pytest.mark.parametrize("wanted", sorted(DOCUMENT_FORMATS))
def test_every_download(client, wanted, outcome):
    a_published_kit()
    for hostile in HOSTILE:
        response = client.post(WORKBENCH, posted(format=wanted, title=hostile, company=hostile))
        assert response.status_code == 200
        disposition = response.headers["Content-Disposition"]
        assert disposition.startswith("attachment; filename")
        assert not re.search(r"[\r\n/\\<>]", disposition.replace("utf-8''", ""))
        text = plain(response)
        if wanted in READ_BACK:
            assert squeezed(hostile) in squeezed(text), hostile
        if wanted in MARKUP:
            assert not re.search(r"(?<!\\)<(script|svg|w:p)\b", text), hostile
    outcome("hostile text in a download", len(HOSTILE), "comes out as text, in a file with a safe name")


@pytest.mark.slow
def test_data_for_search_engines(client, outcome):
    for hostile in HOSTILE:
        a_published_kit(summary=f"Reads {hostile} and goes on.", slug="technical-product-manager")
        html = client.get("/roles/technical-product-manager/").content.decode()
        blocks = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)
        descriptions = [json.loads(block).get("description") for block in blocks]
        assert f"Reads {hostile} and goes on." in descriptions
        assert "<script>alert" not in html
        assert "<svg onload" not in html
    outcome("hostile text in JSON-LD", len(HOSTILE), "stays within its string")


def test_tables_of_the_desk(admin_client, outcome):
    role = a_published_kit().role
    first = role.benchmarks.first()
    role.benchmarks.exclude(pk=first.pk).delete()
    for hostile in HOSTILE:
        Benchmark.objects.filter(pk=first.pk).update(area=hostile)
        answer = admin_client.post("/admin/compensation/benchmark/export/", {"format": "0", "resource": ""})
        header, row = csv.reader(io.StringIO(answer.content.decode()))
        cell = dict(zip(header, row, strict=True))["area"]
        assert as_typed(cell) == hostile
        assert not cell.startswith(FORMULA)
    outcome("hostile text in a CSV file", len(HOSTILE), "no formula")


@pytest.mark.parametrize("area", ["=1+1", "'=1+1", "''@x", "it's", "'"])
def test_a_table_of_the_desk_comes_in_as_it_went_out(area):
    role = a_published_kit().role
    Benchmark.objects.filter(role=role).update(area=area)
    dataset = BenchmarkResource().export()
    result = BenchmarkResource().import_data(dataset, dry_run=False)
    assert not result.has_errors()
    assert result.totals["skip"] == role.benchmarks.count()
    assert {*role.benchmarks.values_list("area", flat=True)} == {area}
