"""What a newer edition of a template would change in a job description that was made from an older one."""

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from packs.description.starting import at_level, start_description
from packs.description.value import DescriptionLine, JobDescription, free_id
from roles.kit.value import Kit

LEAST_LIKENESS = 0.6  # from here on, two texts are the same line reworded (difflib's own measure of a close match)
PROPOSED = ("title", "experience_min", "experience_max", "pay")


def rebase_description(description: JobDescription, old: Kit, new: Kit, edition: int) -> JobDescription:
    """The description as if made from `edition`: it says the same, and each line knows its place in
    the new template.
    """
    return _rebase(description, _find_partners(old, new), new, edition)


def _rebase(description: JobDescription, partner: dict[int, int], new: Kit, edition: int) -> JobDescription:
    known = {level.name for level in new.levels}
    return msgspec.structs.replace(
        description,
        edition=edition,
        level=description.level if description.level in known else "",
        lines=tuple(_renumber_line(line, partner) for line in description.lines),
    )


def renew_description(description: JobDescription, old: Kit, new: Kit, edition: int) -> JobDescription:
    """The description with everything that the newer edition changed.

    A line changes where the template's line did, and a proposed figure where nobody has edited it. What the manager
    dropped stays dropped, and what they added stays.
    """
    before = at_level(start_description(old, description.edition), old, description.level)
    after = at_level(start_description(new, edition), new, description.level)
    partner = _find_partners(old, new)
    base = _rebase(description, partner, new, edition)
    lines = [
        line
        for was, now in zip(description.lines, base.lines, strict=True)
        if (line := _follow_line(was, now, before, after))
    ]
    for index in sorted(set(range(len(after.lines))) - set(partner.values())):
        _insert_line(lines, after.lines[index], index)
    needs = {
        name: after.needs.get(name, need) if need == before.needs.get(name) else need
        for name, need in description.needs.items()
    }
    fields = {name: getattr(after, name) for name in PROPOSED if getattr(description, name) == getattr(before, name)}
    return msgspec.structs.replace(base, **fields, needs=needs, lines=tuple(lines))


def _find_partners(old: Kit, new: Kit) -> dict[int, int]:
    """For each line of the old template its index in the new one: the same, moved or reworded; a gone line has none."""
    before, after = ([(line.section, line.text) for line in start_description(kit, 1).lines] for kit in (old, new))
    partner: dict[int, int] = {}
    matcher = SequenceMatcher(autojunk=False)

    def list_pairs() -> Iterator[tuple[float, int, int]]:
        for second, (section, text) in enumerate(after):
            matcher.set_seq2(text)  # what takes long, done once
            for first, (old_section, old_text) in enumerate(before):
                matcher.set_seq1(old_text)
                ratio = 1.0 if old_text == text else _rate_likeness(matcher)
                same_section = old_section is section
                yield (
                    ratio + (0.01 if same_section else 0),
                    first,
                    second,
                )  # of two equal texts, the one that did not move

    for alike, first, second in sorted(list_pairs(), key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1:])):
        if alike >= LEAST_LIKENESS and first not in partner and second not in partner.values():
            partner[first] = second
    return partner


def _rate_likeness(matcher: SequenceMatcher[str]) -> float:
    """How alike two texts are, from 0 to 1; 0 where a bound that costs less shows that it can't be enough."""
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
    return matcher.ratio() if all(bound() >= LEAST_LIKENESS for bound in bounds) else 0


def _renumber_line(line: DescriptionLine, partner: dict[int, int]) -> DescriptionLine:
    origin = None if line.origin is None else partner.get(line.origin)
    return msgspec.structs.replace(line, origin=origin)


def _follow_line(
    was: DescriptionLine, now: DescriptionLine, before: JobDescription, after: JobDescription
) -> DescriptionLine | None:
    """A line after its template's line: unchanged, reworded, or none where that line is gone."""
    if was.origin is None or was.origin >= len(before.lines) or not was.keep:
        return now
    if now.origin is None:
        return None
    template, newer = before.lines[was.origin], after.lines[now.origin]
    changed = {
        name: getattr(newer, name) for name in ("section", "text") if getattr(newer, name) != getattr(template, name)
    }
    return msgspec.structs.replace(now, **changed)


def _insert_line(lines: list[DescriptionLine], line: DescriptionLine, index: int) -> None:
    """Put a new line of the template after the nearest one that comes before it there."""
    earlier = [
        (other.origin, place)
        for place, other in enumerate(lines)
        if other.section is line.section and other.origin is not None and other.origin < index
    ]
    place = max(earlier)[1] + 1 if earlier else 0
    lines.insert(place, msgspec.structs.replace(line, id=free_id(other.id for other in lines), origin=index))
