"""A role that is deleted comes back whole for a while."""

from datetime import timedelta

import pytest
from django.utils import timezone

from roles.models.answer_votes import AnswerVotes
from roles.models.deleted_role import DeletedRole
from roles.models.working_copy import Role
from roles.publishing.deleting import FORMER, BringBackError, bring_back, delete_role, find_live_links
from roles.publishing.publish import publish_role
from roles.publishing.rows import load_kit, save_kit
from tests.desk import signed_in
from tests.factories import a_kit, a_published_kit, an_administrator

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"
PAGE = f"/roles/{SLUG}/"


@pytest.fixture
def role():
    role = a_published_kit().role
    save_kit(a_kit(summary="Another summary."))
    publish_role(Role.objects.get(), note="Second")
    save_kit(a_kit(summary="A draft."))
    AnswerVotes.objects.count_one(role=role.pk, faq="a", helped=True)
    return Role.objects.get()


@pytest.mark.slow
def test_it_is_gone_and_comes_back_as_it_was(role, client):
    kit, page = load_kit(role), client.get(PAGE).content
    editions = [*role.editions.values_list("pk", "number", "kit_json", "live_from", "live_until")]
    deleted = delete_role(role)
    assert client.get(PAGE).status_code == 404
    back = bring_back(deleted)
    assert load_kit(back) == kit
    assert [*back.editions.values_list("pk", "number", "kit_json", "live_from", "live_until")] == editions
    assert AnswerVotes.objects.get().helpful == 1
    assert client.get(PAGE).content == page
    assert PAGE.encode() in client.get("/search/?q=technical product manager").content
    assert not DeletedRole.objects.exists()


@pytest.mark.slow
def test_it_can_be_published_again(role):
    back = bring_back(delete_role(role))
    assert publish_role(back, note="Third").number == 3


@pytest.mark.slow
def test_its_address_may_have_been_given_away(role):
    deleted = delete_role(role)
    a_published_kit(title="Another")
    with pytest.raises(BringBackError, match="Another role has the address"):
        bring_back(deleted)
    assert Role.objects.count() == 1


@pytest.mark.slow
def test_what_it_names_may_be_gone(role):
    deleted, author = delete_role(role), role.author
    author.delete()
    with pytest.raises(BringBackError, match="Nothing was brought back"):
        bring_back(deleted)
    assert not Role.objects.exists()


@pytest.mark.slow
def test_who_published_it_may_be_gone(role):
    user = an_administrator()
    role.editions.update(published_by=user, publisher="ada")
    deleted = delete_role(role, by=user)
    user.delete()
    back = bring_back(DeletedRole.objects.get(pk=deleted.pk))
    assert set(back.editions.values_list("published_by", "publisher")) == {(None, "ada")}


@pytest.mark.slow
def test_who_published_it_before_names_were_kept_is_named_when_it_comes_back(role):
    user = an_administrator()
    role.editions.update(published_by=user, publisher="")
    back = bring_back(DeletedRole.objects.get(pk=delete_role(role, by=user).pk))
    assert {*back.editions.values_list("publisher", flat=True)} == {user.username}
    deleted = delete_role(back, by=user)
    DeletedRole.objects.update(rows=deleted.rows.replace(f'"publisher":"{user.username}"', '"publisher":""'))
    user.delete()
    back = bring_back(DeletedRole.objects.get(pk=deleted.pk))
    assert {*back.editions.values_list("publisher", flat=True)} == {FORMER}


def test_after_thirty_days_it_goes_for_good(role):
    delete_role(role)
    DeletedRole.objects.update(deleted_at=timezone.now() - timedelta(days=31))
    assert not DeletedRole.objects.kept().exists()
    delete_role(a_published_kit(slug="other", title="Other", related=[], comparisons=[]).role)
    assert [deleted.title for deleted in DeletedRole.objects.all()] == ["Other"]


@pytest.mark.slow
def test_live_pages_that_name_it_or_link_to_it_are_found(role):
    a_published_kit(slug="naming", title="Naming", related=[SLUG], comparisons=[])
    a_published_kit(slug="linking", title="Linking", related=[], comparisons=[], overview=f"See [it]({PAGE}).")
    a_published_kit(slug="neither", title="Neither", related=[], comparisons=[])
    assert [edition.title for edition in find_live_links(SLUG)] == ["Linking", "Naming"]


def test_the_desk_says_who_links_to_it_before_it_is_deleted(role, admin_client):
    a_published_kit(slug="naming", title="Naming", related=[SLUG], comparisons=[])
    html = admin_client.get(f"/admin/roles/role/{role.pk}/delete/").content.decode()
    assert "is on the site" in html
    assert ">Naming</a>" in html


def test_the_list_of_roles_leads_to_deleted_ones_for_whoever_may_delete(role, admin_client):
    leads = '<a href="/admin/roles/role/deleted/">Deleted roles</a>'
    assert leads in admin_client.get("/admin/roles/role/").content.decode()
    assert leads not in signed_in("Publisher").get("/admin/roles/role/").content.decode()


@pytest.mark.slow
def test_the_desk_deletes_and_brings_back(role, admin_client, client):
    admin_client.post(f"/admin/roles/role/{role.pk}/delete/", {"post": "yes"})
    assert client.get(PAGE).status_code == 404
    listed = admin_client.get("/admin/roles/role/deleted/").content.decode()
    assert "Bring Technical Product Manager back" in listed
    admin_client.post("/admin/roles/role/deleted/", {"role": DeletedRole.objects.get().pk})
    assert client.get(PAGE).status_code == 200


def test_roles_deleted_together_come_back_too(role, admin_client):
    admin_client.post("/admin/roles/role/", {"action": "delete_selected", "_selected_action": role.pk, "post": "yes"})
    assert [deleted.slug for deleted in DeletedRole.objects.all()] == [SLUG]


def test_there_may_be_no_such_deleted_role(admin_client):
    for wanted in ("7", "x", ""):
        assert admin_client.post("/admin/roles/role/deleted/", {"role": wanted}).status_code == 404
