"""Saved packs under their private links: edit, versions, a newer template, links, deletion, the read-only page."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from msgspec import UNSET, UnsetType

from interviews.plan import InterviewPlan
from packs.description.document import document
from packs.description.value import JobDescription
from packs.documents import html_writer, text_writer
from packs.documents.formats import FORMATS
from packs.documents.model import blanks_left
from packs.forms import JobDescriptionForm
from packs.models import Access, Version
from packs.pages.downloads import download, offered
from packs.pages.job_description.page import FIRST, MORE, TEMPLATE, context
from packs.pages.job_description.views import customise
from packs.pages.saved.answers import answer, number, see
from packs.pages.saved.changes import take
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.plan_changes import take_plan
from packs.pages.saved.version_list import entries, merge
from packs.store.links import new_edit_link, new_read_link, read_token, turn_off
from packs.store.saving import keep as keep_pack
from packs.store.saving import save
from roles.pages.structured_data import absolute
from web.child_pool import StoppedError
from web.page import Page, respond


@require_safe
def your_packs(request: HttpRequest) -> HttpResponse:
    """The packs that this browser remembers. The page is the same for everyone; a script fills it in."""
    return respond(request, Page.render("packs/your_packs.html", {"canonical": absolute(reverse("packs"))}))


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The workbench with a saved job description. A post is as on the role's own page, and can save."""
    if opened.edition is None:
        return _read_only(request, opened)
    shown = {
        "opened": opened,
        "canonical": None,
        "version": number(request, "version") or opened.current.number,
        "aside": number(request, "aside"),
    }
    if request.method == "POST":
        return customise(request, opened.edition, lambda new: _save(request, opened, new), shown)
    form = JobDescriptionForm(opened.edition.kit, opened.description)
    return render(request, TEMPLATE, context(form) | shown)


@opened_by(Access.EDIT)
@require_safe
def versions(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Every version with what its save changed."""
    shown = {"opened": opened, "here": _("Versions"), "tab": "versions", "entries": entries(opened.pack)}
    return render(request, "packs/pack_versions.html", shown)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def version(request: HttpRequest, opened: OpenPack, wanted: int) -> HttpResponse:
    """What a version says otherwise than another one; what it says otherwise than the current one can be taken over.

    This is also how a restore works, and how two people settle what they saved at once.
    """
    found = get_object_or_404(opened.pack.versions, number=wanted)
    against = opened.current
    if compared := re.fullmatch("[0-9]{1,9}", request.GET.get("with", "")):
        against = get_object_or_404(opened.pack.versions, number=int(compared[0]))
    current = against.number == opened.current.number
    stale = request.method == "POST" and number(request, "version") != opened.current.number
    if request.method == "POST" and not stale:
        keys = request.POST.getlist("take")
        plan = take_plan(opened.current.plan, found.plan, keys)
        return _take(request, opened, take(opened.description, found.description, keys), plan)
    base = opened.pack.versions.filter(number=found.beside).first() if found.beside else None
    shown = {
        "opened": opened,
        "here": _("Version %(number)s") % {"number": wanted},
        "found": found,
        "against": against,
        "can_take": current and found.number != against.number,
        "changes": merge(base if current else None, against, found, opened.edition.kit if opened.edition else None),
        "stale": stale,
    }
    return render(request, "packs/pack_version.html", shown, status=409 if stale else 200)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """What the live edition's template changed, to take over line by line."""
    stale = request.method == "POST" and number(request, "version") != opened.current.number
    if request.method == "POST" and not stale and opened.newer_kit:
        return _take(request, opened, take(opened.rebased, opened.renewed, request.POST.getlist("take")))
    shown = {"opened": opened, "here": _("Newer template"), "stale": stale}
    return render(request, "packs/pack_template.html", shown, status=409 if stale else 200)


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Both links, each to renew; the read-only one also to turn off."""
    if request.method == "POST":
        return _act_on_links(request, opened)
    link = opened.pack.links.filter(access=Access.READ, revoked_at__isnull=True).first()
    token = read_token(link, opened.token) if link else ""
    shown = {
        "opened": opened,
        "here": _("Links and sharing"),
        "tab": "links",
        "edit_url": request.build_absolute_uri(opened.address()),
        "is_shared": link is not None,
        "read_url": request.build_absolute_uri(reverse("pack-shared", args=[token])) if token else "",
    }
    return render(request, "packs/pack_links.html", shown)


@opened_by(Access.EDIT)
@require_POST
def keep(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Start the pack's time again."""
    keep_pack(opened.pack)
    return see(opened.address())


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Ask, then delete every row of the pack."""
    if request.method != "POST":
        return render(request, "packs/pack_delete.html", {"opened": opened, "here": _("Delete"), "tab": "delete"})
    pack_id = opened.pack.pk
    opened.pack.delete()
    return render(request, "packs/pack_deleted.html", {"pack_id": pack_id})


@opened_by(Access.READ)
@require_safe
def shared(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The read-only page, and its downloads."""
    return _read_only(request, opened)


def _read_only(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    written = document(opened.description)
    stopped = None
    try:
        if wanted := FORMATS.get(request.GET.get("format", "")):
            return download(written, wanted)
    except StoppedError as error:
        stopped = error
    shown = {
        "opened": opened,
        "title": written.title,
        "preview_html": mark_safe(html_writer.write_preview(written)),  # noqa: S308 the writer escapes
        "rich_html": mark_safe(html_writer.write_fragment(written)),  # noqa: S308 the writer escapes
        "plain_text": text_writer.write(written),
        "blanks_left": len(blanks_left(written)),
        "formats": offered([*FIRST, *MORE]),
        "stopped": str(stopped or ""),
    }
    return render(request, "packs/pack_shared.html", shown, status=stopped.status if stopped else 200)


def _save(request: HttpRequest, opened: OpenPack, description: JobDescription) -> HttpResponse:
    saved = save(opened.pack, description, base=number(request, "version"), aside=number(request, "aside"))
    return answer(request, opened, saved, "pack")


def _take(
    request: HttpRequest, opened: OpenPack, description: JobDescription, plan: InterviewPlan | UnsetType | None = UNSET
) -> HttpResponse:
    saved: Version = save(opened.pack, description, plan, base=number(request, "version"))
    return see(opened.address("pack-version", saved.number) if saved.beside else opened.address())


def _act_on_links(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    token = opened.token
    match request.POST.get("do"):
        case "share":
            new_read_link(opened.pack, token)
        case "unshare":
            turn_off(opened.pack, Access.READ)
        case "renew":
            token = new_edit_link(opened.pack)
    return see(reverse("pack-links", args=[token]))
