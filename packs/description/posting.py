"""What a job description says, as a posting: its texts with their blanks filled, section by section, and its facts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from occupations.codes import read_occupation_slug
from packs.description.value import (
    EXPERIENCE_BLANK,
    HIGHEST_BASE,
    LOWEST_BASE,
    OWN_HEADING,
    PAY,
    TOTAL_RANGE,
    JobDescription,
    OfferedPay,
    Screening,
    YesNo,
)
from packs.description.wording import (
    ONET_CREDIT,
    blank_values,
    format_day,
    pay_figures,
    pay_sentence,
    word_experience,
)
from packs.pay_law.places import country_code
from packs.posting.facts import Question, StatedPay
from packs.posting.value import Kind, Posting, PostingLine, PostingSection, StatedFact
from packs.review.from_kit import find_benchmark, find_experience, role_terms
from roles.kit.blanks import Blank, fill_blanks, format_runs, split_blanks
from roles.kit.choices import PaperSize, PayKind, Section
from roles.kit.language import of_kits
from roles.kit.value import Kit
from web.bullets import POINT, drop_marks

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets
LETTER_COUNTRIES = ("US", "CA")
SAYS_PAY = {PayKind.BASE: {PAY, LOWEST_BASE, HIGHEST_BASE}, PayKind.TOTAL: {PAY, TOTAL_RANGE}}


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


def choose_paper(description: JobDescription) -> PaperSize:
    """What the job description is printed on: as it says, or as is usual in its first place that is known."""
    countries = filter(None, (country_code(place.country) for place in description.places))
    usual = PaperSize.LETTER if next(countries, "") in LETTER_COUNTRIES else PaperSize.A4
    return description.paper or usual


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
            sections=tuple(self._list_sections()),
            facts=tuple(self._list_facts()),
            company=described.company,
            places=described.places,
            workplace=described.workplace,
            employment=described.employment,
            pay=tuple(map(_convert_pay, described.list_pay())),
            posted_on=described.posted_on,
            deadline=described.deadline,
            how_to_apply=described.how_to_apply,
            contact=described.apply_to,
            level=described.level,
            credit=ONET_CREDIT if read_occupation_slug(described.slug) else "",
            paper=choose_paper(described),
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
            **{str(kind.label): self._word_pay(kind) for kind in PayKind},
            "Apply by": format_day(described.deadline),
            "Reference": described.reference,
        }
        return (StatedFact(name, words) for name, words in facts.items() if words)

    def _word_pay(self, kind: PayKind) -> str:
        return "; ".join(pay_figures(pay) for pay in self.description.list_pay() if pay.kind is kind)

    def _list_sections(self) -> Iterator[PostingSection]:
        """The sections that say something, in their order."""
        named = {key: place for place, key in enumerate(self.description.order)}
        counted: Counter[str] = Counter()
        places: list[tuple[int, PostingSection]] = []
        for part, section in self._list_usual_sections():
            if section.lines:
                counted[part] += 1
                key = part if counted[part] == 1 else f"{part}.{counted[part]}"
                places.append((named.get(key, places[-1][0] if places else -1), section))
        return (section for _, section in sorted(places, key=lambda placed: placed[0]))

    def _list_usual_sections(self) -> Iterator[tuple[str, PostingSection]]:
        """The sections as they usually stand, each with the part of the job description that it is from."""
        described = self.description
        yield from self._split_field("about_company", Kind.COMPANY, "About the company")
        for part in described.list_sections():
            lines = self._from_section(part.section) if part.keep else ()
            kind, heading = Kind(part.section.value), self._fill_text(part.label)
            yield from ((part.section.value, section) for section in _split_lines(kind, heading, lines))
        yield from self._split_field("benefits", Kind.BENEFITS, "Benefits", bullet=True)
        yield from self._split_field("how_to_apply", Kind.HOW_TO_APPLY, "How to apply", more=self._list_closing_lines())
        yield from self._split_field("other", Kind.OTHER, "Other information")
        statements = (str(choice.label) for choice in (described.vacancy, described.screening) if choice)
        yield "statements", _make_section(Kind.OTHER, "About this posting", tuple(map(_make_line, statements)))
        yield from self._split_field("equal_opportunity", Kind.EQUAL_OPPORTUNITY, "Equal opportunity")

    def _split_field(
        self, field: str, kind: Kind, heading: str, *, bullet: bool = False, more: Iterable[PostingLine] = ()
    ) -> Iterator[tuple[str, PostingSection]]:
        lines = (*self._from_field(field, bullet=bullet), *more)
        return ((field, section) for section in _split_lines(kind, heading, lines))

    def _from_section(self, section: Section) -> tuple[PostingLine, ...]:
        lines = tuple(
            self._fill_line(line.text, line.id, bullet=section not in PROSE)
            for line in self.description.list_stated_lines(section)
        )
        if section is not Section.COMPENSATION:
            return lines
        return (*self._list_pay_lines(), *lines, *self._list_extras())

    def _from_field(self, field: str, *, bullet: bool = False) -> tuple[PostingLine, ...]:
        return tuple(
            self._fill_line(line, f"{field}:{number}", bullet=bullet or line.startswith(POINT))
            for number, line in enumerate(getattr(self.description, field).splitlines())
            if line.strip()
        )

    def _fill_line(self, text: str, source: str, *, bullet: bool) -> PostingLine:
        """A line with its blanks filled; a bullet has no mark of its own besides."""
        words = drop_marks(text) if bullet else text
        return PostingLine.from_runs(fill_blanks(words, self.values), source, bullet=bullet)

    def _list_pay_lines(self) -> Iterator[PostingLine]:
        """Each range that no line says; a blank says the first of its kind, and the pay all."""
        texts = [line.text for line in self.description.list_stated_lines(Section.COMPENSATION)]
        seen: set[PayKind] = set()
        for pay in self.description.list_pay():
            says = SAYS_PAY[pay.kind] if pay.kind not in seen else {PAY}
            seen.add(pay.kind)
            if self.blanks.isdisjoint(says) and not any(_states_pay(text, pay) for text in texts):
                yield _make_line(f"{pay_sentence(pay)}.")

    def _list_extras(self) -> Iterator[PostingLine]:
        pay = self.description.pay
        for name, words in (("Bonus", pay.bonus), ("Equity", pay.equity)):
            if words:
                yield PostingLine.from_runs((f"{name}: ", *fill_blanks(words, self.values)))

    def _list_closing_lines(self) -> Iterator[PostingLine]:
        address = self.description.apply_to
        if address and address not in self.description.how_to_apply:
            yield _make_line(f"Apply by e-mail to {address}." if is_mail(address) else f"Apply at {address}")
        if self.description.deadline:
            yield _make_line(f"The application deadline is {format_day(self.description.deadline)}.")
        elif self.description.ongoing:
            yield _make_line("We accept applications on an ongoing basis.")

    def _fill_text(self, text: str) -> str:
        return format_runs(fill_blanks(text, self.values))


def is_mail(address: str) -> bool:
    """Whether an address is one of mail and not of the web."""
    return "@" in address and "://" not in address


def _split_lines(kind: Kind, heading: str, lines: Iterable[PostingLine]) -> Iterator[PostingSection]:
    """The sections of some lines: one under the usual heading, and one for each heading among the lines."""
    gathered: list[PostingLine] = []
    for line in lines:
        if line.text.startswith(OWN_HEADING) or line.text == OWN_HEADING.strip():
            yield _make_section(kind, heading, tuple(gathered))
            heading, gathered = line.text.removeprefix(OWN_HEADING.strip()).strip(), []
        else:
            gathered.append(line)
    yield _make_section(kind, heading, tuple(gathered))


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


def _states_pay(text: str, pay: OfferedPay) -> bool:
    """Whether a line, such as one of a text that somebody brought, has both figures already."""
    figures = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[,'](?=\d{3})", "", text))
    ends = [end for end in (pay.low, pay.high) if end is not None]
    return all(any(end == Decimal(figure) for figure in figures) for end in ends)


def _convert_pay(pay: OfferedPay) -> StatedPay:
    low, high = (None if figure is None else float(figure) for figure in (pay.low, pay.high))
    return StatedPay(low=low, high=high, currency=pay.currency, period=pay.period, kind=pay.kind)
