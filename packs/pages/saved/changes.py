"""What differs between two job descriptions, and taking over some of it. A version, a conflict and a newer edition
of the template are all shown and settled this way.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from types import NoneType
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.value import DescriptionLine, JobDescription, OfferedPay, SectionOf, usual_heading
from packs.description.wording import format_day, pay_sentence
from packs.forms.details import DetailsForm
from packs.posting.facts import OfferedPlace
from roles.kit.choices import Choice, Section
from roles.kit.language import of_kits

# Fields that hold one value for each name, and what names a change of one.
BY_NAME = {"needs": gettext_lazy("Skill: %(name)s"), "values": gettext_lazy("Blank: %(name)s")}
FIELD_LABELS = {
    "pay": gettext_lazy("Pay"),
    "other_pay": gettext_lazy("More pay ranges"),
    "places": gettext_lazy("Places"),
    "sections": gettext_lazy("Sections"),
    "order": gettext_lazy("Section order"),
}
MADE_FROM = ("slug", "edition", "language")


def _word_pay(pay: OfferedPay) -> str:
    extras = (f"{name}: {text}" for name, text in ((_("Bonus"), pay.bonus), (_("Equity"), pay.equity)) if text)
    return "\n".join(filter(None, (pay_sentence(pay), *extras)))


SAYINGS: dict[type, Callable[[Any], str]] = {
    NoneType: lambda value: "",
    bool: lambda value: "Yes" if value else "",
    date: format_day,
    Choice: lambda value: str(value.label),
    OfferedPay: _word_pay,
    OfferedPlace: str,
    SectionOf: lambda part: f"{part.label}{'' if part.keep else ' (left out)'}",
}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A difference in words. `key` names its part: a field, or needs:SQL, values:team, line:t3, order:required.

    `label` is in the site's language; the texts before and after are in the language of kits.
    """

    key: str
    label: str
    before: str
    after: str


class Offer(msgspec.Struct, frozen=True):
    """A change to take or leave. `contested` says that both versions changed the same part."""

    change: Change
    is_taken: bool
    contested: bool


def list_changes(old: JobDescription, new: JobDescription) -> list[Change]:
    """The changes that make `new` out of `old`: fields, then lines, then their order."""
    return [*_list_field_changes(old, new), *_list_line_changes(old, new), *_list_order_changes(old, new)]


def take_changes(description: JobDescription, source: JobDescription, keys: Collection[str]) -> JobDescription:
    """The description with the changes that `keys` name, as `source` has them. Unknown keys change nothing."""
    differing = {change.key for change in list_changes(description, source)}
    chosen = differing & set(keys)
    if chosen == differing:
        return source
    fields = {name: getattr(source, name) for name in chosen if name in JobDescription.__struct_fields__}
    for field in BY_NAME:
        fields[field] = _merge_values(getattr(description, field), getattr(source, field), _of_kind(chosen, field))
    lines = _with_lines(description, source, _of_kind(chosen, "line"))
    for section in _of_kind(chosen, "order"):
        lines = _in_order(lines, source, Section(section))
    return msgspec.structs.replace(description, **fields, lines=tuple(lines))


def merge_changes(was: JobDescription, theirs: JobDescription, mine: JobDescription) -> JobDescription | None:
    """The description with the changes of `mine` and of `theirs` since `was`; None where both changed the same part
    differently.
    """
    by_them = {change.key for change in list_changes(was, theirs)}
    by_me = {change.key for change in list_changes(was, mine)}
    if by_them & by_me & {change.key for change in list_changes(theirs, mine)}:
        return None
    return take_changes(theirs, mine, by_me - by_them)


def _list_field_changes(old: JobDescription, new: JobDescription) -> Iterator[Change]:
    for name in JobDescription.__struct_fields__:
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name in MADE_FROM or name == "lines":
            continue
        if name not in BY_NAME:
            yield Change(key=name, label=_name_field(name), before=word_value(before), after=word_value(after))
            continue
        for key in [*after, *(key for key in before if key not in after)]:
            if before.get(key) != after.get(key):
                texts = word_value(before.get(key)), word_value(after.get(key))
                label = str(BY_NAME[name]) % {"name": key}
                yield Change(key=f"{name}:{key}", label=label, before=texts[0], after=texts[1])


