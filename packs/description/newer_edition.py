"""What a newer edition of a template would change in a job description that was made from an older one."""

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
    partner = _find_partners(old, new)
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
    base = rebase_description(description, old, new, edition)
    partner = _find_partners(old, new)
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

    def rate_likeness(first: int, second: int) -> float:
        same_section = before[first][0] is after[second][0]
        matcher = SequenceMatcher(None, before[first][1], after[second][1], autojunk=False)
        ratio = matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= LEAST_LIKENESS else 0
        return ratio + (0.01 if same_section else 0)  # of two equal texts, the one that did not move

    pairs = [(rate_likeness(i, j), i, j) for i in range(len(before)) for j in range(len(after))]
    for alike, first, second in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1:])):
        if alike >= LEAST_LIKENESS and first not in partner and second not in partner.values():
            partner[first] = second
    return partner


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
