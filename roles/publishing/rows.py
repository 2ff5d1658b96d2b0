"""Between a Kit and its rows: gather a role's working copy into a Kit, and write a Kit into the working copy.

One rule serves every part, at any depth: a field of a Kit struct is the model field or the reverse relation of the
same name. So the apps above `roles` take part by naming their relations, and this module imports none of them.
"""

from collections.abc import Iterator
from typing import Any, cast, get_args, get_origin

import msgspec
from django.db import models, transaction

from roles.kit.errors import to_kit
from roles.kit.value import Kit, KitAuthor, KitPart, KitSource, fields_of
from roles.models.working_copy import Author, Role, Source

SHARED = {"author", "sources"}  # rows that several roles point at


def part_type(field: msgspec.structs.FieldInfo) -> type[KitPart] | None:
    """The type of the parts in a list field, None for any other field."""
    arguments = get_args(field.type)
    if get_origin(field.type) is list and isinstance(arguments[0], type) and issubclass(arguments[0], KitPart):
        return arguments[0]
    return None


def load_kit(role: Role) -> Kit:
    """The role's working copy as a Kit. Raises KitError with every missing or invalid field. One query for each list,
    and a few more.
    """
    return to_kit(read_role(role))


def read_role(role: Role) -> dict[str, Any]:
    """The role's working copy as plain data in the form of a kit file, complete or not. One query for each list, and a
    few more.
    """
    data = _read_row(role, Kit)
    slugs = {role.figures_source_id, *(row.get("source") for row in data["benchmarks"])}
    data["author"] = _read_row(role.author, KitAuthor)
    data["sources"] = [
        _read_row(source, KitSource) for source in Source.objects.filter(slug__in=slugs).order_by("slug")
    ]
    return data


@transaction.atomic
def save_kit(kit: Kit) -> Role:
    """Store a kit as the role's working copy and count a save; adds the role where it is new. Also writes the author
    and sources, which other roles may share. Returns the role's row.
    """
    _upsert_row(Author, kit.author)
    for source in kit.sources:
        _upsert_row(Source, source)
    plain, lists = _split_part(kit)
    role, _ = Role.objects.update_or_create(
        slug=kit.slug, defaults={**_name_columns(Role, plain), "author_id": kit.author.slug}
    )
    _write_lists(role, lists)
    role.count_save()
    return role


def list_shared_changes(kit: Kit) -> Iterator[tuple[type[Author | Source], str, str]]:
    """What `save_kit` would do to rows that roles share: (model, "add" or "change", slug). One query for the author and
    each source; writes nothing.
    """
    shared: list[tuple[type[Author | Source], KitAuthor | KitSource]] = [
        (Author, kit.author),
        *((Source, source) for source in kit.sources),
    ]
    for model, part in shared:
        row = model._default_manager.filter(pk=part.slug).first()
        wanted = {name: value for name, value in _split_part(part)[0].items() if value not in (None, "")}
        if row is None:
            yield model, "add", part.slug
        elif _read_row(row, type(part)) != wanted:
            yield model, "change", part.slug


def _read_row(row: models.Model, kind: type[KitPart]) -> dict[str, Any]:
    """A row and the rows under it as plain data. Nulls are left out, as in a file."""
    data: dict[str, Any] = {}
    for field in fields_of(kind):
        if kind is Kit and field.name in SHARED:
            continue
        nested = part_type(field)
        if nested:
            data[field.name] = [_read_row(child, nested) for child in getattr(row, field.name).all()]
        else:
            value = getattr(row, _name_column(type(row), field.name))
            if value not in (None, ""):
                data[field.name] = value
    return data


def _write_lists(row: models.Model, lists: dict[str, list[KitPart]]) -> None:
    for name, parts in lists.items():
        manager = getattr(row, name)
        manager.all().delete()
        split = [_split_part(part) for part in parts]
        children = manager.bulk_create(
            manager.model(**{manager.field.name: row}, position=place, **_name_columns(manager.model, plain))
            for place, (plain, _) in enumerate(split)
        )
        for child, (_, nested) in zip(children, split, strict=True):
            _write_lists(child, nested)


def _split_part(part: KitPart) -> tuple[dict[str, Any], dict[str, list[KitPart]]]:
    """A part's own values, and its lists of parts."""
    plain: dict[str, Any] = {}
    lists: dict[str, list[KitPart]] = {}
    for field in _own_fields(part):
        value = getattr(part, field.name)
        if part_type(field):
            lists[field.name] = value
        else:
            plain[field.name] = value
    return plain, lists


def _own_fields(part: KitPart) -> Iterator[msgspec.structs.FieldInfo]:
    for field in fields_of(type(part)):
        if not (isinstance(part, Kit) and field.name in SHARED):
            yield field


def _name_column(model: type[models.Model], name: str) -> str:
    """The attribute that holds the value: the key itself where the field points at another row."""
    return cast("models.Field[Any, Any]", model._meta.get_field(name)).attname


def _name_columns(model: type[models.Model], plain: dict[str, Any]) -> dict[str, Any]:
    return {_name_column(model, name): value for name, value in plain.items()}


def _upsert_row(model: type[models.Model], part: KitAuthor | KitSource) -> None:
    plain, _ = _split_part(part)
    model._default_manager.update_or_create(pk=part.slug, defaults=plain)
