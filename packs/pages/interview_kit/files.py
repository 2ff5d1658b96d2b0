"""What the page of an interview kit gives as a file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse

from compensation.pay_law.rule import WorkPlace
from interviews.plan import InterviewPlan, with_own_questions
from packs.description.posting import build_posting
from packs.documents.formats import DOCUMENT_FORMATS, Format
from packs.documents.model import Letterhead, put_letterhead
from packs.documents.posting import build_document
from packs.interviews.hiring_pack import bind_pack, hiring_pack, write_kit_document, zip_pack
from packs.pages.downloads import respond_with_download, respond_with_file
from packs.pages.interview_kit.job import Job, fill_description, prepare_documents
from packs.pages.job_description.preview import find_place_pay
from packs.pay_law.places import find_work_place
from roles.kit.figures import PlacePay
from roles.kit.language import of_kits
from web.child_pool import run_task

if TYPE_CHECKING:
    from company.profile import ProfileInUse


def write_interview_file(
    job: Job,
    plan: InterviewPlan,
    posted: Mapping[str, str],
    company: "ProfileInUse | None",
    letterhead: Letterhead | None,
) -> HttpResponse | None:
    """Answer the document in the preview, or the whole hiring pack, as a file in the posted format; None where no file
    was asked for. Raises StoppedError where writing takes too long.
    """
    filled, kit = prepare_documents(plan, job.description), with_own_questions(job.kit, plan.questions)
    if format_ := DOCUMENT_FORMATS.get(posted.get("format", "")):
        document = write_kit_document(filled, kit, posted.get("document", ""))
        return respond_with_download(put_letterhead(document, letterhead), format_)
    pack = posted.get("pack", "")
    if pack not in ("zip", "pdf"):
        return None
    written = build_document(build_posting(fill_description(job.description, plan)))
    pack_documents = hiring_pack(written, filled, kit, _find_pay(job, company))
    documents = [put_letterhead(document, letterhead) for document in pack_documents]
    whole = bind_pack(documents, job.kit)
    if pack == "pdf":
        return respond_with_download(whole, DOCUMENT_FORMATS["pdf"])
    return respond_with_file(whole, Format("zip", "application/zip", "zip", ""), run_task(zip_pack, documents, job.kit))


@of_kits()
def _find_pay(job: Job, company: "ProfileInUse | None") -> PlacePay | None:
    """What the role pays where the job is, in the language of its documents; in the whole country where no place is
    named.
    """
    named = [find_work_place(place, job.description.workplace) for place in job.description.places]
    places = [place for place in named if place] or [WorkPlace(country="US")] * (not named)
    return find_place_pay(job.kit, places, job.description.level, company)
