"""The interview kit of a saved pack: planned from its own job description and saved with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews.plan import InterviewPlan, default_plan
from packs.forms.interview_kit import InterviewForm
from packs.models import Access
from packs.pages.interview_kit.page import TEMPLATE, context, told
from packs.pages.interview_kit.views import Job, customise
from packs.pages.saved.answers import answer, number, see
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.store.saving import save
from roles.models import Edition


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def interviews(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The plan of a pack; before anybody has saved one, a plan that was dealt from its kit."""
    if opened.edition is None:
        return see(opened.address())
    job = job_of(opened, opened.edition)
    shown = {
        "opened": opened,
        "here": _("Interviews"),
        "tab": "interviews",
        "canonical": None,
        "version": number(request, "version") or opened.current.number,
        "aside": number(request, "aside"),
    }
    if request.method == "POST":
        return customise(request, job, lambda plan: _save(request, opened, plan), shown)
    form = InterviewForm(job.kit, job.plan)
    return render(request, TEMPLATE, context(form, job.description, job.edition) | shown)


def job_of(opened: OpenPack, edition: Edition) -> Job:
    """The pack's job. What its job description fills into a blank, the interviews know too."""
    plan = opened.current.plan or default_plan(edition.kit)
    return Job(edition, opened.description, told(plan, opened.description))


def _save(request: HttpRequest, opened: OpenPack, plan: InterviewPlan) -> HttpResponse:
    saved = save(opened.pack, plan=plan, base=number(request, "version"), aside=number(request, "aside"))
    return answer(request, opened, saved, "pack-interviews")
