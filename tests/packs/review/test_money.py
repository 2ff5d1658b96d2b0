"""Pay as postings write it."""

import msgspec
import pytest

from packs.posting.facts import PayPeriod, StatedPay
from packs.reading import read_pasted
from packs.review.check import build_example_posting
from packs.review.money import Ends, named_pay
from packs.review.stated_pay import stated_pay
from roles.kit.choices import PayKind


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period", "ends"),
    [
        ("$160,000-$280,000 a year", 160_000, 280_000, "USD", "year", "closed"),
        ("$60-70k", 60_000, 70_000, "USD", "year", "closed"),
        ("£45,000", 45_000, 45_000, "GBP", "year", "fixed"),
        ("up to $95k", None, 95_000, "USD", "year", "up to"),
        ("$80,000 and up", 80_000, None, "USD", "year", "and up"),
        ("$90,000+", 90_000, None, "USD", "year", "and up"),
        ("from €50.000", 50_000, None, "EUR", "year", "and up"),
        ("$22.50 - $30.00 per hour", 22.5, 30, "USD", "hour", "closed"),
        ("USD 100,000 to 120,000", 100_000, 120_000, "USD", "year", "closed"),
        ("100,000-120,000 CAD", 100_000, 120_000, "CAD", "year", "closed"),
        ("Ksh.31,000 – Ksh.41,500 p.m.", 31_000, 41_500, "KES", "month", "closed"),
        ("TSh 3,550,000/- per month", 3_550_000, 3_550_000, "TZS", "month", "fixed"),
        ("up to Rs. 60,000/- per month", None, 60_000, "INR", "month", "up to"),
        ("RM3,200 - RM4,500 monthly", 3_200, 4_500, "MYR", "month", "closed"),
        ("N150,000 per month", 150_000, 150_000, "NGN", "month", "fixed"),
        ("PhP 20,000 – 25,000 per month", 20_000, 25_000, "PHP", "month", "closed"),
        ("Dhs 5000 per month", 5_000, 5_000, "AED", "month", "fixed"),
        ("£26,950pa - £28,100pa", 26_950, 28_100, "GBP", "year", "closed"),
        ("C$4,000 a month", 4_000, 4_000, "CAD", "month", "fixed"),
        ("between $50,000 and $60,000", 50_000, 60_000, "USD", "year", "closed"),
        ("Rs. 4.5 LPA to 6.5 LPA", 450_000, 650_000, "INR", "year", "closed"),
        ("12 lakhs per annum", 1_200_000, 1_200_000, "INR", "year", "fixed"),
        ("Salaire : 60 000 € à 75 000 € brut annuel", 60_000, 75_000, "EUR", "year", "closed"),
        ("Lohn: Fr. 85'000.– pro Jahr", 85_000, 85_000, "CHF", "year", "fixed"),
        ("€ 2.900,- brutto pro Monat", 2_900, 2_900, "EUR", "month", "fixed"),
        ("80,000-190,000 Canadian dollars a year", 80_000, 190_000, "CAD", "year", "closed"),
        ("$1,900 every two weeks", 950, 950, "USD", "week", "fixed"),
        ("12 000 - 15 000 zł brutto miesięcznie", 12_000, 15_000, "PLN", "month", "closed"),
        ("od 12 tys. zł do 15 tys. zł", 12_000, 15_000, "PLN", "year", "closed"),
        ("50 000 – 70 000 Kč měsíčně", 50_000, 70_000, "CZK", "month", "closed"),
        ("Bruto alga: 1500–2000 EUR mēnesī", 1_500, 2_000, "EUR", "month", "closed"),
        ("Atlyginimas: nuo 1 800 iki 2 400 EUR/mėn.", 1_800, 2_400, "EUR", "month", "closed"),
        ("Bruttojahresgehalt ab € 42.000", 42_000, None, "EUR", "year", "and up"),
        ("bis zu 55.000 € im Jahr", None, 55_000, "EUR", "year", "up to"),
        ("zwischen 45.000 € und 55.000 € jährlich", 45_000, 55_000, "EUR", "year", "closed"),
        ("€ 3.700 tot € 4.400 bruto per maand", 3_700, 4_400, "EUR", "month", "closed"),
        ("R$ 120 mil a R$ 150 mil por ano", 120_000, 150_000, "BRL", "year", "closed"),
        ("R$ 5.000,00 a R$ 7.000,00 por mês", 5_000, 7_000, "BRL", "month", "closed"),
        ("$20,000 a $25,000 MXN mensuales", 20_000, 25_000, "MXN", "month", "closed"),
        ("$500 a week and 40 hours", 500, 500, "USD", "week", "fixed"),
        ("$38/hr and up", 38, None, "USD", "hour", "and up"),
        ("$18 up", 18, None, "USD", "hour", "and up"),
        ("upwards of $60,000 a year", 60_000, None, "USD", "year", "and up"),
        ("no less than $21 an hour", 21, None, "USD", "hour", "and up"),
        ("$45,000 minimum", 45_000, None, "USD", "year", "and up"),
        ("great pay to $30K", None, 30_000, "USD", "year", "up to"),
        ("a salary capped at $70,000", None, 70_000, "USD", "year", "up to"),
        ("$24 an hour max", None, 24, "USD", "hour", "up to"),
        ("$24 max", None, 24, "USD", "hour", "up to"),
        ("27 to 33 bucks an hour", 27, 33, "USD", "hour", "closed"),
        ("$98 to $120 thousand a year", 98_000, 120_000, "USD", "year", "closed"),
        ("$40,000 (min) to $52,000 (max)", 40_000, 52_000, "USD", "year", "closed"),
        ("a stipend of $54,000, paid twice a month", 54_000, 54_000, "USD", "year", "fixed"),
        ("a salary of $2,400, paid twice a month", 4_800, 4_800, "USD", "month", "fixed"),
        ("$20 an hour and 401(k)", 20, 20, "USD", "hour", "fixed"),
        ("$40 a 10,000 sq ft store", 40, 40, "USD", "hour", "fixed"),
        ("$40.714 - $44.490 hourly", 40.714, 44.49, "USD", "hour", "closed"),
        (
            "€ 2,872 gross per month in the first year, up to € 3,670 gross per month in the last",
            *(2_872, 3_670, "EUR", "month", "closed"),
        ),
        ("60 000 € à 75 000 € par an", 60_000, 75_000, "EUR", "year", "closed"),
        ("R$ 8.000,00 a R$ 10.000,00 por mês", 8_000, 10_000, "BRL", "month", "closed"),
        ("25,00 $ à 30,00 $ de l'heure", 25, 30, "USD", "hour", "closed"),
        ("120 000 $ CA à 150 000 $ CA", 120_000, 150_000, "CAD", "year", "closed"),
        ("$80,000 - $95,000 (CAD)", 80_000, 95_000, "CAD", "year", "closed"),
        ("48.000,- € bis 55.000,- €", 48_000, 55_000, "EUR", "year", "closed"),
        ("CHF 120’000.– bis 140’000.–", 120_000, 140_000, "CHF", "year", "closed"),
        ("Fr. 95'000 - 110'000", 95_000, 110_000, "CHF", "year", "closed"),
        ("8,000,000円 – 10,000,000円", 8_000_000, 10_000_000, "JPY", "year", "closed"),
        ("¥800万 – ¥1,000万", 8_000_000, 10_000_000, "JPY", "year", "closed"),
        ("INR 25L – 30L", 2_500_000, 3_000_000, "INR", "year", "closed"),
        ("25.000-30.000 TL", 25_000, 30_000, "TRY", "year", "closed"),
        ("S/ 4,500 – S/ 5,500", 4_500, 5_500, "PEN", "year", "closed"),
        ("$1,900 every other week", 950, 950, "USD", "week", "fixed"),
        ("3.200,00 EUR brutto monatlich", 3_200, 3_200, "EUR", "month", "fixed"),
        ("50 000–60 000 Kč měsíčně", 50_000, 60_000, "CZK", "month", "closed"),
        ("MXN $35,000 – $42,000 mensuales", 35_000, 42_000, "MXN", "month", "closed"),
        ("$2,400 every two weeks", 1_200, 1_200, "USD", "week", "fixed"),
        ("$900 every other week", 450, 450, "USD", "week", "fixed"),
        ("£2,200 every four weeks", 550, 550, "GBP", "week", "fixed"),
        ("$2,000 twice monthly", 4_000, 4_000, "USD", "month", "fixed"),
        ("$85,000 a year, paid every two weeks", 85_000, 85_000, "USD", "year", "fixed"),
        ("$457k a year", 457_000, 457_000, "USD", "year", "fixed"),
        ("$80,000-$90,000 plus bonus", 80_000, 90_000, "USD", "year", "closed"),
        ("£12.90ph, increasing to £19.35ph after 38 hours", 12.9, 12.9, "GBP", "hour", "fixed"),
        ("£14 an hour rising to £21 an hour for overtime", 14, 14, "GBP", "hour", "fixed"),
        ("€19.10 p/h, rising to €21.40 for crew leads", 19.1, 21.4, "EUR", "hour", "closed"),
        ("$31 an hour, up to $38 for lead hands", 31, 38, "USD", "hour", "closed"),
        ("£30,000 (rising to £31,000 after probation)", 30_000, 31_000, "GBP", "year", "closed"),
        ("$15.9194-$17.9092 an hour", 15.9194, 17.9092, "USD", "hour", "closed"),
        ("The cook reports to the chef and pays $19/hour", 19, 19, "USD", "hour", "fixed"),
        ("Starting $16/hr", 16, None, "USD", "hour", "and up"),
        ("$31.50 per hour, up to 30 hours per week", 31.5, 31.5, "USD", "hour", "fixed"),
        ("$24 an hour, up to $3,000 sign-on bonus", 24, 24, "USD", "hour", "fixed"),
        ("£31,000 FTE (£18,600 pro rata)", 31_000, 31_000, "GBP", "year", "fixed"),
        ("18 000 - 22 000 PLN + VAT per month", 18_000, 22_000, "PLN", "month", "closed"),
        ("€4,100 before tax each month", 4_100, 4_100, "EUR", "month", "fixed"),
        ("$17 an hour and a part of the tips, which ran $7 an hour in June", 17, 17, "USD", "hour", "fixed"),
        ("We pay tips and $16 an hour", 16, 16, "USD", "hour", "fixed"),
        ("Nurse, Mental Health £38,000", 38_000, 38_000, "GBP", "year", "fixed"),
        ("Budget: €400 - €450 per day", 400, 450, "EUR", "day", "closed"),
        ("$15/hr plus tips (usually about $9/hr more)", 15, 15, "USD", "hour", "fixed"),
    ],
)
def test_it_reads(text, low, high, currency, period, ends):  # noqa: PLR0917
    (named,) = named_pay(text)
    assert named.pay == StatedPay(low=low, high=high, currency=currency, period=PayPeriod(period.upper()))
    assert named.ends is Ends(ends)
    assert text[slice(*named.span)].strip() == text[slice(*named.span)]