def _list_line_changes(old: JobDescription, new: JobDescription) -> Iterator[Change]:
    before, after = _by_id(old), _by_id(new)
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if _read_line_content(was) != _read_line_content(now):
            section = (now or was or DescriptionLine(id="", section=Section.ABOUT)).section
            label = _("Line under “%(section)s”") % {"section": usual_heading(section)}
            yield Change(key=f"line:{key}", label=label, before=_line_words(was, now), after=_line_words(now, was))


def _list_order_changes(old: JobDescription, new: JobDescription) -> Iterator[Change]:
    for section in Section:
        before, after = _shared_ids(old, new, section), _shared_ids(new, old, section)
        if before != after:
            first, second = _by_id(old), _by_id(new)
            yield Change(
                key=f"order:{section}",
                label=_("Order under “%(section)s”") % {"section": usual_heading(section)},
                before="\n".join(first[key].text for key in before),
                after="\n".join(second[key].text for key in after),
            )


@of_kits()
def word_value(value: Any) -> str:
    """The value of a field in words, as in a document; "" for an empty one."""
    if isinstance(value, tuple):
        return "\n".join(map(word_value, value))
    for kind, say in SAYINGS.items():
        if isinstance(value, kind):
            return say(value)
    return str(value)


def _name_field(name: str) -> str:
    field = DetailsForm.base_fields.get(name)
    return str(field.label if field else FIELD_LABELS[name])


def _by_id(description: JobDescription) -> dict[str, DescriptionLine]:
    return {line.id: line for line in description.lines}


def _read_line_content(line: DescriptionLine | None) -> tuple[object, ...]:
    """What counts as a change of a line; where it came from does not."""
    return (line.section, line.text, line.keep) if line else ()


def _line_words(line: DescriptionLine | None, other: DescriptionLine | None) -> str:
    if line is None:
        return ""
    where = f" (under “{usual_heading(line.section)}”)" if other and other.section is not line.section else ""
    return f"{line.text}{where}{'' if line.keep else ' (left out)'}"


def _shared_ids(description: JobDescription, other: JobDescription, section: Section) -> list[str]:
    """The ids of a section's lines that both have in it, in the description's order."""
    there = {line.id for line in other.lines if line.section is section}
    return [line.id for line in description.lines if line.section is section and line.id in there]


def _of_kind(keys: Collection[str], kind: str) -> set[str]:
    return {key.partition(":")[2] for key in keys if key.startswith(f"{kind}:")}


def _merge_values(values: dict[str, Any], source: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    kept = {name: value for name, value in values.items() if name not in names}
    return kept | {name: source[name] for name in source if name in names}


def _with_lines(description: JobDescription, source: JobDescription, ids: Collection[str]) -> list[DescriptionLine]:
    """The lines with some taken over, added after the line that they follow in the source, or taken out."""
    mine, theirs = _by_id(description), _by_id(source)
    lines = [line for line in description.lines if line.id not in ids or line.id in theirs]
    lines = [_take_line(theirs[line.id], line.origin) if line.id in ids else line for line in lines]
    before: str | None = None
    for line in source.lines:
        if line.id in ids and line.id not in mine:
            place = next((index + 1 for index, other in enumerate(lines) if other.id == before), 0)
            same = description.edition == source.edition
            lines.insert(place, _take_line(line, line.origin if same else None))
        if any(other.id == line.id for other in lines):
            before = line.id
    return lines


def _take_line(line: DescriptionLine, origin: int | None) -> DescriptionLine:
    return msgspec.structs.replace(line, origin=origin)


def _in_order(lines: list[DescriptionLine], source: JobDescription, section: Section) -> list[DescriptionLine]:
    """The lines of a section that the source has there too, in the source's order; the others keep their places."""
    rank = {line.id: index for index, line in enumerate(source.lines) if line.section is section}
    places = [index for index, line in enumerate(lines) if line.section is section and line.id in rank]
    ordered = sorted((lines[place] for place in places), key=lambda line: rank[line.id])
    result = [*lines]
    for place, line in zip(places, ordered, strict=True):
        result[place] = line
    return result
