"""An editor starts a role from an occupation."""

import pytest

from occupations.models import Occupation
from roles.models.working_copy import Role
from roles.publishing.rows import load_kit
from tests.factories import store_shipped_occupations

pytestmark = pytest.mark.django_db
START = "/admin/start-kit/29-1141/"


@pytest.fixture
def nurses():
    store_shipped_occupations()


@pytest.mark.slow
def test_a_working_copy_is_filled_and_opened(admin_client, nurses):
    answer = admin_client.post(START)
    role = Role.objects.get(slug="registered-nurse")
    assert answer.headers["Location"] == f"/admin/roles/role/{role.pk}/change/"
    kit = load_kit(role)
    assert len(kit.job_description) > 20
    assert len(kit.competencies) == 8
    assert admin_client.get(answer.headers["Location"]).status_code == 200


def test_a_role_that_is_there_stays_as_it_is(admin_client, nurses):
    admin_client.post(START)
    Role.objects.update(summary="Ours.")
    admin_client.post(START)
    assert Role.objects.get().summary == "Ours."


def test_the_page_of_an_occupation_offers_it(admin_client, nurses):
    row = Occupation.objects.get(code="29-1141.00")
    html = admin_client.get(f"/admin/occupations/occupation/{row.pk}/change/").content.decode()
    assert f'action="{START}"' in html


def test_what_is_no_occupation_is_not_found(admin_client, nurses):
    assert admin_client.post("/admin/start-kit/29-9999/").status_code == 404


def test_it_takes_the_right_to_add_roles(client, django_user_model, nurses):
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.post(START).status_code == 403
    assert not Role.objects.exists()
