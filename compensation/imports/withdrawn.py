"""Take cases out of the records that their source withdrew."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

type Withdrawal = tuple[str, str, date | str | None]  # source, case number, day of the withdrawal


def remove_withdrawn(number: int, cases: Iterable[Withdrawal]) -> int:
    """Store the withdrawn cases of import `number`, and delete their records unless they are newer. Returns how many
    were deleted. Needs the import's transaction.
    """
    with connection.cursor() as cursor:
        cursor.executemany(NOTE_CASE, [(*case, number) for case in cases])
        cursor.execute(REMOVE_CASES, {"number": number})
        return int(cursor.rowcount)


NOTE_CASE = """
    INSERT INTO compensation_withdrawncase (source_id, case_number, decided_on, imported_in) VALUES (%s, %s, %s, %s)
    ON CONFLICT (source_id, case_number) DO NOTHING
"""

REMOVE_CASES = """
    WITH gone AS (
        DELETE FROM compensation_payrecord AS record USING compensation_withdrawncase AS withdrawn
        WHERE (record.source_id, record.case_number) = (withdrawn.source_id, withdrawn.case_number)
          AND coalesce(record.decided_on <= withdrawn.decided_on, true)
        RETURNING record.*
    )
    INSERT INTO compensation_replacedrecord (replaced_in_id, imported_in, record)
    SELECT %(number)s, gone.imported_in, to_jsonb(gone) FROM gone
"""
