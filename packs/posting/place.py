"""Where words stand in a posting."""

import msgspec

TITLE_SECTION = -1  # the section of a place in the title
HEADING = -1  # the line of a place in a section's heading


class TextPlace(msgspec.Struct, frozen=True, order=True):
    """Where words stand: section and line by index from 0 (or TITLE_SECTION, HEADING), and `text[start:end]` in it."""

    section: int
    line: int
    start: int
    end: int
