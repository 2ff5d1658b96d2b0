"""What can be an employer's name, by its own words: no job, no part of a sentence, and nothing of the page."""

import re

from packs.reading.occupation_words import EMPLOYER_WORD, OCCUPATION

_SHORTEST_NAME = 1  # of which a piece is more
_NO_NAME = re.compile(
    r"(?:this|the|our|your|an?|you|we|us|i|it|in|as|at|each|all|every|any|if|to|for|there|what|who|how|where|why"
    r"|when|he"
    r"|she|they|these|those|that|position|role|job|post|work|pay|salary|benefits|applicants?|candidates?|experience"
    r"|knowledge|ability|employment|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|please|no|not|one|two|three|reporting|base"
    r"|candida\w+|compensation|travel|english|training|success\w*|responsib\w*|dut\w+|require\w*|equal|some|most"
    r"|nothing"
    r"|(?:every|some|any|no)(?:one|body)"
    r"|location|department|team|hours|here|and|or|with|by|on|from|starting|full|part|permanent|remote|hybrid|summary"
    r"|essential|qualif\w+|interviews?|applications?|more|people|my|first|last|new|both|about|join|being|having|now"
    r"|internal|external|hiring|wanted|dear|hello|hi|yours|kind|vacancy|vacanc\w+|urgent\w*|immediate\w*|handovers?"
    r"|opportunit\w+|accommodations?|information|reqs|writing|reading|driving|speaking"
    r"|deadline|fte|number|whoever|apply|attached|enclosed|listening|cooking|cleaning|screening|testing"
    r"|supervision|induction|overtime|parking)",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<!\S)(?!(?:of|and|for|the|de|la|des|du|y|und|in|on|to|at|with|from)(?!\S))[a-z]{3,}")
# What a page has around a posting: Apply now, Search jobs, Back to all openings.
_NAVIGATION = re.compile(
    r"(?:share|save|print|menu|home|jobs|ended|(?:easy|quick) apply|welcome page|show more)"
    r"|(?:apply|search|browse|view|see|log|sign|skip|back|share|save|print|click|download|report|e-?mail)"
    r"(?: (?:now|here|online|in|up|out|to|all|our|the|this|similar|more|for|us|jobs?|positions?|openings?"
    r"|vacanc(?:y|ies)|careers?|content|search|results?|page|list|posting|listing|friend|application|form|home))+"
    r"|(?:(?:current|open|latest|all|our|available) ){1,2}(?:(?:job|career) )?"
    r"(?:openings|postings|vacancies|positions|opportunities|jobs)",
    re.IGNORECASE,
)
# Words that any employer and its parts may be called by: what has no others is no name.
_GENERIC = re.compile(
    r"(?:(?:agency|authority|board|branch(?:es)?|church|city|clinic|college|community|company|corporation|council"
    r"|county"
    r"|department|district|division|employees?|employer|executive|firm|foundation|general|group|hall|head|headquarters"
    r"|health|hospital|hotel|housing|hr|human|institut(?:e|ion)|jobs?|librarians?|librar(?:y|ies)|local|museum|nursery"
    r"|office|organi[sz]ation|people|practice|primary|programm?e?|project|public|resources|restaurant|schools?|section"
    r"|secondary|services?|shop|society|state|station|store|talent|team|the|theat(?:re|er)|town|trust|union|unit"
    r"|university|village|works|internship|apprenticeship|fellowship|residency|campus|high|middle|elementary|our|of|and"
    r"|for|at|about|calendar|contact|employment|families|news|parents|staff|students|contract|english|french"
    r"|german|italian|mandarin|polish|portuguese|spanish|welsh)(?:\s|\Z))+",
    re.IGNORECASE,
)
# How a fact of the job ends, such as Housing offered.
_ENDS_FACT = re.compile(
    r" (?:offered|provided|available|required|included|preferred|needed|welcome|negotiable|vacant|wanted|to|of|for|by"
    r"|per week)\Z",
    re.IGNORECASE,
)
# The words for jobs that employers are called by too.
_NAMES_MANY = re.compile(
    r"co-?operatives?|executive|crew|guard|hosts?|partners?|makers?|bakers?|growers?|farmers?|painters?|hand"
    r"|hands|keepers?"
    r"|fellows|brokers|rangers|lawyers|solicitors|surveyors|architects|engineers|designers|consultants|trainers",
    re.IGNORECASE,
)
_ARTICLED = re.compile(r"The [A-Z][\w'’-]{2,30} (?:is|are) (?:an?|committed|recruiting|hiring|looking)\b")
_NUMBERED = re.compile(r" No\. ?\d{1,4}\Z|\b911\b")  # Elm Water District No. 2
_GRADE = re.compile(r" (?:I{1,3}|IV|V|\d)\Z")  # Maintenance Worker II
_BEFORE_OF = re.compile(r" (?:of|in|for) ")
_MOST_WORDS = 7
_DOCUMENT = re.compile(
    r"\b(?:(?:job|position|role) (?:description|posting|announcement|opening|details|vacancy)|total funding"
    r"|(?:application|information|recruitment|candidate) (?:form|pack|guide|booklet)|person specification)\Z"
    r"|\A(?:career|job)s? (?:cent(?:er|re)|site|portal|board)\b",
    re.IGNORECASE,
)
_BOARD = re.compile(r" Board of (?:Trustees|Directors|Governors|Commissioners|Management)\Z")
_SENTENCE_WITHIN = re.compile(r"(?<=[a-z]{4})\. ")  # the end of one within what looks like a name
_END = re.compile(r"(?: (?:of|and|for|the|de|la|des|du|y|und|&|This|These|The|It|They|We|You|Our|All)){1,4}\Z")


