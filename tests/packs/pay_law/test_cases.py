"""Pay law by its data: four cases of every rule, and for every duty lines that meet it and lines that don't."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from compensation.pay_law.rule import Ban, Employer, LawRequirement, PayRule, Scope, WorkPlace, find_reach
from compensation.pay_law.table import shipped_rules
from packs.pay_law.judging import Status, judge_all, judge_posting
from packs.posting.facts import OfferedPlace, Question
from packs.posting.value import Posting
from packs.review.check import build_example_posting

CASES = Path(__file__).parent / "cases"
RULES = {rule.slug: rule for rule in shipped_rules() if rule.requires or rule.bans}
TODAY = date(2027, 12, 1)  # every shipped rule is in force by then
SHORT = "Come and work with us."


class PlaceCase(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a bare posting lacks under a rule, the rule's first day, and how remote work reaches it."""

    first_day: date
    remote: str | None
    misses: set[str] = set()
    elsewhere: set[str] = set()
    asks: set[str] = set()


class DutyCase(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A rule that asks for a duty, and lines: in the section `kind`, or as the title."""

    place: str
    meets: list[str]
    misses: list[str]
    status: Status = Status.MISSING
    kind: str = "other"
    title: bool = False


PLACES = msgspec.yaml.decode((CASES / "places.yaml").read_bytes(), type=dict[str, PlaceCase])
DUTIES = msgspec.yaml.decode((CASES / "duties.yaml").read_bytes(), type=dict[str, DutyCase])


def statuses(rule: PayRule, posting: Posting) -> dict[str, Status]:
    return {str(answer.asked): answer.status for answer in judge_posting(rule, posting, TODAY).answers}


def lines(wanted: str) -> list[tuple[str, str]]:
    return [(name, line) for name, duty in DUTIES.items() for line in getattr(duty, wanted)]


def posting_with(duty: DutyCase, line: str) -> Posting:
    if duty.title:
        return build_example_posting(title=line, other=SHORT)
    return build_example_posting(title="Pump Engineer", **{duty.kind: line})


def test_every_rule_and_every_duty_has_its_cases():
    assert set(PLACES) == set(RULES)
    assert set(DUTIES) == {*map(str, LawRequirement), *map(str, Ban)}
    assert all(len(duty.meets) >= 2 <= len(duty.misses) for duty in DUTIES.values())


@pytest.mark.parametrize("slug", PLACES)
def test_a_bare_posting_misses_what_the_rule_asks(slug: str):
    found = statuses(RULES[slug], build_example_posting(title="Salesman", other=SHORT))
    by_status = {status: {name for name, got in found.items() if got is status} for status in Status}
    case = PLACES[slug]
    assert by_status[Status.MISSING] == case.misses
    assert by_status[Status.NOT_CHECKABLE] == case.elsewhere
    assert by_status[Status.ANSWER_NEEDED] == case.asks


@pytest.mark.parametrize("slug", PLACES)
def test_the_day_before_its_first_day_a_rule_asks_for_nothing(slug: str):
    rule, case = RULES[slug], PLACES[slug]
    bare = build_example_posting(title="Salesman", other=SHORT)
    before = judge_posting(rule, bare, case.first_day - timedelta(days=1))
    assert (before.scope, before.missing, before.unanswered) == (Scope.AHEAD, [], [])
    assert rule.find_scope(case.first_day) is not Scope.AHEAD


@pytest.mark.parametrize("slug", PLACES)
def test_a_remote_job_anywhere_in_the_country_reaches_the_rule_or_not(slug: str):
    rule = RULES[slug]
    reach = find_reach(rule, [WorkPlace(country=rule.country, remote=True)], Employer())
    assert (reach.value if reach else None) == PLACES[slug].remote


@pytest.mark.parametrize(("name", "line"), lines("meets"))
def test_a_line_meets_a_duty(name: str, line: str):
    duty = DUTIES[name]
    assert statuses(RULES[duty.place], posting_with(duty, line))[name] is Status.MET


@pytest.mark.parametrize(("name", "line"), lines("misses"))
def test_a_line_does_not_meet_a_duty(name: str, line: str):
    duty = DUTIES[name]
    assert statuses(RULES[duty.place], posting_with(duty, line))[name] is duty.status


@pytest.mark.parametrize(
    ("slug", "name"), [(slug, str(asked)) for slug, rule in RULES.items() for asked in (*rule.requires, *rule.bans)]
)
def test_every_rule_tells_a_line_that_meets_each_duty_from_one_that_does_not(slug: str, name: str):
    rule, duty = RULES[slug], DUTIES[name]
    here = (OfferedPlace(country=rule.country, region=rule.region or ""),)  # "$" is the dollar of the place
    postings = (posting_with(duty, line) for line in (duty.meets[0], duty.misses[0]))
    met, missed = (statuses(rule, msgspec.structs.replace(posting, places=here))[name] for posting in postings)
    assert met is Status.MET
    uncertain = {Status.NOT_CHECKABLE} if rule.elsewhere_allowed or name in rule.unconfirmed else set()
    assert missed in {duty.status, *uncertain}


@pytest.mark.parametrize(
    ("name", "question", "answer", "status"),
    [
        ("ai-statement", Question.AI_SCREENING, True, Status.MISSING),
        ("ai-statement", Question.AI_SCREENING, False, Status.MET),
        ("drivers-license", Question.DRIVING, True, Status.MET),
        ("drivers-license", Question.DRIVING, False, Status.MISSING),
        ("foreign-language", Question.LANGUAGE, True, Status.MET),
        ("foreign-language", Question.LANGUAGE, False, Status.MISSING),
    ],
)
def test_an_answer_settles_what_depends_on_it(name: str, question: Question, answer: bool, status: Status):
    duty = DUTIES[name]
    posting = msgspec.structs.replace(posting_with(duty, duty.misses[0]), answers={question: answer})
    assert statuses(RULES[duty.place], posting)[name] is status


def test_what_no_source_confirmed_is_not_missing_for_certain():
    posting = msgspec.structs.replace(build_example_posting(other=SHORT), answers={Question.AI_SCREENING: True})
    [answer] = judge_posting(RULES["us-il-ai-notice"], posting, TODAY).answers
    assert answer.status is Status.NOT_CHECKABLE
    assert "isn't confirmed" in answer.note


def test_a_rule_has_words_of_its_own_that_meet_or_break_it():
    rule = msgspec.structs.replace(
        RULES["us-ca-los-angeles-county-fair-chance"],
        meeting_words=["second chances"],
        breaking_words=["spotless past"],
    )
    posting = build_example_posting(other=["We give Second Chances.", "We want a spotless past."])
    assert statuses(rule, posting) == {"fair-chance": Status.MET, "background-check": Status.MISSING}


@pytest.mark.parametrize("slug", [slug for slug in RULES if slug.endswith("-directive")])
def test_under_a_directive_without_a_national_law_nothing_is_missing_yet(slug: str):
    verdict = judge_posting(RULES[slug], build_example_posting(title="Salesman", other=SHORT), TODAY)
    assert verdict.scope is Scope.DUE
    assert verdict.missing == []


class WrongAnswer(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A kind of wrong answer: the country and region of the work, what is asked, and lines by their right status."""

    kind: str
    place: tuple[str, str]
    asks: str
    lines: dict[Status, list[str]]


WRONG = msgspec.yaml.decode((CASES / "wrong_answers.yaml").read_bytes(), type=list[WrongAnswer])
VARIANTS = [(wrong, status, line) for wrong in WRONG for status, some in wrong.lines.items() for line in some]


@pytest.mark.parametrize(("wrong", "status", "line"), VARIANTS, ids=[f"{w.kind}: {line}" for w, _, line in VARIANTS])
def test_a_kind_of_wrong_answer_is_right_in_its_variants(wrong: WrongAnswer, status: Status, line: str):
    country, region = wrong.place
    posting = build_example_posting(title="Pump Engineer", responsibilities=["Repair pumps."], other=line)
    posting = msgspec.structs.replace(posting, places=(OfferedPlace(country=country, region=region),))
    place = WorkPlace(country=country, region=region)
    answers = [
        answer
        for verdict in judge_all(RULES.values(), posting, [place], date(2026, 11, 29))
        for answer in verdict.answers
        if str(answer.asked) == wrong.asks and verdict.is_binding
    ]
    assert {answer.status for answer in answers} == {status}
