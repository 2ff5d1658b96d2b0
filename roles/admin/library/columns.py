"""Where the words of working copies stand: each column of text of the rows that a Kit is gathered from."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, QuerySet, Value

from roles.admin.part_pages.parts import DeskPart, find_part_of
from roles.fields import LineField
from roles.kit.value import Kit, KitPart, fields_of
from roles.models.working_copy import Role
from roles.publishing.rows import SHARED, part_type

# Names that other places of a kit refer to, and those places: they change together, or not at all.
NAME_KINDS = {
    "skill": ("A skill", ("skills.name", "job_description.skills", "competencies.skills")),
    "level": ("A level", ("levels.name", "benchmarks.level", "competencies.questions.level")),
    "competency": ("A competency", ("competencies.name",)),
    "family": ("A family of roles", ("family",)),
    "topic": ("A topic of answers", ("faqs.topic",)),
    "alias": ("Another name for a role", ("aliases",)),
}
NO_WORDS = {"related", *NAME_KINDS["skill"][1], *NAME_KINDS["level"][1]}  # addresses, and names that others refer to


class TextColumn(NamedTuple):
    """A column of words: its place in the Kit, such as skills.covers; its model and field; and the path by which a row
    leads to its role, "" for a column of the role.
    """

    key: str
    model: type[models.Model]
    name: str
    role: str

    @property
    def is_list(self) -> bool:
        """Whether the column holds a list of texts and not one text."""
        return isinstance(self.model._meta.get_field(self.name), ArrayField)

    @property
    def part(self) -> DeskPart:
        """The part of a role whose desk page edits this column."""
        return find_part_of(self.key.partition(".")[0])

    @property
    def label(self) -> str:
        """The column's name on the desk, such as "Skill: Covers"."""
        field: Any = self.model._meta.get_field(self.name)
        own = str(field.verbose_name).capitalize()
        return own if not self.role else f"{str(self.model._meta.verbose_name).capitalize()}: {own}"

    def list_rows(self) -> QuerySet[Any]:
        """A query for every row, each with its text as `words` and its role's key as `role_key`."""
        joined = Func(F(self.name), Value("\n"), function="array_to_string", output_field=models.TextField())
        text = joined if self.is_list else F(self.name)
        return self.model._default_manager.order_by("pk").annotate(
            words=text, role_key=F(f"{self.role}__pk" if self.role else "pk")
        )


@cache
def list_columns() -> tuple[TextColumn, ...]:
    """Every column of words in working copies, in the order of the Kit. Kept while the process lives."""
    return tuple(_walk_columns(Role, Kit, "", ""))


def list_word_columns() -> list[TextColumn]:
    """The columns in which words can be replaced one by one: all but NO_WORDS."""
    return [column for column in list_columns() if column.key not in NO_WORDS]


def find_column(key: str) -> TextColumn | None:
    """The column at a place in the Kit, such as "skills.covers", or None."""
    return next((column for column in list_columns() if column.key == key), None)


def _walk_columns(model: type[models.Model], kind: type[KitPart], path: str, role: str) -> Iterator[TextColumn]:
    for found in fields_of(kind):
        if kind is Kit and found.name in SHARED:
            continue
        field: Any = model._meta.get_field(found.name)
        if nested := part_type(found):
            parent = f"{field.field.name}__{role}" if role else field.field.name
            yield from _walk_columns(field.related_model, nested, f"{path}{found.name}.", parent)
        elif isinstance(field, LineField | models.TextField | ArrayField) and not field.choices:
            yield TextColumn(path + found.name, model, found.name, role)
