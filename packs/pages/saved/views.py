"""Saved packs under their private links: edit, versions, a newer template, links, deletion, the read-only page."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from msgspec import UNSET, UnsetType

from interviews.plan import InterviewPlan
from packs.description.company import lock_fields
from packs.description.value import JobDescription
from packs.models import Access, Version
from packs.pages.openings.links import start_list
from packs.pages.saved.answers import read_posted_int, redirect_303
from packs.pages.saved.changes import take_changes
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.plan_changes import take_plan
from packs.pages.saved.shown import (
    DeletedView,
    DeleteView,
    LinksView,
    NewerProfileView,
    NewerTemplateView,
    VersionsView,
    VersionView,
    YourPacksView,
)
from packs.pages.saved.version_list import list_offers, list_version_entries
from packs.store.links import new_edit_link, new_read_link, new_suggest_link, turn_off
from packs.store.saving import keep_pack, remember_company, save_version
from web.child_pool import StoppedError
from web.page import Page, respond_with_page
from web.view import absolute_url, render_view


@csrf_exempt  # a post changes nothing on the server but to make a new list, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def your_packs(request: HttpRequest) -> HttpResponse:
    """The page of the openings that this browser remembers; the same for everyone, and filled in by a script.

    A POST of their links stores a list of them and redirects to it.
    """
    if request.method == "POST":
        response = _start_posted_list(request)
        add_never_cache_headers(response)
        return response
    return respond_with_page(request, Page.render(YourPacksView(canonical=absolute_url(reverse("packs")))))


@opened_by(Access.EDIT)
@require_safe
def show_versions(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of all versions, each with what its save changed."""
    entries = list_version_entries(opened.pack)
    return render_view(request, VersionsView(opened=opened, here=_("Versions"), tab="versions", entries=entries))


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def show_version(request: HttpRequest, opened: OpenPack, wanted: int) -> HttpResponse:
    """The page of how version `wanted` differs from the current one, or from the one in `?with=`. A POST stores a new
    version with the ticked changes: this restores a version, and settles two saves at once.

    Raises Http404 for a version that doesn't exist.
    """
    found = get_object_or_404(opened.pack.versions, number=wanted)
    against = opened.current
    if compared := re.fullmatch("[0-9]{1,9}", request.GET.get("with", "")):
        against = get_object_or_404(opened.pack.versions, number=int(compared[0]))
    current = against.number == opened.current.number
    stale = request.method == "POST" and read_posted_int(request, "version") != opened.current.number
    if request.method == "POST" and not stale:
        keys = request.POST.getlist("take")
        plan = take_plan(opened.current.plan, found.plan, keys)
        return _take_posted(request, opened, take_changes(opened.description, found.description, keys), plan)
    base = opened.pack.versions.filter(number=found.beside).first() if found.beside else None
    view = VersionView(
        opened=opened,
        here=_("Version %(number)s") % {"number": wanted},
        found=found,
        against=against,
        can_take=current and found.number != against.number,
        changes=list_offers(base if current else None, against, found, opened.edition.kit if opened.edition else None),
        stale=stale,
    )
    return render_view(request, view, status=409 if stale else 200)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def show_template(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of what the live edition's template changed. A POST stores a version with the ticked changes and
    redirects, unless the pack was saved meanwhile; then the page says so.
    """
    stale = request.method == "POST" and read_posted_int(request, "version") != opened.current.number
    if request.method == "POST" and not stale and opened.newer_kit:
        return _take_posted(
            request,
            opened,
            take_changes(opened.rebased_description, opened.renewed_description, request.POST.getlist("take")),
        )
    view = NewerTemplateView(opened=opened, here=_("Newer template"), stale=stale)
    return render_view(request, view, status=409 if stale else 200)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def show_company(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of what the company's profile changed since the pack started from it. A POST stores a version with the
    ticked changes and remembers that the newer profile was seen, unless the pack was saved meanwhile.
    """
    stale = request.method == "POST" and read_posted_int(request, "version") != opened.current.number
    if request.method == "POST" and not stale and opened.company.newer:
        renewed, newer = opened.company.renewed_description, opened.company.newer
        taken = take_changes(opened.description, renewed, request.POST.getlist("take"))
        remember_company(opened.pack, newer)
        opened.forget_company()
        return _take_posted(request, opened, taken)
    view = NewerProfileView(opened=opened, here=_("Company profile"), stale=stale)
    return render_view(request, view, status=409 if stale else 200)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def show_links(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of the pack's links. A POST makes, renews or turns off one of them and redirects."""
    if request.method == "POST":
        return _act_on_links(request, opened)
    edit_url, read_url, is_shared = opened.list_urls(request)
    suggest_url, can_suggest = opened.find_shared_url(request, Access.SUGGEST)
    view = LinksView(
        opened=opened,
        here=_("Links and sharing"),
        tab="links",
        edit_url=edit_url,
        is_shared=is_shared,
        read_url=read_url,
        can_suggest=can_suggest,
        is_alone=not opened.pack.has_other_links(),
        editors_see=settings.EDITORS_SEE_OPENINGS,
        suggest_url=suggest_url,
    )
    return render_view(request, view)


@opened_by(Access.EDIT)
@require_POST
def extend_pack(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Restart the pack's time, PACK_DAYS from now, and redirect to its page."""
    keep_pack(opened.pack)
    return redirect_303(opened.build_address())


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def delete_pack(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page that asks before the pack is deleted. A POST deletes it with all versions, and answers with a page that
    says so.
    """
    if request.method != "POST":
        return render_view(request, DeleteView(opened=opened, here=_("Delete"), tab="delete"))
    pack_id = opened.pack.pk
    opened.pack.delete()
    return render_view(request, DeletedView(pack_id=pack_id))


def _start_posted_list(request: HttpRequest) -> HttpResponse:
    try:
        return redirect_303(reverse("openings", args=[start_list(request)]))
    except StoppedError as error:
        return render_view(request, YourPacksView(stopped=str(error)), status=error.status)


def _take_posted(
    request: HttpRequest, opened: OpenPack, description: JobDescription, plan: InterviewPlan | UnsetType | None = UNSET
) -> HttpResponse:
    locked = lock_fields(description, opened.company.in_use, opened.edition.kit if opened.edition else None)
    saved: Version = save_version(opened.pack, locked, plan, base=read_posted_int(request, "version"))
    return redirect_303(opened.build_address("pack-version", saved.number) if saved.beside else opened.build_address())


def _act_on_links(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    token = opened.token
    match request.POST.get("do"):
        case "share":
            new_read_link(opened.pack, token)
        case "unshare":
            turn_off(opened.pack, Access.READ)
        case "share-suggest":
            new_suggest_link(opened.pack, token)
        case "unshare-suggest":
            turn_off(opened.pack, Access.SUGGEST)
        case "renew":
            token = new_edit_link(opened.pack, unshare="unshare" in request.POST)
    return redirect_303(reverse("pack-links", args=[token]))
