"""Words in capitals inside of a line that is not."""

import re
from collections.abc import Iterator

from packs.posting.facts import make_finder
from packs.posting.value import Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity

_LOUD = (
    "ABSOLUTELY|ALL(?= [a-z])|ANY(?= [a-z])|ALWAYS|AMAZING|APPLY|AWESOME|BEST|BIG|CALL|DAILY|EARN|EXCELLENT"
    "|EXCITING|FAB|FAST|FREE|FUN|GREAT"
    "|HIRING|HOT|HUGE|HUNGRY|LOVE"
    "|IMMEDIATE|IMMEDIATELY|INCREDIBLE|MUST|NEED|NEVER|NEW|NOT|NOW|ONLY|PLEASE|REALLY|REQUIRED|SMASH|START|STOP"
    "|SUPER|TODAY"
    "|UNCAPPED|UNLIMITED|URGENT|URGENTLY|VERY|WANTED|WARNING|WE|WIN|WOW|YOU|YOUR|ARE|DO"
)
# These shout only among other words in capitals: HOME EVERY WEEKEND.
_OFFERED = "COMPETITIVE|EASY|EVERY|FLEXIBLE|GUARANTEED|HOME|JOIN|MONEY|NO|WEEKENDS?"
_CAPITALS = r"[A-Z]{2,}(?:['’][A-Z]+)?"
_SHOUT = re.compile(
    rf"(?<![\w-])(?:{_CAPITALS} |[AI] ){{0,6}}(?:{_LOUD})(?![\w-])(?: (?:{_CAPITALS}|[AI])(?![\w-])){{0,6}}!*"
    rf"|(?<![\w-])(?:{_OFFERED})(?: {_CAPITALS}(?![\w-])){{2,6}}!*"
    rf"|(?<![\w-])[A-Z]{{3,}}(?: {_CAPITALS}){{0,6}}!+|!{{2,}}"
)
_find_shouts = make_finder(_SHOUT)
# A word to type or a sign to heed is quoted as it stands: reply STOP, at the STOP sign.
_QUOTED = re.compile(
    r"(?:\b(?:reply|replying|text|texting|type|typing|send|sending|enter|press|pressing|say|word|words|keyword|code"
    r"|subject|button|labell?ed|marked|named|called|reference)(?: (?:with|line|us|the word|the code))?[:,]? ?[\"“']?"
    r"|[\"“'])\Z",
    re.IGNORECASE,
)
_OPENING, _CLOSING = '"“', '"”'
_QUOTATION = 120  # characters at most to the end of one
_KEYWORD = 32  # characters before a word that say it is to be typed
# What ends a label or a blank: START DATE/ TIME:, OWN TOOLS NEEDED? Yes.
_LABEL = re.compile(r"[:\]]|\s?/\s?[A-Z ]{2,16}:|\?\s\w{2,12}(?:\s\w{1,12})?\.?\Z")
_LETTER = re.compile(r"[a-z]")
_SENTENCE = 8  # spaces in a line of capitals that is more than a heading
_ENOUGH = 3  # letters that a shout has; NO and A are too short to be heard


def find_shouting(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each run of capitals, in lines that also have lowercase words or end in an exclamation mark, and
    for each sentence in capitals, apart from texts that are written so as a whole.
    """
    title = posting.title.upper() or "\n"
    lower = sum(bool(_LETTER.search(passage.text)) for passage in posting.passages)
    for passage in posting.passages:
        if passage.is_boilerplate:
            continue
        if not _LETTER.search(passage.text) and not passage.text.endswith("!"):
            is_sentence = passage.text.isupper() and passage.text.count(" ") >= _SENTENCE and " / " not in passage.text
            if is_sentence and title not in passage.text and 2 * lower > len(posting.passages):
                yield _make_finding(check, passage, (0, len(passage.text)))
            continue
        for start, end in passage.find_once(_find_shouts):
            words = passage.text[start:end]
            if _LABEL.match(passage.text, end) or _is_keyword(passage.text, start, end):
                continue  # a label such as TO APPLY: or a blank such as [START DATE], or a word to type
            if (len(words.rstrip("!")) >= _ENOUGH or words.startswith("!!")) and not words.islower():
                yield _make_finding(check, passage, (start, end))


def _is_keyword(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals is one to type or to find, or whether several are quoted: reply STOP."""
    if start and text[start - 1] in _OPENING and any(sign in _CLOSING for sign in text[end : end + _QUOTATION]):
        return True
    return text[start:end].isalpha() and bool(_QUOTED.search(text[max(0, start - _KEYWORD) : start]))


def _make_finding(check: ReviewCheck, passage: Passage, span: tuple[int, int]) -> Finding:
    words = passage.text[slice(*span)]
    return check.mark_words(passage, span, f"“{words}” shouts.", suggestion="Write it in lowercase.")


SHOUTING_CHECKS = (
    ReviewCheck(
        id="shouting",
        name="Shouting",
        looks_for="Words in capitals that aren't abbreviations: START NOW, UNLIMITED.",
        why="Capitals are slower to read and sound like an advertisement. Sites may refuse a posting that shouts.",
        severity=FindingSeverity.NOTICE,
        source="indeed",
        find=find_shouting,
        raises=build_example_posting(about="START NOW and earn UNLIMITED commission!"),
        passes=build_example_posting(about="You write SQL for the HR team and the FDA."),
    ),
)
