"""What a job description takes from the profile of its company, block by block.

A block is a part of a profile that fills some fields of a job description. A site may lock blocks of its own profile:
their fields then say what the profile says, whatever was typed. What a newer version of a profile says otherwise is
offered.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from packs.description.value import OWN_HEADING, JobDescription, OfferedPay
from packs.posting.facts import HouseWords, OfferedPlace, Workplace
from roles.kit.choices import PaperSize, PayKind
from roles.kit.value import Kit, KitLevel

if TYPE_CHECKING:  # so that a preview needs none of it
    from company.profile import CompanyProfile, PayBand, ProfileInUse

    type Company = ProfileInUse | None

FIELDS_OF_BLOCKS: Mapping[str, tuple[str, ...]] = {
    "company": ("company", "company_url"),
    "about": ("about_company",),
    "workplace": ("workplace",),
    "benefits": ("benefits",),
    "equal-opportunity": ("equal_opportunity",),
    "apply": ("how_to_apply", "apply_to"),
    "law": ("employees", "home"),
    "pay": ("pay", "other_pay"),
    "paper": ("paper",),
}


def fill_from_company(description: JobDescription, company: "Company", kit: Kit) -> JobDescription:
    """The description with the profile's words in every empty field, and in the locked ones.

    Figures of pay that the kit proposed count as empty: the company's own band replaces them.
    """
    if not company:
        return description
    proposed = propose_fields(company.profile)
    empty = {name: value for name, value in proposed.items() if not getattr(description, name)}
    filled = msgspec.structs.replace(description, **empty)
    return lock_fields(follow_bands(filled, company, kit), company, kit)


def follow_bands(description: JobDescription, company: "Company", kit: Kit) -> JobDescription:
    """The description with the company's pay for the level, unless somebody has typed the pay."""
    if not company:
        return description
    pay = propose_pay_fields(description, company.profile, kit)
    return lock_fields(msgspec.structs.replace(description, **pay), company, kit)


def lock_fields(description: JobDescription, company: "Company", kit: Kit | None) -> JobDescription:
    """The description with every locked field as in the profile, whatever was typed."""
    locked = list_locked_fields(company)
    if not company or not locked:
        return description
    proposed = propose_fields(company.profile)
    if "pay" in locked and kit is not None:
        proposed |= propose_pay_fields(description, company.profile, kit, is_open=True)
    return msgspec.structs.replace(description, **{name: proposed[name] for name in locked if name in proposed})


def list_locked_fields(company: "Company") -> set[str]:
    """The names of the description's fields that the company locks. A block for which the profile has no words locks
    none.
    """
    if not company or not company.locked:
        return set()
    given = propose_fields(company.profile).keys()
    of_pay = {"pay", "other_pay"} if _says_pay(company.profile) else set()
    return (given | of_pay) & {name for block in company.locked for name in FIELDS_OF_BLOCKS.get(block, ())}


def propose_fields(profile: "CompanyProfile") -> dict[str, Any]:
    """A profile's values for a job description, by field name, without empty ones. For pay see `propose_pay_fields`."""
    office = profile.offices[0] if profile.offices else None
    texts = {
        "company": profile.name,
        "company_url": profile.url,
        "about_company": _word_about(profile),
        "places": (OfferedPlace(**msgspec.structs.asdict(office)),) if office else (),
        "workplace": Workplace(profile.workplace) if profile.workplace else None,
        "other": f"{OWN_HEADING}Where and how we work\n{profile.workplace_rules}" if profile.workplace_rules else "",
        "benefits": "\n".join(f"{one.name}: {one.note}" if one.note else one.name for one in profile.benefits),
        "equal_opportunity": _join_lines((profile.equal_opportunity, profile.accommodation, profile.fair_chance)),
        "how_to_apply": profile.how_to_apply,
        "apply_to": profile.apply_to,
        "employees": profile.employees,
        "home": profile.home,
        "paper": PaperSize(profile.paper) if profile.paper else None,
    }
    return {name: value for name, value in texts.items() if value}


