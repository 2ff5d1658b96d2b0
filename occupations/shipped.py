"""Load what ships: the extract of O*NET, the projections and our own words.

What is loaded already stays, and so does what the site has imported itself.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from django.db import transaction

from occupations.extract import EXTRACT, ONET_FILE, PROJECTIONS_FILE, read_extract
from occupations.facts import OnetRelease, Outlook, hash_content
from occupations.models import DataRelease
from occupations.own_words import hash_texts, read_texts
from occupations.storing import StoreResult, has_own_import, is_loaded, store_projections, store_release, store_words


@transaction.atomic
def load_shipped(*, replace: bool = False, folder: Path = EXTRACT) -> list[str]:
    """Store all data that ship, all or nothing, and return a line on each dataset. `replace` drops the site's own
    imports. Raises OwnWordsError where a file of Rolebook's words is invalid.
    """
    loads: dict[DataRelease.DataSet, Callable[[], StoreResult | None]] = {
        DataRelease.DataSet.ONET: lambda: load_shipped_release(folder),
        DataRelease.DataSet.PROJECTIONS: lambda: load_shipped_projections(folder),
    }
    lines = []
    for data_set, load_one in loads.items():
        if has_own_import(data_set) and not replace:
            lines.append(f"{data_set.label}: the release that this site imported stays.")
        else:
            lines.append(describe_result(data_set.label, load_one()))
    return [*lines, f"{DataRelease.DataSet.WORDS.label}: {load_own_words():,} changed."]


def load_shipped_release(folder: Path = EXTRACT) -> StoreResult | None:
    """Store the extract of O*NET that ships. Returns what was done, or None where it is stored already."""
    encoded = read_extract(ONET_FILE, folder)
    digest = hash_content(encoded)
    if is_loaded(DataRelease.DataSet.ONET, digest):
        return None  # without reading ten megabytes of JSON at every start
    return store_release(msgspec.json.decode(encoded, type=OnetRelease), digest, is_shipped=True)


def load_shipped_projections(folder: Path = EXTRACT) -> StoreResult | None:
    """Store the projections that ship. Returns what was done, or None where they are stored already."""
    encoded = read_extract(PROJECTIONS_FILE, folder)
    return store_projections(msgspec.json.decode(encoded, type=list[Outlook]), hash_content(encoded), is_shipped=True)


def load_own_words() -> int:
    """Store Rolebook's own words, and return how many occupations changed. Raises OwnWordsError where a file is
    invalid.
    """
    texts = read_texts()
    return store_words(texts, f"{len(texts)} occupations", hash_texts(texts))


def describe_result(label: str, result: StoreResult | None) -> str:
    """A line on what an import stored, for the person who runs the command."""
    if result is None:
        return f"{label}: already loaded."
    parts = [f"{result.stored:,} occupations"]
    parts += [f"{result.titles:,} titles"] if result.titles else []
    parts += [f"{result.removed:,} rows of the previous release removed"] if result.removed else []
    parts += (
        [f"{result.stale:,} kept from an earlier release because an editor wrote about them"] if result.stale else []
    )
    return f"{label}: {', '.join(parts)}."
