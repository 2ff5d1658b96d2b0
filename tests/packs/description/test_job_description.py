"""A job description as a value, and the document that it becomes."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.description.actions import apply_description_action
from packs.description.arranging import move_line, move_section, place_line, with_new_line
from packs.description.posting import build_posting
from packs.description.starting import at_level, list_offered_duties, propose_title, start_description
from packs.description.value import TOTAL_RANGE, JobDescription, OfferedPay, Screening, SectionOf, Vacancy
from packs.description.wording import (
    KNOWN_BLANKS,
    blanks_to_ask,
    describe_missing,
    list_known_values,
    pay_figures,
)
from packs.documents import text_writer
from packs.documents.job_posting import describe_job
from packs.documents.model import blanks_left
from packs.documents.posting import build_document
from packs.posting.facts import Employment, OfferedPlace, PayPeriod, Workplace
from roles.kit.choices import PayKind, Section
from roles.kit.files import read_kit
from roles.kit.language import written_in
from roles.publishing.library_files import STARTER_LIBRARY
from tests.factories import a_kit, technical_pm

KIT = technical_pm()
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)
START = start_description(KIT, 3)


def text(description=START, **changes):
    return text_writer.write_text(build_document(build_posting(msgspec.structs.replace(description, **changes))))


def order(description, section=Section.REQUIRED):
    return [line.id for line in description.lines if line.section is section]


def test_a_value_without_its_newer_fields_still_decodes():
    assert msgspec.json.decode(b'{"slug": "x", "edition": 1}', type=JobDescription).title == ""


def test_it_starts_as_the_template_with_the_roles_own_figures():
    said = text()
    assert "4–7 years of product management" in said
    assert "Total compensation: $160,000–$280,000 a year" in said
    assert (START.slug, START.edition) == (KIT.slug, 3)
    assert [line.origin for line in START.lines] == [*range(len(KIT.job_description))]


def test_a_level_brings_its_experience_and_pay_into_facts_and_lines():
    said = text(at_level(START, KIT, "Senior"))
    assert said.count("5–8 years") == 1
    assert said.count("$200,000–$280,000 a year") == 2
    assert "4–7" not in said


def test_experience_is_a_fact_where_no_line_says_it():
    assert "Experience:" not in text()
    assert "Experience: 4–7 years" in text(lines=())


@pytest.mark.parametrize("path", sorted(STARTER_LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_role_of_the_library_starts_with_all_of_its_lines(path):
    kit = read_kit(path)
    described = start_description(kit, 1)
    assert len(described.lines) == len(kit.job_description)
    said = text(described)
    for line, template in zip(described.lines, kit.job_description, strict=True):
        if not any(f"[{name}]" in line.text for name in ("pay", "years of experience", "job title", TOTAL_RANGE)):
            assert line.text == template.text
    for level in kit.levels:
        if "[years of experience]" in "".join(line.text for line in described.lines):
            assert text(at_level(described, kit, level.name)).count("[years of experience]") == 0
    assert kit.title in said


def test_a_level_keeps_bonus_and_equity_and_no_level_goes_back_to_the_role():
    described = msgspec.structs.replace(START, pay=msgspec.structs.replace(START.pay, bonus="10%"))
    staff = at_level(described, KIT, "Staff")
    assert (staff.pay.high, staff.pay.bonus) == (350000, "10%")
    assert at_level(staff, KIT, "") == described


def test_a_kit_that_quotes_no_figures_starts_without_pay():
    lines = [line for line in KIT.job_description if line.section is not Section.COMPENSATION]
    assert not start_description(a_kit(job_description=lines), 1).pay.is_given


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (OfferedPay(low=Decimal(50), high=Decimal("62.5"), period=PayPeriod.HOUR), "$50–$62.50 an hour"),
        (OfferedPay(low=Decimal(90000), high=Decimal(90000), currency="CAD"), "CAD\u00a090,000 a year"),
        (OfferedPay(high=Decimal(5)), "Up to $5 a year"),
        (OfferedPay(low=Decimal(5)), "From $5 a year"),
        (OfferedPay(), ""),
    ],
)
def test_pay_reads_as_people_write_it(pay, words):
    assert pay_figures(pay) == words


def test_pay_is_worded_in_the_language_at_hand():
    pay = OfferedPay(low=Decimal(150000), bonus="10 percent")
    with written_in("es"):
        assert pay_figures(pay) == "Desde 150.000\u00a0US$ al año"
    assert pay_figures(pay) == pay_figures(msgspec.structs.replace(pay, bonus="")) == "From $150,000 a year"


@pytest.mark.parametrize("kinds", [(), (PayKind.BASE,), (PayKind.TOTAL,), (PayKind.TOTAL, PayKind.BASE)])
def test_a_blank_that_a_field_fills_is_not_asked_for(kinds):
    first, *others = [OfferedPay(low=Decimal(5), kind=kind) for kind in kinds] or [OfferedPay(kind=PayKind.TOTAL)]
    every = " ".join(f"[{name}]" for name in [*KNOWN_BLANKS, "team size"])
    asks = msgspec.structs.replace(START, pay=first, other_pay=tuple(others), lines=(), other=every)
    left = KNOWN_BLANKS.keys() - list_known_values(asks).keys()
    assert {blank.name for blank in blanks_to_ask(asks)} == {*left, "team size"}


def test_everything_that_pay_laws_ask_for_stands_in_the_text():
    said = text(
        company="Acme",
        places=(
            OfferedPlace(city="Denver", region="Colorado", country="United States"),
            OfferedPlace(country="Canada", remote=True),
        ),
        workplace=Workplace.HYBRID,
        employment=(Employment.FULL_TIME,),
        pay=OfferedPay(low=Decimal(150000), high=Decimal(190000), kind=PayKind.BASE, bonus="10%", equity="Options"),
        benefits="Health insurance\nPension",
        deadline=date(2027, 3, 5),
        how_to_apply="Write to us.",
        vacancy=Vacancy.EXISTING,
        screening=Screening.NOT_USED,
        equal_opportunity="Everyone is welcome.",
    )
    for words in (
        "Location: Denver, Colorado, United States; Canada (remote)",
        "Workplace: Hybrid",
        "Employment type: Full-time",
        "Base salary: $150,000–$190,000 a year",
        "Bonus: 10%",
        "Equity: Options",
        "- Pension",
        "The application deadline is March 5, 2027.",
        str(Vacancy.EXISTING.label),
        str(Screening.NOT_USED.label),
        "Everyone is welcome.",
    ):
        assert words in said


def test_applications_without_a_deadline_are_said_to_be_ongoing():
    assert "ongoing basis" in text(ongoing=True)


def test_pay_is_said_once_more_where_no_line_says_it():
    dropped = tuple(line for line in START.lines if line.section is not Section.COMPENSATION)
    assert "Compensation\n\nTotal compensation: $160,000–$280,000 a year" in text(lines=dropped)


def test_missing_pay_is_a_blank_that_is_counted():
    written = build_document(build_posting(msgspec.structs.replace(START, pay=OfferedPay())))
    assert "pay" in [blank.name for blank in blanks_left(written)]


@given(st.lists(st.tuples(st.integers(0, len(START.lines) - 1), st.sampled_from([-1, 1])), max_size=20))
def test_moving_lines_loses_none_and_leaves_other_sections_alone(moves):
    described = START
    for index, steps in moves:
        described = move_line(described, f"t{index}", steps)
    assert sorted(described.lines, key=lambda line: line.origin) == list(START.lines)


def test_a_line_moves_past_its_neighbor_and_back():
    first, second, *_ = order(START)
    down = move_line(START, first, 1)
    assert order(down)[:2] == [second, first]
    assert move_line(down, first, -1) == START
    assert move_line(START, first, -1) == START
    assert move_line(START, "nobody", 1) == START


def test_added_lines_have_ids_of_their_own_and_stand_last():
    described = with_new_line(with_new_line(START, Section.REQUIRED), Section.REQUIRED)
    assert order(described)[-2:] == ["a1", "a2"]


def test_job_sites_are_told_what_is_missing():
    missing = describe_job(build_posting(START), build_document(build_posting(START)), NEW_YEAR)
    assert describe_missing(missing.fields) == ["the company name", "a place"]


def test_job_sites_get_base_pay_and_no_total():
    placed = msgspec.structs.replace(
        START, company="Acme", places=(OfferedPlace(country="US"),), deadline=date(2027, 3, 5)
    )
    data = describe_job(build_posting(placed), build_document(build_posting(placed)), NEW_YEAR)
    assert "baseSalary" not in data
    assert data["validThrough"].startswith("2027-03-05")
    base = msgspec.structs.replace(placed, pay=OfferedPay(low=Decimal(1), high=Decimal(2)))
    assert (
        describe_job(build_posting(base), build_document(build_posting(base)), NEW_YEAR)["baseSalary"]["value"][
            "maxValue"
        ]
        == 2
    )


def test_a_section_moves_and_takes_its_lines_along():
    description = move_section(start_description(KIT, 1), Section.REQUIRED, 0)
    assert [part.section for part in description.list_sections()][:2] == [Section.REQUIRED, Section.ABOUT]
    assert description.list_stated_lines()[0].section is Section.REQUIRED
    said = text_writer.write_text(build_document(build_posting(description)))
    assert said.index("What you bring") < said.index("About this role")


def test_a_section_stays_at_an_end():
    description = move_section(start_description(KIT, 1), Section.ABOUT, -1)
    assert description.list_sections()[0].section is Section.ABOUT
    description = move_section(description, Section.ABOUT, 99)
    assert description.list_sections()[-1].section is Section.ABOUT


def test_a_section_that_is_left_out_says_nothing():
    sections = (SectionOf(section=Section.NICE_TO_HAVE, keep=False),)
    description = msgspec.structs.replace(start_description(KIT, 1), sections=sections)
    assert "Nice to have" not in text_writer.write_text(build_document(build_posting(description)))
    assert not description.list_stated_lines(Section.NICE_TO_HAVE)


def test_a_section_has_a_heading_of_its_own_with_blanks():
    sections = (SectionOf(section=Section.ABOUT, heading="Life at [company name]"),)
    description = msgspec.structs.replace(start_description(KIT, 1), sections=sections, company="Acme")
    assert "Life at Acme" in text_writer.write_text(build_document(build_posting(description)))


@pytest.mark.parametrize("place", [0, 1, 99])
def test_a_line_is_placed_in_another_section(place):
    description = place_line(start_description(KIT, 1), "t0", Section.NICE_TO_HAVE, place)
    there = [line.id for line in description.list_stated_lines(Section.NICE_TO_HAVE)]
    assert there.index("t0") == min(place, len(there) - 1)
    assert len(description.lines) == len(start_description(KIT, 1).lines)


def test_a_title_that_was_proposed_follows_the_level_and_the_text_follows_the_title():
    senior = at_level(START, KIT, "Senior")
    assert senior.title == "Senior Technical PM"
    assert "As our Senior Technical PM for" in text(senior)
    assert at_level(senior, KIT, "Mid").title == KIT.title
    own = msgspec.structs.replace(START, title="Platform Lead")
    assert at_level(own, KIT, "Senior").title == "Platform Lead"


def test_a_level_offers_what_its_people_can_do_as_duties():
    senior = at_level(START, KIT, "Senior")
    offered = list_offered_duties(senior, KIT)
    assert offered[0] == "Set the roadmap for a whole platform area and defend its order with evidence."
    one = apply_description_action(senior, KIT, "duty:1")
    assert one.list_stated_lines(Section.RESPONSIBILITIES)[-1].text == offered[0]
    assert list_offered_duties(one, KIT) == offered[1:]
    assert list_offered_duties(apply_description_action(senior, KIT, "duty:all"), KIT) == []
    assert list_offered_duties(START, KIT) == []


@pytest.mark.parametrize("path", sorted(STARTER_LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_kit_proposes_titles_that_people_use(path):
    kit = read_kit(path)
    assert kit.levels
    for level in kit.levels:
        title = propose_title(kit, level)
        assert not re.search(r"\b(\w+) \1\b|\b(?:Mid|year|company)\b|Senior.*Senior|Staff Senior", title), title
