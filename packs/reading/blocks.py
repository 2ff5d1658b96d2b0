"""Blocks: what every reader makes of its format, before headings become sections."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec
from django.utils.translation import gettext as _

from packs.documents.inline import clean_text
from packs.limits import MOST_LINES
from packs.reading.errors import TooLargeError
from packs.reading.hidden import drop_hidden

_SPACES = re.compile(r"\s+")
# Letters that a font sets as one sign, which a PDF says for its words.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# A line that says only what the figure of the line before is for, as pages of jobs set it.
_PERIOD_ALONE = re.compile(
    r"\(?(?:(?:per|an?|each|/)\s?)(?:hour|hr|day|week|month|year|annum)\)?\.?|(?:hour|week|month|year|annual)ly\.?",
    re.IGNORECASE,
)


# The ends of a range of pay on lines of their own: Minimum: $12.00, Midpoint: $14.50, Maximum: $17.00.
_SUM = r"\W{0,3}[$£€]\s?\d[\d,.]{0,12}"
_LOWER_END = re.compile(rf"min(?:imum)?\b{_SUM}(?:, mid(?:point)?\b{_SUM})?", re.IGNORECASE)
_UPPER_END = re.compile(rf"(?:mid(?:point)?|max(?:imum)?)\b{_SUM}", re.IGNORECASE)


class BlockRole(StrEnum):
    """The role of a block in its document. A strong paragraph may be a heading."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"


class TextBlock(msgspec.Struct, frozen=True):
    """A line of text with its role, the level of a heading from 1, and whether a gap is before it."""

    text: str
    role: BlockRole = BlockRole.PARAGRAPH
    level: int = 0
    gap: bool = True

    @property
    def is_bullet(self) -> bool:
        """Whether it is a point of a list."""
        return self.role is BlockRole.BULLET


def refuse_many(blocks: int) -> None:
    """Raise TooLargeError where there are more lines than a job description has, not counting its title. A reader calls
    it as it goes, so that it stops early.
    """
    if blocks > MOST_LINES + 1:
        raise TooLargeError(_("This text has more than 500 lines. Check one job description at a time."))


def tidy_text(text: str) -> str:
    """A text on one line: hidden parts and control characters removed, ligatures written out, single spaces."""
    return _SPACES.sub(" ", clean_text(drop_hidden(text)).translate(_LIGATURES)).strip()


def tidy_blocks(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """The cleaned blocks, without empty ones. Raises TooLargeError where there are too many."""
    result: list[TextBlock] = []
    for block in _list_tidy(blocks):
        if result and _PERIOD_ALONE.fullmatch(block.text) and result[-1].text[-1:].isdigit():
            result[-1] = msgspec.structs.replace(result[-1], text=f"{result[-1].text} {block.text}")
        elif result and _UPPER_END.fullmatch(block.text) and _LOWER_END.fullmatch(result[-1].text):
            result[-1] = msgspec.structs.replace(result[-1], text=f"{result[-1].text}, {block.text}")
        else:
            result.append(block)
            refuse_many(len(result))
    return result


def _list_tidy(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    for block in blocks:
        text = tidy_text(block.text)
        if text:
            yield msgspec.structs.replace(block, text=text)
