"""What roles pay, worked out from the figures of other apps and kept with editions, so that pages only read it."""

from collections.abc import Iterable

import msgspec
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from roles.app_parts import list_parts
from roles.kit.figures import KitPay
from roles.kit.value import Kit
from roles.models.edition import Edition


def resolve_pay(kits: Iterable[Kit]) -> list[KitPay]:
    """What each kit's role pays, in the order of the kits. A few queries for any number of kits."""
    asked = [*kits]
    for parts in list_parts():
        if parts.pay is not None:
            return [*parts.pay(asked)]
    return [KitPay() for _ in asked]


@transaction.atomic
def refresh_pay() -> int:
    """Work out again what every live or scheduled edition says on pay, and store it where it changed. Returns how many
    changed. All in one transaction.
    """
    editions = [*Edition.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=Now())).order_by("pk")]
    changed = []
    for edition, pay in zip(editions, resolve_pay(edition.kit for edition in editions), strict=True):
        encoded = msgspec.json.encode(pay).decode()
        if edition.pay_json != encoded:
            edition.pay_json = encoded
            edition.pay_number = F("pay_number") + 1
            changed.append(edition)
    Edition.objects.bulk_update(changed, ["pay_json", "pay_number"], batch_size=500)
    return len(changed)
