"""Word files as blocks. A file is looked at before it is unpacked, and read element by element, never as a tree."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable

from django.utils.translation import gettext as _
from lxml import etree

from packs.reading.blocks import TextBlock
from packs.reading.errors import DamagedFileError, TooLargeError
from packs.reading.word_styles import Styles
from packs.reading.word_text import WordText, holds_too_much

MOST_UNPACKED = 20_000_000  # bytes of all parts; pictures take the most of it
MOST_TEXT = 8_000_000  # bytes of the part that holds the text; a long job description has some 200,000
MOST_STYLES = 2_000_000
MOST_RELATIONS = 200_000
MOST_PARTS = 1000
_CHUNK = 65_536
_OFFICE_DOCUMENT = "/officeDocument"
_STYLES = "/styles"
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


def read_word_file(data: bytes) -> list[TextBlock]:
    """The blocks of a .docx file, tables cell by cell, each cell once.

    Raises TooLargeError where it holds more than a job description would, DamagedFileError where it is broken,
    encrypted or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_bombs(parts.infolist())
            return _list_blocks(parts)
    except TooLargeError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(
            _("We couldn’t read this Word file. Open it in your word processor, save it as .docx and try again.")
        ) from error


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse by the sizes that the file declares: no part can unpack to more than that."""
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise holds_too_much()


def _list_blocks(parts: zipfile.ZipFile) -> list[TextBlock]:
    document = _find_related(parts, "", _OFFICE_DOCUMENT)
    if document is None:
        raise KeyError(_OFFICE_DOCUMENT)
    styles = _find_related(parts, document, _STYLES)
    text = WordText(Styles(_list_elements(parts, styles, MOST_STYLES) if styles else None))
    parser = _make_parser(target=text)
    with _open_part(parts, document, MOST_TEXT) as part:
        while chunk := part.read(_CHUNK):
            parser.feed(chunk)
    blocks: list[TextBlock] = parser.close()
    return blocks


def _find_related(parts: zipfile.ZipFile, part: str, kind: str) -> str | None:
    """The name of the part that another one, or the file as a whole, names as its relation of a kind."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in parts.namelist():
        return None
    for relation in _list_elements(parts, relations, MOST_RELATIONS):
        if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).removeprefix("/")
    return None


def _list_elements(parts: zipfile.ZipFile, name: str, most: int) -> Iterable[etree._Element]:
    """The elements right below the root of a part."""
    with _open_part(parts, name, most) as part:
        return etree.fromstring(part.read(), _make_parser()).iterchildren(tag=etree.Element)


def _open_part(parts: zipfile.ZipFile, name: str, most: int) -> zipfile.ZipExtFile:
    if parts.getinfo(name).file_size > most:
        raise holds_too_much()
    return parts.open(name)  # type: ignore[return-value] # which reads no more than the size that is declared


def _make_parser(target: WordText | None = None) -> etree.XMLParser:
    return etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
