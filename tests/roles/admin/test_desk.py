"""The editors' desk: preview, publish, compare, restore, unpublish."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.working_copy import Role
from roles.publishing.rows import load_kit, save_kit
from tests.desk import own_data
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/roles/technical-product-manager/"


@pytest.fixture
def role():
    return a_published_kit().role


def desk(role, name):
    return f"/admin/roles/role/{role.pk}/{name}/"


def test_the_desk_shows_every_part_in_the_order_of_the_kit(admin_client, role):
    html = admin_client.get(desk(role, "change")).content.decode()
    prefixes = ["job_description", "responsibilities", "skills", "levels", "benchmarks", "competencies", "faqs"]
    places = [html.index(f'name="{prefix}-TOTAL_FORMS"') for prefix in prefixes]
    assert places == sorted(places)


def test_saving_the_desk_unchanged_changes_nothing(admin_client, role):
    data = own_data(admin_client.get(desk(role, "change")))
    answer = admin_client.post(desk(role, "change"), data)
    assert answer.status_code == 302, answer.context["errors"]
    assert load_kit(Role.objects.get(pk=role.pk)) == a_kit()


def test_a_preview_shows_the_working_copy_and_readers_do_not_see_it(admin_client, client, role):
    save_kit(a_kit(title="Half a thought"))
    link = admin_client.get(desk(role, "preview")).context["link"]
    assert b"Half a thought" in admin_client.get(link).content
    assert b"Half a thought" not in client.get(PAGE).content


def test_publishing_asks_for_a_note_and_shows_the_difference(admin_client, role):
    save_kit(a_kit(title="Better Title"))
    page = admin_client.get(desk(role, "publish")).content
    assert b"Better Title" in page
    assert admin_client.post(desk(role, "publish"), {"note": ""}).status_code == 200
    assert Edition.objects.count() == 1
    admin_client.post(desk(role, "publish"), {"note": "A better title", "accept": "on"})
    edition = Edition.objects.live().get()
    assert (edition.number, edition.note, edition.published_by.username) == (2, "A better title", "admin")


def test_publishing_at_a_time(admin_client, role):
    save_kit(a_kit(title="Later"))
    at = timezone.now() + timedelta(days=1)
    data = {"note": "Later", "accept": "on", "at_0": f"{at:%Y-%m-%d}", "at_1": f"{at:%H:%M:%S}"}
    admin_client.post(desk(role, "publish"), data)
    assert Edition.objects.live().get().number == 1
    assert Edition.objects.live(at).get().title == "Later"


def test_a_time_that_has_passed_is_refused_at_its_field(admin_client, role):
    save_kit(a_kit(title="Later"))
    page = admin_client.post(
        desk(role, "publish"), {"note": "x", "accept": "on", "at_0": "2020-01-01", "at_1": "00:00:00"}
    )
    assert b"This time has passed" in page.content
    assert Edition.objects.count() == 1


def test_faults_are_named_and_keep_the_kit_from_being_published(admin_client, role):
    role.skills.update(covers="")
    Role.objects.update(overview="")
    for name in ("publish", "compare", "export"):
        page = admin_client.get(desk(role, name)).content.decode()
        assert "<strong>overview</strong>: missing" in page
        assert "<strong>skills[0].covers</strong>: missing" in page
    admin_client.post(desk(role, "publish"), {"note": "Broken"})
    assert Edition.objects.count() == 1


def test_publishing_without_a_change_says_so(admin_client, role):
    page = admin_client.post(desk(role, "publish"), {"note": "Again", "accept": "on"})
    assert b"Nothing has changed since the live edition" in page.content


def test_an_old_edition_is_compared_and_restored(admin_client, role):
    save_kit(a_kit(title="Worse"))
    admin_client.post(desk(role, "publish"), {"note": "Worse", "accept": "on"})
    assert b"Worse" in admin_client.get(desk(role, "editions/2")).content
    admin_client.post(desk(role, "editions/1"))
    assert Edition.objects.live().get().kit == a_kit()
    assert b"Restored edition 1" in admin_client.get(desk(role, "editions")).content


def test_unpublishing_asks_first(admin_client, client, role):
    admin_client.get(desk(role, "unpublish"))
    assert client.get(PAGE).status_code == 200
    admin_client.post(desk(role, "unpublish"))
    assert client.get(PAGE).status_code == 404
    assert not SearchEntry.objects.live().exists()


@pytest.mark.parametrize("name", ["preview", "publish", "unpublish", "editions", "editions/1"])
def test_a_stranger_is_sent_to_sign_in(client, role, name):
    assert client.get(desk(role, name)).headers["Location"].startswith("/admin/login/")
    assert client.post(desk(role, name)).status_code == 302
    assert Edition.objects.live().count() == 1


@pytest.mark.parametrize("name", ["preview", "publish", "unpublish", "editions", "editions/1"])
def test_staff_without_the_permission_are_refused(client, role, name, django_user_model):
    client.force_login(django_user_model.objects.create_user("bob", is_staff=True))
    assert client.post(desk(role, name)).status_code == 403
    assert Edition.objects.live().count() == 1


def test_lists_lose_their_marks(admin_client, role):
    data = own_data(admin_client.get(desk(role, "change")))
    data |= {
        "aliases": "• TPM\r\n1. Technical PM\r\n\uf0b7 Platform PM",
        "job_description-0-text": "• Own the roadmap.",
    }
    answer = admin_client.post(desk(role, "change"), data)
    assert answer.status_code == 302, answer.context["errors"]
    kit = load_kit(Role.objects.get(pk=role.pk))
    assert kit.aliases == ["TPM", "Technical PM", "Platform PM"]
    assert kit.job_description[0].text == "Own the roadmap."


def test_line_ends_of_browsers_are_no_change(admin_client, role):
    data = own_data(admin_client.get(desk(role, "change")))
    sent = {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in data.items()}
    assert sent != data
    admin_client.post(desk(role, "change"), sent)
    assert LogEntry.objects.get().get_change_message() == "No fields changed."
    assert load_kit(Role.objects.get(pk=role.pk)) == a_kit()
