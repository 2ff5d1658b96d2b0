"""A check: a pure function over a posting, with what the public page says about it; and how all of them are run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec
from django.utils.translation import gettext, override

from packs.posting.facts import TITLE_SECTION, TextPlace
from packs.posting.value import Kind, Passage, Posting, PostingLine, PostingSection
from packs.review.finding import Finding, FindingSeverity
from roles.app_parts import AppParts, list_parts
from roles.kit.language import written_in
from web.language import ENGLISH, text_language

_LAST = (float("inf"),)

type Find = Callable[[Posting, "ReviewCheck"], Iterable[Finding]]


class ReviewCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A check with its words for the public page, and two postings: one in which it finds something, one in which it
    doesn't.

    Those `in_every_language` look at blanks, figures, counts and sections, and mark their name and their reason for
    translators; others look only at English words.
    """

    id: str
    name: str
    looks_for: str
    why: str
    severity: FindingSeverity
    source: str
    find: Find
    raises: Posting
    passes: Posting
    in_every_language: bool = False

    def run_check(self, posting: Posting) -> Iterator[Finding]:
        """The check's findings in a posting, mostly in reading order; none in a language whose
        words it doesn't know.
        """
        if self.in_every_language or posting.language == ENGLISH:
            yield from self.find(posting, self)

    def make_finding(
        self,
        message: str,
        *,
        place: TextPlace | None = None,
        quote: str = "",
        why: str = "",
        source: str = "",
        suggestion: str | None = None,
        replacement: str | None = None,
        severity: FindingSeverity | None = None,
    ) -> Finding:
        """A finding of this check, with the check's severity, reason and source unless others are given.

        `place` is where the words are, None for the whole posting, and `quote` the words. `suggestion` is advice, and
        `replacement` what a button puts in place of the words.
        """
        name, usual_why = _word_check(self.name, self.why, text_language())
        return Finding(
            check=self.id,
            check_name=name,
            severity=severity or self.severity,
            message=message,
            why=why or usual_why,
            source=source or self.source,
            place=place,
            quote=quote,
            suggestion=suggestion,
            replacement=replacement,
        )

    def mark_words(
        self,
        passage: Passage,
        span: tuple[int, int],
        message: str,
        *,
        why: str = "",
        source: str = "",
        suggestion: str | None = None,
        replacement: str | None = None,
    ) -> Finding:
        """A finding on the words of a passage in `span`, as (start, end) in characters."""
        quote = passage.text[slice(*span)]
        place = passage.make_place(*span)
        return self.make_finding(
            message, place=place, quote=quote, why=why, source=source, suggestion=suggestion, replacement=replacement
        )


@lru_cache(1000)
def _word_check(name: str, why: str, language: str) -> tuple[str, str]:
    """The name of a check and its reason in a language."""
    with override(language):
        return gettext(name), gettext(why)


def get_title_line(posting: Posting) -> Passage:
    """The title as a line, which remembers what was found in it."""
    return posting.find_once(Passage, lambda: Passage(TITLE_SECTION, 0, Kind.OTHER, posting.title))


def build_example_posting(*, title: str = "Data Analyst", **lines: str | list[str]) -> Posting:
    """A short posting for a page or a test, from its sections by kind: a list makes bullets, a text one paragraph."""
    sections = []
    for name, texts in lines.items():
        kind = Kind(name.replace("_", "-"))
        bulleted = isinstance(texts, list)
        sections.append(
            PostingSection(
                kind=kind,
                lines=tuple(PostingLine(text, bulleted) for text in ([texts] if isinstance(texts, str) else texts)),
            )
        )
    return Posting(title=title, sections=tuple(sections))


@dataclass(frozen=True, kw_only=True)
class ReviewParts(AppParts):
    """What an app adds to the review of postings: its checks, in the order of the public page."""

    review_checks: Sequence[ReviewCheck]


@cache
def list_checks() -> tuple[ReviewCheck, ...]:
    """The checks of every app, in the order of the public page. Imported on first use, then kept."""
    return tuple(check for parts in list_parts() if isinstance(parts, ReviewParts) for check in parts.review_checks)


def review_posting(posting: Posting) -> list[Finding]:
    """The findings of all checks in the order of their places, worded in the posting's language; those on the whole
    posting are last.
    """
    with written_in(posting.language):
        found = [finding for check in list_checks() for finding in check.run_check(posting)]
    return sorted(found, key=_order_finding)


def _order_finding(finding: Finding) -> tuple[float, ...]:
    return _LAST if finding.place is None else tuple(msgspec.structs.astuple(finding.place))
