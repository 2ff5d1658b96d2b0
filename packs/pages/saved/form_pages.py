"""The two form pages in the frame of a saved pack: what they save is a version of it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from packs.forms.interview_kit import InterviewForm
from packs.forms.job_description import JobDescriptionForm
from packs.pages.interview_kit.form_page import InterviewFormPage
from packs.pages.interview_kit.job import Job
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.saved.answers import answer_save, read_posted_int
from packs.pages.saved.open_pack import OpenPack
from packs.pages.saved.shown import SavedInterviewsView, SavedJobView, frame_interviews, frame_job
from packs.store.saving import save_version
from roles.models.edition import Edition


class SavedJobFormPage(JobFormPage):
    """The form of a pack's job description."""

    def __init__(self, request: HttpRequest, opened: OpenPack, edition: Edition) -> None:
        super().__init__(request, edition, self.save_description)
        self.opened = opened

    def save_description(self, description: JobDescription) -> HttpResponse:
        """Save the job description over the version that the page shows."""
        base, conflicting = (read_posted_int(self.request, name) for name in ("version", "aside"))
        saved = save_version(self.opened.pack, description, base=base, conflicting=conflicting)
        return answer_save(self.request, self.opened, saved, "pack")

    def build_view(self, form: JobDescriptionForm, *, renewed: bool, stopped: str) -> SavedJobView:
        """The page in the pack's frame."""
        return frame_job(super().build_view(form, renewed=renewed, stopped=stopped), self.opened, self.request)


class SavedInterviewFormPage(InterviewFormPage):
    """The form of a pack's interview plan."""

    def __init__(self, request: HttpRequest, opened: OpenPack, job: Job) -> None:
        super().__init__(request, job, self.save_plan)
        self.opened = opened

    def save_plan(self, plan: InterviewPlan) -> HttpResponse:
        """Save the plan over the version that the page shows."""
        base, conflicting = (read_posted_int(self.request, name) for name in ("version", "aside"))
        saved = save_version(self.opened.pack, plan=plan, base=base, conflicting=conflicting)
        return answer_save(self.request, self.opened, saved, "pack-interviews")

    def build_view(self, form: InterviewForm, *, renewed: bool, stopped: str) -> SavedInterviewsView:
        """The page in the pack's frame."""
        view = super().build_view(form, renewed=renewed, stopped=stopped)
        return frame_interviews(view, self.opened, self.request, _("Interviews"))
