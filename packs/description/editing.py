"""What the buttons beside the lines do. Each takes a job description and gives the next one."""

from collections.abc import Iterable

import msgspec

from packs.description.value import DescriptionLine, JobDescription
from packs.limits import MOST_LINES
from roles.kit.choices import Section


def move_line(description: JobDescription, line_id: str, steps: int) -> JobDescription:
    """The same with a line moved up (-1) or down (1) past its neighbor in its section; at the end it stays."""
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
    """The same with a line taken to a place in a section, counted from 0 over the section's other lines."""
    line = next((line for line in description.lines if line.id == line_id), None)
    if line is None:
        return description
    lines = [other for other in description.lines if other.id != line_id]
    there = [index for index, other in enumerate(lines) if other.section == section]
    index = there[place] if 0 <= place < len(there) else there[-1] + 1 if there else len(lines)
    lines.insert(index, msgspec.structs.replace(line, section=section))
    return msgspec.structs.replace(description, lines=tuple(lines))


def move_section(description: JobDescription, section: Section, place: int) -> JobDescription:
    """The same with a section taken to a place in the outline, counted from 0; past an end it stays at that end."""
    outline = description.list_sections()
    part = next(part for part in outline if part.section is section)
    outline.remove(part)
    outline.insert(max(0, place), part)
    return msgspec.structs.replace(description, sections=tuple(outline))


def with_new_line(description: JobDescription, section: Section) -> JobDescription:
    """The same with an empty line at the end of a section; one that is full stays as it is."""
    if len(description.lines) >= MOST_LINES:
        return description
    line = DescriptionLine(id=free_id(line.id for line in description.lines), section=section)
    return msgspec.structs.replace(description, lines=(*description.lines, line))


def free_id(taken: Iterable[str]) -> str:
    """An id for a line added by hand: a1, a2 and so on, above every one that is taken."""
    numbers = [int(line_id[1:]) for line_id in taken if line_id[:1] == "a" and line_id[1:].isdecimal()]
    return f"a{max(numbers, default=0) + 1}"
