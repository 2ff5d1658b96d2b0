"""What a posting demands beyond the work: degrees, licenses, checks, earlier pay, years, unpaid time."""

import re
from collections.abc import Iterator

from packs.posting.facts import make_finder
from packs.posting.value import Kind, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.checks.language import look_for_phrases, mark_phrases
from packs.review.finding import Finding, FindingSeverity
from packs.review.job_cues import involves_driving, is_licensed, names_licensed_work, works_at_desk
from packs.review.measures import find_sentences
from packs.review.pay_history import find_pay_history

_ASKS = (Kind.REQUIRED, Kind.OTHER, Kind.ABOUT)
_APART_FROM_DUTIES = (
    Kind.ABOUT,
    Kind.REQUIRED,
    Kind.NICE_TO_HAVE,
    Kind.OTHER,
    Kind.HOW_TO_APPLY,
    Kind.COMPENSATION,
    Kind.BENEFITS,
)
# To master a tool, mastery of it and a master electrician are no degree.
_MASTER_OR_BACHELOR = (
    r"(?:(?:bachelor|master)['’]s\b|bachelors?\b|masters?\b(?= (?:degree|level)\b|(?-i: (?:of|in) [A-Z])"
    r"|(?<=s)(?: (?:in|or|and|preferred|required|essential)\b|[.,;/)]|$)))(?! (?:licen[cs]e"
    r"|certificate|of ceremon|thes[ie]s|students?\b))"
)
_NO_PRODUCT = (  # Microsoft's, not a Master of Science
    r"(?![- ](?i:Project|Office|Word|Excel|Teams|Dynamics|SQL|Windows|365|Access|Power|Outlook|Suite|products?)\b)"
    r"(?<![a-z], MS)"
)
_DEGREE = re.compile(
    r"(?<![\w-])(?:an? |the )?(?:(?:completed|relevant|full|four-year|4-year|university|college|undergraduate|graduate"
    r"|advanced|honou?rs) ){0,4}"
    rf"(?:{_MASTER_OR_BACHELOR}(?:(?: of| in) [A-Z]\w+){{0,3}}(?:[- ](?:level )?degree)?|doctorate|Ph\.?D\.?"
    rf"|MBA|(?-i:B\.?Sc?|M\.?Sc?{_NO_PRODUCT}|B\.?A"
    r"|(?<![a-z], )M\.?A|B\.?E|B\.?Tech|BEng|MEng)\b\.?(?:/(?-i:B\.?Tech|BA|BS|MA|MS"
    r"|B\.?E))?(?: degree)?"
    r"|(?-i:B\.?Com|M\.?Com|BBA|BCA|MCA|BCS|MCS)\b\.?|any graduate\b|graduates?(?= in any\b)|degree holders?"
    r"|(?:first[- ]class|second[- ]class|good) degree\b(?! of)"
    r"|(?<=: )degree\b(?=\s*(?:[.,;]|$)| (?-i:[A-Z]))"
    r"|associate['’]?s degree|BSEE|MSEE|BSN|BSME|(?:university|college|undergraduate|graduate|four-year"
    r"|4-year|honou?rs|accredited|baccalaureate) degree|degree[- ](?:educated|qualified)"
    r"|third[- ]level (?:qualification|degree|education)"
    r"|(?:relevant|related|recogni[sz]ed|appropriate) degree\b(?! of)"
    r"|(?<![a-z] )(?<!\d )higher education(?= in (?-i:[a-z])|\s?[.,;(]|\Z)"
    r"|graduates? of (?:any|an?) (?:four|five|4|5)[- ]year (?:course|program(?:me)?)"
    r"|(?:college|university) (?:education|graduates?(?= (?:only|required|with)\b|[.,;]|$))"
    r"|(?<!terminal )degree(?= (?:in|from|required|is (?:required|mandatory|a must|essential|needed)|level)))"
    r"(?: in (?!the\b)[a-z]+(?: [a-z]+)?)?(?: (?:is )?(?:only|required|mandatory|essential|needed|a must))?",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\bexperience (?:may|can|will) (?:replace|substitute|be (?:substituted|considered|accepted))"
    r"|\b(?:equivalent|any|suitable) combination of (?:education|training|experience)|in lieu of (?:a |the )?degree",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(
    r"(?:mix|blend|mixture) of"
    r"|(?<!degree )(?<!foreign )equivalen(?!\w{0,3} (?:degree|foreign))|comparable|or (?:the (?:same|like) "
    r"|[\w-]+ ){0,5}(?:knowledge|experience|training|practice|work"
    r"|years?)|experience (?:may|can"
    r"|could|will|counts?)|instead|in lieu|in place of"
    r"|combination|substitut|replace|stand in|similar (?:experience|level)|prefer(?:red|ably|ence)|a plus|an asset"
    r"|undergraduate or|desir(?:ed|able)|ideal|welcome|nice to have|advantage|bonus"
    r"|(?:do(?:es)? not|don['’]t|no) (?:\w+ ){0,4}degree|degree (?:is )?(?:not|optional)|not (?:needed|required"
    r"|necessary)|optional|helpful|or (?:an? )?(?:apprenticeship|diploma|certificate|HND|NVQ|high school|associate"
    r"|trade)|with or without|years?['’]? [^.]{0,80}\bor [^.]{0,40}(?:degree|bachelor|master)"
    r"|qualified by experience|working towards?|process of completing|enrolled|student"
    r"|stud(?:ying|y (?:for|toward)|ies (?:for|toward))|pursuing|candidates? for"
    r"|\b(?:HN[CD]|OND|NVQ|diploma|certificate)(?:\s?/|,? or\b)|/\s?(?:HN[CD]|OND|NVQ|diploma)\b",
    re.IGNORECASE,
)
_OFFERS_ANOTHER = re.compile(
    r"[;,] ?or:?\s{0,3}\Z|\A\s{0,3}or:?\s{0,3}\Z", re.IGNORECASE
)  # the next line is one more way
_DEMANDED = re.compile(
    r"\b(?:required|requires?|must (?:have|hold|possess)|minimum|essential|mandatory|needed)\b", re.IGNORECASE
)
_IS_REQUIRED = re.compile(r"\b(?:required|mandatory|must have)\b[,;]", re.IGNORECASE)
_LICENSE = re.compile(
    r"\b(?:an? )?(?:(?:valid|current|clean|full|UK|US|EU|state|class [A-Z\d]"
    r"|(?-i:[A-Z][a-z]+)) ){0,4}(?:driver['’]?s?['’]?|driving) licen[sc]es?\b"
    r"|\b(?:valid|current|state) D\.?L\b|\blicensed drivers?\b"
    r"|\bfull,? (?:and )?clean (?:(?:UK|EU|current|manual) )?licen[sc]e\b",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\b(?:not? (?:need|require)|no (?:driver|driving)|without|or (?:another|other) (?:\w+ )?(?:id|proof|way|form)"
    r"|or (?:an? )?(?:\w+ )?(?:id\b|passport|identification)"
    r"|(?:form|proof|copy) of (?:\w+ )?(?:id|identification|identity)\b"
    r"|welcome|prefer(?:red|able)|plus|asset|helpful|advantage|desirable)",
    re.IGNORECASE,
)
_find_degrees, _find_replaced = make_finder(_DEGREE), make_finder(_REPLACED)
_find_driving_licenses = make_finder(_LICENSE)


def find_degrees(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where a degree is the only way in, for a job where no law asks for one; at most one in a posting."""
    if is_licensed(posting):
        return
    if any(line.find_once(_find_replaced) for line in posting.passages):
        return
    before = ""
    for line in posting.of_kind(*_ASKS):
        last, before = before, line.text
        span = next(iter(line.find_once(_find_degrees)), None)
        if (
            not span
            or _OFFERS_ANOTHER.search(line.text)
            or _OFFERS_ANOTHER.search(last)
            or (line.kind is not Kind.REQUIRED and not _is_demanded(line.text, span[0]))
        ):
            continue
        if not _has_other_way(line.text, span[0]) and not names_licensed_work(_cut_clause(line.text, span[0])):
            yield check.mark_words(
                line,
                span,
                f"“{line.text[slice(*span)].strip()}” is the only way to qualify.",
                suggestion="Add “or equivalent experience,” or name what the person has to know.",
            )
            return


def _cut_clause(text: str, at: int) -> str:
    """The part of a line around a place, between semicolons or ends of sentences: what stands apart is another
    demand.
    """
    start, end = next(((start, end) for start, end in find_sentences(text) if start <= at < end), (0, len(text)))
    cut = text.find(";", at, end)
    return text[max(start, text.rfind(";", start, at) + 1) : cut if cut >= 0 else end]


def _is_demanded(text: str, at: int) -> bool:
    """Whether the sentence around a place in a text demands something."""
    return any(start <= at < end and _DEMANDED.search(text, start, end) for start, end in find_sentences(text))


def _has_other_way(text: str, degree: int) -> bool:
    """Whether a line lets experience, or less than the degree, do as well. "Required" is taken at its word."""
    other = _EQUIVALENT.search(text)
    if other and other[0].lower().startswith("prefer"):
        start, end = next(
            ((start, end) for start, end in find_sentences(text) if start <= degree < end), (0, len(text))
        )
        is_elsewhere = not start <= other.start() < end and _DEMANDED.search(text, start, end)
        return not (is_elsewhere or _IS_REQUIRED.search(text, degree))
    return bool(other)


def find_licenses(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each driver's license that a job asks for without saying anything of driving."""
    for line in posting.of_kind(*_ASKS):
        span = next(iter(line.find_once(_find_driving_licenses)), None)
        if span and not _NOT_NEEDED.search(line.text) and not involves_driving(posting, line.text):
            yield check.mark_words(
                line,
                span,
                "The text doesn't mention any driving that needs this license.",
                suggestion="Drop it, or say where the person has to drive, and accept other ways of getting there.",
            )


def find_earlier_pay(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each question about what the reader earned before."""
    for line in posting.of_kind(*_APART_FROM_DUTIES, Kind.COMPANY):
        for span in line.find_once(find_pay_history):
            yield check.mark_words(
                line,
                span,
                f"“{line.text[slice(*span)]}” asks for pay history.",
                suggestion="Ask what pay the person expects, or name the range.",
            )


def find_physical_demands(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each line with demands on the body in a job at a desk, from its first demand to its last."""
    if not works_at_desk(posting):
        return
    for line in posting.of_kind(*_ASKS, Kind.NICE_TO_HAVE):
        found = [] if line.is_boilerplate else [*mark_phrases(line, check)]
        places = [finding.place for finding in found if finding.place]
        if places:
            span = places[0].start, places[-1].end
            yield check.mark_words(line, span, found[0].message, suggestion=found[0].suggestion)


DEMAND_CHECKS = (
    ReviewCheck(
        id="degree-without-equivalent",
        name="Degree as the only way to qualify",
        looks_for="A required degree without “or equivalent experience,” where no law asks for the degree.",
        why="People who learned the work another way are told not to apply, and some groups have fewer degrees.",
        severity=FindingSeverity.WARNING,
        source="griggs-1971",
        find=find_degrees,
        raises=build_example_posting(required=["Bachelor's degree in marketing."]),
        passes=build_example_posting(required=["Bachelor's degree in marketing or equivalent experience."]),
    ),
    ReviewCheck(
        id="school-prestige",
        name="School prestige",
        looks_for="Requests for schools of a certain rank: Ivy League, Russell Group, a top university.",
        why="The name of a school says more about a family's means than about the work.",
        severity=FindingSeverity.WARNING,
        source="rivera-2011",
        find=look_for_phrases(*_APART_FROM_DUTIES),
        raises=build_example_posting(required=["A degree from a top-tier university."]),
        passes=build_example_posting(about="You will answer the students of a university."),
    ),
    ReviewCheck(
        id="experience-cap",
        name="Upper limit on experience",
        looks_for="A maximum for years of experience: no more than 5 years.",
        why="It tells older people not to apply. A range such as 3-5 years names a level and passes.",
        severity=FindingSeverity.WARNING,
        source="cfr-1625-4",
        find=look_for_phrases(*_APART_FROM_DUTIES),
        raises=build_example_posting(required=["No more than 5 years of experience."]),
        passes=build_example_posting(required=["3-5 years of experience."]),
    ),
    ReviewCheck(
        id="salary-history",
        name="Earlier pay",
        looks_for="Questions about current or past pay.",
        why="Many states ban the question, and it carries unfair pay from one job to the next.",
        severity=FindingSeverity.ERROR,
        source="ca-labor-432-3",
        find=find_earlier_pay,
        raises=build_example_posting(how_to_apply="Send a resume and your current salary."),
        passes=build_example_posting(how_to_apply="Say what salary you expect. We do not ask for your current salary."),
    ),
    ReviewCheck(
        id="driver-license",
        name="Driver's license",
        looks_for="A required driver's license in a posting that mentions no driving.",
        why="People who can't drive are shut out for no reason related to the work.",
        severity=FindingSeverity.WARNING,
        source="ca-gov-12940",
        find=find_licenses,
        raises=build_example_posting(required=["A valid driver's license."]),
        passes=build_example_posting(required=["A valid driver's license, because you will drive the van."]),
    ),
    ReviewCheck(
        id="criminal-record",
        name="Ban on any criminal record",
        looks_for="A ban on everyone with a record. A mention of a check, with no ban, passes.",
        why="A ban on everyone falls hardest on some groups. Employers should weigh the offense, how long ago it was, "
        "and the job.",
        severity=FindingSeverity.WARNING,
        source="eeoc-records-2012",
        find=look_for_phrases(),
        raises=build_example_posting(required=["No criminal record."]),
        passes=build_example_posting(other="A background check follows the offer."),
    ),
    ReviewCheck(
        id="credit-check",
        name="Credit check",
        looks_for="A request for a credit report or a good credit history.",
        why="Debt says little about work, and some states allow the check for only a few jobs.",
        severity=FindingSeverity.WARNING,
        source="ca-labor-1024-5",
        find=look_for_phrases(*_APART_FROM_DUTIES),
        raises=build_example_posting(required=["A satisfactory credit report."]),
        passes=build_example_posting(responsibilities=["Answer questions about credit cards."]),
    ),
    ReviewCheck(
        id="physical-demands",
        name="Physical demands at a desk",
        looks_for="The standard paragraph on lifting, standing and sitting in a desk job.",
        why="A requirement that the job doesn’t really have shuts out people with disabilities.",
        severity=FindingSeverity.WARNING,
        source="cfr-1630",
        find=find_physical_demands,
        raises=build_example_posting(other="Must be able to lift 25 pounds."),
        passes=build_example_posting(title="Warehouse Worker", required=["Able to lift 25 pounds."]),
    ),
    ReviewCheck(
        id="unpaid-trial",
        name="Unpaid trial",
        looks_for="Trial work or training without pay.",
        why="Work and required training have to be paid, and many people can't work for free.",
        severity=FindingSeverity.ERROR,
        source="cfr-785-27",
        find=look_for_phrases(),
        raises=build_example_posting(how_to_apply="You work an unpaid trial shift."),
        passes=build_example_posting(how_to_apply="You work a paid trial shift."),
    ),
)
