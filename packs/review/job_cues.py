"""What a posting says of its job as a whole, which tells whether a demand belongs to it."""

import re

from packs.posting.facts import make_finder
from packs.posting.value import Kind, Posting

_DUTIES = (Kind.RESPONSIBILITIES, Kind.ABOUT)
_LICENSED = re.compile(
    r"\b(?:nurs(?:e|es|ing)|midwi\w+|teach(?:er|ers|ing)|lectur\w+|professor\w*|faculty|postdoc\w*|physicians?"
    r"|doctors?|surgeons?|dent(?:ist|al)\w*"
    r"|veterinar\w+|pharmac\w+|therap\w+|psycholog\w+|psychiatr\w+|counsel(?:or|ors|lor|lors|ing)|social work\w*"
    r"|attorneys?"
    r"|lawyers?|solicitors?|barristers?|counsel|architects?(?! of)|dieti[ct]\w+|audiolog\w+|optometr\w+"
    r"|chiropract\w+|radiograph\w+"
    r"|librar(?:y(?! (?:science(?:,| or\b)|experience|setting|assistants?|cards?|work))|ies|ians?)|actuar\w+"
    r"|patholog\w+|chaplain|pastor|priest|rabbi|(?:structural"
    r"|civil) engineers?|surveyors?"
    r"|school principal)\b"
    r"|\b(?:P\.?\s?Eng|licensed|licensure|registered|chartered|accredited by|board[- ]certified|RN|LCSW|MSW|DVM|JD"
    r"|J\.D|MD|PharmD|CPA)\b",
    re.IGNORECASE,
)
_find_licensures = make_finder(
    re.compile(
        r"\b(?:P\.?\s?Eng|PE license|licensed|licensure"
        r"|CPA (?:licen[cs]e|certification)(?! (?:preferred|a plus|is a plus))"
        r"|bar admission|admitted to the bar|board[- ]certified)\b"
    )
)
_DRIVING = re.compile(
    r"(?<!no )(?<!no site )(?<!-)\bdriv(?:e|es|ing|en(?= (?:an?|the|our|for|in)\b))\b(?!['’]?s? licen)"
    r"(?! (?:the|our|a|an|growth|change|sales|adoption"
    r"|results|innovation"
    r"|strategy|revenue)\b(?! (?:van|truck|bus|car|vehicle|route|tractor|lorr)))"
    r"|\b(?:drivers?|chauffeur|courier)\b(?!['’]s? licen)(?!['’]?s? licen)|\bdeliver(?:y"
    r"|ies)\b[^.]{0,40}\b(?:vans?|trucks?|customers?|addresses|routes?|homes)\b"
    r"|(?<!no )(?<!not )\b(?:vans?|trucks?(?! owners)|lorr(?:y|ies)|vehicles?|tractors?|company cars?|own car"
    r"|forklifts?|mopeds?|bus(?:es)?"
    r"|ambulances?|mileage|territor(?:y|ies)"
    r"|on the road|in the field|field[- ](?:based|service)|travel(?:ing|ling)? (?:extensively|throughout"
    r"|widely)|road trips?|home visits?|site visits?|job ?sites?|client sites?|between (?:sites|clinics"
    r"|schools|shops|stores|offices|farms|towns|homes)|fleet|routes?|field visits?|house calls|haul\w*|towing"
    r"|rounds by car|snow[- ]?plow\w*|plow(?:ing)? (?:snow|roads|streets)|snow removal from (?:streets|roads)"
    r"|street sweeping)\b",
    re.IGNORECASE,
)
_LICENSE_REASON = re.compile(
    r"\b(?:because|since|as you|as the|so that|for the (?:daily|weekly|ride|drive|van|truck|round|route)"
    r"|to (?:drive|reach|visit|travel|get|move|take|tow)|travel|sites?|visits?|own (?:car|vehicle|transport)"
    r"|vehicle|van|truck|insurers?\b|class [AB1-4]\b|CDL|C1|LGV|HGV|PCV|category(?! B\b)|commercial)\b",
    re.IGNORECASE,
)
# How a sentence speaks of the person who is wanted; outside of requirements, others speak of the work.
ASKS = re.compile(
    r"\b(?:you(?:['’]re| are|['’]ll be| will be| should be| must be| have to be)|your|looking for|searching for"
    r"|someone|somebody|anyone who|those who|people who|we (?:now |currently |also )?(?:want|need|seek|require)"
    r"|be (?:our|an?)|by nature|at heart|to the (?:bone|core)"
    r"|seek(?:s|ing)?|wanted|(?:ideal|right|successful|perfect) (?:candidate|person|applicant)|must be|should be"
    r"|an? (?:[\w-]+(?:,| and|, and)? ){1,4}(?:person|people|individual|colleague|candidate|self-starter|closer))\b",
    re.IGNORECASE,
)
_DESK_TITLE = re.compile(
    r"\b(?:analysts?|developers?|programmers?|software|data|web|accountants?|accounts?|accounting|bookkeep\w*"
    r"|clerks?|paralegals?|legal|lawyers?|attorneys?|solicitors?"
    r"|administrat(?:or|ive)\w*|secretar(?:y|ies)|receptionists?|writers?|editors?|copywriters?|translators?"
    r"|designers?|recruit\w*|HR|human resources"
    r"|marketing|communications?|public relations|policy|compliance|audit\w*|payroll|finance|financial"
    r"|product (?:managers?|owners?)|project managers?|program(?:me)? managers?|officers?(?= -|$|,)"
    r"|customer (?:service|support|success|happiness|care|experience)\w*|call cent(?:er|re)|dispatch\w*|help ?desk"
    r"|assistants?(?= to)|executive assistants?|office|sales (?:representatives?|development)|insurance|claims"
    r"|underwrit\w*|advis[eo]rs?|consultants?|coordinators?|planners?|grants?|billing|actuar\w*|researchers?"
    r"|economists?)\b",
    re.IGNORECASE,
)
_find_handwork = make_finder(
    re.compile(
        r"\b(?:lift\w*|carr(?:y|ies|ying)|load\w*|unload\w*|mov(?:e|es|ing) (?:boxes|stock|furniture|equipment"
        r"|trolleys|goods)|stock(?:s|ing)? (?:shelves|the)|warehouse|install\w*|pull(?:s|ing)? cable|racks?"
        r"|set(?:ting)? up (?:the )?(?:rooms?|chairs|tables|stands?|booths?|exhibits?)"
        r"|patients?|residents|kitchen|deliver(?:y|ies)|pack(?:s|ing)?|field ?work|on the site|job ?sites?|machines"
        r"|trucks?|vans?|repairs?|maintain(?:s|ing)? (?:the )?(?:grounds|building|equipment)|hardware"
        r"|boxes|pallets|animals|children|construction|inspections?|samples|events? set)\b",
        re.IGNORECASE,
    )
)
_SENIOR = re.compile(
    r"\b(?:senior|sr|lead|leader|principal|staff|director|head|chief|manager|vp|vice president|president|partner"
    r"|executive|superintendent"
    r"|supervisor|master|architect|captain|professor|dean|foreman|foreperson|counsel|expert|specialist i{2,3})\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(?:director|head|chief|vp|vice president|president|partner|executive|superintendent|dean|professor"
    r"|captain)\b",
    re.IGNORECASE,
)


