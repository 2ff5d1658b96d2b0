"""Signing in: shut after wrong passwords, with a code for those who set one up, and at an end some time."""

import time

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.config.addresses import addresses_under
from tests.desk import a_member, signed_in

pytestmark = pytest.mark.django_db
RIGHT = {"username": "ada", "password": "correct horse"}


@pytest.fixture
def ada():
    return a_member("Author", "ada")


def sign_in(client, **data):
    return client.post("/admin/login/", RIGHT | data)


def code_of(device, steps=0):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time() + steps * device.step
    return f"{totp.token():06d}"


def test_five_wrong_passwords_shut_the_door_even_to_the_right_one(ada, client):
    answers = [sign_in(client, password="wrong").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    shut = sign_in(client)
    assert shut.status_code == 429
    assert b"Wait 15 minutes" in shut.content


def test_another_person_is_not_shut_out(ada, client):
    a_member("Author", "ben")
    for _ in range(5):
        sign_in(client, password="wrong")
    assert sign_in(client, username="ben").status_code == 302


def test_a_code_is_asked_for_only_once_it_is_set_up(ada, client):
    assert sign_in(client).status_code == 302
    assert client.get("/admin/second-factor/code.svg").headers["Content-Type"] == "image/svg+xml"
    device = TOTPDevice.objects.get(user=ada)
    assert client.post("/admin/second-factor/", {"code": "1"}).status_code == 200
    assert sign_in(Client()).status_code == 302, "a device that is not confirmed counts for nothing"
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert client.post("/admin/second-factor/", {"code": code_of(device)}).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/second-factor/code.svg").status_code == 404

    other = Client()
    page = sign_in(other)
    assert b"Enter the code that your app shows now" in page.content
    assert other.get("/admin/").status_code == 302
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None, last_t=-1)
    assert sign_in(other, code=code_of(device)).status_code == 302
    assert other.get("/admin/").status_code == 200


def test_a_session_without_the_code_ends_when_a_code_is_set_up(ada):
    client = Client()
    client.force_login(ada, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/admin/").status_code == 200
    TOTPDevice.objects.create(user=ada, name="App")
    assert client.get("/admin/").status_code == 302


def test_the_code_can_be_put_away(ada, client):
    sign_in(client)
    client.get("/admin/second-factor/")
    client.post("/admin/second-factor/", {"code": code_of(TOTPDevice.objects.get())})
    client.post("/admin/second-factor/")
    assert not TOTPDevice.objects.exists()


def test_the_session_stays_in_the_admin_and_ends(ada, client):
    cookie = sign_in(client).cookies["sessionid"]
    assert (cookie["path"], cookie["max-age"], cookie["samesite"]) == ("/admin/", 8 * 60 * 60, "Lax")
    assert cookie["httponly"]


def test_someone_who_left_gets_no_further():
    client = signed_in("Author", "ada")
    User.objects.update(is_active=False)
    assert client.get("/admin/").status_code == 302


def test_the_desk_may_stand_elsewhere_and_nothing_tells_where(client):
    with addresses_under(ADMIN_PATH="staff/desk", SESSION_COOKIE_PATH="/staff/desk/"):
        assert client.get("/admin/").status_code == 404
        answer = client.get("/staff/desk/", follow=True)
        assert answer.redirect_chain[0][0] == "/staff/desk/login/?next=/staff/desk/"
        assert "staff/desk" not in client.get("/robots.txt").content.decode()


HOME = "2001:db8:1:2"


def test_another_address_of_the_same_home_is_shut_out_too(ada, client):
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"{HOME}::{number}"), password="wrong")
    assert sign_in(Client(REMOTE_ADDR=f"{HOME}:aaaa::1")).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="2001:db8:1:3::1")).status_code == 302


@pytest.mark.parametrize("unreadable", ["", "unknown", "_hidden", "203.0.113.7:5000"])
def test_the_door_shuts_though_the_address_can_not_be_read(ada, unreadable):
    client = Client(REMOTE_ADDR=unreadable)
    answers = [sign_in(client, password="wrong").status_code for _ in range(5)]
    assert answers[-1] == 429
    assert sign_in(client).status_code == 429


def test_a_name_that_many_networks_try_is_shut_for_all_of_them(ada, settings):
    settings.WRONG_PASSWORDS_A_NAME = 6
    for number in range(6):
        assert sign_in(Client(REMOTE_ADDR=f"203.0.113.{number}"), password="wrong").status_code == 200
    page = sign_in(Client(REMOTE_ADDR="203.0.113.200"))
    assert page.status_code == 200
    assert b"There were too many wrong passwords for this name" in page.content
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)
    assert sign_in(Client(REMOTE_ADDR="203.0.113.201")).status_code == 302
