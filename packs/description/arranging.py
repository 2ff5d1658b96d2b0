"""What moves, adds and takes away lines and sections of a job description: the buttons of its paper by their names, and
how much each skill is needed, which decides which lines ask for it, and where.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec
from django.utils.translation import gettext as _

from packs.description.value import (
    OWN_HEADING,
    TEXT_PARTS,
    Block,
    DescriptionLine,
    JobDescription,
    Need,
    free_id,
    kit_needs,
    name_block,
)
from packs.limits import MOST_LINES
from roles.kit.choices import Section
from roles.kit.value import Kit

type Needs = Mapping[str, Need]

ASKING = frozenset({Section.REQUIRED, Section.NICE_TO_HAVE})  # the duties stay: they say what the job is
_ORDER = [*Need]
SENTENCE_GAP = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")
SECTIONS_OF_LINES = {section.value for section in Section}
DRAGGED = re.compile(
    "([a-z0-9]{0,12}):([a-z._0-9-]{1,30}):([0-9]{1,4})"
)  # a line, empty for the section itself, and where it goes


def arrange_description(description: JobDescription, verb: str, what: str) -> JobDescription:
    """The job description after a button that moves, adds or clears something; an unknown `verb` changes nothing."""
    match verb:
        case "up" | "down":
            return move_line(description, what, -1 if verb == "up" else 1)
        case "add" if what in SECTIONS_OF_LINES:
            return with_new_line(description, Section(what))
        case "after":
            return with_line_after(description, what)
        case "place":
            return _place_dragged(description, what)
    return _arrange_section(description, verb, what)


def _arrange_section(description: JobDescription, verb: str, what: str) -> JobDescription:
    match verb:
        case "section-up" | "section-down":
            return _step_section(description, what, -1 if verb == "section-up" else 1)
        case "section-new":
            return with_new_section(description, what)
        case "clear":
            return clear_section(description, what)
        case "sentences":
            return split_sentences(description, what)
    return description


def _place_dragged(description: JobDescription, what: str) -> JobDescription:
    """What is dragged: a line into a section, or a section among the others."""
    dragged = DRAGGED.fullmatch(what)
    if dragged is None:
        return description
    line_id, section, place = dragged[1], dragged[2], int(dragged[3])
    if not line_id:
        return move_section(description, section, place)
    return place_line(description, line_id, Section(section), place) if section in SECTIONS_OF_LINES else description


def move_line(description: JobDescription, line_id: str, steps: int) -> JobDescription:
    """The description with a line moved up (-1) or down (1) past its neighbor in the section; the first or last one
    stays.
    """
    lines = [*description.lines]
    here = next((index for index, line in enumerate(lines) if line.id == line_id), None)
    if here is None:
        return description
    section = [index for index, line in enumerate(lines) if line.section == lines[here].section]
    place = section.index(here) + steps
    if not 0 <= place < len(section):
        return description
    there = section[place]
    lines[here], lines[there] = lines[there], lines[here]
    return msgspec.structs.replace(description, lines=tuple(lines))


def place_line(description: JobDescription, line_id: str, section: Section, place: int) -> JobDescription:
    """The description with a line moved to a place in a section, counted from 0 among the section's other lines."""
    line = next((line for line in description.lines if line.id == line_id), None)
    if line is None:
        return description
    lines = [other for other in description.lines if other.id != line_id]
    there = [index for index, other in enumerate(lines) if other.section == section]
    index = there[place] if 0 <= place < len(there) else there[-1] + 1 if there else len(lines)
    lines.insert(index, msgspec.structs.replace(line, section=section))
    return msgspec.structs.replace(description, lines=tuple(lines))


def move_section(description: JobDescription, key: str, place: int) -> JobDescription:
    """The description with a section, by its key, moved to a place among all shown ones, counted from 0. A place past
    the end means the end; an unknown key changes nothing.
    """
    keys = [block.key for block in description.list_shown_blocks()]
    if key not in keys:
        return description
    before = [*keys]
    keys.remove(key)
    keys.insert(max(0, place), key)
    if keys == before:
        return description
    sections = tuple(sorted(description.list_sections(), key=lambda part: keys.index(part.section.value)))
    moved = msgspec.structs.replace(description, sections=sections, order=())
    is_usual = keys == [block.key for block in moved.list_shown_blocks()]
    return moved if is_usual else msgspec.structs.replace(moved, order=tuple(keys))


def _step_section(description: JobDescription, key: str, steps: int) -> JobDescription:
    """The description with a section moved up (-1) or down (1) past the next one that says something."""
    blocks = description.list_shown_blocks()
    here = next((place for place, block in enumerate(blocks) if block.key == key), None)
    if here is None:
        return description
    others = range(here - 1, -1, -1) if steps < 0 else range(here + 1, len(blocks))
    there = next((place for place in others if blocks[place].lines), here)
    return move_section(description, key, there)


def with_new_section(description: JobDescription, key: str) -> JobDescription:
    """A copy of the description with a new section of one's own, still empty, after the section with this key, or at
    the end where there is no such section.
    """
    words = [*description.other.splitlines(), OWN_HEADING.strip()]
    added = msgspec.structs.replace(description, other="\n".join(words))
    new = max((block for block in added.list_blocks() if block.part == "other"), key=lambda block: block.number)
    keys = [block.key for block in added.list_shown_blocks() if block.key != new.key]
    return move_section(added, new.key, keys.index(key) + 1) if key in keys else added


