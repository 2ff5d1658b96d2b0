"""Areas, and how their wages stand to the nation's."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import connection, transaction

from compensation.models.official import AreaFactor
from compensation.models.survey import NATION

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
# The numbers that federal statistics give the states and the territories that they cover.
STATES_BY_FIPS = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
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
