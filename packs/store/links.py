"""The private links of a pack: made, found by their token, turned off and renewed one by one."""

import base64
import hashlib
import hmac
import secrets

from django.db import transaction
from django.utils import timezone

from packs.models import Access, Link, Pack


def hash_token(token: str) -> str:
    """What the database keeps of a token. A token has 256 random bits, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_link(token: str, access: Access) -> Link | None:
    """The link with a token, turned off or not, with its pack."""
    return Link.objects.select_related("pack").filter(token_hash=hash_token(token), access=access).first()


@transaction.atomic
def new_edit_link(pack: Pack, *, unshare: bool = False) -> str:
    """The token of a pack's new edit link. The one before stops working; with `unshare` the read-only one too."""
    if unshare:
        turn_off(pack, Access.READ)
    token = secrets.token_urlsafe(32)
    _replace_token(pack, Access.EDIT, _next_number(pack, Access.EDIT), token)
    return token


@transaction.atomic
def new_read_link(pack: Pack, edit_token: str) -> str:
    """The token of a pack's new read-only link. The one before stops working."""
    number = _next_number(pack, Access.READ)
    token = derive_token(edit_token, number)
    _replace_token(pack, Access.READ, number, token)
    return token


def turn_off(pack: Pack, access: Access) -> None:
    """Turn a pack's link off; without a live one, do nothing."""
    pack.links.filter(access=access, revoked_at__isnull=True).update(revoked_at=timezone.now())


def read_token(link: Link, edit_token: str) -> str:
    """The token of a read-only link, to show again; empty if it was made with an edit link since renewed."""
    token = derive_token(edit_token, link.number)
    return token if hash_token(token) == link.token_hash else ""


def derive_token(edit_token: str, number: int) -> str:
    """The token of a pack's read-only link.

    It comes from the edit token by HMAC-SHA256: whoever may edit can see it again, though it is stored nowhere, and
    it tells nothing about the edit token.
    """
    digest = hmac.digest(edit_token.encode(), f"read-only link {number}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _next_number(pack: Pack, access: Access) -> int:
    Pack.objects.select_for_update().get(pk=pack.pk)  # two at once would count to the same number
    return pack.links.filter(access=access).count() + 1


def _replace_token(pack: Pack, access: Access, number: int, token: str) -> None:
    turn_off(pack, access)
    pack.links.create(access=access, number=number, token_hash=hash_token(token))
