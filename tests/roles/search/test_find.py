"""Finding: order, marks, spelling, kinds, and only what is live."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.publishing.publish import unpublish
from roles.search.find import find
from roles.search.names import NamedRole, Names, current_names
from roles.search.words import marked, snippet, stem, words
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
    assert kinds_of(find("technical").hits) >= {"role", "faq", "salary"}


@pytest.mark.parametrize("kind", ["role", "faq", "skill", "question", "salary"])
def test_a_kind_alone(roles, kind):
    assert kinds_of(find("technical product manager", kind=kind).hits) == {kind}


def test_a_role_comes_before_what_mentions_it(roles):
    assert find("product owner").hits[0].path == "/roles/product-owner/"


def test_two_roles_give_their_comparison(roles):
    assert find("product owner vs tpm").hits[0].path == "/compare/product-owner/technical-product-manager/"


def test_a_result_is_listed_once(roles):
    hits = find("product owner").hits
    assert len({(hit.path, hit.title) for hit in hits}) == len(hits)


def test_the_name_that_was_found_stands_beside_the_title(roles):
    assert find("tpm").hits[0].title == "Technical Product Manager (<mark>TPM</mark>)"


def test_it_mends_the_spelling_only_where_that_finds_more(roles):
    assert find("prodct ownr").mended == "product owner"
    assert find("product owner").mended == ""


def test_nothing_found_offers_names_that_are_close(roles):
    found = find("skrum prodakt oner")
    assert found.hits or "Scrum Product Owner" in found.closest
    assert find("zzzzqqq").hits == []


def test_what_is_off_the_site_is_not_found(roles):
    unpublish(a_published_kit(slug="gone", title="Zookeeper", related=[], comparisons=[]).role)
    assert find("zookeeper").hits == []
    assert "Zookeeper" not in current_names().phrases


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["", " ", "!!!", "a & b | !", "'; --", "the of", "<b>", "x" * 300, "pm" * 50, "\\"])
def test_odd_input_does_no_harm(asked):
    assert find(asked).hits == []


@given(st.text())
def test_only_marks_are_markup(text):
    shown = marked(text, frozenset({stem(word) for word in words(text)}))
    bare = shown.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert ">" not in bare


def test_a_snippet_shows_the_word_that_was_found():
    text = "Some words. " * 50 + "The roadmaps of <b>teams</b>. " + "More words. " * 50
    shown = snippet(text, frozenset({stem("roadmap")}))
    assert "<mark>roadmaps</mark> of &lt;b&gt;teams&lt;/b&gt;" in shown
    assert shown.startswith("… ")
    assert len(shown) < 400


def names(*titles):
    return Names([NamedRole(title.lower().replace(" ", "-"), title, "", ()) for title in titles], ["Road-mapping"])


def test_a_shorter_name_fits_better():
    assert [role.title for role in names("Product Manager, Growth", "Product Manager").covering(["product"], 5)] == [
        "Product Manager",
        "Product Manager, Growth",
    ]


def test_suggestions_start_with_what_was_typed_at_any_word():
    known = names("Product Manager", "Engineering Manager", "Analyst")
    assert known.suggestions("prod", 5) == ["Product Manager"]
    assert known.suggestions("mana", 5) == ["Product Manager", "Engineering Manager"]
    assert known.suggestions("product m", 5) == ["Product Manager"]
    assert known.suggestions("", 5) == []
    assert known.suggestions("e", 1) == ["Engineering Manager"]


def test_short_words_are_not_mended():
    assert names("Product Manager").mended(["prm", "managr"]) == ["prm", "manager"]
