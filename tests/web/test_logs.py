"""Log lines."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from web.logs import Json, RefusalFilter


def line(message: str, *args: object, failed: bool = False) -> dict[str, str]:
    try:
        raise ValueError("at /packs/abc123/edit")
    except ValueError:
        trace = sys.exc_info() if failed else None
    text = Json().format(logging.LogRecord("site", logging.WARNING, "", 1, message, args, trace))
    assert "\n" not in text
    return dict(json.loads(text))


def test_a_line_is_an_object() -> None:
    found = line("Not Found: %s", "/roles/none/")
    assert (found["level"], found["logger"], found["message"]) == ("WARNING", "site", "Not Found: /roles/none/")


def test_the_token_of_a_pack_is_left_out() -> None:
    assert line("Not Found: %s", "/packs/abc123/edit")["message"] == "Not Found: /packs/.../edit"
    assert line("Not Found: %s", "/shared/abc123")["message"] == "Not Found: /shared/..."


TOKEN = "fIvaGVJ4_ZTjh0l9R-sDjS8PJXoLQBjmCwqiP1kC4HU"


@pytest.mark.parametrize(
    "message",
    [
        f"Not Found: /packs//{TOKEN}/",
        f"Not Found: /PACKS/{TOKEN}/links/",
        f"Not Found: //Shared///{TOKEN}",
        f"Not Found: /previews/WzEsMl0:1abcde:{TOKEN}/",
        f"Not Found: /previews/{TOKEN[:20]}/",
        f"Not Found: /pack/{TOKEN}/",
        f'Error at "/packs/{TOKEN}"',
        f"Error at '/packs/{TOKEN}'",
        f"Not Found: /packs/{TOKEN[:20]} {TOKEN[20:]}/",
        f"Not Found: /{TOKEN}",
    ],
)
def test_a_token_is_left_out_however_its_address_is_typed(message: str) -> None:
    found = line("%s", message)["message"]
    assert "..." in found
    assert not [part for part in (TOKEN[:20], TOKEN[20:]) if part in found]


def test_a_name_of_the_code_stays_in_a_traceback() -> None:
    message = "in test_a_name_of_the_code_that_is_rather_long_stays_in_a_traceback"
    assert line(message)["message"] == message


def test_who_sent_what_gunicorn_can_not_read_is_left_out() -> None:
    message = "Invalid request from ip=203.0.113.7: Invalid HTTP request line: 'GET /search?q=secret'"
    assert line(message)["message"] == "Invalid request"


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    """What the site's own logging prints."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Json())
    handler.addFilter(RefusalFilter())
    logging.getLogger("django").addHandler(handler)
    yield stream
    logging.getLogger("django").removeHandler(handler)


def test_a_host_that_is_not_ours_is_a_warning_without_a_traceback(client: Client, printed: io.StringIO) -> None:
    assert client.get("/roles/", headers={"host": "evil.example"}).status_code == 400
    lines = [json.loads(text) for text in printed.getvalue().splitlines()]
    assert ("WARNING", "Refused a request: DisallowedHost") in [(found["level"], found["message"]) for found in lines]
    assert {found["level"] for found in lines} == {"WARNING"}
    assert "evil" not in printed.getvalue()
    assert "traceback" not in printed.getvalue()


def test_every_line_of_the_site_passes_the_filter() -> None:
    assert settings.LOGGING["handlers"]["stdout"]["filters"] == ["calm"]  # type: ignore[index]


def test_the_row_that_a_constraint_refuses_is_left_out() -> None:
    try:
        raise ValueError("new row violates a constraint\nDETAIL:  Failing row contains (7, Secret\n\ntext, null).")
    except ValueError:
        record = logging.LogRecord("site", logging.ERROR, "", 1, "Failed", (), sys.exc_info())
    text = Json().format(record)
    assert "violates a constraint" in text
    assert "ecret" not in text
    assert "text" not in json.loads(text)["traceback"].split("DETAIL")[1]


def test_a_traceback_is_kept_on_the_line_without_the_token() -> None:
    found = line("Failed", failed=True)
    assert "ValueError: at /packs/.../edit" in found["traceback"]
