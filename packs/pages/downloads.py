"""A job description as a file, and the names of files on a page."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

import msgspec
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.document import build_document
from packs.description.job_posting import describe_missing, job_ad
from packs.description.value import JobDescription
from packs.documents.file_names import file_name
from packs.documents.formats import DOCUMENT_FORMATS, Format
from packs.documents.job_posting import Missing, to_script
from packs.documents.model import Document, blanks_left
from web.child_pool import run_task

JOB_POSTING = "job-posting"
FORMAT_LABELS = {
    "text": gettext_lazy("Plain text"),
    "markdown": gettext_lazy("Markdown"),
    "html": gettext_lazy("Web page (HTML)"),
    "indeed": gettext_lazy("HTML for Indeed"),
    "linkedin": gettext_lazy("HTML for LinkedIn and other boards"),
    "docx": gettext_lazy("Word (DOCX)"),
    "pdf": gettext_lazy("PDF"),
    "json": gettext_lazy("JSON"),
}


class Offered(msgspec.Struct, frozen=True):
    """A format as a page offers it: its key and its name for people."""

    name: str
    label: str


def list_offered(names: Iterable[str]) -> list[Offered]:
    """Some of FORMATS, to choose from."""
    return [Offered(DOCUMENT_FORMATS[name].name, str(FORMAT_LABELS[name])) for name in names]


def respond_with_download(document: Document, file_format: Format) -> HttpResponse:
    """A document as a file; its name and a header say how many blanks are left in it. Raises StoppedError where
    writing it takes more than it may.
    """
    return respond_with_file(document, file_format, run_task(export_format, document, file_format.name))


def export_format(document: Document, name: str) -> bytes:
    """A document in one of FORMATS."""
    return DOCUMENT_FORMATS[name].export_document(document)


def download_job_posting(description: JobDescription, today: date) -> HttpResponse:
    """The JSON-LD for job sites, or what it lacks."""
    document = build_document(description)
    data = job_ad(description, document, today)
    if isinstance(data, Missing):
        message = _("Job sites need more before they can read this posting: %(lacks)s.")
        text = message % {"lacks": ", ".join(describe_missing(data))}
        return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=422)
    script = f'<script type="application/ld+json">\n{to_script(data)}\n</script>\n'
    file_format = Format(JOB_POSTING, "text/html; charset=utf-8", "html", lambda written: script)
    return respond_with_file(document, file_format, script.encode())


def respond_with_file(document: Document, file_format: Format, body: bytes) -> HttpResponse:
    """What was written of a document as an answer to save; its name says how many blanks are left."""
    left = len(blanks_left(document))
    name = PurePath(file_name(document, file_format))
    if left:
        name = name.with_stem(f"{name.stem} ({left} blank{'' if left == 1 else 's'} left)")
    headers = {
        "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=str(name))),
        "X-Blanks-Left": str(left),
    }
    return HttpResponse(body, content_type=file_format.media_type, headers=headers)
