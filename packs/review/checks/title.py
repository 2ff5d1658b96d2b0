"""The title of a posting: short, and nothing in it but the job."""

import re
from collections.abc import Callable, Iterator

from packs.posting.facts import TextSpans, make_finder
from packs.posting.gazetteer import find_cities
from packs.posting.value import Posting
from packs.review.check import Find, ReviewCheck, build_example_posting, get_title_line
from packs.review.checks.gendered import GENDERED_NOUN, names_both
from packs.review.finding import Finding, FindingSeverity
from packs.review.sources import PROFILES, side_by_side

type Spans = Callable[[Posting], Iterator[tuple[int, int]]]

_APART = r"(?:[-–—|,:/(\[]|\bin\b|\bat\b)\s*"  # what comes after one of these is an addition to the title
_TOWN = r"(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_PLACE = re.compile(
    rf"{_APART}(?P<words>(?:fully |100% )?remote(?: \w+)?|hybrid|on-?site|work from home|wfh|usa?|uk|emea|apac|eu|nyc"
    r"|new york(?: city)?|san francisco|bay area|london|berlin|paris|toronto|dublin|singapore|sydney|amsterdam"
    rf"|{_TOWN}, (?-i:[A-Z]{{2}}))(?=\s*$|\s*[-–—|,:/)\]])"
    rf"|\bin (?!Test\b|Training\b|Residence\b|Chief\b)(?P<town>{_TOWN})\s*$"
    r"|^(?P<first>remote)(?! sensing\b)(?= )",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:I{1,3}|IV|VI?)$|\b(?:L|E|IC|P)-?\d\b|\b(?:level|grade|band) (?:\d+|I{1,3}|IV|V)\b|(?<=[a-z] )(?<! x )\d$"
    r"|(?:[A-Z]{1,3}\d|I{1,3}-[A-Z])(?:/[A-Z\d-]+)?(?=\)?$)|#[A-Z]*-?\d{3,}"
)
_find_public = make_finder(
    re.compile(
        r"\b(?:(?-i:City|County|Town|State|Province|Borough|Village|Township) of (?-i:[A-Z])|(?-i:[A-Z]\w+ County)\b"
        r"|(?-i:NHS)\b|health board|board of education|school district"
        r"|civil service|public works|bargaining unit|classified (?:service|employee|position)|merit system)",
        re.IGNORECASE,
    )
)
# Seasons and internships pass: they say what job it is, and people search for them.
_EMPLOYMENT = re.compile(
    r"\b(?:full|part)[- ]time\b|\b\d+[- ]months?\b(?! (?:of )?(?:experience|\w+ experience))"
    rf"|(?:{_APART})(?P<words>contract(?:or)?|permanent|temporary|temp|freelance|casual|w2|1099)(?=\s*$|\s*[)\]])",
    re.IGNORECASE,
)
# Money, a bar between two parts and one small sign are plain; a row of signs and pictures are decoration.
_SYMBOLS = re.compile(
    r"!+|[?*$€£@~_=•★☆►✓]{2,}|[*★☆►✓]|[<>{}^]+|[\U0001f300-\U0001faff☀-➿]{2,}|[\U0001f300-\U0001faff]"
)
_CAPITALS = re.compile(r"\b[A-Z]{5,}\b")
_MIXED = re.compile(r"\b[A-Z][a-z]{4,}\b")  # a word beside those in capitals that is not: BARISTA, early shift has none
_CLEVER = re.compile(
    r"\b(?:rock[- ]?stars?|ninjas?|gurus?|wizards?|jedis?|superheroe?s?|heroe?s?|unicorns?|sherpas?|mavens?|czars?"
    r"|warriors?|gladiators?|magicians?|alchemists?|overlords?|samurais?|hustlers?|virtuosos?|dynamos?|whisperers?"
    r"|geniuse?s?|super ?stars?|all[- ]stars?|renegades?|rainmakers?|masterminds?|growth hackers?|code monkeys?)\b",
    re.IGNORECASE,
)
# In a text a journeyman card is a license; a title names the person.
_GENDERED = re.compile(rf"{GENDERED_NOUN.pattern}|\bjourney(?:wo)?m[ae]n\b", re.IGNORECASE)


def find_length(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where the title has more characters than the profile accepts."""
    size, words = len(posting.title), len(posting.title.split())
    title, count = PROFILES["ongig-title"], PROFILES["ongig-title-words"]
    if title.is_above(size):
        yield check.make_finding(
            f"The title has {words} words and {size} characters. {side_by_side([count])} {side_by_side([title])}",
            place=get_title_line(posting).make_place(0, size),
            quote=posting.title,
            suggestion="Keep the words that readers would search for.",
        )


def flag_title_words(spans: Spans, suggestion: str) -> Find:
    """A check that marks the first of these words in the title, with advice: one finding for each kind of fault."""

    def find_title_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
        span = min(spans(posting), default=None)
        if span:
            words = posting.title[slice(*span)]
            yield check.mark_words(get_title_line(posting), span, f"{check.name}: “{words}.”", suggestion=suggestion)

    return find_title_words


def _spans_by(expression: re.Pattern[str]) -> Spans:
    """Where an expression, or the one of its groups that took part, stands in the title. Make it once for each
    expression.
    """

    def find_spans(title: str) -> TextSpans:
        return tuple(match.span(match.lastgroup or 0) for match in expression.finditer(title))

    return lambda posting: iter(get_title_line(posting).find_once(find_spans))


def _find_written_places(title: str) -> TextSpans:
    """Places and ways of working that are written as additions; after "in" only a town that there is."""
    found = (match for match in _PLACE.finditer(title) if not match["town"] or find_cities(match["town"]))
    return tuple(match.span(match.lastgroup or 0) for match in found)


def _find_places(posting: Posting) -> Iterator[tuple[int, int]]:
    names = [name for place in map(str, posting.places) for name in (place, place.split(",")[0]) if name.strip()]
    yield from {*get_title_line(posting).find_once(_find_written_places), *_find_names(posting.title, names)}


def _find_company(posting: Posting) -> Iterator[tuple[int, int]]:
    """The company's name, apart from where it is a place too: a town that hires."""
    places = [*_find_places(posting)]
    for start, end in _find_names(posting.title, [posting.company] if posting.company.strip() else []):
        if not any(first < end and start < last for first, last in places):
            yield start, end


def _find_names(title: str, names: list[str]) -> Iterator[tuple[int, int]]:
    for name in dict.fromkeys(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name.strip())}(?!\w)", title, re.IGNORECASE):
            yield match.span()


