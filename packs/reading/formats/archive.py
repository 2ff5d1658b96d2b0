"""The zip files of word processors. A file is looked at before it is unpacked, and read as a stream, not as a tree."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from packs.reading.blocks import TextBlock
from packs.reading.errors import DamagedFileError, TooLargeError

MOST_UNPACKED = 20_000_000  # bytes of all parts; pictures take the most of it
MOST_TEXT = 8_000_000  # bytes of the part that holds the text; a long job description has some 200,000
MOST_PARTS = 1000
MOST_ELEMENTS = 200_000  # a long job description has some 5,000
_CHUNK = 65_536
# What the libraries raise for files that are broken in one way or another.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def holds_too_much() -> TooLargeError:
    """The error for a file with more in it than a job description has. Returned, not raised."""
    return TooLargeError(
        _("This file unpacks to far more text than a job description has. Copy the part you need and paste it.")
    )


@contextmanager
def open_archive(data: bytes, damaged: str) -> Iterator[zipfile.ZipFile]:
    """A context with the parts of a zip file. Raises TooLargeError by the sizes it declares, which no part can exceed,
    and DamagedFileError with the message `damaged` for any other error.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
                raise holds_too_much()
            yield parts
    except TooLargeError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(damaged) from error


def open_part(parts: zipfile.ZipFile, name: str, most: int) -> zipfile.ZipExtFile:
    """One part of a file, open to be read. Raises TooLargeError where it is larger than `most` bytes."""
    if parts.getinfo(name).file_size > most:
        raise holds_too_much()
    return parts.open(name)  # type: ignore[return-value] # which reads no more than the size that is declared


def parse_part(parts: zipfile.ZipFile, name: str, target: Any) -> list[TextBlock]:
    """The blocks that a parser's target makes of the part `name`. Raises TooLargeError, or the parser's error for a
    damaged part.
    """
    parser = make_parser(target)
    with open_part(parts, name, MOST_TEXT) as part:
        while chunk := part.read(_CHUNK):
            parser.feed(chunk)
    blocks: list[TextBlock] = parser.close()
    return blocks


def make_parser(target: Any = None) -> etree.XMLParser:
    """An XML parser that loads nothing from elsewhere, resolves no entities and refuses huge trees."""
    return etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
