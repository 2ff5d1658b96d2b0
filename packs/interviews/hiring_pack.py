"""The whole hiring pack: job description, pay and interview kit, as one document or as a zip of files."""

import io
import zipfile
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan
from occupations.codes import read_occupation_slug
from packs.description.wording import ONET_CREDIT
from packs.documents.formats import DOCUMENT_FORMATS, file_name
from packs.documents.inline import InlineLink, Strong
from packs.documents.model import (
    DOCUMENT_LANGUAGES,
    Block,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
    bind_documents,
)
from packs.interviews.documents import PanelKit, choose_paper_of, do_not_ask_list
from roles.kit.choices import PaperSize
from roles.kit.figures import PlacePay, format_years, pay_range
from roles.kit.language import of_kits
from roles.kit.value import Kit, KitBenchmark, KitSource
from web.language import text_language

EARLIEST = (1980, 1, 1, 0, 0, 0)  # so that the same pack gives the same bytes


def hiring_pack(
    job_description: Document, plan: InterviewPlan, kit: Kit, place_pay: PlacePay | None = None
) -> list[Document]:
    """The documents of a pack in the order in which a hiring manager needs them.

    `place_pay` is what the role pays where the job is, None where nothing is known.
    """
    panel = PanelKit(plan, kit)
    paper = choose_paper_of(plan)
    pay = [pay_document(kit, paper, place_pay)] if kit.benchmarks or place_pay else []
    interviews = [
        panel.build_guide(),
        *panel.build_sheets(),
        *panel.build_scorecards(),
        panel.build_debrief(),
        do_not_ask_list(paper),
    ]
    return [job_description, *(_add_credit(document, kit) for document in (*pay, *interviews))]


@of_kits()
def bind_pack(documents: list[Document], kit: Kit) -> Document:
    """One document made of these, titled with the kit's role, in the language of kits."""
    return _bind_documents(f"{_('Hiring pack')} - {kit.title}", documents)


def zip_pack(documents: list[Document], kit: Kit) -> bytes:
    """The pack as the bytes of a zip: one PDF of everything, and a numbered Word file of each document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in _list_files(documents, kit):
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), body, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@of_kits()
def pay_document(kit: Kit, paper: PaperSize = PaperSize.A4, place_pay: PlacePay | None = None) -> Document:
    """A document on the pay where the job is: sentences and editors' ranges, all with their sources."""
    blocks = [*(_write_place_pay(place_pay) if place_pay else ()), *(_tabulate_ranges(kit) if kit.benchmarks else ())]
    return Document(
        title=f"{_('Pay')} - {kit.title}",
        language=DOCUMENT_LANGUAGES[text_language()],
        paper=paper,
        blocks=tuple(blocks),
    )


def _write_place_pay(pay: PlacePay) -> Iterator[Block]:
    yield Heading((_("Pay for this job in this location"),))
    yield from (Paragraph((sentence,)) for sentence in pay.sentences)
    yield Heading((_("Suggested ranges"),))
    yield Bullets(
        tuple(
            (Strong(offered.range), f" {offered.label} ({offered.source}). {offered.steps}") for offered in pay.ranges
        )
    )


def _tabulate_ranges(kit: Kit) -> Iterator[Block]:
    sources = {source.slug: source for source in kit.sources}
    columns = (
        Column((_("Role"),), width=4),
        Column((_("Experience"),), width=2),
        Column((_("Includes"),), width=2),
        Column((_("Range per year"),), ColumnKind.FIGURE, 3),
        Column((_("Area and year"),), width=3),
    )
    rows = tuple(
        (
            (benchmark.name,),
            (format_years(benchmark.experience_min, benchmark.experience_max),),
            (str(benchmark.kind.label),),
            (pay_range(benchmark.low, benchmark.high, benchmark.currency),),
            (f"{benchmark.area}, {benchmark.year}",),
        )
        for benchmark in kit.benchmarks
    )
    yield Heading((_("Editorial ranges"),))
    yield Table(columns, rows)
    yield from _write_notes(kit.benchmarks, sources)


def _write_notes(benchmarks: list[KitBenchmark], sources: dict[str, KitSource]) -> Iterator[Block]:
    for slug in dict.fromkeys(benchmark.source for benchmark in benchmarks):
        source = sources[slug]
        title = InlineLink(source.title, source.url) if source.url else source.title
        yield Paragraph((_("Source: "), title, f", {source.publisher}, {source.period}."))
        if source.caveat:
            yield Paragraph((source.caveat,))


def _list_files(documents: list[Document], kit: Kit) -> Iterator[tuple[str, bytes]]:
    pdf, word = DOCUMENT_FORMATS["pdf"], DOCUMENT_FORMATS["docx"]
    whole = bind_pack(documents, kit)
    yield file_name(whole, pdf), pdf.export_document(whole)
    for number, document in enumerate(documents, start=1):
        yield f"Word/{number:02} {file_name(document, word)}", word.export_document(document)


def write_kit_document(plan: InterviewPlan, kit: Kit, name: str) -> Document:
    """One of the page's DOCUMENTS by name; the whole kit for an unknown name."""
    return _add_credit(_choose_document(plan, kit, name), kit)


def _add_credit(document: Document, kit: Kit) -> Document:
    """The document with the words that the license of O*NET asks for, where its kit is an occupation's."""
    if not read_occupation_slug(kit.slug):
        return document
    return msgspec.structs.replace(document, blocks=(*document.blocks, Note((ONET_CREDIT,))))


@of_kits()
def _choose_document(plan: InterviewPlan, kit: Kit, name: str) -> Document:
    panel = PanelKit(plan, kit)
    match name:
        case "guide":
            return panel.build_guide()
        case "sheets":
            return _bind_documents(f"{_('Interview sheets')} - {kit.title}", panel.build_sheets())
        case "scorecards":
            return _bind_documents(f"{_('Scorecards')} - {kit.title}", panel.build_scorecards())
        case "debrief":
            return panel.build_debrief()
        case "do-not-ask":
            return do_not_ask_list(choose_paper_of(plan))
    return panel.build_whole()


def _bind_documents(title: str, documents: list[Document]) -> Document:
    """Several documents as one, with the company, the paper and the letterhead of the first."""
    blocks = bind_documents(documents)
    if not documents:
        return Document(title=title, language=DOCUMENT_LANGUAGES[text_language()], blocks=blocks)
    first = documents[0]
    return Document(
        title=title,
        company=first.company,
        language=DOCUMENT_LANGUAGES[text_language()],
        paper=first.paper,
        letterhead=first.letterhead,
        blocks=blocks,
    )
