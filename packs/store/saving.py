"""Saving a pack: every save that changes something is a version, and nobody's save replaces another one unseen."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction
from django.db.models import Func, IntegerField
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from msgspec import UNSET, UnsetType

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from packs.models import Pack, Version
from packs.store.links import new_edit_link

if TYPE_CHECKING:
    from company.profile import ProfileInUse

NEWEST_VERSIONS_WHOLE = 50  # the newest versions, all of them
MOST_VERSIONS = 200
MOST_BYTES = 10_000_000  # of all versions of a pack; a long one takes some 20,000
NEWEST_VERSIONS_SAFE = 2


type Merge = Callable[[JobDescription, JobDescription, JobDescription], JobDescription | None]


class OctetLength(Func):
    """The length of a text in bytes, as the database counts it."""

    function = "octet_length"
    output_field = IntegerField()


class Contents(msgspec.Struct, frozen=True):
    """The contents of a version: a job description, and an interview plan or None."""

    description: JobDescription
    plan: InterviewPlan | None = None


@transaction.atomic
def create_pack(
    description: JobDescription,
    plan: InterviewPlan | None = None,
    *,
    template_json: str = "",
    company: "ProfileInUse | None" = None,
) -> str:
    """Store a new pack with its first version, and return the token of its edit link, of which only a hash is stored.

    `template_json` is the kit it was made from where that is no stored edition, such as an occupation's; `company` is
    the profile it started from.
    """
    return new_edit_link(store_pack(description, plan, template_json=template_json, company=company))


def store_pack(
    description: JobDescription,
    plan: InterviewPlan | None = None,
    *,
    template_json: str = "",
    company: "ProfileInUse | None" = None,
) -> Pack:
    """Store a new pack with its first version, and return it. It has no link yet: the caller adds one in the same
    transaction.
    """
    pack = Pack.objects.create(template_json=template_json)
    if company:
        remember_company(pack, company)
    _add_version(pack, 1, Contents(description, plan))
    return pack


@transaction.atomic
def save_version(
    pack: Pack,
    description: JobDescription | UnsetType = UNSET,
    plan: InterviewPlan | UnsetType | None = UNSET,
    *,
    base: int,
    conflicting: int = 0,
    credited_to: str = "",
    merge: Merge = lambda was, theirs, mine: None,
) -> Version:
    """Store a job description, a plan or both as a new version over version `base`, and return the version that now
    holds them; a part that isn't given stays.

    Where another save has changed the same part since `base`, this one is set aside (`beside`) and the pack stays;
    `conflicting` is such a version from the same page, which is replaced. But where only suggestions were accepted
    since, `merge` may combine both, or return None.

    `credited_to` names who suggested the change. Raises Pack.DoesNotExist.
    """
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    current = pack.current()
    contents = Contents(
        current.description if description is UNSET else description, current.plan if plan is UNSET else plan
    )
    if contents == Contents(current.description, current.plan):
        keep_pack(pack)
        return current
    if base != current.number:
        was = pack.versions.filter(number=base).first()
        rewritten = description is not UNSET and (was is None or was.description != current.description)
        planned_anew = plan is not UNSET and (was is None or was.plan != current.plan)
        if rewritten and not planned_anew and was and _is_suggested(pack, base):
            merged = merge(was.description, current.description, contents.description)
            contents = msgspec.structs.replace(contents, description=merged) if merged else contents
            rewritten = merged is None
        if rewritten or planned_anew:
            return _save_conflicting(pack, contents, min(base, current.number), conflicting)
    saved = _add_version(pack, _next_number(pack), contents, credited_to=credited_to)
    keep_pack(pack)
    _thin_versions(pack)
    return saved


def _is_suggested(pack: Pack, base: int) -> bool:
    """Whether every version that follows one took suggested words over."""
    since = pack.versions.filter(number__gt=base, beside__isnull=True)
    return not since.filter(credited_to="").exists()


def keep_pack(pack: Pack) -> None:
    """Store that the pack was used now, which restarts its time."""
    Pack.objects.filter(pk=pack.pk).update(used_at=Now(), opened_again=True)


def remember_company(pack: Pack, company: "ProfileInUse") -> None:
    """Store which version of which profile the pack has seen, so that only later changes are offered."""
    pack.company_id, pack.company_number = company.id, company.number
    pack.save(update_fields=["company", "company_number"])


def keep_first_posting(pack: Pack, day: date) -> date:
    """The day on which the pack's posting first went to job sites. Stores `day` as that day where none is stored."""
    Pack.objects.filter(pk=pack.pk, first_posted_on__isnull=True).update(first_posted_on=day)
    return Pack.objects.get(pk=pack.pk).first_posted_on or day


def too_many(versions: Iterable[tuple[int, datetime]]) -> list[int]:
    """The numbers of the versions to drop, from (number, time of save), newest first. NEWEST_VERSIONS_WHOLE stay, and
    before them the last of each hour, MOST_VERSIONS in all.
    """
    kept, dropped, hour = 0, [], None
    for number, saved_at in versions:
        its_hour = saved_at.replace(minute=0, second=0, microsecond=0)
        if kept < NEWEST_VERSIONS_WHOLE or (its_hour != hour and kept < MOST_VERSIONS):
            kept += 1
        else:
            dropped.append(number)
        hour = its_hour
    return dropped


def _save_conflicting(pack: Pack, contents: Contents, base: int, conflicting: int) -> Version:
    conflict = pack.versions.filter(number=conflicting, beside__isnull=False).first()
    if conflict is None:
        return _add_version(pack, _next_number(pack), contents, beside=max(base, 1))
    conflict.description_json, conflict.plan_json, conflict.saved_at = (
        _encode_json(contents.description),
        _plan_json(contents),
        timezone.now(),
    )
    conflict.save(update_fields=["description_json", "plan_json", "saved_at"])
    return conflict


def _add_version(
    pack: Pack, number: int, contents: Contents, *, beside: int | None = None, credited_to: str = ""
) -> Version:
    return pack.versions.create(
        number=number,
        beside=beside,
        description_json=_encode_json(contents.description),
        plan_json=_plan_json(contents),
        credited_to=credited_to,
    )


def _next_number(pack: Pack) -> int:
    return pack.versions.latest("number").number + 1


def _encode_json(value: JobDescription | InterviewPlan) -> str:
    return msgspec.json.encode(value).decode()


def _plan_json(contents: Contents) -> str | None:
    return None if contents.plan is None else _encode_json(contents.plan)


def too_large(versions: Iterable[tuple[int, int]], most: int = MOST_BYTES) -> list[int]:
    """The numbers of the versions to drop, from (number, bytes), newest first: those beyond `most` bytes in all. The
    newest two always stay: the current one, and one that may be set aside.
    """
    together = accumulate(versions, lambda before, version: (version[0], before[1] + version[1]))
    return [number for place, (number, size) in enumerate(together) if size > most and place >= NEWEST_VERSIONS_SAFE]


def _thin_versions(pack: Pack) -> None:
    approved = pack.approvals.values("version")  # stays for as long as its approval, to be compared with
    thinned = pack.versions.exclude(number__in=approved)
    thinned.filter(number__in=too_many(pack.versions.values_list("number", "saved_at"))).delete()
    size = OctetLength("description_json") + Coalesce(OctetLength("plan_json"), 0)
    thinned.filter(number__in=too_large(pack.versions.annotate(size=size).values_list("number", "size"))).delete()
