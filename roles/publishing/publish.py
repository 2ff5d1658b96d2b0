"""Publishing: from the working copy to an edition, now or at a set time, in one transaction."""

from datetime import datetime

import msgspec
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from roles.kit.errors import KitError
from roles.kit.figures import KitPay
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.working_copy import Role
from roles.publishing.checks import refuse_unknown
from roles.publishing.pay import resolve_pay
from roles.publishing.rows import load_kit, save_kit
from roles.publishing.translations import list_outdated, take_figures
from roles.search.entries import index_edition, list_entries


class NothingToPublishError(Exception):
    """Publishing would change nothing: the working copy equals the live edition."""


class UnseenChangesError(Exception):
    """The working copy isn't what the publisher was shown. `kit` is what it holds now."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.title)
        self.kit = kit


@transaction.atomic
def publish_role(
    role: Role,
    *,
    note: str,
    by: User | None = None,
    at: datetime | None = None,
    seen: Kit | None = None,
    keep_scheduled: bool = False,
) -> Edition:
    """Publish the working copy as the role's next edition, live now or from `at` on, and index it. Returns the edition.

    `seen` is the kit that the publisher was shown; without it, whatever is saved is published. A scheduled edition is
    dropped, unless `keep_scheduled`: then this one is live until that one starts.

    Raises KitError for an invalid working copy, UnseenChangesError where it isn't `seen`, NothingToPublishError where
    nothing would change, and ValueError where it would start after the scheduled edition that it keeps.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    kit = load_kit(role)
    if seen is not None and kit != seen:
        raise UnseenChangesError(kit)
    kit = take_figures(refuse_unknown(kit))
    now = timezone.now()
    live_from = max(at or now, now)
    scheduled = find_scheduled_edition(role, now) if keep_scheduled else None
    if scheduled is None:
        _cancel_scheduled(role, now)
    elif scheduled.live_from <= live_from:
        raise ValueError("an edition that keeps the scheduled one starts before it")
    replaced = role.editions.live(live_from)
    before = replaced.first()
    if before and before.kit == kit:
        raise NothingToPublishError(role.title)
    replaced.update(live_until=live_from)
    (pay,) = resolve_pay([kit])
    edition = _add_edition(role, kit, pay, note=note, by=by, live_from=live_from, before=scheduled)
    index_rows(edition)
    for translation, changed in list_outdated(edition):
        _renew_translation(translation, changed, edition)
    return edition


def _renew_translation(translation: Edition, kit: Kit, original: Edition) -> None:
    """Publish what a translation takes from the kit that it translates; a draft of its words stays one."""
    role = translation.role
    if _equals_draft(role, translation.kit):
        role = save_kit(kit)
        role.refresh_from_db(fields=["version"])
    role.editions.live(original.live_from).update(live_until=original.live_from)
    (pay,) = resolve_pay([kit])
    note = f"The figures of edition {original.number} of {original.title}"
    index_rows(_add_edition(role, kit, pay, note=note, by=original.published_by, live_from=original.live_from))


def _equals_draft(role: Role, kit: Kit) -> bool:
    try:
        return load_kit(role) == kit
    except KitError:
        return False


def index_rows(edition: Edition) -> None:
    """Store what search finds of an edition, and every app's own index rows. The edition must not have any yet."""
    SearchEntry.objects.bulk_create(
        SearchEntry(edition=edition, **msgspec.structs.asdict(entry)) for entry in list_entries(edition.shown_kit)
    )
    index_edition(edition, edition.kit)


@transaction.atomic
def cancel_schedule(role: Role) -> bool:
    """Delete the role's edition that is scheduled and not live yet; the live one stays. Returns
    whether there was one.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    return _cancel_scheduled(role, timezone.now())


@transaction.atomic
def unpublish_role(role: Role) -> bool:
    """Take a role off the site now and cancel what was scheduled; its editions stay stored. Returns whether it was live
    or scheduled.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    now = timezone.now()
    cancelled = _cancel_scheduled(role, now)
    return bool(role.editions.live(now).update(live_until=now)) or cancelled


@transaction.atomic
def set_expiry(role: Role, at: datetime | None) -> Edition | None:
    """Store when the role's last edition goes off the site (None: it stays), and return that edition.

    Returns None, and stores nothing, where the edition has ended already or wouldn't be live before `at`.
    """
    role = Role.objects.select_for_update().get(pk=role.pk)
    last = role.editions.order_by("-live_from").first()
    ended = last and last.live_until and last.live_until <= timezone.now()
    if last is None or ended or (at and at <= last.live_from):
        return None
    last.live_until = last.expires_at = at
    last.save(update_fields=["live_until", "expires_at"])
    return last


@transaction.atomic
def restore_edition(edition: Edition) -> Role:
    """Write an edition's kit over the working copy, and return the role. Readers see no change until it is published.

    Its author and sources stay as they are now, because other roles share them. Where the working copy is the newest
    edition then, nothing waits to be published afterward.
    """
    Role.objects.select_for_update().get(pk=edition.role_id)
    role = save_kit(msgspec.structs.replace(edition.kit, slug=edition.role.slug), keeps_shared=True)
    role.refresh_from_db(fields=["version"])
    newest = newest_edition(role)
    if newest == edition and _equals_draft(role, edition.kit):
        role.editions.filter(pk=edition.pk).update(version=role.version)
    return role


def find_scheduled_edition(role: Role, now: datetime | None = None) -> Edition | None:
    """The role's edition that goes live later, or None; there is at most one. One query."""
    return role.editions.filter(live_from__gt=now or timezone.now()).first()


def newest_edition(role: Role) -> Edition | None:
    """The role's edition with the highest number, live or not; None before the first. One query."""
    return role.editions.order_by("-number").first()


def _add_edition(
    role: Role,
    kit: Kit,
    pay: KitPay,
    *,
    note: str,
    by: User | None,
    live_from: datetime,
    before: Edition | None = None,
) -> Edition:
    """Add an edition, open-ended or until the one that follows, which takes the number after it."""
    newest = newest_edition(role)
    number = newest.number + 1 if newest else 1
    if before:
        number = before.number
        role.editions.filter(pk=before.pk).update(number=number + 1)
    card = {name: getattr(kit, name) for name in CARD_FIELDS}
    return Edition.objects.create(
        role=role,
        number=number,
        live_from=live_from,
        live_until=before.live_from if before else None,
        published_by=by,
        publisher=by.get_username() if by else "",
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
    scheduled = find_scheduled_edition(role, now)
    if scheduled is None:
        return False
    moment = scheduled.live_from
    scheduled.delete()
    role.editions.filter(live_until=moment).update(live_until=F("expires_at"))
    return True


CARD_FIELDS = (
    "slug",
    "language",
    "translates",
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
