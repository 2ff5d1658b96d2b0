"""What the buttons beside the lines do. Each takes a job description and gives the next one."""

from collections.abc import Iterable

import msgspec

from packs.job_description import JobDescription, Line
from roles.choices import Section


def moved(description: JobDescription, line_id: str, steps: int) -> JobDescription:
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


def with_new_line(description: JobDescription, section: Section) -> JobDescription:
    """The same with an empty line at the end of a section."""
    line = Line(id=free_id(line.id for line in description.lines), section=section)
    return msgspec.structs.replace(description, lines=(*description.lines, line))


def free_id(taken: Iterable[str]) -> str:
    """An id for a line added by hand: a1, a2 and so on, above every one that is taken."""
    numbers = [int(line_id[1:]) for line_id in taken if line_id[:1] == "a" and line_id[1:].isdecimal()]
    return f"a{max(numbers, default=0) + 1}"
