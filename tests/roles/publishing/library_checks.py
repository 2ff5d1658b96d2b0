"""What must hold for every kit of the starter library. Each check returns what it finds, so that it can be tested."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec
from rapidfuzz import fuzz, process

from occupations.facts import Outlook
from occupations.rules import rate_growth
from roles.kit.choices import QuestionKind, Section
from roles.kit.figures import PAY_TAG
from roles.kit.files import parse_kit, write_kit
from roles.kit.value import Kit, KitCompetency, KitFaq, KitQuestion
from roles.publishing.checks import colliding_blanks

FAMILIES = {
    "Product management": [
        "associate-product-manager",
        "product-manager",
        "senior-product-manager",
        "technical-product-manager",
        "platform-product-manager",
        "infrastructure-product-manager",
        "api-product-manager",
        "growth-product-manager",
        "data-product-manager",
        "ai-product-manager",
        "product-owner",
    ],
    "Product leadership": ["group-product-manager", "director-of-product", "vp-product", "chief-product-officer"],
    "Product marketing and operations": ["product-marketing-manager", "product-operations-manager"],
    "Program management": ["technical-program-manager", "program-manager"],
    "Design and research": ["product-designer", "ux-researcher"],
    "Engineering and data": ["engineering-manager", "data-analyst", "software-engineer"],
}
# Roles with a core kit: all sections, with fewer questions and answers than the kits around product management.
CORE = {
    "Engineering and data": [
        "frontend-engineer",
        "backend-engineer",
        "qa-engineer",
        "site-reliability-engineer",
        "security-engineer",
        "data-engineer",
        "data-scientist",
        "machine-learning-engineer",
    ],
    "Sales and customer success": [
        "sales-development-representative",
        "account-executive",
        "sales-engineer",
        "customer-success-manager",
    ],
    "People, finance and administration": [
        "recruiter",
        "hr-business-partner",
        "financial-planning-and-analysis-analyst",
        "executive-assistant",
    ],
}
CORE_ROLES = {slug: family for family, slugs in CORE.items() for slug in slugs}
ROLES = {slug: family for family, slugs in FAMILIES.items() for slug in slugs} | CORE_ROLES
TOPICS = {"The role", "Skills", "Pay", "Hiring", "Career"}
PAID_BY = "best-pm-jobs-2026"  # the one source of pay that the library may quote, and one of demand
PROJECTED_BY = "rolebook-and-bls-projections"  # demand by the rule of the occupations, and our estimates of experience

WORDS_OF_FIGURES = 30  # that stand for the tag at least
SHINGLE = 5  # words; overlapping runs of words, after Broder, "On the resemblance and containment of documents" (1997)
LIKE = 80  # of 100: how near two texts may come, word order aside; one with only the title swapped comes to 90
MOST_ALIKE = 0.03  # the share of the smaller kit's shingles that another kit may hold too

FEWEST_ANCHOR_WORDS = 5
# What nobody can hear or see: a feeling, a belief, a wish, or that somebody knows without a word on it.
ATTITUDE = re.compile(
    r"\b(enjoys|loves|feels|and hopes|is proud|are proud)\b"
    r"|^(is|was) (glad|happy|sure|ready|prepared|flattered|surprised|honest)\b"
    r"|^(thinks|thought|wants|believes|hopes|prefers|trusts|doubts|expects|respects|knows|knew|remembers|sees|considers"
    r"|assumes|forgets|values|mistakes|prides|looks down|cares|would rather|has no idea|(takes|took) pleasure)\b",
    re.IGNORECASE,
)
LACKING = re.compile(
    r"^(has|had|gives|names|offers|knows|sees|shows) no\b|^(no|never|nothing|lacks|without)\b"
    r"|^(can't|cannot|couldn't|doesn't|does not|didn't|did not|isn't|is unable)\b",
    re.IGNORECASE,
)
# How a question begins that is about what somebody did, and what else shows that one is.
STORY = re.compile(r"^(tell (me|us) (about|of)|describe (a|the) time|when (did|have) you)\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(did|have|had|was|were|took|made|got|done|gone|brought|changed|you've|the last|your (last|portfolio)|example"
    r"|describe|walk me through)\b",
    re.IGNORECASE,
)
SETUP = re.compile(
    r"(?:^|[.?!]\"?\s+)(?:Add|Answer|Base|Bring|Choose|Decide|Don't|Give|Hand|Have|Hide|Include|Interrupt|Keep|Leave|Let"
    r"|Make|Mix|Offer|Only|Pick|Plant|Play|Prepare|Provide|Push|Role-play|Send|Show|Take|Tell|Time it|Use|Write)\b"
    r"|\b(?:planted|made-up|unprompted|(?:when|unless|if) asked|(?:when|if) (?:the )?candidates? asks?)\b"
)
FIGURE = re.compile(r"\d[\d,.]*\d|\d")
EXPERIENCE_CAP = re.compile(r"\b(up to|at most|no more than|less than) \d+ years?\b", re.IGNORECASE)
SURROUNDINGS = re.compile(r"\bthis (?:kit|page|library)\b", re.IGNORECASE)

# What an interviewer may not ask about: citizenship, family, age, graduation year, arrests, disability, pay history.
DO_NOT_ASK = re.compile(
    r"""\b(
      citizen(ship)? | nationality | immigration | visa\ status | native\ (speaker|language) | where\ are\ you\ from
    | married | marital | spouse | husband | wife | pregnan(t|cy) | child(ren|care) | your\ family | are\ you\ a\ parent
    | how\ old\ are\ you | your\ age | birth(day|date|place) | when\ were\ you\ born
    | graduat(e|ion) | class\ of\ (19|20)\d\d
    | arrest(s|ed)? | convict(ed|ions?) | criminal
    | your\ disability | are\ you\ disabled | illness(es)? | medical\ (history|condition) | sick\ (days|leave)
    | (current|previous|last|past|present)\ (salary|pay|compensation|earnings) | (salary|pay)\ history
    | d(o|id)\ you\ earn
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def words(text: str) -> list[str]:
    """The words of a text in lower case, figures included, without the marks around them."""
    return re.findall(r"[a-z0-9][a-z0-9'/+%,.-]*(?<![.,])", text.lower())


def is_canonical(text: str) -> bool:
    """Whether a kit file reads as the program itself would write it."""
    return write_kit(parse_kit(text.encode(), name="kit.yaml")) == text


def incomplete(kit: Kit) -> list[str]:
    """What the kit lacks or has too much of."""
    found = [*_miscounted(kit)]
    found += [name for name in ("responsibilities_intro", "skills_note", "career_path") if not getattr(kit, name)]
    found += ["experience_min"] if kit.experience_min is None else []
    for level in kit.levels:
        found += [f"{level.name}: {fault}" for fault in _outside(you_can=(len(level.you_can), 3, 5))]
    for competency in kit.competencies:
        found += [f"{competency.slug}: {fault}" for fault in _thin_competency(competency, kit.slug in CORE_ROLES)]
    for _, question in kit.list_questions():
        found += [f"{question.slug}: {fault}" for fault in _thin_question(question)]
    for faq in kit.faqs:
        found += [f"{faq.slug}: {fault}" for fault in _poor_answer(faq)]
    return found


def poor_template(kit: Kit) -> list[str]:
    """What an editor would send back in the job description template: blanks, limits on experience, pay."""
    texts = [line.text for line in kit.job_description]
    found = [problem.message for problem in colliding_blanks(kit)]
    found += [text for text in texts if EXPERIENCE_CAP.search(text)]
    (pay,) = kit.list_lines(Section.COMPENSATION)
    return found + ([] if re.search("base|salary", pay.text, re.IGNORECASE) and "otal" in pay.text else [pay.text])


def given_away(kit: Kit) -> list[str]:
    """Questions whose reason states the result of a calculation, which belongs in their anchors."""
    found = []
    for _, question in kit.list_questions():
        keys = " ".join([*question.anchor_1, *question.anchor_3, *question.anchor_5])
        new = set(FIGURE.findall(question.why or "")) - set(FIGURE.findall(question.text))
        found += [question.slug] if new & set(FIGURE.findall(keys)) else []
    return found


def shown_setups(competencies: Iterable[KitCompetency]) -> list[str]:
    """Questions whose reason tells the interviewer what to prepare, play or hold back, which belongs in their setup."""
    asked = [question for competency in competencies for question in competency.questions]
    return [question.slug for question in asked if SETUP.search(question.why)]


def poor_anchors(competencies: Iterable[KitCompetency]) -> list[str]:
    """Questions whose scores have more points at one level than at another, or a weak answer that only lacks something,
    points that say too little, and points and red flags that nobody can observe.
    """
    found = []
    for question in (question for competency in competencies for question in competency.questions):
        scores = (question.anchor_1, question.anchor_3, question.anchor_5)
        found += [question.slug] if len({len(lines) for lines in scores}) > 1 else []
        found += [question.slug] if all(LACKING.search(line) for line in question.anchor_1) else []
        lines = [line for lines in scores for line in lines]
        found += [line for line in lines if len(line.split()) < FEWEST_ANCHOR_WORDS or ATTITUDE.search(line)]
        found += [line for line in question.red_flags if ATTITUDE.search(line)]
    return found


def misnamed_kinds(kit: Kit) -> list[str]:
    """Questions that ask for a story and aren't behavioral, and behavioral ones that ask about nothing that was."""
    return [
        question.slug
        for _, question in kit.list_questions()
        if (
            not (STORY.search(question.text) or PAST.search(question.text))
            if question.kind is QuestionKind.BEHAVIOURAL
            else STORY.search(question.text)
        )
    ]


def poor_openings(kit: Kit) -> list[str]:
    """Answers that could not stand alone: their first sentence names no role, or they point at what is around them."""
    names = [kit.title, kit.short_title, *kit.aliases]
    found = []
    for faq in kit.faqs:
        opening = faq.answer.splitlines()[0].casefold()
        found += [] if any(name.casefold() in opening for name in names) else [faq.slug]
        found += [f"{faq.slug}: {words}" for words in SURROUNDINGS.findall(faq.answer)]
    return found


def misfiled(kit: Kit) -> list[str]:
    """What is wrong with the kit's place among the roles of the library, and with the roles that it names."""
    compared = [comparison.other for comparison in kit.comparisons]
    found = [f"{slug}: no role of the library" for slug in (kit.slug, *kit.related, *compared) if slug not in ROLES]
    found += [f"{slug}: the kit itself" for slug in (*kit.related, *compared) if slug == kit.slug]
    found += [f"{slug}: compared but not related" for slug in compared if slug not in kit.related]
    if kit.family != ROLES.get(kit.slug):
        found.append(f"{kit.family}: expected the family {ROLES.get(kit.slug)}")
    return found


def unsourced(kit: Kit) -> list[str]:
    """Pay and demand in a kit whose sources give none. Sums of money inside a question are material for a case."""
    sources = {source.slug for source in kit.sources}
    if PAID_BY in sources:
        return []
    demand = None if PROJECTED_BY in sources else kit.demand
    figures = (kit.base_low, kit.base_high, kit.total_low, kit.total_high, demand, *kit.benchmarks)
    found = [str(figure) for figure in figures if figure is not None]
    told = list_prose(msgspec.structs.replace(kit, competencies=[]))
    return found + [pay for text in told for pay in re.findall(r"\$\d[\d,.]*[KMkm]?", text)]


def misjudged_demand(kit: Kit, outlooks: Iterable[Outlook]) -> list[str]:
    """Demand that the projections do not bear out: their growth, by the weights of the role's occupations."""
    by_code = {outlook.soc: outlook for outlook in outlooks}
    before, after = (sum(getattr(each, name) for each in by_code.values()) for name in ("employment", "projected"))
    change = sum(by_code[part.soc].change * part.weight for part in kit.occupations) / 100
    weighted = msgspec.structs.replace(by_code[kit.occupations[0].soc], change=round(change, 1))
    demand = rate_growth(weighted, 100 * (after / before - 1))
    return [] if kit.demand == demand else [f"{kit.demand}: the projections say {demand} ({change:.1f})"]


def unlawful(kit: Kit) -> list[str]:
    """Questions and probes that touch what an interviewer may not ask about."""
    asked = [text for _, question in kit.list_questions() for text in (question.text, *question.probes)]
    return [text for text in asked if DO_NOT_ASK.search(text)]


def alike(kits: Iterable[Kit]) -> list[str]:
    """Pairs of kits that have too much of their wording in common, with the share."""
    found = []
    for (one, first), (other, second) in combinations([(kit.slug, _shingles(kit)) for kit in kits], 2):
        share = len(first & second) / min(len(first), len(second))
        if share > MOST_ALIKE:
            found.append(f"{one} and {other}: {share:.1%}")
    return found


def repeated(kits: Iterable[Kit]) -> list[str]:
    """Lines, questions and answers that stand twice in the library, be it in two kits or in one."""
    times = Counter(line.casefold() for kit in kits for line in _lines(kit))
    return [line for line, count in times.items() if count > 1]


def reworded(kits: Iterable[Kit]) -> list[tuple[str, str]]:
    """Questions, answers and responsibilities of two kits that say the same in nearly the same words."""
    found: list[tuple[str, str]] = []
    for told in zip(*map(_told, kits), strict=True):
        texts = [(place, text) for place, of_kit in enumerate(told) for text in of_kit]
        for number, (place, text) in enumerate(texts):
            others = [other for its_place, other in texts[number + 1 :] if its_place != place]
            near = process.extract(text, others, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=None)
            found += [(text, other) for other, *_ in near]
    return found


def _told(kit: Kit) -> tuple[list[str], list[str], list[str]]:
    questions = [question.text for _, question in kit.list_questions()]
    return questions, [faq.answer for faq in kit.faqs], [part.text for part in kit.responsibilities]


def disputed(kits: Iterable[Kit]) -> list[str]:
    """Authors and sources that two kits describe in different words."""
    told: defaultdict[str, set[bytes]] = defaultdict(set)
    for kit in kits:
        told[kit.author.slug].add(msgspec.json.encode(kit.author))
        for source in kit.sources:
            told[source.slug].add(msgspec.json.encode(source))
    return [slug for slug, versions in told.items() if len(versions) > 1]


def _outside(**counts: tuple[int, int, int]) -> Iterator[str]:
    """Name every count that is out of its range; each comes as (count, least, most)."""
    for name, (count, least, most) in counts.items():
        if not least <= count <= most:
            yield f"{name}: {count}, expected {least}-{most}"


def _miscounted(kit: Kit) -> Iterator[str]:
    sections = Counter(line.section for line in kit.job_description)
    days = Counter(outcome.day for outcome in kit.outcomes)
    return _outside(
        overview=(len(kit.overview.split("\n\n")), 3, 3),
        summary=(len(kit.summary), 40, 160),
        about=(sections[Section.ABOUT], 2, 3),
        responsibility_lines=(sections[Section.RESPONSIBILITIES], 8, 8),
        required=(sections[Section.REQUIRED], 6, 7),
        nice_to_have=(sections[Section.NICE_TO_HAVE], 4, 6),
        compensation=(sections[Section.COMPENSATION], 1, 1),
        job_description_words=(sum(len(words(line.text)) for line in kit.job_description), 300, 700),
        responsibilities=(len(kit.responsibilities), 8, 8),
        skills=(len(kit.skills), 6, 9),
        importances=(len({skill.importance for skill in kit.skills}), 2, 3),
        levels=(len(kit.levels), 2, 4),
        competencies=(len(kit.competencies), 4, 4),
        kinds=(len({question.kind for _, question in kit.list_questions()}), 3, len(QuestionKind)),
        faqs=(len(kit.faqs), *((4, 6) if kit.slug in CORE_ROLES else (8, 8))),
        questions=(len([*kit.list_questions()]), *((8, 10) if kit.slug in CORE_ROLES else (8, 32))),
        pay_faqs=(sum(faq.topic == "Pay" for faq in kit.faqs), 1, 2),
        day=(len(kit.day), 6, 8),
        day_30=(days[30], 2, 3),
        day_60=(days[60], 2, 3),
        day_90=(days[90], 2, 3),
        how_to_become=(len(kit.how_to_become), 5, 7),
        related=(len(kit.related), 4, 7),
        comparisons=(len(kit.comparisons), 1, 3),
    )


def _thin_competency(competency: KitCompetency, is_core: bool) -> Iterator[str]:
    alternates = sum(question.alternate for question in competency.questions)
    main = len(competency.questions) - alternates
    yield from _outside(
        main=(main, 2, 2) if is_core else (main, 3, 4),
        alternates=(alternates, 0, 1) if is_core else (alternates, 3, 4),
        skills=(len(competency.skills), 1, 9),
    )


def _thin_question(question: KitQuestion) -> Iterator[str]:
    return _outside(
        minutes=(question.minutes, 5, 30),  # the longest are pieces of work done together
        probes=(len(question.probes), 2, 4),
        anchor_1=(len(question.anchor_1), 2, 4),
        anchor_3=(len(question.anchor_3), 2, 4),
        anchor_5=(len(question.anchor_5), 2, 4),
        red_flags=(len(question.red_flags), 2, 3),
    )


def _poor_answer(faq: KitFaq) -> Iterator[str]:
    figures = WORDS_OF_FIGURES if PAY_TAG.search(faq.answer) else 0
    yield from _outside(words=(len(words(faq.answer)) + figures, 60, 140))
    if figures == 0 and faq.topic == "Pay":
        yield "expected the tag {{ pay }}, so that the figures speak"
    if faq.topic not in TOPICS:
        yield f"topic: {faq.topic}, expected one of {', '.join(sorted(TOPICS))}"


def _lines(kit: Kit) -> Iterator[str]:
    """The lines, questions and answers of a kit: what a reader would notice to be copied."""
    yield from (kit.summary, *(line.text for line in kit.job_description), *kit.how_to_become)
    yield from (part.text for part in kit.responsibilities)
    yield from (skill.covers for skill in kit.skills)
    yield from (line for level in kit.levels for line in level.you_can)
    yield from (competency.definition for competency in kit.competencies)
    for _, question in kit.list_questions():
        yield from (question.text, question.why, *([question.setup] if question.setup else []), *question.probes)
        yield from (*question.anchor_1, *question.anchor_3, *question.anchor_5, *question.red_flags)
    yield from (text for faq in kit.faqs for text in (faq.question, faq.answer))
    yield from (item.activity for item in kit.day)
    yield from (outcome.text for outcome in kit.outcomes)
    for comparison in kit.comparisons:
        yield from (comparison.difference, comparison.choose_this, comparison.choose_other)


def list_prose(kit: Kit) -> Iterator[str]:
    """Every text of a kit, but for its author and its sources, which kits have in common."""
    parts = [msgspec.to_builtins(kit)]
    parts[0].pop("author")
    parts[0].pop("sources")
    while parts:
        part = parts.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            parts.extend(part)
        elif isinstance(part, dict):
            parts.extend(part.values())


def _shingles(kit: Kit) -> set[tuple[str, ...]]:
    """Every run of five words that stands in one text of the kit."""
    found: set[tuple[str, ...]] = set()
    for text in list_prose(kit):
        run = words(text)
        found.update(tuple(run[start : start + SHINGLE]) for start in range(len(run) - SHINGLE + 1))
    return found
