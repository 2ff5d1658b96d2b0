"""The workbench for an occupation: a job description and interviews from a template made by rule, saved as any other.

A pack that is saved from here holds its template by value, because no edition of it is stored.
"""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from company.profile import ProfileInUse
from compensation.pages.places import LONGEST_PLACE
from occupations.codes import SOC_LENGTH
from packs.description.company import fill_from_company
from packs.description.starting import start_description
from packs.forms.interview_kit import InterviewForm
from packs.forms.job_description import JobDescriptionForm
from packs.occupations.edition import find_occupation_edition
from packs.occupations.pay import StartedPay, start_pay
from packs.pages.company import find_company
from packs.pages.form_page import save_new_pack
from packs.pages.interview_kit.form_page import InterviewFormPage, save_new_interviews
from packs.pages.interview_kit.job import job_of_role
from packs.pages.interview_kit.page import view_interviews
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import view_job
from roles.models.edition import Edition
from roles.publishing.library_version import cached_per_library_version
from web.page import Page, respond_with_page

PLACE = "place"


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def occupation_job(request: HttpRequest, soc: str) -> HttpResponse:
    """The workbench for an occupation's job description. A POST answers a file, a preview or the page (422 for errors),
    or stores a pack and redirects. Raises Http404 for an unknown code.
    """
    company = find_company(request)
    if request.method != "POST":
        place = request.GET.get(PLACE, "")[:LONGEST_PLACE]
        return respond_with_page(request, show_occupation_job(soc, place, company))
    edition = find_edition_or_404(soc)
    save = partial(save_new_pack, request, company=company, template_json=edition.kit_json)
    return JobFormPage(request, edition, save, company).answer_post()


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def occupation_interviews(request: HttpRequest, soc: str) -> HttpResponse:
    """The workbench for an occupation's interviews, with questions of the shared bank. A POST answers a file, a preview
    or the page (422 for errors), or stores a pack and redirects. Raises Http404 for an unknown code.
    """
    company = find_company(request)
    if request.method != "POST":
        return respond_with_page(request, show_occupation_interviews(soc, company))
    job = job_of_role(find_edition_or_404(soc), company)
    save = partial(save_new_interviews, request, job, company=company, template_json=job.edition.kit_json)
    return InterviewFormPage(request, job, save).answer_post()


@cached_per_library_version
def show_occupation_job(soc: str, place: str, company: ProfileInUse) -> Page:
    """The page before anything is typed, with the pay in `place` where one was typed. Kept until the library changes.
    Raises Http404 for an unknown code.
    """
    edition = find_edition_or_404(soc)
    description = start_description(edition.kit, edition.number)
    started = start_pay(description, soc[:SOC_LENGTH], place) if place else StartedPay(description, "")
    filled = fill_from_company(started.description, company, edition.kit)
    form = JobDescriptionForm(edition.kit, filled, company=company)
    return Page.render(view_job(form, pay_note=started.note))


@cached_per_library_version
def show_occupation_interviews(soc: str, company: ProfileInUse) -> Page:
    """The page with the plan that an occupation starts with. Kept until the library changes. Raises Http404 for an
    unknown code.
    """
    job = job_of_role(find_edition_or_404(soc), company)
    return Page.render(view_interviews(InterviewForm(job.kit, job.plan, also=job.also), job))


def find_edition_or_404(soc: str) -> Edition:
    """An edition, not stored, made from an occupation; `soc` is its code. Raises Http404 for a code without an
    occupation.
    """
    edition = find_occupation_edition(soc)
    if edition is None:
        raise Http404
    return edition
