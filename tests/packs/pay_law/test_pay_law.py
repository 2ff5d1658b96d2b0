"""Pay law: each jurisdiction's rule met, missed and not yet in force; the traps of single places."""

from datetime import date

import pytest

from compensation.pay_law.rule import Ban, LawRequirement, Scope, WorkPlace
from compensation.pay_law.table import shipped_rules
from packs.pay_law.judging import LONGEST_QUOTE, Status, judge_all, judge_posting, list_answers
from packs.pay_law.places import work_place
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.review.check import build_example_posting

RULES = {rule.slug: rule for rule in shipped_rules()}
DUTIES = {slug: rule for slug, rule in RULES.items() if rule.requires}
TODAY = date(2027, 12, 1)  # every shipped rule is in force by then
WHOLE = {
    "about": "This posting is for an existing vacancy.",
    "responsibilities": ["Own the roadmap of the billing platform."],
    "compensation": "The pay is {pay} a year, plus an annual bonus and equity. We are ready to pay more.",
    "benefits": "Health insurance, a 401(k) plan and vacation. The collective agreement of the trade applies.",
    "how_to_apply": [
        "Apply online at our careers page by March 31, 2028.",
        "No artificial intelligence screens or assesses applicants.",
    ],
    "equal_opportunity": "We consider qualified applicants with arrest or conviction records.",
}
PAY = {
    "USD": "$160,000-$190,000",
    "CAD": "C$120,000-C$150,000",
    "EUR": "€80,000-€95,000",
    "PLN": "180,000-220,000 PLN",
}


def whole(pay, **changes):
    sections = {**WHOLE, "compensation": WHOLE["compensation"].format(pay=pay), **changes}
    return build_example_posting(title="Product Manager", **{name: text for name, text in sections.items() if text})


def statuses(slug, posting, on=TODAY):
    return {answer.asks: answer.status for answer in judge_posting(RULES[slug], posting, on).answers}


def about_range(slug, pay, on=TODAY):
    [answer] = [
        a for a in judge_posting(RULES[slug], whole(pay), on).answers if a.asks == "A pay range or a fixed rate"
    ]
    return answer


@pytest.mark.parametrize("slug", DUTIES)
def test_a_whole_posting_meets_the_rule_in_words_that_it_quotes(slug):
    verdict = judge_posting(RULES[slug], whole(PAY[RULES[slug].currency]), TODAY)
    assert len(verdict.answers) >= len(RULES[slug].requires) > 0
    assert [answer for answer in verdict.answers if answer.status is not Status.MET] == []
    assert verdict.missing == []
    assert all(answer.quote for answer in verdict.answers if not answer.asks.startswith("No "))


@pytest.mark.parametrize("slug", [slug for slug, rule in DUTIES.items() if LawRequirement.RANGE in rule.requires])
@pytest.mark.parametrize("pay", ["", "competitive"])
def test_words_for_pay_are_no_pay(slug, pay):
    expected = Status.NOT_CHECKABLE if RULES[slug].elsewhere_allowed else Status.MISSING
    assert about_range(slug, pay).status is expected


def test_the_united_kingdom_asks_for_nothing_and_says_that_this_is_not_confirmed():
    verdict = judge_posting(RULES["gb"], build_example_posting(other="Come."), TODAY)
    assert (verdict.answers, RULES["gb"].unconfirmed) == ([], ["requires"])


def test_california_refuses_up_to():
    answer = about_range("us-ca", "up to $190,000")
    assert (answer.status, answer.quote) == (Status.MISSING, "up to $190,000")


def test_california_refuses_a_link():
    posting = whole("shown at https://example.com/pay")
    assert statuses("us-ca", posting)["A pay range or a fixed rate"] is Status.MISSING


def test_illinois_accepts_a_link_that_cannot_be_seen():
    posting = whole("shown at https://example.com/pay")
    assert statuses("us-il", posting)["A pay range or a fixed rate"] is Status.NOT_CHECKABLE


@pytest.mark.parametrize("pay", ["C$90,000 and up", "from C$90,000", "up to C$120,000", "C$90,000+"])
def test_british_columbia_refuses_an_open_end(pay):
    assert about_range("ca-bc", pay).status is Status.MISSING


@pytest.mark.parametrize("slug", ["ca-bc", "us-mn", "us-co"])
def test_a_fixed_rate_is_a_pay(slug):
    assert about_range(slug, "$95,000").status is Status.MET


@pytest.mark.parametrize(
    ("pay", "status"),
    [
        ("C$120,000-C$170,000", Status.MET),
        ("C$120,000-C$170,001", Status.MISSING),
        ("C$150,000-C$220,000", Status.MET),
        ("C$140,000-C$200,000", Status.MISSING),
        ("C$140,000-C$300,000", Status.MET),
        ("C$40-C$70 an hour", Status.MISSING),
        ("$120,000-$150,000", Status.NOT_CHECKABLE),
    ],
)
def test_ontario_limits_the_width(pay, status):
    assert about_range("ca-on", pay).status is status


def test_ontario_wants_its_statements_and_no_canadian_experience():
    found = statuses("ca-on", whole(PAY["CAD"], about=None, how_to_apply=["Apply online."]))
    assert {asks: status for asks, status in found.items() if status is not Status.MET} == {
        "Whether artificial intelligence screens, assesses or selects applicants": Status.ANSWER_NEEDED,
        "Whether a vacancy exists": Status.MISSING,
    }
    local = whole(PAY["CAD"], required=["Five years of Canadian work experience."])
    assert statuses("ca-on", local)["No requirement for experience from that country"] is Status.MISSING


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Apply online by March 31, 2027.", Status.MET),
        ("Apply online. Applications are accepted on an ongoing basis.", Status.MET),
        ("Apply online by [application deadline].", Status.MISSING),
        ("Apply online.", Status.MISSING),
    ],
)
def test_colorado_wants_a_deadline_or_that_there_is_none(text, status):
    found = statuses("us-co", whole(PAY["USD"], how_to_apply=text))
    assert found["An application deadline, or that applications are accepted on an ongoing basis"] is status
    assert found["How to apply"] is Status.MET


