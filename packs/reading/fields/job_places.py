"""Where a job is, from the labels, the lines under its title, its title and the sentences of a posting."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from packs.posting.facts import OfferedPlace, Workplace
from packs.posting.gazetteer import (
    WITH_REGIONS,
    find_cities,
    find_region,
    guess_currency,
    list_regions,
    name_country,
)
from packs.posting.value import Kind, Posting
from packs.reading.facts import PLACE_WORDS, read_label
from packs.reading.fields.addresses import PlaceHints
from packs.reading.fields.employer_places import (
    find_employer_state,
    find_employer_town,
    find_employer_town_within,
    find_own_town,
    find_public_place,
    list_host_states,
)
from packs.reading.fields.places import find_remote, list_towns, read_places, read_town
from packs.reading.occupation_words import EMPLOYER_WORD
from packs.review.stated_pay import stated_pay

PLACE_LABEL = re.compile(
    r"(?:(?:normal|main|usual|job|work|working|office|duty|primary|your) ?)?(?:locations?|places?|sites?|facility"
    r"|campus|branch|worksite|where|town|city|depot|base|store|station|offices?"
    r"|location\(s\)|address|posted to|based(?: in| at)?|hybrid|on[- ]?site|in[- ]person)"
    rf"(?: name)?(?: of (?:work|employment|post|position|the (?:post|job|role|position)))?|{PLACE_WORDS}",
    re.IGNORECASE,
)
_SIGNS = (("£", "GBP"), ("€", "EUR"))
_WITH_STATES = frozenset(map(name_country, WITH_REGIONS))
_STATE = re.compile(r"(?:state|province|region|state/province)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")  # of what an employer has done
_PIECE = re.compile(r"(?:(?<!\s)\s+)?[·•|;]\s*|\s[–—/-]{1,2}\s|,\s")
_BROAD_PIECE = re.compile(r"(?:(?<!\s)\s+)?[·•|;]\s*|\s[–—/-]{1,2}\s")  # Salem, OR, US is one
_ASIDE = re.compile(r"\(([^()]{3,80})\)")
# The end of an address, with the code for its post: 18 Quarry Road, Nashua, NH 03060.
_ADDRESS = re.compile(
    r"[A-Z][^.;:|]{3,80}?\b(?:[A-Z]{2},? \d{5}|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}|, [A-Z][a-z]{3,11}(?: [A-Z][a-z]{3,11})?,? \d{5})\b"
)
# One without a code: 40 Quarry Road, Nashua, NH.
_STREET = re.compile(
    r"\b\d{1,5} [A-Z][\w.'’-]{1,20}(?: [\w.'’-]{1,20}){0,3},? ((?:[A-Z][\w'’-]{1,20} ?){1,3}, [A-Z]{2})\b"
)
_POST_CODE = re.compile(r"\d{4}|\d [\dA-Z][A-Z]|\d[A-Z] ?\d")  # a part of every such code
_CODE_ALONE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d")
_BEFORE_ADDRESS = re.compile(r" (?:to|at|in|is|of) (?=[A-Z\d])")
_NEAR = re.compile(
    r"\b(?:based|located|office|offices|site|work|job|position|role|yard|shop|store|clinic|posts|vacancies)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"(?:company |our )?(?:headquarters?|head office|hq)", re.IGNORECASE)
_OFFICES = re.compile(r"\b(?:headquarter|offices in |hq\b)", re.IGNORECASE)
_TOWN_LABEL = re.compile(
    r"(?:(?:job|work|duty|nearest) ?)?(?:city|town|location|place of work|work ?place)", re.IGNORECASE
)
_WORK_IS = re.compile(
    r"\b(?:place of work|work ?place|duty station) (?:is|will be) (?:in |at )?"
    r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})"
)
# Sheffield office, two days a week
_SITE_FIRST = re.compile(
    r"\A([A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3})"
    r" (?i:office|branch|studio|depot|plant|campus|site|shop|store)\b"
)
_NUMBER = re.compile(r"\s#?\d{1,2}\Z")  # Location 2
_COUNT = re.compile(
    r"(?:\d{1,3}|one|two|three|few|many|multiple) (?:vacanc(?:y|ies)|positions?|posts?|openings?)", re.IGNORECASE
)
_SEVERAL = re.compile(r"s\Z|\(s\)\Z", re.IGNORECASE)
_FEWEST_TOWNS, _SURE_LIST = 2, 3  # towns in a list after a label, and in other words
_DASHED = re.compile(r"(?:(?<!\s)\s+)?[·•|;]\s*|\s[–—-]{1,2}\s|,\s")
_SLASH = re.compile(r"\s/\s")
_BUILDING = re.compile(r"\b(?:court|house|building|plant|office|store|mill|depot|jail|station|lodge)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:apply|contact|send|mail|head|headquarter\w*|hq|education|interviews?)\b", re.IGNORECASE)
_ADDRESS_LINE, _LONGEST_ADDRESS = 40, 160  # characters
_PARTS = (",", "·", "•", "|", "–", "—", "-")  # between an employer and its place
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_PLACE = re.compile(
    r"\b(?:(?:in|near|at)(?: (?:north|south|east|west|central|inner|greater)[ -]?(?:east|west)?)?|outside|downtown"
    r"|(?:place of work|workplace|location|duty station) is"
    r"|(?:work|working|based)(?: either| mainly)? (?:from|out of)"
    r"|(?:north|south|east|west|miles|minutes|center|centre|heart) (?:of|from)) "
    rf"(?!(?:{_MONTHS})\b)((?:[A-ZÀ-Þ][\w'’.-]*)(?:(?:[,;/]| or| and)? [A-ZÀ-Þ][\w'’.-]*){{0,4}})"
)
_AROUND = re.compile(r" in ([A-ZÀ-Þ][\w'’.-]*(?:,? [A-ZÀ-Þ][\w'’.-]*){0,2})")
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?]\s+(?=[A-Z])")
# From our office in downtown Paris
_OFFICE_IN = re.compile(
    r"\b(?:[Oo]ur|[Tt]he) (?:[a-z]+ )?(?:office|studio|shop|store|workshop|kitchen|clinic|plant|warehouse|site"
    r"|newsroom|bakery|depot|salon|surgery)s? in "
    r"((?:downtown |central )?[A-ZÀ-Þ][\w'’.-]*(?:,? [A-ZÀ-Þ][\w'’.-]*){0,3})"
)
# Our Austin, Texas office
_OUR_SITE = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Aa]n?) ([A-ZÀ-Þ][\w'’.]*(?:(?:,| and| or| &)? [A-ZÀ-Þ][\w'’.]*){0,4})(?:[- ]based"
    r"| (?:(?:head|main|central|regional|corporate|new) )?(?:area|offices?|branch(?:es)?|stores?|shops?|sites?|campus"
    r"|clinics?|depot|plant|warehouse|headquarters|HQ|studios?|factory|showroom|restaurants?|lab|yard|kitchen))\b"
)


def find_job_places(posting: Posting, facts: list[str], header: list[str], company: str) -> tuple[OfferedPlace, ...]:
    """The places after a label, of the lines under the title, of the title, of the employer's own name, of sentences
    about the place of work, of an address with a code, or of other sentences, in this order; then the town of a public
    employer, that of an employer's seat, the country of remote work, and an address.
    """
    text = "\n".join((posting.title, *(passage.text for passage in posting.passages)))
    hints = _find_hints(posting, facts, text)
    stated = _read_repeated(facts, hints) or _read_first(_list_stated(posting, facts, header, company), hints)
    stated = stated or _read_towns([*facts, *_list_said(posting)], hints)
    named = stated or find_public_place([company], hints) or _read_first(_list_spoken(posting), hints)
    is_away = posting.workplace is Workplace.REMOTE
    addressed = () if named or is_away else _find_exact_address(posting, hints)
    if addressed:
        return addressed
    named = named or _read_first([_list_told(posting)], hints)
    if named:
        named = _settle(named, text)
        is_exact = named[0].city or named[0].remote
        return (
            named
            if is_exact
            else find_own_town(posting, company, hints)
            or _find_address_within(posting, hints, named)
            or find_employer_town_within(company, hints, named)
        )
    home = (
        find_own_town(posting, company, hints)
        or find_employer_town(company, hints)
        or _find_seat(posting, facts, hints)
    )
    return home or _find_remote_or_address(posting, facts, hints) or find_employer_state(posting, company, hints)


def _find_hints(posting: Posting, facts: list[str], text: str) -> PlaceHints:
    """The currency of the pay, of the country whose words the text has or of any sum, and the states that it names."""
    currency = next((stated.named.pay.currency for stated in stated_pay(posting)), "")
    states = (state for words in find_labelled_words(facts, _STATE) if (state := find_region(words)))
    hosts = list_host_states(text)
    currency = currency or guess_currency(text) or next((code for sign, code in _SIGNS if sign in text), "")
    return PlaceHints(currency, list_regions(text) | {*states, *hosts})


def _read_repeated(facts: list[str], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The places of a label that stands several times, or of several lines below a label such as Locations; or those
    of a list of towns after a label. None without any.
    """
    found: list[OfferedPlace] = []
    is_open = False
    for fact in facts:
        if is_open and _COUNT.fullmatch(fact):
            continue  # how many work there
        name, words = read_label(fact) or ("", fact)
        is_place = bool(name) and bool(PLACE_LABEL.fullmatch(_NUMBER.sub("", name)))
        is_open = is_place if name else is_open
        is_first = is_place and bool(_SEVERAL.search(name))
        if not name and PLACE_LABEL.fullmatch(words.strip("*_ :")):
            is_open = True
            continue
        towns = list_towns(words, hints, _FEWEST_TOWNS) if is_place else ()
        read = towns or (read_places(words, hints) if is_place or is_open else ())
        read = tuple(place for place in read if place.city)
        if is_place or is_open:
            found += read
        is_open = bool(is_open and read and (is_first or not name))
    distinct = {(place.country, place.region, place.city): place for place in found}
    return tuple(distinct.values()) if len(distinct) > 1 and not _differ(facts) else ()


