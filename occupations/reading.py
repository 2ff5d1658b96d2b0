"""What pages, search and the workbench read of occupations, as values. Each function says how many queries it makes.

    profile = find_occupation("29-1141")      # or "29-1141.00"; "15-1299.08" for a part of a SOC occupation
    profile.facts.skills[0].importance        # 1 to 5
    profile.outlook.openings                  # thousands a year

An occupation's address is /occupations/<short_code>/<slug>/.
"""

from collections import Counter

import msgspec
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Sum

from occupations.codes import MAJOR_GROUPS, complete_code, is_occupation_shown, shorten_code
from occupations.facts import OccupationFacts, OnetText, Outlook
from occupations.models import EmploymentProjection, Occupation, OccupationTitle

# When a release was loaded last and when an editor wrote last, in microseconds, 0 for never: two numbers of SQL.
STATE = """
    (SELECT COALESCE(EXTRACT(EPOCH FROM MAX(loaded_at)) * 1000000, 0)::bigint FROM occupations_datarelease),
    (SELECT COALESCE(EXTRACT(EPOCH FROM MAX(changed_at)) * 1000000, 0)::bigint FROM occupations_occupation)
"""


class OccupationFamily(msgspec.Struct, frozen=True):
    """A major group of the SOC: its two-digit code, its name, and how many of its occupations have data."""

    code: str
    name: str
    occupations: int = 0


class OccupationSummary(msgspec.Struct, frozen=True):
    """An occupation in a list; jobs are in thousands. `summary` is "" until someone writes one."""

    code: str
    short_code: str
    slug: str
    title: str
    family: str
    summary: str
    has_data: bool
    employment: float | None = None


class OccupationProfile(msgspec.Struct, frozen=True):
    """All data on an occupation. `titles` are those that people use, with the ones that people in the job reported
    first.

    `written_by` is the author of the summary and duties: "rolebook", "editor", or "" while there are none. Where the
    Bureau counts the occupation with others, `outlook.soc` differs from `soc`: say so beside its figures. `onet_text`
    needs O*NET's credit, and is None unless the site has imported it.
    """

    code: str
    soc: str
    slug: str
    title: str
    family: OccupationFamily
    has_data: bool
    summary: str
    duties: tuple[str, ...]
    written_by: str
    facts: OccupationFacts
    titles: tuple[str, ...] = ()
    outlook: Outlook | None = None
    onet_text: OnetText | None = None

    @property
    def short_code(self) -> str:
        """The code as addresses have it, without a final .00."""
        return shorten_code(self.code)


def find_occupation(code: str, *, hidden: bool = False) -> OccupationProfile | None:
    """The occupation of a SOC or O*NET-SOC code, or None. One query, or none for a text that is no code. With `hidden`
    also one that readers aren't shown.
    """
    whole = complete_code(code)
    if whole is None or not (hidden or is_occupation_shown(whole)):
        return None
    titles = OccupationTitle.objects.filter(occupation=OuterRef("pk")).order_by("-is_reported", "title").values("title")
    rows = Occupation.objects.select_related("projection", "onet_words").annotate(names=ArraySubquery(titles))
    row = rows.filter(code=whole).first()
    if row is None:
        return None
    words = getattr(row, "onet_words", None)
    return OccupationProfile(
        code=row.code,
        soc=row.soc,
        slug=row.slug,
        title=row.title,
        family=OccupationFamily(row.family, MAJOR_GROUPS.get(row.family, row.family)),
        has_data=row.has_data,
        summary=row.summary,
        duties=tuple(row.duties),
        written_by=row.written_by,
        facts=row.facts,
        titles=tuple(row.names),
        outlook=_read_outlook(row.projection) if row.projection else None,
        onet_text=OnetText(words.description, words.tasks) if words else None,
    )


def list_families() -> list[OccupationFamily]:
    """The major groups that have occupations with data that readers are shown, by code. One query."""
    rows = Occupation.objects.filter(has_data=True).values_list("family", "code")
    counts = Counter(family for family, code in rows if is_occupation_shown(code))
    return [OccupationFamily(code, MAJOR_GROUPS.get(code, code), counts[code]) for code in sorted(counts)]


def list_occupations(family: str | None = None) -> list[OccupationSummary]:
    """The occupations of a major group, or all of them, that readers are shown, by code. One query."""
    rows = Occupation.objects.defer("facts_json").select_related("projection").order_by("code")
    if family is not None:
        rows = rows.filter(family=family)
    return [
        OccupationSummary(
            code=row.code,
            short_code=row.short_code,
            slug=row.slug,
            title=row.title,
            family=row.family,
            summary=row.summary,
            has_data=row.has_data,
            employment=row.projection.employment if row.projection else None,
        )
        for row in rows
        if is_occupation_shown(row.code)
    ]


def measure_average_change() -> float | None:
    """The projected change over all occupations together, in percent; None without projections. One query."""
    jobs = EmploymentProjection.objects.aggregate(before=Sum("employment"), after=Sum("projected"))
    return 100 * (jobs["after"] / jobs["before"] - 1) if jobs["before"] else None


def read_state() -> tuple[int, ...]:
    """Numbers that change whenever pages on occupations may change, by which caches know what is old. One query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {STATE}")  # our own words
        return tuple(cursor.fetchone())


def _read_outlook(row: EmploymentProjection) -> Outlook:
    return Outlook(**{name: getattr(row, name) for name in Outlook.__struct_fields__})
