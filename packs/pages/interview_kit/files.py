"""What the page of an interview kit gives as a file."""

from collections.abc import Iterable, Mapping

from django.http import HttpResponse

from interviews.plan import InterviewPlan
from packs.description.posting import build_posting
from packs.documents.formats import DOCUMENT_FORMATS, Format
from packs.documents.model import Document, bind_documents
from packs.documents.posting import build_document
from packs.interviews.documents import LANGUAGE, PanelKit, do_not_ask_list
from packs.interviews.hiring_pack import bind_pack, hiring_pack, zip_pack
from packs.pages.downloads import respond_with_download, respond_with_file
from packs.pages.interview_kit.job import Job, fill_description, fill_plan
from roles.kit.value import Kit
from web.child_pool import run_task


def write_interview_file(job: Job, plan: InterviewPlan, posted: Mapping[str, str]) -> HttpResponse | None:
    """The file that a button asked for: the document in the preview, or the whole hiring pack. Raises StoppedError."""
    filled = fill_plan(plan, job.description)
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


def write_kit_document(plan: InterviewPlan, kit: Kit, name: str) -> Document:
    """One of the page's DOCUMENTS by its name; an unknown name gives the whole kit."""
    panel = PanelKit(plan, kit)
    match name:
        case "guide":
            return panel.build_guide()
        case "sheets":
            return _join_documents("Interview sheets", panel.build_sheets(), kit)
        case "scorecards":
            return _join_documents("Scorecards", panel.build_scorecards(), kit)
        case "debrief":
            return panel.build_debrief()
        case "do-not-ask":
            return do_not_ask_list()
    return panel.build_whole()


def _join_documents(title: str, documents: Iterable[Document], kit: Kit) -> Document:
    return Document(title=f"{title} - {kit.title}", language=LANGUAGE, blocks=bind_documents(documents))
