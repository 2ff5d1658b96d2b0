"""Kit files on the desk: a dry run with the difference, then the working copy; readers see nothing of it."""

import io
import zipfile

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roles.kit.files import parse_kit, write_kit
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.rows import load_kit, save_kit
from tests.desk import signed_in
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/roles/role/import/"


def upload(client, kit_or_text):
    text = kit_or_text if isinstance(kit_or_text, str) else write_kit(kit_or_text)
    return client.post(ADDRESS, {"file": SimpleUploadedFile("kit.yaml", text.encode())})


def confirmed(page):
    return {name: page.context["confirm"].initial[name] or "" for name in ("text", "seen_version")}


@pytest.mark.slow
def test_a_dry_run_shows_the_difference_and_writes_nothing():
    a_published_kit()
    page = upload(signed_in("Author"), a_kit(title="From a File"))
    assert b"From a File" in page.content
    assert b"Importing changes these places" in page.content
    assert Role.objects.get().title == a_kit().title


@pytest.mark.slow
def test_what_is_confirmed_goes_into_the_working_copy_only():
    a_published_kit()
    client = signed_in("Author")
    page = upload(client, a_kit(title="From a File"))
    assert client.post(ADDRESS, confirmed(page)).status_code == 302
    assert load_kit(Role.objects.get()) == a_kit(title="From a File")
    assert Edition.objects.live().get().title == a_kit().title


@pytest.mark.slow
def test_a_new_role_is_added():
    client = signed_in("Editor")
    page = upload(client, a_kit())
    assert b"is new" in page.content
    client.post(ADDRESS, confirmed(page))
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_a_save_between_dry_run_and_import_is_not_overwritten():
    a_published_kit()
    client = signed_in("Author")
    page = upload(client, a_kit(title="From a File"))
    save_kit(a_kit(title="Meanwhile"))
    assert b"Someone saved this role" in client.post(ADDRESS, confirmed(page)).content
    assert Role.objects.get().title == "Meanwhile"


def test_a_wrong_file_is_refused_with_its_lines():
    page = upload(signed_in("Author"), write_kit(a_kit()).replace("importance: high", "importance: huge", 1))
    assert b"skills[0].importance: expected one of high, medium, optional" in page.content
    assert b"kit.yaml, line" in page.content


def test_a_download_is_the_working_copy_and_reads_back():
    role = a_published_kit().role
    save_kit(a_kit(title="Not Yet Published"))
    file = signed_in("Author").get(f"/admin/roles/role/{role.pk}/export/")
    assert file.headers["Content-Disposition"] == 'attachment; filename="technical-product-manager.yaml"'
    assert parse_kit(file.content, name="file") == a_kit(title="Not Yet Published")


@pytest.mark.slow
def test_several_roles_come_as_one_archive():
    keys = [a_published_kit().role.pk, a_published_kit(slug="other", title="Other").role.pk]
    data = {"action": "export_all", "_selected_action": keys}
    answer = signed_in("Author").post("/admin/roles/role/", data)
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert sorted(names) == ["other.yaml", "technical-product-manager.yaml"]


def with_changed_source(kit):
    changed = msgspec.structs.replace(kit.sources[0], publisher="Somebody Else")
    return msgspec.structs.replace(kit, sources=[changed, *kit.sources[1:]])


def with_changed_author(kit):
    return msgspec.structs.replace(kit, author=msgspec.structs.replace(kit.author, name="Somebody Else"))


def with_new_author(kit):
    return msgspec.structs.replace(kit, author=msgspec.structs.replace(kit.author, slug="somebody-else"))


SHARED = [with_changed_source, with_changed_author, with_new_author]


@pytest.mark.parametrize("change", SHARED)
def test_an_author_brings_no_change_of_what_roles_share(change):
    save_kit(a_kit())
    page = upload(signed_in("Author"), change(a_kit())).content.decode()
    assert "You may not " in page
    assert "which roles share" in page
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
@pytest.mark.parametrize("change", SHARED)
def test_an_author_can_not_confirm_such_a_change_either(change):
    save_kit(a_kit())
    client = signed_in("Author")
    form = confirmed(upload(client, a_kit(title="Changed"))) | {"text": write_kit(change(a_kit()))}
    assert client.post(ADDRESS, form).status_code == 403
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
@pytest.mark.parametrize("change", SHARED)
def test_an_editor_may_bring_it(change):
    save_kit(a_kit())
    client = signed_in("Editor")
    client.post(ADDRESS, confirmed(upload(client, change(a_kit()))))
    assert load_kit(Role.objects.get()) == change(a_kit())
