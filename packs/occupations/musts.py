"""What a person brings to an occupation, by rule, in our own words: the must-haves of its template, and what is nice.

Education that the middle person in the job has, a license where states ask for one, knowledge of high importance,
experience where most start with some, tools where they are the trade, then skills and work styles. A skill or a work
style of high importance is never only nice to have; other tools and what matters less are.
"""

from collections.abc import Iterator, Sequence

from occupations.facts import CategoryShare, ElementRating, OccupationFacts
from occupations.reading import OccupationProfile
from occupations.rules import HIGH_FROM, MEDIUM_FROM, list_important, rate_importance
from packs.description.value import EXPERIENCE_BLANK
from packs.occupations.licensed import is_licensed, is_licensed_by_schooling
from packs.occupations.sentences import (
    EDUCATION_LINES,
    ENTRY_EDUCATION,
    KNOWLEDGE_NAMES,
    SKILL_LINES,
    STYLE_LINES,
)
from packs.occupations.tools import join_names, list_trade_tools, word_office_tools
from packs.occupations.usual import list_telling
from roles.kit.choices import Importance, Section
from roles.kit.value import KitTemplateLine

MOST_MUSTS, MOST_STYLES, MOST_SKILLS = 7, 3, 10
MOST_FACTS, FACTS_BEFORE_OFFICE, MOST_MUST_SKILLS, MOST_MUST_STYLES = 4, 2, 4, 2
MOST_EXTRA_SKILLS = 2
MOST_AREAS, AREAS_NAMED = 6, 2  # of knowledge: as many as the page shows, and how many a line names
LICENSE_LINE = "The license that this work requires in [state], or a plan to earn it by [date]."
CERTIFICATION = "2.D.4.a"
# Major groups whose tools are the trade: computing, engineering, design. Elsewhere a tool is soon learned.
TOOL_TRADES = frozenset({"15", "17", "27"})
# Major groups that work in an office all day.
OFFICE_WORK = frozenset({"11", "13", "15", "17", "19", "23", "43"})
# What nearly every job asks for: these stand in where O*NET has not rated an occupation's skills and styles yet. The
# styles are of high importance over all occupations.
GENERAL_SKILLS = tuple(
    ElementRating(element, name, importance=MEDIUM_FROM)
    for element, name in (
        ("2.A.2.a", "Critical Thinking"),
        ("2.A.1.b", "Active Listening"),
        ("2.A.1.d", "Speaking"),
        ("2.A.1.a", "Reading Comprehension"),
        ("2.B.5.a", "Time Management"),
        ("2.B.1.b", "Coordination"),
    )
)
GENERAL_STYLES = tuple(
    ElementRating(element, name, importance=HIGH_FROM)
    for element, name in (
        ("1.C.5.a", "Dependability"),
        ("1.C.5.b", "Attention to Detail"),
        ("1.C.5.c", "Integrity"),
        ("1.C.3.a", "Cooperation"),
    )
)


def read_skills(facts: OccupationFacts) -> Sequence[ElementRating]:
    """The occupation's ratings of skills, or general ones where none of its own matter."""
    return facts.skills if list_important(facts.skills, 1) else GENERAL_SKILLS


def read_styles(facts: OccupationFacts) -> Sequence[ElementRating]:
    """The occupation's ratings of work styles, or general ones where none of its own matter."""
    return facts.work_styles if list_important(facts.work_styles, 1) else GENERAL_STYLES


def list_named_styles(facts: OccupationFacts) -> list[ElementRating]:
    """The work styles that the template names; those that are most particular to the job come first."""
    return [style for style in list_telling(read_styles(facts), MOST_STYLES) if style.name in STYLE_LINES]


def list_named_skills(facts: OccupationFacts) -> list[ElementRating]:
    """The ratings of skills that the template may name; those most particular to the job come first."""
    return [skill for skill in list_telling(read_skills(facts), MOST_SKILLS) if skill.name in SKILL_LINES]


def list_musts(profile: OccupationProfile) -> list[KitTemplateLine]:
    """What a person has to bring, MOST_MUSTS lines at most: facts, then skills, then work styles of high importance."""
    facts = _list_must_facts(profile)
    styles = list_important(filter(_is_high, list_named_styles(profile.facts)), MOST_MUST_STYLES)
    room = MOST_MUSTS - len(facts) - len(styles)
    skills = list_named_skills(profile.facts)[: min(room, MOST_MUST_SKILLS)]
    return [
        *(make_line(Section.REQUIRED, text) for text in facts),
        *(make_line(Section.REQUIRED, SKILL_LINES[skill.name], skill.name) for skill in skills),
        *(make_line(Section.REQUIRED, STYLE_LINES[style.name], style.name) for style in styles),
    ]


