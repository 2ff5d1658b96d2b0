"""The usual headings of a job description, and the kind of section that each opens."""

import re
from pathlib import Path

import msgspec

from packs.posting.value import Kind

LONGEST_HEADING_LINE = 60
MOST_HEADING_WORDS = 8

_FILE = Path(__file__).with_name("headings.yaml")
_KINDS = msgspec.yaml.decode(_FILE.read_bytes(), type=dict[Kind, list[str]])
_COMPILED = tuple((kind, re.compile(rf"\A(?:{'|'.join(words)})", re.IGNORECASE)) for kind, words in _KINDS.items())
_DECORATION = re.compile(r"^[\W\d_]+")


def kind_of(heading: str) -> Kind | None:
    """The kind of section that a heading opens, or None where its words are not usual ones."""
    words = _DECORATION.sub("", heading).strip(" :")
    if not _is_short(words):
        return None
    return next((kind for kind, expression in _COMPILED if expression.match(words)), None)


def is_heading(text: str, *, strong: bool = False) -> bool:
    """Whether a line that no format marks as one reads as a heading: usual words, or strong, or in capitals."""
    if not _is_short(text) or text.endswith((".", "!", ";", ",")):
        return False
    if strong or (text.isupper() and len(text) > 3):  # noqa: PLR2004 an acronym alone is no heading
        return True
    return kind_of(text) is not None and ":" not in text.rstrip(": ")


def _is_short(text: str) -> bool:
    return 0 < len(text) <= LONGEST_HEADING_LINE and len(text.split()) <= MOST_HEADING_WORDS
