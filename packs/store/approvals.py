"""Approvals: which version somebody approved, and whether the pack has said something else since."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import transaction

from packs.models import LONGEST_NAME, Approval, OpeningState, Pack, Version

MOST_APPROVALS = 20  # of one pack; the oldest go first
BEFORE_APPROVAL = (OpeningState.DRAFT, OpeningState.IN_REVIEW)


class ChangedSinceError(Exception):
    """The pack's current version isn't the one that was read."""


class ApprovalStatus(msgspec.Struct, frozen=True):
    """The name, version and time of an approval; `is_changed` says that the job description has changed since."""

    name: str
    version: int
    approved_at: datetime
    is_changed: bool


@transaction.atomic
def approve_version(pack: Pack, number: int, name: str) -> None:
    """Store that somebody approves a version; a pack that is a draft or in review becomes approved.

    Raises ChangedSinceError where the version isn't the current one any more. Only the latest MOST_APPROVALS stay.
    """
    locked = Pack.objects.select_for_update().get(pk=pack.pk)
    if locked.current().number != number:
        raise ChangedSinceError
    locked.approvals.get_or_create(version=number, name=name[:LONGEST_NAME])
    surplus = locked.approvals.order_by("-pk").values("pk")[MOST_APPROVALS:]
    locked.approvals.filter(pk__in=[*surplus.values_list("pk", flat=True)]).delete()
    if locked.state in BEFORE_APPROVAL:
        locked.state = OpeningState.APPROVED
        locked.save(update_fields=["state"])


def list_approvals(versions: Iterable[Version]) -> dict[UUID, ApprovalStatus]:
    """The newest approval of each pack, by its key, for the packs' current versions. Two queries."""
    current = {version.pack_id: version for version in versions}
    newest = {approval.pack_id: approval for approval in Approval.objects.filter(pack__in=current).order_by("pk")}
    approved = _load_approved(newest.values(), current.keys())
    return {
        pack_id: ApprovalStatus(
            approval.name,
            approval.version,
            approval.approved_at,
            is_changed=approved.get((pack_id, approval.version)) != current[pack_id].description_json,
        )
        for pack_id, approval in newest.items()
    }


def find_approval(version: Version) -> ApprovalStatus | None:
    """The newest approval of the pack with this current version, or None. Two queries."""
    return list_approvals([version]).get(version.pack_id)


def _load_approved(approvals: Collection[Approval], pack_ids: Collection[UUID]) -> dict[tuple[UUID, int], str]:
    wanted = {(approval.pack_id, approval.version) for approval in approvals}
    numbers = {number for _, number in wanted}
    rows = Version.objects.filter(pack__in=pack_ids, number__in=numbers)
    found = rows.values_list("pack_id", "number", "description_json")
    return {(pack_id, number): text for pack_id, number, text in found if (pack_id, number) in wanted}
