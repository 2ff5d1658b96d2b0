"""What a kit is checked for before it is published. Each app adds the checks of its own parts (roles/app_parts.py).

A KitError (roles/kit/errors.py) says that a kit is not whole; a finding here is about a kit that is.
"""

import difflib
import re
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from itertools import zip_longest

import msgspec
from django.utils import timezone

from roles.app_parts import list_parts
from roles.kit.blanks import Blank, blank_key, distinct_blanks, split_blanks
from roles.kit.errors import ErrorPlace, InvalidField, KitError
from roles.kit.lists import join_with_and
from roles.kit.value import Kit
from roles.models.edition import Edition

SOURCE_GROWS_OLD = timedelta(days=365)
LONGEST_SUMMARY = 160  # characters; search engines cut what is longer
MOST_BLANKS = 9  # in a template; people fill in a form of this length
MEANINGLESS_NAMES = frozenset(
    {
        *("number", "how many", "count", "amount", "figure", "value", "size", "percentage", "percent"),
        *("date", "time", "year", "month", "quarter", "period", "name", "title", "place", "thing"),
        *("one", "two", "three", "four", "five", "x", "n"),
    }
)
ALIKE = 0.85  # difflib's ratio from which two blanks are taken for one that is misspelt; [team] and [teams] are 0.89


class KitSeverity(StrEnum):
    """An error stops publishing, a warning asks, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class KitProblem(msgspec.Struct, frozen=True):
    """A problem that a check found, with its place in an editor's words and as a path in the kit."""

    severity: KitSeverity
    where: str
    message: str
    place: ErrorPlace = ()


def check_kit(kit: Kit) -> list[KitProblem]:
    """The problems that all the checks of all apps find in a kit, errors first. Some checks run queries."""
    order = [*KitSeverity]
    found = [problem for parts in list_parts() for check in parts.checks for problem in check(kit)]
    return sorted(found, key=lambda problem: order.index(problem.severity))


def refuse_unknown(kit: Kit) -> Kit:
    """The same kit. Raises KitError with each place that names something unknown to the apps, which takes queries."""
    errors = [*list_unknown(kit)]
    if errors:
        raise KitError(errors)
    return kit


def list_unknown(kit: Kit) -> Iterator[InvalidField]:
    """An error for each place of a kit that names something unknown to the apps, such as a skill or an occupation. Runs
    queries.
    """
    return (error for parts in list_parts() for check in parts.errors for error in check(kit))


def missing_parts(kit: Kit) -> Iterator[KitProblem]:
    """An error for each part without which a kit can't be published, and a warning for each that it should have."""
    needed = {
        "job_description": "the job description template",
        "responsibilities": "responsibilities",
        "skills": "skills",
        "competencies": "competencies",
    }
    wanted = {"faqs": "frequently asked questions", "levels": "levels", "benchmarks": "pay benchmarks"}
    for severity, parts in ((KitSeverity.ERROR, needed), (KitSeverity.WARNING, wanted)):
        for name, label in parts.items():
            if not getattr(kit, name):
                yield KitProblem(severity, label.capitalize(), "There are none yet.", (name,))
    if len(kit.summary) > LONGEST_SUMMARY:
        message = f"{len(kit.summary)} characters; search engines cut it off after about {LONGEST_SUMMARY}."
        yield KitProblem(KitSeverity.WARNING, "Summary", message, ("summary",))


def broken_links(kit: Kit) -> Iterator[KitProblem]:
    """A problem for each role that the kit names and that readers can't open. One query."""
    live = {*Edition.objects.live().filter(slug__in=kit.list_mentioned_roles()).values_list("slug", flat=True)}
    others = {part.other: ("comparisons", place, "other") for place, part in enumerate(kit.comparisons)}
    for slug in kit.list_mentioned_roles():
        where, place = "Related roles and comparisons", others.get(slug, ("related",))
        if slug == kit.slug:
            yield KitProblem(KitSeverity.ERROR, where, "The role names itself.", place)
        elif slug not in live:
            message = f"No role on the site has the address {slug!r}. Its link is left out until there is one."
            yield KitProblem(KitSeverity.WARNING, where, message, place)


