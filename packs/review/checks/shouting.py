"""Words in capitals inside of a line that is not."""

import re
from collections.abc import Iterator

from packs.posting.facts import make_finder
from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity

_LOUD = (
    "ABSOLUTELY|ALWAYS|AMAZING|APPLY|AWESOME|BEST|BIG|CALL|DAILY|EARN|EXCELLENT|EXCITING|FAB|FAST|FREE|FUN|GREAT|HIRING|HOT|HUGE|HUNGRY|LOVE"
    "|IMMEDIATE|IMMEDIATELY|INCREDIBLE|MUST|NEED|NEVER|NEW|NOT|NOW|ONLY|PLEASE|REALLY|REQUIRED|SMASH|START|STOP|SUPER|TODAY"
    "|UNCAPPED|UNLIMITED|URGENT|URGENTLY|VERY|WANTED|WARNING|WE|WIN|WOW|YOU|YOUR|ARE|DO"
)
_CAPITALS = r"[A-Z]{2,}(?:['’][A-Z]+)?"
_SHOUT = re.compile(
    rf"(?<![\w-])(?:{_CAPITALS} |[AI] ){{0,6}}(?:{_LOUD})(?![\w-])(?: (?:{_CAPITALS}|[AI])(?![\w-])){{0,6}}!*"
    rf"|(?<![\w-])[A-Z]{{3,}}(?: {_CAPITALS}){{0,6}}!+|!{{2,}}"
)
_find_shouts = make_finder(_SHOUT)
_LETTER = re.compile(r"[a-z]")
_ENOUGH = 3  # letters that a shout has; NO and A are too short to be heard


def find_shouting(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each run of capitals, in lines that also have lower-case words or end in an exclamation mark."""
    for passage in posting.passages:
        if passage.is_boilerplate or not (_LETTER.search(passage.text) or passage.text.endswith("!")):
            continue
        for start, end in passage.find_once(_find_shouts):
            words = passage.text[start:end]
            if passage.text.startswith((":", "]"), end):
                continue  # a label such as TO APPLY: or a blank such as [START DATE]
            if (len(words.rstrip("!")) >= _ENOUGH or words.startswith("!!")) and not words.islower():
                yield check.mark_words(
                    passage, (start, end), f"“{words}” shouts.", suggestion="Write it in lower case."
                )


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