def test_when_to_apply_is_not_how_to_apply():
    only_when = Posting(
        title="Pump Engineer",
        sections=(
            PostingSection(
                kind=Kind.HOW_TO_APPLY,
                heading="How to apply",
                lines=(PostingLine("We accept applications on an ongoing basis.", bullet=False),),
            ),
        ),
    )
    found = statuses("us-co", only_when)
    assert found["How to apply"] is Status.MISSING
    assert found["An application deadline, or that applications are accepted on an ongoing basis"] is Status.MET


@pytest.mark.parametrize("slug", ["us-va", "ca-bc", "de-directive"])
def test_asking_for_earlier_pay_is_quoted(slug):
    posting = whole(PAY["EUR"], required=["Tell us your current salary."])
    answers = judge_posting(RULES[slug], posting, TODAY).answers
    [answer] = [a for a in answers if a.asks == "No question about earlier pay"]
    assert (answer.status, answer.quote) == (Status.MISSING, "Tell us your current salary.")


def test_one_open_end_is_uncertain_where_no_source_asks_for_both():
    assert about_range("us-ma", "up to $190,000").status is Status.NOT_CHECKABLE


def test_columbus_is_in_force_before_it_is_enforced():
    verdict = judge_posting(RULES["us-oh-columbus"], build_example_posting(other="Come."), date(2026, 6, 1))
    assert verdict.scope is Scope.NOT_ENFORCED
    assert verdict.missing


def test_remote_work_meets_every_rule_that_may_reach_it():
    remote = WorkPlace(country="US", remote=True)
    verdicts = judge_all(RULES.values(), whole(PAY["USD"]), [remote], date(2026, 11, 23))
    unread = {slug for slug, rule in RULES.items() if rule.effective_from is None}
    assert {v.rule.slug for v in verdicts if v.scope is Scope.AHEAD} - unread == {"us-de"}
    in_cities_only = {"us-oh-cleveland", "us-oh-columbus"}
    assert {v.rule.slug for v in verdicts} == {slug for slug in RULES if slug.startswith("us-")} - in_cities_only


def test_a_rule_is_listed_once_for_several_places():
    places = [WorkPlace(country="US", region="CO", city=city) for city in ("Denver", "Boulder")]
    assert len(judge_all(RULES.values(), whole(PAY["USD"]), places, TODAY)) == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"country": "United States", "region": "Colorado"}, ("US", "CO")),
        ({"country": "USA", "region": "co"}, ("US", "CO")),
        ({"country": "Canada", "region": "Ontario"}, ("CA", "ON")),
        ({"country": "canada", "region": "british columbia"}, ("CA", "BC")),
        ({"country": "US", "region": "Washington, DC"}, ("US", "DC")),
        ({"country": "US", "region": "District of Columbia"}, ("US", "DC")),
        ({"country": "Germany", "region": ""}, ("DE", "")),
        ({"country": "UK", "region": ""}, ("GB", "")),
        ({"country": "US", "region": "Narnia"}, ("US", "Narnia")),
    ],
)
def test_places_are_known_by_name_and_code(names, expected):
    place = work_place(**names)
    assert (place.country, place.region) == expected


@pytest.mark.parametrize("country", ["", "Narnia"])
def test_an_unknown_country_is_no_place(country):
    assert work_place(country=country) is None


def test_a_long_line_is_quoted_around_the_words_that_answer():
    text = f"{'We count boxes. ' * 100}There is a bonus. {'We count boxes. ' * 100}"
    rule = next(rule for rule in shipped_rules() if LawRequirement.OTHER_PAY in rule.requires)
    answers = judge_posting(rule, build_example_posting(other=text), date(2027, 1, 1)).answers
    quote = next(answer.quote for answer in answers if answer.asks == LawRequirement.OTHER_PAY.label)
    assert "There is a bonus." in quote
    assert len(quote) <= LONGEST_QUOTE + 2


def test_every_requirement_and_every_ban_has_an_answer():
    assert {*list_answers()} == {*LawRequirement, *Ban}


def test_a_line_of_the_duties_that_states_the_pay_is_about_the_offer():
    rule = next(rule for rule in shipped_rules() if rule.slug == "us-wa")
    line = "Make $1,500 a week! Cash bonuses for fast crews."
    posting = build_example_posting(title="Roofer", responsibilities=line)
    answers = {answer.asked: answer.status for answer in judge_posting(rule, posting, date(2027, 1, 4)).answers}
    assert answers[LawRequirement.OTHER_PAY] is Status.MET
    posting = build_example_posting(title="Roofer", responsibilities="You calculate bonuses for crews.")
    answers = {answer.asked: answer.status for answer in judge_posting(rule, posting, date(2027, 1, 4)).answers}
    assert answers[LawRequirement.OTHER_PAY] is Status.MISSING


def test_a_denial_in_one_sentence_says_nothing_of_the_next_where_nobody_writes_capitals():
    posting = build_example_posting(
        title="Cook", other="you must have worked in a kitchen in Canada before. we don't use robots to cook."
    )
    verdicts = judge_all(RULES.values(), posting, [WorkPlace(country="CA", region="ON")], date(2026, 12, 15))
    found = {answer.asked: answer.status for verdict in verdicts for answer in verdict.answers}
    assert found[Ban.LOCAL_EXPERIENCE] is Status.MISSING
