"""How well the fields of a posting are read."""

from packs.corpus.labelled import LabelledPosting
from packs.corpus.tally import Tally
from packs.pay_law.places import work_place
from packs.posting.gazetteer import WITH_REGIONS
from packs.posting.value import Posting

FIELDS = ("title", "company", "places", "workplace", "employment", "pay", "deadline", "reference", "apply")

_EMPLOYMENT_NAMES = {"contract": "contractor", "internship": "intern"}  # as labels have them, and as fields do


def score_fields(labelled: LabelledPosting, posting: Posting, fields: dict[str, Tally]) -> None:
    """Compare each field of the labeled header with what was read, and add the outcome to the tallies in `fields`."""
    for name in FIELDS:
        wanted, got = _list_wanted(labelled, name), _list_read(posting, name)
        if name == "title" and labelled.title_raw and got == [labelled.title_raw.casefold()]:
            wanted = got  # the line as it stands is as good
        fields.setdefault(name, Tally()).compare(labelled.id, wanted, got)


def _list_wanted(labelled: LabelledPosting, name: str) -> list[object]:  # noqa: PLR0911 # one for each field
    match name:
        case "places":
            return [_key_place(place.city, place.region, place.country) for place in labelled.places]
        case "workplace":
            return [*sorted({place.workplace for place in labelled.places if place.workplace})]
        case "employment":
            return [_EMPLOYMENT_NAMES.get(name, name) for name in labelled.employment if name != "permanent"]
        case "pay":
            pays = ((pay.low, pay.high, pay.currency, pay.period) for pay in labelled.pay if pay.kind != "bonus")
            return [*dict.fromkeys(pays)]
        case "company":
            return _key_company(labelled.company)
        case "title" | "apply":
            value = getattr(labelled, name)
            return [value.casefold()] if value else []
    value = getattr(labelled, name)
    return [] if value is None else [str(value)]


def _key_place(city: str | None, region: str | None, country: str) -> tuple[str, str, str]:
    """A place as it is compared: the nations of the United Kingdom are labelled by some readers only."""
    return (city or "").casefold(), (region or "") if country in WITH_REGIONS else "", country


def _key_company(name: str | None) -> list[object]:
    """An employer as it is compared: with or without its article, it is the same."""
    return [name.casefold().removeprefix("the ")] if name else []


def _list_read(posting: Posting, name: str) -> list[object]:  # noqa: PLR0911 # one for each field
    match name:
        case "title":
            return [posting.title.casefold()] if posting.title else []
        case "company":
            return _key_company(posting.company)
        case "pay":
            read = ((pay.low, pay.high, pay.currency, pay.period.value.lower()) for pay in posting.pay)
            return [*dict.fromkeys(read)]  # whatever each is for
        case "places":
            places = ((work_place(country=place.country, region=place.region), place) for place in posting.places)
            return [_key_place(place.city, known.region, known.country) for known, place in places if known]
        case "workplace":
            return [posting.workplace.value] if posting.workplace else []
        case "employment":
            return [kind.value.lower().replace("_", "-") for kind in posting.employment]
        case "apply":
            return [posting.contact.casefold()] if posting.contact else []
        case "deadline" | "reference":
            value = getattr(posting, name)
            return [str(value)] if value else []
    return []