def misspelt_blanks(kit: Kit) -> Iterator[KitProblem]:
    """A problem for brackets that don't close, and for blanks that look like one blank spelled two ways."""
    texts = [line.text for line in kit.job_description]
    for line, text in enumerate(texts):
        rest = "".join(run for run in split_blanks(text) if isinstance(run, str))
        if re.search(r"[\[\]]", rest):
            message = f"A bracket is missing or empty: {text}"
            at = ("job_description", line, "text")
            yield KitProblem(KitSeverity.ERROR, "Job description template", message, at)
    names = [blank.name for blank in distinct_blanks(texts)]
    for i, name in enumerate(names):
        for other in names[i + 1 :]:
            if _is_alike(blank_key(name), blank_key(other)):
                message = f"[{name}] and [{other}] look like one blank spelled two ways."
                place = _find_blank(kit, other)
                yield KitProblem(KitSeverity.WARNING, "Job description template", message, place)


def colliding_blanks(kit: Kit) -> Iterator[KitProblem]:
    """A problem for a blank whose one value would mean two things, and for more blanks than people fill in.

    A name has one value. So a name that says only what kind of value it takes may occur once, and a blank that counts
    something must count the same thing everywhere.
    """
    texts = [line.text for line in kit.job_description]
    for blank in (blanks := distinct_blanks(texts)):
        counted = [*dict.fromkeys(_list_counted(texts, blank))]
        if len(counted) > 1:
            message = f"[{blank.name}] stands for {join_with_and(counted)}. Give each of them a blank of its own."
            yield KitProblem(KitSeverity.ERROR, "Job description template", message, _find_blank(kit, blank.name))
    if len(blanks) > MOST_BLANKS:
        message = f"{len(blanks)} blanks. Keep it to {MOST_BLANKS}, or people will leave some of them unfilled."
        yield KitProblem(KitSeverity.WARNING, "Job description template", message, ("job_description",))


def old_figures(kit: Kit) -> Iterator[KitProblem]:
    """A warning for each source of the kit that was read more than SOURCE_GROWS_OLD ago."""
    for number, source in enumerate(kit.sources):
        if timezone.localdate() - source.retrieved_on > SOURCE_GROWS_OLD:
            message = f"{source.publisher}: read on {source.retrieved_on:%B %-d, %Y}. See whether it has newer figures."
            yield KitProblem(KitSeverity.WARNING, "Sources", message, ("sources", number, "retrieved_on"))


def _find_blank(kit: Kit, name: str) -> ErrorPlace:
    """The first line of the template that has a blank."""
    lines = (number for number, line in enumerate(kit.job_description) if f"[{name}]" in line.text)
    number = next(lines, None)
    return ("job_description",) if number is None else ("job_description", number, "text")


def _list_counted(texts: list[str], blank: Blank) -> Iterator[str]:
    """What a blank stands for at each of its places: its name with the noun that it counts or measures.

    Only a name without a meaning of its own is read this way, such as [number] or [size]: "[team] builds" and
    "[team] ships" are about one team.
    """
    if blank.key not in MEANINGLESS_NAMES:
        return
    for text in texts:
        runs = split_blanks(text)
        for run, following in zip_longest(runs, runs[1:]):
            if isinstance(run, Blank) and run.key == blank.key:
                noun = (
                    re.match(r"\A\s+([\w'-]+(?:\s+(?:of|in)\s+[\w'-]+)?)", following)
                    if isinstance(following, str)
                    else None
                )
                yield f"“{run} {noun[1]}”" if noun else f"{run} in “{text}”"


def _is_alike(name: str, other: str) -> bool:
    """Whether two names differ by a letter or two, and not by a word or a number."""
    same_count = len(name.split()) == len(other.split())
    same_numbers = re.findall(r"\d+", name) == re.findall(r"\d+", other)
    return same_count and same_numbers and difflib.SequenceMatcher(None, name, other).ratio() >= ALIKE
