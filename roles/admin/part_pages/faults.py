"""What is wrong with a working copy, in the words of the desk's forms, each with the way to its field."""

import msgspec
from django.db import models
from django.urls import reverse

from roles.admin.part_pages.parts import DESK_PARTS, DeskPart, find_part_of
from roles.kit.errors import ErrorPlace, KitError
from roles.models.working_copy import Role
from roles.publishing.checks import KitProblem, KitSeverity, check_kit, list_unknown
from roles.publishing.draft import OPEN, load_draft


class DeskFault(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong in a working copy: the page of its part, the name of its place there, and the address of the
    field.
    """

    severity: KitSeverity
    part: DeskPart
    label: str
    message: str
    link: str


def list_faults(role: Role) -> list[DeskFault]:
    """What keeps a working copy from being whole, then the problems that checks find, errors first. Several queries."""
    kit, errors = load_draft(role)
    unknown = [*list_unknown(kit)] if kit else []
    found = [KitProblem(KitSeverity.ERROR, "", error.expected, error.place) for error in [*errors, *unknown]]
    found += [problem for problem in (check_kit(kit) if kit else []) if OPEN not in problem.message]
    order = [*KitSeverity]
    faults = (describe_problem(role, problem) for problem in found)
    return sorted(dict.fromkeys(faults), key=lambda fault: order.index(fault.severity))


def describe_problem(role: Role, problem: KitProblem) -> DeskFault:
    """A problem that a check found, in the words of the form that has its field."""
    part = find_part_of(str(problem.place[0])) if problem.place else _find_titled(problem.where)
    label, link = _locate(role, part, problem.place)
    name = label if problem.place else problem.where
    return DeskFault(severity=problem.severity, part=part, label=name, message=problem.message, link=link)


def describe_errors(role: Role, error: KitError) -> list[DeskFault]:
    """The errors that keep a working copy from being whole, in the words of the forms that have their fields."""
    problems = (KitProblem(KitSeverity.ERROR, "", field.expected, field.place) for field in error.errors)
    return [describe_problem(role, problem) for problem in problems]


def _find_titled(where: str) -> DeskPart:
    """The part of which a check speaks without a place."""
    return next((part for part in DESK_PARTS if part.title == where), DESK_PARTS[0])


def _locate(role: Role, part: DeskPart, place: ErrorPlace) -> tuple[str, str]:
    """What the form of a part calls a place of its kit, and the address of that field."""
    address = part.find_address(role)
    match place:
        case ():
            return part.title, address
        case ("author", *rest):
            return _locate_in(role.author, "Author", rest)
        case ("sources", int(index), *rest):
            return _locate_source(role, index, rest)
        case (str(name), int(index), *rest) if name == part.rows:
            return _locate_row(role, part, index, rest)
        case (str(name), *_) if name in part.list_fields():
            return _label_field(role, name), f"{address}#id_{name}"
    return part.title, address


def _locate_row(role: Role, part: DeskPart, index: int, rest: list[str | int]) -> tuple[str, str]:
    rows = [*getattr(role, part.rows).order_by("position", "pk")]
    if index >= len(rows):
        return part.title, part.find_address(role)
    row, inline = rows[index], part.inlines[0]
    label = f"{str(row._meta.verbose_name).capitalize()} {index + 1}"
    if inline.show_change_link:
        match rest:
            case (str(name), int(place), *deeper) if name in _list_relations(row):
                child = [*getattr(row, name).order_by("position", "pk")][place]
                return _locate_in(child, f"{label}, question {place + 1}", deeper)
        return _locate_in(row, label, rest)
    link = f"{part.find_address(role)}#id_{part.rows}-{index}"
    if not rest:
        return label, link
    return f"{label}: {_label_field(row, str(rest[0]))}", f"{link}-{rest[0]}"


def _locate_source(role: Role, index: int, rest: list[str | int]) -> tuple[str, str]:
    slugs = {role.figures_source_id, *role.benchmarks.values_list("source_id", flat=True)}
    model = type(role.figures_source)
    return _locate_in(model.objects.filter(slug__in=slugs).order_by("slug")[index], "Source", rest)


def _locate_in(row: models.Model, label: str, rest: list[str | int]) -> tuple[str, str]:
    """A field on a row's own page."""
    address = reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[row.pk])
    if not rest:
        return label, address
    return f"{label}: {_label_field(row, str(rest[0]))}", f"{address}#id_{rest[0]}"


def _list_relations(row: models.Model) -> set[str]:
    return {str(relation.get_accessor_name()) for relation in row._meta.related_objects}


def _label_field(row: models.Model, name: str) -> str:
    """What the form calls a field: what the model does."""
    names = {field.name: field for field in row._meta.get_fields() if isinstance(field, models.Field)}
    label = str(names[name].verbose_name) if name in names else name.replace("_", " ")
    return label[:1].upper() + label[1:]
