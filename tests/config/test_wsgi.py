"""The application that gunicorn calls."""

import pytest
from django.test import RequestFactory

from config.wsgi import application


def answer(request):
    sent = []
    body = b"".join(application(request.environ, lambda status, headers: sent.append((status, dict(headers)))))
    return *sent[0], body


@pytest.mark.django_db
def test_who_asks_for_the_head_gets_no_body():
    whole, head = answer(RequestFactory().get("/healthz")), answer(RequestFactory().head("/healthz"))
    assert whole[0] == head[0] == "200 OK"
    assert whole[1]["Content-Length"] == head[1]["Content-Length"] == "3"
    assert (whole[2], head[2]) == (b"ok\n", b"")
