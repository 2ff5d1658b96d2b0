"""The workbench for a job description of one's own, compared with no role. A pack saved from here keeps its own kit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from interviews.plan import InterviewPlan
from packs.description.starting import start_description
from packs.description.value import JobDescription
from packs.forms.interview_kit import InterviewForm
from packs.forms.job_description import JobDescriptionForm
from packs.occupations.own_kit import build_own_kit
from packs.occupations.template import make_edition
from packs.pages.interview_kit.form_page import InterviewFormPage
from packs.pages.interview_kit.job import fill_description, job_of_role
from packs.pages.interview_kit.page import view_interviews
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import view_job
from packs.pages.private import refuse_other_sites
from packs.store.saving import create_pack
from web.page import Page, respond_with_page


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def write_own_job(request: HttpRequest) -> HttpResponse:
    """Write a job description, from a text that was brought in or from nothing."""
    edition = make_edition(build_own_kit())
    if request.method != "POST":
        description = start_description(edition.kit, edition.number)
        return respond_with_page(request, Page.render(view_job(JobDescriptionForm(edition.kit, description))))

    def save_job(description: JobDescription) -> HttpResponse:
        refuse_other_sites(request)
        return redirect("pack", create_pack(description, template_json=edition.kit_json))

    return JobFormPage(request, edition, save_job).answer_post()


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def plan_own_interviews(request: HttpRequest) -> HttpResponse:
    """Plan interviews with questions that fit most jobs."""
    job = job_of_role(make_edition(build_own_kit()))
    if request.method != "POST":
        form = InterviewForm(job.kit, job.plan, also=job.also)
        return respond_with_page(request, Page.render(view_interviews(form, job)))

    def save_plan(plan: InterviewPlan) -> HttpResponse:
        refuse_other_sites(request)
        token = create_pack(fill_description(job.description, plan), plan, template_json=job.edition.kit_json)
        return redirect(reverse("pack-interviews", args=[token]))

    return InterviewFormPage(request, job, save_plan).answer_post()
