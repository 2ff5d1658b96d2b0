"""What the pages of a saved pack show."""

from typing import ClassVar

import msgspec
from django.http import HttpRequest
from django.utils.safestring import SafeString

from packs.models import Version
from packs.pages.interview_kit.page import InterviewKitView
from packs.pages.job_description.page import JobDescriptionView
from packs.pages.offered import Offered
from packs.pages.saved.answers import read_posted_int
from packs.pages.saved.open_pack import OpenPack
from packs.pages.saved.version_list import Offer, VersionEntry
from web.view import View


class YourPacksView(View, frozen=True, kw_only=True):
    """The packs that a browser remembers; a script fills the page in."""

    template = "packs/your_packs.html"


class PackView(View, frozen=True, kw_only=True):
    """A page of an open pack: `here` is its name, `tab` its place among the pack's pages."""

    template: ClassVar[str] = "packs/pack_page.html"

    opened: OpenPack
    here: str
    tab: str = ""


class VersionsView(PackView, frozen=True, kw_only=True):
    """Every version, the newest first."""

    template = "packs/pack_versions.html"

    entries: list[VersionEntry]


class VersionView(PackView, frozen=True, kw_only=True):
    """What version `found` says otherwise than `against`. `stale` says that the pack has changed meanwhile."""

    template = "packs/pack_version.html"

    found: Version
    against: Version
    can_take: bool
    changes: list[Offer]
    stale: bool


class NewerTemplateView(PackView, frozen=True, kw_only=True):
    """What the live edition's template changed."""

    template = "packs/pack_template.html"

    stale: bool


class LinksView(PackView, frozen=True, kw_only=True):
    """Both links. `read_url` is empty where there is none, or where it can't be shown again."""

    template = "packs/pack_links.html"

    edit_url: str
    is_shared: bool
    read_url: str


class DeleteView(PackView, frozen=True, kw_only=True):
    """The question whether to delete the pack."""

    template = "packs/pack_delete.html"


class DeletedView(View, frozen=True, kw_only=True):
    """A pack is gone."""

    template = "packs/pack_deleted.html"

    pack_id: object


class SharedView(View, frozen=True, kw_only=True):
    """The read-only page of a pack."""

    template = "packs/pack_shared.html"

    opened: OpenPack
    title: str
    preview_html: SafeString
    rich_html: SafeString
    plain_text: str
    blanks_left: int
    formats: list[Offered]
    stopped: str


class SavedJobView(JobDescriptionView, frozen=True, kw_only=True):
    """The page of a job description that is a pack's. `aside` is the version that this page's saves went into, where
    they came second.
    """

    opened: OpenPack
    version: int
    aside: int
    here: str = ""
    tab: str = ""


class SavedInterviewsView(InterviewKitView, frozen=True, kw_only=True):
    """The page of an interview kit that is a pack's."""

    opened: OpenPack
    version: int
    aside: int
    here: str
    tab: str = "interviews"


def frame_job(view: JobDescriptionView, opened: OpenPack, request: HttpRequest) -> SavedJobView:
    """The page of a job description in the frame of its pack."""
    version, aside = read_versions(request, opened)
    names = msgspec.structs.asdict(view) | {"canonical": ""}
    return SavedJobView(**names, opened=opened, version=version, aside=aside)


def frame_interviews(view: InterviewKitView, opened: OpenPack, request: HttpRequest, here: str) -> SavedInterviewsView:
    """The page of an interview kit in the frame of its pack."""
    version, aside = read_versions(request, opened)
    names = msgspec.structs.asdict(view) | {"canonical": ""}
    return SavedInterviewsView(**names, opened=opened, version=version, aside=aside, here=here)


def read_versions(request: HttpRequest, opened: OpenPack) -> tuple[int, int]:
    """The version that a page shows, and the one that was set aside for it; 0 where there is none."""
    return read_posted_int(request, "version") or opened.current.number, read_posted_int(request, "aside")
