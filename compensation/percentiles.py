"""The summaries that pages read, worked out from raw records by the titles that count for each role.

Percentiles are PostgreSQL's percentile_cont: linear interpolation between the two nearest records, unweighted.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.rules import FEWEST, choose_publishable
from roles.publishing.pay import refresh_pay

QUARTERS = [1, 2, 3, 4]
SUMMARY_BATCH = 1000


@transaction.atomic
def refresh_summaries() -> int:
    """Work out and store every summary again, and then the pay of every edition. Returns how many summaries there are.

    Locks the table of summaries. A source without raw records keeps its summaries: they were shipped, not computed
    here.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE compensation_paysummary IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("ANALYZE compensation_payrecord")
        cursor.execute("SET LOCAL work_mem = '64MB'")  # of the server, for sorting a million records three times
        cursor.execute(SOURCES_SQL)
        sources = [slug for (slug,) in cursor.fetchall()]
    for model in (PaySummary, FiledOccupation):
        model._default_manager.filter(source__in=sources).delete()
    PaySummary.objects.bulk_create(_compute_summaries(), batch_size=SUMMARY_BATCH)
    FiledOccupation.objects.bulk_create(_compute_occupations(), batch_size=SUMMARY_BATCH)
    refresh_pay()
    return PaySummary.objects.count()


def word_period(year: str, quarters: list[int | None]) -> str:
    """The period that a year's records cover, such as FY2024 Q1 or FY2024 Q1–Q3; only the year where all quarters are
    there.
    """
    known = sorted(quarter for quarter in quarters if quarter)
    if not known or known == QUARTERS:
        return year
    if len(known) > 1 and known == list(range(known[0], known[-1] + 1)):
        return f"{year} Q{known[0]}–Q{known[-1]}"
    return f"{year} " + ", ".join(f"Q{quarter}" for quarter in known)


def _compute_summaries() -> Iterator[PaySummary]:
    for row in _run_statement(SUMMARIES):
        values = tuple(round(value) for value in row.pop("percentiles"))
        shown = choose_publishable(values, n=row["n"], employers=row["employers"])
        national = "-" not in row["area"]
        if national or shown["p50"] is not None:
            yield PaySummary(**row, **shown)


def _compute_occupations() -> Iterator[FiledOccupation]:
    for row in _run_statement(OCCUPATIONS_SQL):
        if row["n"] >= FEWEST:
            yield FiledOccupation(**row)


def _run_statement(statement: str) -> Iterator[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        names = [column.name for column in cursor.description or []]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            row["period"] = word_period(row["year"], row.pop("quarters"))
            yield row


SOURCES_SQL = """
    SELECT slug FROM roles_source
    WHERE EXISTS (SELECT FROM compensation_payrecord WHERE source_id = roles_source.slug)
"""

# A record counts in up to three groups (its role, its level, its title) and two areas (its country, its state).
# Titles are summarized for the country only. Groups are numbered: sorting by one number is quicker than by many words.
SUMMARIES = """
    WITH part AS (
        SELECT DISTINCT match.title AS filed, match.role, part.level, part.title
        FROM compensation_titlematch AS match
        CROSS JOIN LATERAL (VALUES ('', ''), (match.level, ''), (match.level, match.title)) AS part (level, title)
    ), cell AS (
        SELECT record.source_id, part.role, part.level, part.title, place.area, record.year, record.currency,
               record.quarter, record.employer, record.annual_base::float AS pay
        FROM part
        JOIN compensation_payrecord AS record ON record.title = part.filed
        CROSS JOIN LATERAL (
            VALUES (left(record.area, 2)), (CASE WHEN part.title = '' AND length(record.area) > 2 THEN record.area END)
        ) AS place (area)
        WHERE place.area IS NOT NULL
    ), grouped AS (
        SELECT row_number() OVER () AS id, source_id, role, level, title, area, year, currency,
               sum(filed)::int AS n, count(*) AS employers, max(filed) / sum(filed)::float AS largest_share
        FROM (
            SELECT source_id, role, level, title, area, year, currency, employer, count(*) AS filed
            FROM cell GROUP BY source_id, role, level, title, area, year, currency, employer
        ) AS by_employer
        GROUP BY source_id, role, level, title, area, year, currency
    ), measured AS (
        SELECT id, array_agg(DISTINCT quarter) AS quarters,
               percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY pay) AS percentiles
        FROM cell JOIN grouped USING (source_id, role, level, title, area, year, currency)
        GROUP BY id
    )
    SELECT source_id, role, level, title, area, year, currency, n, employers, largest_share, quarters, percentiles
    FROM grouped JOIN measured USING (id)
    ORDER BY role, source_id, year, level, title, area, currency
"""

OCCUPATIONS_SQL = """
    SELECT record.source_id, match.role, record.year, left(record.soc, 7) AS soc, count(*) AS n,
           count(*) / sum(count(*)) OVER by_role AS share,
           array_agg(DISTINCT record.quarter) AS quarters
    FROM compensation_titlematch AS match
    JOIN compensation_payrecord AS record ON record.title = match.title
    WHERE record.soc <> ''
    GROUP BY record.source_id, match.role, record.year, left(record.soc, 7)
    WINDOW by_role AS (PARTITION BY record.source_id, match.role, record.year)
    ORDER BY match.role, record.year, n DESC, soc
"""
