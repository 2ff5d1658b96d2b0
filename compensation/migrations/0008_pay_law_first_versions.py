"""Start the history of the rules that a site has already: what shipped, and what its editors made of it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml
from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SHIPPED = Path(__file__).parent / "data" / "pay_law_2026_11_01.yaml"
READ_ON = datetime(2026, 11, 1, tzinfo=UTC)
DEFAULTS = {
    "remote": "unconfirmed",
    "closed_range": False,
    "fixed_rate_allowed": True,
    "currency": "USD",
    "elsewhere_allowed": False,
}
FIELDS = [
    "slug",
    "jurisdiction",
    "level",
    "country",
    "region",
    "city",
    "effective_from",
    "enforced_from",
    "effective_to",
    "min_headcount",
    "headcount_scope",
    "remote",
    "requires",
    "closed_range",
    "fixed_rate_allowed",
    "max_width",
    "exempt_above",
    "currency",
    "elsewhere_allowed",
    "bans",
    "retention",
    "penalty",
    "note",
    "unconfirmed",
    "source",
    "checked_on",
]


def record_first_versions(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep the shipped version of each rule that is there, and the row as a second one where it says something else."""
    version = apps.get_model("compensation", "PayLawVersion")
    rules = yaml.load(SHIPPED.read_bytes(), Loader=yaml.CSafeLoader)
    shipped = {rule["slug"]: _as_contents(rule) for rule in rules}
    for row in apps.get_model("compensation", "PayLawRule").objects.all():
        contents, before = _as_contents({name: getattr(row, name) for name in FIELDS}), shipped.get(row.slug)
        if before is not None:
            version.objects.create(rule=row.slug, recorded_at=READ_ON, contents=before, shipped=True)
        if contents != before:
            version.objects.create(rule=row.slug, contents=contents)


def _as_contents(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule without its empty fields and those at their defaults, its days as text."""
    renamed = {"exempt_above" if name == "width_exempt_above" else name: value for name, value in rule.items()}
    given = {name: value for name, value in renamed.items() if value not in (None, []) and value != DEFAULTS.get(name)}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in given.items()}


class Migration(migrations.Migration):
    dependencies = [("compensation", "0007_pay_law_history")]

    operations = [migrations.RunPython(record_first_versions, migrations.RunPython.noop)]
