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
from packs.description.document import build_document
from packs.description.starting import start_description
from packs.description.value import JobDescription
from packs.description.wording import blanks_to_ask
from packs.documents.formats import DOCUMENT_FORMATS, Format
from packs.documents.model import Document
from packs.forms.interview_kit import InterviewForm
from packs.interviews.actions import apply_plan_action, describe_action
from packs.interviews.documents import company_of
from packs.interviews.hiring_pack import bind_pack, hiring_pack, zip_pack
from packs.pages.downloads import respond_with_download, respond_with_file
from packs.pages.interview_kit.page import (
    INTERVIEW_TEMPLATE,
    build_interview_context,
    describe_shape,
    fill_plan,
    write_kit_document,
)
from packs.pages.job_description.page import RESTORE
from packs.pages.job_description.views import SAVE, edition_of
from packs.pages.private import refuse_other_sites
from packs.store.saving import create_pack
from roles.kit.blanks import Blank
from roles.kit.value import Kit
from roles.models import Edition
from web.child_pool import StoppedError, run_task
from web.page import Page, cached_by_arguments, respond_with_page

type SaveInterviews = Callable[[InterviewPlan], HttpResponse]


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
        return respond_with_page(request, show_empty_interviews(get_object_or_404(Edition.objects.live(), slug=slug)))
    job = of_role(edition_of(slug, request.POST.get("edition", "")))
    return customize_interviews(request, job, lambda plan: save_new_interviews(request, job, plan))


@cached_by_arguments
def show_empty_interviews(edition: Edition) -> Page:
    """The page with the plan that stands there before anything is chosen."""
    job = of_role(edition)
    return Page.render(
        INTERVIEW_TEMPLATE,
        build_interview_context(InterviewForm(job.kit, job.plan, also=job.also), job.description, edition),
    )


def of_role(edition: Edition) -> Job:
    """The job of a role as its template describes it, with a plan that was dealt."""
    description = start_description(edition.kit, edition.number)
    also = (Blank("company name"), *blanks_to_ask(description))
    return Job(edition, description, default_plan(edition.kit), also)


def save_new_interviews(request: HttpRequest, job: Job, plan: InterviewPlan) -> HttpResponse:
    """Save the plan and the job description that it is for as a pack, and go to the plan's private page."""
    refuse_other_sites(request)
    return redirect("pack-interviews", create_pack(fill_description(job.description, plan), plan))


@never_cache
def customize_interviews(
    request: HttpRequest, job: Job, save: SaveInterviews, extra_context: dict[str, Any] | None = None
) -> HttpResponse:
    """What a posted form asks for: a download, a save, the next plan, what changed of the page (htmx), or the page,
    which shows what is in `besides` too.
    """
    kit, htmx = job.kit, bool(request.htmx)  # type: ignore[attr-defined] # set by django-htmx
    form = InterviewForm(kit, job.plan, request.POST, job.also)
    valid, plan = form.is_valid(), form.read_plan()
    action, name = request.POST.get("do", ""), request.POST.get("document", "kit")
    if htmx and action == SAVE:
        action = ""  # a preview that was due: htmx adds the button pressed last, which sent its own request
    if valid and action == SAVE:
        return save(plan)
    stopped = None
    try:
        if valid and (answer := respond_with_wanted_file(request, job, plan, name)):
            return answer
    except StoppedError as error:
        stopped = error  # the page comes back as it was sent, and says so
    renew = valid and bool(action or not htmx or request.POST.get("shape") != describe_shape(plan))
    message = ""
    if renew:
        changed = apply_plan_action(plan, kit, action)
        message = describe_action(plan, changed, kit, action)
        form = InterviewForm(kit, changed, also=job.also)
    restored = action == RESTORE
    shown = build_interview_context(
        form, job.description, job.edition, name=name, message=message, renew=renew or restored
    ) | {"renew_blanks": restored or not form.blanks.blanks.keys() <= request.POST.keys()}
    if stopped:
        shown |= {"stopped": str(stopped), "message": str(stopped)}
    if htmx:
        return render(request, f"{INTERVIEW_TEMPLATE}#changed", shown | (extra_context or {}))
    status = stopped.status if stopped else 200 if valid else 422
    return render(request, INTERVIEW_TEMPLATE, shown | (extra_context or {}), status=status)


def respond_with_wanted_file(request: HttpRequest, job: Job, plan: InterviewPlan, name: str) -> HttpResponse | None:
    """The file that a button asked for: the document in the preview, or the whole hiring pack. Raises StoppedError."""
    if format_ := DOCUMENT_FORMATS.get(request.POST.get("format", "")):
        return respond_with_download(write_kit_document(fill_plan(plan, job.description), job.kit, name), format_)
    pack = request.POST.get("pack", "")
    if pack not in ("zip", "pdf"):
        return None
    documents = hiring_pack(
        build_document(fill_description(job.description, plan)), fill_plan(plan, job.description), job.kit
    )
    whole = bind_pack(documents, job.kit)
    return (
        respond_with_download(whole, DOCUMENT_FORMATS["pdf"]) if pack == "pdf" else zip_file(whole, documents, job.kit)
    )


def zip_file(whole: Document, documents: list[Document], kit: Kit) -> HttpResponse:
    """The hiring pack as a zip."""
    body = run_task(zip_pack, documents, kit)
    return respond_with_file(whole, Format("zip", "application/zip", "zip", lambda _: body), body)


def fill_description(description: JobDescription, plan: InterviewPlan) -> JobDescription:
    """The job description with what the plan fills into blanks that it leaves open."""
    return msgspec.structs.replace(
        description,
        values={**plan.values, **{name: text for name, text in description.values.items() if text}},
        company=description.company or company_of(plan),
    )
