"""The workbench: customize a role's job description. Nobody is known, and only saving stores anything."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q
from django.db.models.functions import Now
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.description.actions import apply_description_action
from packs.description.document import build_document
from packs.description.starting import start_description, with_pay
from packs.description.value import JobDescription
from packs.documents.formats import DOCUMENT_FORMATS
from packs.forms import JobDescriptionForm
from packs.pages.downloads import JOB_POSTING, download_job_posting, respond_with_download
from packs.pages.job_description.page import JOB_TEMPLATE, build_job_context
from packs.pages.private import refuse_other_sites
from packs.store.saving import create_pack
from roles.models import Edition
from roles.models.edition import live_at
from web.child_pool import StoppedError
from web.page import Page, cached_by_arguments, respond_with_page

SAVE = "save"

type SaveJob = Callable[[JobDescription], HttpResponse]


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill, edit, preview and download a role's job description."""
    if request.method != "POST":
        edition = get_object_or_404(Edition.objects.live(), slug=slug)
        return respond_with_page(
            request, page_with_pay(edition, request.GET) if "low" in request.GET else show_empty_job(edition)
        )
    return customize_job(
        request, edition_of(slug, request.POST.get("edition", "")), lambda new: save_new_job(request, new)
    )


def save_new_job(request: HttpRequest, description: JobDescription) -> HttpResponse:
    """Save a job description as a pack, and go to its private page."""
    refuse_other_sites(request)
    return redirect("pack", create_pack(description))


@cached_by_arguments
def show_empty_job(edition: Edition) -> Page:
    """The page before anything is typed."""
    return Page.render(
        JOB_TEMPLATE, build_job_context(JobDescriptionForm(edition.kit, start_description(edition.kit, edition.number)))
    )


def page_with_pay(edition: Edition, query: Mapping[str, str]) -> Page:
    """The page before anything is typed, with the level and pay that its address carries."""
    described = with_pay(start_description(edition.kit, edition.number), edition.kit, query)
    return Page.render(JOB_TEMPLATE, build_job_context(JobDescriptionForm(edition.kit, described)))


def edition_of(slug: str, number: str) -> Edition:
    """The edition that a posted form was made from, if it has been live; otherwise the one that is. Raises Http404."""
    made_from = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    been_live = Q(number=made_from, live_from__lte=Now())
    found = {edition.number: edition for edition in Edition.objects.filter(live_at(Now()) | been_live, slug=slug)}
    if not found:
        raise Http404("no edition of this role has been live")
    return found.get(made_from) or found[max(found)]


@never_cache
def customize_job(
    request: HttpRequest, edition: Edition, save: SaveJob, extra_context: dict[str, Any] | None = None
) -> HttpResponse:
    """What a posted form asks for: a download, a save, the next job description, its preview alone (htmx), or the
    page, which shows what is in `besides` too.
    """
    form = JobDescriptionForm(edition.kit, start_description(edition.kit, edition.number), request.POST)
    action, wanted = request.POST.get("do", ""), request.POST.get("format", "")
    if request.htmx and (wanted or action == SAVE):  # type: ignore[attr-defined] # set by django-htmx
        action = wanted = ""  # a preview that was due: htmx adds the button pressed last, which sent its own request
    valid, renew, stopped = form.is_valid(), False, None
    if valid and action == SAVE:
        return save(form.read_description())
    try:
        if valid and (file := wanted_file(form.read_description(), wanted)):
            return file
        if valid and (action or not request.htmx):  # type: ignore[attr-defined] # set by django-htmx
            form, renew = (
                JobDescriptionForm(edition.kit, apply_description_action(form.read_description(), edition.kit, action)),
                True,
            )
    except StoppedError as error:
        stopped = error  # the page comes back as it was sent, and says so
    shown = build_job_context(form, action=action, renewed=renew, posted=request.POST) | (extra_context or {})
    if stopped:
        shown |= {"stopped": str(stopped), "message": str(stopped)}
    if request.htmx:  # type: ignore[attr-defined] # set by django-htmx
        return render(request, f"{JOB_TEMPLATE}#{'changed' if action else 'preview'}", shown)
    return render(request, JOB_TEMPLATE, shown, status=stopped.status if stopped else 200 if valid else 422)


def wanted_file(description: JobDescription, wanted: str) -> HttpResponse | None:
    """The file that a button asked for, by its format; None where it asked for none. Raises StoppedError."""
    if wanted in DOCUMENT_FORMATS:
        return respond_with_download(build_document(description), DOCUMENT_FORMATS[wanted])
    if wanted == JOB_POSTING:
        return download_job_posting(description, localdate())
    return None
