"""A library to measure: the starter library copied until it is large, with packs and pay records, all by bulk SQL.

Rows are made inside the database (INSERT ... SELECT from generate_series), so that none travels to Python and back.
A copy of a role keeps the kit of its original, and so costs what that costs to read and to render.
"""

import sys
import time
from pathlib import Path

ROLES = 10_000
PACKS = 100_000
PAY = 1_000_000
APART = 1_000_000  # what the keys of one copy are away from those of the next
KEYS = ("id", "role_id", "edition_id")


def fill(roles: int, packs: int, pay: int) -> list[str]:
    """Fill an empty database. Returns the slugs of the roles. Django is set up."""
    from django.core.management import call_command  # noqa: PLC0415 # once Django is set up
    from django.db import connection, transaction  # noqa: PLC0415

    call_command("prepare", verbosity=0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM roles_role")
        copies = max(-(-roles // cursor.fetchone()[0]) - 1, 0)
        for table, slug in (("roles_role", True), ("roles_edition", True), ("roles_searchentry", False)):
            _timed(table, cursor, _copy(cursor, table, slug=slug), [copies])
        _timed("packs", cursor, PACKS_SQL, [packs, _a_description()])
        _timed("pay records", cursor, PAY_SQL, [pay])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT slug FROM roles_edition WHERE live_until IS NULL ORDER BY md5(slug)")
        return [row[0] for row in cursor.fetchall()]


PACKS_SQL = """
WITH made AS (
    INSERT INTO packs_pack (id, template_json)
    SELECT gen_random_uuid(), '' FROM generate_series(1, %s) RETURNING id
)
INSERT INTO packs_version (pack_id, number, saved_at, description_json) SELECT id, 1, now(), %s FROM made
"""
PAY_SQL = """
INSERT INTO compensation_payrecord
    (source_id, case_number, title, soc, employer, area, annual_base, currency, decided_on, year, quarter)
SELECT (SELECT min(slug) FROM roles_source), 'BENCH-' || n, 'SPECIALIST ' || n %% 30000, '15-1252.00',
    'Employer ' || n %% 50000, (ARRAY['US-CA', 'US-NY', 'US-TX', 'US-WA'])[1 + n %% 4],
    60000 + (n::bigint * 7919) %% 190000, 'USD', '2023-10-01', 'FY2024', 1
FROM generate_series(1, %s) n
"""


def _copy(cursor: object, table: str, *, slug: bool) -> str:
    """SQL that copies every row of a table n times, under other keys and, where it has them, other slugs."""
    cursor.execute(  # type: ignore[attr-defined]
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    columns = [row[0] for row in cursor.fetchall()]  # type: ignore[attr-defined]
    changed = {name: f"t.{name} + n * {APART}" for name in KEYS}
    if slug:
        changed |= {"slug": "t.slug || '-' || n", "title": "t.title || ' ' || n"}
    values = ", ".join(changed.get(name, f't."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return (
        f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE "  # noqa: S608 # our own tables
        f"SELECT {values} FROM {table} t, generate_series(1, %s) n"
    )


def _a_description() -> str:
    import msgspec  # noqa: PLC0415

    from packs.description.starting import start_description  # noqa: PLC0415 # once Django is set up
    from roles.models.edition import Edition  # noqa: PLC0415

    edition = Edition.objects.live().get(slug="technical-product-manager")
    return msgspec.json.encode(start_description(edition.kit, edition.number)).decode()


def _timed(what: str, cursor: object, sql: str, values: list[object]) -> None:
    started = time.perf_counter()
    cursor.execute(sql, values)  # type: ignore[attr-defined]
    rows = cursor.rowcount  # type: ignore[attr-defined]
    sys.stdout.write(f"  {rows:>10,} rows: {what}, in {time.perf_counter() - started:.1f} s\n")
    sys.stdout.flush()


def main(slugs: Path, roles: int, packs: int, pay: int) -> None:
    """Fill the database of the environment, and write the slugs of its roles to a file."""
    import django  # noqa: PLC0415

    django.setup()
    slugs.write_text("\n".join(fill(roles, packs, pay)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
