"""No small input stops the site: each is answered within bounds of processor time and memory, and others beside it."""

from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from django.utils.crypto import get_random_string

from tests.factories import a_published_kit
from tests.hostile.processes import child_with, cost_of
from tests.hostile.small_inputs import LARGEST, REVIEW, Small, small_inputs
from tests.serving import ask, database_url, serving

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts what processes cost as Linux does"),
]
MOST_SECONDS = 3.0  # of processor time
MOST_MEMORY = 300 * 1024**2  # bytes, above what the site takes before
LARGEST_ANSWER = 3_000_000
ANSWERED = {200, 413, 422, 429, 503}  # with what was asked, or with a word on why not
UNHURRIED = 120  # seconds that a busy machine may take for an answer


def post(port: int, small: Small) -> tuple[HTTPResponse, bytes]:
    """The answer to an input, which goes as a browser would send it."""
    if small.file is None:
        body, kind = urlencode(small.fields, doseq=True).encode(), "application/x-www-form-urlencoded"
    else:
        name, content = small.file
        mark = get_random_string(20)
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body, kind = head.encode() + content + f"\r\n--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"
    client = HTTPConnection("127.0.0.1", port, timeout=UNHURRIED)
    try:
        client.request("POST", small.page, body, {"Content-Type": kind})
        answer = client.getresponse()
        return answer, answer.read()
    finally:
        client.close()


def beside(port: int, small: Small) -> tuple[int, int, int]:
    """The status of an input's answer, its size, and the status of the probe that was asked meanwhile."""
    answers: list[tuple[HTTPResponse, bytes]] = []
    thread = Thread(target=lambda: answers.append(post(port, small)))
    thread.start()
    probe, _ = ask(port, "/healthz")
    thread.join()
    answer, body = answers[0]
    return answer.status, len(body), probe.status


def too_much(port: int, process: int, small: Small, idle: int) -> str:
    """What an input costs beyond the bounds, in words; nothing where it keeps within them."""
    before = cost_of(process)
    status, size, probe = beside(port, small)
    after = cost_of(process)
    bounds = {
        f"answered {status}": status in ANSWERED,
        f"the probe was answered {probe}": probe == 200,
        f"an answer of {size:,} bytes": size < LARGEST_ANSWER,
        f"{after.seconds - before.seconds:.1f} s": after.seconds - before.seconds < MOST_SECONDS,
        f"{(after.peak - idle) // 1024**2} MB": after.peak - idle < MOST_MEMORY,
    }
    return ", ".join(what for what, is_kept in bounds.items() if not is_kept)


def test_no_small_input_costs_much_or_keeps_others_waiting(outcome):
    a_published_kit(slug="technical-product-manager")
    inputs = [*small_inputs()]
    assert len(inputs) >= 40
    assert max(small.size for small in inputs) < LARGEST
    with serving(database_url(), REQUESTS_A_MINUTE="0", THREADS="4") as port:
        process = child_with(f"127.0.0.1:{port}")
        post(
            port, Small("first", REVIEW, {"text": "Planner\n\nRead.", "role": ""})
        )  # what is loaded once is loaded now
        idle = cost_of(process).peak
        costly = {small.name: what for small in inputs if (what := too_much(port, process, small, idle))}
    assert costly == {}
    outcome("small input that could cost much", len(inputs), f"answered within {MOST_SECONDS:.0f} s of processor time")
