"""The workbench: customise a role's job description. Nothing is stored and nobody is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from packs.documents import html_writer, text_writer
from packs.documents.file_names import file_name
from packs.documents.formats import FORMATS, Format
from packs.documents.model import Document, blanks_left
from packs.forms import JobDescriptionForm
from roles.models import Edition
from roles.pages import Page, kept, respond
from roles.structured_data import absolute

DOWNLOADS = [FORMATS[name] for name in ("markdown", "text", "html")]
TEMPLATE = "packs/job_description.html"


@csrf_exempt  # a post changes nothing on the server, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill, edit, preview and download a role's job description."""
    edition = get_object_or_404(Edition.objects.live(), slug=slug)
    if request.method != "POST":
        return respond(request, empty_page(edition))
    return customise(request, edition)


@kept
def empty_page(edition: Edition) -> Page:
    """The page before anything is typed."""
    return Page.render(TEMPLATE, context(JobDescriptionForm(edition.kit)))


@never_cache
def customise(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What a posted form asks for: a download, the preview alone (htmx), or the page again."""
    form = JobDescriptionForm(edition.kit, request.POST)
    wanted = FORMATS.get(request.POST.get("format", ""))
    if wanted and form.is_valid():
        return download(form.job_description().document(), wanted)
    if request.htmx:  # type: ignore[attr-defined] # set by django-htmx
        return render(request, f"{TEMPLATE}#preview", context(form, moved_focus_to=request.htmx.trigger_name))  # type: ignore[attr-defined]
    return render(request, TEMPLATE, context(form), status=200 if form.is_valid() else 422)


def download(document: Document, wanted: Format) -> HttpResponse:
    """A document as a file; the header says how many blanks are left in it."""
    name = file_name(document, wanted)
    headers = {
        "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name)),
        "X-Blanks-Left": str(len(blanks_left(document))),
    }
    return HttpResponse(wanted.export(document), content_type=wanted.media_type, headers=headers)


def context(form: JobDescriptionForm, *, moved_focus_to: str | None = None) -> dict[str, object]:
    """What the template shows. The fields of the blanks are renewed only while the focus is elsewhere."""
    document = form.job_description().document()
    return {
        "kit": form.kit,
        "faults": form.faults(),
        "blank_fields": [form.blanks[name] for name in ("title", *form.blanks.blanks)],
        "line_formset": form.lines,
        "sections": form.sections(),
        "preview_html": mark_safe(html_writer.write_preview(document)),  # noqa: S308 the writer escapes
        "rich_html": mark_safe(html_writer.write_fragment(document)),  # noqa: S308 the writer escapes
        "plain_text": text_writer.write(document),
        "blanks_left": len(blanks_left(document)),
        "formats": [(wanted.name, wanted.label) for wanted in DOWNLOADS],
        "renew_blanks": moved_focus_to is not None and not moved_focus_to.startswith(("blank-", "title")),
        "canonical": absolute(f"/roles/{form.kit.slug}/job-description/"),
    }
