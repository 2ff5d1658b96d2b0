"""What the lines of a posting say of its job, as fields: employer, places, pay, contract, deadline, reference."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from packs.posting.facts import StatedPay
from packs.posting.value import Kind, Posting, PostingLine, lists_other_jobs
from packs.reading.cues import starts_with_duty
from packs.reading.facts import LONGEST_FACT, is_fact, read_label
from packs.reading.fields.companies import find_company
from packs.reading.fields.company_names import is_generic_name
from packs.reading.fields.contracts import find_employment, find_workplace
from packs.reading.fields.dates import find_deadline, find_last_date
from packs.reading.fields.job_places import PLACE_LABEL, find_job_places, find_labelled_words
from packs.reading.fields.places import read_places
from packs.reading.labels import is_label
from packs.reading.occupation_words import EMPLOYER_WORD
from packs.review.stated_pay import stated_pay

_COMPANY = re.compile(
    r"(?:company|employer|institution|(?:company|institution|organi[sz]ation)/(?:company|institut(?:e|ion)"
    r"|organi[sz]ation)|organi[sz]ation|client|agency|operator|who|from|school|library|store|firm"
    r"|facility|court|council|hospital|trust|university|college|practice|clinic|restaurant|hotel|charity"
    r"|business)(?: name)?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|req(?:uisition)?|posting|job|vacancy|recruitment|listing|announcement|advert"
    r"|competition|position(?=\s?#| n(?:o\b|umber)| id\b))\.?"
    r"(?: ?(?:reference|number|no\.?|id|code|#))?(?:\s?[:#]\s?#?"
    r"|\s)(?P<code>(?=[\w/.-]{0,20}\d)[A-Z0-9][\w/-]{2,24}(?:\.\d+)?)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"(?:#|\bquot(?:e|ing) (?:the |our )?(?:ref(?:erence)?\.? )?|\()(?P<code>(?=[\w/.-]{0,20}\d)(?:[A-Z]{1,4}"
    r"|\d{4})[A-Z0-9/-]{2,20})(?!\w)"
)
_CODE = re.compile(r"(?P<code>(?=[\w/-]{0,20}\d)(?!(?:19|20)\d\d\Z)(?:[A-Z]{1,6}[-/ ]?|\d{4}-)[\dA-Z][\w/-]{2,20})")
_TASK = re.compile(r"[A-Z][a-z]+(?:ing|s)(?: (?:the |an? )?[a-z]|\Z)")  # Promoting independence
_CONTACT = re.compile(
    r"https?://(?!(?:www\.)?(?:youtu\.be|youtube\.|vimeo\.))[^\s<>()\"]{4,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)
# Lines whose facts stand one right after the other; JavaScript and TypeScript are no such line.
_GLUED = re.compile(r"[^\W\d_](?:(?:Full|Part)[- ]?[Tt]ime|Permanent|Temporary|[€£$]\d)")
_GLUE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ]|[€£$]\d)")
_BARE = re.compile(r"(?<![\w@/.-])(?:[a-z\d-]{2,63}\.){1,4}(?!js/)[a-z]{2,10}/[\w/.-]{1,150}")
_FIRST_SENTENCE = re.compile(r"(?<=\w{4})\.\s+(?=[A-Z])")
_FEWEST_SPACED, _MOST_LABEL = 3, 4  # labels without colons that make a table, and the words of one
_SITES = re.compile(
    r"\A(?:\w{1,20} )?(?:locations|places|sites|offices|stations)", re.IGNORECASE
)  # what a list is under
_MOST_SITES = 8  # lines below a heading such as Locations
_NUMBER = re.compile(r"(?P<code>\d{3,12})(?!\w|[-. ]\d)")  # after a label such as ID, it is the reference
_NUMBERED = re.compile(r"(?:(?:job|posting|position|vacancy|requisition) )?(?:id|no\.?|number|#)", re.IGNORECASE)
_TITLE_END = re.compile(r"\s[–—-]\s(?P<code>(?=[\w/-]{0,20}\d{3})[A-Z]{2,6}[-/]?[\dA-Z][\w/-]{2,20})\Z")
_TITLE_ASIDE = re.compile(r"\((?P<code>\d{2}-\d{2,6})\)")  # a year and a number: (26-141)
_SENDS = re.compile(r"\b(?:apply|send|submit|e-?mail)\b", re.IGNORECASE)
_FEW_WORDS = 3  # a line of fewer goes on with the one before
_ASKING = re.compile(
    r"\b(?:informal|enquir\w+|inquir\w+|questions?|quer(?:y|ies)|visit us|chat|conversation|discuss\w*|privacy"
    r"|(?:further|more) information|find out)\b",
    re.IGNORECASE,
)
# Lines with an address that is for no application.
_ASIDE = re.compile(
    r"\b(?:unsubscribe|accommodations?|privacy|personal (?:data|information)|policy|learn more|follow us|sign in"
    r"|log in)\b|\bwebsite\b(?!.{0,80}\bappl)",
    re.IGNORECASE,
)


def read_fields(posting: Posting) -> Posting:
    """The posting with the fields that its lines state; others keep their defaults."""
    stated, posting = posting, _leave_other_jobs(posting)
    facts, header = [*_list_facts(posting), *_list_spaced(posting)], [*_list_header(posting)]
    apply = [passage.text for passage in posting.of_kind(Kind.HOW_TO_APPLY)]
    lines = [passage.text for passage in posting.passages]
    about = [posting.title, *(passage.text for passage in posting.of_kind(Kind.ABOUT, Kind.COMPANY, Kind.OTHER))]
    company = _find_company(posting, facts, header)
    workplace = find_workplace([posting.title, *facts], lines)
    placing = [*facts, *_list_headed(posting), *_list_sites(posting)]
    posting = msgspec.structs.replace(posting, workplace=workplace)
    placed = msgspec.structs.replace(posting, places=find_job_places(posting, placing, header, company))
    country = placed.places[0].country if placed.places else ""
    return msgspec.structs.replace(
        stated,
        workplace=workplace,
        places=placed.places,
        company=company,
        employment=find_employment([posting.title, *facts], about, _list_said_of_job(posting)),
        pay=_list_pay(placed),
        deadline=_find_deadline([*lines, *_list_headings(posting)], apply, country),
        how_to_apply="\n".join(apply),
        contact=_find_address(apply, lines),
        reference=_find_code(posting, facts, apply),
    )


def _leave_other_jobs(posting: Posting) -> Posting:
    """The posting without the other jobs that its page lists."""
    own = tuple(section for section in posting.sections if not lists_other_jobs(section.heading))
    return posting if len(own) == len(posting.sections) else msgspec.structs.replace(posting, sections=own)


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
                    yield from [first] if is_fact_first else _split_glued(line.text)


def _list_headed(posting: Posting) -> Iterator[str]:
    """The headings that have one line, with it: a fact below its label."""
    for section in posting.sections:
        if section.heading and len(section.lines) == 1:
            yield f"{section.heading}: {section.lines[0].text}"


def _list_sites(posting: Posting) -> Iterator[str]:
    """The few lines below a heading such as Locations, each after it."""
    for section in posting.sections:
        name = section.heading.strip(" :")
        if PLACE_LABEL.fullmatch(name) and 1 < len(section.lines) <= _MOST_SITES:
            yield from (f"{name}: {line.text}" for line in section.lines if not read_label(line.text))


def _list_said_of_job(posting: Posting) -> list[str]:
    """The headings and lines that may say what the job is, without what is asked of people."""
    headings = [section.heading for section in posting.sections if section.heading]
    asked = (Kind.REQUIRED, Kind.NICE_TO_HAVE, Kind.EQUAL_OPPORTUNITY)
    return [*headings, *(passage.text for passage in posting.passages if passage.kind not in asked)]


def _list_headings(posting: Posting) -> Iterator[str]:
    yield from _list_headed(posting)
    yield from (section.heading for section in posting.sections if section.heading)


def _list_spaced(posting: Posting) -> Iterator[str]:
    """The labels of a table that has lost its lines, each with a colon: Town: Halifax, for Town Halifax. None where the
    text has fewer than three.
    """
    texts = [text for section in posting.sections for text in (section.heading, *(line.text for line in section.lines))]
    found = [spaced for text in texts if len(text) <= LONGEST_FACT and (spaced := _split_spaced(text))]
    yield from found if len(found) >= _FEWEST_SPACED else ()


def _split_spaced(text: str) -> str:
    """A line's label and fact with a colon between them, "" for a line that has a colon, or no label at its start."""
    words = text.split()
    if not text[:1].isupper() or ": " in text or is_label(text) or text.endswith((".", "!", "?")):
        return ""
    for count in range(min(len(words) - 1, _MOST_LABEL), 0, -1):
        label, first = " ".join(words[:count]), words[count]
        if is_label(label) and (first[:1].isupper() or first[:1].isdigit()):
            return f"{label}: {' '.join(words[count:])}"
    return ""


