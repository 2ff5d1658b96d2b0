"""The edit links that people paste, and the packs that they open."""

import re

from django.http import HttpRequest

from packs.models import LONGEST_NAME, Access, Pack
from packs.pages.private import allow_save
from packs.store.links import find_link
from packs.store.lists import MOST_OPENINGS, create_list, put_on_list

TOKEN_IN_LINK = re.compile(r"/packs/([\w-]{43})(?![\w-])", re.ASCII)
LONGEST_LINKS = 50_000  # characters of what is pasted


def find_packs(text: str) -> list[Pack]:
    """The packs of the edit links in a text, each once and MOST_OPENINGS at most; links that open nothing are left out.
    One query for each link.
    """
    tokens = [*dict.fromkeys(TOKEN_IN_LINK.findall(text[:LONGEST_LINKS]))][:MOST_OPENINGS]
    links = [find_link(token, Access.EDIT) for token in tokens]
    return [*{link.pack: None for link in links if link and not link.revoked_at and not link.pack.is_expired}]


def start_list(request: HttpRequest) -> str:
    """Store a list of the packs whose edit links are posted, and return its token. Raises StoppedError and
    PermissionDenied, as `allow_save` does.
    """
    allow_save(request, is_new=True)
    name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
    opening_list, token = create_list(name)
    put_on_list(opening_list, token, find_packs("\n".join(request.POST.getlist("link"))))
    return token
