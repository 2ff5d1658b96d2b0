"""The interview kit of a saved pack: planned from its own job description and saved with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews.plan import InterviewPlan, default_plan
from packs.forms.interview_kit import InterviewForm
from packs.models import Access
from packs.pages.interview_kit.page import INTERVIEW_TEMPLATE, build_interview_context, fill_plan
from packs.pages.interview_kit.views import Job, customize_interviews
from packs.pages.saved.answers import answer_save, read_posted_int, redirect_303
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.store.saving import save_version
from roles.models import Edition


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_interviews(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The plan of a pack; before anybody has saved one, a plan that was dealt from its kit."""
    if opened.edition is None:
        return redirect_303(opened.build_address())
    job = job_of(opened, opened.edition)
    shown = {
        "opened": opened,
        "here": _("Interviews"),
        "tab": "interviews",
        "canonical": None,
        "version": read_posted_int(request, "version") or opened.current.number,
        "aside": read_posted_int(request, "aside"),
    }
    if request.method == "POST":
        return customize_interviews(request, job, lambda plan: _save_plan(request, opened, plan), shown)
    form = InterviewForm(job.kit, job.plan)
    return render(request, INTERVIEW_TEMPLATE, build_interview_context(form, job.description, job.edition) | shown)


def job_of(opened: OpenPack, edition: Edition) -> Job:
    """The pack's job. What its job description fills into a blank, the interviews know too."""
    plan = opened.current.plan or default_plan(edition.kit)
    return Job(edition, opened.description, fill_plan(plan, opened.description))


def _save_plan(request: HttpRequest, opened: OpenPack, plan: InterviewPlan) -> HttpResponse:
    saved = save_version(
        opened.pack, plan=plan, base=read_posted_int(request, "version"), conflicting=read_posted_int(request, "aside")
    )
    return answer_save(request, opened, saved, "pack-interviews")
