"""What several roles share on the desk, and publishing several at once."""

import pytest

from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.desk import own_data, signed_in, untouched
from tests.factories import a_kit

pytestmark = pytest.mark.django_db
SEVERAL = "/admin/roles/role/publish-several/"
SLUGS = ("technical-product-manager", "product-owner")


@pytest.fixture
def roles():
    """Two roles on the site that share their author and their sources."""
    return [publish_role(save_kit(a_kit(slug=slug)), note="First edition").role for slug in SLUGS]


def several(*roles):
    return SEVERAL + "?" + "&".join(f"role={role.pk}" for role in roles)


def reword_author(client):
    page = f"/admin/roles/author/{Author.objects.get().pk}/change/"
    return client.post(page, own_data(client.get(page)) | {"headline": "Another headline"}, follow=True)


def test_an_author_names_the_roles_that_use_it(admin_client, roles):
    html = admin_client.get(f"/admin/roles/author/{Author.objects.get().pk}/change/").content.decode()
    for role in roles:
        assert f"/admin/roles/role/{role.pk}/change/" in html
    assert "waiting to be published" not in html


def test_a_source_names_the_roles_whose_pay_it_is_cited_for(admin_client, roles):
    assert Source.objects.exists()
    for source in Source.objects.all():
        html = admin_client.get(f"/admin/roles/source/{source.pk}/change/").content.decode()
        assert html.count("/admin/roles/role/") >= len(roles), source


@pytest.mark.slow
def test_a_changed_author_makes_the_roles_wait_until_they_are_published(admin_client, roles):
    answer = reword_author(admin_client)
    assert "published again: 2" in answer.content.decode()
    html = admin_client.get(f"/admin/roles/author/{Author.objects.get().pk}/change/").content.decode()
    assert html.count("waiting to be published") == 2
    page = admin_client.get(several(*roles))
    assert len(page.context["ready"]) == 2
    admin_client.post(SEVERAL, untouched(page) | {"note": "New words", "accept": "on"})
    assert {edition.kit.author.headline for edition in Edition.objects.live()} == {"Another headline"}
    html = admin_client.get(f"/admin/roles/author/{Author.objects.get().pk}/change/").content.decode()
    assert "waiting to be published" not in html


def test_saving_an_author_unchanged_makes_nothing_wait(admin_client, roles):
    before = [*Role.objects.values_list("version", flat=True)]
    page = f"/admin/roles/author/{Author.objects.get().pk}/change/"
    admin_client.post(page, own_data(admin_client.get(page)))
    assert [*Role.objects.values_list("version", flat=True)] == before


def test_the_list_leads_to_the_page_that_publishes_several(admin_client, roles):
    keys = [role.pk for role in roles]
    answer = admin_client.post("/admin/roles/role/", {"action": "publish_selected", "_selected_action": keys})
    assert answer.headers["Location"].startswith(SEVERAL)


def test_a_role_without_a_change_or_with_a_fault_is_left_out_and_says_why(admin_client, roles):
    Role.objects.filter(pk=roles[0].pk).update(overview="")
    page = admin_client.get(several(*roles))
    assert page.context["ready"] == []
    reasons = " ".join(candidate.reason for candidate in page.context["left_out"])
    assert "overview" in reasons
    assert "Nothing has changed." in reasons


@pytest.mark.slow
def test_a_save_in_between_stops_all_of_them(admin_client, roles):
    reword_author(admin_client)
    opened = untouched(admin_client.get(several(*roles)))
    save_kit(a_kit(slug=SLUGS[0], title="Half a thought"))
    page = admin_client.post(SEVERAL, opened | {"note": "New words", "accept": "on"})
    assert "Nothing was published" in page.content.decode()
    assert {edition.number for edition in Edition.objects.live()} == {1}


def test_an_author_may_not_publish_several(roles):
    client = signed_in("Author", "ben")
    assert client.get(several(*roles)).status_code == 403
    assert client.post(SEVERAL, {"role": roles[0].pk}).status_code == 403
