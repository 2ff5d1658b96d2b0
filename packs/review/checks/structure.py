"""What a posting opens with, how much it asks for, and whether its years agree with the level."""

import re
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from packs.posting.facts import YearsRange, make_finder
from packs.posting.value import Kind, Passage, Posting, PostingLine, PostingSection
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.checks.opening import find_about_us
from packs.review.finding import Finding, FindingSeverity
from packs.review.job_cues import is_head, is_senior
from packs.review.sources import read_limit

_NEAR = 80  # characters before years, that say what they are
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_YEARS = re.compile(
    rf"\b(?P<low>{_NUMBER})(?:\s*(?:-|–|—|to)\s*(?P<high>{_NUMBER}))?(?:\s*\+|\s+or more)?\s*(?:years"
    rf"|yrs)\b(?!\s+(?:old|of age|(?:or|and) (?:older|over|above)\b|minimum))",
    re.IGNORECASE,
)
_find_years = make_finder(_YEARS)
_ENDS = re.compile(rf"\A({_NUMBER})(\s*(?:-|–|—|to)\s*)({_NUMBER})", re.IGNORECASE)
_EXPERIENCE = re.compile(r"[ of'’]{0,5}(?:experience|in a similar role|as an? \w+|track record)", re.IGNORECASE)
_ENTRY = re.compile(r"\b(?:entry[- ]level|junior|trainee|intern|apprentice)\b", re.IGNORECASE)
_MOST_FOR_ENTRY, _MANY, _MANY_FOR_SENIOR = 2, 8, 12  # years, our own figures
_OF_A_COMPANY = 25  # years from which a text speaks of the age of a company
# Years of an age, or at most so many, are not asked for.
_NOT_ASKED = re.compile(
    r"\bage(?:d|s)?\b[^;.]{0,70}$"
    r"|\b(?:(?:not|no) (?:more|older|longer) than|max(?:imum)?\.?(?: of)?|up to|under|below) $",
    re.IGNORECASE,
)


class YearsAsked(msgspec.Struct, frozen=True):
    """The years that a line asks for: where they are in it, the lowest number, and the highest or None."""

    passage: Passage
    span: tuple[int, int]
    low: int
    high: int | None


def find_must_haves(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where more lines are required than the profile accepts, on the first line too many."""
    required = [passage for passage in posting.of_kind(Kind.REQUIRED) if not passage.is_boilerplate]
    most = int(read_limit("rolebook-must-haves"))
    if len(required) > most:
        surplus = required[most]
        yield check.mark_words(
            surplus,
            (0, len(surplus.text)),
            _("%(count)s must-haves. By our own rule of thumb, more than %(most)s look like a wish list.")
            % {"count": len(required), "most": most},
            suggestion=_("Move what can be learned on the job to nice-to-have, or drop it."),
        )


def find_years(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for years that contradict other years, the level, or an entry-level title."""
    asked = [*asked_years(posting)]
    for ask in asked:
        if ask.high is not None and ask.high < ask.low:
            words = ask.passage.text[slice(*ask.span)]
            turned = _ENDS.sub(r"\3\2\1", words.lower())
            text = turned[:1].upper() + turned[1:] if words[:1].isupper() else turned
            yield _make_years_finding(check, ask, "The range runs backward.", replacement=text)
    top = max(asked, key=lambda ask: ask.low, default=None)
    if top is None:
        return
    level = posting.years
    if (level and level.high is not None and top.low > level.high) or (
        level and level.low is not None and all(ask.high is not None and ask.high < level.low for ask in asked)
    ):
        yield _against_level(check, top, posting, level)
    elif _ENTRY.search(f"{posting.title} {posting.level}") and top.low > _MOST_FOR_ENTRY:
        yield _make_years_finding(
            check, top, f"An entry-level job that asks for {top.low} years.", suggestion="Ask for none, or for 1-2."
        )
    elif level is None and top.low >= (_MANY_FOR_SENIOR if is_senior(posting) else _MANY) and not is_head(posting):
        yield _make_years_finding(
            check,
            top,
            f"{top.low} years is a lot for this title.",
            suggestion="Ask for the least that the work needs, or say what the person should have done.",
        )


def asked_years(posting: Posting) -> Iterator[YearsAsked]:
    """The years of experience that the requirements ask for, and those in other lines about experience."""
    for passage in posting.passages:
        required = passage.kind is Kind.REQUIRED
        if passage.is_boilerplate or passage.kind not in (Kind.REQUIRED, Kind.ABOUT, Kind.OTHER):
            continue
        for match in _YEARS.finditer(passage.text) if passage.find_once(_find_years) else ():
            if _NOT_ASKED.search(passage.text, max(0, match.start() - _NEAR), match.start()):
                continue
            if required or _EXPERIENCE.match(passage.text, match.end()):
                high = _parse_number(match["high"]) if match["high"] else None
                low = _parse_number(match["low"])
                if low >= _OF_A_COMPANY:
                    continue
                yield YearsAsked(passage, match.span(), low, high)


def _parse_number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower()) + 1


