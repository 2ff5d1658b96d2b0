"""Take imports of pay records and of the survey back by their number."""

from django.db import connection, transaction
from django.utils import timezone

from compensation.imports.factors import refresh_factors
from compensation.imports.oews.shipped import settle_years
from compensation.models.history import PayImport, ReplacedRecord, WithdrawnCase
from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.percentiles import refresh_summaries
from compensation.shipped import load_shipped
from roles.publishing.pay import refresh_pay


class TakeBackError(Exception):
    """An import that can't be taken back; the message says why."""


@transaction.atomic
def take_back_import(number: int) -> PayImport:
    """Undo an import in one transaction: delete what it added, put back what it changed or removed, and work out the
    summaries again. Returns its record.

    Locks the tables. Raises TakeBackError for an unknown number, one taken back already, and one whose rows a later
    import has changed.
    """
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        done = _find_import(number)
        cursor.execute(YEARS, {"number": number})
        years = {year for (year,) in cursor.fetchall()}
        cursor.execute(SOURCES)
        before = {source for (source,) in cursor.fetchall()}
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table} WHERE imported_in = %s", [number])  # noqa: S608 # our own words
            cursor.execute(RESTORE.format(table=table), [number, table])
        cursor.execute(SOURCES)
        emptied = before - {source for (source,) in cursor.fetchall()}
    WithdrawnCase.objects.filter(imported_in=number).delete()
    done.replaced.all().delete()
    done.taken_back_at = timezone.now()
    done.save(update_fields=["taken_back_at"])
    if years:
        settle_years(years)
        refresh_factors()
        refresh_pay()
        return done
    for model in (PaySummary, FiledOccupation):
        model._default_manager.filter(source__in=emptied).delete()
    refresh_summaries()
    if emptied:
        load_shipped()  # what shipped for a source that has no records of its own now
    return done


def _find_import(number: int) -> PayImport:
    done = PayImport.objects.filter(pk=number).first()
    if done is None or done.taken_back_at:
        raise TakeBackError(f"There is no import {number} to undo.")
    changed = ReplacedRecord.objects.filter(imported_in=number).exclude(replaced_in=number)
    if later := changed.order_by("-replaced_in").first():
        raise TakeBackError(f"Import {later.replaced_in_id} changed some of its rows: undo that one first.")
    return done


TABLES = ("compensation_payrecord", "compensation_surveyfigure")
SOURCES = "SELECT DISTINCT source_id FROM compensation_payrecord"
YEARS = """
    SELECT year FROM compensation_surveyfigure WHERE imported_in = %(number)s
    UNION SELECT (record->>'year')::int FROM compensation_replacedrecord
    WHERE replaced_in_id = %(number)s AND "table" = 'compensation_surveyfigure'
"""
RESTORE = """
    INSERT INTO {table}
    SELECT record.* FROM compensation_replacedrecord AS replaced,
           jsonb_populate_record(NULL::{table}, replaced.record) AS record
    WHERE replaced.replaced_in_id = %s AND replaced.table = %s
      AND replaced.imported_in IS DISTINCT FROM replaced.replaced_in_id
    ON CONFLICT DO NOTHING
"""
