"""The places that the words of a search name."""

import pytest

from config.pages.search.places import NamedPlace, PlaceNames

TEXAS = NamedPlace("Texas", "texas", ("TX",), is_state=True)
OREGON = NamedPlace("Oregon", "oregon", ("OR",), is_state=True)
MAINE = NamedPlace("Maine", "maine", ("ME",), is_state=True)
AUSTIN = NamedPlace("Austin-Round Rock-San Marcos, TX", "austin", ("TX",))
WEST = NamedPlace("Portland-Vancouver-Hillsboro, OR-WA", "portland-or", ("OR", "WA"))
EAST = NamedPlace("Portland-South Portland, ME", "portland-me", ("ME",))
BAY = NamedPlace("San Francisco-Oakland-Fremont, CA", "san-francisco", ("CA",))
SAINT = NamedPlace("St. Louis, MO-IL", "st-louis", ("MO", "IL"))
BOISE = NamedPlace("Boise City, ID", "boise", ("ID",))
CAPITAL = NamedPlace("Washington-Arlington-Alexandria, DC-VA-MD-WV", "washington-dc", ("DC", "VA", "MD", "WV"))
WASHINGTON = NamedPlace("Washington", "washington", ("WA",), is_state=True)
NAMES = PlaceNames([TEXAS, OREGON, MAINE, AUSTIN, EAST, WEST, BAY, SAINT, BOISE, CAPITAL, WASHINGTON])


@pytest.mark.parametrize(
    ("words", "place", "others"),
    [
        ("recruiter austin", AUSTIN, "recruiter"),
        ("austin recruiter", AUSTIN, "recruiter"),
        ("recruiter round rock", AUSTIN, "recruiter"),
        ("recruiter austin tx", AUSTIN, "recruiter"),
        ("recruiter texas", TEXAS, "recruiter"),
        ("recruiter tx", TEXAS, "recruiter"),
        ("recruiter portland", WEST, "recruiter"),
        ("recruiter portland maine", EAST, "recruiter"),
        ("recruiter south portland", EAST, "recruiter"),
        ("recruiter sf", BAY, "recruiter"),
        ("recruiter bay area", BAY, "recruiter"),
        ("recruiter saint louis", SAINT, "recruiter"),
        ("recruiter st louis", SAINT, "recruiter"),
        ("recruiter boise", BOISE, "recruiter"),
        ("recruiter portland me", EAST, "recruiter"),
        ("recruiter washington dc", CAPITAL, "recruiter"),
        ("recruiter washington d c", CAPITAL, "recruiter"),
        ("recruiter washington state", WASHINGTON, "recruiter"),
        ("recruiter portland in june", WEST, "recruiter in june"),
    ],
)
def test_a_place_is_found_and_taken_out(words, place, others):
    found = NAMES.cut_places(words.split())[0]
    assert (found.place, found.others) == (place, tuple(others.split()))


@pytest.mark.parametrize("words", ["recruiter", "recruiter or sourcer", "a recruiter in me"])
def test_words_that_name_no_place_are_none(words):
    assert NAMES.cut_places(words.split()) == []
