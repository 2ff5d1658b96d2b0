"""What the lines of a posting say of its job, as fields: employer, places, contract, deadline, contact, reference."""

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from packs.posting.facts import Employment, OfferedPlace, Workplace
from packs.posting.value import Kind, Posting
from packs.reading.dates import find_deadline
from packs.reading.facts import LONGEST_FACT, read_label

_COMPANY = re.compile(r"(?:company|employer|organi[sz]ation|client|agency)(?: name)?", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:(?:job|work|office|duty) ?)?(?:locations?|places?|sites?|where|town|city)(?: of work)?", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|req(?:uisition)?|posting|job|vacancy|recruitment|listing)\.?(?: ?(?:number|no\.?|id|code|#))?"
    r"\s?[:#]?\s(?P<code>(?=[\w/.-]{0,20}\d)[A-Z0-9][\w/-]{2,24}(?:\.\d+)?)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"https?://[^\s<>()\"]{4,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_EMPLOYMENT = (
    (Employment.FULL_TIME, re.compile(r"\bfull[- ]time\b|\bjornada completa\b|\bvollzeit\b", re.IGNORECASE)),
    (Employment.PART_TIME, re.compile(r"\bpart[- ]time\b|\bmedia jornada\b|\bteilzeit\b", re.IGNORECASE)),
    (Employment.TEMPORARY, re.compile(r"\btemporary\b|\bfixed[- ]term\b|\bseasonal\b|\bbefristet\b", re.IGNORECASE)),
    (
        Employment.CONTRACTOR,
        re.compile(r"\bcontractor\b|\bfreelance\b|:\s*contract\b(?!s)|\b\d+[- ]month contract\b", re.IGNORECASE),
    ),
    (Employment.INTERN, re.compile(r"\bintern(?:ship)?\b", re.IGNORECASE)),
)
_WORKPLACE = (
    (
        Workplace.HYBRID,
        re.compile(r"\bhybrid\b|days (?:a week )?(?:in the office|at home|from home)|telework", re.IGNORECASE),
    ),
    (Workplace.REMOTE, re.compile(r"\b(?:fully |100% )?remote\b|\bwork from home\b", re.IGNORECASE)),
    (Workplace.ON_SITE, re.compile(r"\bon[- ]?site\b|\bin person\b|\bwork from office\b", re.IGNORECASE)),
)


def read_fields(posting: Posting) -> Posting:
    """The posting with the fields that its lines state. What none of them states keeps its default."""
    lines = [passage.text for passage in posting.passages]
    facts = [*_list_facts(posting)]
    apply = [passage.text for passage in posting.of_kind(Kind.HOW_TO_APPLY)]
    return msgspec.structs.replace(
        posting,
        company=_find_labelled(facts, _COMPANY),
        places=_find_places(facts),
        workplace=next((place for place, words in _WORKPLACE if any(map(words.search, facts))), None),
        employment=tuple(kind for kind, words in _EMPLOYMENT if any(map(words.search, facts))),
        deadline=_find_first(lines, find_deadline),
        how_to_apply="\n".join(apply),
        contact=_find_first([*apply, *lines], _find_contact) or "",
        reference=_find_first(facts, _find_reference) or "",
    )


def _list_facts(posting: Posting) -> Iterator[str]:
    """The short lines that stand before the first heading, and those with a label anywhere."""
    is_before = True
    for section in posting.sections:
        is_before = is_before and not section.heading
        for line in section.lines:
            if len(line.text) <= LONGEST_FACT and not line.text.endswith(".") and (is_before or read_label(line.text)):
                yield line.text


def _find_first[T](lines: Iterable[str], find: Callable[[str], T | None]) -> T | None:
    return next((found for line in lines if (found := find(line))), None)


def _find_labelled(facts: Iterable[str], label: re.Pattern[str]) -> str:
    """The words after the first such label."""
    labels = filter(None, map(read_label, facts))
    return next((words for name, words in labels if label.fullmatch(name)), "")


def _find_places(facts: Iterable[str]) -> tuple[OfferedPlace, ...]:
    words = _find_labelled(facts, _PLACE)
    return (
        (OfferedPlace(words=words, remote=bool(re.match(r"(?:fully )?remote\b", words, re.IGNORECASE))),)
        if words
        else ()
    )


def _find_contact(line: str) -> str | None:
    match = _CONTACT.search(line)
    return match[0].rstrip(".,;:") if match else None


def _find_reference(line: str) -> str | None:
    match = _REFERENCE.search(line)
    return match["code"] if match else None
