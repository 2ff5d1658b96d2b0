"""Where a job description starts: an edition's template, and the figures of one of its levels."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from packs.description.value import (
    EXPERIENCE_BLANK,
    JOB_TITLE,
    LOWEST_BASE,
    PAY,
    TOTAL_RANGE,
    DescriptionLine,
    JobDescription,
    OfferedPay,
    free_id,
    kit_needs,
)
from packs.description.wording import blank_name
from packs.limits import MOST_LINES
from packs.posting.facts import OfferedPlace, PayPeriod
from roles.kit.choices import Language, PayKind, Section
from roles.kit.figures import fill_total, format_money, format_years
from roles.kit.language import written_in
from roles.kit.value import Kit, KitBenchmark, KitLevel, KitTemplateLine

LONGEST_PART = 100  # characters of a part of a place
AMOUNT_BLANK = "[0-9]{1,9}"
RANKS = ("Junior", "Associate", "Senior", "Lead", "Staff", "Principal")  # names of levels that stand before a title
# How a template names the job before its title, and how it does with a blank in the title's place.
NAMED_TITLES = {
    Language.ENGLISH: ("As (?:our|an?|the)", "As our"),
    Language.SPANISH: ("[Ee]n (?:este|el|nuestro) puesto de", "En este puesto de"),
}
RANKS_AFTER = ("Júnior", "Sénior", "Staff", "Principal")  # in Spanish they stand after it
RANK = re.compile(rf"\A(?:{'|'.join(RANKS)}) ")


def start_description(kit: Kit, edition: int) -> JobDescription:
    """A description with the template of an edition, and the role's experience and pay as a proposal.

    A line that quotes those figures gets a blank in their place, which the fields fill, so that the line and the fields
    can't disagree.
    """
    with written_in(kit.language):
        lines = tuple(_start_line(kit, index, line) for index, line in enumerate(kit.job_description))
        blanks = [f"[{blank_name(name)}]" for name in (PAY, TOTAL_RANGE)]
    asks_for_pay = any(blank in line.text for line in lines for blank in blanks)
    return JobDescription(
        slug=kit.slug,
        edition=edition,
        language=kit.language,
        title=kit.title,
        experience_min=kit.experience_min,
        experience_max=kit.experience_max,
        pay=_total_pay(kit) if asks_for_pay and kit.total_low and kit.total_high else OfferedPay(currency=kit.currency),
        needs=kit_needs(kit),
        lines=lines,
    )


def at_level(description: JobDescription, kit: Kit, name: str) -> JobDescription:
    """The description with the experience and pay of a level, or of the role where no level has this name. A proposed
    title follows; where the kit has no such pay, the pay stays.
    """
    role = start_description(kit, description.edition)
    level = next((level for level in kit.levels if level.name == name), None)
    benchmark = kit.find_benchmark(name) if level else None
    proposed = _pay_from_benchmark(benchmark) if benchmark else role.pay
    extras = {"bonus": description.pay.bonus, "equity": description.pay.equity}
    given = proposed.is_given and (benchmark is not None or level is None)
    return msgspec.structs.replace(
        description,
        level=level.name if level else "",
        title=_follow_title(description.title, kit, level),
        experience_min=level.experience_min if level else role.experience_min,
        experience_max=level.experience_max if level else role.experience_max,
        pay=msgspec.structs.replace(proposed, **extras) if given else description.pay,
    )


def propose_title(kit: Kit, level: KitLevel | None) -> str:
    """The title of the job at a level, such as Senior Technical PM; the role's own where the
    level's name is no rank.
    """
    if level is None:
        return kit.title
    if level.name in RANKS:
        return f"{level.name} {RANK.sub('', kit.short_title)}"
    if kit.language is Language.SPANISH and level.name in RANKS_AFTER:
        return f"{kit.title} {level.name.lower()}"
    is_title = level.name.split()[-1] in f"{kit.title} {kit.short_title}".split()
    return level.name if is_title else kit.title


def list_offered_duties(description: JobDescription, kit: Kit) -> list[str]:
    """What people at the job's level can do, as duties that the description doesn't have yet."""
    level = next((level for level in kit.levels if level.name == description.level), None)
    duties = [f"{line[:1].upper()}{line[1:].rstrip('.')}." for line in level.you_can] if level else []
    stated = {line.text for line in description.lines}
    return [duty for duty in duties if duty not in stated]


def with_duties(description: JobDescription, kit: Kit, number: str) -> JobDescription:
    """The description with an offered duty added at the end of the responsibilities, by its number from 1, or with
    "all" of them.
    """
    offered = list_offered_duties(description, kit)
    chosen = [duty for place, duty in enumerate(offered, 1) if number in ("all", str(place))]
    lines = [*description.lines]
    for duty in chosen[: MOST_LINES - len(lines)]:
        line_id = free_id(line.id for line in lines)
        lines.append(DescriptionLine(id=line_id, section=Section.RESPONSIBILITIES, text=duty))
    return msgspec.structs.replace(description, lines=tuple(lines))


def propose_pay(description: JobDescription, kit: Kit) -> JobDescription:
    """The description with the base pay of its level, or else the kit's first; unchanged where the kit has none."""
    base = [row for row in kit.benchmarks if row.kind is PayKind.BASE]
    row = next((row for row in base if row.level == description.level), base[0] if base else None)
    extras = {"bonus": description.pay.bonus, "equity": description.pay.equity}
    return (
        msgspec.structs.replace(description, pay=msgspec.structs.replace(_pay_from_benchmark(row), **extras))
        if row
        else description
    )


