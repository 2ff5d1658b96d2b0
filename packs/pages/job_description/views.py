"""The workbench: customize a role's job description. Nobody is known, and only saving stores anything."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.description.starting import start_description, with_pay
from packs.description.value import JobDescription
from packs.forms.job_description import JobDescriptionForm
from packs.pages.form_page import find_posted_edition
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import view_job
from packs.pages.private import allow_save
from packs.store.saving import create_pack
from roles.models.edition import Edition
from web.page import Page, cached_by_arguments, respond_with_page

OFFERED = {"low", "level"}  # what an address may start a job description with


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill, edit, preview and download a role's job description; a post may save it. Raises Http404 for a role that is
    not live.
    """
    if request.method != "POST":
        edition = get_object_or_404(Edition.objects.live(), slug=slug)
        return respond_with_page(
            request, page_with_pay(edition, request.GET) if OFFERED & request.GET.keys() else show_empty_job(edition)
        )
    edition = find_posted_edition(slug, request.POST.get("edition", ""))
    return JobFormPage(request, edition, lambda new: save_new_job(request, new)).answer_post()


def save_new_job(request: HttpRequest, description: JobDescription) -> HttpResponse:
    """Save a job description as a pack, and go to its private page."""
    allow_save(request, is_new=True)
    return redirect("pack", create_pack(description))


@cached_by_arguments
def show_empty_job(edition: Edition) -> Page:
    """The page before anything is typed. Kept for SECONDS_CACHED."""
    return Page.render(view_job(JobDescriptionForm(edition.kit, start_description(edition.kit, edition.number))))


def page_with_pay(edition: Edition, query: Mapping[str, str]) -> Page:
    """The page before anything is typed, with the level and pay that its address carries."""
    described = with_pay(start_description(edition.kit, edition.number), edition.kit, query)
    return Page.render(view_job(JobDescriptionForm(edition.kit, described)))
