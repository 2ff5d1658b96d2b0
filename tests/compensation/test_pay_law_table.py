"""The table of pay-transparency rules: what ships, what editors keep, and which rules apply where and when."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from compensation.models.pay_law import PayLawRule as Row
from compensation.models.pay_law import current_rules
from compensation.pay_law.rule import PayRule, Remote, Scope, WorkPlace
from compensation.pay_law.table import add_missing, shipped_rules

RULES = {rule.slug: rule for rule in shipped_rules()}
DENVER = WorkPlace(country="US", region="CO", city="Denver")
REMOTE_US = WorkPlace(country="US", remote=True)


def test_the_reference_ships_whole():
    assert len(RULES) == 24
    assert all(rule.source and rule.checked_on == date(2026, 11, 1) for rule in RULES.values())


def test_unconfirmed_details_name_fields_of_the_rule():
    fields = set(PayRule.__struct_fields__)
    assert all(set(rule.unconfirmed) <= fields for rule in RULES.values())
    assert RULES["us-vt"].unconfirmed == ["min_headcount"]
    assert all(("remote" in rule.unconfirmed) == (rule.remote is Remote.UNCONFIRMED) for rule in RULES.values())


@pytest.mark.parametrize(
    ("slug", "day", "scope"),
    [
        ("us-co", date(2020, 12, 31), Scope.AHEAD),
        ("us-co", date(2021, 1, 1), Scope.IN_FORCE),
        ("us-oh-columbus", date(2026, 12, 31), Scope.NOT_ENFORCED),
        ("us-oh-columbus", date(2027, 1, 1), Scope.IN_FORCE),
        ("us-de", date(2026, 11, 23), Scope.AHEAD),
        ("gb", date(2026, 11, 23), Scope.AHEAD),
    ],
)
def test_a_rule_stands_where_its_dates_say(slug, day, scope):
    assert RULES[slug].find_scope(day) is scope


def test_a_rule_ends_on_its_last_day():
    rule = PayRule(
        slug="x",
        jurisdiction="X",
        level=RULES["us-co"].level,
        country="US",
        effective_from=date(2020, 1, 1),
        effective_to=date(2021, 1, 1),
        source="x",
        checked_on=date(2026, 1, 1),
    )
    assert rule.find_scope(date(2021, 1, 1)) is Scope.IN_FORCE
    assert rule.find_scope(date(2021, 1, 2)) is Scope.ENDED


@pytest.mark.parametrize(
    ("place", "slugs"),
    [
        (DENVER, {"us-co"}),
        (WorkPlace(country="US", region="NY", city="New York"), {"us-ny", "us-ny-new-york-city"}),
        (WorkPlace(country="US", region="NY", city="Albany"), {"us-ny"}),
        (WorkPlace(country="US", region="TX"), set()),
        (WorkPlace(country="CA", region="on"), {"ca-on"}),
        (WorkPlace(country="DE", city="Berlin"), {"eu-2023-970"}),
        (WorkPlace(country="GB"), {"gb"}),
        (WorkPlace(country="US", region="CO", remote=True), {"us-co"}),
    ],
)
def test_a_place_falls_under_its_own_rules(place, slugs):
    assert {slug for slug, rule in RULES.items() if rule.is_covering(place)} == slugs


def test_remote_work_anywhere_in_a_country_meets_every_rule_that_may_reach_it():
    reached = {slug for slug, rule in RULES.items() if rule.is_covering(REMOTE_US)}
    assert reached == {slug for slug in RULES if slug.startswith("us-")}


@pytest.mark.django_db
class TestRows:
    def test_shipped_rules_come_back_from_rows_as_they_are(self):
        add_missing(RULES.values())
        assert {rule.slug: rule for rule in current_rules()} == RULES

    def test_loading_never_changes_a_rule_that_an_editor_keeps(self, capsys):
        call_command("load_pay_law")
        Row.objects.filter(slug="us-co").update(min_headcount=7)
        Row.objects.filter(slug="us-ca").delete()
        call_command("load_pay_law")
        assert Row.objects.get(slug="us-co").min_headcount == 7
        assert "1 pay-transparency rules added" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("name", "values"),
        [
            ("pay_law_period_runs_on", {"effective_to": date(2020, 1, 1)}),
            ("pay_law_enforced_after_effective", {"enforced_from": date(2020, 1, 1)}),
            ("pay_law_known_requirements", {"requires": ["a pony"]}),
            ("pay_law_known_bans", {"bans": ["a pony"]}),
        ],
    )
    def test_the_database_refuses(self, name, values):
        add_missing([RULES["us-co"]])
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Row.objects.update(**values)
