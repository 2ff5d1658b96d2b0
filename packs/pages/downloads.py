"""A job description as a file: the formats that a page offers, what one of them lacks, and the file."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import PurePath
from pkgutil import resolve_name

import msgspec
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.description.wording import describe_missing
from packs.documents.formats import DOCUMENT_FORMATS, Format, file_name
from packs.documents.job_posting import JOB_POSTING, Missing, describe_job, to_script
from packs.documents.model import Document, Letterhead, blanks_left, put_letterhead
from packs.documents.posting import build_document
from packs.pay_law.places import localize_now
from packs.posting.value import Posting
from web.child_pool import run_task

INDEED_FEED, BOARD_JSON = "indeed-feed", "board-json"
FIRST_JOB_FORMATS = ("docx", "pdf")
MORE_JOB_FORMATS = ("markdown", "text", "html", "json", INDEED_FEED, BOARD_JSON)
COPIED_FORMATS = ("linkedin", "indeed", "email")
FORMAT_LABELS = {
    "text": gettext_lazy("Plain text"),
    "markdown": gettext_lazy("Markdown"),
    "html": gettext_lazy("Web page (HTML)"),
    "indeed": gettext_lazy("HTML for Indeed"),
    "linkedin": gettext_lazy("HTML for LinkedIn and other boards"),
    "email": gettext_lazy("HTML for email"),
    "docx": gettext_lazy("Word (DOCX)"),
    "pdf": gettext_lazy("PDF"),
    "json": gettext_lazy("JSON"),
    INDEED_FEED: gettext_lazy("XML feed for Indeed"),
    BOARD_JSON: gettext_lazy("JSON in the format that job boards use"),
}
COPY_LABELS = {
    "indeed": gettext_lazy("Copy for Indeed"),
    "linkedin": gettext_lazy("Copy for LinkedIn"),
    "email": gettext_lazy("Copy for email"),
}
FEEDS = {
    INDEED_FEED: Format(INDEED_FEED, "application/xml", "xml", "feeds:write_indeed_feed"),
    BOARD_JSON: Format(BOARD_JSON, "application/json", "json", "feeds:write_board_json"),
}
JOB_SITE_FORMATS = (JOB_POSTING, *FEEDS)


class Offered(msgspec.Struct, frozen=True):
    """A format that a page offers: its key, its name, and the label of the button that copies it."""

    name: str
    label: str
    copy_label: str = ""


def list_offered(names: Iterable[str]) -> list[Offered]:
    """Some of FORMAT_LABELS by name, with their labels in the current language."""
    return [Offered(name, str(FORMAT_LABELS[name]), str(COPY_LABELS.get(name, ""))) for name in names]


def write_description_file(
    description: JobDescription, wanted: str, letterhead: Letterhead | None
) -> HttpResponse | None:
    """Answer a job description as a file in this format; None for an unknown format. Raises StoppedError where writing
    takes too long.
    """
    if wanted in DOCUMENT_FORMATS:
        document = put_letterhead(build_document(build_posting(description)), letterhead)
        return respond_with_download(document, DOCUMENT_FORMATS[wanted])
    posting = build_posting(description)
    if wanted in FEEDS:
        return respond_with_feed(posting, FEEDS[wanted])
    return respond_with_job_posting(posting) if wanted == JOB_POSTING else None


def respond_with_download(document: Document, file_format: Format) -> HttpResponse:
    """Answer a document as a file to save, written in a child process; its name and a header say how many blanks are
    left. Raises StoppedError where writing takes too long.
    """
    return respond_with_file(document, file_format, run_task(export_format, document, file_format.name))


def export_format(document: Document, name: str) -> bytes:
    """A document as the bytes of a file, in one of DOCUMENT_FORMATS by name. Raises KeyError for another name."""
    return DOCUMENT_FORMATS[name].export_document(document)


def respond_with_feed(posting: Posting, feed: Format) -> HttpResponse:
    """Answer a posting in the layout of a feed, even where it lacks something for job sites."""
    document = build_document(posting)
    write: Callable[[Posting, Document, datetime], str | bytes] = resolve_name(f"packs.documents.{feed.writer}")
    content = write(posting, document, localize_now(posting))
    return respond_with_file(document, feed, content.encode() if isinstance(content, str) else content)


def respond_with_job_posting(posting: Posting) -> HttpResponse:
    """Answer the posting as JSON-LD for job sites, or 422 with a sentence on what is missing."""
    document = build_document(posting)
    data = describe_job(posting, document, localize_now(posting))
    if isinstance(data, Missing):
        message = _("Before job sites can read this posting, add %(lacks)s.")
        text = message % {"lacks": ", ".join(describe_missing(data.fields))}
        return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=422)
    script = f'<script type="application/ld+json">\n{to_script(data)}\n</script>\n'
    return respond_with_file(
        document, Format(JOB_POSTING, "text/html; charset=utf-8", "html", "", "JobPosting"), script.encode()
    )


def respond_with_file(document: Document, file_format: Format, body: bytes) -> HttpResponse:
    """Answer a written document as a file to save; its name and a header say how many blanks are left."""
    left = len(blanks_left(document))
    name = PurePath(file_name(document, file_format))
    if left:
        name = name.with_stem(f"{name.stem} ({left} blank{'' if left == 1 else 's'} left)")
    headers = {
        "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=str(name))),
        "X-Blanks-Left": str(left),
    }
    return HttpResponse(body, content_type=file_format.media_type, headers=headers)