def _differ(facts: list[str]) -> bool:
    """Whether places stand after labels that say different things, such as Location and Office."""
    names = (label[0] for fact in facts if (label := read_label(fact)))
    return len({_NUMBER.sub("", name).casefold() for name in names if PLACE_LABEL.fullmatch(_NUMBER.sub("", name))}) > 1


def _read_towns(facts: list[str], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town after a label such as City that no table knows."""
    towns = (read_town(words, hints) for words in find_labelled_words(facts, _TOWN_LABEL))
    town = next(filter(None, towns), None)
    return (town,) if town else ()


def _list_said(posting: Posting) -> Iterator[str]:
    """What sentences say of the place of work, as a label and its words."""
    said = (match for text in _list_sentences(posting) for match in _WORK_IS.finditer(text))
    return (f"Place of work: {match[1]}" for match in said)


def _read_first(candidates: Iterable[Iterable[str]], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The places that the first words name which name any, rather those with a known city."""
    for words in candidates:
        read = [places for one in words if (places := list_towns(one, hints, _SURE_LIST) or read_places(one, hints))]
        if read:
            return next((places for places in read if find_cities(places[0].city)), read[0])
    return ()


def _list_stated(posting: Posting, facts: list[str], header: list[str], company: str) -> Iterator[Iterable[str]]:
    """The words of labels, of the lines under the title and of the title that may name places, the surest first."""
    labelled = [*find_labelled_words(facts, PLACE_LABEL)]
    yield labelled
    yield [match[1] for words in labelled if (match := _SITE_FIRST.match(words))]
    plain = [text for text in header if not read_label(text) and not text.endswith(":")]
    yield [_strip_company(text, company) for text in plain]
    yield [match[1] for text in plain if (match := _SITE_FIRST.fullmatch(text)) and find_cities(match[1])]
    yield _list_buildings(facts)
    alike = (
        piece
        for piece in _DASHED.split(posting.title)[1:]
        if _SLASH.search(piece) and _names_city(_SLASH.split(piece)[0])
    )
    pieces = [*alike, *_ASIDE.findall(posting.title), *filter(_names_city, _BROAD_PIECE.split(posting.title)[1:])]
    pieces += [piece for piece in _PIECE.split(posting.title)[1:] if piece]
    within = _IN_PLACE.finditer(posting.title)
    yield [*pieces, *(match[1] for match in within if not match[0].startswith("at "))]  # at Fernway, the employer


def _strip_company(text: str, company: str) -> str:
    """A line without the employer that it starts with: Harbor Diner, Portland, Maine."""
    plain = text.lstrip("*_ ")
    if " " not in company or not plain.casefold().startswith(company.casefold()):
        return text
    rest = plain[len(company) :]
    after = rest.lstrip("*_ ,·•|–—-")
    return after if _names_city(after) and rest.lstrip("*_ ")[:1] in _PARTS else text


def _list_buildings(facts: list[str]) -> Iterator[str]:
    """The town after a school, a court or another workplace that a label names: Employer: Mill Hospital, Plymouth."""
    for name, words in filter(None, map(read_label, facts)):
        building, _, town = words.partition(", ")
        is_one = EMPLOYER_WORD.search(building) or _BUILDING.search(building)
        if is_one and town and _names_city(town) and not _ELSEWHERE.search(name):
            yield town


def _list_spoken(posting: Posting) -> Iterator[Iterable[str]]:
    """The words of sentences that may name places."""
    sentences = _list_sentences(posting)
    close = filter(_NEAR.search, sentences)
    near = (part for text in close for part in _SENTENCE_END.split(text) if _NEAR.search(part))
    tail = [_name_outer(match) for part in near for match in _IN_PLACE.finditer(part)]
    work = (passage.text for passage in posting.of_kind(Kind.REQUIRED, Kind.RESPONSIBILITIES) if not passage.bullet)
    tail += [match[1] for text in work for match in _OFFICE_IN.finditer(text)]
    yield [*tail, *(match[1] for text in sentences for match in _OUR_SITE.finditer(text))]


def _list_told(posting: Posting) -> list[str]:
    """What other sentences about the job and the employer name after words such as In."""
    about = [passage.text for passage in posting.of_kind(Kind.ABOUT, Kind.COMPANY)]
    if posting.workplace is Workplace.REMOTE:  # so that an employer's own place is not where its people work
        about = [text for text in about if not _OFFICES.search(text)]
    undated = (text for text in about if not _YEAR.search(text))
    return [_name_outer(match) for text in undated for match in _IN_PLACE.finditer(text)]


def _name_outer(match: re.Match[str]) -> str:
    """A place within the one around it, or a part of a city by the city: Mill Falls in Oregon, Elmside in Dublin."""
    outer = _AROUND.match(match.string, match.end())
    if not outer or not read_places(outer[1]):
        return match[1]
    return outer[1] if find_cities(outer[1].partition(",")[0]) else f"{match[1]}, {outer[1]}"


def _list_sentences(posting: Posting) -> list[str]:
    spoken = (Kind.ABOUT, Kind.COMPANY, Kind.BENEFITS, Kind.HOW_TO_APPLY, Kind.OTHER)
    return [passage.text for passage in posting.of_kind(*spoken)]


def _find_seat(posting: Posting, facts: list[str], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """Where the employer's seat is, unless people work elsewhere."""
    seats = (read_places(words, hints) for words in find_labelled_words(facts, _SEAT))
    return next(seats, ()) if posting.workplace is not Workplace.REMOTE else ()


def _find_remote_or_address(posting: Posting, facts: list[str], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    remote = find_remote([posting.title, *facts, *_list_sentences(posting)], hints.currency)
    if remote or posting.workplace is not Workplace.REMOTE:
        return (remote,) if remote else ()
    return _find_exact_address(posting, hints)


def _find_address_within(
    posting: Posting, hints: PlaceHints, named: tuple[OfferedPlace, ...]
) -> tuple[OfferedPlace, ...]:
    """The place of an address in the state or country that is named; () for one elsewhere."""
    found = _find_exact_address(posting, hints)
    is_within = found and found[0].country == named[0].country and named[0].region in ("", found[0].region)
    return found if is_within else ()


def _find_exact_address(posting: Posting, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The place of the first address that has a code for its post, or else a street before its town and state."""
    lines = filter(_POST_CODE.search, _join_addresses(posting))
    coded = (match[0] for text in lines if (match := _ADDRESS.search(text)))
    streets = (match[1] for passage in posting.passages for match in _STREET.finditer(passage.text))
    addresses = chain((_BEFORE_ADDRESS.split(address)[-1] for address in coded), streets)
    return next((places for text in addresses if (places := read_places(text, hints)) and places[0].city), ())


def _join_addresses(posting: Posting) -> Iterator[str]:
    """The lines of a posting, those of an address as one: High Street, | Dorchester, | Dorset, DT1 1XA. The last line
    may be the code alone.
    """
    begun, before = "", ""
    for passage in posting.passages:
        goes_on = len(passage.text) <= _ADDRESS_LINE and passage.text.endswith(",")
        if not goes_on:
            yield f"{begun} {passage.text}".lstrip()
        if _CODE_ALONE.fullmatch(passage.text):
            yield f"{before}, {passage.text}"
        begun = f"{begun} {passage.text}"[-_LONGEST_ADDRESS:] if goes_on else ""
        before = passage.text if len(passage.text) <= _ADDRESS_LINE else ""


def _names_city(words: str) -> bool:
    """Whether words start with a known city, or are a name before its state: Mill Falls, TX."""
    first, _, last = words.partition(",")
    return bool(find_cities(first)) or bool(last and first.istitle() and find_region(last.strip(), first))


def _settle(places: tuple[OfferedPlace, ...], text: str) -> tuple[OfferedPlace, ...]:
    """The places, each in the state that its address elsewhere in the text names: Bayport, for Bayport, MN 55003."""
    return tuple(_find_addressed(place, text) or place for place in places)


def _find_addressed(place: OfferedPlace, text: str) -> OfferedPlace | None:
    is_said = (place.region and place.region in place.words) or place.country in place.words
    if not place.city or is_said or (place.country not in _WITH_STATES and "," in place.words):
        return None
    after = r"([A-Z]{2,3}|[A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,8})?)\b"
    codes = re.findall(rf"\b{re.escape(place.city)},? {after}", text)
    found = (read_places(f"{place.city}, {code}") for code in codes if find_region(code))
    return next((one[0] for one in found if one and one[0].region), None)


def find_labelled_words(facts: Iterable[str], label: re.Pattern[str]) -> Iterator[str]:
    """The words after each such label."""
    labels = filter(None, map(read_label, facts))
    return (words for name, words in labels if label.fullmatch(name))
