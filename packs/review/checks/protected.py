"""Phrases that favor or shut out a group that the law protects."""

import re

from packs.posting.value import Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.checks.language import look_for_phrases
from packs.review.finding import FindingSeverity
from packs.review.job_cues import works_at_desk
from packs.review.phrases import find_all_phrases

_CITIZENSHIP = re.compile(r"citizen", re.IGNORECASE)
_CLEARED = re.compile(r"\b(?:security clearance|ITAR|export control)", re.IGNORECASE)
# Jobs of the United States, which an executive order keeps for citizens.
_FEDERAL = re.compile(
    r"\b(?:USAJOBS|(?i:federal (?:government|service|employ\w+))|(?:GS|WG|NF)[- ]\d|Selective Service)"
)


def _may_ask(posting: Posting, line: Passage) -> bool:
    """Whether a line about origin counts: one on citizenship does not in a federal job or beside a security
    clearance, whose law asks for it.
    """
    is_federal = posting.find_once(_FEDERAL, lambda: any(_FEDERAL.search(one.text) for one in posting.passages))
    return not (line.find_once(_names_citizens) and (is_federal or line.find_once(_names_clearance)))


def _names_citizens(text: str) -> bool:
    return bool(_CITIZENSHIP.search(text))


def _names_clearance(text: str) -> bool:
    return bool(_CLEARED.search(text))


def _asks_of_body(posting: Posting, line: Passage) -> bool:
    """Whether a line about the body counts here: at a desk, the check on physical demands says so of the whole line."""
    return not (works_at_desk(posting) and line.find_once(find_all_phrases).get("physical-demands"))


PROTECTED_CHECKS = (
    ReviewCheck(
        id="age-language",
        name="Age",
        looks_for="Phrases that favor an age: digital native, recent graduate, young team, 25-40.",
        why="Age is protected. Such a phrase tells people of other ages not to apply.",
        severity=FindingSeverity.ERROR,
        source="cfr-1625-4",
        find=look_for_phrases(in_title=True),
        raises=build_example_posting(about="You will join a young team of six."),
        passes=build_example_posting(
            about="You will join a new team of six.", responsibilities=["Serve young people and taste mature cheese."]
        ),
    ),
    ReviewCheck(
        id="origin-language",
        name="Origin and citizenship",
        looks_for="Phrases that favor a national origin or citizenship: native speaker, US citizens only, culture fit.",
        why="National origin is protected. People can learn a language or a way of working, but they can't change "
        "their origin.",
        severity=FindingSeverity.ERROR,
        source="cfr-1606",
        find=look_for_phrases(when=_may_ask, in_title=True),
        raises=build_example_posting(required=["You are a native English speaker."]),
        passes=build_example_posting(required=["You write English that customers can act on."]),
    ),
    ReviewCheck(
        id="ability-language",
        name="Ability",
        looks_for="Phrases that describe a body instead of an outcome: able-bodied, stoops and crouches.",
        why="Disability is protected. Many people reach the same outcome in another way.",
        severity=FindingSeverity.ERROR,
        source="cfr-1630",
        find=look_for_phrases(when=_asks_of_body, in_title=True),
        raises=build_example_posting(required=["You are able-bodied."]),
        passes=build_example_posting(
            required=["You move goods through the warehouse.", "You can walk a customer through the contract."]
        ),
    ),
    ReviewCheck(
        id="appearance",
        name="Appearance",
        looks_for="Rules about looks, hair or tattoos, or a request for a photo.",
        why="Looks say nothing about the work, and they are tied to age, sex, origin, religion and disability.",
        severity=FindingSeverity.WARNING,
        source="dc-appearance",
        find=look_for_phrases(in_title=True),
        raises=build_example_posting(required=["No visible tattoos, no dyed hair."]),
        passes=build_example_posting(required=["Hair tied back in the kitchen."]),
    ),
    ReviewCheck(
        id="personal-life",
        name="Family and religion",
        looks_for="Questions or rules about marriage, children or religion.",
        why="Marriage and children say nothing about the work, and questions about them fall mostly on women.",
        severity=FindingSeverity.ERROR,
        source="eeoc-advertising",
        find=look_for_phrases(in_title=True),
        raises=build_example_posting(required=["Unmarried, with no family commitments."]),
        passes=build_example_posting(required=["Two evenings a week until nine."]),
    ),
)