def with_pay(description: JobDescription, kit: Kit, query: Mapping[str, str]) -> JobDescription:
    """The description with the values of an address: level, city, region, country, low, high, kind and currency.
    Invalid ones are left out: a level of another kit, a figure that is no amount, a range that runs downward.
    """
    city, region, country = (query.get(name, "")[:LONGEST_PART] for name in ("city", "region", "country"))
    if country:
        place = OfferedPlace(city=city, region=region, country=country)
        description = msgspec.structs.replace(description, places=(place,))
    if any(level.name == query.get("level") for level in kit.levels):
        description = at_level(description, kit, query["level"])
    low, high, kind = query.get("low", ""), query.get("high", ""), query.get("kind", PayKind.BASE)
    currency = query.get("currency", "USD")
    amounts = re.fullmatch(AMOUNT_BLANK, low) and re.fullmatch(AMOUNT_BLANK, high) and int(low) <= int(high)
    if not amounts or kind not in [*PayKind] or not re.fullmatch("[A-Z]{3}", currency):
        return description
    proposed = OfferedPay(low=Decimal(low), high=Decimal(high), currency=currency, kind=PayKind(kind))
    pay = msgspec.structs.replace(proposed, bonus=description.pay.bonus, equity=description.pay.equity)
    return msgspec.structs.replace(description, pay=pay)


def at_kind(description: JobDescription, kit: Kit, number: str) -> JobDescription:
    """The description after a range's kind of pay was changed: its old figures are removed. `number` counts further
    ranges from 1; None is the first range, which gets the kit's figures of the new kind.
    """
    if number.isdecimal() and 0 < int(number) <= len(description.other_pay):
        ranges = [*description.other_pay]
        ranges[int(number) - 1] = msgspec.structs.replace(ranges[int(number) - 1], low=None, high=None)
        return msgspec.structs.replace(description, other_pay=tuple(ranges))
    fitting = _find_ends(kit, description.level, description.pay.kind)
    return msgspec.structs.replace(description, pay=msgspec.structs.replace(description.pay, **fitting))


def _find_ends(kit: Kit, level: str, kind: PayKind) -> dict[str, Any]:
    """The ends that a kit has for a level, or for the role as a whole, and what pay of that kind is; None without."""
    row = kit.find_benchmark(level) if level else None
    low, high = (kit.total_low, kit.total_high) if kind is PayKind.TOTAL else (kit.base_low, kit.base_high)
    is_known = kind is PayKind.TOTAL or kit.base_kind.value == kind.value
    if row or not is_known:
        low, high = (row.low, row.high) if row and row.kind is kind else (None, None)
    ends = {"low": None if low is None else Decimal(low), "high": None if high is None else Decimal(high)}
    return (
        ends if low is None else {**ends, "currency": row.currency if row else kit.currency, "period": PayPeriod.YEAR}
    )


def _follow_title(title: str, kit: Kit, level: KitLevel | None) -> str:
    """The title at a level, where the title so far is one that was proposed; otherwise as it is."""
    proposed = {propose_title(kit, known) for known in (None, *kit.levels)}
    return propose_title(kit, level) if title in proposed else title


def _start_line(kit: Kit, index: int, line: KitTemplateLine) -> DescriptionLine:
    return DescriptionLine(id=f"t{index}", section=line.section, text=_open_figures(kit, line), origin=index)


def _open_figures(kit: Kit, line: KitTemplateLine) -> str:
    """The template's line with blanks in place of the role's own figures, which a tag may stand for, and of its title
    where it names the job.
    """
    text = fill_total(kit, line).text
    if line.section is Section.COMPENSATION and kit.total_low and kit.total_high:
        ends = (re.escape(format_money(end, kit.currency)) for end in (kit.total_low, kit.total_high))
        total = re.compile(f"{'[-–]'.join(ends)}(?: {re.escape(PayPeriod.YEAR.label)})?")
        if total.search(text) and f"[{blank_name(LOWEST_BASE)}]" not in text:
            return f"[{blank_name(PAY)}]."
        text = total.sub(f"[{blank_name(TOTAL_RANGE)}]", text)
    named, blank = NAMED_TITLES[kit.language], f"[{blank_name(JOB_TITLE)}]"
    text = re.sub(rf"\b{named[0]} {re.escape(kit.title)}\b", f"{named[1]} {blank}", text)
    experience = re.escape(format_years(kit.experience_min, kit.experience_max)).replace("–", "[-–]")
    return (
        re.sub(rf"(?<![\w-]){experience}\b", f"[{blank_name(EXPERIENCE_BLANK)}]", text, count=1) if experience else text
    )


def _total_pay(kit: Kit) -> OfferedPay:
    low, high = (None if figure is None else Decimal(figure) for figure in (kit.total_low, kit.total_high))
    return OfferedPay(low=low, high=high, currency=kit.currency, kind=PayKind.TOTAL)


def _pay_from_benchmark(benchmark: KitBenchmark) -> OfferedPay:
    low, high = Decimal(benchmark.low), Decimal(benchmark.high)
    return OfferedPay(low=low, high=high, currency=benchmark.currency, kind=benchmark.kind)
