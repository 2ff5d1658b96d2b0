"""What is searched for is counted: what found nothing, what was chosen, and nothing of who it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from roles.models.search_count import Asked, SearchCount
from roles.pages.counting import write_counts
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition():
    write_counts()
    SearchCount.objects.all().delete()
    return a_published_kit()


def list_counts():
    write_counts()
    return {one.words: (one.asked, one.chosen, one.found) for one in SearchCount.objects.all()}


def test_a_search_of_all_kinds_is_counted_by_day(client):
    for _ in range(3):
        client.get("/search/?q=Zzzz QQQ")
    client.get("/search/?q=zzzz&kind=faq")
    client.get("/search/?q=technical")
    client.get("/search/")
    assert list_counts() == {"zzzz qqq": (3, 0, False), "technical": (1, 0, True)}


def test_a_result_that_is_chosen_is_counted(client):
    client.get("/search/?q=technical")
    write_counts()
    answer = client.post("/counts/chosen/", {"q": "technical"})
    assert (answer.status_code, answer.cookies) == (204, {})
    assert list_counts() == {"technical": (1, 1, True)}


def test_the_results_name_the_words_that_a_choice_is_counted_by(client):
    html = client.get("/search/?q=technical").content.decode()
    assert 'data-chosen="/counts/chosen/" data-asked="technical"' in " ".join(html.split())


def test_numbers_and_addresses_are_not_kept(client):
    client.get("/search/?q=0049301234567")
    client.get("/search/?q=zzzz 4711abc")
    assert [*list_counts()] == ["zzzz"]


def test_different_searches_have_a_limit_a_day(monkeypatch):
    monkeypatch.setattr("roles.models.search_count.MOST_SEARCHES_A_DAY", 1)
    today = timezone.localdate()
    for words in ("first", "second", "first"):
        SearchCount.objects.add_all({(today, words): Asked(asked=1)})
    assert list_counts() == {"first": (2, 0, False)}


def test_different_searches_that_wait_in_memory_have_a_limit(client, monkeypatch):
    monkeypatch.setattr("roles.pages.counting.MOST_SEARCHES_WAITING", 1)
    for words in ("first", "second", "first"):
        client.get("/search/", {"q": words})
    assert list_counts() == {"first": (2, 0, True)}


def test_editors_see_what_was_missed_most_in_the_last_days():
    today = timezone.localdate()
    SearchCount.objects.create(words="old", day=today - timedelta(days=40), asked=99)
    SearchCount.objects.create(words="new", day=today, asked=2)
    SearchCount.objects.create(words="new", day=today - timedelta(days=1), asked=3)
    SearchCount.objects.create(words="rare", day=today, asked=1)
    assert SearchCount.objects.sum_missed() == [("new", 5), ("rare", 1)]


@pytest.mark.parametrize(("asked", "chosen", "is_weak"), [(2, 0, False), (3, 0, True), (8, 2, False), (9, 2, True)])
def test_a_search_is_weak_where_few_chose_a_result(asked, chosen, is_weak):
    SearchCount.objects.create(words="words", day=timezone.localdate(), asked=asked, chosen=chosen, found=True)
    assert SearchCount.objects.sum_weak() == ([("words", asked, chosen)] if is_weak else [])
