"""What a job description says, as a posting: its texts with their blanks filled, section by section, and its facts."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from occupations.codes import read_occupation_slug
from packs.description.value import (
    EXPERIENCE_BLANK,
    HIGHEST_BASE,
    LOWEST_BASE,
    PAY,
    TEXT_HEADINGS,
    TOTAL_RANGE,
    Block,
    JobDescription,
    OfferedPay,
    Screening,
    YesNo,
)
from packs.description.wording import (
    ONET_CREDIT,
    blank_name,
    blank_values,
    find_home_dollar,
    format_day,
    list_blank_names,
    pay_figures,
    pay_sentence,
    word_experience,
)
from packs.pay_law.places import country_code
from packs.posting.facts import HouseWords, Question, StatedPay
from packs.posting.value import Kind, Posting, PostingLine, PostingSection, StatedFact
from packs.review.from_kit import find_benchmark, find_experience, role_terms
from roles.kit.blanks import distinct_blanks, fill_blanks, format_runs
from roles.kit.choices import PaperSize, PayKind, Section
from roles.kit.language import of_kits
from roles.kit.value import Kit
from web.bullets import POINT, drop_marks
from web.language import text_language

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets
KINDS_OF_TEXTS = {
    "about_company": Kind.COMPANY,
    "benefits": Kind.BENEFITS,
    "how_to_apply": Kind.HOW_TO_APPLY,
    "other": Kind.OTHER,
    "statements": Kind.OTHER,
    "equal_opportunity": Kind.EQUAL_OPPORTUNITY,
}
LETTER_COUNTRIES = ("US", "CA")
SAYS_PAY = {PayKind.BASE: (PAY, LOWEST_BASE, HIGHEST_BASE), PayKind.TOTAL: (PAY, TOTAL_RANGE)}


@of_kits()
def build_posting(description: JobDescription) -> Posting:
    """The description as a posting, in reading order and without empty sections."""
    return _PostingBuilder(description).build_posting()


def add_kit(
    posting: Posting, description: JobDescription, kit: Kit, house_words: tuple[HouseWords, ...] = ()
) -> Posting:
    """The posting with what the kit adds: the level's years and pay, and the role's own terms; and with the words that
    the company avoids.

    The level's pay is left out where it is of another kind than the posting's.
    """
    row = kit.find_benchmark(description.level)
    return msgspec.structs.replace(
        posting,
        years=find_experience(kit, description.level),
        benchmark=find_benchmark(kit, description.level) if row and row.kind is description.pay.kind else None,
        role_terms=role_terms(kit),
        house_words=house_words,
    )


def choose_paper(description: JobDescription) -> PaperSize:
    """The description's paper size: the one it names, or else that of its first place with a known country."""
    countries = filter(None, (country_code(place.country) for place in description.places))
    usual = PaperSize.LETTER if next(countries, "") in LETTER_COUNTRIES else PaperSize.A4
    return description.paper or usual


