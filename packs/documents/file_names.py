"""Names for downloads: safe on every system, and readable."""

import re
import unicodedata

from packs.documents.formats import Format
from packs.documents.inline import clean_text
from packs.documents.model import Document

LONGEST_FILE_NAME = (
    100  # characters before the extension; file systems hold 255 bytes, and four bytes make one character
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\[\]{}%#;~$&]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def file_name(document: Document, wanted: Format) -> str:
    """A name such as "Acme - Technical PM.pdf"; letters of every script stay, what systems forbid goes."""
    parts = [_make_safe(document.company), _make_safe(document.title)]
    stem = " - ".join(filter(None, parts))[:LONGEST_FILE_NAME].strip(" .-") or "Document"
    return f"{stem}_.{wanted.extension}" if _DEVICES.fullmatch(stem) else f"{stem}.{wanted.extension}"


def _make_safe(text: str) -> str:
    """Text without path separators, reserved, invisible and format characters, its dots and spaces not at its ends."""
    composed = unicodedata.normalize("NFC", clean_text(_FORBIDDEN.sub(" ", text)))
    visible = "".join(character for character in composed if unicodedata.category(character)[0] != "C")
    return " ".join(visible.split()).strip(" .-")
