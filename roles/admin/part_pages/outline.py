"""The outline of a role: each part with how much it has and what it lacks."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec
from django.db import models
from django.urls import reverse

from roles.admin.part_pages.faults import DeskFault, list_faults
from roles.admin.part_pages.parts import DESK_PARTS, DeskPart
from roles.models.working_copy import Role
from roles.publishing.checks import KitSeverity


class PartState(StrEnum):
    """How complete a part of a role is. The value is the label that the outline shows."""

    FAULTY = "Needs work"
    EMPTY = "Empty"
    WARNED = "To check"
    COMPLETE = "Complete"


class OutlineRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the outline: a part, or a row of the part that has its own page."""

    title: str
    link: str
    state: PartState
    count: int | None = None
    part: DeskPart | None = None
    rows: list["OutlineRow"] = []

    @property
    def sign(self) -> str:
        """The state's name in lower case, which is the end of its CSS class."""
        return self.state.name.lower()


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """The state of every part of a role, and all faults."""

    rows: list[OutlineRow]
    faults: list[DeskFault]

    @property
    def complete(self) -> int:
        """The number of parts that are complete."""
        return sum(row.state == PartState.COMPLETE for row in self.rows)


def build_outline(role: Role) -> Outline:
    """The state of each part in DESK_PARTS for a role's working copy, with the errors that keep it from being
    published. Several queries: it reads the whole working copy.
    """
    faults = list_faults(role)
    return Outline(rows=[_build_row(role, part, faults) for part in DESK_PARTS], faults=faults)


def _build_row(role: Role, part: DeskPart, faults: list[DeskFault]) -> OutlineRow:
    own = [fault for fault in faults if fault.part == part]
    rows = [*getattr(role, part.rows).all()] if part.rows else []
    texts = [getattr(role, name) for name in part.list_fields()]
    return OutlineRow(
        title=part.title,
        link=part.find_address(role),
        state=_judge(own, has_any=bool(rows) or any(texts)),
        count=len(rows) if part.rows else None,
        part=part,
        rows=[*_list_own_pages(part, rows, faults)],
    )


def _list_own_pages(part: DeskPart, rows: list[Any], faults: list[DeskFault]) -> Iterator[OutlineRow]:
    """The rows of a part that have a page of their own, each with those under it."""
    if not (part.inlines and part.inlines[0].show_change_link):
        return
    for row in rows:
        children = [child for name in part.inlines[0].lists for child in getattr(row, name).all()]
        yield _build_own(row, faults, [_build_own(child, faults, []) for child in children])


def _build_own(row: models.Model, faults: list[DeskFault], rows: list[OutlineRow]) -> OutlineRow:
    link = reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[row.pk])
    own = [fault for fault in faults if fault.link.partition("#")[0] == link]
    return OutlineRow(title=str(row), link=link, state=_judge(own, has_any=True), rows=rows)


def _judge(faults: list[DeskFault], *, has_any: bool) -> PartState:
    severities = {fault.severity for fault in faults}
    if KitSeverity.ERROR in severities:
        return PartState.FAULTY if has_any else PartState.EMPTY
    if KitSeverity.WARNING in severities:
        return PartState.WARNED
    return PartState.COMPLETE if has_any else PartState.EMPTY
