"""How long a posting is. Published advice disagrees, so every profile is shown and none is the rule."""

from collections.abc import Iterator

from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.measures import measure_posting
from packs.review.sources import for_measure, side_by_side

_SENTENCE = "You will read the orders of the week and tell the shops what to stock. "


def find_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A number of words that no profile accepts."""
    profiles = for_measure("words")
    words = measure_posting(posting).words
    if words and not any(profile.is_accepting(words) for profile in profiles):
        long = all(profile.is_above(words) for profile in profiles)
        advice = "Cut what does not help a reader decide." if long else "Cut it down, or say more: see each profile."
        yield check.make_finding(
            f"{words} words: no length profile accepts that. {side_by_side(profiles)}", suggestion=advice
        )


def find_characters(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A number of characters that few readers applied at."""
    characters = measure_posting(posting).characters
    for profile in for_measure("characters"):
        if characters and not profile.is_accepting(characters):
            advice = (
                "Say more about the work." if profile.is_below(characters) else "Cut what repeats or does not help."
            )
            yield check.make_finding(
                f"{characters:,} characters. {profile.source_name}: {profile.says}.", suggestion=advice
            )


LENGTH_CHECKS = (
    ReviewCheck(
        id="length-words",
        name="Length in words",
        looks_for="A number of words that none of the length profiles accepts.",
        why="Sources contradict each other on length, so this speaks up only where they all would.",
        severity=FindingSeverity.WARNING,
        source="textio",
        find=find_words,
        raises=build_example_posting(about=_SENTENCE * 60),
        passes=build_example_posting(about=_SENTENCE * 40),
    ),
    ReviewCheck(
        id="length-characters",
        name="Length in characters",
        looks_for="Fewer or more characters than postings had that readers went on to apply to.",
        why="In one count of 2015, few of those who clicked on very short or very long postings applied.",
        severity=FindingSeverity.WARNING,
        source="appcast-2015",
        find=find_characters,
        raises=build_example_posting(about=_SENTENCE * 3),
        passes=build_example_posting(about=_SENTENCE * 40),
    ),
)
