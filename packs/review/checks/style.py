"""How a posting reads: bullets, sentences, paragraphs, reading grade."""

from collections.abc import Iterator

from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.measures import WORD_PATTERN, find_sentences, measure_posting
from packs.review.sources import PROFILES, for_measure, read_limit, side_by_side

ENOUGH_WORDS = 100  # a reading grade of less text says little; Gunning sampled passages of about 100 words
_HALF, _TWICE = 0.5, 2  # our own reading of "about one third" and of a long sentence
_PLAIN = "You read the orders of the week. You tell the shops what to stock. You say why. "
_HEAVY = (
    "The incumbent facilitates organizational transformation by operationalizing multidisciplinary methodologies, "
    "orchestrating communication activities and institutionalizing accountability across international subsidiaries. "
)


def find_bullets(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A share of bullets far from the profile's."""
    counts = measure_posting(posting)
    profile = PROFILES["textio-bullets"]
    best = profile.best_high or 0.0
    if counts.words < ENOUGH_WORDS:
        return
    if counts.bullets_share > _TWICE * best:
        advice = "Turn some bullets into a short paragraph that speaks to the reader."
    elif counts.bullets_share < _HALF * best:
        advice = "Turn duties and requirements into bullets."
    else:
        return
    yield check.make_finding(
        f"{counts.bullets_share:.0%} of the words stand in bullets. {profile.source_name}: {profile.says}.",
        suggestion=advice,
    )


def find_average_sentence(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """Sentences that are longer on average than the profile accepts."""
    counts = measure_posting(posting)
    profile = PROFILES["ongig-sentence"]
    if counts.style_words >= ENOUGH_WORDS and not profile.is_accepting(counts.words_per_sentence):
        yield check.make_finding(
            f"Sentences have {counts.words_per_sentence:.1f} words on average. {profile.source_name}: {profile.says}.",
            suggestion="Part the longest sentences in two.",
        )


def find_long_sentences(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """Sentences of more than twice the words that the profile thinks best."""
    most = _TWICE * (PROFILES["ongig-sentence"].best_high or 0)
    for passage in posting.passages:
        if passage.is_boilerplate:
            continue
        for span in find_sentences(passage.text):
            words = len(WORD_PATTERN.findall(passage.text[slice(*span)]))
            if words > most:
                yield check.mark_words(
                    passage, span, f"A sentence of {words} words.", suggestion="Make it two sentences."
                )


def find_long_paragraphs(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """Paragraphs of more sentences than the profile accepts."""
    for passage in posting.passages:
        spans = [*find_sentences(passage.text)]
        if not passage.is_boilerplate and len(spans) > read_limit("paycor-paragraph"):
            yield check.mark_words(
                passage,
                (spans[0][0], spans[-1][1]),
                f"A paragraph of {len(spans)} sentences.",
                suggestion="Start a new paragraph after the second sentence.",
            )


def find_grade(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A reading grade above the profile's. Its parts are in the message."""
    counts = measure_posting(posting)
    profile = PROFILES["ongig-grade"]
    if counts.style_words >= ENOUGH_WORDS and not profile.is_accepting(counts.grade):
        yield check.make_finding(
            f"Reading grade {counts.grade:.1f}, from {counts.words_per_sentence:.1f} words to a sentence and "
            f"{counts.syllables / counts.style_words:.2f} syllables to a word. {side_by_side(for_measure('grade'))}",
            suggestion="Use shorter words and sentences where the role's own terms allow it.",
        )


def find_fog(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A fog index of caution (a notice) or alert (a warning)."""
    counts = measure_posting(posting)
    profile = PROFILES["kdnuggets-fog"]
    if counts.style_words >= ENOUGH_WORDS and counts.fog >= (profile.best_high or 0):
        yield check.make_finding(
            f"Fog index {counts.fog:.1f}, from {counts.words_per_sentence:.1f} words to a sentence and "
            f"{counts.complex_words / counts.style_words:.0%} words of three syllables or more. "
            f"{side_by_side([profile])}",
            severity=FindingSeverity.NOTICE if profile.is_accepting(counts.fog) else FindingSeverity.WARNING,
            suggestion="Use shorter words and sentences where the role's own terms allow it.",
        )


def find_you_to_we(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """More words for the company than for the reader."""
    counts = measure_posting(posting)
    profile = PROFILES["ongig-you"]
    if counts.we and not profile.is_accepting(counts.you / counts.we):
        yield check.make_finding(
            f"You {counts.you}, we {counts.we}. {profile.source_name}: {profile.says}.",
            suggestion="Say what the reader will do and get, to the reader: you will, your team.",
        )


_LIST = [_PLAIN.strip()] * 5
STYLE_CHECKS = (
    ReviewCheck(
        id="bullets-share",
        name="Share of bullets",
        looks_for="Less than half or more than twice the recommended share of the words in bullets.",
        why="Bullets are quick to scan, prose speaks to the reader. A posting of bullets alone reads like a form.",
        severity=FindingSeverity.NOTICE,
        source="textio",
        find=find_bullets,
        raises=build_example_posting(responsibilities=_LIST * 2),
        passes=build_example_posting(about=_PLAIN * 10, responsibilities=_LIST),
    ),
    ReviewCheck(
        id="average-sentence",
        name="Sentences on average",
        looks_for="Sentences that are longer on average than employers' are.",
        why="Long sentences hide what matters.",
        severity=FindingSeverity.WARNING,
        source="ongig",
        find=find_average_sentence,
        raises=build_example_posting(about=_HEAVY * 6),
        passes=build_example_posting(about=_PLAIN * 10),
    ),
    ReviewCheck(
        id="long-sentence",
        name="Long sentence",
        looks_for="A sentence of more than twice the words that the profile thinks best.",
        why="A reader who has to start a sentence again may not.",
        severity=FindingSeverity.NOTICE,
        source="ongig",
        find=find_long_sentences,
        raises=build_example_posting(
            about="You will read the orders of the week for every shop, and when you have done so you will "
            "write to the managers of all of them to say what they should stock before Friday."
        ),
        passes=build_example_posting(
            about="You will read the week's orders. Each Friday you tell the shops what to stock."
        ),
    ),
    ReviewCheck(
        id="long-paragraph",
        name="Long paragraph",
        looks_for="A paragraph or bullet of more than two sentences.",
        why="A wall of text is skipped.",
        severity=FindingSeverity.NOTICE,
        source="paycor",
        find=find_long_paragraphs,
        raises=build_example_posting(about="You read the orders. You tell the shops what to stock. You say why."),
        passes=build_example_posting(about="You read the orders. You tell the shops what to stock."),
    ),
    ReviewCheck(
        id="reading-grade",
        name="Reading grade",
        looks_for="A Flesch-Kincaid grade above the profile's, in 100 words or more, without equal-opportunity text.",
        why="A posting is also for people who read in a second language.",
        severity=FindingSeverity.WARNING,
        source="ongig",
        find=find_grade,
        raises=build_example_posting(about=_HEAVY * 6),
        passes=build_example_posting(about=_PLAIN * 10),
    ),
    ReviewCheck(
        id="fog-index",
        name="Fog index",
        looks_for="A Gunning fog index of caution (a notice) or alert (a warning), in 100 words or more.",
        why="Long words and long sentences together make text hard to follow.",
        severity=FindingSeverity.WARNING,
        source="kdnuggets",
        find=find_fog,
        raises=build_example_posting(about=_HEAVY * 6),
        passes=build_example_posting(about=_PLAIN * 10),
    ),
    ReviewCheck(
        id="you-to-we",
        name="You to we",
        looks_for="Fewer words for the reader (you, your) than for the company (we, our, us).",
        why="A reader wants to see their own work in the posting.",
        severity=FindingSeverity.NOTICE,
        source="ongig",
        find=find_you_to_we,
        raises=build_example_posting(about="We ship our own boxes. Our customers trust us. You will join."),
        passes=build_example_posting(
            about="You will ship the boxes that our customers order. Your desk is beside the dock."
        ),
    ),
)
