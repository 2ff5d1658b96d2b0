"""Log lines."""

import json
import logging
import sys

from web.logs import Json


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
