"""Every format says the words of the document, whatever they are."""

import re

import msgspec
from hypothesis import example, given
from markdown_it import MarkdownIt

from packs.documents import html_writer, json_writer, markdown_writer, text_writer
from packs.documents.inline import InlineLink, Strong
from packs.documents.model import AnswerSpace, Bullets, Document, Paragraph, Steps, block_lines

from .samples import documents, html_text, plain_words, said, show_colons

renderer = MarkdownIt("commonmark").enable("table")


@given(documents)
def test_html_says_the_same_words(document):
    assert said(html_text(html_writer.write_html(document))) == plain_words(document)


@given(documents)
def test_the_fragment_says_the_same_words(document):
    assert said(html_text(html_writer.write_fragment(document))) == plain_words(document)


@given(documents)
@example(Document(title="x", blocks=(Paragraph(("See!", InlineLink("here", "https://a.example"))),)))
@example(Document(title="x", blocks=(Paragraph((Strong("!"), InlineLink("here", "https://a.example"))),)))
@example(Document(title="x", blocks=(Paragraph(("1", Strong("(a)"), "b")),)))
def test_markdown_says_the_same_words(document):
    html = renderer.render(markdown_writer.write_markdown(document))
    assert said(html_text(html)) == plain_words(show_colons(document))


@given(documents)
def test_json_gives_the_document_back(document):
    assert msgspec.json.decode(json_writer.write_document_json(document), type=Document) == document


@given(documents)
def test_job_board_html_says_the_same_words(document):
    without_steps = Document(
        title=document.title, blocks=tuple(block for block in document.blocks if not isinstance(block, Steps))
    )
    for write in (html_writer.write_indeed, html_writer.write_linkedin):
        assert said(html_text(write(without_steps))) == plain_words(show_colons(without_steps))


@given(documents)
def test_plain_text_says_the_same_words(document):
    """Blocks one by one, as plain text draws bullets, numbers and lines with characters."""
    for block in document.blocks:
        text = text_writer.write_text(Document(title="", blocks=(block,)))
        for link in (inline for line in block_lines(block) for inline in line if isinstance(inline, InlineLink)):
            text = text.replace(f" ({link.url})", "", 1)
        marks = {Bullets: r"^-( |$)", Steps: r"^\d+\.( |$)", AnswerSpace: rf"^{text_writer.TITLE_RULE}$"}
        text = re.sub(marks.get(type(block), r"(?!)"), "", text, flags=re.MULTILINE)
        assert said(text) == plain_words(show_colons(Document(title="", blocks=(block,))))
