"""A private profile: made, saved, shared, taken away as a file, started from, renewed and deleted."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from company.models import Profile
from company.profile import CompanyProfile
from company.profile_file import parse_profile, write_profile
from company.store import create_profile, find_profile, save_profile
from packs.models import Pack
from tests.company.samples import ACME
from tests.company.test_profile_form import post_form
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def token():
    return create_profile(ACME)


def post(client, path, data=None, **kwargs):
    return client.post(path, data or {}, headers={"sec-fetch-site": "same-origin"}, **kwargs)


def a_file(profile=ACME, raw=None):
    return SimpleUploadedFile("acme.json", raw if raw is not None else write_profile(profile))


def test_a_new_profile_gets_a_link_that_opens_it(client):
    answer = post(client, "/company/", {"do": "new"})
    assert answer.status_code == 303
    assert client.get(answer.url).status_code == 200


def test_a_save_is_a_version_and_the_same_again_is_none(client, token):
    form = post_form(ACME, name="Acme Deep").dict()
    assert post(client, f"/company/{token}/", form | {"version": "1"}).status_code == 303
    assert post(client, f"/company/{token}/", form | {"version": "2"}).status_code == 303
    current = find_profile(token).current()
    assert (current.number, current.value.name) == (2, "Acme Deep")


def test_a_save_after_somebody_elses_loses_no_word(client, token):
    save_profile(find_profile(token), CompanyProfile(name="Somebody else’s"))
    answer = post(client, f"/company/{token}/", post_form(ACME, name="Mine").dict() | {"version": "1"})
    assert answer.status_code == 409
    assert 'value="Mine"' in answer.content.decode()
    assert find_profile(token).current().value.name == "Somebody else’s"


def test_a_field_at_fault_is_named_and_nothing_is_saved(client, token):
    answer = post(client, f"/company/{token}/", post_form(ACME, pay_bands="Senior | much").dict() | {"version": "1"})
    assert answer.status_code == 422
    assert "Line 1: “much” isn’t an amount" in answer.content.decode()
    assert find_profile(token).current().number == 1


def test_it_goes_into_a_file_and_another_profile_comes_from_it(client, token):
    answer = client.get(f"/company/{token}/file/")
    assert 'filename="acme-charts.json"' in answer.headers["Content-Disposition"]
    assert parse_profile(answer.content) == ACME
    other = post(client, "/company/", {"do": "file", "file": a_file(raw=answer.content)}).url
    assert find_profile(other.split("/")[2]).current().value == ACME


def test_a_file_replaces_what_a_profile_says(client, token):
    assert post(client, f"/company/{token}/replace/", {"file": a_file(CompanyProfile(name="New"))}).status_code == 303
    assert find_profile(token).current().value == CompanyProfile(name="New")


@pytest.mark.parametrize("address", ["/company/", "/company/{}/replace/"])
def test_a_file_at_fault_says_where(client, token, address):
    raw = b'{"pay_bands": [{"level": 1}]}'
    answer = post(client, address.format(token), {"do": "file", "file": a_file(raw=raw)})
    assert answer.status_code == 422
    assert "pay_bands[0].level" in answer.content.decode()
    assert Profile.objects.count() == 1


def test_a_job_description_starts_from_it(client, token):
    a_published_kit()
    answer = post(client, f"/company/{token}/start/", {"role": "technical-product-manager"})
    pack = Pack.objects.get()
    assert answer.url.startswith("/packs/")
    description = pack.current().description
    assert (description.company, description.employees) == ("Acme Charts", 120)
    assert (pack.company_id, pack.company_number) == (find_profile(token).pk, 1)


def test_a_role_that_is_not_live_starts_nothing(client, token):
    assert post(client, f"/company/{token}/start/", {"role": "nobody"}).status_code == 404


def test_a_new_link_turns_the_old_one_off(client, token):
    new = post(client, f"/company/{token}/renew/").url
    assert client.get(f"/company/{token}/").status_code == 404
    assert client.get(new).status_code == 200


def test_a_deletion_leaves_no_row_and_packs_keep_what_they_took(client, token):
    a_published_kit()
    post(client, f"/company/{token}/start/", {"role": "technical-product-manager"})
    assert "Keep it" in client.get(f"/company/{token}/delete/").content.decode()
    assert "The profile has been deleted" in post(client, f"/company/{token}/delete/").content.decode()
    with connection.cursor() as cursor:
        for table in ("company_profile", "company_profileversion"):
            cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608
            assert cursor.fetchone() == (0,)
    assert Pack.objects.get().current().description.company == "Acme Charts"


def test_no_table_holds_the_token_of_a_profile(token):
    row = Profile.objects.values().get()
    assert token not in str(row)


def test_its_pages_are_kept_by_nobody_and_set_no_cookie(client, token):
    answer = client.get(f"/company/{token}/")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_another_site_can_not_change_it(client, token):
    for page in ("", "start/", "renew/", "delete/", "replace/"):
        answer = client.post(f"/company/{token}/{page}", headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403
    assert client.post("/company/", {"do": "new"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.slow
def test_a_day_has_room_for_so_many_profiles(client, settings, token):
    settings.NEW_PACKS_A_DAY = 1
    answers = [post(client, "/company/", {"do": "new"}, REMOTE_ADDR="192.0.2.7").status_code for _ in range(2)]
    assert answers == [303, 429]
    settings.NEW_PACKS_A_DAY, settings.MEGABYTES_A_DAY = 0, 1
    form = post_form(ACME, name="Acme Deep", fair_chance="x" * 9_000).dict() | {"version": "1"}
    answers = [
        post(client, f"/company/{token}/", form | {"about_long": "y" * 9_000}, REMOTE_ADDR="192.0.2.8").status_code
        for _ in range(60)
    ]
    assert answers[0] == 303
    assert answers[-1] == 429


def test_a_profile_that_nobody_uses_goes(token):
    long_ago = timezone.now() - timezone.timedelta(days=200)
    Profile.objects.update(created_at=long_ago, used_at=long_ago)
    call_command("expire_packs", verbosity=0)
    assert not Profile.objects.exists()


def test_hostile_words_come_out_as_text(client):
    token = create_profile(CompanyProfile(name="<script>alert(1)</script>", values=("</textarea><b>",)))
    html = client.get(f"/company/{token}/").content.decode()
    assert "<script>alert" not in html
    assert "</textarea><b>" not in html


def test_the_page_of_all_profiles_is_the_same_for_everyone(client):
    answer = client.get("/company/")
    assert answer.headers["Cache-Control"].startswith("public")
    assert not re.search("Acme", answer.content.decode())
