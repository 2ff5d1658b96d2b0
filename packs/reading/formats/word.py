"""Word files as blocks."""

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from django.utils.translation import gettext as _
from lxml import etree

from packs.reading.blocks import TextBlock
from packs.reading.formats.archive import make_parser, open_archive, open_part, parse_part
from packs.reading.formats.word_styles import Styles
from packs.reading.formats.word_text import WordText

MOST_STYLES = 2_000_000
MOST_RELATIONS = 200_000
_OFFICE_DOCUMENT = "/officeDocument"
_STYLES = "/styles"
_MARGINS = ("/header", "/footer", "/footnotes", "/endnotes")
MOST_MARGINS = 20  # three headers and three footers for each of three sections, and the notes
_PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?", re.IGNORECASE)


class WordFile(NamedTuple):
    """The blocks of a Word file, and the lines around its text: of headers, footers and notes, each once."""

    blocks: list[TextBlock]
    margins: list[str]


def read_word_file(data: bytes) -> WordFile:
    """What a .docx file says, tables cell by cell. Raises TooLargeError beyond the size of a job description, and
    DamagedFileError for a damaged or encrypted file or another kind of file.
    """
    damaged = _("We couldn’t read this Word file. Open it in your word processor, save it as .docx and try again.")
    with open_archive(data, damaged) as parts:
        return _read_parts(parts)


def _read_parts(parts: zipfile.ZipFile) -> WordFile:
    document = next(_find_related(parts, "", (_OFFICE_DOCUMENT,)), None)
    if document is None:
        raise KeyError(_OFFICE_DOCUMENT)
    found = next(_find_related(parts, document, (_STYLES,)), None)
    styles = Styles(_list_elements(parts, found, MOST_STYLES) if found else None)
    blocks = parse_part(parts, document, WordText(styles, _list_addresses(parts, document)))
    names = [*islice(_find_related(parts, document, _MARGINS), MOST_MARGINS)]
    around = [
        " ".join(block.text.split())
        for name in names
        if name in parts.namelist()
        for block in parse_part(parts, name, WordText(styles, _list_addresses(parts, name)))
    ]
    said = {" ".join(block.text.split()) for block in blocks}
    return WordFile(blocks, [line for line in dict.fromkeys(around) if _says_something(line) and line not in said])


def _says_something(line: str) -> bool:
    """Whether a line has a word, and not only the number of a page."""
    return any(sign.isalpha() for sign in line) and not _PAGE_NUMBER.fullmatch(line)


def _list_addresses(parts: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Where the links of a part lead to, by the id of each."""
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _list_relations(parts, part)
        if relation.get("TargetMode") == "External"
    }


def _find_related(parts: zipfile.ZipFile, part: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """The names of the parts that another one, or the file as a whole, names as its relations of some kinds."""
    folder = posixpath.dirname(part)
    for relation in _list_relations(parts, part):
        if str(relation.get("Type", "")).endswith(kinds) and relation.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).removeprefix("/")


def _list_relations(parts: zipfile.ZipFile, part: str) -> Iterable[etree._Element]:
    """The relations of a part to others, none where it names none."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    return _list_elements(parts, relations, MOST_RELATIONS) if relations in parts.namelist() else ()


def _list_elements(parts: zipfile.ZipFile, name: str, most: int) -> Iterable[etree._Element]:
    """The elements right below the root of a part."""
    with open_part(parts, name, most) as part:
        return etree.fromstring(part.read(), make_parser()).iterchildren(tag=etree.Element)
