"""Counts of answers, for whoever has the token."""

import re

import pytest
from django.conf import settings
from django.test import Client

from tests.config.addresses import addresses_under
from web.metrics import Measured
from web.response_cache import FROM_MEMORY

TOKEN = settings.METRICS_TOKEN


@pytest.mark.django_db
def test_without_a_token_there_is_no_such_page(client: Client) -> None:
    with addresses_under(METRICS_TOKEN=""):
        assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "Bearer", f"Bearer {TOKEN}x", "Bearer ä", f"Basic {TOKEN}"])
def test_another_token_gets_nothing(client: Client, given: str) -> None:
    assert client.get("/metrics", headers={"Authorization": given}).status_code == 404


@pytest.mark.django_db
def test_answers_are_counted_by_status_and_how_they_were_made(client: Client) -> None:
    def site(environ, start):
        environ[FROM_MEMORY] = environ["PATH_INFO"] == "/held"
        start("304 Not Modified" if environ[FROM_MEMORY] else "200 OK", [])
        return [b""]

    def broken(environ, start):
        raise LookupError

    before = counts(client)
    for address in ("/held", "/held", "/made"):
        Measured(site)({"PATH_INFO": address}, lambda *_: None)
    with pytest.raises(LookupError):
        Measured(broken)({"PATH_INFO": "/"}, lambda *_: None)
    after = counts(client)
    assert {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name, 0)} == {
        'rolebook_answers_total{made="from memory",status="304"}': 2,
        'rolebook_answers_total{made="afresh",status="200"}': 1,
        'rolebook_answers_total{made="afresh",status="500"}': 1,
        'rolebook_answer_seconds_count{made="from memory"}': 2,
        'rolebook_answer_seconds_count{made="afresh"}': 2,
        "rolebook_waiting_seconds_count": 4,
    }


def counts(client: Client) -> dict[str, float]:
    """What has been counted, by the name of the count."""
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert "no-store" in answer.headers["Cache-Control"]
    lines = [line.rsplit(" ", 1) for line in answer.content.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines if re.search(r"(_total|_count)\b", name)}
