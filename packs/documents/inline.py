"""What stands inside a line of a document: plain text, blanks, strong and emphasized words, links."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from urllib.parse import quote, urlsplit

import msgspec

from roles.kit.blanks import Blank


class Strong(msgspec.Struct, frozen=True, tag="strong"):
    """Words in bold."""

    text: str


class Emphasis(msgspec.Struct, frozen=True, tag="emphasis"):
    """Words in italics."""

    text: str


class InlineLink(msgspec.Struct, frozen=True, tag="link"):
    """Words that link to an address."""

    text: str
    url: str


class Flagged(msgspec.Struct, frozen=True, tag="flagged"):
    """Words to look at: marked in a preview, plain in every other format. `anchor` is the id of their mark."""

    text: str
    anchor: str = ""


type Inline = str | Blank | Strong | Emphasis | InlineLink | Flagged
type Line = tuple[Inline, ...]

# Every blank space becomes one plain space, apart from those that hold words together.
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
# What XML refuses (controls, half characters, noncharacters), and what turns the direction of all that follows:
# the writers set direction by block.
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")

# An address of the web or of a mailbox as it stands in a text. The numbers bound what is tried from each character.
_ADDRESS = re.compile(
    r"(?<![\w.+/@-])(?:(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})",
    re.IGNORECASE,
)
_AFTER_ADDRESS = ".,:;!?'’”»…*_"  # ends the sentence around an address, and not the address
_BRACKETS = {")": "(", "]": "["}


class Direction(StrEnum):
    """The direction of a text, by the name that HTML and Typst have for it."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def clean_text(text: str) -> str:
    """A text that every format can hold: no control characters or broken characters, and single spaces."""
    if text.isprintable() and "  " not in text:  # nearly every line; what the expressions look for never prints
        return text
    return _SPACES.sub(" ", _NOT_TEXT.sub("", _SPACES.sub(" ", text)))


def word_inline(inline: Inline) -> str:
    """The text of an inline part, a blank in its brackets."""
    if isinstance(inline, str):
        return inline
    return str(inline) if isinstance(inline, Blank) else inline.text


def line_text(line: Line) -> str:
    """The text of a line, without bold, italics and addresses."""
    return "".join(word_inline(inline) for inline in line)


def web_address(url: str) -> str | None:
    """The address in ASCII, or None for one that is neither a web address nor an e-mail address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "mailto") or not (parts.netloc or parts.scheme == "mailto"):
        return None
    return quote(clean_text(url.strip()), safe="!#$%&'()*+,/:;=?@[]~")


def is_written_out(link: InlineLink) -> bool:
    """Whether a link's words already are its address, with or without "https://" or "mailto:"."""
    return link.url in (link.text, f"mailto:{link.text}", f"https://{link.text}")


def read_direction(line: Line) -> Direction | None:
    """The direction of the line's first letter that has one (rules P2 and P3 of Unicode's UAX 9), or None."""
    for character in chain.from_iterable(map(word_inline, line)):
        match unicodedata.bidirectional(character):
            case "L":
                return Direction.LEFT_TO_RIGHT
            case "R" | "AL":
                return Direction.RIGHT_TO_LEFT
    return None


def tidy_line(line: Iterable[Inline]) -> Line:
    """The line with single spaces and clean ends.

    A link with an unusable address becomes its text, and an address in the text becomes a link.
    """
    line = tuple(line)
    if len(line) == 1 and isinstance(line[0], str):  # nearly every one
        text = clean_text(line[0]).strip(" ")
        pieces: list[Inline] = [text] if text else []
        may_link = _may_hold_address(text)
    else:
        pieces = _join_texts(line)
        may_link = any(isinstance(piece, str) and _may_hold_address(piece) for piece in pieces)
    if not may_link:
        return tuple(pieces)
    return tuple(
        linked
        for number, piece in enumerate(pieces)
        for linked in (_link_addresses(piece, pieces[number + 1 :][:1]) if isinstance(piece, str) else (piece,))
    )


def _may_hold_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text.lower()


def _link_addresses(text: str, following: list[Inline]) -> Iterator[Inline]:
    """The text with its addresses as links. One that a blank goes on is none yet."""
    if not _may_hold_address(text):
        yield text
        return
    end = 0
    for found in _ADDRESS.finditer(text):
        address = _end_address(found[0])
        url = web_address(_complete_address(address))
        if url is None or (following and found.start() + len(address) == len(text)):
            continue
        yield from filter(None, (text[end : found.start()],))
        yield InlineLink(address, url)
        end = found.start() + len(address)
    yield from filter(None, (text[end:],))


def _end_address(address: str) -> str:
    """The address without what belongs to the sentence: marks at its end, and brackets that open before it."""
    while address and (
        address[-1] in _AFTER_ADDRESS
        or (address[-1] in _BRACKETS and address.count(address[-1]) > address.count(_BRACKETS[address[-1]]))
    ):
        address = address[:-1]
    return address


def _complete_address(address: str) -> str:
    if address.lower().startswith(("http://", "https://")):
        return address
    return f"https://{address}" if address.lower().startswith("www.") else f"mailto:{address}"


def _join_texts(line: Iterable[Inline]) -> list[Inline]:
    """Clean pieces, texts that meet as one."""
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
    return [piece for piece in pieces if piece != ""]


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
