"""The employer that a posting names: by a label, under its title, or in the sentences that speak of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from unicodedata import normalize

from packs.posting.gazetteer import find_cities, find_region
from packs.reading.fields.company_names import (
    can_be_name,
    can_begin,
    clean_name,
    drop_board,
    is_articled,
    is_generic_name,
    is_occupation,
    names_job,
    trim_name,
)
from packs.reading.occupation_words import EMPLOYER_WORD, OCCUPATION

_WORD = r"[A-ZÀ-Þ][\w&'’.+-]{0,40}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|&|of|and|for|the|de|la|des|du|y|und)){{0,6}}"
# Exactness is a must
_ASKED_FOR = re.compile(
    r" (?:is|are) (?:essential|required|needed|preferred|key|welcome|desirable|an? (?:must|plus|asset"
    r"|advantage|bonus))\b"
)
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
    r"\b(?<!U\.S\. )(?<!US )((?:Department|Ministry) (?:of|for)(?: the)? [A-Z][\w’'-]+"
    r"(?:(?:,|,? and|,? &)? [A-Z][\w’'-]+){0,4}"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? County(?= (?:Public Works|Sheriff|Government|Health Department|Library|Schools"
    r"|Board of Commissioners|Human Resources|Parks)\b)"
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
_HOST = re.compile(r"(?:@|https?://|www\.)([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_TOWN_OF = re.compile(r"\b(?:City|Town|Township|Village|County|Borough|Municipality) of (?=\S)")
_SHORTEST_DOMAIN = 5
_LONGEST_DASHED = 90  # characters of a line with the word company before a name
_LONGEST_READ = 600  # characters of a line that are looked at
_LONGEST_ACRONYM = 4
_CODE = 2  # letters of a state's code after a county's name
_MOST_HOSTS, _MOST_VOTES = 20, 50  # that are looked at
_ASIDE_OF_TITLE = re.compile(r"\(([^()]{3,80})\)")
_PIECES = re.compile(r"(?:(?<!\s)\s+)?(?:[·•|/–—]|(?<=\s)--?\s)\s*")
# A part of an employer, and what a team is called: neither names the employer where something else does.
_PART = re.compile(
    r"(?:department|division|faculty|unit|section|branch|school|office) (?:of|for) "
    r"|(?<![\w&-])(?:[\w&-]{1,30} ){1,4}(?:department|division|unit|team|crew)\Z",
    re.IGNORECASE,
)
_HALL = re.compile(r"(?:city|town|county|village) hall", re.IGNORECASE)
_TEAM = (
    r"(?:design|engineering|product|platform|marketing|sales|operations|finance|accounting|legal|people|hr|it|data"
    r"|research|support|customer \w+|human resources|technology|security|infrastructure|go to market|growth|ops|team)"
)
_FUNCTION = re.compile(rf"{_TEAM}(?:(?: |, | & | and ){_TEAM})*", re.IGNORECASE)
_TRAIL = re.compile(r"\s[>›»]\s|\w[>›»]\w[^>›»]*[>›»]")  # Home > Jobs > Cook
_IN_JOB = re.compile(r"(?:(?<!\s)\s+)?(?:[,|–—(]|\s-\s|\s(?:at|with|for|to)\s)")  # what comes after the name of the job
# Wattle Lane Council is seeking, Wattle Lane Council's parks team are looking for
_SEEKING = re.compile(
    rf"({_NAME})(?:['’]s (?:[\w&-]+ ){{1,6}}(?:team|department|crew|unit|branch|division))?"
    r" (?:is|are) (?:currently |now |actively |also )?(?:seeking|looking (?:for|to)|hiring|recruiting|inviting)\b"
)
_SEEKING_WORDS = (" seeking", " looking ", " hiring", " recruiting", " inviting")
# The company - Wattle Lane
_DASHED = re.compile(rf"(?:[Tt]he |[Oo]ur )?(?:[Cc]ompany|[Ee]mployer|[Oo]rgani[sz]ation)\s[–—-]\s({_NAME})\Z")
# Ashcombe is a village in Devon
_IS_TOWN = re.compile(
    rf"(?:^|[.!?] )({_NAME}) is an? (?:[\w-]+,? ){{0,3}}"
    r"(?:village|town|city|suburb|hamlet|borough|municipality|township)\b"
)
_COUNCIL = re.compile(r"\b[Tt]he ((?:Parish|Town|Village|City|Community|Borough) Council)\b")
_TITLE_TAIL = re.compile(r"\s[–—|-]\s")
_AT = re.compile(rf"\s(?:at|At|AT|@) ({_NAME})")
_RUN = re.compile(_NAME)
_REST = re.compile(rf"(?: (?:{_WORD}|&|of|and)){{1,5}}")
# How the name of an employer ends that is written in full.
_FULL = re.compile(
    r"\b(?:School|Council|College|University|Trust|Hospital|Care|Insurance|Bank|Group|Centre|Center|Association"
    r"|Foundation|Society|Hotel|Church|Academy|Institute|Ltd|Limited|LLC|Inc|GmbH|Commissioners|Supervisors"
    r"|Trustees|Company|Agency|Credit Union|Library|Museum|Clinic|Surgery|Theat(?:re|er)|Nursery|Bakery"
    r"|Farms?|Partnership|Co-?operative)\Z"
)
# What public bodies and companies are called at the end of their names, or before what they are for.
_BODY_NAME = re.compile(
    r" (?:University|College|School|Schools|Council|Hospital|Trust|Library|Church|Cathedral|Institute|Foundation"
    r"|Society|Association|Museum|Academy|Ltd|Limited|LLC|Inc|GmbH|Commissioners|District)\Z"
    r"|(?:University|City|Town|Village|Borough|Bank|Museum|Institute) of (?!Technology\Z)"
    r"|(?:Center|Centre|Institute) for "
)
_BODY_WORD = re.compile(
    r"University|College|School|Council|Hospital|Trust|Library|Church|Cathedral|Institut|Foundation|Society|Association"
    r"|Museum|Academy|L(?:td|imited|LC)|Inc|GmbH|Commissioners|District|Village|Town|City|Borough|Bank|Cent(?:er|re)"
)
_PLAIN_WORD = re.compile(r"(?<![\w@./-])[a-zß-ÿ]+(?![\w@/-]|\.\w)")  # in no address
_ENOUGH = 2
_FULL_NAME = 3  # words, of an employer after the job


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
    client = next((match for text in sentences if (match := _CLIENT.search(text[:_LONGEST_READ]))), None)
    texts = [*sentences, *points]
    short = (text.strip() for text in texts if len(text) <= _LONGEST_DASHED)
    dashed = next((match[1] for text in short if (match := _DASHED.fullmatch(text))), "")
    if client or dashed:
        return client[1] if client else dashed
    found = _choose_company(facts, sentences, points, is_other, title)
    named = _extend_name(found, texts) if found else _find_named_last(title, texts, is_other)
    return _find_town_named(named, texts) or named


def _choose_company(
    facts: Iterable[str],
    sentences: Sequence[str],
    points: Sequence[str],
    is_other: Callable[[str], bool],
    title: str,
) -> str:
    """The name that the lines under the title, an address or most sentences bear out; "" without one."""
    texts = [*sentences, *points]
    openers = [name for name in _list_openers(sentences) if not names_job(name, title)]
    votes = Counter([*_list_named(sentences), *_list_named(points, starts=False)])
    votes.update({name for name in openers if EMPLOYER_WORD.search(name)} - votes.keys())
    votes = Counter({name: count for name, count in votes.items() if _can_be_meant(name, count, title)})
    votes = _drop_common_words(votes, texts)
    towns = [*_list_described_towns(texts)]
    votes = Counter({name: count for name, count in votes.items() if name not in towns})
    votes = _join_sites(votes)
    offered = [*_list_offered(facts, is_other, title)]
    addressed = _find_addressed([*offered, *votes, *openers], texts, is_other)
    if addressed:
        return next((piece for piece in offered if _is_fuller(piece, addressed, is_other)), addressed)
    said = tuple(name for name, _ in votes.most_common(_MOST_VOTES))
    sure = [piece for piece in offered if votes[piece] or EMPLOYER_WORD.search(piece) or piece.startswith(said)]
    name, count = next(iter(votes.most_common(1)), ("", 0))
    if count >= _ENOUGH and EMPLOYER_WORD.search(name) and not any(votes[piece] or piece in name for piece in sure):
        return name  # what is offered is a part of the employer, or one of its services
    if sure:
        return next((piece for piece in sure if not _PART.match(piece)), sure[0])
    if offered and count < _ENOUGH:
        body = next(filter(_BODY_NAME.search, votes), "")
        return _find_seeking(texts, title) or body or offered[0]
    found = name if count >= _ENOUGH or (count and len(votes) == 1) else _choose_longest(votes)
    public = (match[1] for text in texts if (match := _PUBLIC.search(text[:_LONGEST_READ])))
    return found or next(iter(openers), "") or _find_seeking(texts, title) or next(public, "")


def _is_fuller(piece: str, name: str, is_other: Callable[[str], bool]) -> bool:
    """Whether what stands under the title is a name with more words of its own, and no place, after it."""
    rest = piece.removeprefix(f"{name} ")
    return rest != piece and not is_other(rest)


def _join_sites(votes: Counter[str]) -> Counter[str]:
    """The votes without towns that are named once; a name with a town after it counts as the name alone."""
    joined = Counter[str]()
    for name, count in votes.items():
        starts = (first for first in votes if name.startswith(f"{first} ") and find_cities(name[len(first) + 1 :]))
        short = next(starts, name)
        if short != name or count >= _ENOUGH or not find_cities(name):
            joined[short] += count
    return joined


def _list_offered(facts: Iterable[str], is_other: Callable[[str], bool], title: str) -> Iterator[str]:
    """The names that the lines under the title, and what stands in brackets in it, offer."""
    asides = (match[1].partition(",")[0] for match in _ASIDE_OF_TITLE.finditer(title))
    named = (name for name in asides if EMPLOYER_WORD.search(name) and not OCCUPATION.search(name))
    for piece in (*_list_pieces(facts, is_other), *named):
        is_part = _FUNCTION.fullmatch(piece) or _HALL.fullmatch(piece)
        if not is_part and (piece.casefold() not in title.casefold() or f"({piece}" in title):
            yield piece


def _find_seeking(texts: Iterable[str], title: str) -> str:
    """The first name that a sentence says is looking for somebody."""
    for text in texts:
        if any(words in text for words in _SEEKING_WORDS):
            for match in _SEEKING.finditer(text[:_LONGEST_READ]):
                name = clean_name(match[1])
                if _leads_on(match):
                    continue
                if can_begin(name) and _can_be_meant(name, _ENOUGH, title):
                    return name
    return ""


def _find_named_last(title: str, texts: Iterable[str], is_other: Callable[[str], bool]) -> str:
    """Where nothing else names the employer: the name after At or after the job in the title, the council of a town
    that lines describe, or the public body or company that they name most often; "" without one.
    """
    texts = [*texts]
    at_title = _AT.search(title)
    at = trim_name(at_title[1]) if at_title else ""
    if at and can_begin(at.removeprefix("The ")) and not is_other(at) and not is_generic_name(at):
        return at
    tail = next(
        (name for name in _TITLE_TAIL.split(title)[1:] if _is_employer_after_job(name) and not is_other(name)), ""
    )
    if tail:
        return tail
    town = next(_list_described_towns(texts), "")
    council = next((match[1] for text in texts if town and (match := _COUNCIL.search(text[:_LONGEST_READ]))), "")
    if council:
        return f"{town} {council}"
    bodies = Counter(name for text in texts for name in _list_bodies(text[:_LONGEST_READ]))
    return next((name for name, _ in bodies.most_common(1)), "")


def _is_employer_after_job(name: str) -> bool:
    """Whether what comes after the job in a title is an employer by its words, and no part of one: Main Library."""
    is_named = bool(EMPLOYER_WORD.search(name)) and can_be_name(name) and not OCCUPATION.search(name)
    return is_named and len(name.split()) >= _FULL_NAME and not _PART.match(name)


def _list_described_towns(texts: Iterable[str]) -> Iterator[str]:
    """The names that lines say are those of a village, a town or a city."""
    return (match[1] for text in texts for match in _IS_TOWN.finditer(text[:_LONGEST_READ]))


def _list_bodies(text: str) -> Iterator[str]:
    """The names in a line that end with what employers are called, or have it before For or Of."""
    for match in _RUN.finditer(text) if _BODY_WORD.search(text) else ():
        name = clean_name(match[0])
        if _BODY_NAME.search(name) and can_begin(name) and not is_generic_name(name) and not _PART.match(name):
            yield name


def _find_town_named(name: str, texts: Iterable[str]) -> str:
    """The town or county of a name, as public employers are called: Town of Elm, for Elm; "" where no text has it."""
    short = (text[:_LONGEST_READ] for text in texts)
    found = (match for text in short if name and f" of {name}" in text for match in _TOWN_OF.finditer(text))
    named = (match for match in found if match.string.startswith(name, match.end()))
    whole = (match for match in named if not match.string[match.end() + len(name) :][:1].isalnum())
    return next((f"{match[0]}{name}" for match in whole), "")


def _extend_name(name: str, texts: Iterable[str]) -> str:
    """A name as it is written in full: Wattle Lane Primary School, for Wattle Lane."""
    if _BODY_NAME.search(name):
        return name
    for text in texts:
        start = text.find(f"{name} ")
        while start >= 0:
            match = _REST.match(text, start + len(name))
            if match and _FULL.search(rest := trim_name(match[0])):
                return name + rest
            start = text.find(f"{name} ", start + len(name))
    return name


def find_public_town(texts: Iterable[str]) -> str:
    """The town whose council, schools or services are the first that texts name; "" where none does."""
    found = (match for text in texts for match in _TOWN_EMPLOYER.finditer(text[:_LONGEST_READ]))
    return next((next(filter(None, match.groups())) for match in found), "")


def _can_be_meant(name: str, count: int, title: str) -> bool:
    """Whether a name may be the employer's: it is no part of the job's name, no acronym or job that is named once, and
    more than what any employer is called.
    """
    job = _IN_JOB.split(title, maxsplit=1)[0].casefold()
    is_acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    is_known = (count > 1 or not is_acronym) and not is_occupation(name)
    return is_known and name.casefold().rstrip("s") not in job and not is_generic_name(name)


def _drop_common_words(votes: Counter[str], texts: Iterable[str]) -> Counter[str]:
    """The names without those of one word that is spoken of once, and is a plain word elsewhere: Screening is done."""
    single = {name for name, count in votes.items() if count == 1 and name.isalpha()}
    plain = {word for text in texts for word in _PLAIN_WORD.findall(text)} if single else set()
    return Counter({name: count for name, count in votes.items() if name not in single or name.casefold() not in plain})


def _choose_longest(votes: Counter[str]) -> str:
    """Of names that are spoken of once each, the first that others begin or that is an employer's by its words."""
    return next((name for name in votes if EMPLOYER_WORD.search(name)), next(iter(votes), ""))


