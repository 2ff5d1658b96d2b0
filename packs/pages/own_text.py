"""Bring your own: a pasted or uploaded job description, reviewed and compared with a role's kit. Nothing is kept."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from django import forms
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from company.profile import ProfileInUse
from occupations.find import find_by_title
from packs.description.company import fill_from_company
from packs.description.from_posting import from_posting
from packs.description.value import OWN_HEADING
from packs.forms.job_description import JobDescriptionForm
from packs.forms.shared import KitSelect, KitTextarea
from packs.occupations.edition import find_occupation_edition
from packs.occupations.own_kit import build_own_kit
from packs.occupations.template import make_edition
from packs.pages.company import find_company
from packs.pages.own_review import review_own
from packs.posting.facts import HEADING, TITLE_SECTION
from packs.posting.value import Kind, Posting
from packs.reading.comparing import PostingComparison
from packs.reading.errors import ReadingError
from packs.reading.files import READ_ENDINGS, read_file, read_pasted
from packs.review.finding import Finding, FindingSeverity
from packs.review.showing import (
    MOST_LISTED,
    SEVERITY_NAMES,
    More,
    Segment,
    by_severity,
    count_severities,
    first_of_each_check,
)
from packs.review.sources import REVIEW_SOURCES
from roles.kit.language import of_kits
from roles.kit.value import Kit
from roles.models.edition import Edition
from web.child_pool import StoppedError, run_task
from web.language import about_texts_in
from web.page import Page, respond_with_page
from web.view import View, absolute_url, render_view

MISSING = {
    Kind.ABOUT: _("A section about the job"),
    Kind.COMPANY: _("A section about the company"),
    Kind.RESPONSIBILITIES: _("A section on duties"),
    Kind.REQUIRED: _("A section on requirements"),
    Kind.NICE_TO_HAVE: _("A section on nice-to-haves"),
    Kind.COMPENSATION: _("A section on pay"),
    Kind.BENEFITS: _("A section on benefits"),
    Kind.EQUAL_OPPORTUNITY: _("An equal opportunity statement"),
    Kind.HOW_TO_APPLY: _("How to apply"),
    Kind.OTHER: _("Other sections"),
}


class OwnForm(forms.Form):
    """A text or a file to check, and a role or an occupation to compare it with."""

    text = forms.CharField(
        required=False,
        label=_("Paste your job description"),
        help_text=_("Plain text, Markdown or HTML."),
        widget=KitTextarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        required=False,
        label=_("Or choose a file"),
        help_text=_("A .docx, .odt, .pdf, .rtf, .html, .md or .txt file of up to 2 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(READ_ENDINGS)}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = Edition.objects.shown().order_by("title").values_list("slug", "title")
        self.fields["role"] = forms.ChoiceField(
            required=False,
            label=_("Compare it with a role"),
            choices=[("", _("No role")), *roles],
            widget=KitSelect,
        )
        self.fields["occupation"] = forms.CharField(
            required=False,
            max_length=200,
            label=_("Or with an occupation"),
            help_text=_("The job’s title in your own words, such as RN or warehouse worker."),
        )

    def clean_occupation(self) -> str:
        """The code of the occupation with the typed title, "" without a title. Raises ValidationError for an unknown
        title. One query or a few.
        """
        asked = self.cleaned_data["occupation"]
        found = find_by_title(asked, 1) if asked else []
        if asked and not found:
            raise forms.ValidationError(_("No occupation goes by that title. Try fewer words, or different ones."))
        return found[0].short_code if found else ""

    def clean(self) -> dict[str, Any]:
        """The cleaned data with `posting`, read from the file or else from the text. Adds an error where neither can be
        read.
        """
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        try:
            read = run_task(read_file, file.name, file.read()) if file else run_task(read_pasted, text)
            self.cleaned_data["posting"] = read
        except (ReadingError, StoppedError) as error:
            self.add_error("file" if file else "text", str(error))
        return self.cleaned_data


class ShownLine(msgspec.Struct, frozen=True):
    """A title, a heading or a line of a posting, cut where findings start and end."""

    kind: str
    segments: tuple[Segment, ...]


class ListedFinding(NamedTuple):
    """A finding as the page lists it, with its severity and source in words."""

    finding: Finding
    severity: str
    source: str


class OwnResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, what the checks found and, with a kit, how the text differs from it, and the names and values by
    which to continue in the workbench. `with_margins` is the text of other information that has the file's margins too.
    """

    posting: Posting
    lines: list[ShownLine]
    findings: list[ListedFinding]
    more: list[More]
    counts: list[tuple[FindingSeverity, str]]
    kit: Kit | None
    comparison: PostingComparison | None
    missing_sections: list[str]
    carried: list[tuple[str, str]]
    with_margins: str


