"""The text of a table: how its bytes are encoded, what separates its values, and its rows."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)  # Excel's own first line


def _register_other(name: str, encoding: str) -> None:
    """Make a name for `errors` by which bytes that aren't UTF-8 are read in another encoding."""

    def read_other(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return error.object[error.start : error.end].decode(encoding, errors="replace"), error.end

    codecs.register_error(name, read_other)


WINDOWS, MAC = "windows-1252", "mac-roman-cr"
_register_other(WINDOWS, "cp1252")
_register_other(MAC, "mac_roman")
# Within a word of small letters, these bytes are signs or capitals in Windows-1252, and accented letters in Mac Roman.
_MAC_LETTERS = re.compile(rb"[a-z][\x80-\x84\x86-\x91\x93-\x95\x98\x99\x9b\x9d\x9f][a-z]|[a-z][\x8a\x8c\x8e\x9f]")
NO_LETTER = "\N{REPLACEMENT CHARACTER}"  # where a byte is no letter of the encoding


def find_encoding(start: bytes) -> str:
    """The name of a text's encoding, by its first bytes: UTF-16 by its byte order mark, otherwise UTF-8 with or without
    one.
    """
    return "utf-16" if start.startswith(UTF_16) else "utf-8-sig"


def find_other_encoding(start: bytes) -> str:
    """How bytes that aren't UTF-8 are read, as a name for `errors`: as Mac Roman in a file whose lines end as those of
    old Macs do, which spreadsheets call CSV (Macintosh), or whose words are none in Windows-1252; as that in any other.
    """
    is_mac = (b"\r" in start and b"\n" not in start) or _MAC_LETTERS.search(start)
    return MAC if is_mac else WINDOWS


def decode_table(content: bytes) -> str:
    """The text in a file's bytes, read as Windows-1252 or Mac Roman where they aren't UTF-8."""
    return content.decode(find_encoding(content), errors=find_other_encoding(content))


class TableRowError(ValueError):
    """A row of a table that can't be read; the message names the row and says why."""


def split_table(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """The rows of a table's text. Raises TableRowError for one whose quotation marks don't fit together."""
    reader = csv.reader(lines, strict=True, delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise TableRowError(f"Row {number}: {_word_fault(error)}") from error
        if row is None:
            return
        yield row


def _word_fault(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "a quotation mark is never closed."
    if "field larger" in str(error):
        return "a cell is too long. Is a quotation mark missing?"
    return "words follow a closing quotation mark. Double each quotation mark inside a text."


def find_separator(first_line: str) -> str:
    """The separator of a table's values: the one that a line "sep=;" names, or the one that cuts the header into the
    most parts.
    """
    named = SEPARATOR_LINE.match(first_line)
    if named:
        return named[1]
    return max(SEPARATORS, key=lambda sign: len(next(csv.reader([first_line], delimiter=sign), [])))


def is_separator_line(line: str) -> bool:
    """Whether a line names the separator, such as "sep=;", and so isn't the header."""
    return bool(SEPARATOR_LINE.match(line))
