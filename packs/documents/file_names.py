"""Names for downloads."""

from packs.documents.formats import Format
from packs.documents.model import Document


def file_name(document: Document, wanted: Format) -> str:
    return f"job-description.{wanted.extension}"
