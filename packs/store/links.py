"""The private links of a pack: made, found by their token, turned off and renewed one by one."""

import base64
import hashlib
import hmac
import secrets

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from packs.models import Access, Link, Pack

DERIVED = {
    Access.READ: "read-only link",
    Access.SUGGEST: "suggest link",
}  # what a token is made for


def hash_token(token: str) -> str:
    """The hash of a token, which is what the database stores. A token has 256 random bits, so that a plain hash can't
    be guessed back.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def find_link(token: str, access: Access) -> Link | None:
    """The link with this token and access together with its pack, even if it is turned off; None without one. One
    query.
    """
    return Link.objects.select_related("pack").filter(token_hash=hash_token(token), access=access).first()


@transaction.atomic
def new_edit_link(pack: Pack, *, unshare: bool = False) -> str:
    """Store a new edit link of the pack, and return its token; the old one stops working.

    With `unshare`, the links to read and to suggest are turned off too, and the pack leaves every list.
    """
    if unshare:
        turn_off(pack, Access.READ)
        turn_off(pack, Access.SUGGEST)
        pack.links.filter(opening_list__isnull=False).delete()
    token = secrets.token_urlsafe(32)
    _replace_token(pack, Access.EDIT, count_next_link(pack, Access.EDIT), token)
    return token


def new_read_link(pack: Pack, edit_token: str) -> str:
    """Store a new read-only link of the pack, and return its token; the old one stops working."""
    return _new_derived_link(pack, edit_token, Access.READ)


def new_suggest_link(pack: Pack, edit_token: str) -> str:
    """Store a new link to suggest, and return its token; the old one stops working."""
    return _new_derived_link(pack, edit_token, Access.SUGGEST)


def turn_off(pack: Pack, access: Access) -> None:
    """Store that a pack's link of this access is turned off, where there is one. Links of lists stay."""
    live = pack.links.filter(access=access, revoked_at__isnull=True, opening_list__isnull=True)
    live.update(revoked_at=timezone.now())


def read_token(link: Link, edit_token: str) -> str:
    """The token of a link to read or to suggest, worked out again from the edit link's; "" where the edit link was
    renewed since.
    """
    token = derive_token(edit_token, f"{DERIVED[Access(link.access)]} {link.number}")
    return token if hash_token(token) == link.token_hash else ""


def derive_token(token: str, purpose: str) -> str:
    """A token worked out from another one for a purpose, by HMAC-SHA256. It needn't be stored, and tells nothing about
    the other.
    """
    digest = hmac.digest(token.encode(), purpose.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def count_next_link(pack: Pack, access: Access) -> int:
    """The number for a pack's next link of this access. Locks the pack's row until the transaction ends, so that no two
    links get the same number.
    """
    Pack.objects.select_for_update().get(pk=pack.pk)
    newest: int | None = pack.links.filter(access=access).aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1


@transaction.atomic
def _new_derived_link(pack: Pack, edit_token: str, access: Access) -> str:
    number = count_next_link(pack, access)
    token = derive_token(edit_token, f"{DERIVED[access]} {number}")
    _replace_token(pack, access, number, token)
    return token


def _replace_token(pack: Pack, access: Access, number: int, token: str) -> None:
    turn_off(pack, access)
    pack.links.create(access=access, number=number, token_hash=hash_token(token))
