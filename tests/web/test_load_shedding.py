"""Those who waited too long are told so at once; the others are answered."""

import pytest

from web import load_shedding, worker


def answer(address):
    sent = []
    site = load_shedding.Shedding(lambda environ, start: [b"page"])
    body = b"".join(site({"PATH_INFO": address}, lambda status, headers: sent.append((status, dict(headers)))))
    return sent, body


@pytest.mark.parametrize(("waited", "address"), [(0, "/roles/"), (5, "/roles/"), (60, "/healthz"), (60, "/readyz")])
def test_the_site_answers(monkeypatch, settings, waited, address):
    settings.SECONDS_IN_LINE = 5
    monkeypatch.setattr(worker._thread, "waited", waited, raising=False)
    assert answer(address) == ([], b"page")


def test_who_waited_too_long_is_told_when_to_come_again(monkeypatch, settings):
    settings.SECONDS_IN_LINE = 5
    monkeypatch.setattr(worker._thread, "waited", 5.1, raising=False)
    [(status, headers)], body = answer("/roles/")
    assert status.startswith("503 ")
    assert headers["Retry-After"] == "5"
    assert headers["Cache-Control"] == "no-store"
    assert int(headers["Content-Length"]) == len(body)
