"""The workbench's interview kit: plan a role's interviews and print what the panel needs. Only a save stores it."""

from collections.abc import Callable
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from interviews.plan import InterviewPlan, default_plan
from packs.description.document import document
from packs.description.starting import start
from packs.description.value import JobDescription
from packs.description.wording import blanks_to_ask
from packs.documents.formats import FORMATS, Format
from packs.documents.model import Document
from packs.forms.interview_kit import InterviewForm
from packs.interviews.actions import acted, said
from packs.interviews.documents import company_of
from packs.interviews.hiring_pack import bound, hiring_pack, zipped
from packs.pages.downloads import download, file
from packs.pages.interview_kit.page import TEMPLATE, context, shape, told, written
from packs.pages.job_description.page import RESTORE
from packs.pages.job_description.views import SAVE, edition_of
from packs.pages.private import refuse_other_sites
from packs.store.saving import create
from roles.kit.blanks import Blank
from roles.kit.value import Kit
from roles.models import Edition
from web.child_pool import StoppedError, run_task
from web.page import Page, kept, respond

type Save = Callable[[InterviewPlan], HttpResponse]


class Job(msgspec.Struct, frozen=True):
    """What interviews are for: a job description, the edition that it was made from, and the plan to begin with.

    `also` are blanks to ask for besides those of the questions.
    """

    edition: Edition
    description: JobDescription
    plan: InterviewPlan
    also: tuple[Blank, ...] = ()

    @property
    def kit(self) -> Kit:
        """The kit, under the title of the job."""
        return msgspec.structs.replace(self.edition.kit, title=self.description.title or self.edition.kit.title)


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def interview_kit(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a role's interviews, preview and download what the panel needs."""
    if request.method != "POST":
        return respond(request, empty_page(get_object_or_404(Edition.objects.live(), slug=slug)))
    job = of_role(edition_of(slug, request.POST.get("edition", "")))
    return customise(request, job, lambda plan: save_new(request, job, plan))


@kept
def empty_page(edition: Edition) -> Page:
    """The page with the plan that stands there before anything is chosen."""
    job = of_role(edition)
    return Page.render(TEMPLATE, context(InterviewForm(job.kit, job.plan, also=job.also), job.description, edition))


def of_role(edition: Edition) -> Job:
    """The job of a role as its template describes it, with a plan that was dealt."""
    description = start(edition.kit, edition.number)
    also = (Blank("company name"), *blanks_to_ask(description))
    return Job(edition, description, default_plan(edition.kit), also)


def save_new(request: HttpRequest, job: Job, plan: InterviewPlan) -> HttpResponse:
    """Save the plan and the job description that it is for as a pack, and go to the plan's private page."""
    refuse_other_sites(request)
    return redirect("pack-interviews", create(filled(job.description, plan), plan))


@never_cache
def customise(request: HttpRequest, job: Job, save: Save, besides: dict[str, Any] | None = None) -> HttpResponse:
    """What a posted form asks for: a download, a save, the next plan, what changed of the page (htmx), or the page,
    which shows what is in `besides` too.
    """
    kit, htmx = job.kit, bool(request.htmx)  # type: ignore[attr-defined] # set by django-htmx
    form = InterviewForm(kit, job.plan, request.POST, job.also)
    valid, plan = form.is_valid(), form.plan()
    wish, name = request.POST.get("do", ""), request.POST.get("document", "kit")
    if htmx and wish == SAVE:
        wish = ""  # a preview that was due: htmx adds the button pressed last, which sent its own request
    if valid and wish == SAVE:
        return save(plan)
    stopped = None
    try:
        if valid and (answer := wanted(request, job, plan, name)):
            return answer
    except StoppedError as error:
        stopped = error  # the page comes back as it was sent, and says so
    renew = valid and bool(wish or not htmx or request.POST.get("shape") != shape(plan))
    message = ""
    if renew:
        changed = acted(plan, kit, wish)
        message = said(plan, changed, kit, wish)
        form = InterviewForm(kit, changed, also=job.also)
    restored = wish == RESTORE
    shown = context(form, job.description, job.edition, name=name, message=message, renew=renew or restored) | {
        "renew_blanks": restored or not form.blanks.blanks.keys() <= request.POST.keys()
    }
    if stopped:
        shown |= {"stopped": str(stopped), "message": str(stopped)}
    if htmx:
        return render(request, f"{TEMPLATE}#changed", shown | (besides or {}))
    status = stopped.status if stopped else 200 if valid else 422
    return render(request, TEMPLATE, shown | (besides or {}), status=status)


def wanted(request: HttpRequest, job: Job, plan: InterviewPlan, name: str) -> HttpResponse | None:
    """The file that a button asked for: the document in the preview, or the whole hiring pack. Raises StoppedError."""
    if format_ := FORMATS.get(request.POST.get("format", "")):
        return download(written(told(plan, job.description), job.kit, name), format_)
    pack = request.POST.get("pack", "")
    if pack not in ("zip", "pdf"):
        return None
    documents = hiring_pack(document(filled(job.description, plan)), told(plan, job.description), job.kit)
    whole = bound(documents, job.kit)
    return download(whole, FORMATS["pdf"]) if pack == "pdf" else zip_file(whole, documents, job.kit)


def zip_file(whole: Document, documents: list[Document], kit: Kit) -> HttpResponse:
    """The hiring pack as a zip."""
    body = run_task(zipped, documents, kit)
    return file(whole, Format("zip", "application/zip", "zip", lambda _: body), body)


def filled(description: JobDescription, plan: InterviewPlan) -> JobDescription:
    """The job description with what the plan fills into blanks that it leaves open."""
    return msgspec.structs.replace(
        description,
        values={**plan.values, **{name: text for name, text in description.values.items() if text}},
        company=description.company or company_of(plan),
    )
