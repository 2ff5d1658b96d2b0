"""How answers are scored is for interviewers: no page that a candidate finds gives it away."""

import re
from html import unescape

import pytest

from roles.kit.blanks import split_blanks
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager/"
PUBLIC = [
    ROLE,
    f"{ROLE}interview-questions/",
    f"{ROLE}faq/",
    "/interview-questions/",
    "/search/?q=design+an+api",
    "/search/?q=uptime&kind=question",
    "/roles/",
    "/feed.xml",
    "/llms.txt",
]
DATA = [f"{ROLE.rstrip('/')}.json", f"{ROLE.rstrip('/')}.yaml", "/api/roles/technical-product-manager/editions/1/"]


def words_of(markup: str) -> str:
    """The words of a page, those in its data for machines too, without its tags and line breaks."""
    return " ".join(unescape(re.sub(r"</?[a-z][^>]*>", "", markup)).split())


def scored_lines():
    questions = [question for _, question in a_kit().list_questions()]
    lines = [line for one in questions for line in (*one.anchor_1, *one.anchor_3, *one.anchor_5, *one.red_flags)]
    lines += [one.setup for one in questions if one.setup]
    return ["".join(map(str, split_blanks(line))) for line in lines]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_says_nothing_of_how_answers_are_scored(client, path):
    a_published_kit()
    shown = words_of(client.get(path).content.decode())
    assert len(shown) > 200
    scored = scored_lines()
    assert len(scored) > 50
    assert [line for line in scored if line in shown] == []


def test_a_candidate_reads_what_a_good_answer_shows_by_competency(client):
    a_published_kit()
    shown = words_of(client.get(f"{ROLE}interview-questions/").content.decode())
    for competency in a_kit().competencies:
        assert competency.definition in shown
    assert "System Design (Working)" in shown


def test_the_interview_kit_keeps_the_anchors_for_interviewers_and_out_of_search_engines(client):
    a_published_kit()
    page = client.get(f"{ROLE}interview-kit/").content.decode()
    shown = words_of(page)
    planned = a_kit().competencies[0].questions[0]
    assert [line for line in planned.anchor_5 if line.rstrip(".") in shown] == planned.anchor_5
    assert '<meta name="robots" content="noindex' in page


@pytest.mark.parametrize("path", DATA)
def test_data_that_hold_the_anchors_stay_out_of_search_engines(client, path):
    a_published_kit()
    answer = client.get(path)
    assert "anchor_5" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_language_model_is_led_to_the_pages_and_not_to_the_anchors(client):
    a_published_kit()
    assert f"{ROLE})" in client.get("/llms.txt").content.decode()
