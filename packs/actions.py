"""What a button of the page asks for, such as up:t3, add:required or level."""

from packs.editing import moved, with_new_line
from packs.job_description import JobDescription
from packs.job_review import rewritten
from packs.starting import at_level
from roles.choices import Section
from roles.kit import Kit


def acted(description: JobDescription, kit: Kit, wish: str) -> JobDescription:
    """The job description after a button was pressed; an unknown wish changes nothing."""
    verb, _, what = wish.partition(":")
    match verb:
        case "up" | "down":
            return moved(description, what, -1 if verb == "up" else 1)
        case "add" if what in {section.value for section in Section}:
            return with_new_line(description, Section(what))
        case "fix":
            return rewritten(description, kit, what)
        case "level":
            return at_level(description, kit, description.level)
        case _:
            return description
