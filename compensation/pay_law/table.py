"""The table of rules: shipped with the site, kept in rows, read as values."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from compensation.models.pay_law import PayLawRule as Row
from compensation.pay_law.rule import PayRule

SHIPPED = Path(__file__).parent / "rules.yaml"


def shipped_rules() -> list[PayRule]:
    """The rules that come with the site. Raises msgspec.ValidationError where the file is wrong."""
    return msgspec.convert(yaml.safe_load(SHIPPED.read_text(encoding="utf-8")), list[PayRule])


def add_missing(rules: Iterable[PayRule]) -> list[str]:
    """Add the rules that the site does not have, by slug, and leave the others alone. Returns the slugs added."""
    known = set(Row.objects.values_list("slug", flat=True))
    new = [rule for rule in rules if rule.slug not in known]
    Row.objects.bulk_create(Row(**_as_plain(rule)) for rule in new)
    return [rule.slug for rule in new]


def _as_plain(rule: PayRule) -> dict[str, Any]:
    plain = msgspec.structs.asdict(rule)
    return plain | {name: [str(word) for word in plain[name]] for name in ("requires", "bans")}
