"""The table of pay-transparency rules: what ships, what editors keep, and which rules apply where and when."""

from datetime import date
from importlib import import_module

import msgspec
import pytest
import yaml
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, transaction

from compensation.models.pay_law import PayLawRule as Row
from compensation.models.pay_law import PayLawVersion, current_rules
from compensation.pay_law.rule import (
    EUROPEAN_UNION,
    Ban,
    Employer,
    LawRequirement,
    PayRule,
    Reach,
    Remote,
    Scope,
    WorkPlace,
    find_reach,
)
from compensation.pay_law.table import add_missing, shipped_rules, update_table

RULES = {rule.slug: rule for rule in shipped_rules()}
DENVER = WorkPlace(country="US", region="CO", city="Denver")
REMOTE_US = WorkPlace(country="US", remote=True)


def test_the_reference_ships_whole():
    assert len(RULES) == 58
    assert all(rule.source and rule.checked_on == date(2026, 11, 28) for rule in RULES.values())


def test_every_rule_has_the_address_of_its_source():
    assert all((rule.source_url or "").startswith("https://") for rule in RULES.values())


def test_no_rule_is_in_force_for_all_of_the_european_union():
    assert not [rule for rule in RULES.values() if rule.country == "EU"]
    states = {rule.country for rule in RULES.values() if rule.country in EUROPEAN_UNION}
    assert states == EUROPEAN_UNION


@pytest.mark.parametrize("slug", [slug for slug in RULES if slug.endswith("-directive")])
def test_a_directive_without_a_national_law_is_due_and_not_confirmed(slug):
    assert RULES[slug].find_scope(date(2026, 11, 29)) is Scope.DUE
    assert RULES[slug].find_scope(date(2026, 6, 6)) is Scope.AHEAD
    assert "standing" in RULES[slug].unconfirmed


def test_unconfirmed_details_name_fields_of_the_rule():
    fields = {*PayRule.__struct_fields__, *LawRequirement, *Ban}
    assert all(set(rule.unconfirmed) <= fields for rule in RULES.values())
    assert RULES["us-me"].unconfirmed_labels == ["the day it starts", "whether remote work counts"]
    assert "Benefits" in RULES["us-nj-jersey-city"].unconfirmed_labels
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
        (WorkPlace(country="IT", city="Rome"), {"it"}),
        (WorkPlace(country="LV"), {"lv", "lv-directive"}),
        (WorkPlace(country="CA", region="PE"), {"ca-pe"}),
        (WorkPlace(country="US", region="OH", city="Cleveland"), {"us-oh-cleveland"}),
        (WorkPlace(country="US", region="NY", city="New York"), {"us-ny", "us-ny-new-york-city"}),
        (WorkPlace(country="US", region="NY", city="Albany"), {"us-ny"}),
        (WorkPlace(country="US", region="TX"), set()),
        (WorkPlace(country="CA", region="on"), {"ca-on"}),
        (WorkPlace(country="DE", city="Berlin"), {"de-directive"}),
        (WorkPlace(country="GB"), {"gb"}),
        (WorkPlace(country="US", region="CO", remote=True), {"us-co"}),
    ],
)
def test_a_place_falls_under_its_own_rules(place, slugs):
    assert {slug for slug, rule in RULES.items() if rule.is_covering(place)} == slugs


def test_remote_work_anywhere_in_a_country_meets_every_rule_that_may_reach_it():
    reached = {slug for slug, rule in RULES.items() if rule.is_covering(REMOTE_US)}
    unreached = {"us-vt", "us-ct", "us-de", "us-oh-cleveland", "us-oh-columbus"}
    assert reached == {slug for slug in RULES if slug.startswith("us-")} - unreached


