"""Finding: order, marks, spelling, kinds, and only what is live."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.publishing.publish import unpublish_role
from roles.search.find import search_library
from roles.search.names import NamedRole, Names, current_names
from roles.search.words import cut_snippet, highlight_words, split_words, stem_word
from tests.factories import a_published_kit


@pytest.fixture
def roles(db):
    a_published_kit()
    a_published_kit(
        slug="product-owner",
        title="Product Owner",
        short_title="PO",
        aliases=["Scrum Product Owner"],
        related=[],
        comparisons=[],
    )


def kinds_of(hits):
    return {hit.kind for hit in hits}


def test_it_finds_every_kind_of_thing(roles):
    assert kinds_of(search_library("technical").hits) >= {"role", "faq", "salary"}


@pytest.mark.parametrize("kind", ["role", "faq", "skill", "question", "salary"])
def test_a_kind_alone(roles, kind):
    assert kinds_of(search_library("technical product manager", kind=kind).hits) == {kind}


def test_a_role_comes_before_what_mentions_it(roles):
    assert search_library("product owner").hits[0].path == "/roles/product-owner/"


def test_two_roles_give_their_comparison(roles):
    assert search_library("product owner vs tpm").hits[0].path == "/compare/product-owner/technical-product-manager/"


def test_a_result_is_listed_once(roles):
    hits = search_library("product owner").hits
    assert len({(hit.path, hit.title) for hit in hits}) == len(hits)


def test_the_name_that_was_found_stands_beside_the_title(roles):
    assert search_library("tpm").hits[0].title == "Technical Product Manager (<mark>TPM</mark>)"


def test_it_mends_the_spelling_only_where_that_finds_more(roles):
    assert search_library("prodct ownr").corrected == "product owner"
    assert search_library("product owner").corrected == ""


def test_nothing_found_offers_names_that_are_close(roles):
    found = search_library("scrumproductowner")
    assert found.hits == []
    assert "Scrum Product Owner" in found.closest


def test_nothing_like_it_offers_no_names(roles):
    found = search_library("zzzzqqq")
    assert (found.hits, found.closest) == ([], [])


def test_what_is_off_the_site_is_not_found(roles):
    unpublish_role(a_published_kit(slug="gone", title="Zookeeper", related=[], comparisons=[]).role)
    assert search_library("zookeeper").hits == []
    assert "Zookeeper" not in current_names().phrases


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["", " ", "!!!", "a & b | !", "'; --", "the of", "<b>", "x" * 300, "pm" * 50, "\\"])
def test_odd_input_does_no_harm(asked):
    assert search_library(asked).hits == []


@given(st.text())
def test_only_marks_are_markup(text):
    shown = highlight_words(text, frozenset({stem_word(word) for word in split_words(text)}))
    bare = shown.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert ">" not in bare


def test_a_snippet_shows_the_word_that_was_found():
    text = "Some words. " * 50 + "The roadmaps of <b>teams</b>. " + "More words. " * 50
    shown = cut_snippet(text, frozenset({stem_word("roadmap")}))
    assert "<mark>roadmaps</mark> of &lt;b&gt;teams&lt;/b&gt;" in shown
    assert shown.startswith("… ")
    assert len(shown) < 400


def names(*titles):
    return Names([NamedRole(title.lower().replace(" ", "-"), title, "", ()) for title in titles], ["Road-mapping"])


def test_a_shorter_name_fits_better():
    assert [
        role.title for role in names("Product Manager, Growth", "Product Manager").find_covering(["product"], 5)
    ] == [
        "Product Manager",
        "Product Manager, Growth",
    ]


def test_suggestions_start_with_what_was_typed_at_any_word():
    known = names("Product Manager", "Engineering Manager", "Analyst")
    assert known.list_suggestions("prod", 5) == ["Product Manager"]
    assert known.list_suggestions("mana", 5) == ["Product Manager", "Engineering Manager"]
    assert known.list_suggestions("product m", 5) == ["Product Manager"]
    assert known.list_suggestions("", 5) == []
    assert known.list_suggestions("e", 1) == ["Engineering Manager"]


def test_short_words_are_not_mended():
    assert names("Product Manager").correct_words(["prm", "managr"]) == ["prm", "manager"]
