"""Addresses of previews, which can be sent to a reviewer and expire.

Each holds the role and the moment of its end, signed. Nothing is stored, and whoever has it needs no account.
"""

from datetime import UTC, datetime, timedelta

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from roles.models.working_copy import Role

LASTS = timedelta(days=7)
DRAFT = "draft=1"  # the query of a preview that shows what there is of a role that isn't whole
_SALT = "roles.previews"  # part of the links that were sent


def preview_path(role: Role) -> str:
    """A new secret path of the role's preview, which works for LASTS from now."""
    expires = int((timezone.now() + LASTS).timestamp())
    return reverse("role-preview", args=[signing.dumps([role.pk, expires], salt=_SALT)])


def read_preview_token(token: str) -> tuple[int, datetime]:
    """The role's key, and the moment until which the path works. Raises signing.BadSignature for a token that this site
    didn't sign.
    """
    pk, expires = signing.loads(token, salt=_SALT)
    return pk, datetime.fromtimestamp(expires, tz=UTC)
