"""A kit for an occupation that nobody has written one for: a template and questions, made by rule from what is known.

It is a Kit like any other, so that the workbench, the interview plan, the review and the desk take it as one. Nobody
has edited it, and it says so.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from interviews.shared_bank import choose_competencies
from occupations.codes import occupation_slug
from occupations.facts import CategoryShare, ElementRating, OccupationFacts
from occupations.reading import OccupationProfile
from occupations.rules import MEDIUM_FROM, list_important, rate_importance
from occupations.words import stem_title
from packs.description.wording import EXPERIENCE_BLANK, PAY
from packs.occupations.licensed import is_licensed_by_schooling
from packs.occupations.sentences import EDUCATION_LINES, ENTRY_EDUCATION, SKILL_LINES, STYLE_LINES
from packs.review.checks.gendered import GENDERED_NOUN
from roles.kit.choices import AuthorKind, Importance, Section
from roles.kit.value import Kit, KitAuthor, KitResponsibility, KitSkill, KitSource, KitTemplateLine

MOST_DUTIES, MOST_MUSTS, MOST_STYLES, MOST_COMPETENCIES, MOST_SKILLS = 8, 7, 3, 8, 10
TOOLS_NAMED = 3
CERTIFIED_FROM = 3.0  # the importance from which a job-related certification is asked for
CERTIFICATION = "2.D.4.a"
ASIDE = re.compile(r"(?:(?<!\s)\s+)?\([^()]*\)")
EXCEPT = ", Except "  # "Elementary School Teachers, Except Special Education"
ENDS_GENDERED = re.compile(r"(?i)(?:(?<!\bhu)(?<!\bger)m[ae]n|girl|boy|maid|lady|laundress|masseuse)s?\b")
# What nearly every job asks for: these stand in where O*NET has not rated an occupation's skills and styles yet.
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
    ElementRating(element, name, importance=MEDIUM_FROM)
    for element, name in (
        ("1.C.5.a", "Dependability"),
        ("1.C.5.b", "Attention to Detail"),
        ("1.C.5.c", "Integrity"),
        ("1.C.3.a", "Cooperation"),
    )
)
SOURCE = "onet-by-rule"


def build_occupation_kit(profile: OccupationProfile) -> Kit:
    """The kit of an occupation. The same profile always gives the same kit."""
    title = name_one_person(profile)
    skills, styles = _read_ratings(profile.facts)
    return Kit(
        slug=occupation_slug(profile.code),
        title=title,
        short_title=title,
        family=profile.family.name,
        summary=profile.summary or f"{profile.title}: a template made by rule, to be edited.",
        figures_year=profile.outlook.base_year if profile.outlook else date.today().year,
        figures_source=SOURCE,
        overview=profile.summary or f"Nobody has written about {profile.title} yet.",
        job_description=[*_list_lines(profile, title)],
        responsibilities=[KitResponsibility(name=f"Duty {n}", text=duty) for n, duty in enumerate(profile.duties, 1)],
        skills=[
            KitSkill(
                name=skill.name,
                importance=Importance(rate_importance(skill)),
                covers=SKILL_LINES.get(skill.name, skill.name),
            )
            for skill in list_important(skills, MOST_SKILLS)
        ],
        competencies=choose_competencies((*skills, *styles), MOST_COMPETENCIES),
        faqs=[],
        author=KitAuthor(
            slug="rolebook-by-rule",
            name="Rolebook, by rule",
            kind=AuthorKind.ORGANIZATION,
            bio="Made by rule from what is known of the occupation. Nobody has edited it.",
        ),
        credit="Skills, tools and education by O*NET (U.S. Department of Labor, CC BY 4.0), in Rolebook's own words.",
        sources=[
            KitSource(
                slug=SOURCE,
                publisher="U.S. Department of Labor, Employment and Training Administration",
                title="O*NET Database",
                url="https://www.onetcenter.org/database.html",
                period="2024",
                method="Surveys of people in the occupation and of experts on it.",
                licence="CC BY 4.0",
                retrieved_on=date(2024, 8, 1),
            )
        ],
    )


def name_one_person(profile: OccupationProfile) -> str:
    """A title for one person that names no gender: the occupation's own as people use it, or one that they report."""
    own = profile.title.partition(EXCEPT)[0]
    reported = [ASIDE.sub("", title) for title in profile.facts.reported_titles]
    names = [*(ASIDE.sub("", title) for title in profile.titles), *reported]
    same = [name for name in names if stem_title(name) == stem_title(own) and name != own]
    return next((name for name in (*same, *reported) if not _names_gender(name)), own)


def _names_gender(title: str) -> bool:
    return bool(ENDS_GENDERED.search(title) or GENDERED_NOUN.search(title))


