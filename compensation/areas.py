"""Areas, and how their wages stand to the nation's."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import connection, transaction

from compensation.models.official import CROSS_INDUSTRY, AreaFactor

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "FM": "Federated States of Micronesia", "GU": "Guam", "MH": "Marshall Islands",
    "MP": "Northern Mariana Islands", "PR": "Puerto Rico", "PW": "Palau", "VI": "U.S. Virgin Islands",
}  # fmt: skip
COUNTRY_AREAS = {"US": "United States"}

# The occupations that the area factor averages: marketing managers, computer and information systems managers,
# project management specialists, software developers, other computer occupations.
AREA_OCCUPATIONS = ("11-2021", "11-3021", "13-1082", "15-1252", "15-1299")


def area_name(code: str) -> str:
    """The name of an ISO 3166 code: California for US-CA; the code itself where the name is not known."""
    if code.startswith("US-"):
        return STATES.get(code[3:], code)
    return COUNTRY_AREAS.get(code, code)


def in_area(amount: int, factor: Decimal) -> int:
    """A national amount moved to an area: amount times factor, to the nearest whole unit."""
    return int((amount * factor).quantize(Decimal(1), ROUND_HALF_UP))


@transaction.atomic
def refresh_factors() -> int:
    """Work the area factors out afresh from the newest wage levels and national means. Returns how many there are.

    Factor of an area = mean over its occupations of (level I + 2 x level IV) / 3 / national mean wage of the
    occupation. Only OCCUPATIONS count; an area that lacks one of them gets no factor. Where there are no wage levels or
    no national means, the factors stay as they are.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            AREA_FACTORS, {"socs": list(AREA_OCCUPATIONS), "all": CROSS_INDUSTRY, "needed": len(AREA_OCCUPATIONS)}
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
    JOIN compensation_oewsfigure AS nation ON nation.soc = level.soc
    WHERE level.soc = ANY(%(socs)s) AND nation.area = 'US' AND nation.industry = %(all)s AND nation.mean > 0
      AND level.year = (SELECT max(year) FROM compensation_wagelevel)
      AND nation.year = (SELECT max(year) FROM compensation_oewsfigure WHERE area = 'US' AND industry = %(all)s)
    GROUP BY level.source_id, level.area_code, level.states, level.year, nation.year
    HAVING count(*) = %(needed)s
"""
