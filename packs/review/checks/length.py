"""How long a posting is. Published advice disagrees: every profile is shown, and a finding lies far outside of all."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from packs.posting.value import Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.measures import measure_posting
from packs.review.sources import PROFILES, for_measure, side_by_side
from web.language import ENGLISH

_SENTENCE = "You will read the orders of the week and tell the shops what to stock. "


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


LENGTH_CHECKS = (
    ReviewCheck(
        id="length-words",
        name=gettext_noop("Length"),
        looks_for="Fewer than 40 or more than 1,000 words.",
        why=gettext_noop(
            "Sources disagree on length, so this check flags only a text that is far outside all of their limits."
        ),
        severity=FindingSeverity.WARNING,
        source="rolebook",
        find=find_length,
        raises=build_example_posting(about=_SENTENCE * 70),
        passes=build_example_posting(about=_SENTENCE * 40),
        in_every_language=True,
    ),
)
