"""A release of O*NET is read by the names of its tables and columns, in every edition."""

import pytest

from occupations.facts import CategoryShare, ElementRating, JobZone, RelatedOccupation, TechnologyUse, TitleRecord
from occupations.imports.onet import ReleaseName, read_release
from tests.occupations.samples import (
    BAKERS,
    NURSES,
    newer_tables,
    pack_tables,
    tables,
    write_excel,
    write_text,
    write_zip,
)


@pytest.fixture
def folder(tmp_path):
    return write_text(tmp_path / "db_29_0_text", tables())


def record(release, code):
    return next(record for record in release.occupations if record.code == code)


def test_the_release_is_named_by_its_read_me(folder):
    release = read_release(folder)
    assert (release.name, release.date) == ("29.0", "August 2024")


def test_the_name_can_be_given_where_there_is_no_read_me(folder):
    (folder / "Read Me.txt").unlink()
    assert read_release(folder, name=ReleaseName("30.1", "December 2025")).name == "30.1"


def test_importance_and_level_of_an_element_come_together(folder):
    skills = record(read_release(folder), BAKERS).facts.skills
    assert skills[0] == ElementRating("2.A.1.a", "Reading Comprehension", 2.88, 2.5)


def test_what_onet_flags_is_flagged(folder):
    programming = record(read_release(folder), BAKERS).facts.skills[1]
    assert programming.uncertain
    assert not programming.has_level


def test_the_newest_date_of_a_list_is_kept(folder):
    assert record(read_release(folder), BAKERS).facts.collected == {"skills": "2024-08"}


def test_shares_are_in_the_order_of_their_categories_without_those_of_nobody(folder):
    assert record(read_release(folder), NURSES).facts.education == (CategoryShare(5, 39.5), CategoryShare(6, 60.5))


def test_a_tool_tells_whether_it_is_hot_and_in_demand(folder):
    assert record(read_release(folder), NURSES).facts.technology == (
        TechnologyUse("Epic Systems", "Medical software", is_hot=True, is_in_demand=True),
        TechnologyUse("Microsoft Word", "Word processing software", is_hot=True),
    )


def test_a_title_stands_once_with_its_short_form_and_whether_it_was_reported(folder):
    assert record(read_release(folder), NURSES).titles == (
        TitleRecord("Registered Nurse", "RN"),
        TitleRecord("Staff Nurse", is_reported=True),
    )


def test_a_related_occupation_has_its_title_though_the_text_edition_lacks_it(folder):
    related = record(read_release(folder), BAKERS).facts.related
    assert related == (RelatedOccupation(NURSES, "Registered Nurses", "Supplemental"),)


def test_descriptions_and_tasks_are_kept_apart_from_the_facts(folder):
    text = record(read_release(folder), BAKERS).text
    assert text.description == "They bake."
    assert [task.text for task in text.tasks] == ["Bake bread."]


@pytest.mark.parametrize(
    "edition",
    [
        lambda path: write_excel(path / "excel", tables()),
        lambda path: write_zip(path / "db.zip", write_text(path / "text", tables())),
        lambda path: write_zip(path / "db.zip", write_excel(path / "excel", tables())),
        lambda path: pack_tables(write_text(path / "packed", tables())),
        lambda path: write_text(path / "outer" / "db_29_0_text", tables()).parent,
    ],
    ids=["excel", "zip", "zip of excel", "compressed", "a folder in a folder"],
)
def test_every_edition_gives_the_same(edition, folder, tmp_path):
    (tmp_path / "outer").mkdir()
    assert read_release(edition(tmp_path)) == read_release(folder)


def test_a_table_with_a_byte_order_mark_is_read(folder):
    path = folder / "Job Zones.txt"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert record(read_release(folder), NURSES).facts.zone == JobZone(3, "Medium Preparation Needed")


def test_a_quotation_mark_is_a_character_like_any_other(tmp_path):
    content = tables()
    content["Task Statements"].append([BAKERS, "2", 'Say "hot', "Core"])
    release = read_release(write_text(tmp_path / "quotes", content))
    assert record(release, BAKERS).text.tasks[1].text == 'Say "hot'


def test_split_skills_and_renamed_tables_of_newer_releases_are_read(tmp_path, folder):
    newer = read_release(write_text(tmp_path / "newer", newer_tables()))
    older = read_release(folder)
    for code in (BAKERS, NURSES):
        assert record(newer, code).facts.skills == record(older, code).facts.skills
        assert record(newer, code).facts.technology == record(older, code).facts.technology
        assert record(newer, code).titles == record(older, code).titles
    assert record(newer, NURSES).facts.experience == (CategoryShare(7, 100),)


def test_work_styles_of_newer_releases_have_an_impact_and_no_rank(tmp_path):
    newer = read_release(write_text(tmp_path / "newer", newer_tables()))
    assert record(newer, NURSES).facts.work_styles == (ElementRating("1.D.2.a", "Empathy", impact=2.75),)


def test_the_joined_job_zone_has_its_own_name(tmp_path):
    newer = read_release(write_text(tmp_path / "newer", newer_tables()))
    assert record(newer, BAKERS).facts.zone == JobZone(2, "Very Little to Some Preparation Needed")


def test_tables_that_a_release_lacks_are_told(folder):
    (folder / "Technology Skills.txt").unlink()
    told: list[str] = []
    read_release(folder, told.append)
    assert "This release has no table of technology." in told
    assert "Reading Skills." in told
