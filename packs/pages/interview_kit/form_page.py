"""What a post of the interview kit's form asks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan
from packs.description.company import lock_fields
from packs.forms.interview_kit import InterviewForm
from packs.interviews.actions import apply_plan_action, describe_action
from packs.pages.form_page import FILL, RESTORE, FormPage, save_new_pack
from packs.pages.interview_kit.files import write_interview_file
from packs.pages.interview_kit.job import Job, fill_description, fill_plan
from packs.pages.interview_kit.page import InterviewKitView, describe_shape, view_interviews
from web.view import render_view

if TYPE_CHECKING:
    from company.profile import ProfileInUse


WRITE = "write"  # the action that adds the question that was typed


class InterviewFormPage(FormPage[InterviewForm, InterviewPlan]):
    """The answer to a posted form of the interview plan for a job."""

    def __init__(self, request: HttpRequest, job: Job, save: Callable[[InterviewPlan], HttpResponse]) -> None:
        super().__init__(request, save)
        self.company = job.company
        self.job = job
        self.message = ""

    def read_form(self) -> InterviewForm:
        """The form filled with the posted values, over the plan with which the job starts."""
        takes_own = self.is_download or self.action not in ("", RESTORE)
        return InterviewForm(self.job.kit, self.job.plan, self.request.POST, self.job.also, takes_own=takes_own)

    def read_said(self, form: InterviewForm) -> InterviewPlan:
        """The interview plan that the fields of a valid form make."""
        return form.read_plan()

    def write_file(self, form: InterviewForm) -> HttpResponse | None:
        """Answer the document in the preview, or the whole hiring pack, as a file; None for an unknown format. Raises
        StoppedError.
        """
        plan, letterhead = form.read_plan(), self.find_letterhead()
        return write_interview_file(self.job, plan, self.request.POST, self.company, letterhead)

    def is_renewal_due(self, form: InterviewForm) -> bool:
        """Whether the fields should be made again: as for any form page, and where the browser has other fields than
        the plan needs.
        """
        return super().is_renewal_due(form) or self.request.POST.get("shape") != describe_shape(form.read_plan())

    def renew_form(self, form: InterviewForm) -> InterviewForm:
        """The form of the plan after the button's action; `message` then says what it did."""
        kit, plan = self.job.kit, form.read_plan()
        changed = apply_plan_action(plan, kit, self.action)
        if self.action == FILL:
            filled = fill_plan(plan, self.job.description)
            changed = msgspec.structs.replace(filled, paper=plan.paper or self.job.description.paper)
        self.message = describe_action(plan, changed, kit, self.action)
        if self.action == WRITE:
            self.message = _("Question added.") if form.has_own_question() else _("Write your question first.")
        return InterviewForm(kit, changed, also=self.job.also, typed=form.list_typed())

    def build_view(self, form: InterviewForm, *, renewed: bool, stopped: str) -> InterviewKitView:
        """The values of the page. `renewed` says that a button has changed the form, `stopped` why something wasn't
        finished.
        """
        restored = self.action == RESTORE
        return view_interviews(
            form,
            self.job,
            name=self.request.POST.get("document", "kit"),
            message=stopped or self.message,
            stopped=stopped,
            renew=renewed or restored,
            renew_blanks=restored or not form.blanks.blanks.keys() <= self.request.POST.keys(),
        )

    def render_preview(self, form: InterviewForm, *, renewed: bool, stopped: str) -> HttpResponse:
        """Answer htmx with the parts of the page that change after a post."""
        return render_view(self.request, self.build_view(form, renewed=renewed, stopped=stopped), part="changed")


def save_new_interviews(
    request: HttpRequest, job: Job, plan: InterviewPlan, *, company: "ProfileInUse", template_json: str = ""
) -> HttpResponse:
    """Store a new pack with the plan and its job description, and redirect to the plan's private page. Raises
    StoppedError and PermissionDenied, as `save_new_pack` does.
    """
    description = lock_fields(fill_description(job.description, plan), company, job.edition.kit)
    return save_new_pack(request, description, plan, company=company, template_json=template_json)