def clear_section(description: JobDescription, key: str) -> JobDescription:
    """The description without the words of a text, or of the piece of it under its own heading."""
    block = next((block for block in description.list_blocks() if block.key == key), None)
    if block is None or block.part not in TEXT_PARTS:
        return description
    gone = {line.source for line in (*filter(None, [block.head]), *block.lines)}
    lines = enumerate(getattr(description, block.part).splitlines())
    left = "\n".join(text for number, text in lines if f"{block.part}:{number}" not in gone)
    return msgspec.structs.replace(description, **{block.part: left}, order=_close_gap(description.order, block))


def _close_gap(order: tuple[str, ...], gone: Block) -> tuple[str, ...]:
    """The order after a piece of a part is gone: those after it in the part count one less."""
    numbers = range(gone.number + 1, len(order) + 2)
    renamed = {name_block(gone.part, number): name_block(gone.part, number - 1) for number in numbers}
    return tuple(renamed.get(key, key) for key in order if key != gone.key)


def split_sentences(description: JobDescription, key: str) -> JobDescription:
    """The description with each sentence of a text on a line of its own."""
    block = next((block for block in description.list_blocks() if block.key == key), None)
    if block is None or block.part not in TEXT_PARTS:
        return description
    split = {line.source for line in block.lines}
    lines = enumerate(getattr(description, block.part).splitlines())
    parted = [SENTENCE_GAP.sub("\n", text) if f"{block.part}:{at}" in split else text for at, text in lines]
    return msgspec.structs.replace(description, **{block.part: "\n".join(parted)})


def with_new_line(description: JobDescription, section: Section) -> JobDescription:
    """The description with an empty line at the end of a section. A full section stays as it is."""
    if len(description.lines) >= MOST_LINES:
        return description
    line = DescriptionLine(id=free_id(line.id for line in description.lines), section=section)
    return msgspec.structs.replace(description, lines=(*description.lines, line))


def with_line_after(description: JobDescription, line_id: str) -> JobDescription:
    """The description with an empty line after a line, by its id. A full section stays as it is."""
    lines = [*description.lines]
    here = next((index for index, line in enumerate(lines) if line.id == line_id), None)
    if here is None or len(lines) >= MOST_LINES:
        return description
    lines.insert(here + 1, DescriptionLine(id=free_id(line.id for line in lines), section=lines[here].section))
    return msgspec.structs.replace(description, lines=tuple(lines))


def follow_needs(
    lines: Iterable[DescriptionLine], kit: Kit, before: Needs, after: Needs
) -> tuple[DescriptionLine, ...]:
    """The lines after the needs for skills changed; each line follows the skill needed most.

    High moves it to the requirements, Optional to the nice-to-haves, Medium to where the template has it (the
    requirements, where the kit calls the skill optional). Not needed drops a line that asks for nothing else, and a
    need that returns brings it back. Other lines, and the order, stay.
    """
    editors = kit_needs(kit)
    before, after = {**editors, **before}, {**editors, **after}
    if before == after:  # nearly always
        return tuple(lines)
    return tuple(_follow_line(line, kit, before, after) for line in lines)


def list_warnings(kit: Kit, needs: Needs) -> list[str]:
    """A sentence for each skill that is asked for as a must though the kit calls it optional."""
    editors = kit_needs(kit)
    sentence = _("%(skill)s is optional for most %(role)s roles, but you list it as a requirement.")
    return [
        sentence % {"skill": skill.name, "role": kit.short_title}
        for skill in kit.skills
        if editors[skill.name] is Need.OPTIONAL and needs.get(skill.name) in (Need.HIGH, Need.MEDIUM)
    ]


def _follow_line(line: DescriptionLine, kit: Kit, before: Needs, after: Needs) -> DescriptionLine:
    skills = skills_of(line, kit)
    if line.section not in ASKING or all(before[skill] is after[skill] for skill in skills):
        return line
    was, now = _choose_need(skills, before), _choose_need(skills, after)
    if now is Need.NOT_NEEDED:
        return msgspec.structs.replace(line, keep=False)
    keep = line.keep or was is Need.NOT_NEEDED
    return msgspec.structs.replace(line, keep=keep, section=_choose_section(line, kit, skills, now))


def _choose_section(line: DescriptionLine, kit: Kit, skills: list[str], now: Need) -> Section:
    if now is Need.OPTIONAL:
        return Section.NICE_TO_HAVE
    editors = _choose_need(skills, kit_needs(kit))
    raised = editors is not now and (now is Need.HIGH or editors is Need.OPTIONAL)
    if raised or line.origin is None:
        return Section.REQUIRED
    template = kit.job_description[line.origin].section
    return template if template in ASKING else line.section


def skills_of(line: DescriptionLine, kit: Kit) -> list[str]:
    """The skills of the kit that a line asks for, by their names in the template."""
    if line.origin is None or not 0 <= line.origin < len(kit.job_description):
        return []
    listed = {skill.name for skill in kit.skills}
    return [name for name in kit.job_description[line.origin].skills if name in listed]


def _choose_need(skills: Iterable[str], needs: Needs) -> Need:
    return min((needs[skill] for skill in skills), key=_ORDER.index)
