"""Work that people may do only with a license that takes set schooling, so that experience cannot stand in for it.

O*NET counts how many people have a degree and says how important a certification is, not whether the law asks for it.
So this is a list: groups of the SOC that every state, or all but one or two, licenses by schooling. Left out are groups
in which only some of the people need a license (engineers, social workers), states differ (dietitians), or experience
counts toward the license (teachers of career and technical education, electricians).
"""

LICENSED = (
    *("19-3033", "19-3034"),  # clinical and school psychologists
    "23-1011",  # lawyers
    *("25-2012", "25-2021", "25-2022", "25-2031", "25-205"),  # teachers from kindergarten to high school
    *("29-101", "29-102", "29-104", "29-105", "29-107", "29-108"),  # from chiropractors and dentists to podiatrists
    *("29-1122", "29-1123", "29-1126", "29-1127", "29-1181"),  # therapists and audiologists
    *("29-1131", "29-114", "29-115", "29-116", "29-117"),  # veterinarians and nurses
    *("29-121", "29-122", "29-124", "29-1292"),  # physicians, surgeons and dental hygienists
    *("29-2042", "29-2043", "29-2061"),  # emergency medicine and practical nurses
    *("31-2011", "31-2021"),  # assistants of therapists
    *("39-5011", "39-5012"),  # barbers and cosmetologists
)


def is_licensed_by_schooling(code: str) -> bool:
    """Whether the law lets only people with certain schooling do the work of a SOC or O*NET-SOC code."""
    return code.startswith(LICENSED)
