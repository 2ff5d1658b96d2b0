"""A pack as opened through one of its links, for views and templates."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Concatenate

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from compensation.models.pay_law import PayLawRule, PayLawVersion, as_value
from compensation.pay_law.rule import Employer, PayRule, find_reach
from packs.description.newer_edition import rebase_description, renew_description
from packs.description.value import JobDescription
from packs.models import Access, Link, Pack, SuggestionState, Version
from packs.occupations.template import decode_template
from packs.pages.private import keep_private
from packs.pages.saved.changes import Change, Offer, list_changes
from packs.pages.saved.company import PackCompany
from packs.pages.saved.plan_changes import question_changes
from packs.pay_law.places import find_home, find_work_place
from packs.store.approvals import ApprovalStatus, find_approval
from packs.store.links import find_link, read_token
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.publishing.live import live_edition
from web.language import about_texts_in
from web.view import View, render_view

type PackView[**P] = Callable[Concatenate[HttpRequest, OpenPack, P], HttpResponse]
type TokenView[**P] = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


class GoneView(View, frozen=True, kw_only=True):
    """The page of a link that opens nothing. `why` is revoked, expired, version (there is no such version), list or
    unknown.
    """

    template = "packs/pack_gone.html"

    why: str


class OpenPack:
    """A pack with its current version and the token of the link that opened it."""

    pack: Pack
    token: str
    link: Link
    current: Version

    def __init__(self, link: Link, token: str, request: HttpRequest) -> None:
        self.pack, self.token, self.link, self.request = link.pack, token, link, request
        self.current = self.pack.current()

    def build_address(self, name: str = "pack", *args: object) -> str:
        """The path of one of the pack's pages, by the name and arguments of its URL pattern."""
        return reverse(name, args=[self.token, *args])

    def list_urls(self, request: HttpRequest) -> tuple[str, str, bool]:
        """The full address of the link to edit and of the one to read ("" where it can't be shown), and whether there
        is one to read. One query.
        """
        read_url, is_shared = self.find_shared_url(request, Access.READ)
        return request.build_absolute_uri(self.build_address()), read_url, is_shared

    def find_shared_url(self, request: HttpRequest, access: Access) -> tuple[str, bool]:
        """The full address of the link to read or to suggest, and whether there is such a link. One query.

        The address is "" where the link was made under an older edit link: it works, but its token isn't known.
        """
        link = self.pack.links.filter(access=access, revoked_at__isnull=True).first()
        token = read_token(link, self.token) if link else ""
        page = "pack-shared" if access is Access.READ else "pack-suggest"
        return request.build_absolute_uri(reverse(page, args=[token])) if token else "", link is not None

    @property
    def description(self) -> JobDescription:
        """The job description in the pack's current version."""
        return self.current.description

    @cached_property
    def approval(self) -> ApprovalStatus | None:
        """The latest approval and whether it still holds; None without one. Queried on first use, then kept."""
        return find_approval(self.current)

    @cached_property
    def waiting_count(self) -> int:
        """The number of open suggestions. One query on first use, then kept."""
        return self.pack.suggestions.filter(state=SuggestionState.OPEN).count()

    @cached_property
    def edition(self) -> Edition | None:
        """The edition from which the pack was made, or the template that it keeps; None where its role is gone. One
        query at most, then kept.
        """
        if self.pack.template_json:
            return decode_template(self.pack.template_json)
        return Edition.objects.filter(slug=self.description.slug, number=self.description.edition).first()

    @cached_property
    def company(self) -> PackCompany:
        """The company profile from which the pack started, with what the site locks. Made on first use, then kept."""
        site = self.request.find_site_company()  # type: ignore[attr-defined] # by middleware
        return PackCompany(self.pack, self.description, self.edition.kit if self.edition else None, site)

    def has_newer_version(self) -> bool:
        """Whether a version was stored since the pack was opened. One query."""
        return self.pack.versions.filter(number__gt=self.current.number).exists()

    def forget_company(self) -> None:
        """Drop the kept `company`, so that the profile is read again when it is next asked for."""
        self.__dict__.pop("company", None)

    @cached_property
    def newer_kit(self) -> tuple[Kit, int] | None:
        """The live kit and its edition's number where it is newer than the pack's edition, otherwise None. Found on
        first use, then kept.
        """
        live = live_edition(self.description.slug)
        if live is None or self.edition is None or live.number <= self.edition.number:
            return None
        return live.kit, live.number

    @cached_property
    def newer_changes(self) -> list[Change]:
        """The changes that the live edition's template would make to the pack. Made on first use, then kept."""
        return list_changes(self.rebased_description, self.renewed_description)

    @cached_property
    def newer_questions(self) -> list[Change]:
        """The changes of the live edition to questions that the pack's interviews ask. Made on first use, then kept."""
        if self.newer_kit is None or self.edition is None:
            return []
        return question_changes(self.current.plan, self.edition.kit, self.newer_kit[0])

    @cached_property
    def changed_rules(self) -> list[PayRule]:
        """The rules of pay law for the pack's places that are new or changed since its current version was saved. One
        query at most, then kept.
        """
        places = [find_work_place(place, self.description.workplace) for place in self.description.places]
        known = [place for place in places if place]
        changed = PayLawVersion.objects.filter(recorded_at__gt=self.current.saved_at).values("rule")
        rules = map(as_value, PayLawRule.objects.filter(slug__in=changed)) if known else ()
        employer = Employer(headcount=self.description.employees, home=find_home(self.description.home))
        return [rule for rule in rules if find_reach(rule, known, employer)]

    @property
    def newer_count(self) -> int:
        """How many changes the live edition offers: to the text and to the questions together."""
        return len(self.newer_changes) + len(self.newer_questions)

    @property
    def newer_offers(self) -> list[Offer]:
        """The changes of the newer template, each ticked to begin with. Made from `newer_changes`."""
        return [Offer(change, is_taken=True, contested=False) for change in self.newer_changes]

    @property
    def question_offers(self) -> list[Offer]:
        """The changed interview questions. They come with the edition and can't be taken one by one."""
        return [Offer(change, is_taken=True, contested=False) for change in self.newer_questions]

    @cached_property
    def rebased_description(self) -> JobDescription:
        """The pack's text as if it had been made from the live edition. Made on first use, then kept."""
        if self.newer_kit is None or self.edition is None:
            return self.description
        return rebase_description(self.description, self.edition.kit, *self.newer_kit)

    @cached_property
    def renewed_description(self) -> JobDescription:
        """The pack's text with every change of the live edition. Made on first use, then kept."""
        if self.newer_kit is None or self.edition is None:
            return self.description
        return renew_description(self.description, self.edition.kit, *self.newer_kit)


