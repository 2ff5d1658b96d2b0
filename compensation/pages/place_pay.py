"""What a role pays where a job is and at its level, for whoever writes the job: the planner's figures in sentences."""

from collections.abc import Iterator, Sequence

from django.utils.timezone import localdate
from django.utils.translation import gettext

from company.profile import CompanyProfile
from compensation.figures import EditorialFigure, OwnFigure, editorial_figures_of
from compensation.models.pay_law import list_width_rules
from compensation.pages.places import find_job_area, list_occupation_places, list_role_places
from compensation.pages.planner import label_figure, list_totals
from compensation.pay_law.rule import PayRule, WorkPlace, choose_rules
from compensation.pay_words import (
    reconcile_figures,
    word_place,
    write_editorial_sentence,
    write_mixture,
    write_survey_sentence,
)
from compensation.planning import StartFigure, plan_range
from compensation.resolver import list_editorial, list_occupations, list_own_pay
from compensation.role_survey import RoleSurvey, estimate_levels
from occupations.codes import SOC_LENGTH, read_occupation_slug
from roles.kit.choices import HeadlineKind
from roles.kit.figures import JobPlace, OfferedRange, PayHeadline, PlacePay
from roles.kit.value import Kit
from roles.publishing.library_version import cached_per_library_version

type Weights = tuple[tuple[str, int], ...]  # SOC codes and percent


def describe_place_pay(
    kit: Kit | None, place: JobPlace | None, level: str, profile: CompanyProfile | None = None
) -> PlacePay | None:
    """A role's pay in a place of the United States at a level, "" for all levels, with the company's band first. Three
    queries, then one until the library changes.

    Without a kit or a place it is the band alone; None where no source says anything. A range is no wider than the
    rules of the place allow.
    """
    own = [*_pick_own(profile, level)] if profile else []
    places, figures, sentences = list[RoleSurvey](), list[StartFigure](own), list[str]()
    if kit and place:
        soc = read_occupation_slug(kit.slug) or ""
        places = _list_places(soc[:SOC_LENGTH], tuple(list_occupations(kit).items()), place.state, place.city)
        figures += [*_pick_measured(kit, places, level), *_pick_editorial(kit, level)]
        sentences += _write_sentences(places, list_editorial(kit))
    if not figures:
        return None
    state, city = (place.state, place.city) if place else ("", "")
    work = WorkPlace(country="US", region=state, city=city, remote=not state)
    rules = choose_rules(list_width_rules(), [work], localdate())
    return PlacePay(sentences, [_offer_range(figure, places, rules) for figure in figures])


def _pick_own(profile: CompanyProfile, level: str) -> Iterator[OwnFigure]:
    """What the company pays at the level, where both ends are known."""
    for figure in list_own_pay(profile):
        if figure.level.casefold() == level.casefold() and figure.low is not None and figure.high is not None:
            yield figure


@cached_per_library_version
def _list_places(soc: str, weights: Weights, state: str, city: str) -> list[RoleSurvey]:
    """The pay of an occupation, or else of a role by the weights of its occupations, in a place and around it."""
    area = find_job_area(state, city)
    if area is None:
        return []
    return list_occupation_places(soc, area) if soc else list_role_places(dict(weights), area)


def _pick_measured(kit: Kit, places: Sequence[RoleSurvey], level: str) -> Iterator[StartFigure]:
    """Our estimate for the level in the place, or else the middle half of what is measured there."""
    if not places or places[0].p25 is None or places[0].p75 is None:
        return
    at_level = (estimate for estimate in estimate_levels(kit, places[0]) if estimate.name == level)
    yield next(at_level, places[0])


def _pick_editorial(kit: Kit, level: str) -> list[EditorialFigure]:
    """What editors say of the level, or else of the whole role."""
    benchmark = kit.find_benchmark(level) if level else None
    return editorial_figures_of([benchmark], kit.sources) if benchmark else list_totals(kit)


def _write_sentences(places: Sequence[RoleSurvey], editorial: Sequence[PayHeadline]) -> Iterator[str]:
    measured = places[0] if places else None
    by_kind = {headline.kind: headline for headline in reversed(editorial)}
    sentences = [write_survey_sentence(measured), write_mixture(measured)] if measured else []
    sentences += [write_editorial_sentence(by_kind[kind]) for kind in HeadlineKind if kind in by_kind]
    yield from filter(None, [*sentences, reconcile_figures(measured, editorial)])


def _offer_range(figure: StartFigure, places: Sequence[RoleSurvey], rules: Sequence[PayRule]) -> OfferedRange:
    planned = plan_range(figure, places=places, rules=rules)
    market = planned.market if isinstance(figure, EditorialFigure) else ""  # the sentences say it of what is measured
    label, is_moved = label_figure(figure), len(planned.provenance) > 1
    if is_moved:
        label = gettext("%(figure)s, adjusted for %(place)s") % {"figure": label, "place": word_place(places[0])}
    return OfferedRange(
        label=label,
        low=planned.low,
        high=planned.high,
        kind=planned.kind,
        currency=planned.currency,
        steps=" ".join(filter(None, [*planned.steps, market])),
        source=planned.provenance[0].publisher,
    )