@pytest.mark.parametrize(
    "text",
    [
        "5-7 years",
        "a 401(k) plan",
        "$401(k) match",
        "$401k from the first day",
        "$403(b) with no waiting",
        "Housing per week: $100",
        "24/7 on call",
        "In 2026 we move",
        "",
        "$0.58 to $0.64 per mile",
        "Live-in room £50 a week",
        "a share of tips (about £60 a week)",
        "boots, $200 a year",
        "$3,500 a year to your 403(b)",
        "at 5 p.m. in room RM 204",
        "grid N 12 345",
        "a 5 L tank",
        "₹1.2 Cr of sales",
        "a £300 thank-you at Christmas",
        "Salary packaging of up to $15,900",
        "We pay 2 500 PLN for a recommendation",
        "We pay $400 for each friend you refer",
        "a test task of two hours (we pay $90)",
        "a work sample, paid at €45/h",
        "dental from $22 a month",
        "$900 once for a desk",
        "$80 one time for boots",
        "we have a travel budget of €400 - €450 per day",
    ],
)
def test_it_leaves_other_figures_alone(text):
    assert list(named_pay(text)) == []


def test_an_hour_becomes_a_year_of_2080():
    assert StatedPay(low=10, high=20, period=PayPeriod.HOUR).by_year() == StatedPay(low=20_800, high=41_600)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("PEN 4,500 - PEN 5,800 a month", "PEN"),
        ("4,500–5,800 PEN", "PEN"),
        ("90 000 – 120 000 ALL gross", "ALL"),
        ("TOP 45,000.50 a year", "TOP"),
    ],
)
def test_a_code_that_is_a_word_too_is_known_by_the_thousands_beside_it(text, currency):
    assert {named.pay.currency for named in named_pay(text)} == {currency}


