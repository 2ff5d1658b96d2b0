import pytest
from hypothesis import given

from packs.documents import html_writer
from packs.documents.inline import Emphasis, InlineLink, Strong
from packs.documents.model import AnswerSpace, Column, Document, Heading, Paragraph, Steps, Table
from roles.kit.blanks import fill_blanks, split_blanks

from .samples import documents, html_tags

SAFE = {"p", "br", "ul", "li", "strong", "em"}


def tags(html: str) -> set[str]:
    return {tag for tag, _ in html_tags(html)}


@given(documents)
def test_linkedin_gets_the_safe_subset_without_attributes(document):
    found = html_tags(html_writer.write_linkedin(document))
    assert {tag for tag, _ in found} <= SAFE
    assert not [attributes for _, attributes in found if attributes]


@given(documents)
def test_indeed_gets_headings_and_tables_without_attributes(document):
    found = html_tags(html_writer.write_indeed(document))
    assert {tag for tag, _ in found} <= SAFE | {"h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "th", "td"}
    assert not [attributes for _, attributes in found if attributes]


def test_a_blank_is_marked_and_typed_brackets_are_not():
    document = Document(title="JD", blocks=(Paragraph(fill_blanks("Join [team] at [company]", {"team": "[x]"})),))
    assert "<p>Join [x] at <mark>[company]</mark></p>" in html_writer.write_fragment(document)


def test_only_the_three_characters_that_must_be_are_escaped():
    document = Document(title="", blocks=(Paragraph(("R&D “it’s” <b> – 5\u00a0km",)),))
    assert html_writer.write_linkedin(document) == "<p>R&amp;D “it’s” &lt;b&gt; – 5\u00a0km</p>\n"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "https://", "x", "http://["])
def test_a_link_that_leads_nowhere_safe_is_text(url):
    document = Document(title="", blocks=(Paragraph((InlineLink("here", url),)),))
    assert html_writer.write_fragment(document) == "<p>here</p>\n"


def test_an_address_stays_inside_its_attribute():
    document = Document(title="", blocks=(Paragraph((InlineLink("x", 'https://a.example/"><script>'),)),))
    assert html_writer.write_fragment(document) == '<p><a href="https://a.example/%22%3E%3Cscript%3E">x</a></p>\n'


def test_the_page_names_its_language_direction_and_title():
    page = html_writer.write_html(Document(title="A < B", blocks=(), language="he"))
    assert '<html lang="he" dir="rtl">' in page
    assert "<title>A &lt; B</title>" in page


def test_boards_see_tables_and_steps_as_paragraphs():
    table = Table((Column(("Level",)), Column(("Pay",))), ((("Senior",), ("$200K",)),))
    document = Document(title="", blocks=(table, Steps((("Apply",), ("Talk",)))))
    assert html_writer.write_linkedin(document) == (
        "<p>Level<br>Pay</p><p>Senior<br>$200K</p>\n<p>1. Apply<br>2. Talk</p>\n"
    )


def test_room_for_an_answer_is_drawn_on_the_page_and_left_out_for_boards():
    document = Document(title="", blocks=(AnswerSpace("Evidence", 2),))
    assert html_writer.write_fragment(document).count("<div></div>") == 2
    assert html_writer.write_indeed(document) == "<p><strong>Evidence</strong></p>\n"


def test_marked_words_are_strong_and_stressed():
    document = Document(
        title="T", blocks=(Heading(split_blanks("About [team]")), Paragraph((Strong("a"), Emphasis("b"))))
    )
    assert html_writer.write_linkedin(document) == (
        "<p><strong>T</strong></p>\n<p><strong>About [team]</strong></p>\n<p><strong>a</strong><em>b</em></p>\n"
    )


def test_an_address_in_a_text_is_a_link_only_where_links_are_taken():
    document = Document(title="x", blocks=(Paragraph(("Write to jobs@a.example.",)),))
    link = '<a href="mailto:jobs@a.example">jobs@a.example</a>.'
    assert link in html_writer.write_html(document)
    assert "<p>Write to jobs@a.example.</p>" in html_writer.write_linkedin(document)


def test_a_line_of_another_direction_says_so():
    document = Document(title="x", blocks=(Paragraph(("שלום Tel Aviv",)), Paragraph(("Tel Aviv שלום",))))
    written = html_writer.write_html(document)
    assert '<p dir="rtl">שלום Tel Aviv</p>' in written
    assert "<p>Tel Aviv שלום</p>" in written
    assert "dir=" not in html_writer.write_indeed(document)


def test_a_line_of_the_language_of_the_document_says_nothing():
    written = html_writer.write_html(Document(title="x", blocks=(Paragraph(("שלום",)),), language="he"))
    assert "<p>שלום</p>" in written
