"""Word files as blocks. A file is looked at before it is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from packs.reading.blocks import Block, Role
from packs.reading.errors import DamagedFileError, TooLargeError

MOST_UNPACKED = 20_000_000  # bytes
MOST_PARTS = 1000
DEEPEST_TABLE = 3
# What python-docx and the libraries beneath it raise for files that are broken in one way or another.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OpcError,
    LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    IndexError,
    TypeError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def read(data: bytes) -> list[Block]:
    """The blocks of a .docx file, tables cell by cell.

    Raises TooLargeError where it would unpack to more than a job description holds, DamagedFileError where it is
    broken, encrypted or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
        _refuse_bombs(infos)
        return [*_blocks(docx.Document(io.BytesIO(data)))]
    except TooLargeError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(
            _("This is no Word file that can be read. Open it in your word processor, save it as .docx and try again.")
        ) from error


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse by the sizes that the file declares: no part can unpack to more than that."""
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise TooLargeError(
            _("This file unpacks to far more than a job description holds. Copy its text and paste it.")
        )


def _blocks(container: Document | _Cell, depth: int = 0) -> Iterator[Block]:
    for item in container.iter_inner_content():
        if isinstance(item, Paragraph):
            yield Block(item.text, _role(item))
        elif isinstance(item, Table) and depth < DEEPEST_TABLE:
            for row in item.rows:
                for cell in row.cells:
                    yield from _blocks(cell, depth + 1)


def _role(paragraph: Paragraph) -> Role:
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if name == "Title":
        return Role.TITLE
    if name.startswith("Heading"):
        return Role.HEADING
    properties = paragraph._p.pPr
    if name.startswith("List") or (properties is not None and properties.numPr is not None):
        return Role.BULLET
    runs = [run for run in paragraph.runs if run.text.strip()]
    return Role.STRONG if runs and all(run.bold for run in runs) else Role.PARAGRAPH
