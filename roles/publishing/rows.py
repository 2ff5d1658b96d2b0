"""Between a Kit and its rows: gather a role's working copy into a Kit, and write a Kit into the working copy.

One rule serves every part, at any depth: a field of a Kit struct is the model field or the reverse relation of the
same name. So the apps above `roles` take part by naming their relations, and this module imports none of them.
"""

from collections.abc import Iterator
from typing import Any, cast, get_args, get_origin

import msgspec
from django.db import models, transaction

from roles.kit.errors import to_kit
from roles.kit.value import Author as AuthorPart
from roles.kit.value import Kit, Part, fields_of
from roles.kit.value import Source as SourcePart
from roles.models import Author, Role, Source

SHARED = {"author", "sources"}  # rows that several roles point at


def part_type(field: msgspec.structs.FieldInfo) -> type[Part] | None:
    """The struct that a list field holds, or None for any other field."""
    arguments = get_args(field.type)
    if get_origin(field.type) is list and isinstance(arguments[0], type) and issubclass(arguments[0], Part):
        return arguments[0]
    return None


def gather(role: Role) -> Kit:
    """The role's working copy as a Kit. Raises KitError naming every field that is missing or wrong."""
    data = _read(role, Kit)
    slugs = {role.figures_source_id, *(row.get("source") for row in data["benchmarks"])}
    data["author"] = _read(role.author, AuthorPart)
    data["sources"] = [_read(source, SourcePart) for source in Source.objects.filter(slug__in=slugs).order_by("slug")]
    return to_kit(data)


@transaction.atomic
def write(kit: Kit) -> Role:
    """Make the role's working copy hold this kit, adding the role where it is new. Returns the role's row."""
    _upsert(Author, kit.author)
    for source in kit.sources:
        _upsert(Source, source)
    plain, lists = _split(kit)
    role, _ = Role.objects.update_or_create(
        slug=kit.slug, defaults={**_columns(Role, plain), "author_id": kit.author.slug}
    )
    _write_lists(role, lists)
    role.saved()
    return role


def _read(row: models.Model, kind: type[Part]) -> dict[str, Any]:
    """A row and the rows under it as plain data. Nulls are left out, as in a file."""
    data: dict[str, Any] = {}
    for field in fields_of(kind):
        if kind is Kit and field.name in SHARED:
            continue
        nested = part_type(field)
        if nested:
            data[field.name] = [_read(child, nested) for child in getattr(row, field.name).all()]
        else:
            value = getattr(row, _column(type(row), field.name))
            if value not in (None, ""):
                data[field.name] = value
    return data


def _write_lists(row: models.Model, lists: dict[str, list[Part]]) -> None:
    for name, parts in lists.items():
        manager = getattr(row, name)
        manager.all().delete()
        split = [_split(part) for part in parts]
        children = manager.bulk_create(
            manager.model(**{manager.field.name: row}, position=place, **_columns(manager.model, plain))
            for place, (plain, _) in enumerate(split)
        )
        for child, (_, nested) in zip(children, split, strict=True):
            _write_lists(child, nested)


def _split(part: Part) -> tuple[dict[str, Any], dict[str, list[Part]]]:
    """A part's own values, and its lists of parts."""
    plain: dict[str, Any] = {}
    lists: dict[str, list[Part]] = {}
    for field in _own_fields(part):
        value = getattr(part, field.name)
        if part_type(field):
            lists[field.name] = value
        else:
            plain[field.name] = value
    return plain, lists


def _own_fields(part: Part) -> Iterator[msgspec.structs.FieldInfo]:
    for field in fields_of(type(part)):
        if not (isinstance(part, Kit) and field.name in SHARED):
            yield field


def _column(model: type[models.Model], name: str) -> str:
    """The attribute that holds the value: the key itself where the field points at another row."""
    return cast("models.Field[Any, Any]", model._meta.get_field(name)).attname


def _columns(model: type[models.Model], plain: dict[str, Any]) -> dict[str, Any]:
    return {_column(model, name): value for name, value in plain.items()}


def _upsert(model: type[models.Model], part: AuthorPart | SourcePart) -> None:
    plain, _ = _split(part)
    model._default_manager.update_or_create(pk=part.slug, defaults=plain)
