"""What the page of an occupation says, made of its profile."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from django.utils.translation import gettext as _

from compensation.pages.places import SurveyChart, draw_places
from compensation.pay_words import write_survey_sentence
from config.pages.occupations.common import OccupationIndex
from config.pages.occupations.pay import OccupationPay
from config.pages.occupations.structured_data import describe_occupation_page
from occupations.addresses import occupation_path
from occupations.attribution import Attribution
from occupations.categories import EDUCATION_LEVELS, EXPERIENCE_SPANS, JOB_TRAINING_SPANS, SITE_TRAINING_SPANS
from occupations.facts import CategoryShare, ElementRating, OccupationFacts, TechnologyUse
from occupations.reading import OccupationProfile
from occupations.rules import HIGH_FROM, HIGH_GROWTH, MEDIUM_FROM, list_important, rate_growth, rate_importance
from packs.occupations.licensed import FINDER, find_license_source, is_licensed_by_schooling
from packs.occupations.naming import names_gender
from roles.kit.choices import Demand, Importance
from web.view import View, absolute_url

BAR_WIDTH = 1000
MOST_SKILLS, MOST_KNOWLEDGE, MOST_STYLES = 10, 6, 6
MOST_TOOLS = 12
MOST_TITLES = 24
MOST_RELATED = 10


class RatedElement(msgspec.Struct, frozen=True):
    """A skill, an area of knowledge or a work style: its importance in words, and the figure behind it."""

    name: str
    importance: Importance
    figure: float


class RatingTable(msgspec.Struct, frozen=True):
    """The ratings of one kind, such as skills, with the most important first."""

    title: str
    rows: Sequence[RatedElement]


class ShareBar(msgspec.Struct, frozen=True):
    """A share of people in percent, and the length of its bar where 100 percent is BAR_WIDTH. O*NET calls some shares
    uncertain.
    """

    name: str
    percent: float
    width: int
    uncertain: bool


class ShareChart(msgspec.Struct, frozen=True):
    """The shares of people, in percent, by what they need for the job."""

    title: str
    bars: Sequence[ShareBar]


class DemandFigures(msgspec.Struct, frozen=True):
    """The demand in words, and the figures behind it: jobs and openings are counts, changes are in percent.
    `counted_as` is the group that the figures are of where the Bureau counts the occupation with others.
    """

    word: Demand
    change: float
    average: float
    jobs: int
    projected: int
    openings: int
    base_year: int
    target_year: int
    education: str
    experience: str
    training: str
    counted_as: str = ""
    high_growth: int = HIGH_GROWTH


class NeighborLink(NamedTuple):
    """A link to a similar page: its path, title and summary."""

    path: str
    title: str
    summary: str


class OccupationView(View, frozen=True, kw_only=True):
    """An occupation's page. Lists are empty where nothing is known; `contents` are (anchor, label) pairs.

    `license_source` is the page that says that states license the work, "" where none is known to, and
    `license_takes_schooling` whether experience can't stand in for it; `license_finder` names the board of each state.
    """

    template = "occupations/occupation.html"

    profile: OccupationProfile
    contents: Sequence[tuple[str, str]]
    ratings: Sequence[RatingTable]
    tools: Sequence[TechnologyUse]
    other_tools: Sequence[TechnologyUse]
    shares: Sequence[ShareChart]
    license_source: str
    license_takes_schooling: bool
    license_finder: str = FINDER
    pay: OccupationPay | None
    pay_sentence: str
    pay_chart: SurveyChart | None
    demand: DemandFigures | None
    titles: Sequence[str]
    other_titles: Sequence[str]
    neighbors: Sequence[NeighborLink]
    kits: Sequence[NeighborLink]
    attributions: Mapping[str, Attribution]
    high_from: float = HIGH_FROM
    medium_from: float = MEDIUM_FROM


def view_occupation(
    profile: OccupationProfile, index: OccupationIndex, pay: OccupationPay | None, kits: Sequence[NeighborLink]
) -> OccupationView:
    """The page of an occupation; `kits` are the roles of the library that go by one of its titles.

    Titles for one gender lead to it in a search, and are not shown.
    """
    tools, demand, neighbors = (
        sort_tools(profile.facts.technology),
        count_demand(profile, index.average_change),
        list_neighbors(profile, index),
    )
    ratings, shares = rate_tables(profile.facts), draw_charts(profile.facts)
    shown = {"skills": ratings, "tools": tools, "pay": pay, "demand": demand, "way-in": shares or demand}
    titles = [title for title in profile.titles if not names_gender(title)]
    shown |= {"titles": titles, "kits": kits, "related": neighbors}
    return OccupationView(
        profile=profile,
        contents=list_sections(shown),
        ratings=ratings,
        tools=tools[:MOST_TOOLS],
        other_tools=tools[MOST_TOOLS:],
        shares=shares,
        license_source=find_license_source(profile.code),
        license_takes_schooling=is_licensed_by_schooling(profile.code),
        pay=pay,
        pay_sentence=write_survey_sentence(pay.nation) if pay and pay.nation else "",
        pay_chart=draw_places([*pay.drawn]) if pay else None,
        demand=demand,
        titles=titles[:MOST_TITLES],
        other_titles=titles[MOST_TITLES:],
        neighbors=neighbors,
        kits=kits,
        attributions=index.attributions,
        canonical=absolute_url(occupation_path(profile.short_code, profile.slug)),
        structured_data=describe_occupation_page(profile, pay),
    )


def rate_tables(facts: OccupationFacts) -> list[RatingTable]:
    """The ratings of an occupation in one table for each kind; a kind without important ratings has none."""
    tables = [
        RatingTable(_("Skills"), rate_elements(facts.skills, MOST_SKILLS)),
        RatingTable(_("Knowledge"), rate_elements(facts.knowledge, MOST_KNOWLEDGE)),
        RatingTable(_("Work styles"), rate_elements(facts.work_styles, MOST_STYLES)),
    ]
    return [table for table in tables if table.rows]


def draw_charts(facts: OccupationFacts) -> list[ShareChart]:
    """Charts of what people need for the job, in percent of them; a chart without shares is left out."""
    charts = [
        ShareChart(_("Required level of education"), draw_shares(facts.education, EDUCATION_LEVELS)),
        ShareChart(_("Related work experience"), draw_shares(facts.experience, EXPERIENCE_SPANS)),
        ShareChart(_("On-site or classroom training"), draw_shares(facts.site_training, SITE_TRAINING_SPANS)),
        ShareChart(_("On-the-job training"), draw_shares(facts.job_training, JOB_TRAINING_SPANS)),
    ]
    return [chart for chart in charts if chart.bars]


def rate_elements(ratings: Iterable[ElementRating], most: int) -> list[RatedElement]:
    """The most important ratings, at most `most`: each with its importance in words and the figure behind it."""
    return [
        RatedElement(rating.name, Importance(rate_importance(rating)), _figure_of(rating))
        for rating in list_important(ratings, most)
    ]


def _figure_of(rating: ElementRating) -> float:
    return rating.importance if rating.importance is not None else rating.impact or 0


def sort_tools(tools: Iterable[TechnologyUse]) -> list[TechnologyUse]:
    """The tools in the order: in demand in this occupation, hot over all occupations, all others."""
    return sorted(tools, key=lambda tool: (not tool.is_in_demand, not tool.is_hot))


def draw_shares(shares: Iterable[CategoryShare], words: Mapping[int, str]) -> list[ShareBar]:
    """Shares of people in percent as bars, where 100 percent is BAR_WIDTH wide, each with its category in words; a
    category without words is left out.
    """
    return [
        ShareBar(words[share.category], share.percent, round(share.percent / 100 * BAR_WIDTH), share.uncertain)
        for share in shares
        if share.category in words
    ]


def count_demand(profile: OccupationProfile, average: float | None) -> DemandFigures | None:
    """The demand for an occupation, compared with the average growth in percent; None without a projection."""
    outlook = profile.outlook
    if outlook is None or average is None:
        return None
    return DemandFigures(
        word=Demand(rate_growth(outlook, average)),
        change=outlook.change,
        average=average,
        jobs=round(outlook.employment * 1000),
        projected=round(outlook.projected * 1000),
        openings=round(outlook.openings * 1000),
        base_year=outlook.base_year,
        target_year=outlook.target_year,
        education=outlook.education,
        experience=outlook.experience,
        training=outlook.training,
        counted_as=outlook.title if outlook.soc != profile.code.removesuffix(".00") else "",
    )


def list_neighbors(profile: OccupationProfile, index: OccupationIndex) -> list[NeighborLink]:
    """Links to the most similar occupations that have a page, MOST_RELATED at most."""
    known = [index.occupations[related.code] for related in profile.facts.related if related.code in index.occupations]
    return [
        NeighborLink(occupation_path(other.short_code, other.slug), other.title, other.summary)
        for other in known[:MOST_RELATED]
    ]


def list_sections(shown: Mapping[str, object]) -> list[tuple[str, str]]:
    """The (anchor, label) pairs of the page's sections, without those that have nothing to show."""
    labels = {
        "duties": _("What they do"),
        "skills": _("Skills and importance"),
        "tools": _("Tools"),
        "pay": _("Pay"),
        "demand": _("Demand"),
        "way-in": _("How to enter the field"),
        "titles": _("Reported job titles"),
        "kits": _("Our kits"),
        "related": _("Related occupations"),
        "sources": _("Sources"),
    }
    return [(anchor, label) for anchor, label in labels.items() if shown.get(anchor, True)]
