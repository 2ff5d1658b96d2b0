import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.documents.formats import DOCUMENT_FORMATS, file_name
from packs.documents.model import Document


def named(title: str, company: str = "") -> Document:
    return Document(title=title, company=company, blocks=())


@pytest.mark.parametrize(
    ("title", "company", "name"),
    [
        ("Technical PM", "Acme", "Acme - Technical PM.pdf"),
        ("R&D: [team] / x", "", "R D team x.pdf"),
        ("../../etc/passwd", "", "etc passwd.pdf"),
        ("C:\\x", "", "C x.pdf"),
        ("...", "", "Document.pdf"),
        ("con", "", "con_.pdf"),
        ("שלום", "日本", "日本 - שלום.pdf"),
        ("a\r\nSet-Cookie: x\u202e", "", "a Set-Cookie x.pdf"),
    ],
)
def test_a_name_is_readable_and_safe(title, company, name):
    assert file_name(named(title, company), DOCUMENT_FORMATS["pdf"]) == name


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_makes_a_name_that_a_system_refuses(title, company):
    name = file_name(named(title, company), DOCUMENT_FORMATS["docx"])
    assert re.fullmatch(r'[^<>:"/\\|?*\x00-\x1f]{1,101}\.docx', name)
    assert name == name.strip(" .")


def test_no_two_formats_of_a_document_have_the_same_name():
    names = {file_name(named("Technical PM", "Acme"), format_) for format_ in DOCUMENT_FORMATS.values()}
    assert len(names) == len(DOCUMENT_FORMATS)
    assert "Acme - Technical PM - LinkedIn.html" in names
