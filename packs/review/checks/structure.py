"""What a posting opens with, how much it asks for, and whether its years agree with the level."""

import re
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from packs.posting.facts import HEADING, YearsRange, make_finder
from packs.posting.value import Kind, Passage, Posting, PostingLine, PostingSection
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.job_cues import is_head, is_senior
from packs.review.measures import find_sentences
from packs.review.sources import read_limit

_ABOUT_US = re.compile(
    r"(?:about (?:us|(?:our|the) company)|who we are|our (?:story|company)|company (?:overview|profile))\b",
    re.IGNORECASE,
)
_TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|two|three|four|five"
_COMPANY_FIRST = re.compile(
    r"(?:founded|established|headquartered|based) in\b|family[- ](?:owned|run) since\b|(?-i:Welcome to [A-Z])"
    r"|(?:located|situated|nestled) in [^.,]{3,60}, (?-i:(?:the |our )?[A-Z])"
    r"|we (?:are|were|have been) (?:a|an|the|one of)\b|(?:for|since)"
    rf" (?:over |more than |nearly |almost )?(?:\d+|{_TENS}) (?:years?|decades?),? (?:we|our|the|[A-Z])"
    r"|our (?:company|firm|organi[sz]ation|practice|agency|business|store|shop|school|clinic|hospital|mission)\b"
    r"|an? (?:[\w-]+,? ){0,4}?(?:business|company|firm|agency|practice|charity|non-?profit|manufacturer"
    r"|provider|retailer|restaurant|hotel|bakery|studio)(?= (?:that|which|with|operating|based|founded|established"
    r"|serving|since|in|of)\b|,)"
    r"|(?-i:At [A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4}),? (?:we|our|it['’]?s)\b",
    re.IGNORECASE,
)
# A name at the start, and what its bearer is or does: "Rose and Sons is the leading florist of the county".
_NAME_FIRST = re.compile(
    r"\A(?:At |The )?(?P<name>[A-Z][\w&'’.-]*(?:,? (?:[A-Z&][\w&'’.-]*|of|and|the|for|de|la|du|y|und"
    r"|\d+))*)(?: \([^)]*\))?,?(?: (?:an?|the) [a-z][^,.]{2,60},)?(?: (?:group|company|school|trust|team"
    r"|centre|center))?(?: of \d+ [a-z]+)? "
    r"(?P<verb>is|are|was|has|have|makes?|helps?|builds?|runs?|sells?|serves?|provides?|offers?|operates?|designs?"
    r"|owns?|keeps?|opened|began|started|grew|translates?|brings?|gives?"
    r"|works?|supplies|ships?|feeds?|delivers|strives|aims|teaches|trains|cares|manufactures|creates|connects|speciali[sz]es"
    r"|employs|represents|[a-z]{3,}(?:s|ed)(?= (?:the|a|an|our|its|their|for|in|to|with|about|over|more"
    r"|\d|people|children|homes|food|shops|software|money)\b))\b"
)
_SEEKS = re.compile(
    r"\b(?:is|are) (?:now |currently |actively )?(?:looking|on the (?:search|look-?out|hunt)|adding|seeking"
    r"|hiring|recruiting|searching|accepting"
    r"|inviting|filling|taking on"
    r"|growing (?:its|our|the) team|pleased to|proud to announce|responsible|expected)|\b(?:"
    r"(?:seek|need|want)s?(?! to (?!hire|add|recruit|fill))"
    r"|invites?|requires?|wishes|hires?|recruits?|has (?:an? )?(?:opening|vacanc|opportunit|need|position)"
    r"|have (?:an? )?(?:opening|vacanc)|is (?:an?|the) (?:\w+ ){0,3}(?:role|job|position|post))\b|\byou(?:r|['’]ll)?\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:this|these|that|those|the|a|an|it|its|we|our|us|you|your|i|in|at|on|for|if|as|when|what|who|where|how|to"
    r"|do|does|are|is|join|come|help|work|under|reports|reporting|position|role|job|title|department|location"
    r"|salary|pay|schedule|hours|there|every|each|all|no|some|two|three|four|one|both|here|most|after|before|with"
    r"|from|by|summary|note|about|monday|tuesday|wednesday|thursday|friday|saturday|sunday|he|she|they|his|her"
    r"|applicants|candidates)$",
    re.IGNORECASE,
)
_NEAR = 48  # characters before years, that say what they are
_PROSE = 8  # words, of a line that says something; fewer are a label
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_YEARS = re.compile(
    rf"\b(?P<low>{_NUMBER})(?:\s*(?:-|–|—|to)\s*(?P<high>{_NUMBER}))?(?:\s*\+|\s+or more)?\s*(?:years"
    rf"|yrs)\b(?!\s+(?:old|of age|(?:or|and) (?:older|over|above)\b|minimum))",
    re.IGNORECASE,
)
_find_years = make_finder(_YEARS)
_ENDS = re.compile(rf"\A({_NUMBER})(\s*(?:-|–|—|to)\s*)({_NUMBER})", re.IGNORECASE)
_EXPERIENCE = re.compile(r"[ of'’]{0,5}(?:experience|in a similar role|as an? \w+|track record)", re.IGNORECASE)
_ENTRY = re.compile(r"\b(?:entry[- ]level|junior|trainee|intern|apprentice)\b", re.IGNORECASE)
_MOST_FOR_ENTRY, _MANY, _MANY_FOR_SENIOR = 2, 8, 12  # years, our own figures
# Years of an age, or at most so many, are not asked for.
_NOT_ASKED = re.compile(
    r"\bage(?:d|s)?\b[^;]{0,40}$"
    r"|\b(?:(?:not|no) (?:more|older|longer) than|max(?:imum)?\.?(?: of)?|up to|under|below) $",
    re.IGNORECASE,
)