def _list_facts(posting: Posting) -> Iterator[str]:
    """The short lines that stand before the first heading, and those and the headings with a label anywhere."""
    is_before, is_listing = True, False
    for section in posting.sections:
        is_before = is_before and not section.heading
        if _is_short(section.heading) and read_label(section.heading):
            yield section.heading
        for line in section.lines:
            labelled = read_label(line.text)
            is_listing = bool(_SITES.fullmatch(labelled[0])) if labelled else is_listing
            is_short = len(line.text) <= LONGEST_FACT and (not _is_sentence(line.text) or is_fact(line.text))
            if (is_short and (is_before or labelled or is_listing)) or (
                labelled and PLACE_LABEL.fullmatch(labelled[0])
            ):
                yield from _split_glued(line.text)


def _split_glued(text: str) -> list[str]:
    """The facts of a line that has lost what parted them: Elm CouncilEly€30,000 a yearFull-time. Others stay."""
    return _GLUE.split(text) if _GLUED.search(text) else [text]


def _is_sentence(text: str) -> bool:
    longest = max((len(part.split()) for part in _FIRST_SENTENCE.split(text)), default=0)
    return text.endswith((".", "!", "?")) and longest > 9  # noqa: PLR2004


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_FACT


def _find_first[T](lines: Iterable[str], find: Callable[[str], T | None]) -> T | None:
    return next((found for line in lines if (found := find(line))), None)


