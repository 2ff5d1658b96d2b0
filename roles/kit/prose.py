"""A kit's texts as HTML: Markdown cleaned by an allow-list, and blanks such as [team] marked."""

from collections.abc import MutableMapping, Sequence
from html import unescape
from typing import Any

import nh3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from roles.kit.blanks import Blank, TextRun, split_blanks

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "mark"}
STRUCTURED_TAGS = TAGS - {"blockquote", "code", "mark"}  # those that search engines read in an answer
ATTRIBUTES = {"a": {"href"}, "mark": {"class"}}


def line_html(text: str) -> SafeString:
    """One line of plain text as HTML, escaped, with its blanks marked."""
    return format_html_join("", "{}", ((_run_html(run),) for run in split_blanks(text)))


def prose_html(text: str) -> SafeString:
    """Markdown as HTML. HTML in the text is escaped; headings and images become plain text."""
    html = nh3.clean(_markdown.render(text), tags=TAGS, attributes=ATTRIBUTES, link_rel="noopener")
    return mark_safe(html)  # noqa: S308 (cleaned by nh3)


def structured_html(text: str) -> str:
    """Markdown as the HTML that search engines accept in structured data; other tags are dropped and their text kept.

    https://developers.google.com/search/docs/appearance/structured-data/faqpage
    """
    return nh3.clean(prose_html(text), tags=STRUCTURED_TAGS, attributes={"*": set(), "a": {"href"}}, link_rel=None)


def plain_text(text: str) -> str:
    """Markdown as plain text on one line, without any markup."""
    return " ".join(unescape(nh3.clean(_markdown.render(text), tags=set())).split())


def _run_html(run: TextRun) -> str:
    return format_html('<mark class="blank">{}</mark>', str(run)) if isinstance(run, Blank) else run


def _render_text(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return line_html(tokens[index].content)


_markdown = MarkdownIt("commonmark", {"html": False})
_markdown.add_render_rule("text", _render_text)
