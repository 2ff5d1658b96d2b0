"""What a button of the page asks for, such as up:t3, add:required or level."""

import re

from packs.description.editing import moved, moved_section, placed, with_new_line
from packs.description.review import rewritten
from packs.description.starting import at_level
from packs.description.value import JobDescription
from roles.kit.choices import Section
from roles.kit.value import Kit

SECTIONS = {section.value for section in Section}
DRAGGED = re.compile(
    "([a-z0-9]{0,12}):([a-z-]{1,30}):([0-9]{1,4})"
)  # a line, empty for the section itself, and where it goes


def acted(description: JobDescription, kit: Kit, wish: str) -> JobDescription:
    """The job description after a button was pressed; an unknown wish changes nothing."""
    verb, _, what = wish.partition(":")
    match verb:
        case "up" | "down":
            return moved(description, what, -1 if verb == "up" else 1)
        case "add" if what in SECTIONS:
            return with_new_line(description, Section(what))
        case "fix":
            return rewritten(description, kit, what)
        case "level":
            return at_level(description, kit, description.level)
    return _sorted(description, verb, what)


def _sorted(description: JobDescription, verb: str, what: str) -> JobDescription:
    """What a section's arrows do, and what is dragged."""
    if verb in ("section-up", "section-down") and what in SECTIONS:
        place = [part.section for part in description.outline()].index(Section(what))
        return moved_section(description, Section(what), place + (-1 if verb == "section-up" else 1))
    dragged = DRAGGED.fullmatch(what) if verb == "place" else None
    if dragged is None or dragged[2] not in SECTIONS:
        return description
    line_id, section, place = dragged[1], Section(dragged[2]), int(dragged[3])
    return placed(description, line_id, section, place) if line_id else moved_section(description, section, place)
