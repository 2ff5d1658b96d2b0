"""Saved openings on the desk: only where the site says so, and only for those who may."""

import pytest

from packs.description.starting import start_description
from packs.models import OpeningList, Pack
from packs.store.saving import create_pack
from tests.desk import signed_in
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/admin/packs/pack/"


@pytest.fixture(autouse=True)
def pack():
    a_published_kit()
    create_pack(start_description(a_kit(), 1))
    return Pack.objects.get()


@pytest.fixture
def own_site(settings):
    settings.EDITORS_SEE_OPENINGS = True


def test_no_editor_sees_openings_unless_the_site_says_so():
    editor = signed_in("Publisher")
    assert editor.get(PAGE).status_code == 403
    assert PAGE not in editor.get("/admin/").content.decode()


def test_an_editor_of_a_companys_own_site_reads_every_opening(own_site, pack):
    editor = signed_in("Editor")
    assert "Technical Product Manager" in editor.get(PAGE).content.decode()
    assert "[company name]" in editor.get(f"{PAGE}{pack.pk}/change/").content.decode()
    assert editor.post(f"{PAGE}{pack.pk}/delete/", {"post": "yes"}).status_code == 403
    assert signed_in("Author").get(PAGE).status_code == 403


def test_an_editor_opens_some_as_a_list(own_site, pack, client):
    answer = signed_in("Editor").post(PAGE, {"action": "open_as_list", "_selected_action": [str(pack.pk)]})
    assert "Technical Product Manager" in client.get(answer.headers["Location"]).content.decode()
    assert OpeningList.objects.get().links.get().pack == pack


def test_the_page_of_links_tells_who_else_can_see(own_site, pack, client):
    token = create_pack(pack.current().description)
    assert "The editors of this site can see every pack too." in client.get(f"/packs/{token}/links/").content.decode()