@pytest.mark.parametrize(
    ("slug", "employer", "reach"),
    [
        ("us-co", Employer(), Reach.REMOTE),
        ("us-co", Employer(headcount=1), Reach.REMOTE),
        ("us-ca", Employer(headcount=14), None),
        ("us-ca", Employer(headcount=15), Reach.REMOTE),
        ("us-mn", Employer(), Reach.REMOTE_UNCONFIRMED),
        ("us-vt", Employer(), Reach.OFFICE_UNKNOWN),
        ("us-vt", Employer(home=WorkPlace(country="US", region="VT")), Reach.OFFICE),
        ("us-vt", Employer(home=WorkPlace(country="US", region="TX")), None),
        ("us-de", Employer(home=WorkPlace(country="US", region="DE"), headcount=26), Reach.OFFICE),
        ("us-oh-cleveland", Employer(home=WorkPlace(country="US", region="OH", city="Cleveland")), None),
    ],
)
def test_remote_work_reaches_a_rule_for_a_reason_or_not(slug, employer, reach):
    assert find_reach(RULES[slug], [REMOTE_US], employer) is reach


def test_remote_work_elsewhere_counts_for_an_office_where_the_rule_says_so():
    texas = WorkPlace(country="US", region="TX", remote=True)
    assert find_reach(RULES["us-ny"], [texas], Employer(home=WorkPlace(country="US", region="NY"))) is Reach.OFFICE
    assert find_reach(RULES["us-co"], [texas], Employer(home=WorkPlace(country="US", region="CO"))) is None


def test_of_several_reasons_the_firmest_is_given():
    assert find_reach(RULES["us-co"], [REMOTE_US, DENVER], Employer()) is Reach.WORK


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

    def test_loading_brings_a_rule_up_to_date_that_no_editor_changed(self):
        update_table([RULES["us-co"], RULES["us-ca"]])
        amended = msgspec.structs.replace(RULES["us-co"], note="Amended.")
        update = update_table([amended, RULES["us-ca"]])
        assert (update.added, update.changed, update.withdrawn) == ([], ["us-co"], [])
        assert Row.objects.get(slug="us-co").note == "Amended."
        assert update_table([amended, RULES["us-ca"]]).changed == []

    def test_a_rule_that_an_editor_changed_back_counts_as_unchanged(self):
        update_table([RULES["us-co"]])
        row = Row.objects.get(slug="us-co")
        note, row.note = row.note, "Ours."
        row.save()
        assert update_table([msgspec.structs.replace(RULES["us-co"], note="New.")]).changed == []
        row.note = note
        row.save()
        assert update_table([msgspec.structs.replace(RULES["us-co"], note="New.")]).changed == ["us-co"]

    def test_a_rule_that_ships_no_more_goes_unless_an_editor_changed_it(self):
        update_table([RULES["us-co"], RULES["us-ca"]])
        row = Row.objects.get(slug="us-ca")
        row.note = "Ours."
        row.save()
        assert update_table([]).withdrawn == ["us-co"]
        assert [*Row.objects.values_list("slug", flat=True)] == ["us-ca"]

    def test_every_change_of_a_rule_is_a_version_of_its_history(self):
        update_table([RULES["us-co"]])
        row = Row.objects.get(slug="us-co")
        row.save()
        row.min_headcount = 7
        row.save()
        assert [version.contents.get("min_headcount") for version in PayLawVersion.objects.filter(rule="us-co")] == [
            7,
            1,
        ]

    def test_an_older_site_comes_up_to_date_and_keeps_what_its_editors_wrote(self):
        """The rows of the table that shipped first, as the migration finds them."""
        migration = import_module("compensation.migrations.0008_pay_law_first_versions")
        for rule in yaml.safe_load(migration.SHIPPED.read_text(encoding="utf-8")):
            rule["exempt_above"] = rule.pop("width_exempt_above", None)
            Row(**rule).save_base(raw=True)
        Row.objects.filter(slug="us-vt").update(note="Ours.")
        migration.record_first_versions(apps, None)
        update = update_table(shipped_rules())
        assert update.withdrawn == ["eu-2023-970"]
        assert {*RULES} - {*update.added} - {*update.changed} == {"us-vt"}
        assert {rule.slug: rule for rule in current_rules() if rule.slug != "us-vt"} == {
            slug: rule for slug, rule in RULES.items() if slug != "us-vt"
        }

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
