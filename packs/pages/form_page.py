"""The form page that both workbenches have: one post asks for a file, a save, the next state or a new preview."""

import re
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import cachetools
from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Now
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from packs.documents.model import Letterhead
from packs.pages.private import allow_save
from packs.store.saving import create_pack
from roles.models.edition import Edition, live_at
from web.child_pool import StoppedError
from web.page import cached_by_arguments
from web.view import View, render_view

if TYPE_CHECKING:
    from company.profile import ProfileInUse

SAVE = "save"  # the action that stores what was posted
RESTORE = "restore"  # the action of a page that posts an earlier form again: every field is renewed
FILL = "company"  # the action that fills what is empty from the company's profile
DOWNLOADS = ("format", "pack")  # the names of the buttons that ask for a file
UNPROCESSABLE = 422
EDITIONS_KNOWN = 200  # with their kits


class PostedForm(Protocol):
    """A form of which the page needs only to know whether it is valid."""

    def is_valid(self) -> bool:
        """Whether no field has an error."""


class FormPage[Form: PostedForm, Said](ABC):
    """The answer to one post of a form. `Said` is the value that its fields make: a job description or an interview
    plan.

    Nothing is kept between two posts. `save` stores the value and answers.
    """

    company: "ProfileInUse | None"

    def __init__(self, request: HttpRequest, save: Callable[[Said], HttpResponse]) -> None:
        self.request = request
        self.save = save
        self.is_htmx = bool(request.htmx)  # type: ignore[attr-defined] # set by django-htmx
        self.action = request.POST.get("do", "")
        self.is_download = any(request.POST.get(name) for name in DOWNLOADS)
        if self.is_htmx and (self.is_download or self.action == SAVE):
            # A preview that was due: htmx adds the button pressed last, which sent its own request.
            self.action, self.is_download = "", False

    def answer_post(self) -> HttpResponse:
        """Answer with a file, with what `save` gives, with the preview alone (for htmx), or with the page: 422 where a
        field has an error. No answer is cached.
        """
        response = self._answer_uncached()
        add_never_cache_headers(response)
        return response

    def _answer_uncached(self) -> HttpResponse:
        form, renewed = self.read_form(), False
        valid, stopped = form.is_valid(), None
        try:
            if valid and self.action == SAVE:
                return self.save(self.read_said(form))
            if valid and self.is_download and (file := self.write_file(form)):
                return file
            if valid and self.is_renewal_due(form):
                form, renewed = self.renew_form(form), True
        except StoppedError as error:
            stopped = error  # the page comes back as it was sent, and says so
        if self.is_htmx:
            return self.render_preview(form, renewed=renewed, stopped=str(stopped or ""))
        view = self.build_view(form, renewed=renewed, stopped=str(stopped or ""))
        return render_view(self.request, view, status=stopped.status if stopped else 200 if valid else UNPROCESSABLE)

    def find_letterhead(self) -> Letterhead | None:
        """The letterhead for documents of the company, None without one."""
        found: Letterhead | None = self.request.choose_letterhead(self.company)  # type: ignore[attr-defined] # by middleware
        return found

    def is_renewal_due(self, form: Form) -> bool:
        """Whether the fields should be made again: after a button, and for a whole page."""
        return bool(self.action) or not self.is_htmx

    @abstractmethod
    def read_form(self) -> Form:
        """The form filled with the posted values."""

    @abstractmethod
    def read_said(self, form: Form) -> Said:
        """The value that a valid form's fields make."""

    @abstractmethod
    def write_file(self, form: Form) -> HttpResponse | None:
        """Answer the file for which a button asked, or None where there is none. Raises StoppedError."""

    @abstractmethod
    def renew_form(self, form: Form) -> Form:
        """The form after the action was applied to a valid form. Raises StoppedError."""

    @abstractmethod
    def build_view(self, form: Form, *, renewed: bool, stopped: str) -> View:
        """The values of the whole page. `renewed` says that the fields are new, and `stopped` why something wasn't
        finished.
        """

    @abstractmethod
    def render_preview(self, form: Form, *, renewed: bool, stopped: str) -> HttpResponse:
        """Answer htmx with the parts of the page that change after a post."""


def save_new_pack(
    request: HttpRequest,
    description: JobDescription,
    plan: InterviewPlan | None = None,
    *,
    company: "ProfileInUse",
    template_json: str = "",
) -> HttpResponse:
    """Store a new pack, with the company's profile, and redirect to its private page, or to its plan where there is
    one. Counts for the visitor's network; raises StoppedError and PermissionDenied, as `allow_save` does.
    """
    allow_save(request, is_new=True)
    token = create_pack(description, plan, template_json=template_json, company=company)
    return redirect("pack" if plan is None else "pack-interviews", token)


@cachetools.cached(cachetools.TTLCache[Any, Edition](EDITIONS_KNOWN, settings.SECONDS_STALE), lock=threading.Lock())
def find_posted_edition(slug: str, number: str) -> Edition:
    """The edition from which a posted form was made, if it has been live, or else the live one. `number` is as posted.

    One query, kept for SECONDS_STALE seconds. Raises Http404 where no edition is live: a role taken off the site isn't
    shown through an old form.
    """
    made_from = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    been_live = Q(number=made_from, live_from__lte=Now())
    wanted = Edition.objects.filter(live_at(Now()) | been_live, slug=slug).annotate(is_live=live_at(Now()))
    found = {edition.number: edition for edition in wanted}
    live = [edition for edition in wanted if edition.is_live]
    if not live:
        raise Http404("no edition of this role is live")
    return keep_edition(found.get(made_from) or live[0])


@cached_by_arguments
def keep_edition(edition: Edition) -> Edition:
    """The edition. It is kept for SECONDS_CACHED, so that its kit is decoded once for everyone."""
    return edition
