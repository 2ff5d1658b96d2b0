"""What a text holds and no reader sees: comments, marks of publishing systems, signs without width."""

import re
from html import unescape

from web.bullets import drop_no_width

_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_SHORTCODE = re.compile(
    r"\{\{[<%][^{}]{0,300}[%>]\}\}|\{%[^{}%]{0,300}%\}|\[/?[a-z]{2,20}_[a-z_]{2,40}(?: [^\[\]]{0,300})?\]"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,20}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


def drop_hidden(text: str) -> str:
    """A text without comments, shortcodes and characters of no width, which readers don't see."""
    for expression in (_COMMENT, _SHORTCODE):
        text = expression.sub("", text)
    return drop_no_width(text)


def resolve_entities(text: str) -> str:
    """A plain text in which HTML entities are replaced by their characters."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text)
