"""A line of a posting and the place where it stands."""

import re
from enum import StrEnum

import msgspec

# A line that promises equal treatment names protected groups, wherever it stands.
_EQUAL_OPPORTUNITY = re.compile(
    r"equal[- ](?:employment )?opportunit|(?:regardless|irrespective) of|without regard to|reasonable accommodation"
    r"|do(?:es)? not discriminate|protected veteran",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a section of a posting is about."""

    ABOUT = "about"
    COMPANY = "company"
    RESPONSIBILITIES = "responsibilities"
    REQUIRED = "required"
    NICE_TO_HAVE = "nice-to-have"
    COMPENSATION = "compensation"
    BENEFITS = "benefits"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    HOW_TO_APPLY = "how-to-apply"
    OTHER = "other"


TITLE_SECTION = -1  # the section of a place in the title
HEADING = -1  # the line of a place in a section's heading


class TextPlace(msgspec.Struct, frozen=True, order=True):
    """Where words stand: section and line by index from 0 (or TITLE, HEADING), and `text[start:end]` in that line."""

    section: int
    line: int
    start: int
    end: int


class Passage(msgspec.Struct, frozen=True):
    """A line where it stands, as the checks read it."""

    section: int
    line: int
    kind: Kind
    text: str
    bullet: bool = True
    is_boilerplate: bool = False  # equal-opportunity text

    def make_place(self, start: int, end: int) -> TextPlace:
        """A place in this line."""
        return TextPlace(self.section, self.line, start, end)


def is_equal_opportunity(kind: Kind, text: str) -> bool:
    """Whether a line promises equal treatment, by its section or by its words."""
    return kind is Kind.EQUAL_OPPORTUNITY or bool(_EQUAL_OPPORTUNITY.search(text))
