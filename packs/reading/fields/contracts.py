"""The kind of contract and of workplace that the words of a posting name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from packs.posting.facts import Employment, Workplace

_EMPLOYMENT = (
    (
        Employment.FULL_TIME,
        re.compile(
            r"\b(?:full|whole)[- ]?time\b(?![- ]equivalent)|(?-i:(?:(?<=: )|\A)FT\b)|\b1\.0 FTE\b"
            r"|\bfull (?:or|and) part[- ]time|(?-i:\bFT ?[/&] ?PT\b)"
            r"|\bjornada completa\b|\bvollzeit\b"
            r"|\btemps plein\b",
            re.IGNORECASE,
        ),
    ),
    (
        Employment.PART_TIME,
        re.compile(
            r"\bpart[- ]?time\b|(?-i:\bFT ?[/&] ?PT\b)|(?-i:(?:(?<=: )|\A)PT\b)"
            r"|\b0\.\d{1,2} [FW]TE\b|\bFTE:? 0\.\d"
            r"|\bmedia jornada\b|\bteilzeit\b|\btemps partiel\b",
            re.IGNORECASE,
        ),
    ),
    (
        Employment.TEMPORARY,
        re.compile(
            r"\btemporary\b|\b(?:fixed|limited)[- ](?:term|duration)\b"
            r"|\bseasonal\b(?!,| (?:[\w-]+ ){0,2}(?:raises?|bonus|menus?|events?"
            r"|produce|tasks|work ?load|demand|changes|structure))|\bbefristet\b|\bmaternity cover\b",
            re.IGNORECASE,
        ),
    ),
    (
        Employment.CONTRACTOR,
        re.compile(
            r"\b(?:sub)?contractor\b|\bfreelance\b|(?:^|[:·|(,–—-])\s*contract\b"
            r"(?!\s?[:/]| (?:type|length|perm|full|part|temp|fixed))"
            r"|\b\w+[- ]month contract\b|\bcorp[- ]to[- ]corp\b|\bIR35\b",
            re.IGNORECASE,
        ),
    ),
    (Employment.INTERN, re.compile(r"\bintern(?:ship)?\b", re.IGNORECASE)),
)
_DENIED = re.compile(r"\b(?:not|no|rather than|job shar\w*|if)\b", re.IGNORECASE)
_WORKPLACE = (
    (
        Workplace.HYBRID,
        re.compile(
            r"\bhybride?s?\b|days (?:a week |per week |each week )?(?:in|at) (?:the office|home)"
            r"|days (?:\w+ ){0,3}from home"
            r"|telework|\bhome[- ]working\b|\bblended\b|\bteletrabajo\b|\band home\b|\bhome on \w+ days\b"
            r"|\bhome office\b|\band (?:one|two|three|the rest) (?:at|from) home\b",
            re.IGNORECASE,
        ),
    ),
    (Workplace.REMOTE, re.compile(r"\bremote\b|\bwork(?:ing)? from home\b|\bhome[- ]based\b", re.IGNORECASE)),
    (
        Workplace.ON_SITE,
        re.compile(r"\bon[- ]?site\b|\bin[- ]person\b|\bwork from office\b|\bin the office\b", re.IGNORECASE),
    ),
)
# In a sentence, words for a workplace may be about something else, such as remote sensing or a hybrid car.
_SENTENCE = (
    (
        Workplace.HYBRID,
        re.compile(
            r"\b(?:work(?:s|ing)?|role|job|position|post|team) (?:is |are |in a )?hybrid\b|\bhybrid (?:work|role"
            r"|position"
            r"|job|model|pattern|schedule|setup|arrangement)|\bdays (?:a|per|each) week (?:in|at|from) (?:the |our )?"
            r"(?:office|home)|\bdays (?:in the office|from home|at home)\b|(?:\A|[.;:] )hybrid\b"
            r"|\bdays? (?:a|per|each) week (?:[a-z]+ ){1,3}from home\b"
            r"|\bwork from home (?:for )?(?:up to )?(?:one|two|three|four|\d)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Workplace.REMOTE,
        re.compile(
            r"\bfully remote\b|\b(?:role|job|position|work|post|team) is (?:fully )?remote\b|\bremote (?:role"
            r"|position|job|team"
            r"|company|work(?! experience))|\bwork(?:ing)? (?:remotely|from home)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Workplace.ON_SITE,
        re.compile(
            r"\b(?:is|work|works|working|based) (?:fully )?on[- ]?site\b|\bon[- ]site (?:role|job|position)",
            re.IGNORECASE,
        ),
    ),
)


# What stands in every line that one of the expressions finds something in: looking for it first is quicker by far.
_EMPLOYMENT_HINTS = (
    *("time", "tiempo", "temp", "zeit", "fixed", "season", "befrist", "cover", "contract", "freelance", "corp"),
    *(": pt", ": ft", "ft/pt", "ft / pt", "ft & pt", "fte", "ir35", "intern", "jornada"),
)
_WORKPLACE_HINTS = (
    *("hybrid", "home", "office", "telework", "blended", "teletrabajo", "remote", "site", "in-person", "in person"),
)


_HOURS = frozenset((Employment.FULL_TIME, Employment.PART_TIME))
_JOB_HINTS = ("time", "tempor", "fixed", "season")
_LONGEST_READ = 2_000  # characters of a line that are looked at
_CONTRACT_WORD = r"(?:full|part)[- ]time|temporary|fixed[- ]term|seasonal"
_JOB_WORD = r"(?:positions?|roles?|posts?|jobs?|contracts?|appointments?|vacanc(?:y|ies)|opportunit(?:y|ies))"
# What a sentence calls the job, and not others who work there.
_JOB_IS = (
    re.compile(
        rf"\b(?:{_CONTRACT_WORD})\b(?:(?:(?:,| or| and)? |/)[\w-]{{1,30}}){{0,3}}? {_JOB_WORD}\b(?! experience)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:position|role|post|job|appointment|contract|vacancy)s? (?:is|are|will be)"
        rf" (?:[\w-]+,? ){{0,3}}?(?:{_CONTRACT_WORD})\b(?: (?:and|or|to|,) (?:{_CONTRACT_WORD})\b)?",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?i:full|part)[- ](?i:time) (?i:work)\b(?! experience)"),
    re.compile(rf"\b(?:position|role|post|job) \d{{1,2}}\s?[:–-]\s?(?:{_CONTRACT_WORD})\b", re.IGNORECASE),
    re.compile(
        r"\b(?:[Ss]eek(?:s|ing)|[Hh]iring|[Rr]ecruiting|looking for|to (?:hire|recruit)|\d x)"
        r" (?:an? |two |three |new )?(?i:full|part)[- ](?i:time) \w"
    ),
)


_AMONG_FACTS = re.compile(r"(?:\A|, )(?:full|part)[- ]time(?=[,.;]|\Z)", re.IGNORECASE)
_SHORT_LINE = 80  # characters
_EITHER = re.compile(
    r"\Afull(?:[- ]time)?\s?(?:/|or)\s?part[- ]time:\s", re.IGNORECASE
)  # a label, of which one follows


def find_workplace(facts: Iterable[str], sentences: Iterable[str]) -> Workplace | None:
    """The workplace named in a fact, or else in a sentence; None where neither names one."""
    facts, sentences = (_choose_lines(lines, _WORKPLACE_HINTS) for lines in (facts, sentences))
    named = next((place for place, words in _WORKPLACE if any(map(words.search, facts))), None)
    return named or next((place for place, words in _SENTENCE if any(map(words.search, sentences))), None)


def find_employment(facts: Iterable[str], sentences: Sequence[str], said: Iterable[str] = ()) -> tuple[Employment, ...]:
    """The kinds of contract named in the facts, or else in the sentences about the job; () where none is. Of the hours
    and of the kind of contract, what the facts don't name is that which a sentence of `said` calls the job: This is a
    full-time post.
    """
    found = set(_list_employment(_EITHER.sub("", fact, count=1) for fact in facts))
    if found and not found.isdisjoint(_HOURS) and not found <= _HOURS:
        return _order(found)
    plain = set(_list_employment([part for line in said for part in _list_plain(line)]))
    hours, kinds = (plain & _HOURS if found.isdisjoint(_HOURS) else set()), plain - _HOURS if found <= _HOURS else set()
    return _order(found | hours | kinds) or _list_employment(sentences)


def _order(kinds: set[Employment]) -> tuple[Employment, ...]:
    return tuple(kind for kind, _ in _EMPLOYMENT if kind in kinds)


def _list_plain(line: str) -> Iterator[str]:
    """The parts of a line that call the job something: a full-time post, the role is temporary."""
    lower = line.lower()
    if any(hint in lower for hint in _JOB_HINTS):
        if len(line) <= _SHORT_LINE and (fact := _AMONG_FACTS.search(line)):
            yield fact[0].strip(", ")
        yield from (match[0] for words in _JOB_IS for match in words.finditer(line[:_LONGEST_READ]))


def _choose_lines(lines: Iterable[str], hints: Sequence[str]) -> list[str]:
    """The lines that have one of the hints, which are in lower case."""
    return [line for line in lines if any(hint in lower for lower in [line.lower()] for hint in hints)]


def _list_employment(lines: Iterable[str]) -> tuple[Employment, ...]:
    lines = _choose_lines(lines, _EMPLOYMENT_HINTS)
    return tuple(kind for kind, words in _EMPLOYMENT if any(_names(words, line) for line in lines))


def _names(words: re.Pattern[str], line: str) -> bool:
    return any(not _DENIED.search(line[max(0, match.start() - 20) : match.start()]) for match in words.finditer(line))