class YearsAsked(msgspec.Struct, frozen=True):
    """The years that a line asks for: where they are in it, the lowest number, and the highest or None."""

    passage: Passage
    span: tuple[int, int]
    low: int
    high: int | None


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
    if match and passage:
        yield check.mark_words(
            passage,
            match.span(),
            "The posting opens with the company.",
            suggestion="Open with what the person will do, and move the company further down.",
        )


def _match_company(line: Passage, posting: Posting) -> re.Match[str] | None:
    """The words by which a line speaks of the company before it says a word of the job."""
    if line.kind not in (Kind.ABOUT, Kind.COMPANY, Kind.OTHER):
        return None
    found = _COMPANY_FIRST.match(line.text) or _ABOUT_US.match(line.text)
    if found:
        return None if _SEEKS.search(line.text, 0, _end_of_first(line.text)) else found
    if line.kind is Kind.COMPANY:
        found = _match_first_sentence(line.text)
        is_headed = bool(posting.sections[line.section].heading)
        if is_headed or (found and not _names_role(line.text.split()[:2], posting.title)):
            return found
    match = _match_name(line.text, posting.company.strip()) or _NAME_FIRST.match(line.text)
    if match is None or _SEEKS.search(line.text, match.start("verb"), _end_of_first(line.text)):
        return None
    is_named = match["name"] == posting.company
    words = match["name"].split()
    is_common = len(words) == 1 and not is_named and match["verb"] not in ("is", "was")
    if _NO_NAME.match(words[0]) or (not is_named and (is_common or _names_role(words, posting.title))):
        return None
    return match


def _match_first_sentence(text: str) -> re.Match[str] | None:
    """The first sentence of a text about the company, without its sign, if it doesn't say who is wanted."""
    if _SEEKS.search(text, 0, _end_of_first(text)):
        return None
    return re.compile(r"\A.{20,}?(?=[.!](?:\s|\Z))", re.DOTALL).match(text, 0, _end_of_first(text))


def _is_prose(text: str) -> bool:
    """Whether a line says something; a line of facts under the title has no sentence in it."""
    return len(text.split()) >= _PROSE and ("." in text or "!" in text) and not text.isupper()


def _match_name(text: str, company: str) -> re.Match[str] | None:
    """The company's own name at the start of a line, and the verb after it."""
    if not company:
        return None
    return re.match(rf"(?:At |The )?(?P<name>{re.escape(company)})(?: \([^)]*\))?,? (?P<verb>[a-z]+)", text)


def _names_role(words: list[str], title: str) -> bool:
    """Whether the first words of a line are those of the job: Interpreters make..., for a Court Interpreter."""
    own = {word.lower().rstrip("s") for word in title.split()}
    return any(word.lower().rstrip("s") in own for word in words)


def _end_of_first(text: str) -> int:
    return next((end for _, end in find_sentences(text)), len(text))