def opened_by[**P](access: Access) -> Callable[[PackView[P]], TokenView[P]]:
    """Make a view private: it gets the pack that the token in the address opens, and notes that it was opened.

    Where nothing opens, answers with a page that says why: 410 for a link turned off or a pack whose time is over, 404
    for an unknown token and for Http404 of the view.
    """

    def wrap_view(view: PackView[P]) -> TokenView[P]:
        @keep_private
        @wraps(view)
        def open_pack(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            link = find_link(token, access)
            if link is None:
                return show_gone(request, "unknown", 404)
            if link.revoked_at or link.pack.is_expired:
                return show_gone(request, "revoked" if link.revoked_at else "expired", 410)
            link.pack.note_opening()
            try:
                opened = OpenPack(link, token, request)
                request.opened_pack = opened  # type: ignore[attr-defined] # for what counts the answer
                with about_texts_in(opened.description.language):
                    return view(request, opened, *args, **kwargs)
            except (Pack.DoesNotExist, Version.DoesNotExist):  # deleted since the lines above
                return show_gone(request, "unknown", 404)
            except Http404:
                return show_gone(request, "version", 404)

        return open_pack

    return wrap_view


def show_gone(request: HttpRequest, why: str, status: int) -> HttpResponse:
    """Answer with the page that says why a link opens nothing, under this status."""
    return render_view(request, GoneView(why=why), status=status)
