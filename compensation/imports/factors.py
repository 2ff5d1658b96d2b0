"""How wages in each area stand to the nation's, worked out when figures are loaded."""

from django.db import connection, transaction

from compensation.models.official import AreaFactor
from compensation.models.survey import NATION

# The occupations that the area factor averages: marketing managers, computer and information systems managers,
# project management specialists, software developers, other computer occupations.
AREA_OCCUPATIONS = ("11-2021", "11-3021", "13-1082", "15-1252", "15-1299")


@transaction.atomic
def refresh_factors() -> int:
    """Work out and store the area factors again, from the newest wage levels and national means. Returns how many there
    are.

    An area's factor is the mean over AREA_OCCUPATIONS of (level I + 2 x level IV) / 3, divided by the occupation's
    national mean wage; an area that lacks one of them gets none. Without wage levels or national means, the stored
    factors stay.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            AREA_FACTORS, {"socs": list(AREA_OCCUPATIONS), "nation": NATION, "needed": len(AREA_OCCUPATIONS)}
        )
        names = [column.name for column in cursor.description or []]
        factors = [AreaFactor(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    if factors:
        AreaFactor.objects.all().delete()
        AreaFactor.objects.bulk_create(factors)
    return len(factors)


AREA_FACTORS = """
    SELECT level.source_id, level.area_code, min(level.area_name) AS area_name, level.states,
           'Wages ' || level.year || ' over May ' || nation.year AS period,
           round(avg((level.level1 + 2 * level.level4) / 3.0 / nation.mean), 4) AS factor, count(*) AS occupations
    FROM compensation_wagelevel AS level
    JOIN compensation_surveyfigure AS nation ON nation.soc = level.soc
    WHERE level.soc = ANY(%(socs)s) AND nation.area_id = %(nation)s AND nation.mean > 0
      AND level.year = (SELECT max(year) FROM compensation_wagelevel)
      AND nation.year = (SELECT max(year) FROM compensation_surveyfigure WHERE area_id = %(nation)s)
    GROUP BY level.source_id, level.area_code, level.states, level.year, nation.year
    HAVING count(*) = %(needed)s
"""
