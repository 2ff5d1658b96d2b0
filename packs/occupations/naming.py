"""What one person in an occupation is called: the SOC names groups of people, and often several kinds together.

Plumbers, Pipefitters, and Steamfitters -> Plumber
Bus Drivers, School -> School Bus Driver
First-Line Supervisors of Retail Sales Workers -> Retail Sales Supervisor
"""

import re
from collections.abc import Iterator, Sequence

from occupations.reading import OccupationProfile
from occupations.words import stem_title
from packs.review.checks.gendered import GENDERED_NOUN

ASIDE = re.compile(r"(?:(?<!\s)\s+)?\([^()]*\)")
# What narrows a group and is no part of a person's title.
LIMITS = re.compile(r", (?:Except |Including |All Other|Hand$|Metal and Plastic|Operators, and Tenders).*| \(.*")
SUPERVISORS, HELPERS, WORKERS = "First-Line Supervisors of ", "Helpers--", " Workers"
BREAK = re.compile(r", and |, | and |/")
AGENTS = re.compile(r"(?:[eo]rs|ists|ians|ants|ents|ysts|echanics|lerks)$")
ENDS_GENDERED = re.compile(
    r"(?i)(?:(?<!\bhu)(?<!\bger)m[ae]n|girl|boy|maid|lady|laundress|masseuse|waiter|waitress|hostess)s?\b"
)
OF_A_GENDER = re.compile(r"(?i)\b(?:wo)?men['’]s\b")  # the work is for one, or about one


def name_one_person(profile: OccupationProfile) -> str:
    """A title for one person that names no gender, from the occupation's name or else from a title
    that people report.
    """
    titles = [ASIDE.sub("", title) for title in profile.titles]
    reported = sorted((ASIDE.sub("", title) for title in profile.facts.reported_titles), key=len)
    own = LIMITS.sub("", profile.title)
    return next((name for name in (*_list_names(own, titles), *reported) if not names_gender(name)), own)


def _list_names(own: str, titles: Sequence[str]) -> Iterator[str]:
    """What one person of a group may be called, the best first. `titles` are those that people use."""
    if own.startswith(SUPERVISORS):
        group = own.removeprefix(SUPERVISORS)
        yield f"{group.removesuffix(WORKERS)} Supervisor" if group.endswith(WORKERS) else f"Supervisor of {group}"
    if own.startswith(HELPERS):
        group = own.removeprefix(HELPERS)
        yield (
            f"{group.removesuffix(WORKERS)} Helper"
            if WORKERS in group
            else f"{_singularize(BREAK.split(group)[0])} Helper"
        )
    known = {" ".join(stem_title(title)): title for title in titles}
    head, _, narrower = own.partition(", ")
    if narrower and not AGENTS.search(narrower) and "," not in narrower and " and " not in head:
        inverted = f"{narrower} {_singularize(head)}"
        if " and " in narrower or " ".join(stem_title(inverted)) in known:
            yield inverted
    for found in BREAK.finditer(own):
        part = own[: found.start()]
        if part.endswith("s") and " ".join(stem_title(part)) in known:
            yield _singularize(part)
    whole = own if _ends_in_people(own) else head if head.endswith("s") else own.rpartition(", ")[0]
    yield _singularize(_singularize_all(whole))
    yield from (_singularize(part) for part in BREAK.split(own) if AGENTS.search(part))


def _ends_in_people(own: str) -> bool:
    """Whether what follows the last comma are people too, and nothing that narrows the group."""
    return "," not in own or bool(AGENTS.search(own))


def _singularize_all(group: str) -> str:
    """A group with each kind of people in it as one person: "Mechanic and Installer" of "Mechanics and Installers"."""
    parts, breaks = BREAK.split(group), BREAK.findall(group)
    names = [_singularize(part) if AGENTS.search(part) else part for part in parts]
    return "".join(name + (breaks[at] if at < len(breaks) else "") for at, name in enumerate(names))


def _singularize(group: str) -> str:
    """One person of a group, by the last word before "of" or of all."""
    head, of, rest = group.partition(" of ")
    if head.endswith("ies"):
        head = f"{head[:-3]}y"
    elif re.search(r"(?:ss|sh|ch|x)es$", head):
        head = head[:-2]
    elif head.endswith("s") and not head.endswith("ss"):
        head = head[:-1]
    return f"{head}{of}{rest}"


def names_gender(title: str) -> bool:
    """Whether a title is for one gender: "Flagman", not "Women's Studies Professor"."""
    person = OF_A_GENDER.sub("", title)
    return bool(ENDS_GENDERED.search(person) or GENDERED_NOUN.search(person))
