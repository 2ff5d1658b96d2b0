"""Replaces words in the working copies of many roles, and takes that back."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from roles.admin.library.columns import TextColumn, find_column
from roles.admin.library.hits import HitKey, compile_phrase, digest_text, fit_capital
from roles.models.replacement import Replacement
from roles.models.working_copy import Role


class ReplacementOutcome(msgspec.Struct):
    """What a replacement did: its record, the number of changed texts by role, and what was left unchanged and why."""

    replacement: Replacement
    counts: dict[Role, int]
    left: list[str]


class LeftAloneError(Exception):
    """A text that can't be replaced; the message says why."""


@transaction.atomic
def replace_hits(
    keys: Iterable[HitKey], phrase: str, put: str, by: User | None, *, whole: bool = False
) -> ReplacementOutcome:
    """Replace the chosen occurrences, save a record of it, and count a save of each role that changed. A role is
    changed in full or, where it would no longer be valid, not at all; a text saved meanwhile stays.
    """
    outcome = ReplacementOutcome(Replacement(found=phrase, put=put, by=by, changes=[]), {}, [])
    texts = _group_by_text(keys)
    expression = compile_phrase(phrase, whole=whole)
    for role in Role.objects.select_for_update().filter(pk__in={role for role, _, _ in texts}).order_by("pk"):
        changes: list[dict[str, Any]] = []
        for (role_key, column, row), found in texts.items():
            if role_key != role.pk:
                continue
            text = column.list_rows().get(pk=row).words
            if {key.digest for key in found} != {digest_text(text)}:
                outcome.left.append(f"{role}, {column.label}: it was saved after you opened the page.")
                continue
            chosen = {key.start for key in found}
            after = _replace_at(expression, text, chosen, put)
            changes.append({"role": role.pk, "column": column.key, "row": row, "before": text, "after": after})
        _apply_changes(role, changes, outcome)
    outcome.replacement.save()
    return outcome


@transaction.atomic
def take_back(replacement: Replacement) -> ReplacementOutcome:
    """Undo a replacement in every text that still reads as it left it, and count a save of each role that changed.
    Texts that were edited since stay as they are.
    """
    replacement = Replacement.objects.select_for_update().get(pk=replacement.pk)
    outcome = ReplacementOutcome(replacement, {}, [])
    turned: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for change in replacement.changes:
        turned[change["role"]].append(change | {"before": change["after"], "after": change["before"]})
    for role in Role.objects.select_for_update().filter(pk__in=turned).order_by("pk"):
        found = [change | {"row": row} for change in turned[role.pk] if (row := _find_row(role, change))]
        lost = len(turned[role.pk]) - len(found)
        if lost:
            outcome.left.append(f"{role}: {lost} of its texts have been changed since, and stay as they are.")
        _apply_changes(role, found, outcome, is_kept=False)
    replacement.taken_back_at = timezone.now()
    replacement.save()
    return outcome


def _replace_at(expression: re.Pattern[str], text: str, chosen: set[int], put: str) -> str:
    """A text in which the occurrences that start at chosen places are replaced."""
    return expression.sub(lambda match: fit_capital(put, match[0]) if match.start() in chosen else match[0], text)


def _group_by_text(keys: Iterable[HitKey]) -> dict[tuple[int, TextColumn, int], list[HitKey]]:
    """The occurrences of each text: (the role's key, the column, the row's key)."""
    texts: dict[tuple[int, TextColumn, int], list[HitKey]] = defaultdict(list)
    for key in keys:
        column = find_column(key.column)
        row = column.list_rows().filter(pk=key.row).first() if column else None
        if column and row:
            texts[row.role_key, column, row.pk].append(key)
    return texts


def _apply_changes(
    role: Role, changes: list[dict[str, Any]], outcome: ReplacementOutcome, *, is_kept: bool = True
) -> None:
    """Write the new texts of a role, all or none; what can't be is said in the outcome."""
    try:
        with transaction.atomic():
            for change in changes:
                _write_text(change)
    except (LeftAloneError, IntegrityError) as error:
        reason = str(error) if isinstance(error, LeftAloneError) else "the role already has something with that name"
        outcome.left.append(f"{role}: {reason}.")
        return
    if changes:
        role.count_save()
        outcome.counts[role] = len(changes)
        if is_kept:
            outcome.replacement.changes += changes


def _write_text(change: dict[str, Any]) -> None:
    column = find_column(change["column"])
    if column is None:
        raise LeftAloneError("its text is no longer there")
    row = column.model._default_manager.get(pk=change["row"])
    field: Any = column.model._meta.get_field(column.name)
    value = [*dict.fromkeys(change["after"].splitlines())] if column.is_list else change["after"]
    try:
        setattr(row, column.name, field.clean(value, row))
    except ValidationError as error:
        raise LeftAloneError(f"{column.label}: {' '.join(error.messages).rstrip('.')}") from error
    row.save(update_fields=[column.name])


def _find_row(role: Role, change: dict[str, Any]) -> int | None:
    """The row that has a text: the one that had it then, or another of the role, as an import makes new rows."""
    column = find_column(change["column"])
    if column is None:
        return None
    rows = {row.pk for row in column.list_rows().filter(role_key=role.pk, words=change["before"])}
    return change["row"] if change["row"] in rows else next(iter(sorted(rows)), None)
