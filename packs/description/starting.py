"""Where a job description starts: an edition's template, and the figures of one of its levels."""

import re
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from packs.description.value import EXPERIENCE_BLANK, PAY, DescriptionLine, JobDescription, OfferedPay, kit_needs
from roles.kit.choices import PayKind, Section
from roles.kit.figures import format_years
from roles.kit.language import of_kits
from roles.kit.value import Kit, KitBenchmark, KitTemplateLine

AMOUNT_BLANK = "[0-9]{1,9}"


def start_description(kit: Kit, edition: int) -> JobDescription:
    """The template of an edition, with the role's own experience and pay as a first proposal.

    Where a line of the template quotes those two figures, it gets a blank in their place, which the fields fill: so
    the line and the fields cannot disagree.
    """
    lines = tuple(_start_line(kit, index, line) for index, line in enumerate(kit.job_description))
    asks_for_pay = any(f"[{PAY}]" in line.text for line in lines)
    return JobDescription(
        slug=kit.slug,
        edition=edition,
        title=kit.title,
        experience_min=kit.experience_min,
        experience_max=kit.experience_max,
        pay=_total_pay(kit) if asks_for_pay else OfferedPay(currency=kit.currency),
        needs=kit_needs(kit),
        lines=lines,
    )


def at_level(description: JobDescription, kit: Kit, name: str) -> JobDescription:
    """The same with the experience and pay of a level, or of the role as a whole where the name is no level's.

    A kit that gives no pay there leaves the pay as it is.
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
        experience_min=level.experience_min if level else role.experience_min,
        experience_max=level.experience_max if level else role.experience_max,
        pay=msgspec.structs.replace(proposed, **extras) if given else description.pay,
    )


def propose_pay(description: JobDescription, kit: Kit) -> JobDescription:
    """The same with the base pay of the level, or else the lowest that the kit has; as it is where the kit has none."""
    base = [row for row in kit.benchmarks if row.kind is PayKind.BASE]
    row = next((row for row in base if row.level == description.level), base[0] if base else None)
    extras = {"bonus": description.pay.bonus, "equity": description.pay.equity}
    return (
        msgspec.structs.replace(description, pay=msgspec.structs.replace(_pay_from_benchmark(row), **extras))
        if row
        else description
    )


def with_pay(description: JobDescription, kit: Kit, query: Mapping[str, str]) -> JobDescription:
    """The same with the level and the pay range that an address carries: level, low, high, kind, currency.

    What is not right is passed over: a level of another kit, a figure that is no amount, a range that runs downwards.
    """
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


def _start_line(kit: Kit, index: int, line: KitTemplateLine) -> DescriptionLine:
    return DescriptionLine(id=f"t{index}", section=line.section, text=_open_figures(kit, line), origin=index)


@of_kits()
def _open_figures(kit: Kit, line: KitTemplateLine) -> str:
    """The template's line with blanks in place of the role's own figures."""
    total = f"{kit.total_low:,}[-–]\\D{{0,4}}{kit.total_high:,}" if kit.total_low and kit.total_high else ""
    if line.section is Section.COMPENSATION and total and re.search(total, line.text):
        return f"[{PAY}]."
    experience = re.escape(format_years(kit.experience_min, kit.experience_max)).replace("–", "[-–]")
    return (
        re.sub(rf"(?<![\w-]){experience}\b", f"[{EXPERIENCE_BLANK}]", line.text, count=1) if experience else line.text
    )


def _total_pay(kit: Kit) -> OfferedPay:
    low, high = (None if figure is None else Decimal(figure) for figure in (kit.total_low, kit.total_high))
    return OfferedPay(low=low, high=high, currency=kit.currency, kind=PayKind.TOTAL)


def _pay_from_benchmark(benchmark: KitBenchmark) -> OfferedPay:
    low, high = Decimal(benchmark.low), Decimal(benchmark.high)
    return OfferedPay(low=low, high=high, currency=benchmark.currency, kind=benchmark.kind)
