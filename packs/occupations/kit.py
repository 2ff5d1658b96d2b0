"""A kit for an occupation that nobody has written one for: a template and questions, made by rule from what is known.

It is a Kit like any other, so that the workbench, the interview plan, the review and the desk take it as one. Nobody
has edited it, and it says so.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from interviews.shared.choosing import choose_competencies
from interviews.shared.shipped import SharedCompetency, read_shipped_bank
from occupations.codes import occupation_slug
from occupations.facts import ElementRating
from occupations.reading import OccupationProfile
from occupations.rules import list_important, rate_importance
from packs.description.value import PAY
from packs.occupations.musts import (
    list_extras,
    list_musts,
    list_named_skills,
    list_named_styles,
    make_line,
    read_styles,
)
from packs.occupations.naming import name_one_person
from packs.occupations.sentences import SKILL_LINES, STYLE_LINES
from packs.occupations.work_samples import make_work_samples
from roles.kit.choices import AuthorKind, Importance, Section
from roles.kit.value import Kit, KitAuthor, KitResponsibility, KitSkill, KitSource, KitTemplateLine

MOST_DUTIES, MOST_COMPETENCIES = 8, 8
SKILLS_MEASURED_FIRST = 4
SOURCE = "onet-by-rule"


def build_occupation_kit(profile: OccupationProfile, bank: Sequence[SharedCompetency] | None = None) -> Kit:
    """The kit of an occupation, with questions of `bank` or of the bank that ships. The same arguments always give the
    same kit.
    """
    title = name_one_person(profile)
    skills, styles = list_named_skills(profile.facts), list_named_styles(profile.facts)
    samples = make_work_samples(profile.duties[:MOST_DUTIES])
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
            *(_make_skill(skill, SKILL_LINES[skill.name]) for skill in skills),
            *(_make_skill(style, STYLE_LINES[style.name]) for style in styles),
        ],
        competencies=[
            *samples,
            *choose_competencies(
                read_shipped_bank() if bank is None else bank,
                _order_elements(skills, styles, list_important(read_styles(profile.facts), MOST_COMPETENCIES)),
                {rating.element: rating.name for rating in (*skills, *styles)},
                MOST_COMPETENCIES - len(samples),
            ),
        ],
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


def _order_elements(
    skills: Sequence[ElementRating], styles: Sequence[ElementRating], others: Sequence[ElementRating]
) -> list[str]:
    """The ids of what interviews measure, in the order in which there is room: what the template names comes first."""
    ordered = [*skills[:SKILLS_MEASURED_FIRST], *styles, *skills[SKILLS_MEASURED_FIRST:], *others]
    return [rating.element for rating in ordered]


def _make_skill(rating: ElementRating, covers: str) -> KitSkill:
    return KitSkill(name=rating.name, importance=Importance(rate_importance(rating)), covers=covers)


def _list_lines(profile: OccupationProfile, title: str) -> Iterator[KitTemplateLine]:
    yield make_line(Section.ABOUT, f"[company name] is looking for {_add_article(title)} to join [team] in [location].")
    yield make_line(
        Section.ABOUT,
        "You will report to [manager’s title], and in your first weeks somebody will show you how we work.",
    )
    yield make_line(
        Section.ABOUT, "Your usual hours are [working hours]. If work comes up outside of them, we plan it ahead."
    )
    yield make_line(Section.ABOUT, "The list below is the work as it is on most days. It changes as the team does.")
    for duty in profile.duties[:MOST_DUTIES] or ["[what this person does]."]:
        yield make_line(Section.RESPONSIBILITIES, duty)
    yield from list_musts(profile)
    yield from list_extras(profile)
    yield make_line(Section.COMPENSATION, f"[{PAY}].")
    yield make_line(
        Section.COMPENSATION,
        "Where you land in the range depends on your experience, and we will tell you how we set it. "
        "On top of pay come [benefits]. If anything about the job is unclear, ask [contact] before you apply.",
    )


def _add_article(title: str) -> str:
    return f"{'an' if title[:1].lower() in 'aeio' else 'a'} {title}"
