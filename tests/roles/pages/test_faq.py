"""The answers: the hub, a role's list, a page each, and whether they helped."""

import pytest

from roles.models.answer_votes import AnswerVotes
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager/faq/"
ANSWER = f"{ROLE}do-technical-pms-code/"


@pytest.fixture
def edition():
    return a_published_kit()


def test_the_hub_lists_every_answer_by_topic_with_its_role(client, edition):
    html = client.get("/faq/").content.decode()
    assert edition.kit.faqs
    for faq in edition.kit.faqs:
        assert f'href="{ROLE}{faq.slug}/"' in html
    assert html.count('<h2 id="topic-') == len({faq.topic for faq in edition.kit.faqs})


def test_the_hub_filters_by_topic_and_role(client, edition):
    a_published_kit(slug="other", title="Other", related=[], comparisons=[])
    html = client.get("/faq/?topic=Skills&role=other").content.decode()
    expected = {faq.slug for faq in edition.kit.faqs if faq.topic == "Skills"}
    assert {part.split("/")[0] for part in html.split('href="/roles/other/faq/')[1:]} == expected
    assert f'href="{ROLE}' not in html


def test_an_unknown_topic_is_reported(client, edition):
    assert b"is not one of the available choices" in client.get("/faq/?topic=Nonsense").content


def test_an_empty_hub_answers(client):
    assert b"There are no answers here yet" in client.get("/faq/").content


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 4])
def test_the_hub_costs_the_same_whatever_the_number_of_roles(client, django_assert_num_queries, count):
    for number in range(count):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
    with django_assert_num_queries(4):  # topics, roles, the number of answers, the answers
        client.get("/faq/")


def test_a_role_lists_its_questions(client, edition):
    html = client.get(ROLE).content.decode()
    assert edition.kit.faqs
    for faq in edition.kit.faqs:
        assert f'href="{ROLE}{faq.slug}/"' in html


def test_the_role_page_leads_to_each_answer(client, edition):
    assert f'href="{ANSWER}"'.encode() in client.get("/roles/technical-product-manager/").content


def test_an_answer_has_a_page_of_its_own(client, edition):
    html = client.get(ANSWER).content.decode()
    assert "<h1>Does a Technical Product Manager need to write code?</h1>" in html
    assert "Read next" in html
    assert html.count(f'href="{ANSWER}"') == 0


ONWARD = {
    "The role": ["/compare/"],
    "Skills": ["#skills", "/skills/"],
    "Pay": ["/roles/technical-product-manager/salary/"],
    "Hiring": ["/roles/technical-product-manager/interview-kit/"],
    "Career": ["/roles/technical-product-manager/interview-questions/"],
}


@pytest.mark.parametrize("topic", ONWARD)
def test_an_answer_says_whose_it_is_and_leads_onward_by_its_topic(client, edition, topic):
    faq = next(faq for faq in edition.kit.faqs if faq.topic == topic)
    html = client.get(f"/roles/technical-product-manager/faq/{faq.slug}/").content.decode()
    onward = html.split("Read on:")[1].split("</p>")[0]
    assert "Unless the answer names a source, it’s our editorial judgment." in html
    assert [path for path in ONWARD[topic] if path not in onward] == []


@pytest.mark.parametrize("path", ["/roles/technical-product-manager/", "/roles/technical-product-manager/faq/"])
def test_answers_in_a_list_say_whose_they_are(client, edition, path):
    assert "Unless an answer names a source" in client.get(path).content.decode()


def test_related_questions_reach_other_roles(client, edition):
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])
    assert b'href="/roles/product-manager/faq/' in client.get(ANSWER).content


def test_an_unknown_answer_is_not_found(client, edition):
    assert client.get(f"{ROLE}nonsense/").status_code == 404
    assert client.post(f"{ROLE}nonsense/", {"helped": "yes"}).status_code == 404


def test_a_warm_answer_costs_one_query_and_no_cookie(client, edition, django_assert_num_queries):
    client.get(ANSWER)
    with django_assert_num_queries(1):
        response = client.get(ANSWER)
    assert not response.cookies
    assert client.get(ANSWER, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


def votes():
    return [*AnswerVotes.objects.values_list("faq", "helpful", "not_helpful")]


def test_votes_are_counted_and_thanked_without_a_cookie(client, edition):
    response = client.post(ANSWER, {"helped": "yes"})
    client.post(ANSWER, {"helped": "no"})
    client.post(ANSWER, {"helped": "yes"})
    assert (response.status_code, response["Location"]) == (302, f"{ANSWER}#thanks")
    assert not response.cookies
    assert votes() == [("do-technical-pms-code", 2, 1)]
    assert b'id="thanks"' in client.get(ANSWER).content


def test_only_yes_and_no_count(client, edition):
    client.post(ANSWER, {"helped": "maybe"})
    client.post(ANSWER)
    assert votes() == []


def test_another_site_cannot_vote(client, edition):
    response = client.post(ANSWER, {"helped": "yes"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert votes() == []


def test_many_votes_in_a_minute_do_not_count(client, edition):
    for _ in range(20):
        client.post(ANSWER, {"helped": "yes"})
    assert votes() == [("do-technical-pms-code", 6, 0)]


def test_an_answer_leads_to_the_next_two(client, edition):
    faqs = edition.kit.faqs
    html = client.get(f"/roles/{edition.slug}/faq/{faqs[-1].slug}/").content.decode()
    listed = html[html.index('id="next-answers"') : html.index('class="helped"')]
    assert [faq.slug for faq in faqs if f"/faq/{faq.slug}/" in listed] == [faqs[0].slug, faqs[1].slug]


def test_a_role_s_answers_lead_to_pay_by_place_and_to_the_interview(client, edition):
    html = client.get(f"/roles/{edition.slug}/faq/").content.decode()
    assert f'action="/roles/{edition.slug}/salary/"' in html
    assert f'href="/roles/{edition.slug}/interview-questions/"' in html
