"""The shared bank as rows: what ships is loaded at each start, and what an editor wrote is never overwritten."""

import hashlib
from collections.abc import Collection, Iterable

import msgspec
from django.db import transaction
from django.db.models.functions import Now

from interviews.models import BankCompetency, BankQuestion, Competency, Question
from interviews.shared.shipped import SharedCompetency, read_shipped_bank
from roles.kit.value import KitQuestion
from roles.models.working_copy import Role

PLAIN = ("slug", "name", "definition", "elements")
# A whole number of SQL: it changes with every save, and with every row that comes or goes.
BANK_STATE = (
    "SELECT COUNT(*) + COALESCE(SUM(EXTRACT(EPOCH FROM changed_at) * 1000000), 0)::bigint"
    " FROM interviews_bankcompetency"
)
BY_ROLEBOOK = BankCompetency.WrittenBy.ROLEBOOK


@transaction.atomic
def load_bank(shipped: Iterable[SharedCompetency] | None = None) -> int:
    """Update the competencies that no editor has changed to what ships (or to `shipped`). Returns how many were added
    or changed, and one more where any were deleted.
    """
    wanted = {shared.slug: shared for shared in (read_shipped_bank() if shipped is None else shipped)}
    rows = {row.slug: row for row in BankCompetency.objects.select_for_update()}
    removed, _ = BankCompetency.objects.filter(written_by=BY_ROLEBOOK).exclude(slug__in=wanted).delete()
    changed = [shared for slug, shared in wanted.items() if _is_stale(rows.get(slug), shared)]
    for shared in changed:
        _write_competency(shared)
    return len(changed) + bool(removed)


@transaction.atomic
def restore_shipped(slugs: Collection[str]) -> int:
    """Put back the words that ship over what editors wrote in competencies with these slugs. Returns how many of them
    ship.
    """
    found = [shared for shared in read_shipped_bank() if shared.slug in slugs]
    for shared in found:
        _write_competency(shared)
    return len(found)


def list_shared_competencies() -> list[SharedCompetency]:
    """The competencies that are in use, by slug, in two queries; those that ship while none is loaded."""
    rows = BankCompetency.objects.filter(is_used=True).order_by("slug").prefetch_related("questions")
    return [_read_competency(row) for row in rows] or [*read_shipped_bank()]


@transaction.atomic
def add_to_role(role: Role, slugs: Collection[str]) -> int:
    """Copy competencies of the bank with their questions into a role's working copy. Returns how many; one that the
    role has already stays as it is.

    The skills that they draw on are for the editor to choose.
    """
    known = {*role.competencies.values_list("slug", flat=True)}
    asked = {*Question.objects.filter(competency__role=role).values_list("slug", flat=True)}
    added = [part for part in list_shared_competencies() if part.slug in slugs and part.slug not in known]
    for place, shared in enumerate(added, start=len(known)):
        own = {name: getattr(shared, name) for name in ("slug", "name", "definition")}
        row = Competency.objects.create(role=role, position=place, **own)
        Question.objects.bulk_create(
            Question(competency=row, position=number, **_list_columns(question) | {"slug": _free_slug(question, asked)})
            for number, question in enumerate(shared.questions)
        )
    if added:
        role.count_save()
    return len(added)


def _free_slug(question: KitQuestion, asked: set[str]) -> str:
    """The question's slug, or another one where the role has a question of that slug; it counts as taken then."""
    slug, number = question.slug, 1
    while slug in asked:
        number += 1
        slug = f"{question.slug[:70]}-{number}"
    asked.add(slug)
    return slug


def _is_stale(row: BankCompetency | None, shared: SharedCompetency) -> bool:
    return row is None or (row.written_by == BY_ROLEBOOK and row.digest != _hash_competency(shared))


def _hash_competency(shared: SharedCompetency) -> str:
    return hashlib.sha256(msgspec.json.encode(shared)).hexdigest()


def _write_competency(shared: SharedCompetency) -> None:
    plain = {name: getattr(shared, name) for name in PLAIN}
    plain |= {"digest": _hash_competency(shared), "written_by": BY_ROLEBOOK, "changed_at": Now()}
    row, _ = BankCompetency.objects.update_or_create(slug=shared.slug, defaults=plain)
    row.questions.all().delete()
    BankQuestion.objects.bulk_create(
        BankQuestion(competency=row, position=place, **_list_columns(question))
        for place, question in enumerate(shared.questions)
    )


def _read_competency(row: BankCompetency) -> SharedCompetency:
    questions = [
        KitQuestion(**{name: getattr(question, name) for name in KitQuestion.__struct_fields__})
        for question in row.questions.all()
    ]
    return SharedCompetency(**{name: getattr(row, name) for name in PLAIN}, questions=questions)


def _list_columns(question: KitQuestion) -> dict[str, object]:
    return {name: getattr(question, name) for name in KitQuestion.__struct_fields__}
