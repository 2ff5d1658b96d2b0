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
    """A list would hold more than MOST_OPENINGS."""


def create_list(name: str = "") -> tuple[OpeningList, str]:
    """Store a new list without openings. Returns it with its token, of which only a hash is stored; a name is cut."""
    token = secrets.token_urlsafe(32)
    return OpeningList.objects.create(name=name[:LONGEST_NAME], token_hash=hash_token(token)), token


def find_list(token: str) -> OpeningList | None:
    """The list that a token opens, by one query; None where it opens none."""
    return OpeningList.objects.filter(token_hash=hash_token(token)).first()


def derive_opening_token(list_token: str, pack_id: UUID) -> str:
    """The token that edits a pack of a list, for whoever has the list's own."""
    return derive_token(list_token, f"opening {pack_id}")


@transaction.atomic
def put_on_list(opening_list: OpeningList, list_token: str, packs: Collection[Pack]) -> None:
    """Let a list open packs. One that is there already stays. Raises ListFullError, and then adds none."""
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
    """Close packs to a list. One that nothing else opens stays on it: nobody could come back to it."""
    lost = list_only_here(opening_list).values("pk")
    opening_list.links.filter(pack_id__in=pack_ids).exclude(pack_id__in=lost).delete()
    note_use(opening_list)


def list_only_here(opening_list: OpeningList) -> QuerySet[Pack]:
    """The packs that no other link edits than the one of this list."""
    elsewhere = Link.objects.filter(access=Access.EDIT, revoked_at__isnull=True).exclude(opening_list=opening_list)
    return Pack.objects.filter(links__opening_list=opening_list).exclude(pk__in=elsewhere.values("pack_id"))


@transaction.atomic
def renew_list(opening_list: OpeningList) -> str:
    """The list's new token. The one before opens nothing any more, nor do the links that it made for each pack."""
    token = secrets.token_urlsafe(32)
    OpeningList.objects.filter(pk=opening_list.pk).update(token_hash=hash_token(token), used_at=Now())
    for link in opening_list.links.all():
        link.token_hash = hash_token(derive_opening_token(token, link.pack_id))
        link.save(update_fields=["token_hash"])
    return token


@transaction.atomic
def delete_list(opening_list: OpeningList) -> None:
    """Delete a list, and the packs that nothing else opens."""
    list_only_here(opening_list).delete()
    opening_list.delete()


def note_use(opening_list: OpeningList) -> None:
    """Count the list as used now."""
    OpeningList.objects.filter(pk=opening_list.pk).update(used_at=Now())
