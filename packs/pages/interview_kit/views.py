"""The workbench's interview kit: plan a role's interviews and print what the panel needs. Only a save stores it."""

from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.forms.interview_kit import InterviewForm
from packs.pages.form_page import find_posted_edition
from packs.pages.interview_kit.form_page import InterviewFormPage, save_new_interviews
from packs.pages.interview_kit.job import job_of_role
from packs.pages.interview_kit.page import view_interviews
from roles.models.edition import Edition
from web.page import Page, cached_by_arguments, respond_with_page

if TYPE_CHECKING:
    from company.profile import ProfileInUse


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def interview_kit(request: HttpRequest, slug: str) -> HttpResponse:
    """The workbench for a role's interviews. A POST answers a file, a preview or the page (422 for errors), or stores a
    pack and redirects. Raises Http404 for a role that isn't live.
    """
    company: ProfileInUse = request.find_company()  # type: ignore[attr-defined] # by middleware
    if request.method != "POST":
        edition = get_object_or_404(Edition.objects.shown(), slug=slug)
        return respond_with_page(request, show_empty_interviews(edition, company))
    job = job_of_role(find_posted_edition(slug, request.POST.get("edition", "")), company)
    return InterviewFormPage(request, job, partial(save_new_interviews, request, job, company=company)).answer_post()


@cached_by_arguments
def show_empty_interviews(edition: Edition, company: "ProfileInUse") -> Page:
    """The page with the plan that an edition starts with. Kept for SECONDS_CACHED."""
    job = job_of_role(edition, company)
    return Page.render(view_interviews(InterviewForm(job.kit, job.plan, also=job.also), job))
