"""Bring your own: a pasted or uploaded job description, reviewed and compared with a role's kit. Nothing is kept."""

from typing import Any

import msgspec
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.description.from_posting import from_posting
from packs.description.severities import SEVERITY_NAMES, by_severity, count_severities
from packs.forms import JobDescriptionForm
from packs.forms.kit_words import KitSelect, set_kit_language
from packs.pages.own_review import review_own
from packs.posting.place import HEADING, TITLE_SECTION
from packs.posting.value import Kind, Posting
from packs.reading import ReadingError, read_file, read_pasted
from packs.review.marking import Segment
from packs.review.showing import MOST_LISTED, first_of_each_check
from packs.review.sources import REVIEW_SOURCES
from roles.kit.value import Kit
from roles.models import Edition
from roles.pages.structured_data import absolute_url
from web.child_pool import StoppedError, run_task
from web.page import Page, respond_with_page

OWN_TEXT_TEMPLATE = "packs/own.html"
MISSING = {
    Kind.ABOUT: _("A section about the job"),
    Kind.COMPANY: _("A section about the company"),
    Kind.RESPONSIBILITIES: _("A section on what the person will do"),
    Kind.REQUIRED: _("A section on what the job requires"),
    Kind.NICE_TO_HAVE: _("A section on what would be nice to have"),
    Kind.COMPENSATION: _("A section on pay"),
    Kind.BENEFITS: _("A section on benefits"),
    Kind.EQUAL_OPPORTUNITY: _("A statement of equal opportunity"),
    Kind.HOW_TO_APPLY: _("How to apply"),
    Kind.OTHER: _("Other sections"),
}


class OwnForm(forms.Form):
    """A text or a file, and the role to compare it with."""

    text = forms.CharField(
        required=False,
        label=_("Paste your job description"),
        help_text=_("Plain text, Markdown or HTML."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(
        required=False,
        label=_("Or choose a file"),
        help_text=_("A .docx, .md or .txt file of up to 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.md,.markdown,.txt,.text"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_kit_language(self, "text")
        roles = Edition.objects.live().order_by("title").values_list("slug", "title")
        self.fields["role"] = forms.ChoiceField(
            required=False,
            label=_("Compare it with a role"),
            choices=[("", _("No role")), *roles],
            widget=KitSelect,
        )

    def clean(self) -> dict[str, Any]:
        """Read what was brought; `posting` holds it. A file goes before a text."""
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        try:
            read = run_task(read_file, file.name, file.read()) if file else run_task(read_pasted, text)
            self.cleaned_data["posting"] = read
        except (ReadingError, StoppedError) as error:
            self.add_error("file" if file else "text", str(error))
        return self.cleaned_data


class ShownLine(msgspec.Struct, frozen=True):
    """A title, a heading or a line with its findings marked."""

    kind: str
    segments: tuple[Segment, ...]


@csrf_exempt  # a post changes nothing on the server, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def check_own_text(request: HttpRequest) -> HttpResponse:
    """Ask for a job description; say what the checks find in it and how it differs from a role's kit."""
    if request.method == "POST":
        return _read_and_check(request)
    return respond_with_page(request, Page.render(OWN_TEXT_TEMPLATE, _ask_context(OwnForm())))


@never_cache
def _read_and_check(request: HttpRequest) -> HttpResponse:
    form = OwnForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, OWN_TEXT_TEMPLATE, _ask_context(form), status=422)
    slug = form.cleaned_data["role"]
    edition = get_object_or_404(Edition.objects.live(), slug=slug) if slug else None
    posting = form.cleaned_data["posting"]
    try:
        shown = _result_context(posting, edition.kit if edition else None)
    except StoppedError as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return render(request, OWN_TEXT_TEMPLATE, _ask_context(form), status=error.status)
    shown |= _ask_context(form)
    if edition:
        description = from_posting(posting, edition.kit, edition.number)
        shown["carried"] = JobDescriptionForm(edition.kit, description).as_posted()
    return render(request, OWN_TEXT_TEMPLATE, shown)


def _ask_context(form: OwnForm) -> dict[str, Any]:
    errors = [(form[name], str(message)) for name, messages in form.errors.items() for message in messages]
    return {"form": form, "faults": errors, "canonical": absolute_url(reverse("own"))}


def _result_context(posting: Posting, kit: Kit | None) -> dict[str, Any]:
    found = run_task(review_own, posting, kit)
    comparison = found.comparison
    listed, more = first_of_each_check(found.findings, MOST_LISTED)
    return {
        "posting": posting,
        "lines": [ShownLine(_word_kind(posting, line.section, line.line), line.segments) for line in found.lines],
        "findings": [
            (finding, SEVERITY_NAMES[finding.severity], REVIEW_SOURCES[finding.source].name)
            for finding in by_severity(listed)
        ],
        "more": more,
        "counts": count_severities(found.findings),
        "kit": kit,
        "comparison": comparison,
        "missing_sections": [MISSING[kind] for kind in comparison.missing_sections] if comparison else [],
    }


def _word_kind(posting: Posting, section: int, line: int) -> str:
    if section == TITLE_SECTION:
        return "title"
    if line == HEADING:
        return "heading"
    return "bullet" if posting.sections[section].lines[line].bullet else "paragraph"