@pytest.mark.parametrize("text", ["ALL 1,200 drivers a year", "the TOP 100", "BOB and 3,000 others", "ALL 500 of us"])
def test_such_a_word_without_a_sum_is_a_word(text):
    assert list(named_pay(text)) == []


def test_hours_of_a_week_make_no_pay_of_an_hour():
    pays = [
        named.pay.period for named in named_pay("£28,000 (£11,424 for 15 hours a week or £15,232 for 20 hours a week)")
    ]
    assert PayPeriod.HOUR not in pays


@pytest.mark.parametrize(
    ("before", "period"),
    [
        ("The monthly gross pay for this job is:", PayPeriod.MONTH),
        ("Weekly wage:", PayPeriod.WEEK),
        ("You tie flowers each month.", PayPeriod.YEAR),
    ],
)
def test_the_line_before_names_the_period_only_where_it_leads_to_the_pay(before, period):
    posting = build_example_posting(compensation=[before, "€3,850 — €4,300"])
    assert [stated.named.pay.period for stated in stated_pay(posting)] == [period]


def test_a_heading_names_the_period_of_the_pay_below_it():
    posting = build_example_posting(compensation="€3,850 — €4,300")
    headed = msgspec.structs.replace(posting.sections[0], heading="Monthly salary")
    [stated] = stated_pay(msgspec.structs.replace(posting, sections=(headed,)))
    assert stated.named.pay.period is PayPeriod.MONTH
    assert stated.named.span == (0, len("€3,850 — €4,300"))


