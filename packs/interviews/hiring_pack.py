"""The whole hiring pack: job description, pay and interview kit, as one document or as a zip of files."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from interviews.plan import InterviewPlan
from packs.documents.formats import DOCUMENT_FORMATS, file_name
from packs.documents.inline import InlineLink
from packs.documents.model import Block, Column, ColumnKind, Document, Paragraph, Table, bind_documents
from packs.interviews.documents import LANGUAGE, PanelKit, do_not_ask_list
from roles.kit.figures import format_years, pay_range
from roles.kit.language import of_kits
from roles.kit.value import Kit, KitBenchmark, KitSource

EARLIEST = (1980, 1, 1, 0, 0, 0)  # so that the same pack gives the same bytes


def hiring_pack(job_description: Document, plan: InterviewPlan, kit: Kit) -> list[Document]:
    """The documents of a pack in the order in which a hiring manager needs them."""
    panel = PanelKit(plan, kit)
    pay = [pay_document(kit)] if kit.benchmarks else []
    interviews = [
        panel.build_guide(),
        *panel.build_sheets(),
        *panel.build_scorecards(),
        panel.build_debrief(),
        do_not_ask_list(),
    ]
    return [job_description, *pay, *interviews]


def bind_pack(documents: list[Document], kit: Kit) -> Document:
    """The pack as one document."""
    company = documents[0].company
    return Document(
        title=f"Hiring pack - {kit.title}", company=company, language=LANGUAGE, blocks=bind_documents(documents)
    )


def zip_pack(documents: list[Document], kit: Kit) -> bytes:
    """The pack as a zip: everything as one PDF, and each document as a numbered Word file to edit."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in _list_files(documents, kit):
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), body, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@of_kits()
def pay_document(kit: Kit) -> Document:
    """The pay ranges of a role, each with its area, year and source."""
    sources = {source.slug: source for source in kit.sources}
    columns = (
        Column(("Role",), width=4),
        Column(("Experience",), width=2),
        Column(("Counts",), width=2),
        Column(("Range per year",), ColumnKind.FIGURE, 3),
        Column(("Where and when",), width=3),
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
    blocks: list[Block] = [Table(columns, rows), *_write_notes(kit.benchmarks, sources)]
    return Document(title=f"Pay - {kit.title}", language=LANGUAGE, blocks=tuple(blocks))


def _write_notes(benchmarks: list[KitBenchmark], sources: dict[str, KitSource]) -> Iterator[Block]:
    for slug in dict.fromkeys(benchmark.source for benchmark in benchmarks):
        source = sources[slug]
        title = InlineLink(source.title, source.url) if source.url else source.title
        yield Paragraph(("Source: ", title, f", {source.publisher}, {source.period}."))
        if source.caveat:
            yield Paragraph((source.caveat,))


def _list_files(documents: list[Document], kit: Kit) -> Iterator[tuple[str, bytes]]:
    pdf, word = DOCUMENT_FORMATS["pdf"], DOCUMENT_FORMATS["docx"]
    whole = bind_pack(documents, kit)
    yield file_name(whole, pdf), pdf.export_document(whole)
    for number, document in enumerate(documents, start=1):
        yield f"Word/{number:02} {file_name(document, word)}", word.export_document(document)


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
