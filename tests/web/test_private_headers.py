"""Whatever is answered under a token, no cache keeps it and no other page is told its address."""

import pytest
from django.db import OperationalError
from django.test import Client

TOKEN = "a" * 43


def fail(*_, **__):
    raise ValueError("a fault")


def is_away(*_, **__):
    raise OperationalError("the connection is lost")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def is_private(answer):
    return (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"], answer.headers["X-Robots-Tag"]) == (
        "private, no-store",
        "no-referrer",
        "noindex, nofollow",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/packs/{TOKEN}/", 404),
        (f"/packs/{TOKEN}", 301),
        (f"/packs/{TOKEN}/no-such-page/", 404),
        (f"/packs//{TOKEN}/", 404),
        (f"/PACKS/{TOKEN}/", 404),
        (f"/shared/{TOKEN}/", 404),
        (f"/previews/{TOKEN}/", 404),
        (f"/previews/{TOKEN}", 301),
    ],
)
def test_an_answer_that_is_no_page_is_private(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert is_private(answer)


@pytest.mark.parametrize(("raises", "status"), [(fail, 500), (is_away, 503)])
def test_a_fault_under_a_token_is_private(client, monkeypatch, raises, status):
    monkeypatch.setattr("packs.pages.saved.open_pack.find_link", raises)
    answer = client.get(f"/packs/{TOKEN}/")
    assert answer.status_code == status
    assert is_private(answer)


def test_a_write_from_another_site_is_refused_privately(client):
    answer = client.post(f"/packs/{TOKEN}/", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert is_private(answer)


def test_a_host_that_is_not_ours_is_refused_privately(client):
    answer = client.get(f"/packs/{TOKEN}/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert is_private(answer)


def test_the_way_to_https_is_private(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get(f"/packs/{TOKEN}/")
    assert answer.status_code == 301
    assert is_private(answer)


@pytest.mark.django_db
def test_the_page_of_all_packs_says_nothing_private(client):
    assert client.get("/packs/").headers["Cache-Control"].startswith("public")
