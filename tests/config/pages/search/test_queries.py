"""What people search for leads where they want to go, over everything that ships: see queries.txt and names.txt."""

import pytest
from django.db import transaction

from compensation.imports.oews.shipped import read_shipped_names
from compensation.models.survey import ALL_OCCUPATIONS, NATION, SurveyFigure, SurveyOccupation
from compensation.pay_law.table import add_missing, shipped_rules
from config.pages.search.views import answer_search
from occupations.shipped import load_shipped
from roles.publishing.library_files import STARTER_LIBRARY, load_kits, read_library
from roles.search.hits import Hit
from tests.config.pages.search.wanted import NAMES, QUERIES, Wanted, is_reached

# Searches for what kits have on a topic, and the kind that comes first.
TOPICS = {
    "roadmap": "question",
    "roadmap interview question": "question",
    "roadmap questions": "question",
    "behavioral questions about conflict": "question",
    "interview questions about prioritization": "question",
    "forecasting interview questions": "question",
    "estimation interview questions": "question",
    "system design interview": "question",
    "pricing questions": "question",
    "roadmap scorecard": "question",
    "culture fit interview questions": "questions",
    "sql skills": "skill",
    "negotiation skill": "skill",
    "mentoring duties": "skill",
    "plumer interview questions": "questions",
    "truck drivers interview questions": "questions",
}

pytestmark = pytest.mark.slow  # the starter library takes seconds to load


@pytest.fixture(scope="module")
def results(django_db_setup, django_db_blocker) -> dict[str, list[Hit]]:
    """The results of every search in the list, on a site that is taken back at once."""
    with django_db_blocker.unblock(), transaction.atomic():
        read_shipped_names().store()
        SurveyFigure.objects.bulk_create(
            SurveyFigure(survey_id=2025, area_id=NATION, occupation_id=code, p50=1)
            for code in SurveyOccupation.objects.exclude(pk=ALL_OCCUPATIONS).values_list("pk", flat=True)
        )
        load_kits(read_library(STARTER_LIBRARY), note="Starter library")
        add_missing(shipped_rules())
        load_shipped()
        found = {query: answer_search(query, "").hits for query in [*QUERIES, *NAMES, *TOPICS]}
        transaction.set_rollback(True)
    return found


def list_missed(results: dict[str, list[Hit]], wanted: Wanted, most: int) -> dict[str, list[str]]:
    """The searches of a list without a right address among so many results, with what came instead."""
    first = {query: [hit.path for hit in results[query][:most]] for query in wanted}
    return {
        query: paths
        for query, paths in first.items()
        if not any(is_reached(path, right) for path in paths for right in wanted[query])
    }


def test_there_are_at_least_120_searches():
    assert len(QUERIES) >= 120


def test_nine_in_ten_lead_where_they_should_at_once(results):
    missed = list_missed(results, QUERIES, 1)
    assert len(missed) <= 0.1 * len(QUERIES), missed


def test_all_but_two_in_a_hundred_do_so_within_three_results(results):
    missed = list_missed(results, QUERIES, 3)
    assert len(missed) <= 0.02 * len(QUERIES), missed


def test_a_name_leads_to_its_page_at_once(results):
    assert len(NAMES) >= 40
    assert list_missed(results, NAMES, 1) == {}


def test_a_topic_leads_to_what_kits_have_on_it(results):
    assert {query: results[query][0].kind for query in TOPICS} == TOPICS


def test_every_result_says_why_it_is_there(results):
    hits = [hit for found in results.values() for hit in found]
    assert len(hits) > len(QUERIES)
    assert [hit.path for hit in hits if not hit.why] == []


@pytest.mark.parametrize(
    ("path", "wanted", "reached"),
    [
        ("/a/", "/a/", True),
        ("/a/?level=Senior", "/a/", True),
        ("/a/", "/a/?level=Senior", False),
        ("/a/#skills", "/a/#skills", True),
        ("/a/", "/a/#skills", False),
        ("/a/b/", "/a/", False),
    ],
)
def test_an_address_is_compared_as_far_as_the_list_names_it(path, wanted, reached):
    assert is_reached(path, wanted) is reached
