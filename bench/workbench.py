"""Measure what a hiring manager waits for: `python -m bench.workbench`.

Reviews, reads and writes one long job description in this process, and prints milliseconds: the first time, the
median, and the median of processor time, which other programs on the machine don't change. What was found in a line is
remembered while somebody writes; a new text has lines that nobody has brought before.
"""

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORDS = 700
TIMES = 30
FEWEST_WORDS = 5  # of a line that is no heading


def main() -> None:
    """Print a line for the review and for each format."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    with tempfile.TemporaryDirectory(prefix="rolebook-bench-") as data:
        os.environ.update(ROLEBOOK_DATA_DIR=data, DATABASE_URL="", CHILD_PROCESSES="0")
        _measure()


def _measure() -> None:
    import django  # noqa: PLC0415 # the settings read the environment set above

    django.setup()
    import msgspec  # noqa: PLC0415 # once Django is set up

    from packs.description.actions import find_in_description  # noqa: PLC0415
    from packs.description.posting import build_posting  # noqa: PLC0415
    from packs.description.starting import start_description  # noqa: PLC0415
    from packs.documents.formats import DOCUMENT_FORMATS  # noqa: PLC0415
    from packs.documents.posting import build_document  # noqa: PLC0415
    from packs.documents.text_writer import write_text  # noqa: PLC0415
    from packs.reading import read_pasted  # noqa: PLC0415
    from packs.review.check import review_posting  # noqa: PLC0415
    from roles.kit.files import read_kit  # noqa: PLC0415
    from roles.kit.prose import plain_text  # noqa: PLC0415
    from roles.publishing.library_files import STARTER_LIBRARY  # noqa: PLC0415

    kit = read_kit(Path(STARTER_LIBRARY) / "technical-product-manager.yaml")
    description = msgspec.structs.replace(start_description(kit, 1), about_company=plain_text(kit.overview))
    while len(write_text(build_document(build_posting(description))).split()) < WORDS:
        description = msgspec.structs.replace(description, about_company=f"{description.about_company}\n{kit.summary}")
    written = build_document(build_posting(description))
    sys.stdout.write(
        f"A job description of {len(write_text(written).split())} words, {TIMES} times, in milliseconds.\n"
    )
    sys.stdout.write(f"{'':20}{'first':>8}{'median':>8}{'processor':>11}\n")
    pasted = DOCUMENT_FORMATS["text"].export_document(written).decode()
    _print("review", lambda: find_in_description(description, kit))
    _print("read, review", lambda: review_posting(read_pasted(pasted)))
    texts = (_renew_lines(pasted, number) for number in itertools.count())
    _print("read, review new", lambda: review_posting(read_pasted(next(texts))))
    for name, wanted in DOCUMENT_FORMATS.items():
        _print(name, lambda wanted=wanted: wanted.export_document(written))  # type: ignore[misc]


def _print(what: str, work: Callable[[], object]) -> None:
    (first, _), *others = [_measure_once(work) for _ in range(TIMES + 1)]
    waited, worked = (statistics.median(times) for times in zip(*others, strict=True))
    sys.stdout.write(f"{what:20}{first:8.1f}{waited:8.1f}{worked:11.1f}\n")
    sys.stdout.flush()


def _measure_once(work: Callable[[], object]) -> tuple[float, float]:
    """How many milliseconds pass while something is done, and how many of them the processor works on it."""
    started, busy = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000


def _renew_lines(text: str, number: int) -> str:
    """A text with another last word in each line that is a sentence, so that no such line was read before."""
    return "\n".join(
        f"{line} line{number}" if len(line.split()) >= FEWEST_WORDS else line for line in text.splitlines()
    )


if __name__ == "__main__":
    main()
