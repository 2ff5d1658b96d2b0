"""The review of a job description: its findings, the words that they are about, and what a rewrite changes."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec

from compensation.pay_law.rule import WorkPlace
from packs.description.choices import Workplace
from packs.description.document import Said, SaidSection, blank_values, said
from packs.description.starting import benchmark_of
from packs.description.value import JobDescription, Place
from packs.description.wording import place_words
from packs.documents.inline import Flagged, Inline, Line, line_text, words
from packs.pay_law.places import work_place
from packs.review import Finding, Kind, Pay, Period, Posting, Section, review
from packs.review import Line as ReviewedLine
from packs.review.from_kit import benchmark, experience, role_terms
from packs.review.marking import pieces
from packs.review.passage import HEADING, TITLE
from roles.kit.blanks import Blank, as_text, fill_blanks, split_blanks
from roles.kit.value import Kit
from web.child_pool import run_task

type Span = tuple[int, int, str]


def posting(description: JobDescription, kit: Kit) -> Posting:
    """The job description as it will be read, for the checks."""
    return Posting(
        title=as_text(fill_blanks(description.title, blank_values(description))),
        sections=tuple(
            Section(
                kind=Kind(section.kind),
                heading=section.heading,
                lines=tuple(ReviewedLine(line.text, section.bullets) for line in section.lines),
            )
            for section in said(description)
        ),
        company=description.company,
        places=tuple(filter(None, map(place_words, description.places))),
        level=description.level,
        years=experience(kit, description.level),
        pay=_pay(description),
        benchmark=_benchmark(description, kit),
        role_terms=role_terms(kit),
    )


def work_place_of(place: Place, workplace: Workplace | None) -> WorkPlace | None:
    """A place as pay law knows it, or None where its country is not known. Remote work is done anywhere in it."""
    remote = place.remote or workplace is Workplace.REMOTE
    return work_place(country=place.country, region=place.region, city=place.city, remote=remote)


def findings(description: JobDescription, kit: Kit) -> list[Finding]:
    """What the checks find, in reading order. Raises StoppedError where they take more than they may."""
    return run_task(review, posting(description, kit))


def anchor(finding: Finding) -> str:
    """The name of the place that a finding is about."""
    return f"flag-{finding.key.replace(':', '-')}"


def marked(sections: Iterable[SaidSection], found: Iterable[Finding]) -> list[SaidSection]:
    """The sections with the words of findings flagged. Blanks are marked already and stay as they are."""
    spans: dict[tuple[int, int], list[Span]] = {}
    for finding in found:
        if place := finding.place:
            spans.setdefault((place.section, place.line), []).append((place.start, place.end, anchor(finding)))
    return [
        msgspec.structs.replace(
            section,
            lines=[
                Said(tuple(_flagged(line.runs, spans.get((number, index), []))), line.source)
                for index, line in enumerate(section.lines)
            ],
        )
        for number, section in enumerate(sections)
    ]


def can_rewrite(sections: list[SaidSection], finding: Finding) -> bool:
    """Whether a press can put the finding's replacement into the text that the sections come from."""
    return finding.replacement is not None and bool(_source(sections, finding))


def rewritten(description: JobDescription, kit: Kit, key: str) -> JobDescription:
    """The job description with a finding's replacement in its text; unchanged where the finding is gone."""
    finding = next((finding for finding in findings(description, kit) if finding.key == key), None)
    if finding is None or finding.place is None or finding.replacement is None:
        return description
    source, values = _source(said(description), finding), blank_values(description)
    span = (finding.place.start, finding.place.end)

    def rewrite(text: str) -> str:
        return replaced(text, values, span, finding.replacement or "")

    field, _, number = source.partition(":")
    if number:
        lines = getattr(description, field).splitlines()
        lines[int(number)] = rewrite(lines[int(number)])
        return msgspec.structs.replace(description, **{field: "\n".join(lines)})
    if field == "title":
        return msgspec.structs.replace(description, title=rewrite(description.title))
    return msgspec.structs.replace(
        description,
        lines=tuple(
            msgspec.structs.replace(line, text=rewrite(line.text)) if line.id == field else line
            for line in description.lines
        ),
    )


def replaced(text: str, values: dict[str, str], span: tuple[int, int], new: str) -> str:
    """A text with blanks, in which `span` of what it says when filled is replaced. Blanks outside of it stay blanks."""
    start, end = span
    before, after, offset = "", "", 0
    for run in split_blanks(text):
        shown = as_text(fill_blanks(str(run), values))
        first, last = max(start - offset, 0), max(end - offset, 0)
        untouched = first >= len(shown) or last <= 0
        before += str(run) if untouched and first >= len(shown) else "" if untouched else shown[:first]
        after += str(run) if untouched and first < len(shown) else "" if untouched else shown[last:]
        offset += len(shown)
    return before + new + after


def _flagged(runs: Line, spans: list[Span]) -> Iterator[Inline]:
    """The line cut where spans and runs start and end, in pieces that a span covers or none does."""
    ends = [*accumulate((len(words(run)) for run in runs), initial=0)]
    blanks = {
        start: (end, run) for start, end, run in zip(ends, ends[1:], runs, strict=False) if isinstance(run, Blank)
    }
    text, blank_ends = line_text(runs), 0
    for start, end, covering in pieces(len(text), ((start, end, (start, name)) for start, end, name in spans), ends):
        if start in blanks:
            blank_ends, blank = blanks[start]
            yield blank
        if start >= blank_ends:
            starting = [name for first, name in covering if first == start]
            yield Flagged(text[start:end], starting[0] if starting else "") if covering else text[start:end]


def _source(sections: list[SaidSection], finding: Finding) -> str:
    """Which text a finding's words come from: title, the id of a line, or a field with the number of its line."""
    place = finding.place
    if place is None or (place.line == HEADING and place.section != TITLE):
        return ""
    if place.section == TITLE:
        return "title"
    return sections[place.section].lines[place.line].source


def _pay(description: JobDescription) -> Pay | None:
    pay = description.pay
    if not pay.given:
        return None
    low, high = (None if figure is None else float(figure) for figure in (pay.low, pay.high))
    return Pay(low=low, high=high, currency=pay.currency, period=Period(pay.period.value.lower()))


def _benchmark(description: JobDescription, kit: Kit) -> Pay | None:
    """The level's pay range, where it counts the same as the posting's does."""
    row = benchmark_of(kit, description.level)
    return benchmark(kit, description.level) if row and row.kind is description.pay.kind else None
