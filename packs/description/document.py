"""What a job description says, section by section, and the document that this makes."""

from collections.abc import Iterator, Set

import msgspec

from packs.description.value import JobDescription
from packs.description.wording import (
    EXPERIENCE_BLANK,
    PAY,
    format_day,
    list_known_values,
    pay_figures,
    pay_sentence,
    word_experience,
)
from packs.documents.inline import Line, line_text
from packs.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from roles.kit.blanks import Blank, fill_blanks, format_runs, split_blanks
from roles.kit.choices import Section
from roles.kit.language import of_kits

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets
SAYS_PAY = frozenset({PAY, "lowest base salary", "highest base salary"})


class DocumentLine(msgspec.Struct, frozen=True):
    """A line as it will be read. `source` is the id of the line that it comes from, or the name of a field and the
    number of its line, such as benefits:2; a line that other fields make has none.
    """

    runs: Line
    source: str = ""

    @property
    def text(self) -> str:
        """What it says."""
        return line_text(self.runs)


class DocumentSection(msgspec.Struct, frozen=True):
    """A section as it will be read. `kind` is what it is about."""

    kind: str
    heading: str
    lines: list[DocumentLine]
    bullets: bool = False


@of_kits()
def build_document(description: JobDescription, sections: list[DocumentSection] | None = None) -> Document:
    """The job description in reading order; `sections` stands in for its own, where words in them are marked."""
    blocks: list[Block] = []
    if facts := tuple(_list_facts(description)):
        blocks.append(Facts(facts))
    for section in build_sections(description) if sections is None else sections:
        blocks.append(Heading((section.heading,)))
        lines = tuple(line.runs for line in section.lines)
        blocks.extend([Bullets(lines)] if section.bullets else map(Paragraph, lines))
    title = format_runs(fill_blanks(description.title, blank_values(description)))
    return Document(title=title, company=description.company, language="en-US", blocks=tuple(blocks))


@of_kits()
def build_sections(description: JobDescription) -> list[DocumentSection]:
    """Its sections that say something, in reading order, their blanks filled where a value is given."""
    return [section for section in _build_all_sections(description) if section.lines]


def blank_values(description: JobDescription) -> dict[str, str]:
    """What fills the blanks of its texts, by name."""
    return {**description.values, **list_known_values(description)}


def _list_facts(description: JobDescription) -> Iterator[Fact]:
    facts = {
        "Location": "; ".join(filter(None, map(str, description.places))),
        "Workplace": str(description.workplace.label) if description.workplace else "",
        "Employment type": ", ".join(str(kind.label) for kind in description.employment),
        "Experience": "" if _has_blank(description, {EXPERIENCE_BLANK}) else word_experience(description),
        str(description.pay.kind.label): pay_figures(description.pay),
        "Apply by": format_day(description.deadline),
    }
    return (Fact(name, (value,)) for name, value in facts.items() if value)


def _build_all_sections(description: JobDescription) -> Iterator[DocumentSection]:
    yield DocumentSection("about", "About the company", _from_text(description, "about_company"))
    for part in description.list_sections():
        lines = list(_from_lines(description, part.section)) if part.keep else []
        heading = format_runs(fill_blanks(part.label, blank_values(description)))
        yield DocumentSection(part.section.value, heading, lines, part.section not in PROSE)
    yield DocumentSection("benefits", "Benefits", _from_text(description, "benefits"), bullets=True)
    apply = [*_from_text(description, "how_to_apply"), *_list_closing_lines(description)]
    yield DocumentSection("how-to-apply", "How to apply", apply)
    statements = [str(choice.label) for choice in (description.vacancy, description.screening) if choice]
    yield DocumentSection("other", "About this posting", [DocumentLine((statement,)) for statement in statements])
    yield DocumentSection("equal-opportunity", "Equal opportunity", _from_text(description, "equal_opportunity"))


def _from_lines(description: JobDescription, section: Section) -> Iterator[DocumentLine]:
    values = blank_values(description)
    lines = [DocumentLine(fill_blanks(line.text, values), line.id) for line in description.list_stated_lines(section)]
    if section is not Section.COMPENSATION:
        return iter(lines)
    return iter([*_list_pay_lines(description), *lines, *_list_extras(description)])


def _from_text(description: JobDescription, field: str) -> list[DocumentLine]:
    values = blank_values(description)
    lines = enumerate(getattr(description, field).splitlines())
    return [DocumentLine(fill_blanks(line, values), f"{field}:{number}") for number, line in lines if line.strip()]


def _list_pay_lines(description: JobDescription) -> Iterator[DocumentLine]:
    """The pay, where no line says it."""
    if description.pay.is_given and not _has_blank(description, SAYS_PAY):
        yield DocumentLine((f"{pay_sentence(description.pay)}.",))


def _has_blank(description: JobDescription, keys: Set[str]) -> bool:
    """Whether a line that stays has one of these blanks."""
    runs = (run for line in description.list_stated_lines() for run in split_blanks(line.text))
    return any(isinstance(run, Blank) and run.key in keys for run in runs)


def _list_extras(description: JobDescription) -> Iterator[DocumentLine]:
    values = blank_values(description)
    for name, words in (("Bonus", description.pay.bonus), ("Equity", description.pay.equity)):
        if words:
            yield DocumentLine((f"{name}: ", *fill_blanks(words, values)))


def _list_closing_lines(description: JobDescription) -> Iterator[DocumentLine]:
    if description.deadline:
        yield DocumentLine((f"The application deadline is {format_day(description.deadline)}.",))
    elif description.ongoing:
        yield DocumentLine(("We accept applications on an ongoing basis.",))
