"""Openings that are made for a list: from the rows of a table, or as a copy of another one."""

from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from packs.description.value import JobDescription, OfferedPay
from packs.models import OpeningList, Pack
from packs.openings.drafts import OpeningDraft
from packs.store.lists import put_on_list
from packs.store.saving import store_pack

if TYPE_CHECKING:
    from company.profile import ProfileInUse

OF_ONE_OPENING = ("posted_on", "deadline", "reference")  # what another opening never shares


@transaction.atomic
def make_openings(
    opening_list: OpeningList, list_token: str, drafts: list[OpeningDraft], company: "ProfileInUse | None" = None
) -> None:
    """Store a pack for each draft, with the company's profile, and put it on the list. Raises ListFullError, and then
    stores none.
    """
    packs = [store_pack(draft.description, template_json=draft.template_json, company=company) for draft in drafts]
    put_on_list(opening_list, list_token, packs)


def copy_pack(pack: Pack, *, with_pay: bool, with_place: bool) -> Pack:
    """Store a new pack with another one's text, interview plan and company; with its pay and place as asked. Returns
    it.

    It starts as a draft with its own dates, and has no link yet.
    """
    current = pack.current()
    description = copy_description(current.description, with_pay=with_pay, with_place=with_place)
    copy = store_pack(description, current.plan, template_json=pack.template_json)
    copy.company_id, copy.company_number = pack.company_id, pack.company_number
    copy.save(update_fields=["company", "company_number"])
    return copy


def copy_description(description: JobDescription, *, with_pay: bool, with_place: bool) -> JobDescription:
    """The description for another opening, without its pay or its place unless they are wanted."""
    empty = JobDescription(slug=description.slug, edition=description.edition, language=description.language)
    dropped = [
        *OF_ONE_OPENING,
        *(() if with_place else ("places", "workplace")),
        *(() if with_pay else ("other_pay",)),
    ]
    kept_pay = description.pay if with_pay else OfferedPay(currency=description.pay.currency)
    return msgspec.structs.replace(description, pay=kept_pay, **{name: getattr(empty, name) for name in dropped})