def _find_addressed(names: Iterable[str], sentences: Iterable[str], is_other: Callable[[str], bool]) -> str:
    """The longest of the names that an address of the text is made of: Mill Lane Bakery, for jobs@milllane.com. A name
    with a place after it is the name alone.
    """
    hosts = islice((host for text in sentences for host in _HOST.findall(text)), _MOST_HOSTS)
    labels = {label.replace("-", "") for host in hosts for label in host.casefold().split(".")[:-1]}
    domains = [label for label in labels if len(label) >= _SHORTEST_DOMAIN]
    made = [name for name in names if any(_is_made_of(_squeeze(name), domain) for domain in domains)]
    longest = max(made, key=len, default="")
    shorter = (name for name in made if longest.startswith(f"{name} ") and is_other(longest.removeprefix(name).strip()))
    return next(shorter, longest)


def _is_made_of(name: str, domain: str) -> bool:
    return len(name) >= _SHORTEST_DOMAIN and (name.startswith(domain) or domain.startswith(name))


def _squeeze(name: str) -> str:
    """A name as an address has it: its letters and figures alone."""
    plain = normalize("NFKD", name.casefold().removeprefix("the "))
    return re.sub(r"[^a-z0-9]", "", plain)


def _list_openers(sentences: Iterable[str]) -> Iterator[str]:
    """The names of two words and more that open a line before a verb: Mill Lane Bakery bakes."""
    for sentence in sentences:
        match = _OPENER.match(sentence[:_LONGEST_READ].removeprefix("The "))
        name = drop_board(trim_name(match[1])) if match else ""
        if " " in name and can_begin(name) and not _HALL.fullmatch(name):
            yield name


