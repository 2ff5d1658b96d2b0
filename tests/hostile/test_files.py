"""Odd files: refused with a reason or read, and within bounds of memory either way."""

import io
import random
import tracemalloc
import zipfile
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packs.reading import ReadingError, read_file
from roles.kit.files import KitFileError, read_kit
from roles.publishing.library_files import STARTER_LIBRARY
from tests.hostile.odd import ODD, values
from tests.packs.reading.test_formats import pdf_that_draws
from tests.packs.reading.test_reading import word_file

KIT = Path(STARTER_LIBRARY) / "technical-product-manager.yaml"
MOST = 64 * 1024**2  # bytes that reading one file may take at its peak
EXAMPLES = 200
fuzzed = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
WHOLE = word_file(("Planner", "Title"), ("Duties", "Heading 1"), ("Count the stock", "List Bullet"))


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def nested(depth):
    """Elements within elements."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{'<w:p>' * depth}{'</w:p>' * depth}</w:body></w:document>"


@cache
def make_bombs() -> dict[str, bytes]:
    return {
        "zip bomb": zipped({"word/document.xml": b" " * 50_000_000}),
        "zip with a path out": zipped({"../../etc/passwd": b"x", "word/document.xml": b"<x/>"}),
        "deep XML": zipped({"word/document.xml": nested(100_000)}),
        "an OpenDocument bomb": zipped({"content.xml": b"<a>" + b" " * 50_000_000}),
        "deep OpenDocument": zipped({"content.xml": "<a>" * 100_000 + "</a>" * 100_000}),
        "many groups of Rich Text": b"{\\rtf1" + b"{" * 500_000,
        "links of Rich Text without an end": b"{\\rtf1" + b'{\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt{' * 20_000,
        "a picture in Rich Text": b"{\\rtf1{\\pict " + b"0f" * 900_000 + b"}}",
        "a PDF that draws without end": pdf_that_draws(b"0 0 m " * 2_000_000),
        "many files": zipped({f"word/{number}.xml": b"" for number in range(20_000)}),
        "bytes": random.Random(1).randbytes(500_000),  # noqa: S311 # the same bytes each time
        "a deflate bomb that is no zip": zlib.compress(b"\0" * 50_000_000),
    }


@pytest.mark.parametrize("name", ["jd.docx", "jd.odt", "jd.pdf", "jd.rtf", "jd.html", "jd.md", "jd.txt"])
def test_bombs_take_little_memory(name, outcome):
    for what, data in make_bombs().items():
        tracemalloc.start()
        with suppress(ReadingError):
            read_file(name, data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < MOST, what
    outcome("bomb in an upload", len(make_bombs()), f"refused or read within {MOST // 1024**2} MB")


@pytest.mark.slow
def test_damaged_word_files(outcome):
    @fuzzed
    @given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.data())
    def read(changes, data):
        damaged = bytearray(WHOLE)
        for place, byte in changes:
            damaged[place] = byte
        with suppress(ReadingError):
            read_file("jd.docx", bytes(damaged[: data.draw(st.integers(1, len(WHOLE)))]))

    read()
    outcome("damaged .docx", EXAMPLES, "each refused kindly or read")


@pytest.mark.slow
@pytest.mark.django_db
def test_uploads(client, outcome):
    client.raise_request_exception = False
    names = st.sampled_from(
        ["a.docx", "a.md", "a.txt", "../../a.docx", "a.docx\0.txt", "a", ".docx", "a.exe", "ä" * 200]
    )

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(names, st.one_of(st.binary(max_size=2000), values.map(lambda text: text.encode(errors="replace"))))
    def upload(name, content):
        response = client.post("/review/", {"file": SimpleUploadedFile(name or "a", content), "text": ""})
        assert response.status_code in {200, 400, 422}, (name, content)

    upload()
    outcome("odd upload", 60, "0 answered 500")


@pytest.mark.slow
def test_damaged_kit_files(tmp_path, outcome):
    lines = KIT.read_text().splitlines(keepends=True)
    path = tmp_path / "kit.yaml"

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.integers(0, len(lines) - 1), st.one_of(values, st.sampled_from(["&a [*a]", "!!python/object:os.system x"]))
    )
    def read(place, odd):
        text = "".join([*lines[:place], odd, "\n", *lines[place + 1 :]])
        path.write_bytes(text.encode(errors="surrogatepass"))
        with suppress(KitFileError):
            read_kit(path)

    read()
    outcome("damaged kit file", 60, "each refused with its place, or read")


def test_kit_files_that_grow(tmp_path, outcome):
    aliases = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    deep = "[" * 100_000
    whole = yaml.safe_load(KIT.read_text())
    huge = {**whole, "skills": whole["skills"] * 2_000}
    path = tmp_path / "kit.yaml"
    for text in (aliases, deep, "title: " + "x" * 3_000_000, str(huge)[:3_000_000], *ODD):
        path.write_bytes(text.encode(errors="surrogatepass"))
        tracemalloc.start()
        with pytest.raises(KitFileError):
            read_kit(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < MOST
    outcome("kit file that grows or is none", 4 + len(ODD), f"refused within {MOST // 1024**2} MB")
