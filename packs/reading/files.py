"""Which reader reads what, and how much of it."""

import re
from pathlib import PurePath

from django.utils.translation import gettext as _

from packs.limits import LONGEST_TEXT
from packs.posting.value import Posting
from packs.reading import markup, plain, word
from packs.reading.blocks import assemble_posting
from packs.reading.errors import DamagedFileError, EmptyError, TooLargeError, UnknownFileError

LARGEST_POSTING_FILE = 2_000_000  # bytes
_HTML = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|br|span|html|body|b|strong|table)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} \S|^\*\*[^*\n]+\*\*:?\s*$|^__[^_\n]+__\s*$", re.MULTILINE)


def read_pasted(text: str) -> Posting:
    """A pasted text as a posting, read as HTML or Markdown where it looks so. Raises ReadingError."""
    _refuse_long(text)
    if _HTML.search(text):
        return _refuse_unreadable(assemble_posting(markup.read_html(text)))
    if _MARKDOWN.search(text):
        return _refuse_unreadable(assemble_posting(markup.read_markdown(text)))
    return _refuse_unreadable(assemble_posting(plain.read_plain(text)))


def read_file(name: str, data: bytes) -> Posting:
    """An uploaded .docx, .md or .txt file as a posting, by the ending of its name. Raises ReadingError."""
    if len(data) > LARGEST_POSTING_FILE:
        raise TooLargeError(_("This file is larger than 2 MB. Copy its text and paste it."))
    match PurePath(name).suffix.lower():
        case ".docx":
            blocks = word.read_word_file(data)
            _refuse_long("\n".join(block.text for block in blocks))
            return _refuse_unreadable(assemble_posting(blocks))
        case ".md" | ".markdown":
            text = _decode_text(data)
            _refuse_long(text)
            return _refuse_unreadable(assemble_posting(markup.read_markdown(text)))
        case ".txt" | ".text":
            return read_pasted(_decode_text(data))
    raise UnknownFileError(
        _("Only .docx, .md and .txt files can be read. For any other file, copy its text and paste it.")
    )


def _decode_text(data: bytes) -> str:
    """Text in UTF-8, in UTF-16 with its mark, or else as Windows writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise DamagedFileError(_("This file is not text. Copy the text that you want to check and paste it."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _refuse_long(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise TooLargeError(_("This text is longer than 100,000 characters. Check one job description at a time."))


def _refuse_unreadable(posting: Posting) -> Posting:
    if not any(section.lines for section in posting.sections):
        raise EmptyError(
            _("There’s no text to read here. Paste a job description with at least one line under its title.")
        )
    return posting
