"""The pages on skills: the vocabulary, one skill with who wants it, and both as data."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from roles.kit.choices import Importance, Proficiency
from roles.kit.value import KitSkill
from roles.pages.comparing import measure_step, skill_rows
from roles.skills.finding import find_skills
from roles.skills.pages import read_vocabulary
from tests.factories import a_kit, a_published_kit, store_shipped_occupations

QUERIES = KitSkill(
    name="Queries", importance=Importance.HIGH, covers="Joins", shared="sql", proficiency=Proficiency.EXPERT
)


def kit_of(*skills):
    return a_kit(skills=[*skills], job_description=[], competencies=[])


def a_skill(name, shared=None, proficiency=None, importance=Importance.HIGH):
    return KitSkill(name=name, importance=importance, covers="Much", shared=shared, proficiency=proficiency)


@pytest.fixture
def published(db):
    call_command("load_skills", verbosity=0)
    a_published_kit()
    a_published_kit(slug="analyst", title="Analyst", skills=[QUERIES], job_description=[], competencies=[])
    read_vocabulary()


def test_the_list_says_how_many_roles_want_each_skill(client, published):
    html = client.get("/skills/").content.decode()
    sql = html[html.index('href="/skills/sql/"') :][:600]
    assert "SQL and data querying" in sql
    assert "2 roles" in sql
    assert "0 roles" in html


def test_a_skill_shows_who_wants_it_at_each_level(client, published):
    html = client.get("/skills/sql/").content.decode()
    working, rest = html.split('id="working"')[1].split('id="practitioner"')
    assert "Technical Product Manager" in working
    assert "as SQL &amp; Data Analysis" in working
    assert "Analyst" in rest.split('id="expert"')[1]
    assert "https://www.onetonline.org/find/descriptor/result/2.B.3.e" in html
    assert "DefinedTerm" in html


def test_onet_is_credited_where_its_elements_are_shown(client, published):
    store_shipped_occupations()
    assert "CC BY 4.0" in client.get("/skills/sql/").content.decode()


def test_an_unknown_skill_is_not_found(client, published):
    assert client.get("/skills/juggling/").status_code == 404


@pytest.mark.parametrize("path", ["/skills/", "/skills/sql/", "/api/skills/"])
def test_a_page_costs_one_query_has_an_etag_and_sets_no_cookie(
    client, published, settings, django_assert_num_queries, path
):
    settings.SECONDS_STALE = 1000  # the library's state was asked for a moment ago, as it is once a second
    read_vocabulary()
    with django_assert_num_queries(1):
        response = client.get(path)
    assert response["ETag"]
    assert not response.cookies
    assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_the_data_name_each_skill_with_its_levels_elements_and_roles(client, published):
    data = client.get("/api/skills/").json()
    sql = next(skill for skill in data["skills"] if skill["slug"] == "sql")
    assert [*sql["levels"]] == [*Proficiency]
    assert sql["elements"][0]["code"] == "2.B.3.e"
    assert sql["roles"][0] == {"slug": "analyst", "name": "Queries", "importance": "high", "level": "expert"}
    assert [role["slug"] for role in sql["roles"]] == ["analyst", "technical-product-manager"]


def test_search_engines_find_each_skill(client, published):
    assert "/skills/sql/</loc>" in client.get("/sitemap.xml").content.decode()


def test_a_role_links_its_skills_to_the_vocabulary(client, published):
    html = client.get("/roles/technical-product-manager/").content.decode()
    assert f'<a href="{reverse("skill-detail", args=["sql"])}">SQL &amp; Data Analysis</a>' in html


def test_a_skill_is_found_by_its_name_in_the_vocabulary(client, published):
    html = client.get("/search/?q=technical+literacy&kind=skill").content.decode()
    assert "Tech Stack Knowledge" in html


def test_skills_of_two_names_are_one_where_the_vocabulary_says_so():
    one = kit_of(a_skill("Scripts", "programming", Proficiency.WORKING), a_skill("Juggling"))
    other = kit_of(a_skill("Writing code", "programming", Proficiency.EXPERT))
    first, second = skill_rows(one, other)
    assert (first.name, first.shared, first.second.name) == ("Scripts", "programming", "Writing code")
    assert (second.name, second.shared, second.second) == ("Juggling", "", None)


def test_a_step_says_what_is_brought_what_to_raise_and_what_to_learn():
    start = kit_of(a_skill("Code", "programming", Proficiency.WORKING), a_skill("Numbers", "sql", Proficiency.EXPERT))
    goal = kit_of(
        a_skill("Building", "programming", Proficiency.EXPERT),
        a_skill("Queries", "sql", Proficiency.WORKING),
        a_skill("Words", "writing", Proficiency.AWARENESS),
        a_skill("Pictures", "visual-design", Proficiency.AWARENESS, Importance.OPTIONAL),
        a_skill("Juggling"),
    )
    step = measure_step(start, goal)
    names = [[skill.name for skill in part] for part in (step.kept, step.raised, step.new)]
    assert names == [["Queries"], ["Building"], ["Words"]]


def test_two_roles_side_by_side_say_how_to_move_between_them(client, published):
    html = client.get("/compare/analyst/technical-product-manager/").content.decode()
    moving = html.split('id="moving"')[1].split("</section>")[0]
    assert "You bring" in moving
    assert "Learn" in moving
    assert "Raise to" in moving


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sql", ["sql"]),
        ("what is data modeling", ["data-modeling"]),
        ("quality of data", ["data-quality"]),
        ("juggling", []),
        ("", []),
    ],
)
def test_skills_go_by_every_word_that_was_asked(published, asked, found):
    assert [skill.slug for skill in find_skills(asked)] == found


def test_a_search_leads_to_the_page_of_a_skill(client, published):
    assert 'href="/skills/machine-learning/"' in client.get("/search/?q=machine+learning").content.decode()
    assert 'href="/skills/machine-learning/"' not in client.get("/search/?q=machine+learning&kind=faq").content.decode()
