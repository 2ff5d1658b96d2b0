"""The employer that a posting names: by a label, under its title, or in the sentences that speak of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from unicodedata import normalize

from packs.reading.occupation_words import EMPLOYER_WORD, OCCUPATION

_WORD = r"[A-ZÀ-Þ][\w&'’.+-]{0,40}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|&|of|and|for|the|de|la|des|du|y|und)){{0,6}}"
# What stands between an employer's name and its verb: a short name, or its place.
_ASIDE = (
    r"(?: \([^()]{1,40}\))?(?: in [A-Z]\w+(?: [A-Z]\w+)?(?:, [A-Z]{2})?)?"
    r"(?:, (?:located|based|situated|an?|the|part|one) [^.;:,]{3,70},)?"
)
_CLIENT = re.compile(rf"\b[Oo]ur client,? ({_NAME})")
# Expressions for an employer's name, each with words one of which stands in every sentence that it finds something in.
_NAMED = (
    ((" has", " have"), re.compile(rf"(?:^|[.!?] )(?:For|Since) [^,.]{{3,40}}, ({_NAME}) ha(?:s|ve)\b")),
    (
        ("bout ", "t ", "oin ", "hy ", "elcome to ", "eet ", "ABOUT "),
        re.compile(
            rf"(?:\b[Aa]bout|(?<!based )\b[Aa]t|\b[Jj]oin|\b[Ww]hy|\b[Ll]ife at|\b[Ww]elcome to|\b[Mm]eet"
            rf"|\bABOUT) ({_NAME})"
        ),
    ),
    (
        ("s ", " are ", " have ", "S "),
        re.compile(
            rf"(?:^|[.!?:] )({_NAME}),?{_ASIDE} (?:is|was|are|has|needs|makes|runs|serves|helps|builds|sells"
            r"|looks|keeps|offers|provides"
            r"|operates|supplies|owns|seeks|invites|employs|hires|exists|acts|works|writes|designs|develops|does|gives"
            r"|pays|welcomes|values|believes|plans|needs|teaches|cares|grows|brings|publishes|produces|manages"
            r"|treats|NEEDS|IS|SEEKS|HAS|WANTS|OFFERS)\b"
        ),
    ),
    (("We are ", "We’re ", "We're "), re.compile(rf"(?:^|[.!?] )We(?: are|['’]re) (?:the )?({_NAME})")),
    (
        (" is a", " are a", " is com", " are com", " is pr", " are pr", "recruiting", "hiring", "looking"),
        re.compile(rf"({_NAME}) (?:is|are) (?:an?|committed|proud|recruiting|hiring|looking)\b"),
    ),
    (
        ("'s ", "’s "),
        re.compile(rf"({_NAME})(?:'s|’s) (?:mission|team|office|staff|people|policy|values|benefits)"),
    ),
)
_PUBLIC = re.compile(
    r"\b((?:Department|Ministry) (?:of|for)(?: the)? [A-Z][\w’'-]+(?:(?:,|,? and|,? &)? [A-Z][\w’'-]+){0,4}"
    r"|(?:City|Town|County|Village|Borough|Port|University|Municipality) of(?: the)?(?: [A-Z][\w’'-]+){1,3})"
)
_TOWN_WORD = (
    r"(?!(?:Public|Works|Parks?|Police|Fire|Water|Council|Hall|Human|City|Town|County|Office|Museum|Library|The)\b)"
    r"[A-ZÀ-Þ][\w’'-]{0,30}[a-zß-ÿ]"
)
_TOWN = rf"{_TOWN_WORD}(?: {_TOWN_WORD}){{0,2}}"
# What towns themselves and their schools and services are called.
_TOWN_EMPLOYER = re.compile(
    rf"\b(?:City|Town|Township|Village|Municipality|Borough) of ({_TOWN})"
    rf"|(?<![\w-])({_TOWN}) (?:(?:Parish|Town|Village|City|Community|Borough) Council|Township|[CU]?ISD|Public Schools"
    r"|(?:(?:Unified|Independent|City|Area) )?School District"
    r"|(?:Police|Fire|Highway|Public Works|Water|Parks) Department|Public Library)\b"
)
_OPENER = re.compile(rf"\A({_WORD}(?: (?:{_WORD}|&|of|and|the)){{1,6}}) [a-z]{{3,}}s\b")
_HOST = re.compile(r"(?:@|https?://)([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_SHORTEST_DOMAIN = 5
_LONGEST_ACRONYM = 4
_MOST_HOSTS, _MOST_VOTES = 20, 50  # that are looked at
_NO_NAME = re.compile(
    r"(?:this|the|our|your|an?|you|we|us|i|it|in|as|at|each|all|every|any|if|to|for|there|what|who|how|where|why|when|he"
    r"|she|they|these|those|that|position|role|job|post|work|pay|salary|benefits|applicants?|candidates?|experience"
    r"|knowledge|ability|employment|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|please|no|not|one|two|three|reporting|base"
    r"|candida\w+|compensation|travel|english|training|success\w*|responsib\w*|dut\w+|require\w*|equal|some|most|nothing|everyone"
    r"|location|department|team|hours|here|and|or|with|by|on|from|starting|full|part|permanent|remote|hybrid|summary"
    r"|essential|qualif\w+|interviews?|applications?|more|people|my|first|last|new|both|about|join|being|having|now"
    r"|internal|external|hiring|wanted|dear|hello|hi|yours|kind|vacancy|vacanc\w+|urgent\w*|immediate\w*|handovers?"
    r"|writing|reading|driving|speaking|listening|cooking|cleaning|screening|testing|supervision|induction|overtime|parking)",
    re.IGNORECASE,
)
_ASIDE_OF_TITLE = re.compile(r"\(([^()]{3,80})\)")
_LOWER = re.compile(r"(?<!\S)(?!(?:of|and|for|the|de|la|des|du|y|und|in|on|to|at|with|from)(?!\S))[a-z]{3,}")
_PIECES = re.compile(r"(?:(?<!\s)\s+)?(?:[·•|/–—]|(?<=\s)--?\s)\s*")
# A part of an employer, and what a team is called: neither names the employer where something else does.
_PART = re.compile(
    r"(?:department|division|faculty|unit|section|branch|school|office) (?:of|for) "
    r"|(?<![\w&-])(?:[\w&-]{1,30} ){1,4}(?:department|division|unit|team)\Z",
    re.IGNORECASE,
)
_HALL = re.compile(r"(?:city|town|county|village) hall", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?:design|engineering|product|platform|marketing|sales|operations|finance|accounting|legal|people|hr|it|data"
    r"|research|support|customer \w+|human resources|technology|security|infrastructure)(?: team)?",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"(?<![\w@./-])[a-zß-ÿ]+(?![\w@/-]|\.\w)")  # in no address
_MOST_WORDS = 7
_ENOUGH = 2
_DOCUMENT = re.compile(
    r"\b(?:(?:job|position|role) (?:description|posting|announcement|opening|details|vacancy)|total funding)\Z"
    r"|\A(?:career|job)s? (?:cent(?:er|re)|site|portal|board)\b",
    re.IGNORECASE,
)
_BOARD = re.compile(r" Board of (?:Trustees|Directors|Governors|Commissioners|Management)\Z")
_SENTENCE_WITHIN = re.compile(r"(?<=[a-z]{4})\. ")  # the end of one within what looks like a name
_END = re.compile(r"(?: (?:of|and|for|the|de|la|des|du|y|und|&|This|These|The|It|They|We|You|Our|All)){1,4}\Z")


def find_company(
    facts: Iterable[str],
    sentences: Sequence[str],
    points: Sequence[str],
    is_other: Callable[[str], bool],
    title: str,
) -> str:
    """The company named with the facts under the title, or in most of the sentences; "" where none is found.

    `points` are points of lists, which as often start with a verb as with a name; `is_other` says whether words are a
    place, a contract or another fact.
    """
    client = next((match for text in sentences if (match := _CLIENT.search(text[:600]))), None)
    if client:
        return client[1]
    openers = [name for name in _list_openers(sentences) if not _names_job(name, title)]
    votes = Counter([*_list_named(sentences), *_list_named(points, starts=False)])
    votes.update({name for name in openers if EMPLOYER_WORD.search(name)} - votes.keys())
    votes = Counter({name: count for name, count in votes.items() if _can_be_meant(name, count, title)})
    votes = _drop_common_words(votes, [*sentences, *points])
    asides = (match[1].partition(",")[0] for match in _ASIDE_OF_TITLE.finditer(title))
    offered = [
        *_list_pieces(facts, is_other),
        *(name for name in asides if EMPLOYER_WORD.search(name) and not OCCUPATION.search(name)),
    ]
    offered = [
        piece
        for piece in offered
        if not _FUNCTION.fullmatch(piece)
        and not _HALL.fullmatch(piece)
        and (piece.casefold() not in title.casefold() or f"({piece}" in title)
    ]
    addressed = _find_addressed([*offered, *votes, *openers], [*sentences, *points])
    if addressed:
        return addressed
    said = tuple(name for name, _ in votes.most_common(_MOST_VOTES))
    sure = [piece for piece in offered if votes[piece] or EMPLOYER_WORD.search(piece) or piece.startswith(said)]
    name, count = next(iter(votes.most_common(1)), ("", 0))
    if count >= _ENOUGH and EMPLOYER_WORD.search(name) and not any(votes[piece] or piece in name for piece in sure):
        return name  # what is offered is a part of the employer, or one of its services
    if sure:
        return next((piece for piece in sure if not _PART.match(piece)), sure[0])
    if offered and count < _ENOUGH:
        return offered[0]
    found = name if count >= _ENOUGH or (count and len(votes) == 1) else _choose_longest(votes)
    public = (match[1] for text in (*sentences, *points) if (match := _PUBLIC.search(text[:600])))
    return found or next(iter(openers), "") or next(public, "")


def find_public_town(texts: Iterable[str]) -> str:
    """The town whose council, schools or services are the first that texts name; "" where none does."""
    found = (match for text in texts for match in _TOWN_EMPLOYER.finditer(text[:600]))
    return next((next(filter(None, match.groups())) for match in found), "")


def _names_job(name: str, title: str) -> bool:
    """Whether a name is that of the job, as the title has it: the Line Cook prepares."""
    return bool(OCCUPATION.search(name)) and name.casefold() in title.casefold()


def _can_be_meant(name: str, count: int, title: str) -> bool:
    """Whether a name may be the employer's: it is no part of the title, and no acronym that is named once."""
    is_acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    return name.casefold().rstrip("s") not in title.casefold() and (count > 1 or not is_acronym)


