"""Small towns by name, for a reader who knows already in which country or state to look.

`towns.csv` has those of GeoNames (https://www.geonames.org, CC BY 4.0, November 2026) with 500 people and more in the
United States, Canada, Britain, Ireland, Australia and New Zealand that `cities.csv` lacks, by number of people, the
largest first. Names that are everyday words in postings, such as Hospital and Star, are left out.
"""

import csv
from functools import cache
from pathlib import Path

from packs.posting.gazetteer import KnownCity, fold_name

_FILE = Path(__file__).with_name("towns.csv")


def find_small_towns(name: str) -> tuple[KnownCity, ...]:
    """The small towns with this name, the largest first; case and accents don't matter. The table is read on first
    use.
    """
    return _load_towns().get(fold_name(name), ())


@cache
def _load_towns() -> dict[str, tuple[KnownCity, ...]]:
    towns: dict[str, tuple[KnownCity, ...]] = {}
    shared: dict[tuple[str, str], KnownCity] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            home = row["country"], row["region"]
            town = shared.setdefault(home, KnownCity(*home, is_metropolis=False))
            folded = fold_name(row["city"])
            towns[folded] = (*towns.get(folded, ()), town)
    return towns
