"""What the checks of every language say of themselves, for translators: a finding is in the language of its text."""

from django.utils.translation import gettext, gettext_lazy

SAID = (
    gettext_lazy("Unfilled blank"),
    gettext_lazy("A reader cannot tell what a blank stands for, and takes the whole posting for unfinished."),
    gettext_lazy("Length"),
    gettext_lazy(
        "Sources contradict each other on length, so this speaks up only far outside of what any of them accepts."
    ),
    gettext_lazy("No pay"),
    gettext_lazy("Pay is what most candidates find helpful (61% in a survey by LinkedIn), and many laws ask for it."),
    gettext_lazy("Wide pay range"),
    gettext_lazy("Readers trusted a posting less when its gap was $50,000 or more than when it was about $10,000."),
    gettext_lazy("Pay away from the benchmark"),
    gettext_lazy("Either the level or the pay is not what the reader will expect."),
    gettext_lazy("Too many must-haves"),
    gettext_lazy(
        "A long list keeps people away who could do the job. A weak source says seven; good postings of trades and "
        "public offices have more, so twelve is our own figure."
    ),
    gettext_lazy("Long sentence"),
    gettext_lazy("A reader who has to start a sentence again may not."),
    gettext_lazy("Long paragraph"),
    gettext_lazy("A wall of text is skipped."),
    gettext_lazy("Words of the house"),
    gettext_lazy("A company that always calls a thing by one name is understood sooner."),
)


def say(text: str) -> str:
    """What a check says of itself, in the language at hand."""
    return gettext(text) if text else ""
