"""Twice the text costs about twice the time, in every expression of the site and in all that reads or writes a text."""

import re

import pytest

from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.model import Document, Paragraph
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.reading import ReadingError, compare_with_kit, read_file, read_pasted
from packs.review.check import review_posting
from packs.review.showing import list_highlights
from roles.kit.blanks import distinct_blanks, fill_blanks, split_blanks
from tests.factories import technical_pm
from tests.hostile.expressions import UNITS, expressions, hard_texts
from tests.hostile.growth import grows_steeply, is_steep

PARTS = 8  # of the expressions, so that several processes can share them
WORDS = [
    "leader support ", "customer support leader ", "rockstar ", "rock star. ", "a an independent ", "Mr. A ", "e.g. B ",
    "5 years ", "5 years of experience ", "$1 ", "$1-$2 a year ", "[a] ", "[a", "TBD ", "benefits ", "apply by ", "AI ",
    "deadline ", "You. We ", "native english speaker ", "salary history ", "about us ", "</b>", "<b>", "<p>x",
    "<b a=1>", "<i>**a** ", "**a**", "> ", "- a\n", "# a\n\n", "`a", "[a](b", "![", "a_b ", "\\", "<table><td>",
    "<ul><li>", "&amp", "<!a",
]  # fmt: skip


def finds_all(pattern):
    def run(text):
        for _ in pattern.finditer(text):
            pass

    return run


def is_slow(pattern):
    return any(is_steep(finds_all(pattern), text) for text in hard_texts(pattern))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_expression_of_the_site_slows_down_as_a_text_grows(part, outcome):
    found = dict([*expressions().items()][part::PARTS])
    assert len(found) > 100 // PARTS
    assert [name for name, pattern in found.items() if is_slow(pattern)] == []
    outcome(
        "expression of the site over texts of 10,000 and 20,000 characters",
        len(found),
        "twice the text, twice the time",
    )


@pytest.mark.parametrize("slow", ["<p[^>]*>", r"(?:your |key )*duties"])
def test_an_expression_that_does_is_found(slow):
    assert is_slow(re.compile(slow))


def reads(text):
    try:
        return read_pasted(text)
    except ReadingError:
        return None


def reads_markdown(text):
    try:
        return read_file("jd.md", text.encode())
    except ReadingError:
        return None


def reviews(text):
    sections = tuple(
        PostingSection(kind=kind, lines=(PostingLine(text),)) for kind in (Kind.REQUIRED, Kind.COMPENSATION)
    )
    posting = Posting(title="Planner", sections=sections)
    return [*list_highlights(posting, review_posting(posting))]


def compares(text):
    return compare_with_kit(
        Posting(title="", sections=(PostingSection(kind=Kind.REQUIRED, lines=(PostingLine(text),)),)), technical_pm()
    )


def fills(text):
    return fill_blanks(text, {blank.name: "x" for blank in distinct_blanks([text])})


def writes(text):
    document = Document(title="", blocks=(Paragraph(split_blanks(text)),))
    return [DOCUMENT_FORMATS[name].export_document(document) for name in ("text", "markdown", "html", "docx")]


@pytest.mark.slow
@pytest.mark.parametrize("work", [reads, reads_markdown, reviews, compares, fills, writes])
def test_no_work_on_a_text_slows_down_as_it_grows(work, outcome):
    units = [*dict.fromkeys([*WORDS, *UNITS])]
    slow = [unit for unit in units if grows_steeply(work, lambda size, unit=unit: unit * (size // len(unit)))]
    assert slow == []
    outcome(f"hard text that the site {work.__name__}", len(units), "twice the text, twice the time")
