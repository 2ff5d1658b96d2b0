"""The review of a job description: its findings, the words that they are about, and what a rewrite changes."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec

from compensation.pay_law.rule import WorkPlace
from packs.description.document import DocumentLine, DocumentSection, blank_values, build_sections
from packs.description.starting import benchmark_of
from packs.description.value import JobDescription
from packs.documents.inline import Flagged, Inline, Line, line_text, word_inline
from packs.pay_law.places import work_place
from packs.posting.facts import OfferedPlace, StatedPay, Workplace
from packs.posting.place import HEADING, TITLE_SECTION
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.review.finding import Finding
from packs.review.from_kit import find_benchmark, find_experience, role_terms
from packs.review.marking import cut_pieces
from packs.review.reviewing import review_posting
from roles.kit.blanks import Blank, fill_blanks, format_runs, split_blanks
from roles.kit.value import Kit
from web.child_pool import run_task

type Span = tuple[int, int, str]


def build_posting(description: JobDescription, kit: Kit) -> Posting:
    """The job description as it will be read, for the checks."""
    return Posting(
        title=format_runs(fill_blanks(description.title, blank_values(description))),
        sections=tuple(
            PostingSection(
                kind=Kind(section.kind),
                heading=section.heading,
                lines=tuple(PostingLine(line.text, section.bullets) for line in section.lines),
            )
            for section in build_sections(description)
        ),
        company=description.company,
        places=description.places,
        level=description.level,
        years=find_experience(kit, description.level),
        pay=_convert_pay(description),
        benchmark=_find_benchmark(description, kit),
        role_terms=role_terms(kit),
    )


def work_place_of(place: OfferedPlace, workplace: Workplace | None) -> WorkPlace | None:
    """A place as pay law knows it, or None where its country is not known. Remote work is done anywhere in it."""
    remote = place.remote or workplace is Workplace.REMOTE
    return work_place(country=place.country, region=place.region, city=place.city, remote=remote)


def find_in_description(description: JobDescription, kit: Kit) -> list[Finding]:
    """What the checks find, in reading order. Raises StoppedError where they take more than they may."""
    return run_task(review_posting, build_posting(description, kit))


def name_anchor(finding: Finding) -> str:
    """The name of the place that a finding is about."""
    return f"flag-{finding.key.replace(':', '-')}"


def highlight_findings(sections: Iterable[DocumentSection], found: Iterable[Finding]) -> list[DocumentSection]:
    """The sections with the words of findings flagged. Blanks are marked already and stay as they are."""
    spans: dict[tuple[int, int], list[Span]] = {}
    for finding in found:
        if place := finding.place:
            spans.setdefault((place.section, place.line), []).append((place.start, place.end, name_anchor(finding)))
    return [
        msgspec.structs.replace(
            section,
            lines=[
                DocumentLine(tuple(_flag_runs(line.runs, spans.get((number, index), []))), line.source)
                for index, line in enumerate(section.lines)
            ],
        )
        for number, section in enumerate(sections)
    ]


def can_rewrite(sections: list[DocumentSection], finding: Finding) -> bool:
    """Whether a press can put the finding's replacement into the text that the sections come from."""
    return finding.replacement is not None and bool(_find_source(sections, finding))


def apply_replacement(description: JobDescription, kit: Kit, key: str) -> JobDescription:
    """The job description with a finding's replacement in its text; unchanged where the finding is gone."""
    finding = next((finding for finding in find_in_description(description, kit) if finding.key == key), None)
    if finding is None or finding.place is None or finding.replacement is None:
        return description
    source, values = _find_source(build_sections(description), finding), blank_values(description)
    span = (finding.place.start, finding.place.end)

    def rewrite_text(text: str) -> str:
        return replace_span(text, values, span, finding.replacement or "")

    field, _, number = source.partition(":")
    if number:
        lines = getattr(description, field).splitlines()
        lines[int(number)] = rewrite_text(lines[int(number)])
        return msgspec.structs.replace(description, **{field: "\n".join(lines)})
    if field == "title":
        return msgspec.structs.replace(description, title=rewrite_text(description.title))
    return msgspec.structs.replace(
        description,
        lines=tuple(
            msgspec.structs.replace(line, text=rewrite_text(line.text)) if line.id == field else line
            for line in description.lines
        ),
    )


def replace_span(text: str, values: dict[str, str], span: tuple[int, int], new: str) -> str:
    """A text with blanks, in which `span` of what it says when filled is replaced. Blanks outside of it stay blanks."""
    start, end = span
    before, after, offset = "", "", 0
    for run in split_blanks(text):
        shown = format_runs(fill_blanks(str(run), values))
        first, last = max(start - offset, 0), max(end - offset, 0)
        untouched = first >= len(shown) or last <= 0
        before += str(run) if untouched and first >= len(shown) else "" if untouched else shown[:first]
        after += str(run) if untouched and first < len(shown) else "" if untouched else shown[last:]
        offset += len(shown)
    return before + new + after


def _flag_runs(runs: Line, spans: list[Span]) -> Iterator[Inline]:
    """The line cut where spans and runs start and end, in pieces that a span covers or none does."""
    ends = [*accumulate((len(word_inline(run)) for run in runs), initial=0)]
    blanks = {
        start: (end, run) for start, end, run in zip(ends, ends[1:], runs, strict=False) if isinstance(run, Blank)
    }
    text, blank_ends = line_text(runs), 0
    for start, end, covering in cut_pieces(
        len(text), ((start, end, (start, name)) for start, end, name in spans), ends
    ):
        if start in blanks:
            blank_ends, blank = blanks[start]
            yield blank
        if start >= blank_ends:
            starting = [name for first, name in covering if first == start]
            yield Flagged(text[start:end], starting[0] if starting else "") if covering else text[start:end]


def _find_source(sections: list[DocumentSection], finding: Finding) -> str:
    """Which text a finding's words come from: title, the id of a line, or a field with the number of its line."""
    place = finding.place
    if place is None or (place.line == HEADING and place.section != TITLE_SECTION):
        return ""
    if place.section == TITLE_SECTION:
        return "title"
    return sections[place.section].lines[place.line].source


def _convert_pay(description: JobDescription) -> tuple[StatedPay, ...]:
    pay = description.pay
    if not pay.is_given:
        return ()
    low, high = (None if figure is None else float(figure) for figure in (pay.low, pay.high))
    return (StatedPay(low=low, high=high, currency=pay.currency, period=pay.period, kind=pay.kind),)


def _find_benchmark(description: JobDescription, kit: Kit) -> StatedPay | None:
    """The level's pay range, where it counts the same as the posting's does."""
    row = benchmark_of(kit, description.level)
    return find_benchmark(kit, description.level) if row and row.kind is description.pay.kind else None
