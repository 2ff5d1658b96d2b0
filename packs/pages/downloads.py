"""A job description as a file, and the names of files on a page."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

import msgspec
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.document import document
from packs.description.job_posting import job_ad, lacks
from packs.description.value import JobDescription
from packs.documents.file_names import file_name
from packs.documents.formats import FORMATS, Format
from packs.documents.job_posting import Missing, to_script
from packs.documents.model import Document, blanks_left
from web.child_pool import run_task

JOB_POSTING = "job-posting"
LABELS = {
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


def offered(names: Iterable[str]) -> list[Offered]:
    """Some of FORMATS, to choose from."""
    return [Offered(FORMATS[name].name, str(LABELS[name])) for name in names]


def download(written: Document, wanted: Format) -> HttpResponse:
    """A document as a file; its name and a header say how many blanks are left in it. Raises StoppedError where
    writing it takes more than it may.
    """
    return file(written, wanted, run_task(export, written, wanted.name))


def export(written: Document, name: str) -> bytes:
    """A document in one of FORMATS."""
    return FORMATS[name].export(written)


def download_job_posting(description: JobDescription, today: date) -> HttpResponse:
    """The JSON-LD for job sites, or what it lacks."""
    written = document(description)
    data = job_ad(description, written, today)
    if isinstance(data, Missing):
        said = _("Job sites need more before they can read this posting: %(lacks)s.")
        text = said % {"lacks": ", ".join(lacks(data))}
        return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=422)
    script = f'<script type="application/ld+json">\n{to_script(data)}\n</script>\n'
    wanted = Format(JOB_POSTING, "text/html; charset=utf-8", "html", lambda written: script)
    return file(written, wanted, script.encode())


def file(written: Document, wanted: Format, body: bytes) -> HttpResponse:
    """What was written of a document as an answer to save; its name says how many blanks are left."""
    left = len(blanks_left(written))
    name = PurePath(file_name(written, wanted))
    if left:
        name = name.with_stem(f"{name.stem} ({left} blank{'' if left == 1 else 's'} left)")
    headers = {
        "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=str(name))),
        "X-Blanks-Left": str(left),
    }
    return HttpResponse(body, content_type=wanted.media_type, headers=headers)