def _drop_common_words(votes: Counter[str], texts: Iterable[str]) -> Counter[str]:
    """The names without those of one word that is spoken of once, and is a plain word elsewhere: Screening is done."""
    single = {name for name, count in votes.items() if count == 1 and name.isalpha()}
    plain = {word for text in texts for word in _PLAIN_WORD.findall(text)} if single else set()
    return Counter({name: count for name, count in votes.items() if name not in single or name.casefold() not in plain})


def _choose_longest(votes: Counter[str]) -> str:
    """Of names that are spoken of once each, the first that others begin or that is an employer's by its words."""
    return next((name for name in votes if EMPLOYER_WORD.search(name)), next(iter(votes), ""))


def _find_addressed(names: Iterable[str], sentences: Iterable[str]) -> str:
    """The longest of the names that an address of the text is made of: Mill Lane Bakery, for jobs@milllane.com."""
    hosts = islice((host for text in sentences for host in _HOST.findall(text)), _MOST_HOSTS)
    labels = {label.replace("-", "") for host in hosts for label in host.casefold().split(".")[:-1]}
    domains = [label for label in labels if len(label) >= _SHORTEST_DOMAIN]
    made = [name for name in names if any(_is_made_of(_squeeze(name), domain) for domain in domains)]
    return max(made, key=len, default="")


