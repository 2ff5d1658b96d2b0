"""Word files as blocks."""

import posixpath
import zipfile
from collections.abc import Iterable

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


def read_word_file(data: bytes) -> list[TextBlock]:
    """The blocks of a .docx file, tables cell by cell. Raises TooLargeError beyond the size of a job description, and
    DamagedFileError for a damaged or encrypted file or another kind of file.
    """
    damaged = _("We couldn’t read this Word file. Open it in your word processor, save it as .docx and try again.")
    with open_archive(data, damaged) as parts:
        return _list_blocks(parts)


def _list_blocks(parts: zipfile.ZipFile) -> list[TextBlock]:
    document = _find_related(parts, "", _OFFICE_DOCUMENT)
    if document is None:
        raise KeyError(_OFFICE_DOCUMENT)
    found = _find_related(parts, document, _STYLES)
    styles = Styles(_list_elements(parts, found, MOST_STYLES) if found else None)
    return parse_part(parts, document, WordText(styles, _list_addresses(parts, document)))


def _list_addresses(parts: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Where the links of a part lead to, by the id of each."""
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _list_relations(parts, part)
        if relation.get("TargetMode") == "External"
    }


def _find_related(parts: zipfile.ZipFile, part: str, kind: str) -> str | None:
    """The name of the part that another one, or the file as a whole, names as its relation of a kind."""
    folder = posixpath.dirname(part)
    for relation in _list_relations(parts, part):
        if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).removeprefix("/")
    return None


def _list_relations(parts: zipfile.ZipFile, part: str) -> Iterable[etree._Element]:
    """The relations of a part to others, none where it names none."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    return _list_elements(parts, relations, MOST_RELATIONS) if relations in parts.namelist() else ()


def _list_elements(parts: zipfile.ZipFile, name: str, most: int) -> Iterable[etree._Element]:
    """The elements right below the root of a part."""
    with open_part(parts, name, most) as part:
        return etree.fromstring(part.read(), make_parser()).iterchildren(tag=etree.Element)