class _PostingBuilder:
    """The parts of a posting, each made from the same values of the blanks."""

    def __init__(self, description: JobDescription) -> None:
        self.description = description
        self.values = blank_values(description)
        blanks = distinct_blanks(line.text for line in description.list_stated_lines())
        self.blanks = {blank.key for blank in blanks}

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
            language=text_language(),
            direct_apply=None if described.direct_apply is None else described.direct_apply is YesNo.YES,
        )

    def _list_facts(self) -> Iterator[StatedFact]:
        described = self.description
        facts = (
            (gettext_lazy("Location"), "; ".join(filter(None, map(str, described.places)))),
            (gettext_lazy("Workplace"), str(described.workplace.label) if described.workplace else ""),
            (gettext_lazy("Employment type"), ", ".join(str(kind.label) for kind in described.employment)),
            (
                gettext_lazy("Experience"),
                "" if blank_name(EXPERIENCE_BLANK) in self.blanks else word_experience(described),
            ),
            (gettext_lazy("Education"), str(described.education.label) if described.education else ""),
            *((kind.words, self._word_pay(kind)) for kind in PayKind),
            (gettext_lazy("Apply by"), format_day(described.deadline)),
            (gettext_lazy("Reference"), described.reference),
        )
        return (StatedFact(str(name), words) for name, words in facts if words)

    def _word_pay(self, kind: PayKind) -> str:
        home_dollar = find_home_dollar(self.description)
        return "; ".join(pay_figures(pay, home_dollar) for pay in self.description.list_pay() if pay.kind is kind)

    def _list_sections(self) -> Iterator[PostingSection]:
        """The sections that say something, in their order."""
        left_out = {part.section.value for part in self.description.list_sections() if not part.keep}
        blocks = [block for block in self.description.list_blocks() if block.part not in left_out]
        last = {block.part: block.number for block in sorted(blocks, key=lambda block: block.number)}
        for block in blocks:
            before, after = self._list_lines_of_facts(block, is_last=last[block.part] == block.number)
            lines = (*before, *self._fill_lines(block), *after)
            if lines:
                kind = KINDS_OF_TEXTS.get(block.part) or Kind(block.part)
                yield PostingSection(kind=kind, heading=self._fill_text(block.heading), lines=lines, source=block.key)

    def _list_lines_of_facts(
        self, block: Block, *, is_last: bool
    ) -> tuple[Iterable[PostingLine], Iterable[PostingLine]]:
        """What other fields say at the start and at the end of a block."""
        match block.part:
            case Section.COMPENSATION:
                return self._list_pay_lines() if block.number == 1 else (), self._list_extras() if is_last else ()
            case "how_to_apply":
                return (), self._list_closing_lines() if is_last else ()
            case "statements":
                said = (self.description.vacancy, self.description.screening)
                return (), (_make_line(str(choice.label)) for choice in said if choice)
        return (), ()

    def _fill_lines(self, block: Block) -> Iterator[PostingLine]:
        is_text = block.part in TEXT_HEADINGS
        for line in block.lines:
            if line.keep and line.text.strip():
                is_point = block.part == "benefits" or (is_text and line.text.startswith(POINT))
                bullet = is_point if is_text else block.part not in PROSE
                yield self._fill_line(line.text, line.source, bullet=bullet)

    def _fill_line(self, text: str, source: str, *, bullet: bool) -> PostingLine:
        """A line with its blanks filled; a bullet has no mark of its own besides."""
        words = drop_marks(text) if bullet else text
        return PostingLine.from_runs(fill_blanks(words, self.values), source, bullet=bullet)

    def _list_pay_lines(self) -> Iterator[PostingLine]:
        """Each range that no line says; a blank says the first of its kind, and the pay all."""
        texts = [line.text for line in self.description.list_stated_lines(Section.COMPENSATION)]
        seen: set[PayKind] = set()
        for pay in self.description.list_pay():
            says = list_blank_names(*(SAYS_PAY[pay.kind] if pay.kind not in seen else (PAY,)))
            seen.add(pay.kind)
            if self.blanks.isdisjoint(says) and not any(_states_pay(text, pay) for text in texts):
                yield _make_line(f"{pay_sentence(pay, find_home_dollar(self.description))}.")

    def _list_extras(self) -> Iterator[PostingLine]:
        pay = self.description.pay
        for name, words in ((gettext_lazy("Bonus"), pay.bonus), (gettext_lazy("Equity"), pay.equity)):
            if words:
                yield PostingLine.from_runs((f"{name}: ", *fill_blanks(words, self.values)))

    def _list_closing_lines(self) -> Iterator[PostingLine]:
        address = self.description.apply_to
        if address and address not in self.description.how_to_apply:
            by_mail = _("Apply by email to %(address)s.") if is_mail(address) else _("Apply at %(address)s")
            yield _make_line(by_mail % {"address": address})
        if self.description.deadline:
            day = format_day(self.description.deadline)
            yield _make_line(_("The application deadline is %(day)s.") % {"day": day})
        elif self.description.ongoing:
            yield _make_line(_("We accept applications on an ongoing basis."))

    def _fill_text(self, text: str) -> str:
        return format_runs(fill_blanks(text, self.values))


def is_mail(address: str) -> bool:
    """Whether an address is an e-mail address and not a web address."""
    return "@" in address and "://" not in address


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
