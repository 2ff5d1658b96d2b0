"""What a post of the job description's form asks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from packs.description.actions import apply_description_action
from packs.description.company import fill_from_company, follow_bands, list_house_words
from packs.description.starting import start_description
from packs.description.value import JobDescription
from packs.forms.job_description import JobDescriptionForm
from packs.pages.downloads import write_description_file
from packs.pages.form_page import FILL, RESTORE, FormPage
from packs.pages.job_description.page import JobDescriptionView, build_paper, choose_focus, choose_step, describe_page
from packs.pages.job_description.preview import JobPreviewView, preview_description
from packs.pages.template_addresses import job_path
from roles.models.edition import Edition
from web.page import cached_by_arguments
from web.view import absolute_url, render_view

if TYPE_CHECKING:
    from company.profile import ProfileInUse


@cached_by_arguments
def start_edition(edition: Edition) -> JobDescription:
    """The job description with which an edition starts. Kept for SECONDS_CACHED."""
    return start_description(edition.kit, edition.number)


class JobFormPage(FormPage[JobDescriptionForm, JobDescription]):
    """The answer to a posted form of a job description made from an edition."""

    def __init__(
        self,
        request: HttpRequest,
        edition: Edition,
        save: Callable[[JobDescription], HttpResponse],
        company: "ProfileInUse",
    ) -> None:
        super().__init__(request, save)
        self.edition = edition
        self.company = company

    def read_form(self) -> JobDescriptionForm:
        """The form filled with the posted values, over the job description that the edition starts with."""
        kit = self.edition.kit
        # A template that is made by rule is no row, and so is not known again.
        start = start_edition(self.edition) if self.edition.pk else start_description(kit, self.edition.number)
        return JobDescriptionForm(kit, start, self.request.POST, self.company)

    def read_said(self, form: JobDescriptionForm) -> JobDescription:
        """The job description that the fields of a valid form make."""
        return form.read_description()

    def write_file(self, form: JobDescriptionForm) -> HttpResponse | None:
        """Answer the job description as a file, or as data for job sites; None for an unknown format. Raises
        StoppedError.
        """
        wanted, letterhead = self.request.POST.get("format", ""), self.find_letterhead()
        return write_description_file(form.read_description(), wanted, letterhead)

    def renew_form(self, form: JobDescriptionForm) -> JobDescriptionForm:
        """The form of the job description after the button's action. Raises StoppedError."""
        return JobDescriptionForm(self.edition.kit, self.apply_action(form), company=self.company)

    def apply_action(self, form: JobDescriptionForm) -> JobDescription:
        """The job description after the button's action. At another level the company's own pay comes first. Raises
        StoppedError.
        """
        description, kit = form.read_description(), form.kit
        if self.action == FILL:
            return fill_from_company(description, self.company, kit)
        changed = apply_description_action(description, kit, self.action, list_house_words(self.company))
        return follow_bands(changed, self.company, kit) if self.action == "level" else changed

    def build_view(self, form: JobDescriptionForm, *, renewed: bool, stopped: str) -> JobDescriptionView:
        """The values of the whole page, open at the step and field of the last action. Arguments as in
        FormPage.build_view.
        """
        preview, action = self.build_preview(form), self.action if renewed else ""
        return JobDescriptionView(
            form=form,
            faults=preview.faults,
            preview=preview.preview,
            renew_blanks=preview.renew_blanks,
            kit=form.kit,
            details=form.details,
            focus=choose_focus(form, action),
            step=choose_step(form, self.action),
            paper=build_paper(form, preview.preview.drawn),
            page=describe_page(form, action=action, stopped=stopped),
            canonical=absolute_url(job_path(form.kit.slug)),
        )

    def render_preview(self, form: JobDescriptionForm, *, renewed: bool, stopped: str) -> HttpResponse:
        """Answer htmx with the preview; after a button also with the paper and the fields that it changes."""
        if not self.action:
            return render_view(self.request, self.build_preview(form))
        return render_view(self.request, self.build_view(form, renewed=renewed, stopped=stopped), part="changed")

    def build_preview(self, form: JobDescriptionForm) -> JobPreviewView:
        """The values that change with every edit. A child process reviews the text; the rules of pay law are queried
        where a place is known.
        """
        return JobPreviewView(
            form=form,
            faults=form.list_errors(),
            preview=preview_description(form.read_description(), form.kit, self.company),
            renew_blanks=self.action == RESTORE or form.blanks_changed(self.request.POST),
        )
