"""How well the fields of a posting are read."""

from packs.corpus.labelled import LabelledPosting
from packs.corpus.tally import Tally
from packs.posting.value import Posting
from packs.review.checks.pay import stated_pay

FIELDS = ("title", "company", "places", "workplace", "employment", "pay", "deadline", "reference", "apply")


def score_fields(labelled: LabelledPosting, posting: Posting, fields: dict[str, Tally]) -> None:
    """Count each field of the header against what was read."""
    for name in FIELDS:
        wanted, got = _list_wanted(labelled, name), _list_read(posting, name)
        fields.setdefault(name, Tally()).compare(labelled.id, wanted, got)


def _list_wanted(labelled: LabelledPosting, name: str) -> list[object]:
    match name:
        case "places":
            return [(place.city or "", place.region or "", place.country) for place in labelled.places]
        case "workplace":
            return sorted({place.workplace for place in labelled.places if place.workplace})
        case "employment":
            return list(labelled.employment)
        case "pay":
            return [(pay.low, pay.high, pay.currency, pay.period) for pay in labelled.pay if pay.kind != "bonus"]
        case "title" | "company" | "apply":
            value = getattr(labelled, name)
            return [value.casefold()] if value else []
    value = getattr(labelled, name)
    return [] if value is None else [str(value)]


def _list_read(posting: Posting, name: str) -> list[object]:
    match name:
        case "title" | "company":
            value = getattr(posting, name)
            return [value.casefold()] if value else []
        case "pay":
            pays = (stated.named.pay for stated in stated_pay(posting))
            return [(pay.low, pay.high, pay.currency, pay.period.value.lower()) for pay in pays]
    return []