def _list_named(sentences: Iterable[str], *, starts: bool = True) -> Iterator[str]:
    """The names in sentences; those with which a sentence starts are left out where they don't count."""
    for sentence in sentences:
        text = sentence[:_LONGEST_READ]
        sought = (expression for words, expression in _NAMED if any(word in text for word in words))
        found = (match for expression in sought for match in expression.finditer(text))
        for match in sorted(found, key=lambda match: match.start(1)):
            name = clean_name(match[1])
            is_asked = bool(_ASKED_FOR.match(text, match.end(1)))
            if (not starts and not match.start(1)) or is_asked or _leads_on(match):
                continue
            if name.startswith("The ") and is_articled(match, name):
                yield name  # The Limes is a home
            if can_begin(name) and not name.isdigit() and len(name) > 2:  # noqa: PLR2004
                yield name


def _leads_on(match: re.Match[str]) -> bool:
    """Whether what looks like a name goes on in its sentence: Checks and develops."""
    return match.end() > match.end(1) and match[1].endswith((" and", " &"))


def _list_pieces(facts: Iterable[str], is_other: Callable[[str], bool]) -> Iterator[str]:
    for fact in facts:
        if _TRAIL.search(fact):
            continue
        for piece in _PIECES.split(fact.strip("*_ ")):
            name = piece.partition(",")[0].partition(" (")[0].strip("*_ ").removeprefix("Website ")
            first, _, last = name.rpartition(" ")
            name = first if len(last) == _CODE and EMPLOYER_WORD.search(first) and find_region(last) else name
            if can_be_name(name) and (
                EMPLOYER_WORD.search(name) or (can_begin(name.removeprefix("The ")) and not is_other(name))
            ):
                yield name
