"""Phrases that shut people out, wear thin or say little. The phrases and their rewrites are in data/phrases.yaml."""

from collections.abc import Iterator

from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.phrases import in_case_of, match_phrases

_WORDS_FOR_A_DUTY = 2  # a duty of one or two words has a verb or an object, seldom both


def find_phrases(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """The check's phrases in every line that is not equal-opportunity text."""
    for passage in posting.passages:
        if not passage.is_boilerplate:
            yield from _in_passage(passage, check)


def find_vague(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """Phrases that say little, and duties too short to say anything, where the job is described."""
    for passage in posting.of_kind(Kind.ABOUT, Kind.RESPONSIBILITIES, Kind.REQUIRED, Kind.NICE_TO_HAVE, Kind.OTHER):
        if passage.is_boilerplate:
            continue
        yield from _in_passage(passage, check)
        if passage.kind is Kind.RESPONSIBILITIES and len(passage.text.split()) <= _WORDS_FOR_A_DUTY:
            yield check.mark_words(
                passage,
                (0, len(passage.text)),
                f"“{passage.text}” is too short to tell what the person does.",
                suggestion="Say what the person does, to what, and what it is for.",
            )


def _in_passage(passage: Passage, check: ReviewCheck) -> Iterator[Finding]:
    for match, phrase in match_phrases(check.id, passage.text):
        new = None if phrase.replacement is None else in_case_of(match, phrase.replacement)
        words = match[0].strip()
        yield check.mark_words(
            passage,
            match.span(),
            f"{check.name}: “{words}”.",
            source=phrase.source,
            suggestion=phrase.instead,
            replacement=new,
        )


LANGUAGE_CHECKS = (
    ReviewCheck(
        id="age-language",
        name="Age",
        looks_for="Phrases that favor an age: digital native, recent graduate, young team, a limit on experience.",
        why="Age is protected. Such a phrase tells people outside of it not to apply.",
        severity=FindingSeverity.ERROR,
        source="startupkit",
        find=find_phrases,
        raises=build_example_posting(about="You will join a young team of six."),
        passes=build_example_posting(about="You will join a new team of six, whatever your age."),
    ),
    ReviewCheck(
        id="origin-language",
        name="Origin",
        looks_for="Phrases that favor an origin: native speaker, culture fit, experience in one country.",
        why="Origin is protected. A level of language, or a habit of work, can be learned; an origin cannot.",
        severity=FindingSeverity.ERROR,
        source="startupkit",
        find=find_phrases,
        raises=build_example_posting(required=["You are a native English speaker."]),
        passes=build_example_posting(required=["You write English that customers can act on."]),
    ),
    ReviewCheck(
        id="ability-language",
        name="Ability",
        looks_for="Phrases that ask for a body, not for an outcome: must walk, able-bodied, able to lift.",
        why="Disability is protected. Many people reach the same outcome in another way.",
        severity=FindingSeverity.ERROR,
        source="startupkit",
        find=find_phrases,
        raises=build_example_posting(required=["You must walk the aisles all day."]),
        passes=build_example_posting(
            required=["You move goods through the warehouse.", "You can walk a customer through the contract."]
        ),
    ),
    ReviewCheck(
        id="cliche",
        name="Cliché",
        looks_for="Worn phrases and slang: rockstar, fast-paced, wear many hats, leverage.",
        why="Every posting says it, so it tells a reader nothing about this one.",
        severity=FindingSeverity.NOTICE,
        source="rolebook",
        find=find_phrases,
        raises=build_example_posting(about="You will thrive under pressure in our fast-paced office."),
        passes=build_example_posting(about="You will answer about 40 calls a day, most of them before noon."),
    ),
    ReviewCheck(
        id="vague",
        name="Vague",
        looks_for="Lines that could stand in any posting: other duties, strong communication skills, responsible for.",
        why="Candidates look for pay, qualifications and the details of the job. A general phrase gives none of them.",
        severity=FindingSeverity.NOTICE,
        source="linkedin",
        find=find_vague,
        raises=build_example_posting(responsibilities=["Help with various projects as needed."]),
        passes=build_example_posting(responsibilities=["Write the weekly stock report for six shops."]),
    ),
)
