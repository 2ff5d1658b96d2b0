"""The workbench for a job description of one's own, compared with no role. A pack saved from here keeps its own kit."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.forms.interview_kit import InterviewForm
from packs.occupations.own_kit import build_own_kit
from packs.occupations.template import make_edition
from packs.pages.company import find_company
from packs.pages.form_page import save_new_pack
from packs.pages.interview_kit.form_page import InterviewFormPage, save_new_interviews
from packs.pages.interview_kit.job import job_of_role
from packs.pages.interview_kit.page import view_interviews
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import view_started_job
from web.page import Page, respond_with_page


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def write_own_job(request: HttpRequest) -> HttpResponse:
    """The workbench for a job description without a role. A POST answers a file, a preview or the page (422 for
    errors), or stores a pack and redirects.
    """
    edition, company = make_edition(build_own_kit()), find_company(request)
    if request.method != "POST":
        return respond_with_page(request, Page.render(view_started_job(edition, company)))
    save = partial(save_new_pack, request, company=company, template_json=edition.kit_json)
    return JobFormPage(request, edition, save, company).answer_post()


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def plan_own_interviews(request: HttpRequest) -> HttpResponse:
    """The workbench for interviews without a role, with questions that suit most jobs. A POST answers a file, a preview
    or the page (422 for errors), or stores a pack and redirects.
    """
    company = find_company(request)
    job = job_of_role(make_edition(build_own_kit()), company)
    if request.method != "POST":
        form = InterviewForm(job.kit, job.plan, also=job.also)
        return respond_with_page(request, Page.render(view_interviews(form, job)))
    save = partial(save_new_interviews, request, job, company=company, template_json=job.edition.kit_json)
    return InterviewFormPage(request, job, save).answer_post()