def _is_made_of(name: str, domain: str) -> bool:
    return len(name) >= _SHORTEST_DOMAIN and (name.startswith(domain) or domain.startswith(name))


def _squeeze(name: str) -> str:
    """A name as an address has it: its letters and figures alone."""
    plain = normalize("NFKD", name.casefold().removeprefix("the "))
    return re.sub(r"[^a-z0-9]", "", plain)


def _list_openers(sentences: Iterable[str]) -> Iterator[str]:
    """The names of two words and more that open a line before a verb: Mill Lane Bakery bakes."""
    for sentence in sentences:
        match = _OPENER.match(sentence[:600].removeprefix("The "))
        name = _BOARD.sub("", _END.sub("", match[1])) if match else ""
        if " " in name and _can_begin(name) and not _HALL.fullmatch(name):
            yield name


def _list_named(sentences: Iterable[str], *, starts: bool = True) -> Iterator[str]:
    """The names in sentences; those with which a sentence starts are left out where they don't count."""
    for sentence in sentences:
        text = sentence[:600]
        for words, expression in _NAMED:
            for match in expression.finditer(text) if any(word in text for word in words) else ():
                if not starts and not match.start(1):
                    continue
                name = _END.sub("", match[1]).rstrip(".,")
                name = _BOARD.sub("", _SENTENCE_WITHIN.split(name)[0])
                name = re.sub(r"^(?:About|At|Join|Why|Meet) ", "", name)
                name = re.sub(r"^The (?=[A-Z][\w-]+ [A-Z])|^The (?=\w+ of )", "", name)
                if _can_begin(name) and not name.isdigit() and len(name) > 2:  # noqa: PLR2004
                    yield name


def _can_begin(name: str) -> bool:
    """Whether a name's first word can be one: a number or first word such as New can, before another name."""
    first, _, rest = name.partition(" ")
    return not _NO_NAME.fullmatch(first) or (first in ("First", "New", "One", "Two", "Three") and rest[:1].isupper())


def _list_pieces(facts: Iterable[str], is_other: Callable[[str], bool]) -> Iterator[str]:
    for fact in facts:
        for piece in _PIECES.split(fact.strip("*_ ")):
            name = piece.partition(",")[0].partition(" (")[0].strip("*_ ")
            if _can_be_name(name) and (EMPLOYER_WORD.search(name) or (_can_begin(name) and not is_other(name))):
                yield name


def _can_be_name(name: str) -> bool:
    words = name.split()
    if _DOCUMENT.search(name):
        return False
    is_short = 0 < len(words) <= _MOST_WORDS and name[:1].isupper() and len(_LOWER.findall(name)) <= 1
    return (
        is_short and not re.search(r"[\d:!?@]|\.$", name) and sum(word[0].isupper() for word in words) * 2 >= len(words)
    )
