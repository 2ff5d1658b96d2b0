"""A kit of gathered questions: its address names them."""

import pytest

from interviews.gathered import MOST_GATHERED, find_questions
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
KIT = "/interview-questions/kit/"
ROLE = "technical-product-manager"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.fixture
def names():
    return [f"{ROLE}.{question.slug}" for _competency, question in a_kit().list_questions()]


def test_questions_stand_in_the_order_of_the_address(names):
    wanted = [names[3], names[0]]
    assert [f"{each.role}.{each.question.slug}" for each in find_questions(wanted)] == wanted


def test_the_minutes_are_those_of_its_questions(client, names):
    view = client.get(KIT, {"q": names[:2]}).context
    assert view["minutes"] == sum(question.minutes for _competency, question in [*a_kit().list_questions()][:2])


@pytest.mark.parametrize("name", ["", "x", "x.y", f"{ROLE}.", f"{ROLE}.nothing", "a\0.b", "a.b.c"])
def test_what_is_not_there_is_counted_and_passed_over(client, names, name):
    view = client.get(KIT, {"q": [name, names[0]]}).context
    assert (len(view["questions"]), view["missing"]) == (1, 1)


def test_a_question_that_is_named_twice_stands_once(client, names):
    assert len(client.get(KIT, {"q": [names[0], names[0]]}).context["questions"]) == 1


def test_a_kit_has_a_limit(client, names):
    many = [*names, *(f"x.{number}" for number in range(100))]
    view = client.get(KIT, {"q": many}).context
    assert len(view["questions"]) + view["missing"] == MOST_GATHERED


def test_it_costs_one_query_sets_no_cookie_and_is_not_for_indexes(client, names, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get(KIT, {"q": names})
    assert not answer.cookies
    assert b'<meta name="robots" content="noindex">' in answer.content


def test_it_leads_on_to_the_interview_kit_of_each_role_once(client, names):
    page = client.get(KIT, {"q": names[:2]}).content.decode()
    assert page.count(f'href="/roles/{ROLE}/interview-kit/"') == 1
