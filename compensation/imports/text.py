"""The text of a table: how its bytes are encoded, and what separates its values."""

import codecs
import csv
import re

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)  # Excel's own first line


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("windows-1252", _as_windows_1252)


def find_encoding(start: bytes) -> str:
    """The name of a text's encoding, by its first bytes: UTF-16 by its byte order mark, otherwise UTF-8 with or without
    one.
    """
    return "utf-16" if start.startswith(UTF_16) else "utf-8-sig"


def decode_table(content: bytes) -> str:
    """The text in a file's bytes, read as Windows-1252 where they aren't UTF-8."""
    return content.decode(find_encoding(content), errors="windows-1252")


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
