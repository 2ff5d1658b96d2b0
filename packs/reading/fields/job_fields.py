"""What the lines of a posting say of its job, as fields: employer, places, pay, contract, deadline, reference."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from packs.posting.facts import OfferedPlace, StatedPay, Workplace
from packs.posting.gazetteer import (
    WITH_REGIONS,
    find_cities,
    find_region,
    guess_currency,
    list_regions,
    name_country,
    name_region,
)
from packs.posting.value import Kind, Posting, PostingLine
from packs.reading.facts import LONGEST_FACT, PLACE_WORDS, is_fact, read_label
from packs.reading.fields.companies import find_company, find_public_town
from packs.reading.fields.contracts import find_employment, find_workplace
from packs.reading.fields.dates import find_deadline
from packs.reading.fields.places import PlaceHints, find_remote, find_town, read_places
from packs.reading.labels import is_label
from packs.reading.occupation_words import EMPLOYER_WORD
from packs.review.stated_pay import stated_pay

_COMPANY = re.compile(
    r"(?:company|employer|organi[sz]ation|client|agency|operator|who|from|school|library|store|firm"
    r"|facility|institution|council|hospital|trust|university|college|practice|clinic|restaurant|hotel|charity"
    r"|business)(?: name)?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:(?:normal|main|usual|job|work|working|office|duty|primary|your) ?)?(?:locations?|places?|sites?|facility"
    r"|campus|branch|worksite|where|town|city|depot|base|store|station|offices?"
    r"|location\(s\)|address|posted to)"
    rf"(?: name)?(?: of (?:work|employment|post|position|the (?:post|job|role|position)))?|{PLACE_WORDS}",
    re.IGNORECASE,
)
_WITH_STATES = frozenset(map(name_country, WITH_REGIONS))
_STATE = re.compile(r"(?:state|province|region|state/province)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|req(?:uisition)?|posting|job|vacancy|recruitment|listing|announcement|advert"
    r"|competition|position(?= n(?:o\b|umber)))\.?"
    r"(?: ?(?:reference|number|no\.?|id|code|#))?(?:\s?[:#]\s?#?"
    r"|\s)(?P<code>(?=[\w/.-]{0,20}\d)[A-Z0-9][\w/-]{2,24}(?:\.\d+)?)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"(?:#|\bquot(?:e|ing) (?:the |our )?(?:ref(?:erence)?\.? )?|\()(?P<code>(?=[\w/.-]{0,20}\d)(?:[A-Z]{1,4}"
    r"|\d{4})[A-Z0-9/-]{2,20})(?!\w)"
)
_CODE = re.compile(r"(?P<code>(?=[\w/-]{0,20}\d)(?!(?:19|20)\d\d\Z)(?:[A-Z]{1,6}[-/ ]?|\d{4}-)[\dA-Z][\w/-]{2,20})")
_CONTACT = re.compile(r"https?://[^\s<>()\"]{4,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")  # of what an employer has done
_FIRST_SENTENCE = re.compile(r"(?<=\w{4})\.\s+(?=[A-Z])")
_FEW_WORDS = 3  # a line of fewer goes on with the one before
_ASKING = re.compile(
    r"\b(?:informal|enquir\w+|inquir\w+|questions?|quer(?:y|ies)|visit us|chat|conversation|discuss\w*|privacy"
    r"|(?:further|more) information|find out)\b",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(?:(?<!\s)\s+)?[·•|;]\s*|\s[–—/-]{1,2}\s|,\s")
_BROAD_PIECE = re.compile(r"(?:(?<!\s)\s+)?[·•|;]\s*|\s[–—/-]{1,2}\s")  # Salem, OR, US is one
_ASIDE = re.compile(r"\(([^()]{3,80})\)")
# What public employers are called after their town or county.
_COMPANY_WORDS = re.compile(
    r"\b(?:(?:town|city|county|borough|district|parish|and|&|metropolitan|community|regional|general|primary|high"
    r"|secondary|public|university|memorial) ){0,4}(?:council|university|college|school|schools"
    r"|hospitals?(?: nhs(?: foundation)? trusts?)?|district"
    r"|library|airport|academy)\b"
    r"|\b(?:university|city|town|county|village|port|bank) of\b",
    re.IGNORECASE,
)
# The end of an address, with the code for its post: 18 Quarry Road, Nashua, NH 03060.
_ADDRESS = re.compile(
    r"[A-Z][^.;:|]{3,80}?\b(?:[A-Z]{2},? \d{5}|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4})\b"
)
_BEFORE_ADDRESS = re.compile(r" (?:to|at|in|is|of) (?=[A-Z\d])")
_NEAR = re.compile(
    r"\b(?:based|located|office|offices|site|work|job|position|role|yard|shop|store|clinic)\b", re.IGNORECASE
)
_SEAT = re.compile(r"(?:company |our )?(?:headquarters?|head office|hq)", re.IGNORECASE)
_OFFICES = re.compile(r"\b(?:headquarter|offices in |hq\b)", re.IGNORECASE)
_COUNTY_EMPLOYER = re.compile(r"\bCounty\Z|\bCounty of\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_PLACE = re.compile(
    r"\b(?:in|near|at|outside|downtown|(?:work|working|based)(?: either| mainly)? (?:from|out of)"
    r"|(?:north|south|east|west|miles|minutes|center|centre|heart) (?:of|from)) "
    rf"(?!(?:{_MONTHS})\b)((?:[A-ZÀ-Þ][\w'’.-]*)(?:(?:[,;/]| or| and)? [A-ZÀ-Þ][\w'’.-]*){{0,4}})"
)
# Our Austin, Texas office
_OUR_SITE = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Aa]n?) ([A-ZÀ-Þ][\w'’.]*(?:(?:,| and| or| &)? [A-ZÀ-Þ][\w'’.]*){0,4})(?:[- ]based"
    r"| (?:(?:head|main|central|regional|corporate|new) )?(?:area|offices?|branch(?:es)?|stores?|shops?|sites?|campus"
    r"|clinics?|depot|plant|warehouse|headquarters|HQ|studios?|factory|showroom|restaurants?|lab|yard|kitchen))\b"
)


def read_fields(posting: Posting) -> Posting:
    """The posting with the fields that its lines state; others keep their defaults."""
    facts, header = [*_list_facts(posting)], [*_list_header(posting)]
    apply = [passage.text for passage in posting.of_kind(Kind.HOW_TO_APPLY)]
    lines = [passage.text for passage in posting.passages]
    about = [posting.title, *(passage.text for passage in posting.of_kind(Kind.ABOUT, Kind.COMPANY, Kind.OTHER))]
    company = _find_company(posting, facts, header)
    workplace = find_workplace([posting.title, *facts], lines)
    posting = msgspec.structs.replace(posting, workplace=workplace)
    placed = msgspec.structs.replace(posting, places=_find_places(posting, facts, header, company))
    country = placed.places[0].country if placed.places else ""
    return msgspec.structs.replace(
        placed,
        company=company,
        employment=find_employment([posting.title, *facts], about),
        pay=_list_pay(placed),
        deadline=_find_deadline([*lines, *_list_headed(posting)], apply, country),
        how_to_apply="\n".join(apply),
        contact=_find_address(apply, lines),
        reference=_find_code(posting, facts, apply),
    )


def _list_pay(posting: Posting) -> tuple[StatedPay, ...]:
    """Each range that the text states, once."""
    return tuple(dict.fromkeys(stated.named.pay for stated in stated_pay(posting)))


def _list_header(posting: Posting) -> Iterator[str]:
    """The short lines before the first heading, which are no sentences."""
    for section in posting.sections:
        if section.heading:
            return
        for line in section.lines:
            if len(line.text) <= LONGEST_FACT:
                first = _FIRST_SENTENCE.split(line.text, maxsplit=1)[0]  # Leeds. We are hiring, as two of us have left.
                is_fact_first = first != line.text and len(first.split()) <= _FEW_WORDS
                if not _is_sentence(line.text) or is_fact_first:
                    yield first if is_fact_first else line.text


def _list_headed(posting: Posting) -> Iterator[str]:
    """The headings that have one line, with it: a fact below its label."""
    for section in posting.sections:
        if section.heading and len(section.lines) == 1:
            yield f"{section.heading}: {section.lines[0].text}"


def _list_facts(posting: Posting) -> Iterator[str]:
    """The short lines that stand before the first heading, and those with a label anywhere."""
    is_before = True
    for section in posting.sections:
        is_before = is_before and not section.heading
        for line in section.lines:
            labelled = read_label(line.text)
            is_short = len(line.text) <= LONGEST_FACT and (not _is_sentence(line.text) or is_fact(line.text))
            if (is_short and (is_before or labelled)) or (labelled and _PLACE.fullmatch(labelled[0])):
                yield line.text


def _is_sentence(text: str) -> bool:
    longest = max((len(part.split()) for part in _FIRST_SENTENCE.split(text)), default=0)
    return text.endswith((".", "!", "?")) and longest > 9  # noqa: PLR2004


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_FACT


def _find_first[T](lines: Iterable[str], find: Callable[[str], T | None]) -> T | None:
    return next((found for line in lines if (found := find(line))), None)


def _find_labelled(facts: Iterable[str], label: re.Pattern[str]) -> Iterator[str]:
    """The words after each such label."""
    labels = filter(None, map(read_label, facts))
    return (words for name, words in labels if label.fullmatch(name))


def _find_places(posting: Posting, facts: list[str], header: list[str], company: str) -> tuple[OfferedPlace, ...]:
    """The places after a label, of the lines under the title, of the title, or of the sentences, in this order."""
    currency = next((stated.named.pay.currency for stated in stated_pay(posting)), "")
    text = "\n".join(passage.text for passage in posting.passages)
    currency = currency or guess_currency(text)
    state = (found for words in _find_labelled(facts, _STATE) if (found := find_region(words)))
    hints = PlaceHints(currency, list_regions(text) | {*state})
    pieces = [*_ASIDE.findall(posting.title), *filter(_starts_with_city, _BROAD_PIECE.split(posting.title)[1:])]
    pieces += [piece for piece in _PIECE.split(posting.title)[1:] if piece]
    pieces += [match[1] for match in _IN_PLACE.finditer(posting.title)]
    spoken = (Kind.ABOUT, Kind.COMPANY, Kind.BENEFITS, Kind.HOW_TO_APPLY, Kind.OTHER)
    sentences = [passage.text for passage in posting.of_kind(*spoken)]
    about = [passage.text for passage in posting.of_kind(Kind.ABOUT, Kind.COMPANY)]
    if posting.workplace is Workplace.REMOTE:  # so that an employer's own place is not where its people work
        about = [text for text in about if not _OFFICES.search(text)]
    sites = [match[1] for text in sentences for match in _OUR_SITE.finditer(text)]
    tail = [match[1] for text in sentences for match in _IN_PLACE.finditer(text) if _NEAR.search(text)]
    others = [match[1] for text in about for match in _IN_PLACE.finditer(text) if not _YEAR.search(text)]
    for words in (
        _find_labelled([*facts, *_list_headed(posting)], _PLACE),
        [text for text in header if not read_label(text)],
        pieces,
        [*tail, *sites],
        others,
    ):
        read = [places for text in words if (places := read_places(text, hints))]
        if read:
            found = _settle(next((places for places in read if find_cities(places[0].city)), read[0]), text)
            return found if found[0].city or found[0].remote else _find_own_town(posting, company, hints) or found
    home = _find_own_town(posting, company, hints) or _find_home(company, hints)
    if home:
        return home
    seat = (read_places(words, hints) for words in _find_labelled(facts, _SEAT))
    if posting.workplace is not Workplace.REMOTE and (places := next(seat, ())):
        return places
    remote = find_remote([posting.title, *facts, *sentences], currency)
    if remote:
        return (remote,)
    addresses = (match[0] for passage in posting.passages if (match := _ADDRESS.search(passage.text)))
    addresses = (_BEFORE_ADDRESS.split(address)[-1] for address in addresses)
    return next((places for text in addresses if (places := read_places(text, hints)) and places[0].city), ())


def _starts_with_city(words: str) -> bool:
    return bool(find_cities(words.partition(",")[0]))


def _settle(places: tuple[OfferedPlace, ...], text: str) -> tuple[OfferedPlace, ...]:
    """The places, each in the state that its address elsewhere in the text names: Bayport, for Bayport, MN 55003."""
    return tuple(_find_addressed(place, text) or place for place in places)


def _find_addressed(place: OfferedPlace, text: str) -> OfferedPlace | None:
    if not place.city or (place.region and place.region in place.words) or place.country not in _WITH_STATES:
        return None
    codes = re.findall(rf"\b{re.escape(place.city)},? ([A-Z]{{2,3}})\b", text)
    found = (read_places(f"{place.city}, {code}") for code in codes if find_region(code))
    return next((one[0] for one in found if one and one[0].region), None)


def _find_home(company: str, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town that a public employer is named for, before or after what it is: Leeds City Council, Hospital Cork."""
    if not _COMPANY_WORDS.search(company):
        return ()
    name = " ".join(_COMPANY_WORDS.sub(" ", company).split())
    found = (read_places(words, hints) for words in (name, *(name.split()[-1:])))
    return next((places for places in found if places and places[0].city), ())


