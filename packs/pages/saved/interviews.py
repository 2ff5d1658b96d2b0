"""The interview kit of a saved pack: planned from its own job description and saved with it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews.plan import default_plan
from packs.forms.interview_kit import InterviewForm
from packs.models import Access
from packs.pages.interview_kit.job import Job, fill_plan
from packs.pages.interview_kit.page import view_interviews
from packs.pages.saved.answers import redirect_303
from packs.pages.saved.form_pages import SavedInterviewFormPage
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.shown import frame_interviews
from roles.models.edition import Edition
from web.view import render_view


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_interviews(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The plan of a pack; before anybody has saved one, a plan that was dealt from its kit."""
    if opened.edition is None:
        return redirect_303(opened.build_address())
    job = job_of_pack(opened, opened.edition)
    if request.method == "POST":
        return SavedInterviewFormPage(request, opened, job).answer_post()
    view = view_interviews(InterviewForm(job.kit, job.plan), job)
    return render_view(request, frame_interviews(view, opened, request, _("Interviews")))


def job_of_pack(opened: OpenPack, edition: Edition) -> Job:
    """The pack's job. What its job description fills into a blank, the interviews know too."""
    plan = opened.current.plan or default_plan(edition.kit)
    return Job(edition, opened.description, fill_plan(plan, opened.description))