def _read_ratings(facts: OccupationFacts) -> tuple[Sequence[ElementRating], Sequence[ElementRating]]:
    """The skills and the work styles of an occupation, or general ones where it has none that matter."""
    skills = facts.skills if list_important(facts.skills, 1) else GENERAL_SKILLS
    return skills, facts.work_styles if list_important(facts.work_styles, 1) else GENERAL_STYLES


def _list_lines(profile: OccupationProfile, title: str) -> Iterator[KitTemplateLine]:
    yield _make_line(
        Section.ABOUT, f"[company name] is looking for {_add_article(title)} to join [team] in [location]."
    )
    yield _make_line(
        Section.ABOUT,
        "You will report to [manager’s title], and in your first weeks somebody will show you how we work.",
    )
    yield _make_line(
        Section.ABOUT, "Your usual hours are [working hours]. If work comes up outside of them, we plan it ahead."
    )
    yield _make_line(
        Section.ABOUT, "The list below is the work as it is on most days. It changes with the season and the team."
    )
    for duty in profile.duties[:MOST_DUTIES] or ["[what this person does]."]:
        yield _make_line(Section.RESPONSIBILITIES, duty)
    yield from list_musts(profile)
    for style in list_important(_read_ratings(profile.facts)[1], MOST_STYLES):
        if style.name in STYLE_LINES:
            yield _make_line(Section.NICE_TO_HAVE, STYLE_LINES[style.name])
    yield _make_line(Section.COMPENSATION, f"[{PAY}].")
    yield _make_line(
        Section.COMPENSATION,
        "Where you land in the range depends on your experience, and we will tell you how we set it. "
        "On top of pay come [benefits].",
    )


def list_musts(profile: OccupationProfile) -> list[KitTemplateLine]:
    """What a person brings, by rule, MOST_MUSTS lines at most: education that most people in the job have, experience
    where most start with some, a license or certification where it matters, tools in demand, then skills.
    """
    facts = profile.facts
    if is_licensed_by_schooling(profile.code):
        schooling = [_word_license(profile)]
    else:
        schooling = [_word_education(facts), _word_certification(facts)]
    texts = [*schooling, _word_experience(profile), _word_tools(facts)]
    skills = [skill.name for skill in list_important(_read_ratings(facts)[0], MOST_SKILLS) if skill.name in SKILL_LINES]
    lines = [_make_line(Section.REQUIRED, text) for text in texts if text]
    lines += [_make_line(Section.REQUIRED, SKILL_LINES[name], name) for name in skills]
    return lines[:MOST_MUSTS]


def _word_education(facts: OccupationFacts) -> str:
    """The education of which half of the people have as much or less."""
    level = _find_middle(facts.education)
    return EDUCATION_LINES.get(level, "")


def _find_middle(shares: tuple[CategoryShare, ...]) -> int:
    """The category in which the middle person is; 0 of no shares."""
    total, half = 0.0, sum(share.percent for share in shares) / 2
    for share in sorted(shares, key=lambda share: share.category):
        total += share.percent
        if total >= half:
            return share.category
    return 0


def _word_license(profile: OccupationProfile) -> str:
    """The license, and the schooling that people usually start the work with, where the projections say it."""
    usual = ENTRY_EDUCATION.get(profile.outlook.education, "") if profile.outlook else ""
    return f"You are licensed for this work in [state]{usual and f', which usually takes {usual}'}."


def _word_experience(profile: OccupationProfile) -> str:
    starts_with_some = profile.outlook is not None and profile.outlook.experience not in ("None", "")
    return f"[{EXPERIENCE_BLANK}] of experience in related work." if starts_with_some else ""


def _word_certification(facts: OccupationFacts) -> str:
    rating = next((rating for rating in facts.credentials if rating.element == CERTIFICATION), None)
    if rating is None or (rating.importance or 0) < CERTIFIED_FROM:
        return ""
    return "The license or certification that this work requires in [state], or a plan to earn it by [date]."


def _word_tools(facts: OccupationFacts) -> str:
    """The tools that postings of the occupation ask for, or else those that many postings do."""
    demanded = [tool.name for tool in facts.technology if tool.is_in_demand]
    names = (demanded or [tool.name for tool in facts.technology if tool.is_hot])[:TOOLS_NAMED]
    if not names:
        return ""
    return (
        f"Practice with {', '.join(names[:-1])} or {names[-1]}, or with tools like these."
        if len(names) > 1
        else (f"Practice with {names[0]} or a tool like it.")
    )


def _make_line(section: Section, text: str, *skills: str) -> KitTemplateLine:
    return KitTemplateLine(section=section, text=text, skills=[*skills])


def _add_article(title: str) -> str:
    return f"{'an' if title[:1].lower() in 'aeio' else 'a'} {title}"
