"""What a job description says, as a posting: its texts with their blanks filled, section by section, and its facts."""

from collections.abc import Iterable, Iterator

import msgspec

from packs.description.value import (
    EXPERIENCE_BLANK,
    OWN_HEADING,
    PAY,
    JobDescription,
    OfferedPay,
    Screening,
    YesNo,
)
from packs.description.wording import blank_values, format_day, pay_figures, pay_sentence, word_experience
from packs.posting.facts import Question, StatedPay
from packs.posting.value import Kind, Posting, PostingLine, PostingSection, StatedFact
from packs.review.from_kit import find_benchmark, find_experience, role_terms
from roles.kit.blanks import Blank, fill_blanks, format_runs, split_blanks
from roles.kit.choices import Section
from roles.kit.language import of_kits
from roles.kit.value import Kit

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets
SAYS_PAY = frozenset({PAY, "lowest base salary", "highest base salary"})


@of_kits()
def build_posting(description: JobDescription) -> Posting:
    """The job description as it will be read, in reading order, without sections that say nothing."""
    return _PostingBuilder(description).build_posting()


def add_kit(posting: Posting, description: JobDescription, kit: Kit) -> Posting:
    """The posting with what its role's kit knows besides: the level's years and pay, and the role's own terms.

    A level's pay is left out where it counts something else than the pay of the posting.
    """
    row = kit.find_benchmark(description.level)
    return msgspec.structs.replace(
        posting,
        years=find_experience(kit, description.level),
        benchmark=find_benchmark(kit, description.level) if row and row.kind is description.pay.kind else None,
        role_terms=role_terms(kit),
    )


class _PostingBuilder:
    """The parts of a posting, each made from the same values of the blanks."""

    def __init__(self, description: JobDescription) -> None:
        self.description = description
        self.values = blank_values(description)
        runs = (run for line in description.list_stated_lines() for run in split_blanks(line.text))
        self.blanks = {run.key for run in runs if isinstance(run, Blank)}

    def build_posting(self) -> Posting:
        described = self.description
        return Posting(
            title=self._fill_text(described.title),
            sections=tuple(section for section in self._list_sections() if section.lines),
            facts=tuple(self._list_facts()),
            company=described.company,
            places=described.places,
            workplace=described.workplace,
            employment=described.employment,
            pay=_convert_pay(described.pay),
            posted_on=described.posted_on,
            deadline=described.deadline,
            how_to_apply=described.how_to_apply,
            level=described.level,
            headcount=described.employees,
            home=described.home,
            answers=_list_answers(described),
            reference=described.reference,
            required_years=described.experience_min,
            education=described.education,
            company_url=described.company_url,
            company_logo=described.company_logo,
            direct_apply=None if described.direct_apply is None else described.direct_apply is YesNo.YES,
        )

    def _list_facts(self) -> Iterator[StatedFact]:
        described = self.description
        facts = {
            "Location": "; ".join(filter(None, map(str, described.places))),
            "Workplace": str(described.workplace.label) if described.workplace else "",
            "Employment type": ", ".join(str(kind.label) for kind in described.employment),
            "Experience": "" if EXPERIENCE_BLANK in self.blanks else word_experience(described),
            "Education": str(described.education.label) if described.education else "",
            str(described.pay.kind.label): pay_figures(described.pay),
            "Apply by": format_day(described.deadline),
            "Reference": described.reference,
        }
        return (StatedFact(name, words) for name, words in facts.items() if words)

    def _list_sections(self) -> Iterator[PostingSection]:
        described = self.description
        yield from self._split_field("about_company", Kind.COMPANY, "About the company")
        for part in described.list_sections():
            lines = self._from_section(part.section) if part.keep else ()
            yield _make_section(Kind(part.section.value), self._fill_text(part.label), lines)
        yield from self._split_field("benefits", Kind.BENEFITS, "Benefits", bullet=True)
        yield from self._split_field("how_to_apply", Kind.HOW_TO_APPLY, "How to apply", more=self._list_closing_lines())
        yield from self._split_field("other", Kind.OTHER, "Other information")
        statements = (str(choice.label) for choice in (described.vacancy, described.screening) if choice)
        yield _make_section(Kind.OTHER, "About this posting", tuple(map(_make_line, statements)))
        yield from self._split_field("equal_opportunity", Kind.EQUAL_OPPORTUNITY, "Equal opportunity")

    def _split_field(
        self, field: str, kind: Kind, heading: str, *, bullet: bool = False, more: Iterable[PostingLine] = ()
    ) -> Iterator[PostingSection]:
        """The sections of a text field: one under the usual heading, and one for each heading of its own."""
        lines: list[PostingLine] = []
        for line in self._from_field(field, bullet=bullet):
            if line.text.startswith(OWN_HEADING):
                yield _make_section(kind, heading, tuple(lines))
                heading, lines = line.text.removeprefix(OWN_HEADING), []
            else:
                lines.append(line)
        yield _make_section(kind, heading, (*lines, *more))

    def _from_section(self, section: Section) -> tuple[PostingLine, ...]:
        lines = tuple(
            PostingLine.from_runs(fill_blanks(line.text, self.values), line.id, bullet=section not in PROSE)
            for line in self.description.list_stated_lines(section)
        )
        if section is not Section.COMPENSATION:
            return lines
        return (*self._list_pay_lines(), *lines, *self._list_extras())

    def _from_field(self, field: str, *, bullet: bool = False) -> tuple[PostingLine, ...]:
        return tuple(
            PostingLine.from_runs(fill_blanks(line, self.values), f"{field}:{number}", bullet=bullet)
            for number, line in enumerate(getattr(self.description, field).splitlines())
            if line.strip()
        )

    def _list_pay_lines(self) -> Iterator[PostingLine]:
        """The pay, where no line says it."""
        if self.description.pay.is_given and self.blanks.isdisjoint(SAYS_PAY):
            yield _make_line(f"{pay_sentence(self.description.pay)}.")

    def _list_extras(self) -> Iterator[PostingLine]:
        pay = self.description.pay
        for name, words in (("Bonus", pay.bonus), ("Equity", pay.equity)):
            if words:
                yield PostingLine.from_runs((f"{name}: ", *fill_blanks(words, self.values)))

    def _list_closing_lines(self) -> Iterator[PostingLine]:
        if self.description.deadline:
            yield _make_line(f"The application deadline is {format_day(self.description.deadline)}.")
        elif self.description.ongoing:
            yield _make_line("We accept applications on an ongoing basis.")

    def _fill_text(self, text: str) -> str:
        return format_runs(fill_blanks(text, self.values))


def _make_section(kind: Kind, heading: str, lines: tuple[PostingLine, ...]) -> PostingSection:
    return PostingSection(kind=kind, heading=heading, lines=lines)


def _make_line(text: str) -> PostingLine:
    return PostingLine.from_runs((text,))


def _list_answers(described: JobDescription) -> dict[Question, bool]:
    """What the description says to questions of law; one without an answer is left out."""
    given = {
        Question.AI_SCREENING: described.screening,
        Question.DRIVING: described.driving,
        Question.LANGUAGE: described.language_needed,
    }
    return {question: answer in (Screening.USED, YesNo.YES) for question, answer in given.items() if answer}


def _convert_pay(pay: OfferedPay) -> tuple[StatedPay, ...]:
    if not pay.is_given:
        return ()
    low, high = (None if figure is None else float(figure) for figure in (pay.low, pay.high))
    return (StatedPay(low=low, high=high, currency=pay.currency, period=pay.period, kind=pay.kind),)
