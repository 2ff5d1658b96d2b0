"""The parts of a role, as the desk has a page for each of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from django.db import models
from django.urls import reverse

from roles.app_parts import list_parts
from roles.models.working_copy import Role

if TYPE_CHECKING:  # so that whoever names the parts imports no form of theirs
    from roles.admin.inlines import RolePartTable


class DeskPart(msgspec.Struct, frozen=True):
    """A part of a role: its name (the end of its page's path), its title, and what its page edits.

    `fields` are the role's own, those in a tuple side by side. `rows` is the list of the Kit that the page edits, and
    `chapter` the id of the chapter of the role's page that shows the part.
    """

    name: str
    title: str
    fields: tuple[str | tuple[str, ...], ...] = ()
    rows: str = ""
    chapter: str = "overview"

    @property
    def inlines(self) -> "list[type[RolePartTable]]":
        """The inline for this part's rows, in a list, as its app registered it; an empty list for a
        part without rows.
        """
        return [inline for parts in list_parts() for inline in parts.inlines if name_list(inline) == self.rows]

    def list_fields(self) -> Iterator[str]:
        """The names of the role's own fields that this part edits."""
        for name in self.fields:
            yield from [name] if isinstance(name, str) else name

    def find_address(self, role: Role) -> str:
        """The path of the desk page on which this part of a role is edited."""
        return reverse("admin:roles_role_part", args=[role.pk, self.name])


# In the order in which they are written: a line of the template picks skills, a question picks a level.
DESK_PARTS = (
    DeskPart(
        "name",
        "Name and summary",
        (("title", "short_title"), ("family", "slug"), "summary", "aliases", ("language", "translates")),
    ),
    DeskPart("overview", "Overview and author", ("overview", ("author", "credit"))),
    DeskPart(
        "figures",
        "Headline figures",
        (
            ("base_low", "base_high", "base_kind"),
            ("total_low", "total_high", "currency"),
            ("experience_min", "experience_max", "demand"),
            ("figures_year", "figures_area", "figures_source"),
        ),
    ),
    DeskPart("skills", "Skills", ("skills_note",), "skills", "skills"),
    DeskPart("levels", "Levels", rows="levels", chapter="levels"),
    DeskPart("job-description", "Job description template", rows="job_description", chapter="job-description"),
    DeskPart(
        "responsibilities", "Responsibilities", ("responsibilities_intro",), "responsibilities", "responsibilities"
    ),
    DeskPart("occupations", "Occupations", ("occupations_reason",), "occupations", "salary"),
    DeskPart("pay", "Pay", ("benchmarks_note",), "benchmarks", "salary"),
    DeskPart(
        "competencies",
        "Competencies and questions",
        ("competencies_intro",),
        "competencies",
        "interview-questions",
    ),
    DeskPart("faq", "Questions and answers", rows="faqs", chapter="faq"),
    DeskPart("day", "A typical day", rows="day", chapter="day"),
    DeskPart("outcomes", "The first 90 days", rows="outcomes", chapter="first-90-days"),
    DeskPart("career", "Career", ("career_path", "how_to_become", "related"), chapter="career-path"),
    DeskPart("comparisons", "Comparisons", rows="comparisons", chapter="comparisons"),
)


def name_list(inline: "type[RolePartTable]") -> str:
    """The name of the Kit's list to which an inline's rows belong, such as "skills"."""
    relation: models.ForeignKey[Any, Any] = inline.model._meta.get_field("role")
    return relation.related_query_name()


def find_part(name: str) -> DeskPart | None:
    """The part with this name, or None."""
    return next((part for part in DESK_PARTS if part.name == name), None)


def find_part_of(field: str) -> DeskPart:
    """The part that edits a field of the Kit, or the first part for a field that none edits."""
    parts = (part for part in DESK_PARTS if field == part.rows or field in part.list_fields())
    return next(parts, DESK_PARTS[0])


def find_next_part(part: DeskPart) -> DeskPart | None:
    """The part that follows in DESK_PARTS, or None after the last one."""
    place = DESK_PARTS.index(part) + 1
    return DESK_PARTS[place] if place < len(DESK_PARTS) else None
