"""How a posting reads: its length, sentences, paragraphs, and one note where grade and fog index are very high.

Published advice on length disagrees: every profile is shown, and a finding lies far outside of all.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.measures import WORD_PATTERN, find_sentences, measure_posting
from packs.review.sources import PROFILES, for_measure, read_limit, side_by_side
from web.language import ENGLISH

ENOUGH_WORDS = 100  # a reading grade of less text says little; Gunning sampled passages of about 100 words
_ORDERS = "You will read the orders for the week and tell the stores what to stock. "
_PLAIN = "You read the orders for the week. You tell the stores what to stock. You say why. "
_HEAVY = (
    "The incumbent facilitates organizational transformation by operationalizing multidisciplinary methodologies, "
    "orchestrating communication activities and institutionalizing accountability across international subsidiaries. "
)


def find_length(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where the number of words is outside of what any profile accepts."""
    words, limits = measure_posting(posting).words, PROFILES["rolebook-words"]
    if words and not limits.is_accepting(words):
        advice = (
            _("Cut what doesn’t help a reader decide.") if limits.is_above(words) else _("Say more about the work.")
        )
        message = ngettext("%(count)s word.", "%(count)s words.", words) % {"count": words}
        said = side_by_side(for_measure("words")) if posting.language == ENGLISH else ""
        yield check.make_finding(f"{message} {said}".rstrip(), suggestion=advice)


def find_long_sentences(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each sentence with more words than the profile accepts."""
    most = read_limit("rolebook-sentence")
    for passage in posting.passages:
        if passage.is_boilerplate or passage.text.count(" ") < most:
            continue
        for span in find_sentences(passage.text):
            words = len(WORD_PATTERN.findall(passage.text[slice(*span)]))
            if words > most:
                yield check.mark_words(
                    passage,
                    span,
                    _("A sentence of %(count)s words.") % {"count": words},
                    suggestion=_("Make it two sentences."),
                )


def find_long_paragraphs(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each paragraph with more words than the profile accepts."""
    most = read_limit("rolebook-paragraph")
    for passage in posting.passages:
        if passage.is_boilerplate or passage.text.count(" ") < most:
            continue
        words = len(WORD_PATTERN.findall(passage.text))
        if words > most:
            yield check.mark_words(
                passage,
                (0, len(passage.text)),
                _("A paragraph of %(count)s words.") % {"count": words},
                suggestion=_("Split it where the subject changes."),
            )


def find_hard_reading(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """At most one finding, where grade and fog index are both far above their profiles."""
    counts = measure_posting(posting)
    grade, fog = PROFILES["rolebook-grade"], PROFILES["rolebook-fog"]
    if counts.style_words >= ENOUGH_WORDS and grade.is_above(counts.grade) and fog.is_above(counts.fog):
        yield check.make_finding(
            f"Reading grade {counts.grade:.0f} and fog index {counts.fog:.0f}, from "
            f"{counts.words_per_sentence:.0f} words "
            f"per sentence and {counts.complex_words / counts.style_words:.0%} words of three syllables or more. "
            f"{side_by_side(for_measure('grade'))}",
            suggestion="Split the longest sentences, and use shorter words where the role's own terms allow it.",
        )


STYLE_CHECKS = (
    ReviewCheck(
        id="length-words",
        name=gettext_noop("Length"),
        looks_for="Fewer than 40 or more than 1,000 words.",
        why=gettext_noop(
            "Sources disagree on length, so this check flags only text that is far outside all of their limits."
        ),
        severity=FindingSeverity.WARNING,
        source="rolebook",
        find=find_length,
        raises=build_example_posting(about=_ORDERS * 70),
        passes=build_example_posting(about=_ORDERS * 40),
        in_every_language=True,
    ),
    ReviewCheck(
        id="long-sentence",
        name=gettext_noop("Long sentence"),
        looks_for="A sentence of more than 45 words.",
        why=gettext_noop("A reader who has to start a sentence over may give up."),
        severity=FindingSeverity.NOTICE,
        source="rolebook",
        find=find_long_sentences,
        raises=build_example_posting(
            about="You will read the weekly orders from every store in the north and the south, and when you have "
            "done so and have seen what is missing you will write to the managers of all of them to say what they "
            "should stock before Friday and what they can send back."
        ),
        passes=build_example_posting(
            about="You will read the week's orders. Each Friday you tell the stores what to stock."
        ),
        in_every_language=True,
    ),
    ReviewCheck(
        id="long-paragraph",
        name=gettext_noop("Long paragraph"),
        looks_for="A paragraph or bullet of more than 150 words.",
        why=gettext_noop("People skip walls of text."),
        severity=FindingSeverity.NOTICE,
        source="rolebook",
        find=find_long_paragraphs,
        raises=build_example_posting(about=_PLAIN * 10),
        passes=build_example_posting(about="You read the orders. You tell the stores what to stock."),
        in_every_language=True,
    ),
    ReviewCheck(
        id="reading-grade",
        name="Hard to read",
        looks_for="A Flesch-Kincaid grade and a Gunning fog index that are both very high, in 100 words or more.",
        why="A posting is also for people who read in a second language.",
        severity=FindingSeverity.NOTICE,
        source="rolebook",
        find=find_hard_reading,
        raises=build_example_posting(about=_HEAVY * 6),
        passes=build_example_posting(about=_PLAIN * 10),
    ),
)
