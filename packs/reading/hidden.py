"""What a text holds and no reader sees: comments, marks of publishing systems, signs without width."""

import re
from html import unescape

_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_SHORTCODE = re.compile(
    r"\{\{[<%][^{}]{0,300}[%>]\}\}|\{%[^{}%]{0,300}%\}|\[/?[a-z]{2,20}_[a-z_]{2,40}(?: [^\[\]]{0,300})?\]"
)
# No width, no sign of its own: zero-width space, soft hyphen, word joiner, mark of byte order. Other scripts need
# joiners and marks of direction, and so do emoji; between Latin letters they only part a word.
_NO_WIDTH = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff]|(?<=[A-Za-z])[\u034f\u200c-\u200f\ufe00-\ufe0f]+(?=[A-Za-z])"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,20}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


def drop_hidden(text: str) -> str:
    """A text without comments, shortcodes and characters of no width, which readers don't see."""
    for expression in (_COMMENT, _SHORTCODE):
        text = expression.sub("", text)
    return drop_no_width(text)


def drop_no_width(text: str) -> str:
    """A text without the characters of no width that would part a word for a search and for no reader."""
    return text if text.isascii() else _NO_WIDTH.sub("", text)


def resolve_entities(text: str) -> str:
    """A plain text in which HTML entities are replaced by their characters."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text)
