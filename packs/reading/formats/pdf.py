"""PDF files as plain text, in the order in which they were set."""

import io
from collections.abc import Iterator

from django.utils.translation import gettext as _
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from packs.limits import LONGEST_TEXT
from packs.reading.errors import DamagedFileError, EmptyError, ReadingError, TooLargeError
from packs.reading.formats.archive import holds_too_much

MOST_PAGES = 30
MOST_CONTENT = 2_000_000  # bytes of a page's drawing, unpacked; a page of text has some 20,000
_MOST_LINKS = 50  # of a page
_LONGEST_ADDRESS = 200
# What the library raises for files that are broken in one way or another.
_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    RecursionError,
    RuntimeError,
)


def read_pdf(data: bytes) -> str:
    """The text of a PDF, with each page's hidden link addresses below its text. Raises TooLargeError; DamagedFileError
    for a damaged or locked file; EmptyError where it has only pictures.
    """
    try:
        reader = PdfReader(io.BytesIO(data), root_object_recovery_limit=1000, xref_stream_maximum_entries=100_000)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DamagedFileError(_("This PDF is password-protected. Copy its text and paste it."))
        if len(reader.pages) > MOST_PAGES:
            raise TooLargeError(_("This PDF has more than 30 pages. Check one job description at a time."))
        text = "\n".join(_list_texts(reader))
    except ReadingError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(_("We can’t read this PDF. Copy its text and paste it.")) from error
    if not text.strip():
        raise EmptyError(_("This PDF contains only images of text. Copy the text from the original document."))
    return text


def _list_texts(reader: PdfReader) -> Iterator[str]:
    characters = 0
    for page in reader.pages:
        content = page.get_contents()
        if content is not None and len(content.get_data()) > MOST_CONTENT:
            raise holds_too_much()
        text = page.extract_text()
        characters += len(text)
        if characters > LONGEST_TEXT:
            raise TooLargeError(_("This text is longer than 100,000 characters. Check one job description at a time."))
        yield "\n".join([text, *(address for address in _list_addresses(page) if _bare(address) not in text)])


def _list_addresses(page: PageObject) -> dict[str, None]:
    """The addresses that the links of a page lead to, each once."""
    addresses: dict[str, None] = {}
    for annotation in (page.annotations or [])[:_MOST_LINKS]:
        action = annotation.get_object().get("/A") or {}
        address = str(action.get_object().get("/URI", "") if hasattr(action, "get_object") else "")
        if address.startswith(("http://", "https://", "mailto:")) and len(address) <= _LONGEST_ADDRESS:
            addresses[address.removeprefix("mailto:")] = None
    return addresses


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address
