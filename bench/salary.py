"""What a role's salary page for one metropolitan area costs the first time: `python -m bench.salary [PLACES]`.

It prints milliseconds of processor time beside those of a bare Django page in the same process, on a temporary database
with the whole library and the whole survey.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

import django

PLACES = 100
ROLE = "software-engineer"
BARE_PAGES = 200
MILLISECONDS = 1000


def main(places: int) -> None:
    """Print the processor time of the page for so many areas, each asked for once."""
    with tempfile.TemporaryDirectory(prefix="rolebook-bench-") as data:
        os.environ.update(ROLEBOOK_DATA_DIR=data, DATABASE_URL="", DJANGO_SETTINGS_MODULE="config.settings")
        os.environ["REQUESTS_A_MINUTE"] = "1000000"  # one visitor asks for everything
        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 once Django is set up

        from config.static import collect_static  # noqa: PLC0415

        collect_static()  # pages name the style sheet by its hash
        call_command("prepare", verbosity=0)
        taken = sorted(_measure_pages(places))
        bare = statistics.median(_measure_bare())
        middle = statistics.median(taken)
        high = taken[round(0.95 * (len(taken) - 1))]
        sys.stdout.write(
            f"{len(taken)} salary pages of metropolitan areas, each for the first time: p50 {middle:.1f} ms, "
            f"p95 {high:.1f} ms of processor time.\n"
            f"That is {middle / bare:.0f} times a bare Django page, which takes {bare:.2f} ms.\n"
        )


def _measure_pages(places: int) -> Iterator[float]:
    from compensation.models.survey import SurveyArea  # noqa: PLC0415 once Django is set up

    metros = SurveyArea.objects.filter(kind=SurveyArea.Kind.METRO).order_by("slug").values_list("slug", flat=True)
    ask = _make_visitor()
    ask(f"/roles/{ROLE}/salary/")  # reads templates and translations
    for slug in metros[:places]:
        yield _measure_call(partial(ask, f"/roles/{ROLE}/salary/{slug}/"))


def _measure_bare() -> Iterator[float]:
    from bench.search import bare_django  # noqa: PLC0415 once Django is set up

    with bare_django() as client:
        client.get("/", headers={"Host": "localhost"})  # loads the middleware
        for _ in range(BARE_PAGES):
            yield _measure_call(lambda: client.get("/", headers={"Host": "localhost"}))


def _make_visitor() -> Callable[[str], None]:
    from django.test import Client  # noqa: PLC0415 once Django is set up

    client = Client()

    def ask(address: str) -> None:
        answer = client.get(address, headers={"Host": "localhost"})
        if answer.status_code != 200:  # noqa: PLR2004
            sys.exit(f"{address} was answered with {answer.status_code}.")

    return ask


def _measure_call(call: Callable[[], object]) -> float:
    """Milliseconds of processor time of this process."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * MILLISECONDS


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PLACES)
