"""The read-only page of a saved pack, and its downloads."""

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from packs.description.posting import build_posting
from packs.documents import html_writer, text_writer
from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.model import blanks_left, put_letterhead
from packs.documents.posting import build_document
from packs.models import Access
from packs.pages.downloads import (
    COPIED_FORMATS,
    FIRST_JOB_FORMATS,
    MORE_JOB_FORMATS,
    Offered,
    list_offered,
    respond_with_download,
)
from packs.pages.letterhead import choose_letterhead
from packs.pages.saved.open_pack import OpenPack, opened_by
from web.child_pool import StoppedError
from web.view import View, render_view


class SharedView(View, frozen=True, kw_only=True):
    """The page of a pack for those who may only read it."""

    template = "packs/pack_shared.html"

    opened: OpenPack
    title: str
    preview_html: SafeString
    rich_html: SafeString
    plain_text: str
    blanks_left: int
    formats: list[Offered]
    stopped: str


@opened_by(Access.READ)
@require_safe
def show_shared(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The read-only page of a pack, or a file where `?format=` names one."""
    return respond_read_only(request, opened)


def respond_read_only(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """Answer with the pack's current text as a page, or as a file where `?format=` names one. Making a file may be
    stopped; the page then says why.
    """
    written = build_document(build_posting(opened.description))
    stopped = None
    try:
        if wanted := DOCUMENT_FORMATS.get(request.GET.get("format", "")):
            return respond_with_download(put_letterhead(written, choose_letterhead(opened.company.in_use)), wanted)
    except StoppedError as error:
        stopped = error
    view = SharedView(
        opened=opened,
        title=written.title,
        title_of_kit=True,
        preview_html=mark_safe(html_writer.write_preview(written)),  # noqa: S308 the writer escapes
        rich_html=mark_safe(html_writer.write_fragment(written)),  # noqa: S308 the writer escapes
        plain_text=text_writer.write_text(written),
        blanks_left=len(blanks_left(written)),
        formats=list_offered([*FIRST_JOB_FORMATS, *MORE_JOB_FORMATS, *COPIED_FORMATS]),
        stopped=str(stopped or ""),
    )
    return render_view(request, view, status=stopped.status if stopped else 200)
