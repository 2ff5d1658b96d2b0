"""Work that people may do only with a license that takes set schooling, so that experience cannot stand in for it.

O*NET counts how many people have a degree and says how important a certification is, not whether the law asks for it.
So this is a list: groups of the SOC that by the Bureau of Labor Statistics every state or nearly every one licenses by
schooling, each with the page of its Occupational Outlook Handbook on the work. No state's law was read for it: the
pages of occupations lead to the state's own board. Left out are groups in which only some
of the people need a license (engineers, social workers), states differ (dietitians), or experience counts toward the
license (teachers of career and technical education, electricians): there the manager decides.
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

LICENSED = {  # the beginning of a SOC code, and where its license is described
    "19-3033": PSYCHOLOGISTS,
    "19-3034": PSYCHOLOGISTS,
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
    "31-2011": f"{CARE}occupational-therapy-assistants-and-aides.htm",
    "31-2021": f"{CARE}physical-therapist-assistants-and-aides.htm",
    "39-5011": HAIR,
    "39-5012": HAIR,
}


def find_license_source(code: str) -> str:
    """Where it is said that the law lets only people with certain schooling do the work of a SOC or O*NET-SOC code; ""
    where no such rule is known.
    """
    return next((source for start, source in LICENSED.items() if code.startswith(start)), "")


def is_licensed_by_schooling(code: str) -> bool:
    """Whether the law is known to let only people with certain schooling do the work of this SOC or O*NET-SOC code."""
    return bool(find_license_source(code))
