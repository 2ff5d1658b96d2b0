"""What stands inside a line of a document: plain text, blanks, strong and emphasised words, links."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

import msgspec

from roles.kit.blanks import Blank


class Strong(msgspec.Struct, frozen=True, tag="strong"):
    """Words that weigh more."""

    text: str


class Emphasis(msgspec.Struct, frozen=True, tag="emphasis"):
    """Words that are stressed."""

    text: str


class InlineLink(msgspec.Struct, frozen=True, tag="link"):
    """Words that lead to an address."""

    text: str
    url: str


class Flagged(msgspec.Struct, frozen=True, tag="flagged"):
    """Words that someone should look at: marked in a preview, plain in every other format. `anchor` names them."""

    text: str
    anchor: str = ""


type Inline = str | Blank | Strong | Emphasis | InlineLink | Flagged
type Line = tuple[Inline, ...]

# Every blank space becomes one plain space, apart from those that hold words together.
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
# What XML refuses (controls, half characters, noncharacters), and what turns the direction of all that follows:
# the writers set direction by block.
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str) -> str:
    """Text that every format can carry: no control characters or half characters, one space at a time."""
    return _SPACES.sub(" ", _NOT_TEXT.sub("", _SPACES.sub(" ", text)))


def word_inline(inline: Inline) -> str:
    """What an inline says, a blank in its brackets."""
    return str(inline) if isinstance(inline, str | Blank) else inline.text


def line_text(line: Line) -> str:
    """What a line says."""
    return "".join(word_inline(inline) for inline in line)


def web_address(url: str) -> str | None:
    """An address in ASCII, or None where it leads neither to the web nor to a mailbox."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "mailto") or not (parts.netloc or parts.scheme == "mailto"):
        return None
    return quote(clean_text(url.strip()), safe="!#$%&'()*+,/:;=?@[]~")


def tidy_line(line: Iterable[Inline]) -> Line:
    """A clean line: single spaces also where pieces meet, none at its ends or at the ends of marked words.

    A link that leads neither to the web nor to a mailbox becomes its text.
    """
    pieces: list[Inline] = []
    for piece in _part_spaces(line):
        if piece == " " and (not pieces or _ends_in_space(pieces[-1])):
            continue
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            spaced = pieces[-1].endswith(" ")
            pieces[-1] += piece.lstrip(" ") if spaced else piece
        else:
            pieces.append(piece)
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip(" ")
    return tuple(piece for piece in pieces if piece != "")


def _part_spaces(line: Iterable[Inline]) -> Iterator[Inline]:
    """Clean pieces, with the spaces at their edges as pieces of their own."""
    for inline in line:
        text = clean_text(inline.name if isinstance(inline, Blank) else word_inline(inline))
        core = text.strip(" ")
        if text.startswith(" "):
            yield " "
        if core:
            yield _with_text(inline, core)
        if core and text.endswith(" "):
            yield " "


def _with_text(inline: Inline, text: str) -> Inline:
    match inline:
        case Blank():
            return Blank(text)
        case Strong():
            return Strong(text)
        case Emphasis():
            return Emphasis(text)
        case Flagged():
            return Flagged(text, inline.anchor)
        case InlineLink():
            address = web_address(inline.url)
            return InlineLink(text, address) if address else text
        case str():
            return text


def _ends_in_space(inline: Inline) -> bool:
    return isinstance(inline, str) and inline.endswith(" ")
