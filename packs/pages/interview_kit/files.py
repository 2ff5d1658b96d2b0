"""What the page of an interview kit gives as a file."""

from collections.abc import Mapping

from django.http import HttpResponse

from interviews.plan import InterviewPlan
from packs.description.posting import build_posting
from packs.documents.formats import DOCUMENT_FORMATS, Format
from packs.documents.posting import build_document
from packs.interviews.hiring_pack import bind_pack, hiring_pack, write_kit_document, zip_pack
from packs.pages.downloads import respond_with_download, respond_with_file
from packs.pages.interview_kit.job import Job, fill_description, prepare_documents
from web.child_pool import run_task


def write_interview_file(job: Job, plan: InterviewPlan, posted: Mapping[str, str]) -> HttpResponse | None:
    """The file that a button asked for: the document in the preview, or the whole hiring pack. Raises StoppedError."""
    filled = prepare_documents(plan, job.description)
    if format_ := DOCUMENT_FORMATS.get(posted.get("format", "")):
        return respond_with_download(write_kit_document(filled, job.kit, posted.get("document", "")), format_)
    pack = posted.get("pack", "")
    if pack not in ("zip", "pdf"):
        return None
    written = build_document(build_posting(fill_description(job.description, plan)))
    documents = hiring_pack(written, filled, job.kit)
    whole = bind_pack(documents, job.kit)
    if pack == "pdf":
        return respond_with_download(whole, DOCUMENT_FORMATS["pdf"])
    return respond_with_file(whole, Format("zip", "application/zip", "zip", ""), run_task(zip_pack, documents, job.kit))
