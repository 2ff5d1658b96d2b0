"""Work that people may do only with a license.

O*NET counts how many people have a degree and says how important a certification is, not whether the law asks for it.
So these are two lists of groups of the SOC that by the Bureau of Labor Statistics every state or nearly every one
licenses, each with the page of its Occupational Outlook Handbook on the work. LICENSED takes set schooling, so that
experience cannot stand in for it. LICENSED_OTHERWISE takes a course, an examination, or years of the work itself, and
people are hired before they have it. No state's law was read for either: the pages of occupations lead to the state's
own board. Left out are groups in which only some of the people need a license (engineers, social workers) or states
differ widely (crane operators, dental assistants): there the manager decides.
"""

FINDER = "https://www.careeronestop.org/Toolkit/Training/find-licenses.aspx"  # of the Department of Labor
HANDBOOK = "https://www.bls.gov/ooh/"
TEACHING = f"{HANDBOOK}education-training-and-library/"
CARE = f"{HANDBOOK}healthcare/"
ADVANCED_NURSES = f"{CARE}nurse-anesthetists-nurse-midwives-and-nurse-practitioners.htm"
ELEMENTARY = f"{TEACHING}kindergarten-and-elementary-school-teachers.htm"
PSYCHOLOGISTS = f"{HANDBOOK}life-physical-and-social-science/psychologists.htm"
PHYSICIANS = f"{CARE}physicians-and-surgeons.htm"
AMBULANCE = f"{CARE}emts-and-paramedics.htm"
HAIR = f"{HANDBOOK}personal-care-and-service/barbers-hairstylists-and-cosmetologists.htm"

LICENSED = {  # the beginning of a SOC code, and where its license by schooling is described
    "19-3033": PSYCHOLOGISTS,
    "19-3034": PSYCHOLOGISTS,
    "21-1013": f"{HANDBOOK}community-and-social-service/marriage-and-family-therapists.htm",
    "23-1011": f"{HANDBOOK}legal/lawyers.htm",
    "25-2012": ELEMENTARY,
    "25-2021": ELEMENTARY,
    "25-2022": f"{TEACHING}middle-school-teachers.htm",
    "25-2031": f"{TEACHING}high-school-teachers.htm",
    "25-205": f"{TEACHING}special-education-teachers.htm",
    "29-101": f"{CARE}chiropractors.htm",
    "29-102": f"{CARE}dentists.htm",
    "29-104": f"{CARE}optometrists.htm",
    "29-105": f"{CARE}pharmacists.htm",
    "29-107": f"{CARE}physician-assistants.htm",
    "29-108": f"{CARE}podiatrists.htm",
    "29-1122": f"{CARE}occupational-therapists.htm",
    "29-1123": f"{CARE}physical-therapists.htm",
    "29-1126": f"{CARE}respiratory-therapists.htm",
    "29-1127": f"{CARE}speech-language-pathologists.htm",
    "29-1131": f"{CARE}veterinarians.htm",
    "29-114": f"{CARE}registered-nurses.htm",
    "29-115": ADVANCED_NURSES,
    "29-116": ADVANCED_NURSES,
    "29-117": ADVANCED_NURSES,
    "29-1181": f"{CARE}audiologists.htm",
    "29-121": PHYSICIANS,
    "29-122": PHYSICIANS,
    "29-124": PHYSICIANS,
    "29-1292": f"{CARE}dental-hygienists.htm",
    "29-2042": AMBULANCE,
    "29-2043": AMBULANCE,
    "29-2061": f"{CARE}licensed-practical-and-licensed-vocational-nurses.htm",
    "29-9091": f"{CARE}athletic-trainers.htm",
    "31-2011": f"{CARE}occupational-therapy-assistants-and-aides.htm",
    "31-2021": f"{CARE}physical-therapist-assistants-and-aides.htm",
    "39-5011": HAIR,
    "39-5012": HAIR,
}

CONSTRUCTION = f"{HANDBOOK}construction-and-extraction/"
ENGINEERING = f"{HANDBOOK}architecture-and-engineering/"
DRIVING = f"{HANDBOOK}transportation-and-material-moving/"
BUS_DRIVERS = f"{DRIVING}bus-drivers.htm"
PROPERTY = f"{HANDBOOK}sales/real-estate-brokers-and-sales-agents.htm"
TRADE_TEACHERS = f"{TEACHING}career-and-technical-education-teachers.htm"
LICENSED_OTHERWISE = {
    "11-9032": f"{HANDBOOK}management/elementary-middle-and-high-school-principals.htm",
    "13-2023": f"{HANDBOOK}business-and-financial/appraisers-and-assessors-of-real-estate.htm",
    "17-1011": f"{ENGINEERING}architects.htm",
    "17-1012": f"{ENGINEERING}landscape-architects.htm",
    "17-1022": f"{ENGINEERING}surveyors.htm",
    "25-2023": TRADE_TEACHERS,
    "25-2032": TRADE_TEACHERS,
    "29-1031": f"{CARE}dietitians-and-nutritionists.htm",
    "29-2034": f"{CARE}radiologic-technologists.htm",
    "31-1131": f"{CARE}nursing-assistants.htm",
    "31-9011": f"{CARE}massage-therapists.htm",
    "33-9021": f"{HANDBOOK}protective-service/private-detectives-and-investigators.htm",
    "33-9032": f"{HANDBOOK}protective-service/security-guards.htm",
    "37-2021": f"{HANDBOOK}building-and-grounds-cleaning/pest-control-workers.htm",
    "39-5092": f"{HANDBOOK}personal-care-and-service/manicurists-and-pedicurists.htm",
    "39-5094": f"{HANDBOOK}personal-care-and-service/skincare-specialists.htm",
    "41-3021": f"{HANDBOOK}sales/insurance-sales-agents.htm",
    "41-9021": PROPERTY,
    "41-9022": PROPERTY,
    "47-2111": f"{CONSTRUCTION}electricians.htm",
    "47-2152": f"{CONSTRUCTION}plumbers-pipefitters-and-steamfitters.htm",
    "47-4021": f"{CONSTRUCTION}elevator-installers-and-repairers.htm",
    "51-8031": f"{HANDBOOK}production/water-and-wastewater-treatment-plant-and-system-operators.htm",
    "53-3032": f"{DRIVING}heavy-and-tractor-trailer-truck-drivers.htm",
    "53-3051": BUS_DRIVERS,
    "53-3052": BUS_DRIVERS,
}


def find_license_source(code: str) -> str:
    """The address that says that only licensed people may do the work of a SOC or O*NET-SOC code; "" where no such rule
    is known.
    """
    return next((source for start, source in (LICENSED | LICENSED_OTHERWISE).items() if code.startswith(start)), "")


def is_licensed(code: str) -> bool:
    """Whether the law is known to let only licensed people do the work of this SOC or O*NET-SOC code."""
    return bool(find_license_source(code))


def is_licensed_by_schooling(code: str) -> bool:
    """Whether the law is known to license the work of this SOC or O*NET-SOC code by schooling, which experience can't
    replace.
    """
    return code.startswith((*LICENSED,))