def list_extras(profile: OccupationProfile) -> Iterator[KitTemplateLine]:
    """What is nice to have: what matters without being of high importance, and tools that are no must."""
    facts, asked = profile.facts, {skill for line in list_musts(profile) for skill in line.skills}
    skills = [skill for skill in list_named_skills(facts) if skill.name not in asked and not _is_high(skill)]
    for skill in skills[:MOST_EXTRA_SKILLS]:
        yield make_line(Section.NICE_TO_HAVE, SKILL_LINES[skill.name], skill.name)
    for style in list_named_styles(facts):
        if not _is_high(style):
            yield make_line(Section.NICE_TO_HAVE, STYLE_LINES[style.name], style.name)
    tools = [] if profile.family.code in TOOL_TRADES else list_trade_tools(facts)
    if tools:
        yield make_line(Section.NICE_TO_HAVE, f"Experience with {join_names(tools, 'or')}, or a similar tool.")
    if profile.family.code not in OFFICE_WORK and (text := word_office_tools(facts)):
        yield make_line(Section.NICE_TO_HAVE, text)


def _list_must_facts(profile: OccupationProfile) -> list[str]:
    """What a résumé shows, the weightiest first, and office software where little else is asked for."""
    texts = [text for text in _word_facts(profile) if text][:MOST_FACTS]
    if len(texts) <= FACTS_BEFORE_OFFICE and profile.family.code in OFFICE_WORK:
        texts += filter(None, [word_office_tools(profile.facts)])
    return texts


def _word_facts(profile: OccupationProfile) -> Iterator[str]:
    """Each fact in a line, "" for one that is not asked for."""
    facts = profile.facts
    if is_licensed_by_schooling(profile.code):
        yield _word_license(profile)
    else:
        yield _word_education(facts)
        yield LICENSE_LINE if is_licensed(profile.code) else _word_certification(facts)
    yield _word_trade_tools(facts) if profile.family.code in TOOL_TRADES else ""
    yield _word_experience(profile)
    if not is_licensed_by_schooling(profile.code):
        yield _word_knowledge(facts)


def _is_high(rating: ElementRating) -> bool:
    """Whether the workbench calls it high, and so asks for it under what a person has to bring."""
    return rate_importance(rating) == Importance.HIGH


def make_line(section: Section, text: str, *skills: str) -> KitTemplateLine:
    """A line of the template, naming the skills that its text asks for."""
    return KitTemplateLine(section=section, text=text, skills=[*skills])


def _word_education(facts: OccupationFacts) -> str:
    """The education of which half of the people have as much or less."""
    return EDUCATION_LINES.get(_find_middle(facts.education), "")


def _find_middle(shares: tuple[CategoryShare, ...]) -> int:
    """The category in which the middle person is; 0 of no shares."""
    total, half = 0.0, sum(share.percent for share in shares) / 2
    for share in sorted(shares, key=lambda share: share.category):
        total += share.percent
        if total >= half:
            return share.category
    return 0


def _word_knowledge(facts: OccupationFacts) -> str:
    """The areas of high importance that set the job apart; "" where there is none."""
    areas = [area for area in list_important(facts.knowledge, MOST_AREAS) if _is_high(area)]
    names = [KNOWLEDGE_NAMES[area.name] for area in areas if area.name in KNOWLEDGE_NAMES][:AREAS_NAMED]
    return f"Working knowledge of {join_names(names, 'and')}." if names else ""


def _word_license(profile: OccupationProfile) -> str:
    """The license, and the schooling that people usually start the work with, where the projections say it."""
    usual = ENTRY_EDUCATION.get(profile.outlook.education, "") if profile.outlook else ""
    return f"You’re licensed for this work in [state]{usual and f', which usually takes {usual}'}."


def _word_experience(profile: OccupationProfile) -> str:
    starts_with_some = profile.outlook is not None and profile.outlook.experience not in ("None", "")
    return f"[{EXPERIENCE_BLANK}] of experience in related work." if starts_with_some else ""


def _word_certification(facts: OccupationFacts) -> str:
    """Whether the law asks for one, nobody counts: so the manager decides."""
    rating = next((rating for rating in facts.credentials if rating.element == CERTIFICATION), None)
    if rating is None or (rating.importance or 0) < HIGH_FROM:
        return ""
    return "A license or certification, if [state] requires one for this work, or a plan to earn it by [date]."


def _word_trade_tools(facts: OccupationFacts) -> str:
    names = list_trade_tools(facts)
    if not names:
        return ""
    return (
        f"Experience with {join_names(names, 'or')}, or with {'tools like these' if names[1:] else 'a tool like it'}."
    )