def trim_name(name: str) -> str:
    """A name without the words after it that lead on, such as And."""
    return _END.sub("", name)


def drop_board(name: str) -> str:
    """A name without the board that governs it: Elm College, for Elm College Board of Trustees."""
    return _BOARD.sub("", name)


def names_job(name: str, title: str) -> bool:
    """Whether a name is that of the job, as the title has it: the Line Cook prepares."""
    return bool(OCCUPATION.search(name)) and name.casefold() in title.casefold()


def is_generic_name(name: str) -> bool:
    """Whether a name has only words that any employer or its parts may be called by: Library Headquarters."""
    return bool(_GENERIC.fullmatch(name))


def is_occupation(name: str) -> bool:
    """Whether a name is that of a job: Town Clerk, Researcher in Snow."""
    words = _GRADE.sub("", _BEFORE_OF.split(name, maxsplit=1)[0]).split()
    is_job = bool(words and OCCUPATION.fullmatch(words[-1])) and not _NAMES_MANY.fullmatch(words[-1])
    return is_job and not EMPLOYER_WORD.search(name)


def is_articled(match: re.Match[str], name: str) -> bool:
    """Whether a name that The belongs to is said to be something."""
    is_said = _ARTICLED.match(match[0].lstrip(".!?: "))
    return bool(is_said) and not is_generic_name(name) and can_begin(name.removeprefix("The "))


def clean_name(name: str) -> str:
    """A name without the words before and after it that belong to its sentence."""
    name = trim_name(name).rstrip(".,")
    name = drop_board(_SENTENCE_WITHIN.split(name)[0])
    name = re.sub(r"^(?:About|At|Join|Why|Meet|Website) ", "", name)
    return re.sub(r"^The (?=[A-Z][\w-]+ [A-Z])|^The (?=\w+ of )", "", name)


def can_begin(name: str) -> bool:
    """Whether a name's first word can be one: a number or first word such as New can, before another name."""
    first, _, rest = name.partition(" ")
    return not _NO_NAME.fullmatch(first) or (first in ("First", "New", "One", "Two", "Three") and rest[:1].isupper())


def can_be_name(name: str) -> bool:
    """Whether a piece of a line can be a name by its words, their letters and their number."""
    words = name.split()
    if any(words.search(name) for words in (_DOCUMENT, _ENDS_FACT)) or _NAVIGATION.fullmatch(name):
        return False
    if is_generic_name(name) or is_occupation(name) or len(name) <= _SHORTEST_NAME:
        return False
    is_short = 0 < len(words) <= _MOST_WORDS and name[:1].isupper() and len(_LOWER.findall(name)) <= 1
    return (
        is_short
        and not re.search(r"[\d:!?@]|\.$", _NUMBERED.sub("", name))
        and sum(word[0].isupper() for word in words) * 2 >= len(words)
    )
