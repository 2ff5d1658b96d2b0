"""The usual headings of a job description, and the kind of section that each opens."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import cachetools
import msgspec

from packs.posting.value import Kind, lists_other_jobs

LONGEST_HEADING_LINE = 90
MOST_HEADING_WORDS = 13
LINES_REMEMBERED = 5_000
FIRM = 3.0  # a word at least this firm makes a heading of its own, such as Duties

_MOST_ABOUT_WORDS = 4  # of a heading such as About the mill

_MOST_SHARE_WORDS = 7

_FILE = Path(__file__).with_name("headings.yaml")
_DECORATION = re.compile(r"^(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.):]\)?\s|[\W\d_])+", re.IGNORECASE)
_SHARE = re.compile(r"\A\w.*\W\d{1,3} ?%\W*")  # of the time: Greenhouse (40%)
# What a line names at its end, whoever it speaks of: The clerk has to do the following tasks.
_FOLLOWING = re.compile(
    r"\b(?:following|these) (?:\w+ ){0,3}"
    r"(?:(?P<work>tasks|duties|responsibilities)|qualifications|requirements|skills?|criteria|experience|attributes"
    r"|qualities)\Z"
)
_DETERMINED = re.compile(r"about (?:the|our|this|your) ")  # about the boat, where About Acme is about the employer
_ENDING = re.compile(r"[\W_]+\Z")
# What goes on after a heading's words: include the following, other duties may be assigned.
_TAIL = re.compile(
    r"(?<=\w) (?:(?:\w+ )?(?:includes?|including)\b.*|are as follows)\Z"
    r"|(?:(?<!\s)\s+)?\([^()]*\)\s*\Z|(?<=\w\w)\. .*\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?<=\w) (?:(?:(?:will|may|shall|also) )?(?:includes?|including)\b.*"
    r"|(?:at (?:the )?time of|upon|prior to) (?:application|hire|appointment|employment))",
    re.IGNORECASE,
)
_SHORT_FORMS = (
    (re.compile(r"(?<=\w)'ll\b"), " will"),
    (re.compile(r"(?<=\w)'d\b"), " would"),
    (re.compile(r"(?<=\w)'re\b"), " are"),
    (re.compile(r"(?<=\w)'ve\b"), " have"),
    (re.compile(r"\b(what|who|here|it|that|how|where|everyone|everybody)'s\b"), r"\1 is"),
    (
        re.compile(r"\b(?:useful|helpful)(?= (?:information|details|notes|links)\b)"),
        "general",
    ),  # no wish of an employer
    (re.compile(r"(?:(?<!\s)\s+)?(?:[&+/–]\s*|(?<=\s)[—-]\s+)|:\s+"), " and "),
    (re.compile(r"[\s,()-]+"), " "),
)
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"(?<=\S) [|/·•] (?=\S)")  # Mō mātou | About us
# He kōrero mōu: About you, where a letter that English has not tells two languages.
_TWICE = re.compile(r"(?=[^:]{0,40}[^\W\d_a-zA-Z])[^:]{2,40}: (?P<last>[A-Z][^:]{2,40}):?")
_LAST_SENTENCE = re.compile(r"[.!?]\s")
_OPTIONAL = re.compile(
    r"\bnot (?:essential|required|necessary|a must|needed)\b|\b(?:a|an) (?:plus|bonus|advantage|asset)\b", re.IGNORECASE
)
_LEAD_WORDS = 3  # at the end of a paragraph, that tell what it leads to
_LEAD_END = re.compile(r"(?: (?:such as|includes?|including|like|the following|follows?|as|are|is|below)){1,4}\Z")
_FIRM_LEAD = 4.0
_LONGEST_LEAD = 200
# The right candidate is patient and must:
_PERSON = re.compile(r"\b(?:candidates?|applicants?|person|someone)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|should|needs? to)\W{0,4}\Z", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:appl(?:y|ying|ications?)|submit|send|upload|attach|enclose)\b", re.IGNORECASE)


class _Headings(msgspec.Struct, forbid_unknown_fields=True):
    phrases: dict[Kind, list[str]]
    words: dict[Kind, dict[float, list[str]]]
    open: list[str]
    plain: list[str]
    names: list[str]
    speaks: list[str]


_HEADINGS = msgspec.yaml.decode(_FILE.read_bytes(), type=_Headings)
_PHRASES = tuple(
    (kind, re.compile(rf"\A(?:{'|'.join(some)})\Z", re.DOTALL)) for kind, some in _HEADINGS.phrases.items()
)
_FIRMNESS = {
    word: (firmness, kind)
    for kind, by_firmness in _HEADINGS.words.items()
    for firmness, some in by_firmness.items()
    for word in some
}
_PLAIN = frozenset(_HEADINGS.plain)
_OPEN = frozenset(_HEADINGS.open)
_NAMES = frozenset(_HEADINGS.names)
_MOST_NAMED_WORDS = 5
_SPEAKS = frozenset(_HEADINGS.speaks)


class HeadingWords(msgspec.Struct, frozen=True):
    """What a line's words say about it as a heading. `kind` is the kind of section it starts, or None.

    It is `whole` where all of its words are usual in headings, and `named` where only its last one names a section, as
    in Teaching duties.
    """

    kind: Kind | None = None
    is_whole: bool = False
    is_named: bool = False


NO_HEADING = HeadingWords()


def read_heading_words(line: str) -> HeadingWords:
    """What the words of a line say about it as a heading. The result is kept under a hash of the line, never the line
    itself.
    """
    return _read_short_line(line) if 0 < len(line) <= LONGEST_HEADING_LINE else NO_HEADING


@cachetools.cached(cachetools.LRUCache(LINES_REMEMBERED), key=hash, lock=threading.Lock())
def _read_short_line(line: str) -> HeadingWords:
    text = normalize_heading(line)
    if len(text.split()) > MOST_HEADING_WORDS and (shorter := _TAIL.sub("", line)) != line:
        return _read_short_line(shorter)
    if not text or (len(text.split()) > MOST_HEADING_WORDS and not _FOLLOWING.search(text)):
        return NO_HEADING
    if text in _OPEN or lists_other_jobs(line):
        return HeadingWords(None if text in _OPEN else Kind.OTHER, is_whole=True)
    said = _read_words(normalize_heading(_LEAD.sub("", line)))
    said = said if said.is_whole or (said.is_named and said.kind) else _read_words(text)
    if not said.is_whole:
        parts = (_read_words(normalize_heading(part)) for part in _list_shorter(line, text))
        said = next((part for part in parts if part.is_whole and part.kind), said)
    shorter = _TAIL.sub("", line) if not said.is_whole else line
    return said if shorter == line else max(said, _read_words(normalize_heading(shorter)), key=_rank)


def _list_shorter(line: str, text: str) -> Iterator[str]:
    """The parts of a heading in two languages, and the words of one without here is."""
    if _PARTS.search(line):
        yield from _PARTS.split(line)
    twice = _TWICE.fullmatch(line)
    if twice:
        yield twice["last"]
    if text.startswith("here is "):
        yield text.removeprefix("here is ")


def _rank(said: HeadingWords) -> tuple[bool, bool]:
    return said.is_whole, said.kind is not None


def _read_words(text: str) -> HeadingWords:
    words = _WORD.findall(text)
    following = _FOLLOWING.search(text)
    if following:
        return HeadingWords(Kind.RESPONSIBILITIES if following["work"] else Kind.REQUIRED, is_whole=True)
    firmness, kind = max((_FIRMNESS[word] for word in words if word in _FIRMNESS), default=(0.0, None))
    is_whole = kind is not None and all(word in _FIRMNESS or word in _PLAIN for word in words)
    firm = _find_firm_kind(words)
    if firm:
        return HeadingWords(firm, is_whole=True)
    phrase = next((kind for kind, expression in _PHRASES if expression.match(text)), None)
    if phrase:
        return HeadingWords(phrase, is_whole=True)
    if text.startswith("about "):  # what is about the job is among the phrases
        is_short = len(text.split()) <= _MOST_ABOUT_WORDS and not any(sign.isdigit() for sign in text)
        return HeadingWords(Kind.ABOUT if _DETERMINED.match(text) else Kind.COMPANY, is_short)
    if kind is Kind.REQUIRED and _OPTIONAL.search(text):
        kind = Kind.NICE_TO_HAVE  # though they are not essential
    is_named = len(words) <= _MOST_NAMED_WORDS and words[-1:] and words[-1] in _NAMES
    return HeadingWords(kind if is_whole or firmness > FIRM else None, is_whole, bool(is_named))


def is_share(text: str) -> bool:
    """Whether a line names a part of the work with its share of the time, as in Greenhouse (40%)."""
    return len(text.split()) <= _MOST_SHARE_WORDS and bool(_SHARE.fullmatch(text))


def is_firm(line: str) -> bool:
    """Whether a line can be a heading by its nouns alone: "Minimum qualifications" can, "You will have" can't."""
    words = _WORD.findall(normalize_heading(line))
    return not _SPEAKS.intersection(words) and _find_firm_kind(words) is not None


