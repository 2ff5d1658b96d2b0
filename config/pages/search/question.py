"""A search taken apart, as a value, and the words for what it may ask for."""

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from roles.search.names import NamedRole

type Words = tuple[str, ...]


class Intent(StrEnum):
    """What someone wants to know about a role. Where a search has words of several, the first one here counts."""

    LAW = "law"
    OPENINGS = "openings"
    COMPANY = "company"
    REVIEW = "review"
    KIT = "kit"
    QUESTIONS = "questions"
    DESCRIPTION = "description"
    FIRST_DAYS = "first-days"
    DAY = "day"
    CAREER = "career"
    SKILLS = "skills"
    DUTIES = "duties"
    SALARY = "salary"
    COMPARISON = "comparison"
    BECOMING = "becoming"
    ROLE = "role"


class NamedPlace(msgspec.Struct, frozen=True):
    """A place by its name in the survey, the slug of its pages, and the postal codes of its states.

    `is_state` tells a whole state from a metropolitan area.
    """

    name: str
    slug: str
    states: tuple[str, ...]
    is_state: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A search taken apart: `subject` are the words that are left, and `roles` those that have exactly these words as a
    name. `is_place_last` says whether the search ends with the place.
    """

    subject: Words
    roles: "tuple[NamedRole, ...]" = ()
    intent: Intent | None = None
    rank: str = ""
    place: NamedPlace | None = None
    is_place_last: bool = False
    question_kind: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it names only its subject: no intent, no rank and no place."""
        return self.intent is None and not self.rank and self.place is None


_INTENTS = {
    Intent.LAW: gettext_lazy("the law on pay in job postings"),
    Intent.OPENINGS: gettext_lazy("saved openings"),
    Intent.COMPANY: gettext_lazy("a company profile"),
    Intent.REVIEW: gettext_lazy("a review"),
    Intent.KIT: gettext_lazy("an interview kit"),
    Intent.QUESTIONS: gettext_lazy("interview questions"),
    Intent.DESCRIPTION: gettext_lazy("a job description"),
    Intent.FIRST_DAYS: gettext_lazy("the first 90 days"),
    Intent.DAY: gettext_lazy("a typical day"),
    Intent.CAREER: gettext_lazy("the career path"),
    Intent.SKILLS: gettext_lazy("skills"),
    Intent.DUTIES: gettext_lazy("responsibilities"),
    Intent.SALARY: gettext_lazy("pay"),
    Intent.COMPARISON: gettext_lazy("a comparison"),
    Intent.BECOMING: gettext_lazy("how to get into the role"),
    Intent.ROLE: gettext_lazy("a role"),
}
_OF_ROLE = {
    Intent.KIT: gettext_lazy("%(role)s: the interview kit"),
    Intent.QUESTIONS: gettext_lazy("%(role)s: interview questions, and how to prepare"),
    Intent.DESCRIPTION: gettext_lazy("%(role)s: write the job description"),
    Intent.FIRST_DAYS: gettext_lazy("%(role)s: the first 90 days"),
    Intent.DAY: gettext_lazy("%(role)s: a typical day"),
    Intent.CAREER: gettext_lazy("%(role)s: the career path"),
    Intent.SKILLS: gettext_lazy("%(role)s: skills"),
    Intent.DUTIES: gettext_lazy("%(role)s: responsibilities"),
    Intent.SALARY: gettext_lazy("%(role)s: pay"),
}
_HUBS = {
    Intent.LAW: gettext_lazy("The law on pay in job postings"),
    Intent.OPENINGS: gettext_lazy("Your openings"),
    Intent.COMPANY: gettext_lazy("Company profiles"),
    Intent.REVIEW: gettext_lazy("Review your own job description"),
    Intent.KIT: gettext_lazy("Interview questions for every role"),
    Intent.QUESTIONS: gettext_lazy("Interview questions for every role"),
    Intent.DESCRIPTION: gettext_lazy("Every role, each with its job description"),
    Intent.SALARY: gettext_lazy("The pay for every role"),
    Intent.COMPARISON: gettext_lazy("Compare two roles"),
    Intent.CAREER: gettext_lazy("The levels for every role"),
    Intent.ROLE: gettext_lazy("Every role, each with its job description"),
}


def name_intent(intent: Intent) -> str:
    """The name of an intent in the language at hand, fit to be the object of a sentence."""
    return str(_INTENTS[intent])


def name_page(intent: Intent, role: str = "") -> str:
    """The path of the page of a role or an occupation that answers an intent; without one, the page of every role."""
    return str(_OF_ROLE[intent]) % {"role": role} if role else str(_HUBS[intent])