def find_must_haves(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where more lines are required than the profile accepts, on the first line too many."""
    required = [passage for passage in posting.of_kind(Kind.REQUIRED) if not passage.is_boilerplate]
    most = int(read_limit("rolebook-must-haves"))
    if len(required) > most:
        surplus = required[most]
        yield check.mark_words(
            surplus,
            (0, len(surplus.text)),
            _("%(count)s must-haves. By our own rule of thumb, more than %(most)s look like a wish list.")
            % {"count": len(required), "most": most},
            suggestion=_("Move what can be learned on the job to nice-to-have, or drop it."),
        )


def find_years(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for years that contradict other years, the level, or an entry-level title."""
    asked = [*asked_years(posting)]
    for ask in asked:
        if ask.high is not None and ask.high < ask.low:
            words = ask.passage.text[slice(*ask.span)]
            text = _ENDS.sub(r"\3\2\1", words)
            yield _make_years_finding(check, ask, "The range runs backward.", replacement=text)
    top = max(asked, key=lambda ask: ask.low, default=None)
    if top is None:
        return
    level = posting.years
    if (level and level.high is not None and top.low > level.high) or (
        level and level.low is not None and all(ask.high is not None and ask.high < level.low for ask in asked)
    ):
        yield _against_level(check, top, posting, level)
    elif _ENTRY.search(f"{posting.title} {posting.level}") and top.low > _MOST_FOR_ENTRY:
        yield _make_years_finding(
            check, top, f"An entry-level job that asks for {top.low} years.", suggestion="Ask for none, or for 1-2."
        )
    elif level is None and top.low >= (_MANY_FOR_SENIOR if is_senior(posting) else _MANY) and not is_head(posting):
        yield _make_years_finding(
            check,
            top,
            f"{top.low} years is a lot for this title.",
            suggestion="Ask for the least that the work needs, or say what the person should have done.",
        )


def asked_years(posting: Posting) -> Iterator[YearsAsked]:
    """The years of experience that the requirements ask for, and those in other lines about experience."""
    for passage in posting.passages:
        required = passage.kind is Kind.REQUIRED
        if passage.is_boilerplate or passage.kind not in (Kind.REQUIRED, Kind.ABOUT, Kind.OTHER):
            continue
        for match in _YEARS.finditer(passage.text) if passage.find_once(_find_years) else ():
            if _NOT_ASKED.search(passage.text, max(0, match.start() - _NEAR), match.start()):
                continue
            if required or _EXPERIENCE.match(passage.text, match.end()):
                high = _parse_number(match["high"]) if match["high"] else None
                low = _parse_number(match["low"])
                yield YearsAsked(passage, match.span(), low, high)


def _parse_number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower()) + 1


def _against_level(check: ReviewCheck, ask: YearsAsked, posting: Posting, level: YearsRange) -> Finding:
    years = f"{level.low}-{level.high}" if None not in (level.low, level.high) else f"{level.low or level.high}"
    text = f"{years} years" if level.high is not None else f"{years}+ years"
    of = f"The level {posting.level}" if posting.level else "The role"
    advice = f"Write {text} if the level is right, or pick the level that the text is for."
    return _make_years_finding(check, ask, f"{of} has {text} in its kit.", suggestion=advice)


def _make_years_finding(
    check: ReviewCheck, ask: YearsAsked, message: str, *, suggestion: str = "", replacement: str | None = None
) -> Finding:
    advice = suggestion or f"Write: {replacement}."
    return check.mark_words(ask.passage, ask.span, message, suggestion=advice, replacement=replacement)


def _example_with_opening(heading: str, text: str) -> Posting:
    sections = (PostingSection(kind=Kind.ABOUT, heading=heading, lines=(PostingLine(text, bullet=False),)),)
    return Posting(title="Data Analyst", sections=sections)


def _example_with_asks(text: str) -> Posting:
    lines = (PostingLine(text),)
    sections = (PostingSection(kind=Kind.REQUIRED, lines=lines),)
    return Posting(title="Data Analyst", level="Mid", years=YearsRange(3, 5), sections=sections)


_SKILLS = [
    "Read SQL.",
    "Write a report.",
    "Clean a table.",
    "Draw a chart.",
    "Ask why.",
    "Test a claim.",
    "Keep notes.",
]
STRUCTURE_CHECKS = (
    ReviewCheck(
        id="opens-with-about-us",
        name="Opens with About us",
        looks_for="A first section or sentence about the company.",
        why="Readers decide early whether to go on. They came for the job.",
        severity=FindingSeverity.NOTICE,
        source="schmidt-2015",
        find=find_about_us,
        raises=_example_with_opening("About us", "Our shops sell tea."),
        passes=_example_with_opening("About this role", "You will count the tea of six shops."),
    ),
    ReviewCheck(
        id="too-many-must-haves",
        name=gettext_noop("Too many must-haves"),
        looks_for="More than twelve required lines.",
        why=gettext_noop(
            "A long list keeps away people who could do the job. One weak source sets the limit at seven; good "
            "postings for trades and government jobs have more, so our own limit is twelve."
        ),
        severity=FindingSeverity.WARNING,
        source="beefed",
        find=find_must_haves,
        raises=build_example_posting(required=[*_SKILLS, *_SKILLS]),
        passes=build_example_posting(required=_SKILLS),
        in_every_language=True,
    ),
    ReviewCheck(
        id="years",
        name="Years of experience",
        looks_for=(
            "Years that run backward, lie outside the level's range, contradict an entry level, or are too many "
            "for the title."
        ),
        why="It tells people at the right level not to apply.",
        severity=FindingSeverity.WARNING,
        source="van-iddekinge-2019",
        find=find_years,
        raises=_example_with_asks("10+ years of work with data."),
        passes=_example_with_asks("3-5 years of work with data."),
    ),
)
