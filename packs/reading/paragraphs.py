"""What a paragraph is about by how it starts: the employer's search, an invitation, whoever is hired, or a heading that
runs into it.
"""

import re
from collections import Counter

from packs.posting.value import Kind
from packs.reading.cues import weigh_kinds
from packs.reading.headings import read_heading_words

# What comes after a word about the employer: We are looking for a cook, Mill Lane is hiring a cook.
SEEKS_SOMEBODY = re.compile(
    r"(?:We|[A-Z][\w&'’.-]{0,30}(?: [\w&'’.-]{1,30}){0,5}?)(?:['’]re| are| is) (?:now |currently |actively )?"
    r"(?:looking for|seeking|hiring|recruiting|searching for|in search of) "
)
# The employer opens a vacancy: Applications are invited for a post.
INVITES = re.compile(
    r"(?:We (?:now )?invite |[\w' ]{3,60} (?:is pleased to )?invites? )?[Aa]pplications "
    r"(?:are (?:now |hereby )?invited )?(?:for|from) "
    r"|(?:We|[A-Z][\w' ]{2,60}?) (?:currently |now )?(?:have|has) (?:an? )?(?:\w+ ){0,3}"
    r"(?:vacanc(?:y|ies)|openings?|opportunit(?:y|ies)) for "
)
# Of whoever is hired: The successful candidate will manage the team.
OF_WHO_IS_HIRED = re.compile(
    r"(?:The |Our )?(?:successful|selected|new|chosen) (?:candidates?|applicants?|appointees?|hires?|person)\b"
    r"|The (?:post|role|job) ?holders?\b|Th(?:e|is) (?:role|position|job|post)\b|You(?:['’]ll| will| would)\b",
    re.IGNORECASE,
)
LISTS_BENEFITS = re.compile(
    r"(?:(?:our|the|employee|staff) )?(?:benefits|perks)(?: package)? (?:includes?|are|comprises?)\b", re.IGNORECASE
)
# What somebody has to be or to have: Applicants must hold a license.
OF_A_PERSON = re.compile(
    r"You(?:['’]ll| will| must| should)? (?:also )?(?:have|need|hold|bring|possess|know|be able)\b"
    r"|(?:As (?:an?|our|the) [^,.]{3,40}, )?You(?:['’]re| are) (?:an? |someone |the (?:kind|type|sort) |excited )"
    r"|(?:The )?(?:ideal|successful|right|suitable)? ?(?:candidates?|applicants?)(?: who are successful)?"
    r" (?:will|must|should|need|have|has|hold)\b"
    r"|The (?:ideal|right|best|successful) person (?:will be|is|has|can|must)\b"
    r"|We (?:are )?hop(?:e|ing) for some(?:one|body)\b",
    re.IGNORECASE,
)
_TITLE_LEAD = re.compile(r"(?:the|our|this|an?|as (?:an?|the|our)) ", re.IGNORECASE)
TITLE_END = re.compile(r"[,(–—|/]| - ")
_TELLS_YOU = re.compile(
    r"\b[Yy]ou(?:['’](?:ll|d)| will| would)\b(?! (?:find|see|notice))"
)  # what whoever is hired does
_SHORTEST_TITLE = 4

# A heading that its paragraph runs into: The Role The cook prepares lunch.
_RUNS_IN = re.compile(
    r"(?P<label>[A-Z][\w’'&-]{1,20}(?: (?:[A-Z][\w’'&-]{1,20}|of|the|and|&|for|to)){1,4}) "
    r"(?=(?:The|You|We|As|This|Our|In|Applicants|Candidates|Reporting|Under|Responsible) [a-z])"
)
# A label in capitals with commas: KNOWLEDGE, SKILLS and ABILITIES: reads plans.
_SHOUTS_IN = re.compile(r"\A(?P<label>[A-Z][A-Z/&-]{1,24}(?:,? (?:[A-Z][A-Z/&-]{1,24}|and|or|of|&)){1,6}): (?=\w)")
_FEWEST_RUN_IN = 8
_FIRST_SENTENCE = 240  # characters


# What tells that a line below Pay and perks is about the pay.
SPEAKS_OF_PAY = re.compile(
    r"\b(?:pay|pays|paid(?! (?:time|leave|holiday|vacation|sick|parental|training|family|premium|medical|health))"
    r"|salar(?:y|ies)|wages?|rates?|compensation|hourly|bonus(?:es)?|commissions?|earn\w*|stipends?|remuneration)\b"
    r"|[$£€]\s?\d",
    re.IGNORECASE,
)
# Of the pay in the line above: This range is for the base salary.
OF_PAY_ABOVE = re.compile(
    r"(?:The|This|Our|Your|Actual|Individual|Final|Exact)(?: (?:actual|final|exact|posted|stated|base|starting|total"
    r"|pay|salary|wage|compensation)){0,3} (?:range|salary|pay|compensation|rate|wage|offer|amount|figure)s?\b",
    re.IGNORECASE,
)
_MIXED = (
    re.compile(r"\b(?:pay|salary|salaries|wages?|compensation|remuneration|money)\b", re.IGNORECASE),
    re.compile(r"\b(?:benefits?|perks?|rewards|extras|package)\b", re.IGNORECASE),
)
# The main duties of the clerk are listed below.
_LISTED_BELOW = re.compile(
    r"\b(?P<what>responsibilities|duties|tasks|requirements|qualifications|criteria|skills)\b[^.!?:]{0,80}?"
    r"\b(?:is|are) (?:(?:summari[sz]ed|listed|outlined|described|detailed|set out|given|shown|provided) )?"
    r"(?:below|as follows)\b",
    re.IGNORECASE,
)


def is_mixed_heading(heading: str) -> bool:
    """Whether a heading is for the pay and for what else there is: Pay and perks."""
    return all(words.search(heading) for words in _MIXED)


def lists_below(text: str) -> Kind | None:
    """The kind of what stands below a sentence that says so: The duties of the clerk are listed below. None for other
    lines.
    """
    match = _LISTED_BELOW.search(text[:_FIRST_SENTENCE]) if "below" in text or "follows" in text else None
    return read_heading_words(match["what"]).kind if match else None


def read_run_in(text: str) -> tuple[str, str] | None:
    """The heading and the text of a paragraph that starts with a usual heading without a sign after it, or None."""
    match = _RUNS_IN.match(text) or _SHOUTS_IN.match(text)
    if not match or len(text.split()) < _FEWEST_RUN_IN:
        return None
    said = read_heading_words(match["label"])
    return (match["label"], text[match.end() :]) if said.is_whole and said.kind else None


def weigh_paragraph(text: str, job: str) -> Counter[Kind]:
    """What a paragraph speaks of; one that starts with the job's own name, in lowercase, isn't about the employer."""
    scores = weigh_kinds(text)
    start = _TITLE_LEAD.match(text)
    is_job = len(job) >= _SHORTEST_TITLE and start and text[start.end() :].casefold().startswith(job)
    if is_job or _TELLS_YOU.search(text):
        scores[Kind.ABOUT] = max(scores[Kind.ABOUT], scores.pop(Kind.COMPANY, 0))
    return scores