def _find_firm_kind(words: list[str]) -> Kind | None:
    """The kind that words say which are all usual ones of headings; None where none of them is firm."""
    firmness, kind = max((_FIRMNESS[word] for word in words if word in _FIRMNESS), default=(0.0, None))
    is_whole = all(word in _FIRMNESS or word in _PLAIN for word in words)
    if kind is Kind.NICE_TO_HAVE and not {"essential", "minimum"}.isdisjoint(words):
        kind = Kind.REQUIRED  # essential and desirable qualifications, desired minimum qualifications
    return kind if is_whole and firmness >= FIRM else None


def read_lead(text: str) -> Kind | None:
    """The kind of section that a paragraph leads to, by its last sentence or the firm words at its end; None for other
    paragraphs.
    """
    last = _LAST_SENTENCE.split(text)[-1]
    if _OPTIONAL.search(last):
        return Kind.NICE_TO_HAVE
    said = _read_words(normalize_heading(last[:_LONGEST_LEAD]))
    if said.is_whole:
        return said.kind
    if _MUST.search(last) and _PERSON.search(last) and not _ASKS.search(last):
        return Kind.REQUIRED
    words = _WORD.findall(_LEAD_END.sub("", normalize_heading(last)))[-_LEAD_WORDS:]
    firmness, kind = max((_FIRMNESS[word] for word in words if word in _FIRMNESS), default=(0.0, None))
    return kind if firmness >= _FIRM_LEAD else None


def kind_of(heading: str) -> Kind | None:
    """The kind of section that a heading starts, or None for words that aren't usual in headings."""
    return read_heading_words(heading).kind


def normalize_heading(line: str) -> str:
    """A heading's words in lower case, with short forms written out and no numbers or signs around them."""
    text = _ENDING.sub("", _DECORATION.sub("", line)).casefold().replace("’", "'").replace("`", "'")
    for expression, words in _SHORT_FORMS:
        text = expression.sub(words, text)
    return text.strip()
