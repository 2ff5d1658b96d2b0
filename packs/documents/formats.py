"""The formats that a document can leave in."""

from collections.abc import Callable
from pkgutil import resolve_name

import msgspec

from packs.documents.model import Document


class Format(msgspec.Struct, frozen=True):
    """A format: its key in addresses, its media type, its extension, and the name of its writer.

    The writer is imported when it writes: whoever only offers the format loads nothing of it.
    """

    name: str
    media_type: str
    extension: str
    writer: str

    def export_document(self, document: Document) -> bytes:
        """The document in this format, as the bytes of a file."""
        write: Callable[[Document], str | bytes] = resolve_name(f"packs.documents.{self.writer}")
        content = write(document)
        return content.encode() if isinstance(content, str) else content


_HTML = "text/html; charset=utf-8"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL = [
    Format("text", "text/plain; charset=utf-8", "txt", "text_writer:write_text"),
    Format("markdown", "text/markdown; charset=utf-8", "md", "markdown_writer:write_markdown"),
    Format("html", _HTML, "html", "html_writer:write_html"),
    Format("indeed", _HTML, "html", "html_writer:write_indeed"),
    Format("linkedin", _HTML, "html", "html_writer:write_linkedin"),
    Format("docx", _DOCX, "docx", "docx_writer:write_docx"),
    Format("pdf", "application/pdf", "pdf", "pdf_writer:write_pdf"),
    Format("json", "application/json", "json", "json_writer:write_document_json"),
]
DOCUMENT_FORMATS = {format_.name: format_ for format_ in _ALL}