def test_among_requirements_only_a_sum_that_is_called_pay_is_pay():
    posting = build_example_posting(required=["A budget of $90,000, paid by the year.", "Salary: $16.27/hour."])
    assert [stated.named.pay.low for stated in stated_pay(posting)] == [16.27]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The salary shown is monthly.", PayPeriod.MONTH),
        ("The figures are gross weekly amounts.", PayPeriod.WEEK),
        ("Salaries are paid monthly.", PayPeriod.YEAR),
        ("The rate is under review.", PayPeriod.YEAR),
    ],
)
def test_a_sentence_elsewhere_says_what_the_figures_are_for(sentence, period):
    posting = build_example_posting(about=sentence, compensation="€3,850 — €4,300")
    assert [stated.named.pay.period for stated in stated_pay(posting)] == [period]


def test_ranges_that_places_lead_are_pay_wherever_they_stand():
    line = "US: $61,000-$70,000 USD. Canada: $66,000-$76,000 CAD. Raises come each May."
    pays = [stated.named.pay for stated in stated_pay(build_example_posting(company=line))]
    assert [(pay.low, pay.high, pay.currency) for pay in pays] == [(61_000, 70_000, "USD"), (66_000, 76_000, "CAD")]
    assert not stated_pay(build_example_posting(company="Grants we make: $61,000-$70,000 USD."))


def test_a_sum_that_the_benefits_say_once_more_is_stated_once():
    posting = build_example_posting(compensation="£18.20 per hour.", benefits=["We pay £18.20 an hour and your fees."])
    assert [stated.named.pay.low for stated in stated_pay(posting)] == [18.2]


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("Salary: 41,500 - 47,250", 41_500, 47_250, "year"),
        ("Pay: 17.40 an hour", 17.4, 17.4, "hour"),
        ("Hourly rate: 20 - 24", 20, 24, "hour"),
        ("The hourly wage for this post is 18.65.", 18.65, 18.65, "hour"),
        ("Compensation: 58K-64K plus bonus", 58_000, 64_000, "year"),
        ("Wages of 3,150 to 3,600 per month", 3_150, 3_600, "month"),
    ],
)
def test_a_figure_without_a_sign_is_in_the_money_of_its_place(text, low, high, period):
    (named,) = named_pay(text, home="NZD")
    assert named.pay == StatedPay(low=low, high=high, currency="NZD", period=PayPeriod(period.upper()))
    assert not [*named_pay(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Pay grade 12",
        "Salary: Band 5 - 7",
        "Pay: 36 hours a week",
        "We pay 12 months a year",
        "Salary points 21 to 24",
        "You will earn 20,000 points",
        "Rate: 14 per shift",
        "Ten to 12,000 visitors",
    ],
)
def test_a_figure_of_something_else_is_no_pay(text):
    assert not [*named_pay(text, home="GBP")]


