"""Pay as the fields of a job description write it: pay law finds it, whatever its currency, period and place."""

from decimal import Decimal

import pycountry
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from compensation.pay_law.rule import LawRequirement
from compensation.pay_law.table import shipped_rules
from packs.description.posting import build_posting
from packs.description.value import JobDescription, OfferedPay
from packs.documents import text_writer
from packs.documents.posting import build_document
from packs.pay_law.judging import Status, judge_posting
from packs.posting.facts import OfferedPlace, PayPeriod
from packs.reading import read_pasted
from packs.review.amounts import ALSO_WORDS
from packs.review.stated_pay import stated_pay
from roles.kit.choices import PayKind
from tests.packs.pay_law.test_pay_law import TODAY

ASKS = LawRequirement.RANGE
RULES = [rule for rule in shipped_rules() if ASKS in rule.requires]
CURRENCIES = sorted(currency.alpha_3 for currency in pycountry.currencies)
LEAST = {PayPeriod.YEAR: 20_000, PayPeriod.MONTH: 2_000, PayPeriod.WEEK: 500, PayPeriod.DAY: 100, PayPeriod.HOUR: 10}
THOUSAND = 1_000


@st.composite
def offers(draw):
    """Pay with both ends, of a width that every rule allows."""
    period = draw(st.sampled_from(PayPeriod))
    low = draw(st.decimals(LEAST[period], LEAST[period] * 8, places=draw(st.sampled_from([0, 2]))))
    high = low + draw(st.integers(0, int(low / 10)))
    return OfferedPay(
        low=low,
        high=high,
        currency=draw(st.sampled_from(CURRENCIES)),
        period=period,
        kind=draw(st.sampled_from(PayKind)),
    )


def describe(pay, rule):
    place = OfferedPlace(country=rule.country, region=rule.region)
    return build_posting(JobDescription(slug="x", edition=1, title="Planner", places=(place,), pay=pay))


def about_pay(rule, posting):
    [answer] = [one for one in judge_posting(rule, posting, TODAY).answers if one.asks == ASKS.label]
    return answer


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
@given(pay=offers())
@example(pay=OfferedPay(low=Decimal(1_200_000), high=Decimal(1_250_000), currency="CZK"))
@example(pay=OfferedPay(low=Decimal(90_000), high=Decimal(95_000), currency="USD"))
def test_pay_law_finds_the_pay_that_the_fields_write(rule, pay):
    answer = about_pay(rule, describe(pay, rule))
    assert answer.quote, answer
    is_measured = rule.max_width is None or pay.currency == rule.currency or pay.low == pay.high
    assert answer.status is (Status.MET if is_measured else Status.NOT_CHECKABLE), answer


@given(pay=offers(), rule=st.sampled_from(RULES))
def test_it_is_found_in_the_text_that_is_pasted_again(pay, rule):
    assume(pay.currency not in ALSO_WORDS or pay.low >= THOUSAND)  # a paste has no no-break space to tell a code by
    text = text_writer.write_text(build_document(describe(pay, rule)))
    read = {stated.named.pay for stated in stated_pay(read_pasted(text))}
    assert {(one.low, one.high, one.period) for one in read} == {(float(pay.low), float(pay.high), pay.period)}
    assert {one.currency for one in read} == {pay.currency}
