"""What stays in the language of kits on a site that speaks another."""

import re

import pytest
from django.utils.translation import override

from compensation.search import salary_entries
from roles.pages.cards import build_role_card
from roles.pages.forms import RoleFilter
from tests.factories import a_kit, a_published_kit

SPANISH = override("es")


def test_the_index_of_search_is_in_the_language_of_kits():
    in_english = [*salary_entries(a_kit())]
    with SPANISH:
        assert [*salary_entries(a_kit())] == in_english
    assert "$" in in_english[0].text


def test_a_card_is_in_the_language_of_kits(db):
    edition = a_published_kit()
    with SPANISH:
        assert ("Salary range", "$150,000–$240,000") in build_role_card(edition).facts


def test_a_field_says_the_language_of_the_kits_texts_that_it_offers():
    def of(name):
        return str(RoleFilter(families=["Product management"])[name])

    assert "lang=" not in of("family")
    with SPANISH:
        assert 'lang="en"' in of("family")
        assert "lang=" not in of("demand")


@pytest.mark.slow
def test_a_template_is_copied_in_the_language_of_kits(client, db):
    def sheet(slug):
        page = client.get(a_published_kit(slug=slug).get_absolute_url()).content.decode()
        return re.search(r'(?s)<div class="sheet" id="job-description-text"( lang="en")?>(.*?)</div>', page)

    in_english = sheet("one")
    with SPANISH:
        in_spanish = sheet("other")
    assert (in_english[1], in_spanish[1]) == (None, ' lang="en"')
    assert in_english[2] == in_spanish[2]
