"""The formats that a document can leave in, and the names of its files: safe on every system, and readable."""

import re
import unicodedata
from collections.abc import Callable
from pkgutil import resolve_name

import msgspec

from packs.documents.inline import clean_text
from packs.documents.model import Document


class Format(msgspec.Struct, frozen=True):
    """A format: its key in addresses, media type, extension, and the name of its writer, which is imported on first
    use.

    `note` is added to the name of a file where another format has the same extension.
    """

    name: str
    media_type: str
    extension: str
    writer: str
    note: str = ""

    def export_document(self, document: Document) -> bytes:
        """The document as the bytes of a file in this format. Imports its writer on first use."""
        write: Callable[[Document], str | bytes] = resolve_name(f"packs.documents.{self.writer}")
        content = write(document)
        return content.encode() if isinstance(content, str) else content


_HTML = "text/html; charset=utf-8"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL = [
    Format("text", "text/plain; charset=utf-8", "txt", "text_writer:write_text"),
    Format("markdown", "text/markdown; charset=utf-8", "md", "markdown_writer:write_markdown"),
    Format("html", _HTML, "html", "html_writer:write_html"),
    Format("indeed", _HTML, "html", "html_writer:write_indeed", "Indeed"),
    Format("linkedin", _HTML, "html", "html_writer:write_linkedin", "LinkedIn"),
    Format("email", _HTML, "html", "html_writer:write_email", "e-mail"),
    Format("docx", _DOCX, "docx", "docx_writer:write_docx"),
    Format("pdf", "application/pdf", "pdf", "pdf_writer:write_pdf"),
    Format("json", "application/json", "json", "json_writer:write_document_json"),
]
DOCUMENT_FORMATS = {format_.name: format_ for format_ in _ALL}


LONGEST_FILE_NAME = (
    100  # characters before the extension; file systems hold 255 bytes, and four bytes make one character
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\[\]{}%#;~$&]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def file_name(document: Document, wanted: Format) -> str:
    """A file name such as "Acme - Technical PM.pdf", different for each format. It has letters of any script, but no
    characters that systems forbid, and at most LONGEST_FILE_NAME characters before its ending.
    """
    parts = [_make_safe(document.company), _make_safe(document.title)]
    ending = f" - {wanted.note}" if wanted.note else ""
    stem = " - ".join(filter(None, parts))[:LONGEST_FILE_NAME].strip(" .-") or "Document"
    safe = f"{stem}_" if _DEVICES.fullmatch(stem) else stem
    return f"{safe}{ending}.{wanted.extension}"


def _make_safe(text: str) -> str:
    """Text without path separators, reserved, invisible and format characters, its dots and spaces not at its ends."""
    composed = unicodedata.normalize("NFC", clean_text(_FORBIDDEN.sub(" ", text)))
    visible = "".join(character for character in composed if unicodedata.category(character)[0] != "C")
    return " ".join(visible.split()).strip(" .-")