def _find_capitals(posting: Posting) -> Iterator[tuple[int, int]]:
    """Long words in capitals beside others that are not; a whole title in capitals is the style of some houses."""
    own = {word for term in posting.role_terms for word in term.split()}
    if not _MIXED.search(posting.title):
        return
    for match in _CAPITALS.finditer(posting.title):
        if match[0] not in own:
            yield match.span()


_find_numerals = _spans_by(_LEVEL)
_find_nouns = _spans_by(_GENDERED)


def _find_levels(posting: Posting) -> Iterator[tuple[int, int]]:
    """Numerals of a level, but not those of a public office, whose classes are known and filed by them."""
    levels = [*_find_numerals(posting)]
    if levels and not any(line.find_once(_find_public) for line in posting.passages):
        yield from levels


def _find_gendered(posting: Posting) -> Iterator[tuple[int, int]]:
    """Words that name one sex alone: not host/hostess."""
    return (span for span in _find_nouns(posting) if not names_both(posting.title, span))


def _make_check(name: str, looks_for: str, find: Find, *, raises: str, passes: str, **more: str) -> ReviewCheck:
    return ReviewCheck(
        id=f"title-{name.lower().replace(' ', '-')}",
        name=f"Title: {name[0].lower()}{name[1:]}",
        looks_for=looks_for,
        why=more.get("why", "Readers search for the plain name of a job, and sites file it by that name."),
        severity=FindingSeverity(more.get("severity", "warning")),
        source=more.get("source", "indeed"),
        find=find,
        raises=build_example_posting(title=raises),
        passes=build_example_posting(title=passes),
    )


_SHOP = Posting(title="Data Analyst at Corner Store", company="Corner Store")
TITLE_CHECKS = (
    _make_check(
        "Length",
        "More than 60 characters.",
        find_length,
        raises="Data Analyst for Orders, Stock and Returns of the Northern and Southern Stores",
        passes="Data Analyst",
        source="ongig",
        why="Long titles are cut off in lists of results.",
    ),
    _make_check(
        "Place",
        "A place or a way of working: in Leeds, Remote, Austin, TX.",
        flag_title_words(_find_places, "Drop it: the place has a field of its own."),
        raises="Data Analyst - Remote",
        passes="Remote Sensing Analyst",
    ),
    ReviewCheck(
        id="title-company",
        name="Title: company",
        looks_for="The company's name.",
        why="The company has a field of its own, next to the title.",
        severity=FindingSeverity.WARNING,
        source="indeed",
        find=flag_title_words(_find_company, "Drop it."),
        raises=_SHOP,
        passes=Posting(title="Data Analyst", company="Corner Store"),
    ),
    _make_check(
        "Level numeral",
        "A level by number or grade, except in government jobs: II, 3, L5.",
        flag_title_words(_find_levels, "Write the level as a word, such as Senior, or leave it to the text."),
        raises="Data Analyst II",
        passes="Senior Data Analyst",
        why="Levels by number mean something only inside one company.",
    ),
    _make_check(
        "Employment type",
        "Full-time, part-time, contract and the like.",
        flag_title_words(_spans_by(_EMPLOYMENT), "Drop it: the employment type has a field of its own."),
        raises="Data Analyst (Full-time)",
        passes="Contract Manager",
    ),
    _make_check(
        "Symbols",
        "Exclamation marks, stars, strings of symbols, emoji. Pay, C# and C++ pass.",
        flag_title_words(_spans_by(_SYMBOLS), "Drop it."),
        raises="Data Analyst!!",
        passes="C# Developer",
        why="Sites may refuse a posting whose title is decorated.",
    ),
    _make_check(
        "Capitals",
        "Words of five or more letters in capitals, other than the role's own terms, next to words in lowercase.",
        flag_title_words(_find_capitals, "Write it in lowercase with initial capitals."),
        raises="URGENT Data Analyst",
        passes="SQL Analyst",
        why="Sites may refuse a posting whose title shouts.",
    ),
    _make_check(
        "Clever name",
        "Ninja, guru, rockstar, wizard and the like.",
        flag_title_words(_spans_by(_CLEVER), "Use the name that readers would search for."),
        raises="Data Wizard",
        passes="Data Analyst",
        source="ongig",
    ),
    _make_check(
        "Gendered",
        "Gendered titles: salesman, waitress, chairman.",
        flag_title_words(_find_gendered, "Use the neutral title: salesperson, server, chair."),
        raises="Salesman",
        passes="Sales Adviser",
        source="eu-2023-970",
        severity="error",
        why="Sex is protected, and European Union law requires neutral titles.",
    ),
)
