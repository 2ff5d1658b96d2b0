"""The document that a job description becomes."""

from collections.abc import Iterator

from packs.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from packs.job_description import JobDescription
from packs.wording import PAY, experience, known, pay_figures, pay_sentence, place_words
from roles.blanks import Blank, Runs, fill_blanks, split_blanks
from roles.choices import Section

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets


def document(description: JobDescription) -> Document:
    """The job description in reading order, its blanks filled where a value is given."""
    writer = _Writer(description)
    title = "".join(str(run) for run in writer.filled(description.title))
    return Document(title=title, company=description.company, language="en-US", blocks=tuple(writer.blocks()))


class _Writer:
    def __init__(self, description: JobDescription) -> None:
        self.description = description
        self.values = {**description.values, **known(description)}

    def filled(self, text: str) -> Runs:
        return fill_blanks(text, self.values)

    def blocks(self) -> Iterator[Block]:
        description = self.description
        if facts := tuple(self._facts()):
            yield Facts(facts)
        yield from self._prose("About the company", description.about_company)
        for section in Section:
            yield from self._section(section)
        yield from self._bullets("Benefits", description.benefits)
        yield from self._prose("How to apply", "\n".join(filter(None, [description.how_to_apply, self._closing()])))
        statements = [choice.label for choice in (description.vacancy, description.screening) if choice]
        yield from self._prose("About this posting", "\n".join(statements))
        yield from self._prose("Equal opportunity", description.equal_opportunity)

    def _facts(self) -> Iterator[Fact]:
        description = self.description
        facts = {
            "Location": "; ".join(filter(None, map(place_words, description.places))),
            "Workplace": description.workplace.label if description.workplace else "",
            "Employment type": ", ".join(kind.label for kind in description.employment),
            "Level": description.level,
            "Experience": experience(description),
            description.pay.kind.label: pay_figures(description.pay),
            "Apply by": self._deadline(),
        }
        yield from (Fact(name, (value,)) for name, value in facts.items() if value)

    def _section(self, section: Section) -> Iterator[Block]:
        lines = [self.filled(line.text) for line in self.description.kept(section)]
        if section is Section.COMPENSATION:
            lines = [*self._unsaid_pay(), *lines, *self._extras()]
        if not lines:
            return
        yield Heading((section.label,))
        if section in PROSE:
            yield from (Paragraph(runs) for runs in lines)
        else:
            yield Bullets(tuple(lines))

    def _unsaid_pay(self) -> Iterator[Runs]:
        """The pay, where no line says it."""
        texts = (line.text for line in self.description.kept())
        said = any(isinstance(run, Blank) and run.key in SAYS_PAY for text in texts for run in split_blanks(text))
        if self.description.pay.given and not said:
            yield (f"{pay_sentence(self.description.pay)}.",)

    def _extras(self) -> Iterator[Runs]:
        for name, words in (("Bonus", self.description.pay.bonus), ("Equity", self.description.pay.equity)):
            if words:
                yield (f"{name}: ", *self.filled(words))

    def _prose(self, heading: str, text: str) -> Iterator[Block]:
        if lines := _lines(text):
            yield Heading((heading,))
            yield from (Paragraph(self.filled(line)) for line in lines)

    def _bullets(self, heading: str, text: str) -> Iterator[Block]:
        if lines := _lines(text):
            yield Heading((heading,))
            yield Bullets(tuple(self.filled(line) for line in lines))

    def _deadline(self) -> str:
        deadline = self.description.deadline
        return f"{deadline:%B} {deadline.day}, {deadline.year}" if deadline else ""

    def _closing(self) -> str:
        if self.description.deadline:
            return f"The application deadline is {self._deadline()}."
        return "We accept applications on an ongoing basis." if self.description.ongoing else ""


SAYS_PAY = frozenset({PAY, "lowest base salary", "highest base salary"})


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
