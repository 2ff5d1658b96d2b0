"""Bring your own: a pasted or uploaded job description as a Posting, split into sections and lines, and compared
with a role's kit. Pure functions; nothing is kept or logged.

    read_pasted(text) -> Posting        text, Markdown or HTML, whichever it is
    read_file(name, data) -> Posting    .docx, .odt, .pdf, .rtf, .html, .md, .txt
    compare(posting, kit) -> Comparison

What cannot be read raises a `ReadingError`, whose words are for the person who brought it.
"""

from packs.reading.comparing import PostingComparison, compare_with_kit
from packs.reading.errors import DamagedFileError, EmptyError, ReadingError, TooLargeError, UnknownFileError
from packs.reading.files import read_file, read_pasted

__all__ = [
    "DamagedFileError",
    "EmptyError",
    "PostingComparison",
    "ReadingError",
    "TooLargeError",
    "UnknownFileError",
    "compare_with_kit",
    "read_file",
    "read_pasted",
]
