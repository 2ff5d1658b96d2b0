"""Nouns and pronouns that name a sex where the reader is meant."""

import re
from collections.abc import Iterator

from packs.posting.facts import TextSpans, make_finder
from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.measures import find_sentences

_TRADES = (
    r"sales|chair|fore|repair|crafts|business|camera|bar|chain|draughts|drafts|lines|trades|service|delivery|mail"
    r"|post|watch|workm?"
    r"|maintenance|middle|alder|council|congress|anchor|weather|fisher|cattle|stock|signal|police|fire|handy|crew"
    r"|door|bell|(?!(?-i:Ombudsman)\b)ombuds|garbage|trash|bonds|patrol|news|track|rail|warehouse|store|van|boat"
    r"|dairy|spokes|sports|stable|dust|milk|rifle|ground[s]?|yard|clergy"
)
GENDERED_NOUN = re.compile(
    rf"(?<![\w-])(?=[\w(])(?:(?!(?:crafts|sports|work)manship)(?!(?-i:Postman)(?:[,/)]| (?:and|or|collections?)))"
    rf"(?:{_TRADES})(?:wo)?m[ae]n(?:ship)?\b(?!['’]s? (?:book|comp|famil|wives|wid|(?-i:[A-Z])))|(?:one|two|three|four"
    rf"|five)-m[ae]n\b(?! rule)"
    r"|man[- ]?power\b"
    r"|man(?:ned|ning)? (?:the|our|a|its|their|your) (?:[a-z]+ ){0,2}?(?:desk|doors?|phones?|tills?|bar|counter|booth"
    r"|gate|stand|stall|station|front|reception|register|office|shop|store|kitchen|helpline|line|table)\b"
    r"|(?:waitress|stewardess|hostess|actress|seamstress|manageress|headmistress|headmaster|barmaid|chambermaid"
    r"|cleaning lady|tea lady|dinner lady|lollipop lady|housewi(?:fe|ves)|housemaid|usherette"
    r"|masseuse|landlady|salesgirl|busboy|bellboy)(?:es"
    r"|s)?\b"
    r"|(?:right-hand|office|front|counter|promo|shop) (?:girls?|boys?|man|woman)\b|girl friday\b|girl boss\b"
    r"|(?:our|more|these|two|three|pretty|friendly|other|some|nice) girls\b"
    r"|(?:join|meet|like|with|among|one of|help|helping|joining) the (?:girls|boys)"
    r"(?! (?:and|school|team|club|who|in(?! (?:our|the) (?:office|shop|salon|practice|kitchen)))\b|['’])"
    r"|(?:girls|boys) (?:needed|wanted|only|preferred)\b"
    r"|lads\b|(?:delivery|repair|maintenance|sales|service|camera|business)[- ](?:wo)?m[ae]n\b|sales ?lad(?:y|ies)\b"
    r"|(?:delivery|paper|tea|stable|kitchen) boys?\b|(?:[a-z]+ )?guys?\b(?! fawkes)"
    r"|our boys\b|good fairy\b|(?:her|his) boss\b"
    r"|(?:family|company) m[ae]n\b(?! \w+ship)"
    r"|(?<!girls and )(?<!boys and )(?:strong|young|able|handy|fit|tough|right|ideal|best) (?:wo)?m[ae]n\b"
    r"|(?:wo)?m[ae]n (?:only|wanted|preferred)\b|only (?:(?:wo)?men|(?:fe)?males)\b(?= (?:may|can|should|need|apply)\b)"
    r"|\A(?:fe)?males?\b(?=\s?\(|,(?! (?:(?:fe)?male|non-?binary|trans\w*|other|diverse)\b)"
    r"| (?:with|aged?|between)\b|\.?\Z)"
    r"|lady (?:assistant|doctor|teacher|officer|warden|superintendent|constable|staff|candidates?"
    r"|receptionist|driver|guard)s?\b"
    r"|ex-servicem[ae]n\b(?! and (?:service)?women)"
    r"|\((?:(?:fe)?males?|men|women|ladies)(?: only)?\)|(?:gender|sex)\s?:\s?(?:fe)?males?\b(?!\s?(?:/|,|or\b|and\b|&))"
    r"|(?:(?:fe)?male|lady) [a-z]+ (?:required|wanted|needed|preferred)\b"
    r"|(?:fe)?males? (?:only|preferred|required|wanted)\b|(?:fe)?male (?:candidates?|applicants?|staff|colleagues?"
    r"|assistants?|drivers?|cooks?|bartenders?|servers?|receptionists?|carers?|workers?|trainers?|models?|hosts?)\b"
    r"|(?:looking for|seeking|want|need) an? (?:[a-z-]+ )?(?:man|woman|lady|girl|boy|gentleman|lad)\b"
    r"|an? (?!(?:first|young) lady)(?:[a-z]+ )?(?:gentleman|lady)\b(?!['’])"
    r"|(?<!first )(?<!ladies and )(?:ladies|gentlemen)\b(?!['’])"
    r"(?! (?:room|toilet|wear|shoes|fashion|team|day|golf|tees|and gentlemen)))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<word>he|she|his|hers?|him|himself|herself)\b(?: (?!is\b|was\b|and\b|will\b|the\b|or\b)[a-z][a-z-]+)?",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:he|him|his|himself)\s?(?:/|or|and|,)\s?(?:she|hers?|herself)|\b(?:she|hers?|herself)\s?(?:/|or|and"
    r"|,)\s?(?:he|him|his|himself)|\(s\)he|s/he|they/them",
    re.IGNORECASE,
)
# Beside the reader, the pronoun is somebody else's: you would cover her shifts.
_BESIDE_READER = re.compile(
    r"\byou(?:['’](?:d|ll|re)|(?: (?:will|would|can|may|are))?)(?: be)?(?: [a-z]+)?"
    r" (?:cover|covering|replac(?:e|ing)|succeed|follow|stand in|standing in|step in|take over|work|working|report"
    r"|reporting|help|support|assist|join)(?: (?:for|from|with|to|alongside|beside))?\Z",
    re.IGNORECASE,
)
# Somebody or something else is meant: a name, a title, a ship, an animal, a client.
_SOMEBODY_ELSE = re.compile(
    r"(?<=[a-z,;] )(?!English|Head|Chief|IT|HR|Board|Service|Desk|Lead|Senior|French|German|Spanish|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|CEO"
    r"|CFO|VP|Director|Manager|Executive|Assistant|Associate|Deputy|Officer|Administrator|Superintendent|Supervisor"
    r"|Coordinator|Trustees?|Governors?|Directors|Committee|Council|Commission|Department|Office|County|City|Town|State"
    r"|District|School|College|University|Company|Clerk|Secretary|Treasurer|January|February|March|April|May|June"
    r"|July)[A-Z][a-z]+\b"
    r"|\b(?:Mr|Mrs|Ms|Dr|Father|Sister|founder|grandm\w+|grandf\w+|mother|father|mum|mom|dad|wife|husband|brother"
    r"|daughter|son|uncle|aunt|ship"
    r"|vessel|boat|steel|steamer|tug|trawler|ferry|cow|mare|ewe|sow|hen|bull|calf|foal|lamb|dog|cat|horse|client"
    r"|patient"
    r"|child|baby|infant|newborn|pupil|student|learner|resident|tenant|caller|guest|visitor|customer|girl"
    r"|boy who)\b"
)
_READ = (
    Kind.ABOUT,
    Kind.COMPANY,
    Kind.RESPONSIBILITIES,
    Kind.REQUIRED,
    Kind.NICE_TO_HAVE,
    Kind.OTHER,
    Kind.HOW_TO_APPLY,
    Kind.COMPENSATION,
    Kind.BENEFITS,
)

