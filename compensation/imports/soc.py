"""Occupation codes (Standard Occupational Classification), corrected where a file damaged them and only one code fits.

A spreadsheet turns 11-2021 into the date "Nov-21", and 11-3021, 11-9021, 11-3121 and 11-9121 into the same two
digits, because every year up to 9999 is a date to it. The occupation's title, where the file has one, tells them apart.
"""

import re
from functools import lru_cache

from compensation.imports.report import RefusedError
from compensation.imports.values import SIZE, fold_capitals

WHOLE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
PUNCTUATED = re.compile(r"(\d\d)\D?(\d{4})(?:\D?(\d\d))?")
MONTH_AND_YEAR = re.compile(r"NOV-(\d\d)|(\d\d)-NOV")
FULL_DATE = re.compile(r"(\d{4})-11-01")
SAME_OCCUPATION = {"15-1199.09": "15-1299.09"}  # Information Technology Project Managers, before and after 2018

# Management occupations whose codes a spreadsheet takes for dates: titles of SOC 2010 and 2018 (public domain).
MANAGERS = {
    "11-2011": "ADVERTISING AND PROMOTIONS MANAGERS",
    "11-2021": "MARKETING MANAGERS",
    "11-2022": "SALES MANAGERS",
    "11-2031": "PUBLIC RELATIONS AND FUNDRAISING MANAGERS",
    "11-2032": "PUBLIC RELATIONS MANAGERS",
    "11-2033": "FUNDRAISING MANAGERS",
    "11-3011": "ADMINISTRATIVE SERVICES MANAGERS",
    "11-3012": "ADMINISTRATIVE SERVICES MANAGERS",
    "11-3013": "FACILITIES MANAGERS",
    "11-3021": "COMPUTER AND INFORMATION SYSTEMS MANAGERS",
    "11-3031": "FINANCIAL MANAGERS",
    "11-3051": "INDUSTRIAL PRODUCTION MANAGERS",
    "11-3061": "PURCHASING MANAGERS",
    "11-3071": "TRANSPORTATION, STORAGE, AND DISTRIBUTION MANAGERS",
    "11-3111": "COMPENSATION AND BENEFITS MANAGERS",
    "11-3121": "HUMAN RESOURCES MANAGERS",
    "11-3131": "TRAINING AND DEVELOPMENT MANAGERS",
    "11-9013": "FARMERS, RANCHERS, AND OTHER AGRICULTURAL MANAGERS",
    "11-9021": "CONSTRUCTION MANAGERS",
    "11-9031": "EDUCATION ADMINISTRATORS, PRESCHOOL AND CHILDCARE CENTER/PROGRAM",
    "11-9032": "EDUCATION ADMINISTRATORS, ELEMENTARY AND SECONDARY SCHOOL",
    "11-9033": "EDUCATION ADMINISTRATORS, POSTSECONDARY",
    "11-9039": "EDUCATION ADMINISTRATORS, ALL OTHER",
    "11-9041": "ARCHITECTURAL AND ENGINEERING MANAGERS",
    "11-9051": "FOOD SERVICE MANAGERS",
    "11-9061": "FUNERAL SERVICE MANAGERS",
    "11-9071": "GAMING MANAGERS",
    "11-9081": "LODGING MANAGERS",
    "11-9111": "MEDICAL AND HEALTH SERVICES MANAGERS",
    "11-9121": "NATURAL SCIENCES MANAGERS",
    "11-9131": "POSTMASTERS AND MAIL SUPERINTENDENTS",
    "11-9141": "PROPERTY, REAL ESTATE, AND COMMUNITY ASSOCIATION MANAGERS",
    "11-9151": "SOCIAL AND COMMUNITY SERVICE MANAGERS",
    "11-9161": "EMERGENCY MANAGEMENT DIRECTORS",
    "11-9199": "MANAGERS, ALL OTHER",
}


@lru_cache(SIZE)
def parse_occupation(code: str, title: str = "") -> tuple[str, bool]:
    """The occupation's code, and whether it had to be corrected; "" stays "". The last answers are kept. Raises
    RefusedError where more than one code fits.
    """
    word = fold_capitals(code)
    if not word or WHOLE.fullmatch(word):
        return SAME_OCCUPATION.get(word, word), False
    if full := FULL_DATE.fullmatch(word):
        return f"11-{full[1]}", True
    if dated := MONTH_AND_YEAR.fullmatch(word):
        return _from_title(code, dated[1] or dated[2], title), True
    if parts := PUNCTUATED.fullmatch(word):
        return f"{parts[1]}-{parts[2]}" + (f".{parts[3]}" if parts[3] else ""), True
    raise RefusedError("occupation code can’t be read", code)


def _from_title(code: str, ending: str, title: str) -> str:
    wanted = fold_capitals(title).removesuffix("S")
    fits = [soc for soc, name in MANAGERS.items() if soc.endswith(ending) and name.removesuffix("S") == wanted]
    if len(fits) != 1:
        raise RefusedError("occupation code damaged, and its title fits no single code", f"{code}: {title}")
    return fits[0]