def _against_level(check: ReviewCheck, ask: YearsAsked, posting: Posting, level: YearsRange) -> Finding:
    years = f"{level.low}-{level.high}" if None not in (level.low, level.high) else f"{level.low or level.high}"
    text = f"{years} years" if level.high is not None else f"{years}+ years"
    of = f"The level {posting.level}" if posting.level else "The role"
    advice = f"Write {text} if the level is right, or pick the level that the text is for."
    return _make_years_finding(check, ask, f"{of} has {text} in its kit.", suggestion=advice)


def _make_years_finding(
    check: ReviewCheck, ask: YearsAsked, message: str, *, suggestion: str = "", replacement: str | None = None
) -> Finding:
    advice = suggestion or f"Write: {replacement}."
    return check.mark_words(ask.passage, ask.span, message, suggestion=advice, replacement=replacement)


def _example_with_opening(heading: str, text: str) -> Posting:
    sections = (PostingSection(kind=Kind.ABOUT, heading=heading, lines=(PostingLine(text, bullet=False),)),)
    return Posting(title="Data Analyst", sections=sections)


def _example_with_asks(text: str) -> Posting:
    lines = (PostingLine(text),)
    sections = (PostingSection(kind=Kind.REQUIRED, lines=lines),)
    return Posting(title="Data Analyst", level="Mid", years=YearsRange(3, 5), sections=sections)


_SKILLS = [
    "Read SQL.",
    "Write a report.",
    "Clean a table.",
    "Draw a chart.",
    "Ask why.",
    "Test a claim.",
    "Keep notes.",
]
STRUCTURE_CHECKS = (
    ReviewCheck(
        id="opens-with-about-us",
        name="Opens with About us",
        looks_for="A first section or sentence about the company.",
        why="Readers decide early whether to go on. They came for the job.",
        severity=FindingSeverity.NOTICE,
        source="schmidt-2015",
        find=find_about_us,
        raises=_example_with_opening("About us", "Our stores sell tea."),
        passes=_example_with_opening("About this role", "You will count the tea in six stores."),
    ),
    ReviewCheck(
        id="too-many-must-haves",
        name=gettext_noop("Too many must-haves"),
        looks_for="More than twelve required lines.",
        why=gettext_noop(
            "A long list keeps away people who could do the job. One weak source sets the limit at seven; good "
            "postings for trades and government jobs have more, so our own limit is twelve."
        ),
        severity=FindingSeverity.WARNING,
        source="beefed",
        find=find_must_haves,
        raises=build_example_posting(required=[*_SKILLS, *_SKILLS]),
        passes=build_example_posting(required=_SKILLS),
        in_every_language=True,
    ),
    ReviewCheck(
        id="years",
        name="Years of experience",
        looks_for=(
            "Years that run backward, lie outside the level's range, contradict an entry level, or are too many "
            "for the title."
        ),
        why="It tells people at the right level not to apply.",
        severity=FindingSeverity.WARNING,
        source="van-iddekinge-2019",
        find=find_years,
        raises=_example_with_asks("10+ years of work with data."),
        passes=_example_with_asks("3-5 years of work with data."),
    ),
)
