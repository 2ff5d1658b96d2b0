"""The workbench: customize a role's job description. Nobody is known, and only saving stores anything."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.description.company import fill_from_company, with_own_levels
from packs.description.starting import start_description, with_pay
from packs.forms.job_description import JobDescriptionForm
from packs.pages.form_page import find_posted_edition, save_new_pack
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import view_job, view_started_job
from roles.models.edition import Edition
from web.page import Page, cached_by_arguments, respond_with_page

if TYPE_CHECKING:
    from company.profile import ProfileInUse

OFFERED = {"low", "level"}  # what an address may start a job description with


@csrf_exempt  # a post changes nothing on the server but to save a new pack, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """The workbench for a role's job description. A POST answers a file, a preview or the page (422 for errors), or
    stores a pack and redirects. Raises Http404 for a role that isn't live.
    """
    company: ProfileInUse = request.find_company()  # type: ignore[attr-defined] # by middleware
    if request.method != "POST":
        edition = get_object_or_404(Edition.objects.shown(), slug=slug)
        with_figures = OFFERED & request.GET.keys()
        page = page_with_pay(edition, company, request.GET) if with_figures else show_empty_job(edition, company)
        return respond_with_page(request, page)
    edition = find_posted_edition(slug, request.POST.get("edition", ""))
    return JobFormPage(request, edition, partial(save_new_pack, request, company=company), company).answer_post()


@cached_by_arguments
def show_empty_job(edition: Edition, company: "ProfileInUse") -> Page:
    """The page before anything is typed, filled from the company's profile. Kept for SECONDS_CACHED."""
    return Page.render(view_started_job(edition, company))


def page_with_pay(edition: Edition, company: "ProfileInUse", query: Mapping[str, str]) -> Page:
    """The page before anything is typed, with the level and pay in the address (`query`). Made again each time."""
    described = with_pay(start_description(edition.kit, edition.number), with_own_levels(edition.kit, company), query)
    filled = fill_from_company(described, company, edition.kit)
    return Page.render(view_job(JobDescriptionForm(edition.kit, filled, company=company)))
