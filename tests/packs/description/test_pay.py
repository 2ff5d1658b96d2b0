"""The ranges of pay of a job description: base and total, several of them, and what happens when a kind changes."""

from decimal import Decimal

import msgspec
import pytest

from packs.description.actions import apply_description_action
from packs.description.from_posting import from_posting
from packs.description.posting import build_posting
from packs.description.starting import at_level, start_description
from packs.description.value import HIGHEST_BASE, LOWEST_BASE, PAY, TOTAL_RANGE, JobDescription, OfferedPay
from packs.documents.posting import build_document
from packs.documents.text_writer import write_text
from packs.posting.facts import OfferedPlace, PayPeriod
from packs.reading import read_pasted
from roles.kit.blanks import distinct_blanks
from roles.kit.choices import PayKind, Section
from roles.kit.files import read_kit
from roles.publishing.library_files import STARTER_LIBRARY
from tests.packs.forms.test_job_description import KIT, START, sent


def write(description: JobDescription) -> str:
    return write_text(build_document(build_posting(description)))


def base(low: int, high: int, **changes: object) -> OfferedPay:
    return msgspec.structs.replace(OfferedPay(low=Decimal(low), high=Decimal(high)), **changes)


def test_the_figures_of_a_total_never_stay_as_a_base():
    description = sent(pay_kind="base").read_description()
    assert description.pay.kind is PayKind.BASE
    assert not description.pay.is_given
    assert "160,000" not in write(description)


def test_new_figures_stay_with_their_new_kind():
    pay = sent(pay_kind="base", pay_low="150,000", pay_high="180,000").read_description().pay
    assert (pay.low, pay.high) == (150_000, 180_000)


def test_changing_what_pay_counts_offers_the_figures_that_fit():
    senior = at_level(START, KIT, "Senior")
    as_base = msgspec.structs.replace(senior, pay=msgspec.structs.replace(senior.pay, kind=PayKind.BASE))
    cleared = apply_description_action(as_base, KIT, "kind").pay
    assert (cleared.low, cleared.high) == (None, None)
    again = msgspec.structs.replace(as_base, pay=msgspec.structs.replace(cleared, kind=PayKind.TOTAL))
    assert apply_description_action(again, KIT, "kind").pay == senior.pay


def test_base_and_total_are_said_side_by_side():
    text = write(msgspec.structs.replace(START, other_pay=(base(150_000, 180_000),)))
    total = "Total compensation: $160,000–$280,000 a year, including base salary, bonus and equity"
    assert f"{total}; Base salary: $150,000–$180,000 a year." in text
    assert text.count("$150,000–$180,000 a year") == 2


def test_base_and_total_fill_the_blanks_of_a_kit():
    kit = read_kit(STARTER_LIBRARY / "api-product-manager.yaml")
    text = write(msgspec.structs.replace(start_description(kit, 1), other_pay=(base(150_000, 180_000),)))
    assert "Base salary of $150,000-$180,000 a year. Total compensation of $200,000–$300,000 a year, incl" in text


@pytest.mark.parametrize("path", sorted(STARTER_LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_wording_of_every_kit_offers_base_and_total(path):
    lines = start_description(read_kit(path), 1).list_stated_lines(Section.COMPENSATION)
    text = " ".join(line.text for line in lines)
    blanks = {blank.name for blank in distinct_blanks([text])}
    assert {PAY} <= blanks if PAY in blanks else {LOWEST_BASE, HIGHEST_BASE, TOTAL_RANGE} <= blanks


def test_every_range_is_said_once():
    lines = tuple(line for line in START.lines if line.section is not Section.COMPENSATION)
    hourly = base(30, 40, period=PayPeriod.HOUR)
    text = write(msgspec.structs.replace(START, lines=lines, pay=base(90_000, 99_000), other_pay=(hourly,)))
    assert "Base salary: $90,000–$99,000 a year; $30–$40 an hour" in text
    assert text.count("Base salary: $30–$40 an hour.") == 1


def test_a_range_is_added_filled_and_kept():
    added = apply_description_action(START, KIT, "range")
    assert added.other_pay == (OfferedPay(),)
    fields = {"range-TOTAL_FORMS": "1", "range-INITIAL_FORMS": "1", "range-0-kind": "base", "range-0-low": "150k"}
    description = sent(**fields, **{"range-0-high": "180k", "range-0-currency": "usd"}).read_description()
    assert description.other_pay == (base(150_000, 180_000),)


def test_a_further_range_loses_its_figures_with_its_kind():
    fields = {"range-TOTAL_FORMS": "1", "range-INITIAL_FORMS": "1", "range-0-kind": "base", "range-0-low": "150000"}
    was = {"range-0-high": "180000", "range-0-was": "total:150000.00:180000.00"}
    assert not sent(**fields, **was).read_description().other_pay[0].is_given


def test_every_range_of_a_brought_in_text_has_fields_and_is_not_said_twice():
    text = "Cook\n\nDuties\n- Cook soup\n\nPay\nDenver: $50,000-$60,000 a year\nBoulder: $52,000-$64,000 a year\n"
    description = from_posting(read_pasted(text), KIT, 1)
    assert [(pay.low, pay.high) for pay in description.list_pay()] == [(50_000, 60_000), (52_000, 64_000)]
    assert "Base salary: $52,000–$64,000 a year." not in write(description)


@pytest.mark.parametrize(("country", "words"), [("CA", "US$90,000–US$95,000"), ("US", ": $90,000–$95,000")])
def test_american_dollars_are_named_where_readers_have_another_dollar(country, words):
    place = OfferedPlace(city="Springfield", country=country)
    assert words in write(
        JobDescription(slug="x", edition=1, title="Planner", places=(place,), pay=base(90_000, 95_000))
    )
