"""load_library, export_library and kit_schema."""

import json
import shutil

import msgspec
import pytest
from django.core.management import CommandError, call_command

from roles.kit.files import KitFileError
from roles.models.edition import Edition
from roles.models.working_copy import Role, Source
from roles.publishing.library_files import STARTER_LIBRARY, load_kits
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit, an_administrator

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"


@pytest.fixture
def folder(tmp_path):
    shutil.copy(STARTER_LIBRARY / f"{SLUG}.yaml", tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_starter_library_loads_once_and_comes_out_as_the_same_bytes(tmp_path, capsys):
    call_command("load_library")
    kits = [*STARTER_LIBRARY.glob("*.yaml"), *STARTER_LIBRARY.glob("es/*.yaml")]
    assert Edition.objects.count() == len(kits)
    call_command("export_library", tmp_path / "out")
    for path in kits:
        assert (tmp_path / "out" / path.relative_to(STARTER_LIBRARY)).read_bytes() == path.read_bytes()
    call_command("load_library", tmp_path / "out")
    assert "0 published" in capsys.readouterr().out
    assert Edition.objects.live().get(slug=SLUG).kit == a_kit()


@pytest.mark.slow
def test_an_exported_library_loads_into_an_empty_site(folder, tmp_path):
    call_command("load_library", folder)
    call_command("export_library", tmp_path / "out")
    Role.objects.all().delete()
    call_command("load_library", tmp_path / "out")
    assert Edition.objects.live().get(slug=SLUG).kit == a_kit()


def test_a_wrong_file_is_refused_with_its_place_and_nothing_is_loaded(folder):
    path = folder / f"{SLUG}.yaml"
    path.with_stem("another-role").write_text(path.read_text().replace("importance: high", "importance: huge", 1))
    with pytest.raises(CommandError) as refused:
        call_command("load_library", folder)
    assert "another-role.yaml, line" in str(refused.value)
    assert "skills[0].importance: expected one of high, medium, optional" in str(refused.value)
    assert not Role.objects.exists()


def test_a_file_named_unlike_its_slug_is_refused(folder):
    (folder / f"{SLUG}.yaml").rename(folder / "other.yaml")
    with pytest.raises(CommandError, match="expected 'other', the file's name"):
        call_command("load_library", folder)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"at least one \.yaml file"):
        call_command("load_library", tmp_path)


@pytest.mark.slow
def test_unpublished_work_in_admin_is_not_overwritten_unasked(folder, capsys):
    role = a_published_kit().role
    Role.objects.update(title="Half a thought")
    with pytest.raises(CommandError, match="aren't published"):
        call_command("load_library", folder)
    role.refresh_from_db()
    assert role.title == "Half a thought"
    call_command("load_library", folder, overwrite=True)
    role.refresh_from_db()
    assert role.title == "Technical Product Manager"


@pytest.mark.slow
def test_what_the_desk_has_published_stays_and_the_file_waits_as_a_draft(folder, capsys):
    publish_role(save_kit(a_kit(title="Our own title")), note="Ours", by=an_administrator())
    call_command("load_library", folder)
    assert f"draft      {SLUG}" in capsys.readouterr().out
    assert Edition.objects.live().get().title == "Our own title"
    assert Role.objects.get().title == "Technical Product Manager"
    call_command("load_library", folder)
    assert "0 published, 1 unchanged." in capsys.readouterr().out
    call_command("load_library", folder, overwrite=True)
    assert Edition.objects.live().get().kit == a_kit()


@pytest.mark.slow
def test_an_edition_stays_an_editors_when_the_account_is_deleted(folder, capsys, client):
    editor = an_administrator()
    edition = publish_role(save_kit(a_kit(title="Our own title")), note="Ours", by=editor)
    editor.delete()
    call_command("load_library", folder)
    assert f"draft      {SLUG}" in capsys.readouterr().out
    client.force_login(an_administrator())
    page = client.get(f"/admin/roles/role/{edition.role_id}/editions/").content.decode()
    assert "<td>ada</td>" in page
    assert "the library" not in page


NAMES: dict[str, list[str]] = {"aliases": [], "comparisons": [], "related": []}


def two_kits(**changes):
    """Two kits with one author and one source."""
    return [a_kit(slug=name, title=name, short_title=name, **NAMES, **changes) for name in ("role-a", "role-b")]


def with_caveat(kits, caveat):
    """The kits with another caveat in their source."""
    return [
        msgspec.structs.replace(kit, sources=[msgspec.structs.replace(kit.sources[0], caveat=caveat), *kit.sources[1:]])
        for kit in kits
    ]


def publish_correction(*slugs):
    """Correct the source on the desk, and publish some of the roles that use it."""
    Source.objects.filter(slug=a_kit().sources[0].slug).update(caveat="Corrected.")
    editor = an_administrator()
    for slug in slugs:
        publish_role(Role.objects.get(slug=slug), note="Corrected", by=editor)


def read_caveat():
    return Source.objects.get(slug=a_kit().sources[0].slug).caveat


@pytest.mark.slow
def test_a_source_that_changes_in_several_files_loads():
    load_kits(two_kits())
    assert load_kits(with_caveat(two_kits(), "Newer.")).published == ["role-a", "role-b"]
    assert read_caveat() == "Newer."


@pytest.mark.slow
def test_a_source_that_the_desk_has_corrected_stays():
    load_kits(two_kits())
    publish_correction("role-a")
    assert load_kits(two_kits()).unchanged == ["role-a", "role-b"]
    newer = two_kits(overview="Newer.")
    loaded = load_kits(newer)
    assert (loaded.drafted, loaded.published) == (["role-a"], ["role-b"])
    assert Edition.objects.live().get(slug="role-b").kit == with_caveat(newer, "Corrected.")[1]
    assert load_kits(newer).unchanged == ["role-a", "role-b"]
    assert read_caveat() == "Corrected."
    load_kits(newer, overwrite=True)
    assert read_caveat() == a_kit().sources[0].caveat


@pytest.mark.slow
def test_a_source_that_the_desk_has_corrected_and_not_published_is_not_overwritten_unasked():
    load_kits(two_kits())
    publish_correction()
    with pytest.raises(KitFileError, match="source best-pm-jobs-2026: this has changes in admin"):
        load_kits(two_kits(overview="Newer."))
    assert read_caveat() == "Corrected."


@pytest.mark.slow
def test_a_role_whose_source_a_file_of_another_role_changed_waits_to_be_published():
    load_kits(two_kits())
    save_kit(with_caveat(two_kits(), "Newer.")[0])
    role = Role.objects.get(slug="role-b")
    assert role.editions.get().version < role.version


def test_the_schema_describes_a_kit_file(capsys):
    call_command("kit_schema")
    schema = json.loads(capsys.readouterr().out)
    assert {"slug", "title", "skills", "sources"} <= set(schema["$defs"]["Kit"]["required"])
