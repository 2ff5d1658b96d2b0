"""Search over a generated library: `python -m bench.search [ROLES]`, on a temporary database."""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client

ROLES = 10_000
ROUNDS = 5
TITLES = 200
MILLISECONDS = 1000
DOMAINS = ["Payments", "Health", "Logistics", "Gaming", "Travel", "Energy", "Banking", "Retail", "Media", "Security"]
SEARCHES = [
    *("tpm", "pm", "po", "pmm", "head of product", "product manager", "technical pm", "pm for apis", "user researcher"),
    *("payments product manager", "prodct manger", "techincal pm", "desinger", "data anaylst banking", "zzzzqqq"),
    *("difference between pm and po", "pm vs pmm", "tpm salary", "how much does a product manager earn", "sql"),
    *("how to become a product manager", "stakeholder management", "roadmap", "incident postmortem", "pricing"),
    *("does a technical pm write code", "scrum backlog", "growth experiments", "launch plan", "usability test"),
]


def main(roles: int) -> None:
    """Print how long the library took to make and to read, and the percentiles of a search, page and all."""
    with tempfile.TemporaryDirectory(prefix="rolebook-bench-") as data:
        os.environ.update(ROLEBOOK_DATA_DIR=data, DATABASE_URL="", DJANGO_SETTINGS_MODULE="config.settings")
        os.environ["REQUESTS_A_MINUTE"] = "1000000"  # one visitor asks for everything
        django.setup()
        from config.static import collect_static  # noqa: PLC0415 once Django is set up

        collect_static()  # pages name the style sheet by its hash
        entries, seconds = generate(roles)
        write = sys.stdout.write
        write(f"{roles:,} roles with {entries:,} things to find, made in {seconds:.0f} s.\n")
        first, *_ = ask("tpm")
        write(f"The first search reads every name: {first:.0f} ms.\n")
        runs = {search: [ask(search)[0] for _ in range(ROUNDS)] for search in SEARCHES}
        times = {search: statistics.median(taken) for search, taken in runs.items()}
        write(f"{len(SEARCHES)} searches, {ROUNDS} times each: {percentiles(chain.from_iterable(runs.values()))}.\n")
        write(f"The first time that each is asked: {percentiles(taken[0] for taken in runs.values())}.\n")
        firsts = [ask(title)[0] for title in draw_titles(TITLES)]
        bare = statistics.median(ask_bare() for _ in range(TITLES))
        ratio = statistics.median(firsts) / bare
        write(f"{TITLES} job titles that nobody searched for before: {percentiles(firsts)}.\n")
        write(f"That is {ratio:.1f} times a bare Django page in the same process, which takes {bare:.2f} ms.\n")
        typed = [search[:letters] for search in SEARCHES for letters in range(2, len(search), 3)]
        suggested = [ask(part, "/search/suggestions/")[0] for part in typed]
        write(f"{len(typed)} suggestions as one types: {percentiles(suggested)}.\n")
        for search, taken in sorted(times.items(), key=lambda item: -item[1]):
            write(f"{taken:8.1f} ms  {search}\n")


def percentiles(times: Iterable[float]) -> str:
    """The middle of some times, and what 95 in 100 stay under, in words."""
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered):.1f} ms, p95 {ordered[round(0.95 * (len(ordered) - 1))]:.1f} ms"


def draw_titles(count: int) -> list[str]:
    """Titles of occupations, drawn at random but the same each time."""
    from occupations.models import OccupationTitle  # noqa: PLC0415 once Django is set up

    titles = OccupationTitle.objects.order_by("title", "pk").values_list("title", flat=True).distinct()
    return random.Random(17).sample([*titles], count)  # noqa: S311 # a choice that is the same each time


def ask_bare() -> float:
    """The milliseconds that a constant page takes, with a new Django project's middleware alone."""
    with bare_django() as client:
        client.get("/", headers={"Host": "localhost"})  # loads the middleware
        start = time.perf_counter()
        client.get("/", headers={"Host": "localhost"})
        return (time.perf_counter() - start) * MILLISECONDS


@contextmanager
def bare_django() -> "Iterator[Client]":
    """A visitor of a site that has nothing but a constant page."""
    from django.test import Client, override_settings  # noqa: PLC0415 once Django is set up

    from bench import settings as bare  # noqa: PLC0415 once Django is set up

    with override_settings(ROOT_URLCONF=bare.ROOT_URLCONF, MIDDLEWARE=bare.MIDDLEWARE):
        yield Client()


@cache
def visitor() -> "Client":
    """One visitor for every search: a new one would read every static file's name first."""
    from django.test import Client  # noqa: PLC0415 once Django is set up

    return Client()


def ask(search: str, address: str = "/search/") -> tuple[float, bytes]:
    """The milliseconds that the search page takes inside one process, and the page."""
    start = time.perf_counter()
    page = visitor().get(address, {"q": search}, headers={"Host": "localhost"})
    taken = (time.perf_counter() - start) * MILLISECONDS
    if page.status_code != 200:  # noqa: PLR2004
        sys.exit(f"{search!r} was answered with {page.status_code}.")
    return taken, page.content


def generate(roles: int) -> tuple[int, float]:
    """Copy the starter library until there are so many roles, each with a title of its own."""
    from django.core.management import call_command  # noqa: PLC0415 once Django is set up
    from django.db import connection  # noqa: PLC0415

    start = time.perf_counter()
    call_command("prepare", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM roles_role")
        copies = roles // cursor.fetchone()[0]
        for table, changed in (
            ("roles_role", {"slug": "slug || '-' || n", "title": "title || ', ' || d || ' ' || n"}),
            ("roles_edition", {"slug": "t.slug || '-' || n", "title": "t.title || ', ' || d || ' ' || n"}),
            (
                "roles_searchentry",
                {"title": "CASE kind WHEN 'role' THEN title || ', ' || d || ' ' || n ELSE title END"},
            ),
        ):
            cursor.execute(copy(cursor, table, changed), [DOMAINS, len(DOMAINS), copies - 1])
        for table in ("roles_role", "roles_edition", "roles_searchentry"):
            cursor.execute(f"VACUUM ANALYZE {table}")
        cursor.execute("SELECT count(*) FROM roles_searchentry")
        return cursor.fetchone()[0], time.perf_counter() - start


def copy(cursor: "object", table: str, changed: dict[str, str]) -> str:
    """SQL that copies every row of a table n times, keys moved on by a million for each copy."""
    cursor.execute(  # type: ignore[attr-defined]
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    columns = [row[0] for row in cursor.fetchall()]  # type: ignore[attr-defined]
    keys = {name: f"t.{name} + n * 1000000" for name in ("id", "role_id", "edition_id")}
    plain = {"kit_json": "'{}'"}  # search reads no kit
    values = ", ".join({**keys, **plain, **changed}.get(name, f't."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return (
        f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE SELECT {values} FROM {table} t, "  # noqa: S608 our own
        "LATERAL (SELECT n, (%s::text[])[1 + n %% %s] AS d FROM generate_series(1, %s) n) copies"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROLES)
