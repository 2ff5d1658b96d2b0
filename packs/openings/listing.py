"""What the list of openings shows of each pack."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec
from django.db.models import Count, Q

from company.models import ProfileVersion
from company.profile import ProfileInUse
from packs.models import OpeningState, Pack, SuggestionState, Version
from packs.occupations.template import decode_template
from packs.openings.counts import OpenCounts, count_open_points
from packs.store.approvals import ApprovalStatus, list_approvals
from roles.kit.value import Kit
from roles.models.edition import Edition


class OpeningEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An opening in a list: its title, place and company, its state, and what is still open.

    `address` is the path to edit it, "" where that isn't known; `has_text` says whether it has more than a title;
    `counts` is None where its kit is gone.
    """

    pack_id: UUID
    title: str
    company: str
    place: str
    state: OpeningState
    holder: str
    deadline: date | None
    is_ongoing: bool
    changed_at: datetime
    is_archived: bool
    has_text: bool
    counts: OpenCounts | None
    suggestions: int
    approval: ApprovalStatus | None
    address: str = ""


def list_entries(packs: Iterable[Pack]) -> list[OpeningEntry]:
    """The entry of each pack in a list of openings, in the order given. A fixed number of queries for any number of
    packs.
    """
    packs = [*packs]
    current = load_current(packs)
    counts = count_open_points(_load_kits(packs, current))
    approvals = list_approvals(current.values())
    is_open = Q(suggestions__state=SuggestionState.OPEN)
    counted = Pack.objects.filter(pk__in=current).annotate(waiting=Count("suggestions", filter=is_open))
    waiting = dict(counted.values_list("pk", "waiting"))
    return [
        _describe_entry(pack, current[pack.pk], counts, approvals.get(pack.pk), waiting.get(pack.pk, 0))
        for pack in packs
        if pack.pk in current
    ]


def load_current(packs: Sequence[Pack]) -> dict[UUID, Version]:
    """The current version of each pack, by the pack's key. One query."""
    accepted = Version.objects.filter(pack__in=packs, beside__isnull=True)
    return {version.pack_id: version for version in accepted.order_by("pack", "-number").distinct("pack")}


def load_companies(packs: Sequence[Pack]) -> dict[UUID, ProfileInUse]:
    """The profile that each pack uses, in the version it has seen, by the pack's key. One query."""
    wanted = Q(profile__in={pack.company_id for pack in packs if pack.company_id})
    versions = ProfileVersion.objects.filter(wanted, number__in={pack.company_number for pack in packs})
    seen = {(version.profile_id, version.number): version for version in versions}
    found = ((pack.pk, seen.get((pack.company_id, pack.company_number))) for pack in packs if pack.company_id)
    return {key: version.in_use() for key, version in found if version}


def _load_kits(packs: Sequence[Pack], current: dict[UUID, Version]) -> dict[Version, Kit]:
    """The kit that each pack was made from, by its version, where it is still there. One query."""
    made_from = {pack.pk: current[pack.pk].description for pack in packs if pack.pk in current}
    names = {(said.slug, said.edition) for said in made_from.values()}
    wanted = Edition.objects.filter(slug__in={slug for slug, _ in names}, number__in={number for _, number in names})
    editions = {(edition.slug, edition.number): edition for edition in wanted}
    found: dict[Version, Kit] = {}
    for pack in packs:
        said = made_from.get(pack.pk)
        edition = editions.get((said.slug, said.edition)) if said else None
        if pack.template_json:
            edition = decode_template(pack.template_json)
        if said and edition:
            found[current[pack.pk]] = edition.kit
    return found


def _describe_entry(
    pack: Pack, version: Version, counts: dict[int, OpenCounts], approval: ApprovalStatus | None, waiting: int
) -> OpeningEntry:
    said = version.description
    return OpeningEntry(
        pack_id=pack.pk,
        title=said.title,
        company=said.company,
        place="; ".join(map(str, said.places)),
        state=OpeningState(pack.state),
        holder=pack.holder,
        deadline=said.deadline,
        is_ongoing=said.ongoing,
        changed_at=version.saved_at,
        has_text=bool(said.list_stated_lines() or said.about_company or said.other),
        is_archived=pack.archived_at is not None,
        counts=counts.get(version.pk),
        suggestions=waiting,
        approval=approval,
    )
