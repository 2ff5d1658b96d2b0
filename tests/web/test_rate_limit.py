"""Each visitor has a share of what costs work, identified by what our own proxies saw."""

import ipaddress
import time

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as st

from web.rate_limit import Allowance, FairShare, visitor_address, visitor_network

HERE = "127.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "", HERE),
        (0, "6.6.6.6", HERE),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 10.0.0.1", "1.1.1.1"),
        (2, "1.1.1.1", "1.1.1.1"),
        (1, "", HERE),
        (1, "::ffff:1.1.1.1", "1.1.1.1"),
        (1, "unknown", ""),
        (3, "x'; DROP TABLE, 1.1.1.1", ""),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, forwarded, expected):
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert visitor_address(RequestFactory().get("/", headers=headers)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1.1.1", "1.1.1.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_a_subscriber_is_one_network(text, expected):
    assert visitor_network(text) == expected


@given(st.text() | st.ip_addresses().map(str))
def test_what_is_forwarded_gives_a_network_or_none(text):
    with override_settings(PROXIES=1):
        found = visitor_network(visitor_address(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=text)))
    if found:
        assert str(ipaddress.ip_network(found)).removesuffix("/32") == found


@pytest.mark.django_db
def test_a_claim_in_the_place_of_an_address_breaks_no_sign_in(settings):
    settings.PROXIES = 2
    answer = Client().post(
        "/admin/login/", {"username": "ada", "password": "x"}, headers={"X-Forwarded-For": "no address"}
    )
    assert answer.status_code == 200


def test_a_minute_has_so_many_for_each():
    allowance = Allowance(a_minute=2)
    assert [allowance.take_turn("a") for _ in range(3)] == [True, True, False]
    assert allowance.take_turn("b")
    assert all(Allowance(a_minute=0).take_turn("a") for _ in range(1000))


def test_the_next_minute_has_as_many_again(monkeypatch):
    allowance = Allowance(a_minute=1)
    assert [allowance.take_turn("a") for _ in range(2)] == [True, False]
    later = time.monotonic() + 60
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert allowance.take_turn("a")


def test_so_many_are_under_way_at_once_for_each():
    allowance = Allowance(at_once=2)
    first, second, third = [allowance.begin_request("a") for _ in range(3)]
    assert first is not None
    assert second is not None
    assert third is None
    assert allowance.begin_request("b") is not None
    allowance.end_request("a", first)
    assert allowance.begin_request("a") == first


def test_a_process_that_died_keeps_its_place_for_a_minute(monkeypatch):
    allowance = Allowance(at_once=1)
    assert [allowance.begin_request("a") is None for _ in range(2)] == [False, True]
    later = time.monotonic() + 61
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert allowance.begin_request("a") is not None


@pytest.fixture
def few(settings):
    settings.REQUESTS_A_MINUTE = 2
    settings.PROXIES = 1


@pytest.mark.slow
@pytest.mark.django_db
def test_who_asks_too_much_is_told_and_others_go_on(few):
    client, one = Client(), {"X-Forwarded-For": "1.1.1.1"}
    answers = [client.post("/review/", {"text": "Baker\n\n- You bake bread."}, headers=one) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "60"
    assert answers[2].headers["Cache-Control"] == "no-store"
    assert "may still have what you typed" in answers[2].content.decode()
    assert client.get("/search/?q=pm", headers=one).status_code == 429
    assert client.get("/review/", headers=one).status_code == 200, "reading costs next to nothing"
    assert client.get("/packs/unknown/", headers=one).status_code == 429
    assert client.get("/shared/unknown/", headers=one).status_code == 429
    assert client.get("/roles/?family=product", headers=one).status_code == 429
    assert client.get("/search/?q=pm", headers={"X-Forwarded-For": "6.6.6.6, 2.2.2.2"}).status_code == 200


@pytest.mark.django_db
def test_who_has_too_much_under_way_is_told_at_once(settings):
    settings.REQUESTS_AT_ONCE = 1
    share, answers = None, []

    def view(request):
        answers.append(share(RequestFactory().post("/review/")))
        return HttpResponse("done")

    share = FairShare(view)
    answers.append(share(RequestFactory().post("/review/")))
    assert [answer.status_code for answer in answers] == [429, 200]
    assert answers[0].headers["Retry-After"] == "1"
    assert "in progress" in answers[0].content.decode()


def test_a_view_that_fails_gives_its_place_back(settings):
    settings.REQUESTS_AT_ONCE = 1

    def view(request):
        raise ZeroDivisionError

    share = FairShare(view)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            share(RequestFactory().post("/review/"))


@pytest.mark.django_db
def test_a_claim_does_not_get_a_share_of_its_own(few):
    client, claims = Client(), [{"X-Forwarded-For": f"{number}.6.6.6, 3.3.3.3"} for number in range(3)]
    assert [client.get("/search/?q=pm", headers=claim).status_code for claim in claims] == [200, 200, 429]


def test_it_stands_before_the_session(settings):
    names = settings.MIDDLEWARE
    assert names.index(f"{FairShare.__module__}.FairShare") < names.index(
        "django.contrib.sessions.middleware.SessionMiddleware"
    )
