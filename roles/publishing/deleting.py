"""Deleting a role so that it can come back: its rows are set aside, whole, before they go."""

from collections.abc import Iterator

import msgspec
from django.contrib.admin.utils import NestedObjects
from django.contrib.auth.models import User
from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connection, models, transaction
from django.db.models import Q

from roles.kit.errors import KitError
from roles.models.deleted_role import DeletedRole
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import index_rows

FORMER = "a former editor"


class BringBackError(Exception):
    """Why a deleted role can't be brought back, as a sentence for the editor."""


@transaction.atomic
def delete_role(role: Role, *, by: User | None = None) -> DeletedRole:
    """Delete a role, and store its working copy, editions and votes so that they can be brought back for KEPT. Roles
    deleted longer ago are dropped. Returns what was stored.
    """
    DeletedRole.objects.over().delete()
    # Not as Django's JSON, which cuts a moment to milliseconds.
    rows = msgspec.json.encode(serializers.serialize("python", _list_rows(role))).decode()
    was_live = role.editions.live().exists()
    deleted = DeletedRole.objects.create(slug=role.slug, title=role.title, was_live=was_live, deleted_by=by, rows=rows)
    role.delete()
    return deleted


def bring_back(deleted: DeletedRole) -> Role:
    """Restore a deleted role, live again if it was live, and return it. Raises BringBackError where another role has
    its address, or where its author or a source is gone.
    """
    if Role.objects.filter(slug=deleted.slug).exists():
        raise BringBackError(f"Another role has the address {deleted.slug!r} now. Change that first.")
    try:
        return _write_rows(deleted)
    except (IntegrityError, DeserializationError, KitError) as error:
        message = (
            "Its author or a source has been deleted since, or the site has changed too much. Nothing was brought back."
        )
        raise BringBackError(message) from error


@transaction.atomic
def _write_rows(deleted: DeletedRole) -> Role:
    users = dict(User.objects.values_list("pk", "username"))
    for row in serializers.deserialize("python", msgspec.json.decode(deleted.rows)):
        if isinstance(row.object, Edition):
            _keep_publisher(row.object, users)
        row.save()
    role = Role.objects.get(slug=deleted.slug)
    for edition in role.editions.all():
        index_rows(edition)
    deleted.delete()
    connection.check_constraints()  # now, and not only when the transaction ends
    return role


def _keep_publisher(edition: Edition, users: dict[int, str]) -> None:
    """Name who published an edition that was set aside before names were kept; forget an account that is gone."""
    by = edition.published_by_id
    if by is not None and not edition.publisher:
        edition.publisher = users.get(by, FORMER)
    if by not in users:
        edition.published_by_id = None


def _list_rows(role: Role) -> Iterator[models.Model]:
    """The role and all that goes with it, what others point at first. Rows that are made of editions are left out."""
    collector = NestedObjects(DEFAULT_DB_ALIAS)
    collector.collect([role])
    collector.sort()
    for model, rows in reversed(collector.data.items()):
        if not _is_made_of_editions(model):
            yield from sorted(rows, key=lambda row: row.pk)


def _is_made_of_editions(model: type[models.Model]) -> bool:
    return any(field.related_model is Edition for field in model._meta.concrete_fields)


def find_live_links(slug: str) -> list[Edition]:
    """The live editions of other roles that name this role or link to its pages, by title. One query."""
    named = Q(mentions__contains=[slug]) | Q(kit_json__contains=f"/roles/{slug}/")
    return [*Edition.objects.live().cards().filter(named).exclude(slug=slug).order_by("title")]
