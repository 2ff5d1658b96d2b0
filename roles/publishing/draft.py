"""A working copy that may not be whole yet, as a kit that can be looked at, and what it lacks."""

from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

import msgspec
from django.utils import timezone

from roles.kit.errors import ErrorPlace, InvalidField, KitError, to_kit
from roles.kit.value import Kit, KitPart, fields_of
from roles.models.working_copy import Role
from roles.publishing.rows import read_role

MOST_ROUNDS = 5  # the shape, what points inside the kit, and what taking those out leaves
OPEN = "…"  # stands where words are missing


def load_draft(role: Role) -> tuple[Kit | None, list[InvalidField]]:
    """The working copy as a kit (or None), and its errors. What is missing is filled with OPEN, and what is wrong is
    left out; several queries.
    """
    data: Any = read_role(role)
    errors: list[InvalidField] = []
    for number in range(MOST_ROUNDS):
        try:
            return to_kit(data), errors
        except KitError as error:
            errors += error.errors
            for count, found in enumerate(sorted(error.errors, key=_sort_last_first, reverse=True)):
                _fill_place(data, Kit, found.place, f"{number or ''}{count or ''}")
    return None, errors


def _sort_last_first(error: InvalidField) -> list[tuple[bool, str | int]]:
    return [(isinstance(step, int), step) for step in error.place]


def _fill_place(data: Any, kind: Any, place: ErrorPlace, mark: str) -> None:
    """Put a stand-in at a place where there has to be something; take out what is there otherwise."""
    step, *rest = place or ("",)
    if isinstance(step, int):
        if rest:
            _fill_place(data[step], get_args(kind)[0], tuple(rest), mark)
        else:
            del data[step]
        return
    field = next((field for field in fields_of(kind) if field.name == step), None)
    if rest and step in data and field:
        _fill_place(data[step], field.type, tuple(rest), mark)
    elif field and field.required:
        data[step] = _make_stand_in(field.type, mark)
    else:
        data.pop(step, None)


def _make_stand_in(kind: Any, mark: str) -> Any:
    """A value of a kind of field. `mark` keeps two of them apart where names have to be."""
    base = get_args(kind)[0] if get_origin(kind) is not list and get_args(kind) else kind
    if get_origin(kind) is list:
        return []
    if isinstance(base, type) and issubclass(base, KitPart):
        return {field.name: _make_stand_in(field.type, mark) for field in fields_of(base) if field.required}
    if isinstance(base, type) and issubclass(base, Enum):
        return str(next(iter(base)).value)
    for value in (f"{OPEN}{mark}", f"untitled{mark}", timezone.localdate().year, 1, date(2000, 1, 1)):
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError:
            continue
    return base  # the first of a few literals
