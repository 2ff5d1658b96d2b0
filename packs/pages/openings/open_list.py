"""A list of openings as its link opens it, for views and templates."""

from collections.abc import Callable, Collection
from functools import cached_property, wraps
from typing import ClassVar, Concatenate
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from packs.models import OpeningList, Pack
from packs.openings.listing import OpeningEntry, list_entries
from packs.pages.private import keep_private
from packs.pages.saved.open_pack import show_gone
from packs.store.lists import derive_opening_token, find_list
from web.view import View

type ListView[**P] = Callable[Concatenate[HttpRequest, OpenList, P], HttpResponse]
type TokenView[**P] = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


class OpenList:
    """A list of openings, with the token of the link that opened it."""

    opening_list: OpeningList
    token: str

    def __init__(self, opening_list: OpeningList, token: str) -> None:
        self.opening_list, self.token = opening_list, token

    def build_address(self, name: str = "openings") -> str:
        """The path of one of the list's pages, by the name of its URL pattern."""
        return reverse(name, args=[self.token])

    @property
    def name(self) -> str:
        """The list's name, or "Openings" in the current language where it has none."""
        return self.opening_list.name or _("Openings")

    @cached_property
    def packs(self) -> list[Pack]:
        """The packs on the list whose time isn't over. One query on first use, then kept."""
        found = Pack.objects.filter(links__opening_list=self.opening_list)
        return [pack for pack in found if not pack.is_expired]

    @cached_property
    def entries(self) -> list[OpeningEntry]:
        """The entry of each pack with the path to edit it, the last changed first. A few queries on first use, then
        kept.
        """
        entries = sorted(list_entries(self.packs), key=lambda entry: entry.changed_at, reverse=True)
        return [msgspec.structs.replace(entry, address=self._find_address(entry.pack_id)) for entry in entries]

    def choose_packs(self, ids: Collection[str]) -> list[Pack]:
        """The packs of the list whose keys are posted; other keys are ignored."""
        return [pack for pack in self.packs if str(pack.pk) in ids]

    def _find_address(self, pack_id: UUID) -> str:
        return reverse("pack", args=[derive_opening_token(self.token, pack_id)])


class ListPage(View, frozen=True, kw_only=True):
    """Base of the pages of a list: `here` is the page's name, `tab` its place among the list's pages."""

    template: ClassVar[str] = "packs/openings_frame.html"

    opened: OpenList
    here: str
    tab: str


def opened_list[**P](view: ListView[P]) -> TokenView[P]:
    """Make a view private: it gets the list that the token in the address opens. Answers 404 with a page for an unknown
    token.
    """

    @keep_private
    @wraps(view)
    def open_list(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        opening_list = find_list(token)
        if opening_list is None:
            return show_gone(request, "list", 404)
        return view(request, OpenList(opening_list, token), *args, **kwargs)

    return open_list
