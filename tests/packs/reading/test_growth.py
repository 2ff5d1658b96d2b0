"""What reading and review do grows as the text does, up to 100,000 words: counted in lines of Python, not in seconds.

The expressions have a test of their own (`tests/hostile/test_growth.py`), since what they do is no line of Python.
"""

import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from types import CodeType

import pytest

from packs.corpus.labelled import list_labelled
from packs.posting import value
from packs.reading import cues, headings, read_pasted
from packs.review.check import review_posting

CORPUS = Path(__file__).parents[1] / "corpus"
MOST = 1.25  # of what would be in proportion; what is quadratic takes five times that
TOOL = sys.monitoring.PROFILER_ID


def write_text(words: int) -> str:
    """Postings one after another, as on a page of jobs that somebody pastes: each part has every kind."""
    parts: list[str] = []
    count = 0
    for labelled in cycle(sorted(list_labelled(CORPUS), key=lambda labelled: (labelled.number % 10, labelled.number))):
        if count >= words:
            return "\n\n".join(parts)
        parts.append(labelled.text)
        count += len(labelled.text.split())
    raise AssertionError


def count_lines[A, B](work: Callable[[A], B], given: A) -> tuple[int, B]:
    """The lines of Python that some work runs, and what it returns."""
    count = 0

    def note(_code: CodeType, _line: int) -> None:
        nonlocal count
        count += 1

    sys.monitoring.use_tool_id(TOOL, "growth")
    try:
        sys.monitoring.register_callback(TOOL, sys.monitoring.events.LINE, note)
        sys.monitoring.set_events(TOOL, sys.monitoring.events.LINE)
        result = work(given)
    finally:
        sys.monitoring.set_events(TOOL, sys.monitoring.events.NO_EVENTS)
        sys.monitoring.free_tool_id(TOOL)
    return count, result


def read_and_review(text: str) -> tuple[int, int]:
    for remembering in (headings._read_short_line, cues._weigh_line):
        remembering.cache_clear()  # of lines that another text had
    read, posting = count_lines(read_pasted, text)
    reviewed, _ = count_lines(review_posting, posting)
    return read, reviewed


@pytest.fixture(autouse=True)
def _text_of_any_length(monkeypatch):
    """Read more than the site itself does, which is 100,000 characters in 500 lines."""
    monkeypatch.setattr("packs.reading.files.LONGEST_TEXT", sys.maxsize)
    monkeypatch.setattr("packs.reading.blocks.MOST_LINES", sys.maxsize)


def test_the_same_words_twice_cost_twice_the_lines_at_most():
    text = write_text(3_000)
    for once, twice in zip(read_and_review(text), read_and_review(f"{text}\n\n{text}"), strict=True):
        assert once > 3_000
        assert twice <= MOST * once * 2


@pytest.mark.slow
@pytest.mark.parametrize(("few", "many"), [(10_000, 20_000), (20_000, 100_000)])
def test_so_many_times_the_words_cost_so_many_times_the_lines(monkeypatch, few: int, many: int):
    monkeypatch.setattr(value, "CHARACTERS_REMEMBERED", few)
    monkeypatch.setattr(value, "_memory", value._LineMemory())  # full from the start, as on a busy site
    read_and_review(write_text(few // 40))  # what is done once
    first, then = (read_and_review(write_text(words)) for words in (few, many))
    for less, more in zip(first, then, strict=True):
        assert less > few // 2
        assert more <= MOST * less * many / few, (first, then)
