"""The two form pages of a saved pack, each in the pack's frame: what they save is a version of it."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from company.profile import NO_COMPANY
from interviews.plan import InterviewPlan, default_plan
from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.forms.interview_kit import InterviewForm
from packs.forms.job_description import JobDescriptionForm
from packs.models import Access
from packs.pages.company import find_company
from packs.pages.downloads import JOB_SITE_FORMATS, write_description_file
from packs.pages.interview_kit.form_page import InterviewFormPage
from packs.pages.interview_kit.job import Job, fill_plan
from packs.pages.interview_kit.page import InterviewKitView, view_interviews
from packs.pages.job_description.form_page import JobFormPage
from packs.pages.job_description.page import JobDescriptionView, view_job
from packs.pages.private import allow_save
from packs.pages.saved.answers import answer_save, read_posted_int, redirect_303
from packs.pages.saved.changes import merge_changes
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.shared import respond_read_only
from packs.pay_law.places import localize_now
from packs.store.saving import keep_first_posting, remember_company, save_version
from roles.models.edition import Edition
from web.view import render_view


class SavedJobView(JobDescriptionView, frozen=True, kw_only=True):
    """The page of a pack's job description: the workbench, in the frame of the pack. `aside` is the version that holds
    this page's saves where another save came first; 0 otherwise.
    """

    opened: OpenPack
    version: int
    aside: int
    edit_url: str
    read_url: str
    is_shared: bool
    here: str = ""
    tab: str = ""


class SavedInterviewsView(InterviewKitView, frozen=True, kw_only=True):
    """The page of a pack's interviews: the workbench, in the frame of the pack."""

    opened: OpenPack
    version: int
    aside: int
    here: str
    tab: str = "interviews"


def frame_job(view: JobDescriptionView, opened: OpenPack, request: HttpRequest) -> SavedJobView:
    """The page of the job description with the pack's tabs and versions around it."""
    version, aside = read_versions(request, opened)
    names = msgspec.structs.asdict(view) | {"canonical": ""}
    edit_url, read_url, is_shared = opened.list_urls(request)
    return SavedJobView(
        **names, opened=opened, version=version, aside=aside, edit_url=edit_url, read_url=read_url, is_shared=is_shared
    )


def frame_interviews(view: InterviewKitView, opened: OpenPack, request: HttpRequest, here: str) -> SavedInterviewsView:
    """The page of the interviews with the pack's tabs and versions around it; `here` is the page's name."""
    version, aside = read_versions(request, opened)
    names = msgspec.structs.asdict(view) | {"canonical": ""}
    return SavedInterviewsView(**names, opened=opened, version=version, aside=aside, here=here)


def read_versions(request: HttpRequest, opened: OpenPack) -> tuple[int, int]:
    """The version that the page shows, and the one that was set aside for it; 0 where there is none."""
    return read_posted_int(request, "version") or opened.current.number, read_posted_int(request, "aside")


class SavedJobFormPage(JobFormPage):
    """The answer to a posted form of a pack's job description."""

    def __init__(self, request: HttpRequest, opened: OpenPack, edition: Edition) -> None:
        chosen = find_company(request)
        self.chosen = chosen if chosen.token else NO_COMPANY  # from the form, where somebody chose one there
        super().__init__(request, edition, self.save_description, self.chosen or opened.company.in_use)
        self.opened = opened

    def save_description(self, description: JobDescription) -> HttpResponse:
        """Store the job description as a new version over the one that the page shows, with the company chosen in the
        form, and answer as `answer_save` does. Raises StoppedError and PermissionDenied, as `allow_save` does.
        """
        base, conflicting = (read_posted_int(self.request, name) for name in ("version", "aside"))
        allow_save(self.request)
        saved = save_version(self.opened.pack, description, base=base, conflicting=conflicting, merge=merge_changes)
        if self.chosen and self.chosen.id != self.opened.pack.company_id:
            remember_company(self.opened.pack, self.chosen)
        is_merged = saved.beside is None and saved.description != description
        return answer_save(self.request, self.opened, saved, "pack", is_merged=is_merged)

    def write_file(self, form: JobDescriptionForm) -> HttpResponse | None:
        """Answer the job description as a file; None for an unknown format. Stores the first day on which it went to
        job sites, which stands in for a missing date. Raises StoppedError.
        """
        description, wanted = form.read_description(), self.request.POST.get("format", "")
        if wanted in JOB_SITE_FORMATS and description.posted_on is None:
            today = localize_now(build_posting(description)).date()
            first = keep_first_posting(self.opened.pack, today)
            description = msgspec.structs.replace(description, posted_on=first)
        return write_description_file(description, wanted, self.find_letterhead())

    def build_view(self, form: JobDescriptionForm, *, renewed: bool, stopped: str) -> SavedJobView:
        """The values of the page in the pack's frame. Arguments as in FormPage.build_view."""
        return frame_job(super().build_view(form, renewed=renewed, stopped=stopped), self.opened, self.request)


class SavedInterviewFormPage(InterviewFormPage):
    """The answer to a posted form of a pack's interview plan."""

    def __init__(self, request: HttpRequest, opened: OpenPack, job: Job) -> None:
        super().__init__(request, job, self.save_plan)
        self.company = opened.company.in_use
        self.opened = opened

    def save_plan(self, plan: InterviewPlan) -> HttpResponse:
        """Store the plan as a new version over the one that the page shows. Answers and raises as `save_description`
        does.
        """
        base, conflicting = (read_posted_int(self.request, name) for name in ("version", "aside"))
        allow_save(self.request)
        saved = save_version(self.opened.pack, plan=plan, base=base, conflicting=conflicting)
        return answer_save(self.request, self.opened, saved, "pack-interviews")

    def build_view(self, form: InterviewForm, *, renewed: bool, stopped: str) -> SavedInterviewsView:
        """The values of the page in the pack's frame. Arguments as in FormPage.build_view."""
        view = super().build_view(form, renewed=renewed, stopped=stopped)
        return frame_interviews(view, self.opened, self.request, _("Interviews"))


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_pack(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The workbench with the pack's job description, or the read-only page where its role is gone. A POST answers a
    file, a preview or the page (422 for errors), or stores a version.
    """
    if opened.edition is None:
        return respond_read_only(request, opened)
    if request.method == "POST":
        return SavedJobFormPage(request, opened, opened.edition).answer_post()
    view = view_job(JobDescriptionForm(opened.edition.kit, opened.description, company=opened.company.in_use))
    return render_view(request, frame_job(view, opened, request))


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_interviews(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The workbench with the pack's interview plan, or one dealt from its kit before the first save. A POST answers as
    for the job description. Redirects to the pack where its role is gone.
    """
    if opened.edition is None:
        return redirect_303(opened.build_address())
    job = job_of_pack(opened, opened.edition)
    if request.method == "POST":
        return SavedInterviewFormPage(request, opened, job).answer_post()
    view = view_interviews(InterviewForm(job.kit, job.plan), job)
    return render_view(request, frame_interviews(view, opened, request, _("Interviews")))


def job_of_pack(opened: OpenPack, edition: Edition) -> Job:
    """The pack's job, with its plan or a new one. Values in the job description's blanks are in the plan too."""
    plan = opened.current.plan or default_plan(edition.kit)
    return Job(edition, opened.description, fill_plan(plan, opened.description))
