"""Two roles side by side, the confused pairs and the ladder."""

import pytest

from roles.kit.choices import Importance
from roles.kit.value import KitComparison, KitSkill
from roles.pages.comparing import find_advice, skill_rows
from roles.pages.comparison import comparison_path
from roles.publishing.publish import unpublish_role
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
PAIR = "/compare/product-manager/technical-product-manager/"
WRITTEN = KitComparison(other="b", difference="They differ.", choose_this="Take this.", choose_other="Take that.")


@pytest.fixture
def pair():
    a_published_kit()
    return a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


def test_the_advice_is_turned_around_when_the_other_kit_holds_it():
    one, other = a_kit(slug="a", comparisons=[WRITTEN]), a_kit(slug="b", comparisons=[])
    assert (find_advice(one, other).first, find_advice(one, other).second) == ("Take this.", "Take that.")
    assert (find_advice(other, one).first, find_advice(other, one).second) == ("Take that.", "Take this.")
    assert find_advice(other, a_kit(slug="c", comparisons=[])) is None


def test_shared_skills_come_first():
    one = a_kit()
    juggling = KitSkill(name="Juggling", importance=Importance.HIGH, covers="Balls")
    other = a_kit(skills=[*one.skills[:0:-1], juggling])
    rows = skill_rows(one, other)
    assert [row.first is not None and row.second is not None for row in rows[:-2]] == [True] * (len(one.skills) - 1)
    assert (rows[-2].name, rows[-2].second) == (one.skills[0].name, None)
    assert (rows[-1].name, rows[-1].first) == ("Juggling", None)


def test_the_page_shows_both_kits_and_the_advice(client, pair):
    html = client.get(PAIR).content.decode()
    assert "Which one do you need?" in html
    assert "Hire a Technical PM when the users are developers" in html
    assert "$160K" in html
    assert html.count("You can:") > 1


def test_a_pair_has_one_address(client, pair):
    response = client.get("/compare/technical-product-manager/product-manager/")
    assert (response.status_code, response["Location"]) == (301, PAIR)
    assert comparison_path("b", "a") == comparison_path("a", "b")


def test_a_role_beside_itself_leads_to_its_page(client, pair):
    response = client.get("/compare/product-manager/product-manager/")
    assert (response.status_code, response["Location"]) == (302, "/roles/product-manager/")


def test_both_roles_have_to_be_live(client, pair):
    unpublish_role(pair.role)
    assert client.get(PAIR).status_code == 404


def test_without_written_advice_the_facts_stand_alone(client, pair):
    a_published_kit(slug="analyst", title="Analyst", related=[], comparisons=[])
    html = client.get("/compare/analyst/product-manager/").content.decode()
    assert "Which one do you need?" not in html
    assert "At a glance" in html


def test_a_warm_page_costs_two_queries(client, pair, django_assert_num_queries):
    client.get(PAIR)
    with django_assert_num_queries(2):  # the live editions of both
        client.get(PAIR)


def test_the_form_leads_to_the_page(client, pair):
    response = client.get("/compare/?a=technical-product-manager&b=product-manager")
    assert (response.status_code, response["Location"]) == (302, PAIR)


def test_the_form_wants_two_roles(client, pair):
    html = client.get("/compare/?a=product-manager&b=product-manager").content.decode()
    assert "Choose a role other than the first one." in html


def test_confused_pairs_are_listed_once_while_both_are_live(client, pair):
    mirrored = KitComparison(other="technical-product-manager", difference="D.", choose_this="T.", choose_other="O.")
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[mirrored])
    html = client.get("/compare/").content.decode()
    assert html.count(f'href="{PAIR}"') == 1
    assert "technical-program-manager" not in html


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 4])
def test_the_list_of_pairs_costs_the_same(client, django_assert_num_queries, count):
    a_published_kit(slug="b", title="B", related=[], comparisons=[])
    for number in range(count):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[WRITTEN])
    with django_assert_num_queries(4):  # the roles of the form, the number of pairs, the pairs, the titles
        assert client.get("/compare/").content.count(b'class="link-row-text') == count


def test_the_ladder_climbs_from_associate_to_head(client, pair):
    a_published_kit(slug="associate-product-manager", title="Associate Product Manager", related=[], comparisons=[])
    html = client.get("/levels/").content.decode()
    assert html.index("/roles/associate-product-manager/") < html.index("/roles/product-manager/")
    assert "/roles/technical-product-manager/" not in html
    assert 'href="/compare/associate-product-manager/product-manager/"' in html
    assert "You can:" in html


def test_an_empty_ladder_answers(client):
    assert "None of these roles is published yet" in client.get("/levels/").content.decode()


def test_two_ticked_roles_lead_to_their_comparison(client, pair):
    answer = client.get("/compare/", {"role": ["technical-product-manager", "product-manager"]})
    assert (answer.status_code, answer["Location"]) == (302, PAIR)


def test_three_ticked_roles_stand_side_by_side(client, pair):
    a_published_kit(slug="third", title="Third Role", related=[], comparisons=[])
    answer = client.get("/compare/", {"role": ["third", "technical-product-manager", "product-manager", "nothing"]})
    assert "roles/compare_several.html" in {template.name for template in answer.templates}
    html = answer.content.decode()
    assert "3 roles side by side" in html
    assert html.count('<th scope="col"') == 3


@pytest.mark.parametrize("ticked", [["product-manager"], ["nothing", "a\0b"]])
def test_fewer_than_two_ticked_roles_lead_to_the_choice(client, pair, ticked):
    html = client.get("/compare/", {"role": ticked}).content.decode()
    assert "Compare two roles" in html
    assert 'class="error-summary' not in html