@pytest.mark.parametrize(("home", "currency"), [("NOK", "NOK"), ("DKK", "DKK"), ("", "SEK"), ("EUR", "SEK")])
def test_crowns_are_those_of_the_place(home, currency):
    for text in ("34 500 kr per month", "34.500 kr. a month", "34500kr per month"):
        (named,) = named_pay(text, home=home)
        assert (named.pay.low, named.pay.currency, named.pay.period) == (34_500, currency, PayPeriod.MONTH)


def test_the_pay_of_a_period_is_that_of_two_weeks():
    (named,) = named_pay("$1,930 per pay period")
    assert (named.pay.low, named.pay.period) == (965, PayPeriod.WEEK)


def test_a_sum_that_another_fact_runs_into_is_read():
    (named,) = named_pay("Full-time$96k-108k/year (USD)Tulsa")
    assert (named.pay.low, named.pay.high, named.pay.currency) == (96_000, 108_000, "USD")


def test_the_place_of_a_posting_says_what_its_figures_are_in():
    text = "Clerk\n\nLocation: Dunedin, New Zealand\nPay: 27.50 - 31.00 per hour\n\nDuties\n- Files\n- Takes calls\n"
    (pay,) = read_pasted(text).pay
    assert (pay.low, pay.high, pay.currency, pay.period) == (27.5, 31, "NZD", PayPeriod.HOUR)


def test_pay_that_rises_within_a_sentence_keeps_its_period():
    text = "The salary is €2,310 per month for a full week, and will increase to €2,905 in the fourth year."
    assert [(named.pay.low, named.pay.period) for named in named_pay(text)] == [
        (2310, PayPeriod.MONTH),
        (2905, PayPeriod.MONTH),
    ]


@pytest.mark.parametrize(
    ("line", "ends", "period"),
    [
        (
            "Pay: $2,100.50 gross per fortnight with the opportunity to progress to $2,400.50 gross per fortnight",
            [(1050.25, 1200.25)],
            PayPeriod.WEEK,
        ),
        (
            "The salary starts with €2.300,00 with a yearly growth to € 2.900,00 gross a month.",
            [(2300, 2900)],
            PayPeriod.MONTH,
        ),
        ("Salary scale: €31,000 - €32,100 - €33,200 - €34,300 - €35,400", [(31_000, 35_400)], PayPeriod.YEAR),
        ("Wage: $22 / hour + $3 / hr ECE top = $25 / hour", [(25, 25)], PayPeriod.HOUR),
        (
            "Elm County is an equal opportunity employer. Starting salary is $13.20. Write by May 4, 2027.",
            [(13.2, 13.2)],
            PayPeriod.HOUR,
        ),
        ("Stipend: $1,500 per month plus a room", [(1500, 1500)], PayPeriod.MONTH),
        ("Apprentices receive a monthly stipend of $900.", [(900, 900)], PayPeriod.MONTH),
        ("The budgeted salary is $61,000 to $64,500, paid bi-weekly.", [(61_000, 64_500)], PayPeriod.YEAR),
        ("Salary: £20,000 - £22,000, £24,000 - £26,000", [(20_000, 22_000), (24_000, 26_000)], PayPeriod.YEAR),
    ],
)
def test_points_that_pay_rises_by_are_one_range(line, ends, period):
    found = read_pasted(f"Clerk\n\n{line}\n\nDuties\n- Files\n- Takes calls\n").pay
    assert [(pay.low, pay.high) for pay in found] == ends
    assert {pay.period for pay in found} == {period}


def test_a_stipend_for_a_desk_is_no_pay():
    perks = "- A monthly stipend of $50 for internet\n- Wellness stipend: $400 a year\n"
    text = f"Clerk\n\nPay: $20 an hour\n\nBenefits\n{perks}"
    assert [pay.low for pay in read_pasted(text).pay] == [20]


def test_only_the_sum_on_target_is_in_total():
    assert [named.pay.kind for named in named_pay("Salary: £30k basic, £45k OTE")] == [None, PayKind.TOTAL]


