"""From a text that somebody brought to a job description in the workbench, every word of it kept."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from packs.description.starting import start_description
from packs.description.value import (
    LONGEST_HEADING,
    OWN_HEADING,
    DescriptionLine,
    JobDescription,
    OfferedPay,
    SectionOf,
    usual_heading,
)
from packs.limits import MOST_RANGES
from packs.posting.facts import StatedPay
from packs.posting.value import Kind, Posting, PostingSection
from roles.kit.choices import PayKind
from roles.kit.choices import Section as Part
from roles.kit.value import Kit
from web.bullets import POINT

TEXT_FIELDS = {
    Kind.COMPANY: "about_company",
    Kind.BENEFITS: "benefits",
    Kind.HOW_TO_APPLY: "how_to_apply",
    Kind.EQUAL_OPPORTUNITY: "equal_opportunity",
    Kind.OTHER: "other",
}
SECTIONS_OF_KINDS = {part.value: part for part in Part}


def from_posting(posting: Posting, kit: Kit, edition: int) -> JobDescription:
    """A job description with a posting's words, for the role of a kit. The kit gives it no lines, and no figures that
    the text might contradict.

    Facts of the posting fill their fields, and sections keep their order. A second section of a kind follows the first,
    under its own heading or none.
    """
    base = start_description(kit, edition)
    lines: list[DescriptionLine] = []
    headings: dict[Part, str] = {}
    texts: dict[str, list[str]] = {}
    order: list[str] = []
    for section in posting.sections:
        part = SECTIONS_OF_KINDS.get(section.kind.value, Part.RESPONSIBILITIES)
        name = TEXT_FIELDS.get(section.kind, part.value)
        named = _name_section(section, name, order)
        order.extend(named)
        goes_on = not named or named == [name]
        if section.kind in TEXT_FIELDS:
            texts.setdefault(name, []).extend(_list_own_lines(section, is_first=goes_on))
            continue
        may_head = section.lines and part not in headings and len(section.heading) <= LONGEST_HEADING
        if may_head and not any(line.section is part for line in lines):
            headings[part] = section.heading
            words: Iterable[str] = _list_words(section)
        else:
            words = _list_own_lines(section, is_first=goes_on, bulleted=True)
        lines.extend(
            DescriptionLine(id=f"a{len(lines) + number}", section=part, text=text)
            for number, text in enumerate([*words], 1)
        )
    ranges = tuple(_read_pay(stated, base.pay) for stated in posting.pay[: 1 + MOST_RANGES])
    return msgspec.structs.replace(
        base,
        title=posting.title or kit.title,
        company=posting.company,
        places=tuple(msgspec.structs.replace(place, words="") for place in posting.places if place.country),
        workplace=posting.workplace,
        employment=posting.employment,
        deadline=posting.deadline,
        apply_to=posting.contact if any(posting.contact in text for text in texts.get("how_to_apply", ())) else "",
        experience_min=None,
        experience_max=None,
        pay=ranges[0] if ranges else msgspec.structs.replace(base.pay, low=None, high=None),
        other_pay=ranges[1:],
        lines=tuple(lines),
        sections=_read_outline(headings),
        order=tuple(order),
        **{field: "\n".join(words) for field, words in texts.items()},
    )


def _name_section(section: PostingSection, name: str, order: list[str]) -> list[str]:
    """The name of a section in the order of all; none where it goes on with the one before."""
    count = sum(key.partition(".")[0] == name for key in order)
    if count == 0:
        return [name]
    goes_on = order[-1].partition(".")[0] == name and not section.heading
    return [] if goes_on or not any(_list_words(section)) else [f"{name}.{count + 1}"]


def _list_own_lines(section: PostingSection, *, is_first: bool, bulleted: bool = False) -> Iterator[str]:
    """The lines of a section under the heading that it has in the text; one that is not the `first` of its field, and
    has none, starts with an empty one. Where not all lines are `bulleted`, points of a list say so.
    """
    lines = [line for line in section.lines if line.text.strip()]
    if section.heading and not lines:
        yield section.heading
    elif section.heading or not is_first:
        yield f"{OWN_HEADING}{section.heading}".strip()
    for line in lines:
        is_point = line.bullet and not bulleted and section.kind is not Kind.BENEFITS  # whose lines are all points
        yield f"{POINT if is_point else ''}{line.text.strip()}"


def _read_pay(stated: StatedPay, base: OfferedPay) -> OfferedPay:
    """A range that the text states, for the fields of pay."""
    low, high = (None if end is None else Decimal(str(end)) for end in (stated.low, stated.high))
    kind = stated.kind or PayKind.BASE
    return msgspec.structs.replace(base, low=low, high=high, currency=stated.currency, period=stated.period, kind=kind)


def _list_words(section: PostingSection) -> Iterator[str]:
    return (line.text.strip() for line in section.lines if line.text.strip())


def _read_outline(headings: dict[Part, str]) -> tuple[SectionOf, ...]:
    """The sections in the order of the text, under its own headings."""
    order = [*headings, *(part for part in Part if part not in headings)]
    parts = tuple(
        SectionOf(section=part, heading="" if headings.get(part, "") == usual_heading(part) else headings.get(part, ""))
        for part in order
    )
    return () if parts == tuple(SectionOf(section=part) for part in Part) else parts