def _find_own_town(posting: Posting, company: str, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town whose council, schools or services the employer is; for a county's, the only state that is named."""
    town = find_public_town([company, *(passage.text for passage in posting.passages)])
    place = find_town(town, hints) if town else None
    if place:
        return (place,)
    if not _COUNTY_EMPLOYER.search(company) or len(hints.regions) != 1:
        return ()
    ((country, region),) = hints.regions
    return (OfferedPlace(country=name_country(country), region=name_region(country, region), words=company),)


def _find_company(posting: Posting, facts: list[str], header: list[str]) -> str:
    labelled = next(_find_labelled(facts, _COMPANY), "")
    if labelled[:1].isupper():
        return labelled.partition(",")[0].strip()
    lines = [line for section in posting.sections for line in (PostingLine(section.heading), *section.lines)]
    prose, points = ([line.text for line in lines if line.bullet is is_point] for is_point in (False, True))
    names = (text for text in header if not read_label(text))
    found = find_company(names, prose, points, _is_other_fact, posting.title)
    sites = filter(EMPLOYER_WORD.search, _find_labelled(filter(_is_short, facts), _PLACE))  # Site: Mill Lane Hospital
    return found or next((site.partition(",")[0].strip() for site in sites), "")


def _is_other_fact(words: str) -> bool:
    return bool(
        is_fact(words)
        or is_label(words)
        or read_places(words)
        or find_employment([words], ())
        or find_workplace([words], ())
        or re.search(
            r"\b(?:permanent|indefinido|weeks?|days?|shift|hours|posted|yesterday|experience|salary"
            r"|pay)\b",
            words,
            re.IGNORECASE,
        )
    )


def _find_deadline(lines: list[str], apply: list[str], country: str) -> date | None:
    found = _find_first(lines, lambda line: find_deadline(line, country))
    return found or _find_first(apply, lambda line: find_deadline(line, country, says_how=True))


def _find_address(apply: list[str], lines: list[str]) -> str:
    """Where to apply: the first address of the lines that say how, if possible one that is not for questions alone."""
    direct = (
        line
        for line, before in zip(apply, ["", *apply], strict=False)
        if not _ASKING.search(line if len(line.split()) >= _FEW_WORDS else f"{before} {line}")
    )
    return _find_first([*direct, *apply, *lines], _find_contact) or ""


def _find_contact(line: str) -> str | None:
    match = _CONTACT.search(line)
    return match[0].rstrip(".,;:") if match else None


def _find_code(posting: Posting, facts: list[str], apply: list[str]) -> str:
    """The reference number of a label, of the title, of a line of its own, or that applicants are to quote."""
    found = (
        *(_REFERENCE.search(fact) for fact in facts),
        _QUOTED.search(posting.title),
        *(_CODE.fullmatch(fact) for fact in facts),
        *(_QUOTED.search(line) for line in apply),
    )
    return next((match["code"] for match in found if match), "")
