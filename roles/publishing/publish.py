"""Publishing: from the working copy to an edition, now or at a set time, in one transaction."""

from datetime import datetime

import msgspec
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from roles.kit.figures import KitPay, fill_pay_tags
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.working_copy import Role
from roles.publishing.checks import refuse_unknown
from roles.publishing.pay import resolve_pay
from roles.publishing.rows import load_kit, save_kit
from roles.search.entries import index_edition, list_entries


class NothingToPublishError(Exception):
    """The working copy equals the live edition."""


@transaction.atomic
def publish_role(role: Role, *, note: str, by: User | None = None, at: datetime | None = None) -> Edition:
    """Make the working copy the role's next edition, live at once or from `at`, a moment to come.

    An edition that was scheduled and is not live yet gives way to this one. Raises KitError with every fault of the
    working copy, and NothingToPublishError where it equals the live edition.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    kit = refuse_unknown(load_kit(role))
    now = timezone.now()
    live_from = max(at or now, now)
    _cancel_scheduled(role, now)
    newest = newest_edition(role)
    if newest and newest.live_until is None and newest.kit == kit:
        raise NothingToPublishError(role.title)
    role.editions.filter(live_until__isnull=True).update(live_until=live_from)
    (pay,) = resolve_pay([kit])
    edition = _add_edition(role, kit, pay, note=note, by=by, live_from=live_from)
    SearchEntry.objects.bulk_create(
        SearchEntry(edition=edition, **msgspec.structs.asdict(entry)) for entry in list_entries(fill_pay_tags(kit, pay))
    )
    index_edition(edition, kit)
    return edition


@transaction.atomic
def cancel_schedule(role: Role) -> bool:
    """Drop the edition that is scheduled and not live yet; the live one stays. Returns whether there was one."""
    role = Role.objects.select_for_update().get(pk=role.pk)
    return _cancel_scheduled(role, timezone.now())


@transaction.atomic
def unpublish_role(role: Role) -> bool:
    """Take the role off the site, its editions kept. Returns whether it was on it or about to be."""
    role = Role.objects.select_for_update().get(pk=role.pk)
    now = timezone.now()
    cancelled = _cancel_scheduled(role, now)
    return bool(role.editions.live(now).update(live_until=now)) or cancelled


@transaction.atomic
def restore_edition(edition: Edition, *, note: str, by: User | None = None) -> Edition:
    """Write an old edition's kit into the working copy and publish it as the newest edition."""
    Role.objects.select_for_update().get(pk=edition.role_id)
    role = save_kit(msgspec.structs.replace(edition.kit, slug=edition.role.slug))
    return publish_role(role, note=note, by=by)


def newest_edition(role: Role) -> Edition | None:
    """The role's edition with the highest number, live or not."""
    return role.editions.order_by("-number").first()


def has_draft(role: Role) -> bool:
    """Whether the working copy differs from the newest edition. Raises KitError where it is no whole kit."""
    newest = newest_edition(role)
    return newest is None or newest.kit != load_kit(role)


def _add_edition(role: Role, kit: Kit, pay: KitPay, *, note: str, by: User | None, live_from: datetime) -> Edition:
    newest = newest_edition(role)
    card = {name: getattr(kit, name) for name in CARD_FIELDS}
    return Edition.objects.create(
        role=role,
        number=newest.number + 1 if newest else 1,
        live_from=live_from,
        published_by=by,
        note=note,
        version=role.version,
        kit_json=msgspec.json.encode(kit).decode(),
        author_slug=kit.author.slug,
        author_name=kit.author.name,
        mentions=kit.list_mentioned_roles(),
        pay_json=msgspec.json.encode(pay).decode(),
        figures_publisher=kit.find_source(kit.figures_source).publisher,
        **card,
    )


def _cancel_scheduled(role: Role, now: datetime) -> bool:
    scheduled = role.editions.filter(live_from__gt=now).first()
    if scheduled is None:
        return False
    moment = scheduled.live_from
    scheduled.delete()
    role.editions.filter(live_until=moment).update(live_until=None)
    return True


CARD_FIELDS = (
    "slug",
    "title",
    "short_title",
    "family",
    "summary",
    "demand",
    "experience_min",
    "experience_max",
    "base_low",
    "base_high",
    "base_kind",
    "total_low",
    "total_high",
    "currency",
    "figures_year",
)
