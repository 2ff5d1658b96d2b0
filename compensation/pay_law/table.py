"""The table of rules: shipped with the site, kept in rows, read as values."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml
from django.db import transaction

from compensation.models.pay_law import PayLawRule, PayLawVersion, as_value, list_last_shipped, rule_contents
from compensation.pay_law.rule import PayRule

SHIPPED = Path(__file__).parent / "rules.yaml"
_LISTS = ("requires", "bans")


class TableUpdate(NamedTuple):
    """The slugs of the rules that were added, changed and deleted."""

    added: list[str]
    changed: list[str]
    withdrawn: list[str]


def shipped_rules() -> list[PayRule]:
    """The rules that ship. Reads the file. Raises msgspec.ValidationError for an invalid file."""
    return msgspec.convert(yaml.load(SHIPPED.read_bytes(), Loader=yaml.CSafeLoader), list[PayRule])


def add_missing(rules: Iterable[PayRule]) -> list[str]:
    """Store the rules whose slugs the site doesn't have, and their first versions. Returns the slugs added. Stored
    rules stay as they are.
    """
    known = set(PayLawRule.objects.values_list("slug", flat=True))
    new = [rule for rule in rules if rule.slug not in known]
    PayLawRule.objects.bulk_create(PayLawRule(**_as_plain(rule)) for rule in new)
    PayLawVersion.objects.bulk_create(_make_version(rule) for rule in new)
    return [rule.slug for rule in new]


@transaction.atomic
def update_table(rules: Iterable[PayRule]) -> TableUpdate:
    """Update the stored rules to `rules`: add what is missing, and change or delete those that no editor has changed.
    Returns what was done.

    A rule counts as unchanged while it equals what shipped last under its slug. All in one transaction.
    """
    wanted = {rule.slug: rule for rule in rules}
    added = add_missing(wanted.values())
    last_shipped = list_last_shipped()
    rows = {row.slug: row for row in PayLawRule.objects.select_for_update()}
    untouched = {slug for slug, row in rows.items() if rule_contents(as_value(row)) == last_shipped.get(slug)}
    changed = [slug for slug in untouched & wanted.keys() if rule_contents(wanted[slug]) != last_shipped[slug]]
    for slug in sorted(changed):
        PayLawRule.objects.filter(slug=slug).update(**_as_plain(wanted[slug]))
    PayLawVersion.objects.bulk_create(_make_version(wanted[slug]) for slug in sorted(changed))
    withdrawn = sorted(untouched - wanted.keys())
    PayLawRule.objects.filter(slug__in=withdrawn).delete()
    return TableUpdate(added, sorted(changed), withdrawn)


def _make_version(rule: PayRule) -> PayLawVersion:
    return PayLawVersion(rule=rule.slug, contents=rule_contents(rule), shipped=True)


def _as_plain(rule: PayRule) -> dict[str, Any]:
    plain = msgspec.structs.asdict(rule)
    return plain | {name: [str(word) for word in plain[name]] for name in _LISTS}
