"""The formats that a document can leave in."""

from collections.abc import Callable

import msgspec

from packs.documents import docx_writer, html_writer, json_writer, markdown_writer, pdf_writer, text_writer
from packs.documents.model import Document


class Format(msgspec.Struct, frozen=True):
    """A format: its key in addresses, its media type, its extension and its writer."""

    name: str
    media_type: str
    extension: str
    write: Callable[[Document], str | bytes]

    def export_document(self, document: Document) -> bytes:
        """The document in this format, as the bytes of a file."""
        content = self.write(document)
        return content.encode() if isinstance(content, str) else content


_HTML = "text/html; charset=utf-8"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL = [
    Format("text", "text/plain; charset=utf-8", "txt", text_writer.write_text),
    Format("markdown", "text/markdown; charset=utf-8", "md", markdown_writer.write_markdown),
    Format("html", _HTML, "html", html_writer.write_html),
    Format("indeed", _HTML, "html", html_writer.write_indeed),
    Format("linkedin", _HTML, "html", html_writer.write_linkedin),
    Format("docx", _DOCX, "docx", docx_writer.write_docx),
    Format("pdf", "application/pdf", "pdf", pdf_writer.write_pdf),
    Format("json", "application/json", "json", json_writer.write_document_json),
]
DOCUMENT_FORMATS = {format_.name: format_ for format_ in _ALL}
