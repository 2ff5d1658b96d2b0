"""Which reader reads what, and how much of it."""

import re
from collections.abc import Iterable
from pathlib import PurePath

import msgspec
from django.utils.translation import gettext as _

from packs.limits import LONGEST_TEXT
from packs.posting.value import Posting
from packs.reading import plain
from packs.reading.blocks import TextBlock, refuse_many, tidy_blocks
from packs.reading.errors import DamagedFileError, EmptyError, TooLargeError, UnknownFileError
from packs.reading.facts import join_labels
from packs.reading.fields.job_fields import read_fields
from packs.reading.formats import markdown, markup, open_document, pdf, rich_text, word
from packs.reading.hidden import drop_hidden, resolve_entities
from packs.reading.sections import assemble_posting
from packs.reading.titles import find_title

READ_ENDINGS = (".docx", ".odt", ".pdf", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt", ".text")
LARGEST_POSTING_FILE = 2_000_000  # bytes
_BLOCK_TAGS = "p|div|ul|ol|li|dl|h[1-6]|table|tr|section|article|header|main|body|html"
# Tags that stand for themselves, as in "know <ul> from <ol>", are not closed, and start no line.
_HTML = re.compile(
    rf"</(?:{_BLOCK_TAGS}|b|strong|i|em|u|a|span)>|<br\s?/?>|^\s{{0,40}}<(?:{_BLOCK_TAGS}|!doctype)\b",
    re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)


def read_pasted(text: str) -> Posting:
    """A pasted text as a posting, read as HTML or Markdown where it looks like that. Raises ReadingError."""
    _refuse_long(text)
    return _build_posting(_read_text(text))


def _read_text(text: str) -> list[TextBlock]:
    """The blocks of a text in whatever form it is."""
    front, text = markdown.split_front_matter(text)
    text = drop_hidden(text)
    is_html = bool(_HTML.search(text))
    if markdown.is_marked(text):
        return [*front, *markdown.read_markdown(text, html=is_html)]
    if is_html:
        return [*front, *markup.read_html(text, keeps_lines=_is_mostly_untagged(text))]
    return [*front, *plain.read_plain(resolve_entities(text))]


def _is_mostly_untagged(text: str) -> bool:
    """Whether most lines are plain, so that a few tags in them don't make them one paragraph."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(not _TAG.search(line) for line in lines) * 2 > len(lines)


def _build_posting(blocks: Iterable[TextBlock]) -> Posting:
    title, rest = find_title(tidy_blocks(blocks))
    refuse_many(len(rest) + 1)
    posting = read_fields(assemble_posting(title, join_labels(rest)))
    return _refuse_unreadable(posting)


def read_file(name: str, data: bytes) -> Posting:  # noqa: PLR0911
    """An uploaded file as a posting. The name's ending, one of `READ_ENDINGS`, says how to read it.

    Raises ReadingError: TooLargeError, UnknownFileError, DamagedFileError or EmptyError.
    """
    if len(data) > LARGEST_POSTING_FILE:
        raise TooLargeError(_("This file is larger than 2 MB. Copy its text and paste it."))
    match PurePath(name).suffix.lower():
        case ".docx":
            read = word.read_word_file(data)
            return msgspec.structs.replace(_build_bounded(read.blocks), margins=tuple(read.margins))
        case ".odt":
            return _build_bounded(open_document.read_open_document(data))
        case ".pdf":
            return _build_posting(plain.read_plain(pdf.read_pdf(data), is_set=True))
        case ".rtf":
            text = rich_text.read_rich_text(data)
            _refuse_long(text)
            return _build_posting(plain.read_plain(text))
        case ".html" | ".htm":
            return _build_bounded(markup.read_html(drop_hidden(_decode_text(data))))
        case ".md" | ".markdown":
            text = _decode_text(data)
            _refuse_long(text)
            front, text = markdown.split_front_matter(text)
            return _build_posting([*front, *markdown.read_markdown(drop_hidden(text))])
        case ".txt" | ".text":
            return read_pasted(_decode_text(data))
    raise UnknownFileError(
        _(
            "We can read only .docx, .odt, .pdf, .rtf, .html, .md and .txt files. For any other file, copy its text "
            "and paste it."
        )
    )


def _build_bounded(blocks: Iterable[TextBlock]) -> Posting:
    """A posting of blocks, whose texts are no longer together than a pasted one. Raises TooLargeError."""
    blocks = [*blocks]
    _refuse_long("\n".join(block.text for block in blocks))
    return _build_posting(blocks)


def _decode_text(data: bytes) -> str:
    """Text in UTF-8, in UTF-16 with its mark, or else as Windows writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise DamagedFileError(_("This file isn’t text. Copy the text that you want to check and paste it."))
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
