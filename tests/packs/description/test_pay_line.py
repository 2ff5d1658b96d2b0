"""The pay line: one line in the strictest form of all the places that ask for one."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from compensation.pay_law.table import shipped_rules
from packs.description.actions import apply_description_action
from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.value import JobDescription, OfferedPay
from packs.description.wording import pay_sentence, word_pay_line
from packs.pay_law.judging import Status, judge_posting
from packs.posting.value import Kind
from roles.kit.choices import PayKind
from tests.factories import a_kit

ALL = ["range", "other-pay", "benefits", "deadline"]
PAY = OfferedPay(low=Decimal(160_000), high=Decimal(190_000), kind=PayKind.BASE)
RULES = {rule.slug: rule for rule in shipped_rules()}


def a_description(**changes: object) -> JobDescription:
    return msgspec.structs.replace(start_description(a_kit(), 1), **({"pay": PAY} | changes))


def line(asked: list[str], **changes: object) -> str:
    described = a_description(**changes)
    return word_pay_line(described, asked, pay_sentence(described.pay))


def test_it_says_what_the_strictest_place_asks_for():
    said = line(ALL, benefits="Health insurance\nA pension", deadline=date(2027, 3, 5))
    assert said == (
        "Base salary: $160,000–$190,000 a year. There is no other pay: the salary is the total pay. "
        "Benefits: Health insurance, A pension. Applications close on March 5, 2027."
    )


def test_it_says_no_more_than_is_asked_for():
    assert line(["range"], benefits="Health insurance") == "Base salary: $160,000–$190,000 a year."


def test_where_no_place_asks_for_pay_there_is_no_line():
    assert line(["benefits"], benefits="Health insurance") == ""


def test_other_pay_is_named():
    assert "Other pay: 10 percent each March." in line(
        ALL, pay=msgspec.structs.replace(PAY, bonus="10 percent each March.")
    )


def test_a_total_asks_what_it_counts_beside_the_salary():
    said = line(ALL, pay=msgspec.structs.replace(PAY, kind=PayKind.TOTAL))
    assert "Other pay: [bonus and equity]." in said
    assert "no other pay" not in said


@pytest.mark.parametrize("slug", ["us-co", "us-ca", "us-wa", "us-nj", "us-md", "us-mn"])
def test_the_line_in_the_text_meets_what_the_place_asks_of_it(slug):
    described = a_description(benefits="Health insurance", ongoing=True)
    pressed = apply_description_action(described, a_kit(), f"law:pay-line:{'+'.join(ALL)}")
    found = judge_posting(RULES[slug], build_posting(pressed), date(2026, 11, 29)).answers
    assert {answer.status for answer in found if str(answer.asked) in ALL} == {Status.MET}


def test_a_second_press_takes_the_place_of_the_first():
    once = apply_description_action(a_description(), a_kit(), "law:pay-line:range")
    twice = apply_description_action(once, a_kit(), "law:pay-line:range+other-pay")
    compensation = [passage.text for passage in build_posting(twice).of_kind(Kind.COMPENSATION)]
    assert sum("Base salary: $160,000" in text for text in compensation) == 1
    assert "the salary is the total pay" in compensation[0]
