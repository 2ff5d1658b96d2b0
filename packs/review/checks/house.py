"""Words that the company itself avoids, as its profile lists them."""

import re
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from packs.posting.facts import HouseWords
from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity


def find_avoided_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding wherever a line has words that the company avoids, as whole words in upper or lower case."""
    if not posting.house_words:
        return
    by_words = {words.avoid.casefold(): words for words in posting.house_words}
    longest_first = sorted(by_words, key=len, reverse=True)
    avoided = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    for passage in posting.passages:
        for match in avoided.finditer(passage.text):
            words = by_words.get(match[0].casefold())
            if words is not None:
                yield check.mark_words(
                    passage,
                    match.span(),
                    _("The company doesn’t write “%(words)s.”") % {"words": match[0]},
                    why=words.why,
                    suggestion=_("Write “%(words)s.”") % {"words": words.prefer} if words.prefer else None,
                    replacement=_match_capital(words.prefer, match[0]) if words.prefer else None,
                )


def _match_capital(words: str, found: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" if found[:1].isupper() else words


def _avoid_clients(posting: Posting) -> Posting:
    return msgspec.structs.replace(posting, house_words=(HouseWords("clients", "customers"),))


HOUSE_CHECKS = (
    ReviewCheck(
        id="house-words",
        name=gettext_noop("House style"),
        looks_for="Words that the company’s profile lists as words to avoid.",
        why=gettext_noop("Readers understand a company sooner when it always uses the same name for the same thing."),
        severity=FindingSeverity.NOTICE,
        source="house",
        find=find_avoided_words,
        raises=_avoid_clients(build_example_posting(about="You will serve clients.")),
        passes=_avoid_clients(build_example_posting(about="You will serve customers.")),
        in_every_language=True,
    ),
)
