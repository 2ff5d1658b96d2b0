"""Titles that people type find an occupation of the right family, over everything that ships."""

from pathlib import Path

import pytest

from occupations.find import Reason, find_by_title
from occupations.shipped import load_shipped
from roles.search.find import search_library
from tests.factories import a_published_kit, store_shipped_occupations

pytestmark = pytest.mark.django_db
TITLES = dict(line.rsplit(" ", 1) for line in (Path(__file__).parent / "common_titles.txt").read_text().splitlines())


@pytest.mark.slow
def test_no_common_title_finds_nothing_or_another_family():
    load_shipped()
    assert len(TITLES) >= 300
    missed = {}
    for title, families in TITLES.items():
        found = find_by_title(title)
        if not found or found[0].code[:2] not in families.split(","):
            missed[title] = [f"{match.code} {match.title}" for match in found]
    assert missed == {}


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("nurse", Reason.CHOICE),
        ("RN", Reason.NAME),
        ("charge nurse", Reason.REPORTED),
        ("oncology rn", Reason.REPORTED),
        ("dialysis nurse", Reason.LISTED),
        ("senior charge nurse", Reason.REPORTED),
        ("charge nurze", Reason.REPORTED),
        ("nurse astronaut", Reason.LISTED),
    ],
)
def test_an_occupation_is_taken_for_a_reason(asked, reason):
    store_shipped_occupations("29-1141.00")
    found = find_by_title(asked)
    assert [(match.code, match.reason) for match in found] == [("29-1141.00", reason)]


def test_a_title_is_looked_up_in_one_query(django_assert_num_queries):
    store_shipped_occupations()
    with django_assert_num_queries(1):
        assert find_by_title("charge nurse")[0].is_exact


def test_no_title_finds_nothing():
    store_shipped_occupations()
    assert find_by_title("...") == []


def test_a_search_says_which_occupation_it_took_and_why():
    store_shipped_occupations()
    hits = search_library("charge nurse").hits
    assert (hits[0].kind, hits[0].path) == ("occupation", "/occupations/29-1141/registered-nurses/")
    assert hits[0].why == "People in this occupation report “<mark>Charge Nurse</mark>” as their title."


def test_the_kit_of_a_role_comes_before_its_occupation():
    a_published_kit()
    store_shipped_occupations("11-2021.00")
    kinds = [hit.kind for hit in search_library("technical product manager").hits]
    assert kinds[:2] == ["role", "occupation"]


def test_the_nearest_kit_comes_first_though_it_lacks_the_words():
    a_published_kit()
    store_shipped_occupations("11-2021.00")
    hits = search_library("brand manager").hits
    assert [hit.kind for hit in hits[:2]] == ["role", "occupation"]


@pytest.mark.parametrize("asked", ["brand manager", "Senior Brand Manager", "brand managers"])
def test_what_has_one_word_of_a_title_is_no_result_of_it(asked):
    a_published_kit()
    store_shipped_occupations("11-2021.00")
    assert [hit.kind for hit in search_library(asked).hits] == ["role", "occupation"]


@pytest.mark.parametrize("asked", ["brand manager roadmap", "brandd manager"])
def test_words_that_are_no_title_are_looked_for_one_by_one(asked):
    a_published_kit()
    store_shipped_occupations("11-2021.00")
    assert len(search_library(asked).hits) > 2


def test_one_kind_alone_is_searched_for(client):
    a_published_kit()
    store_shipped_occupations()
    html = client.get("/search/?q=rn&kind=occupation").content.decode()
    assert "Registered Nurses" in html
    assert 'class="hit-kind">Occupations' in html


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("a/p clerk", "43-3031.00"),
        ("amazon driver", "53-3033.00"),
        ("assistant manager", "41-1011.00"),
        ("caregiver", "31-1122.00"),
        ("excavator operator", "47-2073.00"),
        ("purchasing agent", "13-1023.00"),
        ("ux writer", "27-3043.00"),
    ],
)
def test_a_title_that_several_occupations_have_finds_the_one_people_mean(asked, code):
    load_shipped()
    assert find_by_title(asked)[0].code == code
