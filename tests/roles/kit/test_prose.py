from hypothesis import given
from hypothesis import strategies as st

from roles.kit.prose import line_html, prose_html


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