# A word for one sex beside its twin for the other names both: host/hostess, salesmen and saleswomen.
_TWIN = (
    r"(?:hosts?|waiters?|stewards?|actors?|tailors?"
    r"|(?:sales|business|chair|crafts|trades|fire|police|spokes)(?:wo)?m[ae]n)\b"
)
_AFTER_TWIN = re.compile(rf"\b{_TWIN}\s?(?:/|and|or|&)\s?$", re.IGNORECASE)
_BEFORE_TWIN = re.compile(rf"\s?(?:/|and |or |& )\s?{_TWIN}", re.IGNORECASE)
_TWIN_REACH = 24  # characters
PRONOUN_SOURCE = "stout-2011"
_find_nouns = make_finder(GENDERED_NOUN)


def find_gendered_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each gendered noun, and for the first pronoun of each sentence about the person wanted."""
    for passage in posting.of_kind(*_READ):
        if not passage.is_boilerplate:
            for span in passage.find_once(_find_unpaired):
                yield check.mark_words(
                    passage,
                    span,
                    f"“{passage.text[slice(*span)]}” is a gendered word.",
                    suggestion="Use a word for everyone: salesperson, chair, server, staff.",
                )
            yield from _mark_pronouns(passage, check)


def _find_unpaired(text: str) -> TextSpans:
    """Where nouns stand that name one sex alone."""
    return tuple(span for span in _find_nouns(text) if not names_both(text, span))


def names_both(text: str, span: tuple[int, int]) -> bool:
    """Whether the word at `span` stands beside its twin for the other sex."""
    start, end = span
    before = _AFTER_TWIN.search(text, max(0, start - _TWIN_REACH), start)
    return bool(before or _BEFORE_TWIN.match(text, end))


def _mark_pronouns(passage: Passage, check: ReviewCheck) -> Iterator[Finding]:
    for span in passage.find_once(_find_pronouns):
        word = passage.text[slice(*span)].split()[0]
        yield check.mark_words(
            passage,
            span,
            f"“{word}” assumes that the reader is of one sex.",
            source=PRONOUN_SOURCE,
            suggestion="Use you, they or the name of the job.",
        )


def _find_pronouns(text: str) -> TextSpans:
    """Where the first pronoun of each sentence stands, with the word after it, if it speaks of who is wanted."""
    if not _PRONOUN.search(text) or _BOTH.search(text):
        return ()
    firsts = ((start, _PRONOUN.search(text, start, end)) for start, end in find_sentences(text))
    return tuple(
        match.span()
        for start, match in firsts
        if match
        and not _SOMEBODY_ELSE.search(text, start, match.start())
        and not _BESIDE_READER.search(text[start : match.start()].rstrip())
    )


GENDERED_CHECKS = (
    ReviewCheck(
        id="gendered-words",
        name="Gendered words",
        looks_for="Gendered nouns and pronouns: salesman, the girls, he will report.",
        why="Sex is protected. Readers of the other sex feel that the job isn't for them.",
        severity=FindingSeverity.ERROR,
        source="cfr-1604-5",
        find=find_gendered_words,
        raises=build_example_posting(about="He will report to the foreman."),
        passes=build_example_posting(
            about="He or she will report to the shift supervisor. You work with men and women."
        ),
    ),
)
