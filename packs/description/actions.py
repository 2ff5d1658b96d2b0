"""What a button of the page asks for, such as up:t3, add:required or level."""

import re

from packs.description.editing import move_line, move_section, place_line, with_new_line
from packs.description.review import apply_replacement
from packs.description.starting import at_level
from packs.description.value import JobDescription
from roles.kit.choices import Section
from roles.kit.value import Kit

SECTION_ACTIONS = {section.value for section in Section}
DRAGGED = re.compile(
    "([a-z0-9]{0,12}):([a-z-]{1,30}):([0-9]{1,4})"
)  # a line, empty for the section itself, and where it goes


def apply_description_action(description: JobDescription, kit: Kit, action: str) -> JobDescription:
    """The job description after a button was pressed; an unknown action changes nothing."""
    verb, _, what = action.partition(":")
    match verb:
        case "up" | "down":
            return move_line(description, what, -1 if verb == "up" else 1)
        case "add" if what in SECTION_ACTIONS:
            return with_new_line(description, Section(what))
        case "fix":
            return apply_replacement(description, kit, what)
        case "level":
            return at_level(description, kit, description.level)
    return _sort_section(description, verb, what)


def _sort_section(description: JobDescription, verb: str, what: str) -> JobDescription:
    """What a section's arrows do, and what is dragged."""
    if verb in ("section-up", "section-down") and what in SECTION_ACTIONS:
        place = [part.section for part in description.list_sections()].index(Section(what))
        return move_section(description, Section(what), place + (-1 if verb == "section-up" else 1))
    dragged = DRAGGED.fullmatch(what) if verb == "place" else None
    if dragged is None or dragged[2] not in SECTION_ACTIONS:
        return description
    line_id, section, place = dragged[1], Section(dragged[2]), int(dragged[3])
    return place_line(description, line_id, section, place) if line_id else move_section(description, section, place)
