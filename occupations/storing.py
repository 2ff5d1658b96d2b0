"""Put releases and our own words into the database, each all or nothing, one after another. What is there already stays
as it is, and what an editor wrote is never overwritten.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps

import msgspec
from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.text import slugify

from occupations.codes import list_counted_codes
from occupations.facts import OccupationFacts, OccupationRecord, OnetRelease, Outlook
from occupations.models import DataRelease, EmploymentProjection, Occupation, OccupationTitle, OnetWords
from occupations.own_words import OccupationText
from occupations.words import read_short_form, stem_title

ROWS_A_STATEMENT = 500  # rows of one statement: with their documents they take some megabytes
BY_EDITOR = Occupation.WrittenBy.EDITOR
REPLACED = ["soc", "family", "title", "slug", "words", "has_data", "facts_json"]


class StoreResult(msgspec.Struct, frozen=True):
    """What storing a release did, in numbers of rows. `stale` occupations are of an earlier release, kept for what an
    editor wrote.
    """

    stored: int
    titles: int = 0
    removed: int = 0
    stale: int = 0


def take_turns[**P, Result](store: Callable[P, Result]) -> Callable[P, Result]:
    """Run a function in a transaction of its own that waits for other calls to end. Readers don't wait."""

    @wraps(store)
    def store_alone(*args: P.args, **kwargs: P.kwargs) -> Result:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Occupation._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
            return store(*args, **kwargs)

    return store_alone


def is_loaded(data_set: str, digest: str) -> bool:
    """Whether the database has the release of a dataset with exactly this digest. One query."""
    return DataRelease.objects.filter(data_set=data_set, digest=digest).exists()


def has_own_import(data_set: str) -> bool:
    """Whether the site has imported a release of a dataset other than the one that ships. One query."""
    return DataRelease.objects.filter(data_set=data_set, is_shipped=False).exists()


@take_turns
def store_release(release: OnetRelease, digest: str, *, is_shipped: bool) -> StoreResult | None:
    """Replace the stored release of O*NET with this one. Returns what was done; None, and nothing stored, where the
    database has this digest.

    Occupations that an editor wrote about stay, even if the release lacks them.
    """
    if is_loaded(DataRelease.DataSet.ONET, digest):
        return None
    codes = [record.code for record in release.occupations]
    gone = Occupation.objects.exclude(code__in=codes)
    stale = gone.filter(written_by=BY_EDITOR).count()
    removed, _ = gone.exclude(written_by=BY_EDITOR).delete()
    Occupation.objects.bulk_create(
        map(_make_row, release.occupations),
        batch_size=ROWS_A_STATEMENT,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=REPLACED,
    )
    keys = dict(Occupation.objects.values_list("code", "pk"))
    titles = _replace_titles(release.occupations, keys)
    _replace_onet_words(release.occupations, keys)
    _link_projections()
    _note_release(DataRelease.DataSet.ONET, release.name, release.date, digest, is_shipped=is_shipped)
    return StoreResult(len(keys), titles, removed, stale)


@take_turns
def store_projections(outlooks: list[Outlook], digest: str, *, is_shipped: bool) -> StoreResult | None:
    """Replace the stored projections with these. Returns what was done; None, and nothing stored, where the database
    has this digest.
    """
    if is_loaded(DataRelease.DataSet.PROJECTIONS, digest):
        return None
    rows = [EmploymentProjection(**msgspec.structs.asdict(outlook)) for outlook in outlooks]
    fields = [name for name in Outlook.__struct_fields__ if name != "soc"]
    removed, _ = EmploymentProjection.objects.exclude(soc__in=[row.soc for row in rows]).delete()
    EmploymentProjection.objects.bulk_create(
        rows, batch_size=ROWS_A_STATEMENT, update_conflicts=True, unique_fields=["soc"], update_fields=fields
    )
    _link_projections()
    years = f"{outlooks[0].base_year}-{outlooks[0].target_year % 100:02}"
    _note_release(DataRelease.DataSet.PROJECTIONS, years, "", digest, is_shipped=is_shipped)
    return StoreResult(len(rows), removed=removed)


@take_turns
def store_words(texts: Mapping[str, OccupationText], version: str, digest: str) -> int:
    """Store Rolebook's summaries and duties by O*NET-SOC code. Returns how many occupations changed; those that an
    editor wrote stay.
    """
    changed = []
    for row in Occupation.objects.exclude(written_by=BY_EDITOR).defer("facts_json"):
        text = texts.get(row.code)
        wanted = (text.summary, [*text.duties]) if text else ("", [])
        if (row.summary, row.duties) != wanted:
            row.summary, row.duties = wanted
            row.written_by = Occupation.WrittenBy.ROLEBOOK if text else Occupation.WrittenBy.NOBODY
            changed.append(row)
    Occupation.objects.bulk_update(changed, ["summary", "duties", "written_by"], batch_size=ROWS_A_STATEMENT)
    if changed or not is_loaded(DataRelease.DataSet.WORDS, digest):
        _note_release(DataRelease.DataSet.WORDS, version, "", digest, is_shipped=True)
    return len(changed)


def _make_row(record: OccupationRecord) -> Occupation:
    return Occupation(
        code=record.code,
        soc=record.code[:7],
        family=record.code[:2],
        title=record.title,
        slug=slugify(record.title),
        words=stem_title(record.title),
        has_data=record.facts != OccupationFacts(),
        facts_json=msgspec.json.encode(record.facts).decode(),
    )


def _replace_titles(records: Iterable[OccupationRecord], keys: Mapping[str, int]) -> int:
    """How many titles there are."""
    OccupationTitle.objects.all()._raw_delete("default")  # nothing refers to a title
    fields = "occupation_id, title, short, is_reported, words, short_words"
    statement = f"COPY {OccupationTitle._meta.db_table} ({fields}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor:
        with cursor.copy(statement) as copy:
            for record in records:
                for title in record.titles:
                    words = stem_title(title.title), stem_title(read_short_form(title))
                    copy.write_row((keys[record.code], title.title, title.short, title.is_reported, *words))
        return int(cursor.rowcount)


def _replace_onet_words(records: Iterable[OccupationRecord], keys: Mapping[str, int]) -> None:
    OnetWords.objects.all().delete()
    OnetWords.objects.bulk_create(
        [
            OnetWords(
                occupation_id=keys[record.code],
                description=record.text.description,
                tasks_json=msgspec.json.encode(record.text.tasks).decode(),
            )
            for record in records
            if record.text
        ],
        batch_size=ROWS_A_STATEMENT,
    )


def _link_projections() -> None:
    """Point each occupation at the projection of its code, or of the group that it is counted in."""
    projections = dict(EmploymentProjection.objects.values_list("soc", "pk"))
    changed = []
    for row in Occupation.objects.only("soc", "projection"):
        wanted = next((projections[soc] for soc in list_counted_codes(row.soc) if soc in projections), None)
        if row.projection_id != wanted:
            row.projection_id = wanted
            changed.append(row)
    Occupation.objects.bulk_update(changed, ["projection"], batch_size=ROWS_A_STATEMENT)


def _note_release(data_set: str, name: str, date: str, digest: str, *, is_shipped: bool) -> None:
    DataRelease.objects.update_or_create(
        data_set=data_set,
        defaults={"name": name, "date": date, "digest": digest, "is_shipped": is_shipped, "loaded_at": Now()},
    )