def asks_for_somebody(text: str) -> bool:
    """Whether a text speaks of the person who is wanted."""
    return bool(ASKS.search(text))


def is_licensed(posting: Posting) -> bool:
    """Whether law or custom asks for a degree or a license in a job like this posting's."""
    return bool(_LICENSED.search(posting.title)) or any(
        line.find_once(_find_licensures) for line in posting.of_kind(Kind.REQUIRED)
    )


def names_licensed_work(text: str) -> bool:
    """Whether a line names a profession that needs a license."""
    return bool(_LICENSED.search(text))


def involves_driving(posting: Posting, line: str) -> bool:
    """Whether driving is part of the job, by its title, its duties or the line that asks for a license."""
    if _LICENSE_REASON.search(line) or _DRIVING.search(posting.title):
        return True
    driving = posting.find_once(_DRIVING, lambda: {p.text for p in posting.passages if _DRIVING.search(p.text)})
    return len(driving) > 1 or bool(driving - {line})


def works_at_desk(posting: Posting) -> bool:
    """Whether the work is done at a desk, as far as title and duties tell. Kept with the posting."""
    return posting.find_once(_is_desk_job, lambda: _is_desk_job(posting))


def _is_desk_job(posting: Posting) -> bool:
    if not _DESK_TITLE.search(posting.title):
        return False
    return not any(passage.find_once(_find_handwork) for passage in posting.of_kind(*_DUTIES))


def is_senior(posting: Posting) -> bool:
    """Whether the title or the level is one for people with many years of experience."""
    return bool(_SENIOR.search(f"{posting.title} {posting.level}"))


def is_head(posting: Posting) -> bool:
    """Whether the title or the level is one of those who head an organization or a large part of it."""
    return bool(_HEAD.search(f"{posting.title} {posting.level}"))
