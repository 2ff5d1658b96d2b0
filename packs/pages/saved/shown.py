"""What the pages of a saved pack show."""

from typing import ClassVar

from packs.models import Version
from packs.pages.saved.changes import Offer
from packs.pages.saved.open_pack import OpenPack
from packs.pages.saved.version_list import VersionEntry
from web.view import View


class YourPacksView(View, frozen=True, kw_only=True):
    """The page of openings and lists that the browser remembers, filled in by a script. `stopped` says why no list was
    made.
    """

    template = "packs/your_packs.html"

    stopped: str = ""


class PackView(View, frozen=True, kw_only=True):
    """Base of the pages of a pack: `here` is the page's name, `tab` its place among the pack's pages."""

    template: ClassVar[str] = "packs/pack_page.html"

    opened: OpenPack
    here: str
    tab: str = ""


class VersionsView(PackView, frozen=True, kw_only=True):
    """The page of all versions, the newest first."""

    template = "packs/pack_versions.html"

    entries: list[VersionEntry]


class VersionView(PackView, frozen=True, kw_only=True):
    """The page of how version `found` differs from `against`. `stale` says that the pack was saved meanwhile."""

    template = "packs/pack_version.html"

    found: Version
    against: Version
    can_take: bool
    changes: list[Offer]
    stale: bool


class NewerTemplateView(PackView, frozen=True, kw_only=True):
    """The page of what the live edition's template changed; `stale` says that the pack was saved meanwhile."""

    template = "packs/pack_template.html"

    stale: bool


class NewerProfileView(PackView, frozen=True, kw_only=True):
    """The page of what the company's profile changed since the pack started from it; `stale` says that the pack was
    saved meanwhile.
    """

    template = "packs/pack_company.html"

    stale: bool


class LinksView(PackView, frozen=True, kw_only=True):
    """The page of the links. One to read or to suggest is "" where there is none, or where it can't be shown again.
    `is_alone` says that no other link or list opens the pack.
    """

    template = "packs/pack_links.html"

    edit_url: str
    is_shared: bool
    read_url: str
    can_suggest: bool
    editors_see: bool
    is_alone: bool
    suggest_url: str


class DeleteView(PackView, frozen=True, kw_only=True):
    """The page that asks before the pack is deleted."""

    template = "packs/pack_delete.html"


class DeletedView(View, frozen=True, kw_only=True):
    """The page that says that a pack, or a list of them, has been deleted."""

    template = "packs/pack_deleted.html"

    pack_id: object
    is_list: bool = False
