"""JSON: the document itself, to be read back without loss."""

import msgspec

from packs.documents.model import Document


def write_document_json(document: Document) -> bytes:
    """The document as indented JSON; `msgspec.json.decode(data, type=Document)` gives it back."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
