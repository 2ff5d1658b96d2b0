import re

from hypothesis import given
from hypothesis import strategies as st

from roles.kit.prose import line_html, prose_html, structured_html

STRUCTURED = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}  # of those that Google names


def test_a_blank_is_marked_and_keeps_its_brackets():
    assert line_html("Join [team].") == 'Join <mark class="blank">[team]</mark>.'


def test_two_blanks_are_two_marks():
    assert line_html("[a] and [b]").count('<mark class="blank">') == 2


def test_brackets_around_nothing_are_no_blank():
    assert line_html("[] and [ ]") == "[] and [ ]"


def test_a_line_is_escaped_inside_a_blank_too():
    assert line_html("[<b>]") == '<mark class="blank">[&lt;b&gt;]</mark>'


@given(st.text())
def test_no_tag_gets_through_a_line(text):
    html = line_html(text).replace('<mark class="blank">', "").replace("</mark>", "")
    assert "<" not in html


def test_markdown_becomes_paragraphs():
    assert prose_html("One.\n\nTwo *now*.") == "<p>One.</p>\n<p>Two <em>now</em>.</p>\n"


def test_markdown_marks_blanks_but_not_links():
    html = prose_html("Ask [team] about [the guide](https://example.org/).")
    assert '<mark class="blank">[team]</mark>' in html
    assert '<a href="https://example.org/" rel="noopener">the guide</a>' in html


def test_html_in_markdown_comes_out_as_text():
    assert prose_html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


def test_a_link_to_a_script_is_no_link():
    assert "href" not in prose_html("[now](javascript:alert(1))")


def test_headings_and_images_lose_their_tags():
    html = prose_html("# Title\n\n![alt](https://example.org/x.png)")
    assert "<h1" not in html
    assert "<img" not in html


def test_structured_data_keeps_the_tags_that_search_engines_read_and_the_words_of_others():
    markdown = "# Pay\n\n> Ask [team] about **base**.\n\n1. `bonus`\n2. [guide](https://example.org/ 'g')"
    html = structured_html(markdown)
    assert {*re.findall(r"<(\w+)", html)} == {"p", "strong", "ol", "li", "a"}
    assert ("Pay" in html, "Ask [team] about" in html, "bonus" in html) == (True, True, True)
    assert '<a href="https://example.org/">guide</a>' in html


@given(st.text(alphabet="#*_`>[]()-1. ab\n<!&"))
def test_no_markdown_and_no_other_tag_is_left_in_structured_data(text):
    assert {*re.findall(r"</?(\w+)", structured_html(text))} <= STRUCTURED