@pytest.mark.parametrize(
    "text", ["A rate of 26.40/hour.", "26.40 per hour", "The band is 95-110K.", "Comp: 98k to 120k"]
)
def test_a_figure_without_a_sign_is_pay_where_its_words_or_its_cents_say_so(text: str):
    assert [named.pay.currency for named in named_pay(text, home="USD")] == ["USD"]


@pytest.mark.parametrize("text", ["Page 26.40 of the plan", "Types 95-110 words", "a stipend of $900 for books"])
def test_other_figures_are_no_pay(text: str):
    assert [*named_pay(text, home="USD")] == []


def test_an_hourly_rate_beside_words_about_the_company_is_pay():
    posting = build_example_posting(company="We sell paper in Denver. It starts at $19/hr.")
    assert [stated.named.pay.low for stated in stated_pay(posting)] == [19]
    assert not stated_pay(build_example_posting(company="We raised $19 million for a new hall."))


def test_the_lowest_and_the_highest_figure_are_one_range():
    posting = build_example_posting(compensation="Salary: low $40,000, high $52,000")
    assert [(stated.named.pay.low, stated.named.pay.high) for stated in stated_pay(posting)] == [(40_000, 52_000)]


def test_a_range_whose_ends_are_each_said_twice_is_two_ranges():
    text = "Pay band: $41,600.00 ($20.00 hr) - $46,800.00 ($22.50 hr)"
    pays = [(stated.pay.low, stated.pay.high, stated.pay.period) for stated in named_pay(text)]
    assert pays == [(41_600, 46_800, PayPeriod.YEAR), (20, 22.5, PayPeriod.HOUR)]


def test_what_a_home_costs_is_no_pay():
    assert list(named_pay("You find a flat down the valley for about 620 euros a month.")) == []


@pytest.mark.parametrize(
    "perk",
    [
        "Up to $1,500 a year toward courses in library science",
        "$1,200 to set up your home desk",
        "Up to $5,000 in moving costs for the right person",
        "$250 refer-a-friend reward, paid after a month",
        "Travel costs of up to $8 a day, with a receipt",
        "Sports compensation of $50 a month",
        "$1,200 a year for continuing education",
        "Conference travel of up to $1,200 is set aside for this post",
    ],
)
def test_a_perk_is_no_pay(perk: str):
    text = f"Clerk\n\nPay: $20 an hour\n\nBenefits\n- {perk}\n- Health insurance\n"
    assert [pay.low for pay in read_pasted(text).pay] == [20]


def test_an_allowance_that_interns_live_on_is_pay():
    assert [pay.low for pay in read_pasted("Intern\n\nAllowance: €1,150 gross a month\n\nYou file.").pay] == [1150]
    assert read_pasted("Intern\n\nAllowance: €50 a month\n\nYou file.").pay == ()


@pytest.mark.parametrize(
    "text",
    [
        "A new federal award of $74,000 pays for two years of field plots",
        "A two-hour pairing session that we pay $200 for",
        "Pay: $50 tarp pay, $25 stop pay after the first",
        "Detention is paid at $20 per hour after two hours",
        "Crews earn a bonus of $150 per person for every job",
        "We pay your exam fees and give a $3,000 bonus when you pass",
        "Pay comes with tip share that runs about $3 to $5 an hour",
    ],
)
def test_what_an_award_pays_and_what_a_session_pays_is_no_pay(text: str):
    assert list(named_pay(text)) == []


@pytest.mark.parametrize("text", ["An average of $25 an hour", "Pay in the region of $25 an hour"])
def test_words_for_an_amount_leave_a_sum_pay(text: str):
    assert [named.pay.low for named in named_pay(text)] == [25]


def test_an_hourly_rate_may_be_named_twice():
    (named,) = named_pay("Salary: 17.50 to 19.00 HOUR hourly", home="CAD")
    assert (named.pay.low, named.pay.high, named.pay.period) == (17.5, 19, PayPeriod.HOUR)


def test_a_differential_is_no_part_of_the_wage():
    named = named_pay("Starting wage $23.40/hour + $1.25 night differential after training")
    assert [one.pay.low for one in named] == [23.4]


@pytest.mark.parametrize(
    "text", ["$25 hourly pay", "$60,000 base pay plus bonus", "$60,000 plus annual bonus", "$18 starting pay"]
)
def test_words_for_the_wage_after_a_sum_leave_it_pay(text: str):
    assert len([*named_pay(text)]) == 1
