"""Codes of occupations: SOC 2018 ("11-1011") and, finer, O*NET-SOC 2019 ("11-1011.00", "11-1011.03")."""

import re

SOC_PATTERN = r"^[0-9]{2}-[0-9]{4}$"
SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
ONET_SOC = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
SOC_LENGTH = 7  # characters of the SOC code that an O*NET-SOC code begins with
SLUG_START = "occupation-"

# Major groups of the SOC 2018. The last one, the armed forces, is in O*NET without figures and not in the projections.
MAJOR_GROUPS = {
    "11": "Management",
    "13": "Business and Financial Operations",
    "15": "Computer and Mathematical",
    "17": "Architecture and Engineering",
    "19": "Life, Physical, and Social Science",
    "21": "Community and Social Service",
    "23": "Legal",
    "25": "Educational Instruction and Library",
    "27": "Arts, Design, Entertainment, Sports, and Media",
    "29": "Healthcare Practitioners and Technical",
    "31": "Healthcare Support",
    "33": "Protective Service",
    "35": "Food Preparation and Serving Related",
    "37": "Building and Grounds Cleaning and Maintenance",
    "39": "Personal Care and Service",
    "41": "Sales and Related",
    "43": "Office and Administrative Support",
    "45": "Farming, Fishing, and Forestry",
    "47": "Construction and Extraction",
    "49": "Installation, Maintenance, and Repair",
    "51": "Production",
    "53": "Transportation and Material Moving",
    "55": "Military Specific",
}

# The projections and the wage survey give these occupations one figure with others. Every other such group has the code
# of the SOC's broad occupation, which ends in 0.
COUNTED_AS = {
    "21-1011": "21-1018",
    "21-1014": "21-1018",
    "25-2055": "25-2052",
    "25-2056": "25-2052",
    "25-9042": "25-9045",
    "25-9043": "25-9045",
    "25-9049": "25-9045",
    "51-2022": "51-2028",
    "51-2023": "51-2028",
    "53-1042": "53-1047",
    "53-1043": "53-1047",
    "53-1044": "53-1047",
    "53-1049": "53-1047",
}

_shown_codes: tuple[str, ...] = ()


def show_occupations(codes: tuple[str, ...]) -> None:
    """Keep in this process which occupations readers are shown, by the start of their codes: "15" for a major group,
    "15-1252" for one occupation; () for all.
    """
    global _shown_codes  # noqa: PLW0603 # one site for the process
    _shown_codes = codes


def is_occupation_shown(code: str) -> bool:
    """Whether this site shows readers an occupation, by its O*NET-SOC code."""
    return not _shown_codes or code.startswith(_shown_codes)


def list_shown_patterns() -> list[str]:
    """Patterns for SQL's LIKE. The code of an occupation that readers are shown matches one of them."""
    return [f"{code}%" for code in _shown_codes or ("",)]


def complete_code(code: str) -> str | None:
    """The O*NET-SOC code for a SOC or O*NET-SOC code: "11-1011" gives "11-1011.00". None for any other text."""
    if SOC.fullmatch(code):
        return f"{code}.00"
    return code if ONET_SOC.fullmatch(code) else None


def shorten_code(code: str) -> str:
    """An O*NET-SOC code as addresses have it: "11-1011.00" gives "11-1011", and "11-1011.03" stays."""
    return code.removesuffix(".00")


def list_counted_codes(soc: str) -> list[str]:
    """The codes under which the Bureau of Labor Statistics may count a SOC code, the closest first."""
    return [soc, COUNTED_AS.get(soc, f"{soc[:6]}0")]


def occupation_slug(code: str) -> str:
    """The slug of an occupation's kit, by the code as addresses have it, such as occupation-29-1141."""
    return SLUG_START + shorten_code(code).replace(".", "-")


def read_occupation_slug(slug: str) -> str | None:
    """The occupation's code, as addresses have it, in the slug of its kit; None for any other slug."""
    found = re.fullmatch(SLUG_START + r"([0-9]{2}-[0-9]{4})(?:-([0-9]{2}))?", slug)
    return ".".join(filter(None, found.groups())) if found else None
