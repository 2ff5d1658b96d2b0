"""The lists of searches, each with the addresses that should come first, for the tests and for `make reading`."""

from pathlib import Path
from urllib.parse import urlsplit

type Wanted = dict[str, list[str]]


def read_wanted(name: str) -> Wanted:
    """The searches of a list, each with the addresses that are right."""
    lines = Path(__file__).with_name(name).read_text().splitlines()
    return {query: wanted.split(" | ") for line in lines for query, arrow, wanted in [line.partition(" => ")] if arrow}


QUERIES, NAMES = read_wanted("queries.txt"), read_wanted("names.txt")


def is_reached(path: str, wanted: str) -> bool:
    """Whether an address is the one that was wanted, with the query and the fragment that this names."""
    given, asked = urlsplit(path), urlsplit(wanted)
    return given.path == asked.path and asked.query in ("", given.query) and asked.fragment in ("", given.fragment)
