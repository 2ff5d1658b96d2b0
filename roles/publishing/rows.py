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
# How a role leads to such a row, as a filter would.
USED_AS: dict[type[Author | Source], tuple[str, ...]] = {
    Author: ("author",),
    Source: ("figures_source", "benchmarks__source"),
}


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
def save_kit(kit: Kit, *, keeps_shared: bool = False) -> Role:
    """Store a kit as the role's working copy and count a save; adds the role where it is new. Returns the role's row.

    Also writes the author and sources, which other roles may share, and counts a save of each role that uses one which
    changed. With `keeps_shared`, those that are there stay as they are.
    """
    for model, part in list_shared_parts(kit):
        _write_shared(model, part, kit.slug, keeps=keeps_shared)
    plain, lists = _split_part(kit)
    role, _ = Role.objects.update_or_create(
        slug=kit.slug, defaults={**_name_columns(Role, plain), "author_id": kit.author.slug}
    )
    _write_lists(role, lists)
    role.count_save()
    return role


def list_shared_parts(kit: Kit) -> list[tuple[type[Author | Source], KitAuthor | KitSource]]:
    """The parts of a kit that roles share, its author and its sources, each with the model of its row."""
    return [(Author, kit.author), *((Source, source) for source in kit.sources)]


def list_shared_changes(kit: Kit, *, keeps_shared: bool = False) -> Iterator[tuple[type[Author | Source], str, str]]:
    """What `save_kit` would do to rows that roles share: (model, "add" or "change", slug). One query for the author and
    each source; writes nothing.
    """
    for model, part in list_shared_parts(kit):
        row = model._default_manager.filter(pk=part.slug).first()
        if row is None:
            yield model, "add", part.slug
        elif not keeps_shared and _differs_from_row(row, part):
            yield model, "change", part.slug


def read_shared[Part: KitAuthor | KitSource](part: Part) -> Part | None:
    """An author or a source as its row has it; None where there is no such row, or not a whole one. One query."""
    model = Author if isinstance(part, KitAuthor) else Source
    row = model._default_manager.filter(pk=part.slug).first()
    try:
        return msgspec.convert(_read_row(row, type(part)), type(part)) if row else None
    except msgspec.ValidationError:
        return None


def keep_shared(kit: Kit) -> Kit:
    """A kit as `save_kit` stores it with `keeps_shared`: its author and sources as their rows have them. One query for
    each.
    """
    sources = [read_shared(source) or source for source in kit.sources]
    return msgspec.structs.replace(kit, author=read_shared(kit.author) or kit.author, sources=sources)


def find_roles_using(shared: Author | Source | KitAuthor | KitSource) -> models.QuerySet[Role]:
    """A query for the roles whose working copies use an author or a source, by title."""
    uses = models.Q()
    for name in USED_AS[Author if isinstance(shared, Author | KitAuthor) else Source]:
        uses |= models.Q(**{name: shared.slug})
    return Role.objects.filter(uses).distinct().order_by("title")


def count_shared_save(row: Author | Source, *, but: str = "") -> int:
    """Count a save of each role that uses a shared row, since its page waits to be published; all `but` the one with
    this slug. Returns how many there are.
    """
    keys = [*find_roles_using(row).exclude(slug=but).values_list("pk", flat=True)]
    return Role.objects.filter(pk__in=keys).update(version=models.F("version") + 1)


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


def _write_shared(model: type[Author | Source], part: KitAuthor | KitSource, slug: str, *, keeps: bool) -> None:
    """Write the row of a part that roles share, for the kit with this slug."""
    row = model._default_manager.filter(pk=part.slug).first()
    if row is None:
        model._default_manager.create(**_split_part(part)[0])
    elif not keeps and _differs_from_row(row, part):
        model._default_manager.filter(pk=part.slug).update(**_split_part(part)[0])
        count_shared_save(row, but=slug)


def _differs_from_row(row: models.Model, part: KitPart) -> bool:
    wanted = {name: value for name, value in _split_part(part)[0].items() if value not in (None, "")}
    return _read_row(row, type(part)) != wanted