def propose_pay_fields(
    description: JobDescription, profile: "CompanyProfile", kit: Kit, *, is_open: bool = False
) -> dict[str, Any]:
    """The fields of pay: the level's band, or else the figures that are there, if their currency may stay. With
    `is_open` the profile also replaces what somebody typed.
    """
    band = profile.find_band(description.level) if description.level else None
    pay, more = description.pay, description.other_pay
    is_kits = _is_proposed(description, kit)
    if band and (is_kits or is_open):
        ranges = _list_ranges(band, profile.currency or pay.currency)
        pay, more = (ranges[0], tuple(ranges[1:])) if ranges else (pay, more)
    elif profile.currency and profile.currency != pay.currency and is_kits:
        pay = OfferedPay(currency=profile.currency)  # a figure of another currency would be wrong by far
    said = {"bonus": (band and band.bonus) or profile.bonus, "equity": (band and band.equity) or profile.equity}
    typed = {name: getattr(description.pay, name) for name in said}
    words = {name: (said[name] or typed[name]) if is_open else (typed[name] or said[name]) for name in said}
    return {"pay": msgspec.structs.replace(pay, **words), "other_pay": more}


def renew_from_profile(
    description: JobDescription, before: "CompanyProfile", after: "CompanyProfile", kit: Kit | None
) -> JobDescription:
    """The description with every field that differs between the two versions of the profile as the newer one has it.
    What the profile no longer says stays.
    """
    was, now = (_list_fields(description, profile, kit) for profile in (before, after))
    changed = {name: value for name, value in now.items() if value != was.get(name)}
    return msgspec.structs.replace(description, **changed)


def is_as_proposed(description: JobDescription, before: "CompanyProfile", kit: Kit | None, field: str) -> bool:
    """Whether a field is empty, or still as the older profile proposed it: nobody has edited it by hand."""
    said = getattr(description, field, None)
    return not said or said == _list_fields(description, before, kit).get(field)


def with_own_levels(kit: Kit, company: "Company") -> Kit:
    """The kit with the company's levels first; a level that the kit also has is the kit's."""
    if not company or not company.profile.pay_bands:
        return kit
    known = {level.name.casefold(): level for level in kit.levels}
    own = [known.get(band.level.casefold()) or KitLevel(name=band.level) for band in company.profile.pay_bands]
    names = {level.name for level in own}
    return msgspec.structs.replace(kit, levels=[*own, *(level for level in kit.levels if level.name not in names)])


def find_own_pay(company: "Company", level: str) -> OfferedPay | None:
    """The first range of the company's pay band for a level, or None."""
    band = company.profile.find_band(level) if company else None
    ranges = _list_ranges(band, company.profile.currency or "USD") if company and band else []
    return ranges[0] if ranges else None


def list_house_words(company: "Company") -> tuple[HouseWords, ...]:
    """The words that the company avoids, each with the one it prefers and why; none without a company."""
    return (
        tuple(HouseWords(word.avoid, word.prefer, word.why) for word in company.profile.house_words) if company else ()
    )


def _word_about(profile: "CompanyProfile") -> str:
    about = profile.about_long or profile.about_short
    points = [f"- {value}" for value in profile.values]
    return _join_lines((about, *([f"{OWN_HEADING}What we value", *points] if points else [])))


def _join_lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _says_pay(profile: "CompanyProfile") -> bool:
    return bool(profile.pay_bands or profile.bonus or profile.equity or profile.currency)


def _is_proposed(description: JobDescription, kit: Kit) -> bool:
    """Whether the pay has no figures, or those that the kit proposes for its level."""
    pay, row = description.pay, kit.find_benchmark(description.level)
    kits = {(kit.total_low, kit.total_high, PayKind.TOTAL)} | ({(row.low, row.high, row.kind)} if row else set())
    return not pay.is_given or (pay.low, pay.high, pay.kind) in kits


def _list_ranges(band: "PayBand", currency: str) -> list[OfferedPay]:
    return [
        OfferedPay(low=_to_decimal(low), high=_to_decimal(high), kind=PayKind(kind), currency=currency)
        for kind, low, high in band.ranges
    ]


def _list_fields(description: JobDescription, profile: "CompanyProfile", kit: Kit | None) -> dict[str, Any]:
    fields = propose_fields(profile)
    return fields | (propose_pay_fields(description, profile, kit, is_open=True) if kit else {})


def _to_decimal(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
