"""The workbench's interview kit: plan the interviews of a role and print what the panel needs. Nothing is stored."""

from collections.abc import Iterator

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from interviews.plan import InterviewPlan, default_plan
from packs.documents.formats import FORMATS, Format
from packs.documents.model import Document
from packs.downloads import download
from packs.forms.interview_kit import InterviewForm
from packs.hiring_pack import bound, hiring_pack, zipped
from packs.interview_actions import acted, said
from packs.interview_page import TEMPLATE, context, shape, written
from packs.job_document import document
from packs.starting import start
from packs.views import edition_of
from packs.wording import blanks_to_ask
from roles.blanks import Blank
from roles.models import Edition
from roles.pages import Page, kept, respond


@csrf_exempt  # a post changes nothing on the server, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def interview_kit(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a role's interviews, preview and download what the panel needs."""
    if request.method != "POST":
        return respond(request, empty_page(get_object_or_404(Edition.objects.live(), slug=slug)))
    return customise(request, edition_of(slug, request.POST.get("edition", "")))


@kept
def empty_page(edition: Edition) -> Page:
    """The page with the plan that stands there before anything is chosen."""
    form = InterviewForm(edition.kit, default_plan(edition.kit), also=pack_blanks(edition))
    return Page.render(TEMPLATE, context(form, start(edition.kit, edition.number)) | {"edition": edition})


@never_cache
def customise(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What a posted form asks for: a download, the next plan, what changed of the page (htmx), or the page."""
    kit, also = edition.kit, [*pack_blanks(edition)]
    form = InterviewForm(kit, default_plan(kit), request.POST, also)
    valid, plan = form.is_valid(), form.plan()
    wish, name = request.POST.get("do", ""), request.POST.get("document", "kit")
    if valid and (file := wanted(request, edition, plan, name)):
        return file
    htmx = request.htmx  # type: ignore[attr-defined] # set by django-htmx
    renew = valid and bool(wish or not htmx or request.POST.get("shape") != shape(plan))
    message = ""
    if renew:
        changed = acted(plan, kit, wish)
        message = said(plan, changed, kit, wish)
        form = InterviewForm(kit, changed, also=also)
    blanks_changed = not form.blanks.blanks.keys() <= request.POST.keys()
    shown = context(form, start(kit, edition.number), name=name, message=message, renew=renew) | {
        "edition": edition,
        "renew_blanks": blanks_changed,
    }
    if htmx:
        return render(request, f"{TEMPLATE}#changed", shown)
    return render(request, TEMPLATE, shown, status=200 if valid else 422)


def wanted(request: HttpRequest, edition: Edition, plan: InterviewPlan, name: str) -> HttpResponse | None:
    """The file that a button asked for: the document in the preview, or the whole hiring pack."""
    if format_ := FORMATS.get(request.POST.get("format", "")):
        return download(written(plan, edition.kit, name), format_)
    pack = request.POST.get("pack", "")
    if pack not in ("zip", "pdf"):
        return None
    documents = hiring_pack(job_description(edition, plan), plan, edition.kit)
    whole = bound(documents, edition.kit)
    return download(whole, FORMATS["pdf"]) if pack == "pdf" else zip_file(whole, documents, edition)


def zip_file(whole: Document, documents: list[Document], edition: Edition) -> HttpResponse:
    """The hiring pack as a zip."""
    zip_format = Format("zip", "Zip", "application/zip", "zip", lambda _: zipped(documents, edition.kit))
    return download(whole, zip_format)


def job_description(edition: Edition, plan: InterviewPlan) -> Document:
    """The role's job description with what the plan fills into its blanks."""
    company = next((value for name, value in plan.values.items() if name.casefold() == "company name"), "")
    description = start(edition.kit, edition.number)
    return document(msgspec.structs.replace(description, values=plan.values, company=company))


def pack_blanks(edition: Edition) -> Iterator[Blank]:
    """The blanks of the job description that goes with the interviews in a hiring pack."""
    yield Blank("company name")
    yield from blanks_to_ask(start(edition.kit, edition.number))
