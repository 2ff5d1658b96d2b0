"""What a search asks for: an intent, a level and a place beside the words that name a role or an occupation."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from rapidfuzz import fuzz, process

from config.pages.search.places import read_place_names
from config.pages.search.question import Intent, Question, Words
from occupations.find import is_title_word, is_whole_title
from packs.posting.gazetteer import find_cities
from roles.search.words import FILLER, split_words

if TYPE_CHECKING:
    from roles.search.names import Names

MOST_WORDS = 16
MOST_LOOKED_UP = 10  # subjects of a search
LONGEST_PHRASE = 5  # words


PHRASES = {
    Intent.LAW: """
        pay transparency; salary transparency; wage transparency; pay law; pay laws; salary law; salary laws; pay range
        law; pay range laws; salary range law; salary range laws; pay transparency law; pay transparency laws; salary
        transparency law; salary transparency laws; pay disclosure; salary disclosure; salary required; pay required;
        salary range required; pay range required; salary history ban; pay history ban
    """,
    Intent.OPENINGS: """
        my openings; my opening; your openings; saved openings; saved opening; my packs; my pack; saved packs; saved
        pack; my job descriptions; saved job descriptions
    """,
    Intent.COMPANY: "company profile; company profiles; employer profile",
    Intent.REVIEW: "review; check; improve; proofread; bias; biased; inclusive language; gendered language",
    Intent.KIT: "interview kit; interview plan; interview guide; interview panel; scorecard; scorecards; score card",
    Intent.QUESTIONS: """
        interview; interviews; interviewing; interview questions; interview question; interview prep; interview
        preparation; prep; prepare; preparing; preparation; question; questions; ask; get ready; getting ready; mock
        interview; mock interviews; practice interview; practice questions; practice interview questions
    """,
    Intent.DESCRIPTION: """
        job description; job descriptions; jd; jds; job posting; job postings; job ad; job advert; job advertisement;
        job template; job spec; template; templates; posting; vacancy; job listing; job listings; help wanted; help
        wanted ad; want ad; hiring ad; recruitment ad
    """,
    Intent.FIRST_DAYS: """
        first 90 days; 90 days; first 30 days; first 60 days; first 100 days; first day; first week; first month; first
        3 months; first three months; 90 day plan; 30 60 90; 30 60 90 day; 30 60 90 plan; 30 60 90 day plan; onboarding;
        onboarding plan
    """,
    Intent.DAY: "day in the life; a day in the life; typical day; daily tasks",
    Intent.CAREER: "career path; career; career ladder; career growth; career progression",
    Intent.SKILLS: "skill; skills; skill set; skillset; requirements; qualifications; competencies",
    Intent.DUTIES: "responsibilities; responsibility; duties; tasks",
    Intent.SALARY: """
        salary; salaries; pay; pay range; salary range; pays; paid; compensation; comp; ote; wage; wages; earn; earns;
        earnings; make; makes; income; how much; high paying; cost of hiring; cost to hire; hiring cost; hiring costs
    """,
    Intent.COMPARISON: "difference; differences; compare; comparison; comparisons; vs; versus",
    Intent.BECOMING: "become; becoming; get into; break into; way into; start as; career change",
    Intent.ROLE: "meaning; definition; role",
}
INTENTS = {tuple(split_words(phrase)): intent for intent, phrases in PHRASES.items() for phrase in phrases.split(";")}
SHORTEST_CORRECTED = 5  # letters; shorter words have too many neighbors
LIKE_ENOUGH = 80  # of 100, by rapidfuzz
INTENT_WORDS = sorted({word for phrase in INTENTS for word in phrase if len(word) >= SHORTEST_CORRECTED})
EXTRAS = frozenset(
    split_words("""
    roles job jobs position need needs needed required law laws best good great example examples sample samples average
    typical free guide tips common top range year years annual current work works someone person new hire hiring write
    hourly yearly monthly median base remote 2024 2025 2026 2027 writing use used download word pdf answers well highly
    money 1 2 3 4 5 6 ii iii iv v
    """)
)
COMPARING = FILLER.intersection(split_words("and between compare comparison difference or than versus vs"))
QUESTION_KINDS = {"behavioral": "behavioural", "behavioural": "behavioural", "situational": "situational"}
RANKS = {
    "senior": "senior", "sr": "senior", "junior": "junior", "jr": "junior", "staff": "staff", "lead": "lead",
    "principal": "principal", "mid": "mid", "entry": "junior", "associate": "associate", "experienced": "senior",
}  # fmt: skip


def read_question(asked: str, names: "Names") -> Question:
    """Find the subject of a search by taking out as few words as possible until a role's name is left. Where no role
    has such a name, misspelled words of intents are corrected; else `roles` is empty, and the subject is the title of
    an occupation, or what is left when everything that can be taken out is.
    """
    words = tuple(names.unify_plural(word) for word in split_words(asked)[:MOST_WORDS])
    readings = [*_list_readings(words)]
    for reading in readings:
        if roles := names.find_named(reading.subject):
            return msgspec.structs.replace(reading, roles=tuple(roles))
    spelled = {word: names.correct_words(names.write_out_words([word])) for word in words}
    for reading in readings:
        corrected = tuple(part for word in reading.subject for part in spelled[word])
        if corrected != reading.subject and (roles := names.find_named(corrected)):
            return msgspec.structs.replace(reading, roles=tuple(roles), subject=corrected)
    if (respelled := tuple(_correct_intent(word, names) for word in words)) != words:
        return read_question(" ".join(respelled), names)
    likely = [reading for reading in readings if not _is_part_of_title(reading)]
    return _find_titled(likely) or max(likely, key=_count_understood)


def _is_part_of_title(reading: Question) -> bool:
    """Whether a place that nothing but its name speaks for stands before the rest, and so is rather a word of a title:
    Reading in reading coach, California in California highway patrol officer.
    """
    return reading.place is not None and reading.intent is None and not reading.is_place_last


def _count_understood(reading: Question) -> tuple[bool, bool, bool, int]:
    return reading.intent is not None, reading.place is not None, not reading.rank, -len(reading.subject)


def _find_titled(readings: Sequence[Question]) -> Question | None:
    """The first reading whose subject is a title of an occupation, with or without filler around it; None where none
    is, or where one reading leaves nothing to look up. Where there is only one, nothing is looked up either.
    """
    if any(reading.intent and is_empty(reading.subject) for reading in readings):
        return None
    subjects = dict[Words, Question]()
    for reading in readings:
        bare = _strip_filler(reading.subject)
        subjects.setdefault(reading.subject, reading)
        subjects.setdefault(bare, msgspec.structs.replace(reading, subject=bare))
    tried = [*subjects.values()] if len(subjects) > 1 else []
    return next((each for each in tried[:MOST_LOOKED_UP] if is_whole_title(" ".join(each.subject))), None)


def _strip_filler(words: Words) -> Words:
    """The words without filler before and after them: what does a plumber do. What compares two things stays."""
    said = [place for place, word in enumerate(words) if word not in FILLER or word in COMPARING]
    return words[said[0] : said[-1] + 1] if said else ()


def _correct_intent(word: str, names: "Names") -> str:
    """The word of an intent that a misspelled word is most like; any other word as it is, and so is each that a job
    title has: a caregiver isn't after a career.
    """
    if len(word) < SHORTEST_CORRECTED or word in INTENT_WORDS or names.knows_word(word) or find_cities(word):
        return word
    alike = process.extractOne(word, INTENT_WORDS, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return alike[0] if alike and not is_title_word(word) else word


def _list_readings(words: Words) -> Iterator[Question]:
    """The ways to read a search, from nothing taken out to everything."""
    intent, kind, without_intent = _take_intent(words)
    bare = [Question(subject=words)]
    if intent:
        bare.append(Question(subject=without_intent, intent=intent, question_kind=kind))
    for question in bare:
        yield from _take_rank(question)
    for question in bare:
        for found in read_place_names().cut_places(question.subject):
            is_last = question.subject[-1] not in found.others
            yield from _take_rank(
                msgspec.structs.replace(question, subject=found.others, place=found.place, is_place_last=is_last)
            )


def _take_intent(words: Words) -> tuple[Intent | None, str, Words]:
    """The first intent in order that the words have a phrase of, the kind of questions, and the words left."""
    found: set[Intent] = set()
    left: list[str] = []
    start = 0
    while start < len(words):
        spans = range(min(LONGEST_PHRASE, len(words) - start), 0, -1)
        span = next((span for span in spans if words[start : start + span] in INTENTS), 0)
        if span:
            found.add(INTENTS[words[start : start + span]])
        else:
            left.append(words[start])
        start += span or 1
    if not found:
        return None, "", words
    kind = next((QUESTION_KINDS[word] for word in left if word in QUESTION_KINDS), "")
    return next(intent for intent in Intent if intent in found), kind, tuple(left)


def _take_rank(question: Question) -> Iterator[Question]:
    """The question as it is, and without each word that names a level; with an intent, without words that add to it."""
    words = question.subject
    yield question
    if question.intent:
        dropped = EXTRAS | ({*QUESTION_KINDS} if question.intent is Intent.QUESTIONS else set())
        words = tuple(word for word in words if word not in dropped)
        if words != question.subject:
            yield msgspec.structs.replace(question, subject=words)
    for place, word in enumerate(words):
        if word in RANKS:
            end = place + 2 if words[place + 1 : place + 2] == ("level",) else place + 1
            yield msgspec.structs.replace(question, subject=words[:place] + words[end:], rank=RANKS[word])


def is_empty(words: Sequence[str]) -> bool:
    """Whether words name no subject: each of them is filler or an extra."""
    return all(word in FILLER or word in EXTRAS for word in words)