def _find_company(posting: Posting, facts: list[str], header: list[str]) -> str:
    labelled = next(find_labelled_words(facts, _COMPANY), "")
    if labelled[:1].isupper() or labelled.isalpha():
        parts = [part.partition(" (Pty)")[0].strip() for part in labelled.split(",")]
        return next((part for part in parts if not is_generic_name(part)), parts[0])
    lines = [line for section in posting.sections for line in (PostingLine(section.heading), *section.lines)]
    prose, points = ([line.text for line in lines if line.bullet is is_point] for is_point in (False, True))
    spaced = {*_list_spaced(posting)}
    names = (text for text in header if not read_label(text) and _split_spaced(text) not in spaced)
    found = find_company(names, prose, points, _is_other_fact, posting.title)
    found = "" if _TASK.match(found) and starts_with_duty(found) else found
    named = find_labelled_words(filter(_is_short, facts), PLACE_LABEL)
    sites = filter(EMPLOYER_WORD.search, named)  # Site: Mill Lane Hospital
    return found or next((site.partition(",")[0].strip() for site in sites), "")


def _is_other_fact(words: str) -> bool:
    return bool(
        is_fact(words)
        or is_label(words)
        or all(map(read_places, words.split(" & ")))
        or find_employment([words], ())
        or find_workplace([words], ())
        or re.search(
            r"\b(?:permanent|year[- ]round|indefinido|weeks?|days?|shift|posted|yesterday|experience|salary|pay"
            r"|information)\b|\bhours\b(?! [A-Z])",
            words,
            re.IGNORECASE,
        )
    )


def _find_deadline(lines: list[str], apply: list[str], country: str) -> date | None:
    found = _find_first(lines, lambda line: find_deadline(line, country))
    asking = [*apply, *(line for line in lines if _SENDS.search(line) and _find_contact(line))]
    found = found or _find_first(asking, lambda line: find_deadline(line, country, says_how=True))
    last = None if found else find_last_date(lines, country)
    if not last:
        return found
    return _find_first(lines, lambda line: find_deadline(line, near=last)) or _find_first(
        asking, lambda line: find_deadline(line, near=last, says_how=True)
    )


def _find_address(apply: list[str], lines: list[str]) -> str:
    """Where to apply: the first address of the lines that say how, if possible one that is not for questions alone."""
    stated = [(line, before) for line, before in zip(apply, ["", *apply], strict=False) if not _ASIDE.search(line)]
    direct = [
        line
        for line, before in stated
        if not _ASKING.search(line if len(line.split()) >= _FEW_WORDS else f"{before} {line}")
    ]
    said = [line for line, _ in stated]
    found = _find_first([*direct, *said], _find_contact) or _find_first(said, _find_bare_address)
    addressed = (line for line in lines if "@" in line or "://" in line)
    others = (line for line in addressed if not _ASKING.search(line) and not _ASIDE.search(line))
    return found or _find_first(others, _find_contact) or ""


def _find_bare_address(line: str) -> str | None:
    """An address without its scheme, such as jobs.elm.example/12, with one."""
    match = _BARE.search(line) if _SENDS.search(line) or "applic" in line.lower() or _BARE.match(line) else None
    return f"https://{match[0].rstrip('.')}" if match else None


def _find_contact(line: str) -> str | None:
    match = _CONTACT.search(line)
    return match[0].rstrip(".,;:") if match else None


def _find_code(posting: Posting, facts: list[str], apply: list[str]) -> str:
    """The reference number of a label, of the title, of a line of its own, or that applicants are to quote."""
    found = (
        *(_REFERENCE.search(fact) for fact in facts if read_label(fact)),
        *(_REFERENCE.search(fact) for fact in facts),
        _REFERENCE.search(posting.title),
        _QUOTED.search(posting.title),
        _TITLE_END.search(posting.title),
        _TITLE_ASIDE.search(posting.title),
        *(_NUMBER.match(words) for words in find_labelled_words(facts, _NUMBERED)),
        *(_CODE.fullmatch(fact) for fact in facts),
        *(_QUOTED.search(line) for line in apply),
    )
    return next((match["code"] for match in found if match), "")
