"""Take imports of pay records back by their number."""

from django.db import connection, transaction
from django.utils import timezone

from compensation.models.history import PayImport, ReplacedRecord, WithdrawnCase
from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.percentiles import refresh_summaries
from compensation.shipped import load_shipped


class TakeBackError(Exception):
    """An import that can't be taken back; the message says why."""


@transaction.atomic
def take_back_import(number: int) -> PayImport:
    """Undo an import: what it added leaves, what it changed or removed is as before, and the summaries follow.

    Raises TakeBackError for a number that there is not, for one that was taken back, and where a later import has
    changed what this one brought: that one has to be taken back first.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE compensation_payrecord IN SHARE ROW EXCLUSIVE MODE")
        done = PayImport.objects.filter(pk=number).first()
        if done is None or done.taken_back_at:
            raise TakeBackError(f"There is no import {number} to take back.")
        later = (
            ReplacedRecord.objects.filter(imported_in=number)
            .exclude(replaced_in=number)
            .order_by("-replaced_in")
            .first()
        )
        if later:
            raise TakeBackError(f"Import {later.replaced_in_id} changed rows of it: take that one back first.")
        cursor.execute("SELECT DISTINCT source_id FROM compensation_payrecord")
        before = {source for (source,) in cursor.fetchall()}
        cursor.execute("DELETE FROM compensation_payrecord WHERE imported_in = %s", [number])
        cursor.execute(RESTORE, [number])
        cursor.execute("SELECT DISTINCT source_id FROM compensation_payrecord")
        emptied = before - {source for (source,) in cursor.fetchall()}
    WithdrawnCase.objects.filter(imported_in=number).delete()
    done.replaced.all().delete()
    done.taken_back_at = timezone.now()
    done.save(update_fields=["taken_back_at"])
    for model in (PaySummary, FiledOccupation):
        model._default_manager.filter(source__in=emptied).delete()
    refresh_summaries()
    if emptied:
        load_shipped()  # what shipped for a source that has no records of its own now
    return done


RESTORE = """
    INSERT INTO compensation_payrecord
    SELECT record.* FROM compensation_replacedrecord AS replaced,
           jsonb_populate_record(NULL::compensation_payrecord, replaced.record) AS record
    WHERE replaced.replaced_in_id = %s
      AND replaced.imported_in IS DISTINCT FROM replaced.replaced_in_id
    ON CONFLICT DO NOTHING
"""
