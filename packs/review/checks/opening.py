"""What a posting opens with: the job, or the company."""

import re
from collections.abc import Iterator

import msgspec

from packs.posting.facts import HEADING, TextSpans
from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck
from packs.review.finding import Finding
from packs.review.measures import find_sentences

_ABOUT_US = re.compile(
    r"(?:about (?:us|(?:our|the) company)|who we are|our (?:story|company)|company (?:overview|profile))\b",
    re.IGNORECASE,
)
_TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|two|three|four|five"
_COMPANY_FIRST = re.compile(
    r"(?:founded|established|headquartered|based) in\b|family[- ](?:owned|run) since\b|(?-i:Welcome to [A-Z])"
    r"|(?:located|situated|nestled) in [^.,]{3,60}, (?-i:(?:the |our )?[A-Z])"
    r"|we (?:are|were|have been) (?:a|an|the|one of)\b"
    r"|as (?:an?|the|one of) [^,.]{3,80}, (?:we\b|(?-i:(?!You)[A-Z]))"
    r"|we(?: are|['’]re) (?-i:(?!Hiring|Looking|Seeking|Recruiting|Now|Currently|Growing)[A-Z][a-z]+)\b|(?:for|since)"
    rf" (?:over |more than |nearly |almost )?(?:\d+|{_TENS}) (?:years?|decades?),? (?:we|our|the|[A-Z])"
    rf"|(?:with|after) (?:over |more than |nearly |almost )?(?:\d+|{_TENS}) (?:years|decades)"
    r"(?: (?:of|in) [a-z ]{3,40})?, (?:we|our|(?-i:[A-Z]))"
    r"|our (?:company|firm|organi[sz]ation|practice|agency|business|store|shop|school|clinic|hospital|mission|inn|hotel"
    r"|restaurant|caf[eé]|bakery|brewery|farm|charity|college|university|museum|studio|salon|brand)\b"
    r"|an? (?:[\w-]+,? ){0,4}?(?:business|company|firm|agency|practice|charity|non-?profit|manufacturer"
    r"|provider|retailer|restaurant|hotel|bakery|studio)(?= (?:that|which|with|operating|offering|providing|selling"
    r"|making|based|founded|established"
    r"|serving|since|in|of)\b|,)"
    r"|(?-i:(?:At|Here at) [A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4}),? (?:we|our|it['’]?s)\b",
    re.IGNORECASE,
)
# A name at the start, and what its bearer is or does: "Rose and Sons is the leading florist of the county".
_NAME_FIRST = re.compile(
    r"\A(?:At |The )?(?P<name>[A-Z][\w&'’.-]*(?:,? (?:[A-Z&][\w&'’.-]*|of|and|the|for|de|la|du|y|und"
    r"|\d+))*)(?: \([^)]*\))?,?(?: (?:an?|the) [a-z][^,.]{2,60},)?(?: (?:group|company|school|trust|team"
    r"|centre|center))?(?: of \d+ [a-z]+)? "
    r"(?P<verb>is|are|was|has|have|makes?|helps?|builds?|runs?|sells?|serves?|provides?|offers?|operates?|designs?"
    r"|owns?|keeps?|opened|began|started|grew|translates?|brings?|gives?"
    r"|works?|supplies|ships?|feeds?|delivers|strives|aims|teaches|trains|cares|manufactures|creates|connects"
    r"|speciali[sz]es"
    r"|employs|represents|(?!responsibilit|duties|tasks|openings)"
    r"[a-z]{3,}(?:s|ed)(?= (?:the|a|an|our|its|their|for|in|to|with|about|over|more"
    r"|\d|people|children|homes|food|shops|software|money)\b))\b"
)
# A name, what its bearer is, and what it does: "Rose and Sons, a family firm since 1920, ties flowers".
_NAME_APART = re.compile(
    r"\A(?:At |The )?(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z&][\w&'’.-]*|of|and|the|for))*)"
    r", (?:an?|the|one of|part of|formerly)"
    r" [^,.]{2,80}, (?P<verb>[a-z]{2,}(?:s|ed))\b"
)
# A name, a dash, and what its bearer is: "Rose and Sons - A family firm that ties flowers".
_NAME_DASHED = re.compile(
    r"\A(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z&][\w&'’.-]*|of|and|the|for)){0,8})"
    r"(?P<verb> [-–—] (?:An?|One of|The (?!(?:\w+ ){0,3}(?:role|job|position|post)\b)) ?[\w-]+)"
)
_SEEKS = re.compile(
    r"\b(?:is|are) (?:now |currently |actively )?(?:looking|on the (?:search|look-?out|hunt)|adding|seeking"
    r"|hiring|recruiting|searching|accepting"
    r"|inviting|filling|taking on"
    r"|growing (?:its|our|the) team|pleased to|responsible|expected"
    r"|(?:\w+ )?(?:excited|delighted|thrilled|happy|proud|keen|eager) to (?:welcome|offer|announce|invite"
    r"|advertise|hire|recruit|add)"
    r")|\b(?:"
    r"(?:seek|need|want)s?(?! to (?!hire|add|recruit|fill))"
    r"|invites?|requires?|wishes|hires?|recruits?"
    r"|ha(?:s|ve) (?:(?:an?|one|two|three|several|multiple|some|\d+) )?(?:\w+ ){0,2}"
    r"(?:openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|needs?|positions?)"
    r"|is (?:an?|the) (?:\w+ ){0,3}(?:role|job|position|post))\b|\byou(?:r|['’]ll)?\b|\bequal[- ]opportunity\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"\A[^.!?]{1,60}!\s+(?=\S)")
_NO_NAME = re.compile(
    r"(?:this|these|that|those|the|a|an|it|its|we|our|us|you|your|i|in|at|on|for|if|as|when|what|who|where|how|to"
    r"|do|does|are|is|join|come|help|work|under|reports|reporting|position|role|job|title|department|location"
    r"|salary|pay|schedule|hours|there|every|each|all|no|some|two|three|four|one|both|here|most|after|before|with"
    r"|from|by|summary|note|about|monday|tuesday|wednesday|thursday|friday|saturday|sunday|he|she|they|his|her"
    r"|applicants|candidates|looking(?: for)?|seeking|hiring|wanted|needed)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?i:section|branch|team|unit|division|department|office)\s?:\s{1,3}"
    r"(?P<name>[A-Z][a-z]+(?: [A-Z&][\w&]{0,20}){1,4})"
)
_ENDS = re.compile(r"[.!?…][\"”’)*]{0,3}(?:\s{1,3}[^\w\s]{0,3}[A-Z]|\s{0,3}\Z)")  # a sentence; not 0.8, not no. 8
# What stands after the role in a title: its company, place or unit.
_AFTER_ROLE = re.compile(r"(?:,| at| @| [-–—|]) ")
_CHEER = re.compile(r"\A(?!Welcome\b)[^.!?]{1,80}!\s*\Z")  # a line that says one thing aloud
_PROSE = 8  # words, of a line that says something; fewer are a label


def find_about_us(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where the first section with lines is about the company."""
    first = next((number for number, section in enumerate(posting.sections) if section.lines), None)
    if first is None:
        return
    section, name = posting.sections[first], re.escape(posting.company.strip())
    match = _ABOUT_US.match(section.heading) or (
        re.match(rf"about {name}\b", section.heading, re.IGNORECASE) if name else None
    )
    passage: Passage | None = Passage(first, HEADING, section.kind, section.heading)
    if match is None:
        passage = next((line for line in posting.passages if _is_prose(line.text)), None)
        match = _match_company(passage, posting) if passage else None
    start = 0
    if passage and match is None:
        start = _end_of_greeting(passage.text)
        rest = msgspec.structs.replace(passage, text=passage.text[start:])
        match = _match_company(rest, posting) if start else None
    if match and passage:
        yield check.mark_words(
            passage,
            (start + match.start(), start + match.end()),
            "The posting opens with the company.",
            suggestion="Open with what the person will do, and move the company further down.",
        )


def _end_of_greeting(text: str) -> int:
    """Where the text after a greeting or a cheer such as "Hello!" starts; 0 without one."""
    greeting = _GREETING.match(text)
    return greeting.end() if greeting else 0


def _match_company(line: Passage, posting: Posting) -> re.Match[str] | None:
    """The words by which a line speaks of the company before it says a word of the job."""
    if line.kind not in (Kind.ABOUT, Kind.COMPANY, Kind.OTHER):
        return None
    found = _COMPANY_FIRST.match(line.text) or _ABOUT_US.match(line.text)
    if found:
        return None if _SEEKS.search(line.text, 0, _end_of_first(line.text)) else found
    is_unit = _opens_with_unit(posting, line.text)
    if line.kind is Kind.COMPANY and not is_unit:
        found = _match_first_sentence(line.text)
        is_headed = bool(posting.sections[line.section].heading)
        if is_headed or (found and not _names_role(line.text.split()[:2], posting.title)):
            return found
    match = (
        _match_name(line.text, posting.company.strip())
        or _NAME_FIRST.match(line.text)
        or _NAME_APART.match(line.text)
        or _NAME_DASHED.match(line.text)
    )
    if is_unit or match is None or _SEEKS.search(line.text, match.start("verb"), _end_of_first(line.text)):
        return None
    is_named = match["name"] == posting.company != posting.title
    words = match["name"].split()
    is_common = len(words) == 1 and not is_named and match["verb"] not in ("is", "was")
    if _NO_NAME.match(words[0]) or (not is_named and (is_common or _names_role(words, posting.title))):
        return None
    return match


def _opens_with_unit(posting: Posting, text: str) -> bool:
    """Whether a line opens with the part of the organization that the job is in: Section: Trade Rules."""
    units = (line.text[slice(*span)] for line in posting.passages for span in line.find_once(_find_units))
    return any(text.startswith(f"{name} ") and name != posting.company for name in units)


def _find_units(text: str) -> TextSpans:
    return tuple(match.span("name") for match in _UNIT.finditer(text))


def _match_first_sentence(text: str) -> re.Match[str] | None:
    """The first sentence of a text about the company, without its sign, if it doesn't say who is wanted."""
    if _SEEKS.search(text, 0, _end_of_first(text)):
        return None
    return re.compile(r"\A.{20,}?(?=[.!](?:\s|\Z))", re.DOTALL).match(text, 0, _end_of_first(text))


def _is_prose(text: str) -> bool:
    """Whether a line says something; a line of facts under the title, or a slogan, has no sentence in it."""
    return len(text.split()) >= _PROSE and bool(_ENDS.search(text)) and not (_CHEER.match(text) or text.isupper())


def _match_name(text: str, company: str) -> re.Match[str] | None:
    """The company's own name at the start of a line, and the verb after it."""
    if not company:
        return None
    return re.match(rf"(?:At |The )?(?P<name>{re.escape(company)})(?: \([^)]*\))?,? (?P<verb>[a-z]+)", text)


def _names_role(words: list[str], title: str) -> bool:
    """Whether the first words of a line are those of the job: Interpreters make..., for a Court Interpreter."""
    own = {word.lower().rstrip("s") for word in _AFTER_ROLE.split(title, maxsplit=1)[0].split()}
    return any(word.lower().rstrip("s") in own for word in words)


def _end_of_first(text: str) -> int:
    return next((end for _, end in find_sentences(text)), len(text))
