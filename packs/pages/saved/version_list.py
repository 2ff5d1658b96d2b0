"""The versions of a pack as its pages list and compare them."""

from itertools import pairwise

import msgspec

from packs.models import Pack, Version
from packs.pages.saved.changes import Change, Offer, list_changes
from packs.pages.saved.plan_changes import plan_changes
from roles.kit.value import Kit

NAMED = 3  # changes that the list names before it counts the rest


class VersionEntry(msgspec.Struct, frozen=True):
    """A version, the version it is based on, the names of changes in its save, and how many more there are."""

    version: Version
    before: Version | None
    labels: list[str]
    more: int
    is_current: bool


def list_version_entries(pack: Pack) -> list[VersionEntry]:
    """The versions of a pack, the newest first, each with what its save changed. One query for all versions."""
    versions = [*pack.versions.all()]
    accepted = [version for version in versions if version.beside is None]
    before = {newer.number: older for newer, older in pairwise(accepted)}
    by_number = {version.number: version for version in versions}
    found = []
    for version in versions:
        earlier = by_number.get(version.beside) if version.beside else before.get(version.number)
        labels = _list_labels(earlier, version)
        current = version.number == accepted[0].number
        found.append(VersionEntry(version, earlier, labels[:NAMED], len(labels[NAMED:]), current))
    return found


def list_offers(base: Version | None, mine: Version, other: Version, kit: Kit | None = None) -> list[Offer]:
    """The changes from `mine` to `other`, each ticked where `other` changed that part since `base`, the version on
    which both are based. Without a `base` all are ticked, as in a restore. The kit has the words for interview
    questions.
    """
    differing = list_differences(mine, other, kit)
    if base is None:
        return [Offer(change, is_taken=True, contested=False) for change in differing]
    theirs, ours = ({change.key for change in list_differences(base, version)} for version in (other, mine))
    return [Offer(change, is_taken=change.key in theirs, contested=change.key in theirs & ours) for change in differing]


def list_differences(before: Version, after: Version, kit: Kit | None = None) -> list[Change]:
    """The changes that make one version out of another: those of the job description, then those of the plan."""
    return [*list_changes(before.description, after.description), *plan_changes(before.plan, after.plan, kit)]


def _list_labels(before: Version | None, version: Version) -> list[str]:
    if before is None:
        return []
    return [*dict.fromkeys(change.label for change in list_differences(before, version))]
