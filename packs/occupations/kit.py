"""A kit for an occupation that nobody has written one for: a template and questions, made by rule from what is known.

It is a Kit like any other, so that the workbench, the interview plan, the review and the desk take it as one. Nobody
has edited it, and it says so.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from interviews.shared.choosing import choose_competencies
from interviews.shared.shipped import SharedCompetency, read_shipped_bank
from occupations.codes import occupation_slug
from occupations.facts import ElementRating, OccupationFacts
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
FEWEST_COMPETENCIES, LITTLE_PREPARATION = 4, 2  # two interviews are enough for work that is learned in weeks
DUTIES_TO_WRITE = (  # where nobody has written the duties of an occupation: what the manager writes instead
    "[the task that takes most of the week].",
    "[a task that comes up every day].",
    "[what this person checks or takes care of].",
    "[what this person does together with others].",
)
SOURCE = "onet-by-rule"


def build_occupation_kit(profile: OccupationProfile, bank: Sequence[SharedCompetency] | None = None) -> Kit:
    """The kit of an occupation, with questions of `bank` or of the bank that ships. The same arguments always give the
    same kit.
    """
    title = name_one_person(profile)
    skills, styles = list_named_skills(profile.facts), list_named_styles(profile.facts)
    known = read_shipped_bank() if bank is None else bank
    asked_about = {element for competency in known for element in competency.elements}
    tried = [skill.name for skill in skills if skill.element not in asked_about]
    samples = make_work_samples(list_duties(profile), tried)
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
                known,
                _order_elements(
                    {skill for line in list_musts(profile) for skill in line.skills},
                    [*skills, *styles, *list_important(read_styles(profile.facts), MOST_COMPETENCIES)],
                ),
                {rating.element: rating.name for rating in (*skills, *styles)},
                _count_competencies(profile.facts) - len(samples),
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


def list_duties(profile: OccupationProfile) -> Sequence[str]:
    """The duties for the template and its work samples, MOST_DUTIES at most; blanks that say what to write where there
    are none.
    """
    return profile.duties[:MOST_DUTIES] or DUTIES_TO_WRITE


def _count_competencies(facts: OccupationFacts) -> int:
    """How many the interviews measure: fewer where O*NET says that the work takes little preparation."""
    return FEWEST_COMPETENCIES if facts.zone and facts.zone.number <= LITTLE_PREPARATION else MOST_COMPETENCIES


def _order_elements(required: Set[str], ratings: Sequence[ElementRating]) -> list[str]:
    """The ids of what interviews measure, in the order in which there is room: first what the template requires."""
    return [rating.element for rating in sorted(ratings, key=lambda rating: rating.name not in required)]


def _make_skill(rating: ElementRating, covers: str) -> KitSkill:
    return KitSkill(name=rating.name, importance=Importance(rate_importance(rating)), covers=covers)


def _list_lines(profile: OccupationProfile, title: str) -> Iterator[KitTemplateLine]:
    yield make_line(
        Section.ABOUT,
        f"[company name] is looking for {_add_article(title)} to join [team] in [location]. "
        "We are hiring so that [what this person’s work makes possible].",
    )
    yield make_line(
        Section.ABOUT,
        "You will report to [manager’s title], and in your first weeks somebody will show you how we work.",
    )
    yield make_line(
        Section.ABOUT, "Your usual hours are [working hours]. If work comes up outside of them, we plan it ahead."
    )
    yield make_line(Section.ABOUT, "The list below is the work as it is on most days. It changes as the team does.")
    for duty in list_duties(profile):
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
