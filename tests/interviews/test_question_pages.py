"""The pages of interview questions: a role's, and those of every role with their filters and search."""

import importlib

import msgspec
import pytest
from django.apps import apps
from lxml import html

from interviews.models import QuestionEntry
from interviews.search import question_entries
from interviews.views import QUESTIONS_PER_PAGE
from roles.kit.prose import plain_text
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
HUB = "/interview-questions/"
OTHER = "other-role"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.fixture
def other():
    """A second role with one question of its own."""
    source = a_kit().competencies[0]
    question = msgspec.structs.replace(source.questions[0], text="How do you herd llamas?", slug="llamas", level=None)
    competency = msgspec.structs.replace(source, name="Herding", questions=[question])
    return a_published_kit(slug=OTHER, title="Llama Manager", competencies=[competency])


def found(client, **query):
    return [entry.slug for entry in client.get(HUB, query).context["page"].paginator.object_list]


def test_a_role_s_questions_are_told_to_candidates(client):
    html = client.get("/roles/technical-product-manager/interview-questions/").content.decode()
    for _, question in a_kit().list_questions():
        assert f'id="question-{question.slug}"' in html
    for heading in ("How to prepare", "What a good answer shows", "Questions to ask the interviewer"):
        assert heading in html
    assert "Red flags" not in html


def test_neither_public_pages_nor_results_say_why_a_question_is_asked_or_what_to_listen_for(client):
    questions = [question for _, question in a_kit().list_questions()]
    pages = ["/roles/technical-product-manager/", "/roles/technical-product-manager/interview-questions/", HUB]
    texts = [html.fromstring(client.get(page).content).text_content() for page in pages]
    texts += [entry.text for entry in question_entries(a_kit())]
    shown = " ".join(" ".join(texts).split())
    assert len(questions) > 20
    assert [question.slug for question in questions if question.probes[0] not in shown] == []
    assert [question.slug for question in questions if plain_text(question.why) in shown] == []


def test_the_hub_lists_live_questions_only(client, other):
    assert len(found(client)) == 25
    unpublish_role(other.role)
    assert "llamas" not in found(client, role=OTHER)


def test_a_new_edition_s_questions_take_the_place_of_the_old_ones(client, edition):
    kit = a_kit()
    role = save_kit(msgspec.structs.replace(kit, competencies=kit.competencies[:1]))
    publish_role(role, note="Fewer")
    assert found(client) == [question.slug for question in kit.competencies[0].questions]


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"role": OTHER}, lambda entry: entry.edition.slug == OTHER),
        ({"competency": "Herding"}, lambda entry: entry.competency == "Herding"),
        ({"kind": "case"}, lambda entry: entry.kind == "case"),
        ({"level": "Senior"}, lambda entry: entry.level == "Senior"),
        ({"kind": "case", "role": OTHER}, lambda entry: entry.slug == "llamas"),
    ],
)
def test_a_filter_shows_what_fits_and_all_of_it(client, other, query, fits):
    expected = {entry.pk for entry in QuestionEntry.objects.live() if fits(entry)}
    assert expected
    assert {entry.pk for entry in client.get(HUB, query).context["page"].paginator.object_list} == expected


def test_search_finds_words_in_every_form_best_first(client, other):
    assert found(client, q="herding llama") == ["llamas"]
    assert "document" in client.get(HUB, {"q": "documents"}).context["page"].object_list[0].text
    assert '<p role="status">No questions match' in client.get(HUB, {"q": "zebra"}).content.decode()
    assert '<p class="soft" role="status">1 question</p>' in client.get(HUB, {"q": "herding llama"}).content.decode()


def test_an_unknown_choice_filters_nothing_and_is_reported(client):
    html = client.get(HUB, {"kind": "nonsense"}).content.decode()
    assert "Select a valid choice" in html
    assert len(found(client, kind="nonsense")) == 24


@pytest.mark.parametrize("query", [{"q": "\x00"}, {"q": "x" * 5000}, {"q": "'; --"}, {"page": "999"}, {"q": '"a -'}])
def test_a_hostile_query_gets_an_answer(client, query):
    assert client.get(HUB, query).status_code == 200


def test_the_hub_costs_three_queries_whatever_its_size(client, other, django_assert_num_queries):
    for query in ({}, {"q": "design", "kind": "case"}):
        with django_assert_num_queries(3):
            client.get(HUB, query)


def test_a_question_folds_to_its_words_with_its_box_beside_it(client):
    rows = html.fromstring(client.get(HUB).content.decode()).xpath("//ul[contains(@class, 'question-rows')]/li")
    assert len(rows) == QUESTIONS_PER_PAGE
    for row in rows:
        (box,), (words,) = row.xpath("input"), row.xpath("details/summary")
        assert words.text_content().strip() in box.get("aria-label")
        assert row.xpath(f"details//button[@data-copy='#{words.get('id')}']")


def test_pages_keep_the_filters(client):
    html = client.get(HUB, {"kind": "technical", "page": "1"}).content.decode()
    assert "page=2" not in html
    QuestionEntry.objects.update(kind="technical")
    entry = QuestionEntry.objects.first()
    QuestionEntry.objects.bulk_create(
        QuestionEntry(
            edition=entry.edition,
            position=99,
            slug=f"s-{n}",
            text="?",
            why="?",
            competency="C",
            kind="technical",
            minutes=5,
        )
        for n in range(60)
    )
    assert "?kind=technical&amp;page=2" in client.get(HUB, {"kind": "technical"}).content.decode()


def test_editions_from_before_the_index_are_indexed_by_its_migration():
    before = [*QuestionEntry.objects.order_by("position").values_list("slug", "level", "kind", "competency", "minutes")]
    QuestionEntry.objects.all().delete()
    importlib.import_module("interviews.migrations.0002_question_entry").index_published(apps, None)
    after = QuestionEntry.objects.order_by("position").values_list("slug", "level", "kind", "competency", "minutes")
    assert [*after] == before


def test_the_pages_are_in_the_sitemap(client):
    xml = client.get("/sitemap.xml").content.decode()
    assert f"{HUB}</loc>" in xml
    assert "/roles/technical-product-manager/interview-questions/</loc>" in xml
