"""Saving a pack: every save that changes something is a version, and nobody's save replaces another one unseen."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from msgspec import UNSET, UnsetType

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from packs.models import Pack, Version
from packs.store.links import new_edit_link

KEPT_WHOLE = 50  # the newest versions, all of them
KEPT_AT_MOST = 200


class Contents(msgspec.Struct, frozen=True):
    """What a version says: a job description, and an interview plan once somebody has made one."""

    description: JobDescription
    plan: InterviewPlan | None = None


@transaction.atomic
def create(description: JobDescription, plan: InterviewPlan | None = None) -> str:
    """A new pack with its first version. Returns the token of its edit link, which is stored nowhere."""
    pack = Pack.objects.create()
    _add(pack, 1, Contents(description, plan))
    return new_edit_link(pack)


@transaction.atomic
def save(
    pack: Pack,
    description: JobDescription | UnsetType = UNSET,
    plan: InterviewPlan | UnsetType | None = UNSET,
    *,
    base: int,
    aside: int = 0,
) -> Version:
    """Save a job description, a plan or both over version `base`, and return the version that now holds them.

    What is not given stays as it is: who writes and who plans don't get in each other's way. Where another save has
    changed the same since `base`, this one is set aside as a version of its own (`beside` is set) and the pack stays as
    it is; `aside` is the number of such a version from the same page, which is then written over. Raises
    Pack.DoesNotExist when the pack was deleted.
    """
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    current = pack.current()
    said = Contents(
        current.description if description is UNSET else description, current.plan if plan is UNSET else plan
    )
    if said == Contents(current.description, current.plan):
        keep(pack)
        return current
    if base != current.number:
        was = pack.versions.filter(number=base).first()
        rewritten = description is not UNSET and (was is None or was.description != current.description)
        planned_anew = plan is not UNSET and (was is None or was.plan != current.plan)
        if rewritten or planned_anew:
            return _set_aside(pack, said, min(base, current.number), aside)
    saved = _add(pack, _next_number(pack), said)
    keep(pack)
    _thin(pack)
    return saved


def keep(pack: Pack) -> None:
    """Count the pack as used now, so that its time starts again."""
    Pack.objects.filter(pk=pack.pk).update(used_at=Now())


def too_many(versions: Iterable[tuple[int, datetime]]) -> list[int]:
    """The numbers of versions to drop, of (number, time of the save), the newest first.

    The newest KEPT_WHOLE stay; before them the last of each hour stays, up to KEPT_AT_MOST in all.
    """
    kept, dropped, hour = 0, [], None
    for number, saved_at in versions:
        its_hour = saved_at.replace(minute=0, second=0, microsecond=0)
        if kept < KEPT_WHOLE or (its_hour != hour and kept < KEPT_AT_MOST):
            kept += 1
        else:
            dropped.append(number)
        hour = its_hour
    return dropped


def _set_aside(pack: Pack, said: Contents, base: int, aside: int) -> Version:
    kept = pack.versions.filter(number=aside, beside__isnull=False).first()
    if kept is None:
        return _add(pack, _next_number(pack), said, beside=max(base, 1))
    kept.description_json, kept.plan_json, kept.saved_at = _json(said.description), _plan_json(said), timezone.now()
    kept.save(update_fields=["description_json", "plan_json", "saved_at"])
    return kept


def _add(pack: Pack, number: int, said: Contents, *, beside: int | None = None) -> Version:
    return pack.versions.create(
        number=number, beside=beside, description_json=_json(said.description), plan_json=_plan_json(said)
    )


def _next_number(pack: Pack) -> int:
    return pack.versions.latest("number").number + 1


def _json(value: JobDescription | InterviewPlan) -> str:
    return msgspec.json.encode(value).decode()


def _plan_json(said: Contents) -> str | None:
    return None if said.plan is None else _json(said.plan)


def _thin(pack: Pack) -> None:
    pack.versions.filter(number__in=too_many(pack.versions.values_list("number", "saved_at"))).delete()
