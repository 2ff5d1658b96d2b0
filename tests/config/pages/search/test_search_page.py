"""The search page: form, kinds, marks, the helpful empty page, suggestions, and the count of misses."""

import pytest

from tests.factories import a_published_kit, store_shipped_occupations

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return a_published_kit()


def test_results_are_marked_and_escaped(client, edition):
    html = client.get("/search/", {"q": "<script>technical"}).content.decode()
    assert "<mark>Technical</mark> Product Manager" in html
    assert "&lt;script&gt;technical" in html
    assert "<script>technical" not in html


def test_kinds_are_offered_and_kept(client, edition):
    html = client.get("/search/", {"q": "technical", "kind": "faq"}).content.decode()
    assert 'href="?q=technical&amp;kind=salary"' in html
    assert 'href="?q=technical&amp;kind=faq" aria-current="true"' in html
    assert 'name="kind" value="faq"' in html


def test_an_unknown_kind_is_everything(client, edition):
    assert b'href="?q=technical" aria-current="true"' in client.get("/search/?q=technical&kind=nonsense").content


def test_a_mended_spelling_is_told(client, edition):
    html = client.get("/search/?q=techincal").content.decode()
    assert "Nothing matches all of “techincal.”" in html
    assert "<strong>technical</strong>" in html


def test_nothing_found_says_what_to_try(client, edition):
    html = client.get("/search/?q=zzzzqqq").content.decode()
    assert "Nothing found for “zzzzqqq”" in html
    assert 'href="/roles/"' in html


def test_nothing_found_links_to_names_that_are_close(client, edition):
    html = client.get("/search/?q=technicalproductmanager").content.decode()
    assert 'Did you mean <a href="?q=Technical%20Product%20Manager">Technical Product Manager</a>' in html


def test_nothing_like_it_asks_for_no_other_name(client, edition):
    assert "Did you mean" not in client.get("/search/?q=zzzzqqq").content.decode()


def test_the_empty_page_shows_examples(client, edition):
    assert b'href="?q=tpm"' in client.get("/search/").content


def test_it_sets_no_cookie_and_is_not_for_indexes(client, edition):
    response = client.get("/search/?q=tpm")
    assert not response.cookies
    assert b'<meta name="robots" content="noindex">' in response.content


@pytest.mark.slow
def test_a_search_costs_the_same_with_one_role_and_with_thirty(client, edition, django_assert_max_num_queries):
    for number in range(30):
        a_published_kit(slug=f"role-{number}", title=f"Technical Role {number}", related=[], comparisons=[])
    client.get("/search/?q=backlog")
    with django_assert_max_num_queries(9):  # the state of the library six times, the index, titles, kits by title
        client.get("/search/?q=technical")


@pytest.mark.slow
def test_what_was_searched_before_comes_from_memory_until_the_library_changes(
    client, edition, django_assert_num_queries
):
    assert b'href="/roles/zookeeper/"' not in client.get("/search/?q=zookeeper").content
    client.get("/search/?q=technical")
    with django_assert_num_queries(1):  # the state of the library
        client.get("/search/?q=technical")
    a_published_kit(slug="zookeeper", title="Zookeeper", related=[], comparisons=[])
    assert b'href="/roles/zookeeper/"' in client.get("/search/?q=zookeeper").content


def test_every_page_has_the_form(client, edition):
    assert b'action="/search/"' in client.get("/roles/").content


def test_suggestions_are_names(client, edition):
    assert client.get("/search/suggestions/?q=tech").json()[0] == "Tech PM"
    assert client.get("/search/suggestions/").json() == []


def test_a_level_opens_the_workbench_and_the_pay_at_it(client, edition):
    html = client.get("/search/?q=senior+technical+pm").content.decode()
    assert 'href="/roles/technical-product-manager/job-description/?level=Senior"' in html
    assert 'href="/roles/technical-product-manager/salary/?level=Senior"' in html


def test_a_level_that_a_role_lacks_opens_no_page_at_it(client, edition):
    html = client.get("/search/?q=principal+technical+pm").content.decode()
    assert 'href="/roles/technical-product-manager/"' in html
    assert "?level=" not in html


@pytest.mark.parametrize(("title", "occupation"), [("caregiver", "Personal Care Aides"), ("crane", "Crane and Tower")])
def test_a_word_of_a_job_title_is_not_taken_for_a_misspelled_topic(client, edition, title, occupation):
    """Each is spelled much like a topic of this site: career and range."""
    store_shipped_occupations("31-1122.00", "53-7021.00")
    html = client.get("/search/", {"q": title}).content.decode()
    assert "You searched for" not in html
    assert occupation in html
