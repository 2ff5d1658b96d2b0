"""The vocabulary of skills is whole, keeps what editors write, and is what kits point at."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roles.kit.choices import Importance, Proficiency
from roles.kit.errors import KitError, to_kit
from roles.kit.files import KitFileError, read_kit
from roles.kit.value import KitSkill, as_plain
from roles.models.vocabulary import SkillUse, VocabularySkill
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.library_version import read_current_version
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import load_kit, save_kit
from roles.skills.storing import list_skills, restore_shipped_skills, store_skills
from roles.skills.value import read_shipped_skills, read_skills, write_skills
from tests.desk import own_data
from tests.english import find_banned
from tests.factories import a_kit, a_published_kit, shipped_onet

EDITED = VocabularySkill.WrittenBy.EDITOR
SHIPPED = {skill.slug: skill for skill in read_shipped_skills()}
KITS = [read_kit(path) for path in sorted(Path(STARTER_LIBRARY).glob("*.yaml"))]
COUNTED = KitSkill(name="Counting", importance=Importance.HIGH, covers="Sheep")


@pytest.fixture
def vocabulary(db):
    store_skills(SHIPPED.values())
    return VocabularySkill.objects


def with_skill(**changes):
    return a_kit(job_description=[], competencies=[], skills=[msgspec.structs.replace(COUNTED, **changes)])


def test_it_has_60_to_80_skills_with_names_of_their_own():
    assert 60 <= len(SHIPPED) <= 80
    assert max(Counter(skill.name.casefold() for skill in SHIPPED.values()).values()) == 1
    assert len({skill.group for skill in SHIPPED.values()}) >= 8


def test_each_level_says_something_of_its_own_that_a_colleague_could_watch():
    lines = [text for skill in SHIPPED.values() for _, text in skill.levels]
    assert max(Counter(lines).values()) == 1
    assert [line for line in lines if len(line.split()) < 5 or line.endswith(".")] == []
    texts = [*lines, *(skill.definition for skill in SHIPPED.values())]
    assert [text for text in texts if find_banned(text) or re.search(r"\b(enjoys|is proud|loves|feels)\b", text)] == []


def test_each_element_is_one_of_onet_by_its_name_there():
    rated = {
        f"{rating.element} {rating.name}"
        for record in shipped_onet().occupations
        for rating in (*record.facts.skills, *record.facts.knowledge)
    }
    assert {line for skill in SHIPPED.values() for line in skill.elements} <= rated
    assert [slug for slug, skill in SHIPPED.items() if not skill.elements] == []


def test_every_skill_is_shared_by_two_kits_or_more():
    wanted = Counter(skill.shared for kit in KITS for skill in kit.skills if skill.shared)
    assert {slug: wanted[slug] for slug in SHIPPED if wanted[slug] < 2} == {}


def test_every_skill_is_wanted_and_every_kit_wants_most_of_its_own_at_more_than_one_level():
    pointed = {kit.slug: [skill for skill in kit.skills if skill.shared] for kit in KITS}
    assert {skill.shared for skills in pointed.values() for skill in skills} == {*SHIPPED}
    for kit in KITS:
        assert len(pointed[kit.slug]) / len(kit.skills) >= 0.5, kit.slug
    assert sum(len({skill.proficiency for skill in skills}) > 1 for skills in pointed.values()) > len(KITS) * 0.9


def test_more_than_half_of_all_pairs_of_roles_have_a_skill_in_common():
    wanted = [{skill.shared for skill in kit.skills if skill.shared} for kit in KITS]
    pairs = [bool(one & other) for one, other in combinations(wanted, 2)]
    assert sum(pairs) > len(pairs) / 2


def test_the_files_are_in_the_form_that_the_program_writes(tmp_path):
    written = write_skills(SHIPPED.values(), tmp_path)
    shipped = sorted((Path(STARTER_LIBRARY) / "skills").glob("*.yaml"))
    assert [path.name for path in written] == [path.name for path in shipped]
    assert [path.read_text() for path in written] == [path.read_text() for path in shipped]


@pytest.mark.parametrize(
    ("text", "fault"),
    [("- slug: one\n", "missing required field"), ("[", "line 2"), ("- slug: SQL\n", "slug")],
)
def test_a_file_of_skills_at_fault_is_refused_with_its_name(tmp_path, text, fault):
    folder = tmp_path / "skills"
    folder.mkdir()
    (folder / "data.yaml").write_text(text)
    with pytest.raises(KitFileError, match=r"data\.yaml") as refused:
        read_skills(tmp_path)
    assert fault in str(refused.value)


def test_a_skill_that_stands_in_two_files_is_refused(tmp_path):
    write_skills([SHIPPED["sql"], msgspec.structs.replace(SHIPPED["sql"], group="Z")], tmp_path)
    with pytest.raises(KitFileError, match="'sql' is in the vocabulary twice"):
        read_skills(tmp_path)


def test_what_was_loaded_reads_as_it_ships(vocabulary):
    assert {skill.slug: skill for skill in list_skills()} == SHIPPED
    assert store_skills(SHIPPED.values()) == 0


def test_a_newer_text_replaces_only_what_nobody_edited(vocabulary):
    vocabulary.filter(slug="sql").update(name="Structured queries", written_by=EDITED)
    assert (
        store_skills([msgspec.structs.replace(SHIPPED[slug], expert="Something new") for slug in ("sql", "apis")]) == 1
    )
    assert vocabulary.get(slug="sql").name == "Structured queries"
    assert vocabulary.get(slug="apis").expert == "Something new"


def test_what_another_library_brought_outlasts_the_next_start(vocabulary):
    store_skills([msgspec.structs.replace(SHIPPED["sql"], name="Structured queries")])
    call_command("load_skills", verbosity=0)
    assert vocabulary.get(slug="sql").name == "Structured queries"


def test_an_edit_can_be_taken_back(vocabulary):
    vocabulary.filter(slug="sql").update(name="Structured queries", written_by=EDITED)
    assert restore_shipped_skills(["sql", "no-such"]) == 1
    row = vocabulary.get(slug="sql")
    assert (row.name, row.written_by) == (SHIPPED["sql"].name, "rolebook")


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"shared": "sql"}, "skills[0].proficiency"), ({"proficiency": Proficiency.EXPERT}, "skills[0].shared")],
)
def test_a_shared_skill_and_its_level_come_together(changes, place):
    with pytest.raises(KitError, match=re.escape(place)):
        to_kit(as_plain(with_skill(**changes)))


def test_a_shared_skill_stands_once_in_a_kit():
    sql = msgspec.structs.replace(COUNTED, shared="sql", proficiency=Proficiency.WORKING)
    kit = msgspec.structs.replace(with_skill(), skills=[sql, msgspec.structs.replace(sql, name="More of it")])
    with pytest.raises(KitError, match=r"skills\[1\]\.shared: 'sql' appears here twice"):
        to_kit(as_plain(kit))


def test_a_kit_with_an_unknown_skill_is_not_published(vocabulary):
    role = save_kit(with_skill(shared="juggling", proficiency=Proficiency.EXPERT))
    with pytest.raises(KitError, match="the vocabulary has no skill 'juggling'"):
        publish_role(role, note="First")


@pytest.mark.slow
def test_a_library_brings_its_own_skills(db, tmp_path):
    kit = with_skill(shared="juggling", proficiency=Proficiency.EXPERT)
    juggling = msgspec.structs.replace(SHIPPED["sql"], slug="juggling", name="Juggling", group="Circus")
    a_published_kit()
    call_command("export_library", tmp_path, verbosity=0)
    write_skills([juggling], tmp_path)
    (tmp_path / f"{kit.slug}.yaml").write_text(msgspec.json.encode(kit).decode())
    call_command("load_library", tmp_path, verbosity=0)
    assert [use.shared for use in SkillUse.objects.live()] == ["juggling"]
    call_command("export_library", tmp_path / "out", verbosity=0)
    assert juggling in read_skills(tmp_path / "out")


def test_a_library_whose_skills_are_at_fault_changes_nothing(db, tmp_path):
    a_published_kit()
    call_command("export_library", tmp_path, verbosity=0)
    (tmp_path / "skills/circus.yaml").write_text("- slug: juggling\n")
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_library", tmp_path, verbosity=0)


def test_an_edition_that_goes_off_wants_nothing_more(db):
    edition = a_published_kit()
    assert SkillUse.objects.live().filter(shared="sql").count() == 1
    unpublish_role(edition.role)
    assert not SkillUse.objects.live().exists()


def test_a_skill_is_edited_on_the_desk_and_readers_see_it(admin_client, client, vocabulary):
    before = read_current_version().state
    page = admin_client.get("/admin/roles/vocabularyskill/sql/change/")
    posted = own_data(page) | {"definition": "Asks databases politely.", "elements": "2.B.3.e Programming"}
    assert admin_client.post(page.request["PATH_INFO"], posted).status_code == 302
    assert vocabulary.get(slug="sql").written_by == "editor"
    assert read_current_version().state != before
    assert "Asks databases politely." in client.get("/skills/sql/").content.decode()


def test_an_element_without_its_id_is_refused_on_the_desk(admin_client, vocabulary):
    page = admin_client.get("/admin/roles/vocabularyskill/sql/change/")
    answer = admin_client.post(page.request["PATH_INFO"], own_data(page) | {"elements": "Programming"})
    assert "such as 2.B.3.e Programming" in answer.content.decode()


def test_what_ships_or_is_wanted_is_not_deleted_on_the_desk(admin_client, vocabulary):
    own = {name: getattr(SHIPPED["sql"], name) for name in SHIPPED["sql"].__struct_fields__}
    for slug in ("wanted", "spare"):
        vocabulary.create(**own | {"slug": slug, "name": slug})
    save_kit(with_skill(shared="wanted", proficiency=Proficiency.EXPERT))
    statuses = {
        slug: admin_client.post(f"/admin/roles/vocabularyskill/{slug}/delete/", {"post": "yes"}).status_code
        for slug in ("sql", "wanted", "spare")
    }
    assert statuses == {"sql": 403, "wanted": 403, "spare": 302}


@pytest.mark.slow
def test_a_roles_skill_is_chosen_from_the_vocabulary_by_group(admin_client, vocabulary):
    role = save_kit(a_kit())
    html = admin_client.get(f"/admin/roles/role/{role.pk}/change/skills/").content.decode()
    assert '<optgroup label="Data and analysis">' in html
    assert '<option value="sql" selected>SQL and data querying</option>' in html
    assert load_kit(role) == a_kit()


@pytest.mark.django_db
def test_many_skills_are_stored_with_as_many_queries_as_one(django_assert_num_queries):
    with CaptureQueriesContext(connection) as of_one:
        store_skills([SHIPPED["sql"]])
    with django_assert_num_queries(len(of_one)):
        assert store_skills(SHIPPED.values()) == len(SHIPPED) - 1
