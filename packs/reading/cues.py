"""What a line is about by its own words, where no heading says so."""

import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import cachetools
import msgspec

from packs.posting.value import Kind
from packs.reading.headings import LINES_REMEMBERED
from packs.reading.occupation_words import OCCUPATION

LONGEST_LOOK = 2_000  # characters of a line that are looked at
_STRONG, _WEAK = 2.0, 1.0
_MOST = 8.0  # what one kind can get, so that a long line is not surer than a clear one
_FILE = Path(__file__).with_name("cues.yaml")
LEARNED = Path(__file__).with_name("words.json")
_READ_WORD = re.compile(r"[a-z]{2,}|[$£€@?]|\d")
_VAGUE = 0.75  # what words for the job count, which lines of every other kind have too


class _Cues(msgspec.Struct, forbid_unknown_fields=True):
    strong: list[str]
    weak: list[str]


class LearnedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What single words say about a line, as `manage.py learn_words` counted it in labeled postings: for each word and
    each of the `kinds`, in their order, how much more often it stands in such lines than in others, as a logarithm, in
    tenths.
    """

    kinds: tuple[Kind, ...]
    words: dict[str, tuple[int, ...]]


_DATA = msgspec.yaml.decode(_FILE.read_bytes(), type=dict[str, _Cues | list[str]])
_VERBS = frozenset(word for word in _DATA.pop("verbs") if isinstance(word, str))  # type: ignore[union-attr]
_SENTENCE = re.compile(
    r"(?:^(?:\d{1,2} (?=[A-Z]))?|[.;!?:] )"
    r"\W{0,3}(?:you (?:will |would )?(?!bring|hold|know|speak|learn|look|see|get|receive|join)"
    # The director hires, the teacher will take
    r"|the (?!custom|numb|cent|summ|wint|earli|form|high|low|lat|own|oth)"
    r"(?:[a-z]{2,12}(?:er|or|ist|ant|ian)|clerk|nurse|cook|chef|guard|aide|fellow|associate) "
    r"(?:will (?!be|have|need|report|join|get|receive))?"
    r"|you['’](?:ll|d) "
    r"(?!bring|join|get|receive|learn)|to (?=[a-z]{3}))?([^\W\d_]+)",
    re.IGNORECASE,
)


# What goes on a list of what somebody does: floods the ice, sets out nets and cleans the rooms.
_GOES_ON = re.compile(r"(?:,(?: and| or)?|;| and| or)\s([a-z]{2,14}(?:s|ing))\b(?= )")
_FEWEST_LISTED = 2
# After a verb's word, what makes it the name of something: Grade 3, Work hours: 37, Closing 11/03.
_NAMED = re.compile(
    r"\s?(?:[\d:/]|(?:dates?|hours|types?|times?|days?|conditions|experience|schedules?)\b|\Z)", re.IGNORECASE
)


_CAPITAL = r"[A-ZÀ-Þ][\w&'’.+-]{0,30}"
_NO_EMPLOYER = (
    r"(?!(?:You|We|I|It|They|He|She|This|That|These|Those|There|Here|If|As|In|On|At|For|To|From|With|Our|Your|Their|Its"
    r"|His|Her|All|Each|Every|Most|Must|Some|Two|Three|Four|Half|What|Who|How|When|Where|Why|Applicants|Candidates|Pay"
    r"|Salary|Work|Hours|Training|Experience|Benefits|Team|Staff|Management)\b)"
)
_EMPLOYER = re.compile(
    rf"(?:At |The |Here at |Set in [^,]{{3,60}}, (?:near \w+, )?(?:the )?)?{_NO_EMPLOYER}"
    rf"(?P<name>{_CAPITAL}(?: (?:{_CAPITAL}|&|of|and|for|the|de|la|du)){{0,6}})"
    r"(?: \([^()]{1,40}\))?(?:, (?:an?|the|part|one) [^,.]{3,60},)?(?: (?:group|company|school|hospital"
    r"|council|trust|college|university|firm"
    r"|academy))?,?(?: in [A-Z][a-z]+)?(?:['’]s?(?: [\w-]+){1,6}?)? (?P<verb>is|are|was|were|has|have|offers"
    r"|provides|serves|operates|supports|helps|delivers|believes|makes|builds|runs|sells|employs|aims|exists|works|stands|strives|leads"
    r"|manages|owns|brings|boasts|comprises|participates|plans|keeps|holds|shows|looks|designs|develops|publishes"
    r"|produces|supplies|connects|trains|teaches|cares|hosts|grows|moves|ships|repairs|prints|bakes|treats|insures"
    r"|lends|protects|welcomes)\b"
)
# A name of several words tells an employer before any verb.
_EMPLOYER_DOES = re.compile(
    rf"(?:The )?{_NO_EMPLOYER}(?P<name>{_CAPITAL}(?: (?:{_CAPITAL}|&|of|and|for|the)){{0,5}} {_CAPITAL})"
    rf"(?: in {_CAPITAL})? (?P<verb>[a-z]{{3,12}}[a-rt-z]s)\b"
)
_EMPLOYER_SPEAKS = re.compile(
    rf"We(?: are|['’]re) (?:the )?(?!Disab|Equal|Hiring|Look|Now|Recruit|Seek|Expand|Grow)(?P<name>{_CAPITAL})"
    r"(?P<verb>)"
)
# At Mill Lane Bakery, our ovens are never cold.
_EMPLOYER_AT = re.compile(
    rf"(?:Here )?[Aa]t (?:the )?{_NO_EMPLOYER}{_CAPITAL}(?: (?:{_CAPITAL}|&|of|and|for|the)){{0,6}}, (?:our|we)\b"
    r"(?!(?: are|['’]re) (?:look|hir|seek))"
)
_SEEKS = re.compile(
    r"\b(?:looking|on the (?:search|look-?out|hunt)|seek\w*|hir(?:ing|es)|needs|requires|wants|wish\w*"
    r"|appoint\w*|advertis\w*|recruit\w*|search\w*|responsible|required|expected|you|invit\w+|vacanc\w+"
    r"|opening|interviewing|opportunity for|an equal|committed to"
    r"|available|located in|based in)\b",
    re.IGNORECASE,
)
# The Server is the main provider of service to guests: the job, and not the employer.
_JOB_SPEAKS = re.compile(
    r"(?:Your (?:job|role|work|mission|day)|You (?:are|will|would|have)|You['’](?:ll|re|d|ve)"
    r"|The (?:incumbent|post ?holder|role|position|(?:ideal|successful|right) (?:candidate|applicant|person))"
    rf"|(?:The|This|An?|As an?|Our) (?:[\w/&-]+ ){{0,3}}?(?:{OCCUPATION.pattern}|server),? "
    r"(?:is|will|works|provides|supports|serves|performs|assists|plays|acts|helps|you))\b",
    re.IGNORECASE,
)
# An employer that gives its people something: Mill Lane offers staff a pension.
_GIVES_STAFF = re.compile(
    r"[^.;:]{2,80}? (?:offers?|provides?|gives?) (?:all |its |our )?(?:employees|staff|colleagues|team members|you)\b"
    r"|[^.;:]{2,80}? offers? (?:an? |the )?(?:\w+ ){0,3}(?:benefits|salary|pay|package|leave)\b",
    re.IGNORECASE,
)
_SEEKS_LATER = re.compile(
    r"\b(?:wish(?:es)? to (?:recruit|appoint|hire|fill)|ha(?:s|ve) (?:an?|one|two|three|\d+) (?:opening|vacanc)"
    r"|(?:is|are) (?:now |currently )?(?:seeking|recruiting|hiring|looking for|interviewing)"
    r"|invites? applications|seeks? to (?:appoint|recruit|hire))\b",
    re.IGNORECASE,
)
_FIRST_SENTENCE = 240  # characters
_SENTENCE_END = re.compile(r"(?<=\w{4})[.!?]\s")
_FIRST_WORDS = 60  # characters after the verb, which tell whether the employer seeks somebody


_EQUAL_LINE = re.compile(
    r"\A(?:(?:AA|EEO)/)?(?:EOE?|EEOE?|EOO)\b[\w/ .-]{0,40}\Z"
    r"|(?:we(?: are|['’]re)|(?:the )?[A-Z][^.:;]{1,60} is) an? (?:\w+ ){0,4}?equal[- ]"
    r"(?:\w+ )?opportunit(?:y|ies)\b[\w /-]{0,40}? employers?\b"
    r"|\A(?:the )?[A-Z][^.:;]{1,60} is an? (?:EEOE?|EOE?)(?:/AA)?(?: employer)?\W*\Z",
    re.IGNORECASE,
)


def _compile_cues(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{'|'.join(words)})")


_CUES = {
    Kind(name): (_compile_cues(cues.strong), _compile_cues(cues.weak))
    for name, cues in _DATA.items()
    if isinstance(cues, _Cues)
}


_WORDS = msgspec.json.decode(LEARNED.read_bytes(), type=LearnedWords)


def weigh_kinds(text: str) -> Counter[Kind]:
    """How strongly a line's words speak for each kind of section, from 0 to 8. The result is kept under a hash of the
    line.
    """
    return _weigh_line(text).copy()


@cachetools.cached(cachetools.LRUCache(LINES_REMEMBERED), key=hash, lock=threading.Lock())
def _weigh_line(text: str) -> Counter[Kind]:
    text = text[:LONGEST_LOOK]
    scores: Counter[Kind] = Counter()
    lower = text.lower()  # cues are written so: a search that ignores case takes twice as long
    for kind, (strong, weak) in _CUES.items():
        score = _STRONG * _count_matches(strong, lower) + _WEAK * _count_matches(weak, lower)
        if score:
            scores[kind] = min(score, _MOST)  # type: ignore[assignment]
    if opens_with_employer(text):
        said = Kind.BENEFITS if _GIVES_STAFF.match(text) else Kind.COMPANY
        scores[said] = min(scores[said] + _STRONG, _MOST)  # type: ignore[assignment]
    rivals = {Kind.ABOUT} if scores[Kind.COMPANY] else set()
    if _JOB_SPEAKS.match(text):
        del scores[Kind.COMPANY]
        rivals = {Kind.COMPANY}
    duties = sum(_is_duty(match[1]) and not _NAMED.match(text, match.end()) for match in _SENTENCE.finditer(text))
    listed = sum(map(_is_duty, _GOES_ON.findall(text)))
    if listed >= _FEWEST_LISTED and not scores[Kind.COMPANY]:
        duties += listed
    if duties:
        scores[Kind.RESPONSIBILITIES] = min(scores[Kind.RESPONSIBILITIES] + _STRONG * duties, _MOST)  # type: ignore[assignment]
    for kind, points in _weigh_words(lower):
        if points > 0 and kind not in rivals:
            scores[kind] = min(scores[kind] + points, _MOST)  # type: ignore[assignment]
    return scores


def list_words(lower: str) -> set[str]:
    """The distinct words of a text in lower case, and the signs that tell something; every figure counts as 0."""
    return {"0" if word.isdigit() else word for word in _READ_WORD.findall(lower)}


def _weigh_words(lower: str) -> Iterator[tuple[Kind, float]]:
    """What the words of a line say for each kind, in points: more where they agree than where there are many."""
    known = [weights for word in list_words(lower) if (weights := _WORDS.words.get(word))]
    share = 10 * len(known) ** 0.5
    for kind, tenths in zip(_WORDS.kinds, zip(*known, strict=True), strict=bool(known)):
        yield kind, sum(tenths) / share * (_VAGUE if kind is Kind.ABOUT else 1)


def opens_with_employer(text: str) -> bool:
    """Whether a line starts with a name and says what its bearer is or does, other than that it seeks somebody."""
    if _EMPLOYER_AT.match(text):
        return True
    match = _EMPLOYER.match(text) or _EMPLOYER_DOES.match(text) or _EMPLOYER_SPEAKS.match(text)
    return (
        match is not None
        and not OCCUPATION.search(match["name"])
        and not _SEEKS_LATER.search(text, match.start("verb"), match.start("verb") + _FIRST_SENTENCE)
        and not _SEEKS.search(text, match.start("verb"), match.start("verb") + _FIRST_WORDS)
    )


def seeks_somebody(text: str) -> bool:
    """Whether the first sentence of a line says that an employer looks for somebody, however much it tells before."""
    return bool(_SEEKS_LATER.search(_SENTENCE_END.split(text[:_FIRST_SENTENCE], maxsplit=1)[0]))


def starts_with_duty(line: str) -> bool:
    """Whether a line starts with a verb for something to do, and not with a name."""
    match = _SENTENCE.match(line)
    return bool(match and _is_duty(match[1]) and not _NAMED.match(line, match.end()))


def is_equal_line(text: str) -> bool:
    """Whether a line says nothing else than that the employer treats everybody alike."""
    lower = text.lower()  # a quick look, before the whole expression is tried
    return ("equal" in lower or "eo" in lower[:80]) and bool(_EQUAL_LINE.match(text))


def weigh_lines(lines: Iterable[str]) -> Counter[Kind]:
    """The sum of what `weigh_kinds` gives for some lines: how strongly they speak for each kind of section."""
    total: Counter[Kind] = Counter()
    for line in lines:
        total.update(weigh_kinds(line))
    return total


def find_best(scores: Counter[Kind]) -> tuple[Kind | None, float, float]:
    """The kind with the highest score (None without any), that score, and its lead over the next one."""
    ranked = scores.most_common(2)
    if not ranked:
        return None, 0.0, 0.0
    kind, score = ranked[0]
    return kind, score, score - (ranked[1][1] if len(ranked) > 1 else 0)


def _is_duty(word: str) -> bool:
    """Whether a sentence that starts with a word names something to do, as in Write, Writes and Writing."""
    word = word.casefold()
    stems = (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ing"),
        word.removesuffix("ing") + "e",
    )
    return any(stem in _VERBS for stem in stems)


def _count_matches(expression: re.Pattern[str], text: str) -> int:
    return len({match[0] for match in expression.finditer(text)})