class OwnTextView(View, frozen=True, kw_only=True):
    """The page with the form for a text, and with the result where a text was posted."""

    template = "packs/own.html"

    form: OwnForm
    faults: list[tuple[BoundField, str]]
    result: OwnResult | None


@csrf_exempt  # a post changes nothing on the server, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def check_own_text(request: HttpRequest) -> HttpResponse:
    """The form for a text to check. A POST answers what the checks find and how it differs from a role's kit: 422 for a
    text or file that can't be read. Nothing is stored.
    """
    if request.method == "POST":
        return _read_and_check(request)
    return respond_with_page(request, Page.render(_view_form(OwnForm())))


@never_cache
def _read_and_check(request: HttpRequest) -> HttpResponse:
    form = OwnForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_view(request, _view_form(form), status=422)
    with about_texts_in(form.cleaned_data["posting"].language):
        return _check_posting(request, form)


def _check_posting(request: HttpRequest, form: OwnForm) -> HttpResponse:
    edition = _find_compared(form.cleaned_data["role"], form.cleaned_data["occupation"])
    try:
        result = _show_result(form.cleaned_data["posting"], edition, find_company(request))
    except StoppedError as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return render_view(request, _view_form(form), status=error.status)
    return render_view(request, _view_form(form, result))


def _find_compared(slug: str, soc: str) -> Edition | None:
    """The live edition of a role, or else the template of an occupation; None without either. Raises Http404."""
    if slug:
        return get_object_or_404(Edition.objects.shown(), slug=slug)
    return find_occupation_edition(soc) if soc else None


def _view_form(form: OwnForm, result: OwnResult | None = None) -> OwnTextView:
    faults = [(form[name], str(message)) for name, messages in form.errors.items() for message in messages]
    return OwnTextView(form=form, faults=faults, result=result, canonical=absolute_url(reverse("own")))


def _show_result(posting: Posting, edition: Edition | None, company: ProfileInUse) -> OwnResult:
    kit = edition.kit if edition else None
    found = run_task(review_own, posting, kit)
    comparison = found.comparison
    listed, more = first_of_each_check(found.findings, MOST_LISTED)
    form = _fill_workbench(posting, edition or make_edition(build_own_kit()), company)
    return OwnResult(
        posting=posting,
        lines=[ShownLine(_word_kind(posting, line.section, line.line), line.segments) for line in found.lines],
        findings=[
            ListedFinding(finding, str(SEVERITY_NAMES[finding.severity]), REVIEW_SOURCES[finding.source].name)
            for finding in by_severity(listed)
        ],
        more=more,
        counts=count_severities(found.findings),
        kit=kit,
        comparison=comparison,
        missing_sections=[str(MISSING[kind]) for kind in comparison.missing_sections] if comparison else [],
        carried=[*form.as_posted()],
        with_margins=_add_margins(form.read_description().other, posting.margins),
    )


def _fill_workbench(posting: Posting, edition: Edition, company: ProfileInUse) -> JobDescriptionForm:
    """The workbench's form with the posting, and with the company's words where the text has none."""
    description = fill_from_company(from_posting(posting, edition.kit, edition.number), company, edition.kit)
    return JobDescriptionForm(edition.kit, description, company=company)


@of_kits()
def _add_margins(other: str, margins: Iterable[str]) -> str:
    """The text of other information, followed by a section with the lines of a file's headers, footers and notes."""
    return "\n".join(filter(None, (other, f"{OWN_HEADING}{_('Header, footer and notes')}", *margins)))


def _word_kind(posting: Posting, section: int, line: int) -> str:
    if section == TITLE_SECTION:
        return "title"
    if line == HEADING:
        return "heading"
    return "bullet" if posting.sections[section].lines[line].bullet else "paragraph"
