"""Lists of openings: the packs that one link opens. A list stores no key of a pack, but can make each again."""

import secrets
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from packs.models import LONGEST_NAME, Access, Link, OpeningList, Pack
from packs.store.links import count_next_link, derive_token, hash_token

MOST_OPENINGS = 100  # of one list, with those that are archived


class ListFullError(Exception):
    """The list would hold more than MOST_OPENINGS packs."""


def create_list(name: str = "") -> tuple[OpeningList, str]:
    """Store a new, empty list. Returns it and its token, of which only a hash is stored; a long name is cut at
    LONGEST_NAME.
    """
    token = secrets.token_urlsafe(32)
    return OpeningList.objects.create(name=name[:LONGEST_NAME], token_hash=hash_token(token)), token


def find_list(token: str) -> OpeningList | None:
    """The list that a token opens, by one query; None where it opens none."""
    return OpeningList.objects.filter(token_hash=hash_token(token)).first()


def derive_opening_token(list_token: str, pack_id: UUID) -> str:
    """The token that edits a pack on a list, worked out from the list's own token."""
    return derive_token(list_token, f"opening {pack_id}")


@transaction.atomic
def put_on_list(opening_list: OpeningList, list_token: str, packs: Collection[Pack]) -> None:
    """Store links by which the list opens these packs; one that is on it already stays. Raises ListFullError, and then
    adds none.
    """
    OpeningList.objects.select_for_update().get(pk=opening_list.pk)  # two at once would both find room
    known = set(opening_list.links.values_list("pack_id", flat=True))
    added = [pack for pack in packs if pack.pk not in known]
    if len(known) + len(added) > MOST_OPENINGS:
        raise ListFullError
    for pack in added:
        opening_list.links.create(
            pack=pack,
            access=Access.EDIT,
            number=count_next_link(pack, Access.EDIT),
            token_hash=hash_token(derive_opening_token(list_token, pack.pk)),
        )
    note_use(opening_list)


def take_off_list(opening_list: OpeningList, pack_ids: Collection[UUID]) -> None:
    """Delete the list's links to these packs, and restart the list's time. A pack that nothing else opens stays on the
    list, because nobody could come back to it.
    """
    lost = list_only_here(opening_list).values("pk")
    opening_list.links.filter(pack_id__in=pack_ids).exclude(pack_id__in=lost).delete()
    note_use(opening_list)


def list_only_here(opening_list: OpeningList) -> QuerySet[Pack]:
    """A query for the packs that no link edits but this list's."""
    elsewhere = Link.objects.filter(access=Access.EDIT, revoked_at__isnull=True).exclude(opening_list=opening_list)
    return Pack.objects.filter(links__opening_list=opening_list).exclude(pk__in=elsewhere.values("pack_id"))


@transaction.atomic
def renew_list(opening_list: OpeningList) -> str:
    """Store a new token for the list and new links to its packs, and return the token. The old ones stop working."""
    token = secrets.token_urlsafe(32)
    OpeningList.objects.filter(pk=opening_list.pk).update(token_hash=hash_token(token), used_at=Now())
    for link in opening_list.links.all():
        link.token_hash = hash_token(derive_opening_token(token, link.pack_id))
        link.save(update_fields=["token_hash"])
    return token


@transaction.atomic
def delete_list(opening_list: OpeningList) -> None:
    """Delete a list, and with it the packs that nothing else opens."""
    list_only_here(opening_list).delete()
    opening_list.delete()


def note_use(opening_list: OpeningList) -> None:
    """Store that the list was used now, which restarts its time."""
    OpeningList.objects.filter(pk=opening_list.pk).update(used_at=Now())
