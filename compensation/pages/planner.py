"""The planner of a pay range: from a place, a level and a kind of pay to the figures side by side and a range."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import msgspec
from django import forms
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from compensation.areas import STATES, find_first_city
from compensation.figures import ComputedFigure, EditorialFigure, OwnFigure, editorial_figures_of
from compensation.models.survey import SurveyArea
from compensation.pages.places import LONGEST_PLACE
from compensation.pages.salary import Salary
from compensation.pay_law.rule import PayRule
from compensation.periods import find_covered_days
from compensation.planning import PlannedRange, StartFigure, find_kind, find_level, find_source, plan_range
from compensation.role_survey import LevelEstimate, RoleSurvey
from roles.kit.choices import PayKind
from roles.kit.figures import format_number, pay_range
from roles.kit.value import Kit, KitBenchmark
from roles.pages.forms import offer_choices


class ComparedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure for the same place and level, to compare. `query` is the query string of the plan
    that starts from it.
    """

    label: str
    range: str
    source: str
    query: str


class PlannerForm(forms.Form):
    """The place of the job, its level and kind of pay, the figure to start from, and a yearly rate by which to age
    that, if the reader gives one.
    """

    place = forms.CharField(
        required=False,
        max_length=LONGEST_PLACE,
        label=_("Where the job is"),
        help_text=_("A city, an area or a state. Leave it empty for the whole country or for remote work."),
        widget=forms.TextInput(attrs={"list": "pay-places", "autocomplete": "off"}),
    )
    plan_level = forms.ChoiceField(required=False, label=_("Level"))
    plan_kind = forms.ChoiceField(required=False, label=_("Kind of pay"), choices=PayKind.list_choices)
    start = forms.ChoiceField(required=False, label=_("Start from"))
    rate = forms.DecimalField(
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(20),
        decimal_places=2,
        label=_("Yearly increase, in percent"),
        help_text=_("Your own rate, for example 3. Leave it empty to keep the figure as it is."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def __init__(
        self,
        data: Mapping[str, str] | None,
        *,
        kit: Kit,
        area: SurveyArea | None,
        salary: Salary,
        places: Sequence[RoleSurvey],
        levels: Sequence[LevelEstimate],
        today: date,
    ) -> None:
        here = {"place": area.name if area and area.states else ""}
        super().__init__(data and {**here, **data}, initial=here, auto_id="plan_%s")
        self.area = area
        self.today = today
        self.places = places
        self.figures = dict(_list_starts(kit, salary, places, levels))
        self.fields["place"].widget.attrs["data-places"] = reverse("places")
        named = dict.fromkeys([*(figure.level for figure in salary.own), *(level.name for level in kit.levels)])
        offer_choices(self, "plan_level", [("", _("Any level")), *((name, name) for name in named)])
        labels = ((key, label_figure(figure)) for key, figure in self.figures.items())
        self.fields["start"].choices = [("", _("The figure that fits best")), *labels]  # type: ignore[attr-defined]

    def find_start(self) -> StartFigure | None:
        """The figure that a valid form starts from; None where there is none of the chosen kind."""
        if self.cleaned_data["start"]:
            return self.figures[self.cleaned_data["start"]]
        kind = PayKind(self.cleaned_data["plan_kind"] or PayKind.BASE)
        return next((figure for figure in self._list_fitting().values() if find_kind(figure) is kind), None)

    def compute_plan(self, rules: Sequence[PayRule]) -> PlannedRange | None:
        """The planned range under the rules of the place, or None. Adds an error to the form where a choice doesn't
        fit.
        """
        if not self.is_valid():
            return None
        figure, rate = self.find_start(), self.cleaned_data["rate"]
        if figure is None:
            self.add_error(
                "plan_kind",
                gettext("None of these sources has this kind of pay. Choose the other kind, or choose a figure."),
            )
            return None
        try:
            return plan_range(
                figure,
                places=self.places,
                rate=None if rate is None else rate / 100,
                since=as_of(figure, self.today),
                until=self.today,
                rules=rules,
            )
        except ValueError as error:
            self.add_error(None, str(error))
            return None

    def describe_job(self, planned: PlannedRange) -> str:
        """The query string with which a job description starts: the level, the place and the planned range."""
        figure, area = self.find_start(), self.area
        level = (find_level(figure) if figure else "") or self.cleaned_data["plan_level"]
        values = {"level": level, "low": planned.low, "high": planned.high, "kind": planned.kind.value}
        values |= {"currency": planned.currency, "country": "United States"}
        if area and area.states:
            city = find_first_city(area.name) if area.kind == SurveyArea.Kind.METRO else ""
            values |= {"region": STATES[area.states[0]], "city": city}
        return urlencode({name: value for name, value in values.items() if value != ""})

    def compare_figures(self) -> list[ComparedFigure]:
        """The figures of every source for the place and level of a valid form."""
        chosen = {name: self.cleaned_data[name] for name in ("plan_level", "plan_kind", "rate")}
        return [
            ComparedFigure(
                label=label_figure(figure),
                range=_word_range(figure),
                source=find_source(figure).source,
                query=urlencode({name: value for name, value in {**chosen, "start": key}.items() if value}),
            )
            for key, figure in self._list_fitting().items()
        ]

    def _list_fitting(self) -> dict[str, StartFigure]:
        """What the company, the survey of the place, editors and filings each say of the level, or else of the role."""
        level, fitting = self.cleaned_data["plan_level"], dict[str, StartFigure]()
        for kinds in ((OwnFigure,), (LevelEstimate, RoleSurvey), (EditorialFigure,), (ComputedFigure,)):
            said = {key: figure for key, figure in self.figures.items() if isinstance(figure, kinds)}
            of_level = {key: figure for key, figure in said.items() if find_level(figure) == level}
            fitting |= of_level or {key: figure for key, figure in said.items() if not find_level(figure)}
        return {k: one for k, one in fitting.items() if not isinstance(one, RoleSurvey) or one in self.places[:1]}


def _list_starts(
    kit: Kit, salary: Salary, places: Sequence[RoleSurvey], levels: Sequence[LevelEstimate]
) -> Iterator[tuple[str, StartFigure]]:
    """The figures that a plan can start from, by a word that stays the same as long as the figure does."""
    for own in salary.own:
        if own.low is not None and own.high is not None:
            yield f"own:{own.level}:{own.kind.value}", own
    for place in places:
        if place.p25 and place.p75:
            yield f"survey:{place.area}", place
    for level in levels:
        yield f"level:{level.name}", level
    for editorial in [*list_totals(kit), *salary.editorial]:
        yield f"editorial:{editorial.benchmark.name}", editorial
    for figure in salary.computed:
        if figure.is_shown:
            yield f"computed:{figure.provenance.source}:{figure.level}:{figure.area}:{figure.currency}", figure


def list_totals(kit: Kit) -> list[EditorialFigure]:
    """The editors' figures for the total pay of the role over all levels."""
    if kit.total_low is None or kit.total_high is None:
        return []
    whole = KitBenchmark(
        name=kit.title,
        low=kit.total_low,
        high=kit.total_high,
        kind=PayKind.TOTAL,
        currency=kit.currency,
        area=kit.figures_area,
        year=kit.figures_year,
        source=kit.figures_source,
    )
    return editorial_figures_of([whole], kit.sources)


def label_figure(figure: StartFigure) -> str:
    """What a figure is, in words for the list of figures to start from, in the current language."""
    if isinstance(figure, LevelEstimate):
        named = {"level": figure.name, "area": figure.survey.area_name, "period": figure.survey.provenance.period}
        return gettext("%(level)s, %(area)s: our estimate from the wage survey of %(period)s, base salary") % named
    if isinstance(figure, RoleSurvey):
        named = {"area": figure.area_name, "period": figure.provenance.period}
        return gettext("%(area)s: wage survey of %(period)s, base salary") % named
    if isinstance(figure, OwnFigure):
        named = {"company": figure.provenance.publisher, "level": figure.level, "kind": figure.kind.label.lower()}
        return gettext("%(level)s at %(company)s: company pay band, %(kind)s") % named
    if isinstance(figure, EditorialFigure):
        part = figure.benchmark
        named = {"name": part.name, "area": part.area, "kind": part.kind.label.lower()}
        return gettext("%(name)s, %(area)s: editorial, %(kind)s") % named
    counted = {
        "level": figure.level or gettext("All levels"),
        "area": figure.area_name,
        "count": format_number(figure.n),
    }
    return (
        ngettext(
            "%(level)s, %(area)s: %(count)s record, base salary",
            "%(level)s, %(area)s: %(count)s records, base salary",
            figure.n,
        )
        % counted
    )


def as_of(figure: StartFigure, today: date) -> date | None:
    """The last day that a figure covers, or today where that is earlier; None where its period names no year."""
    if isinstance(figure, OwnFigure):
        return today
    if isinstance(figure, LevelEstimate):
        return as_of(figure.survey, today)
    if isinstance(figure, RoleSurvey):
        return min(date(figure.year, 5, 31), today)
    if isinstance(figure, EditorialFigure):
        return min(date(figure.benchmark.year, 12, 31), today)
    covered = find_covered_days(figure.covers)
    return min(covered[1], today) if covered else None


def _word_range(figure: StartFigure) -> str:
    """What a figure gives from end to end: the middle half of what is measured."""
    if isinstance(figure, OwnFigure):
        return pay_range(figure.low, figure.high, figure.currency)
    if isinstance(figure, EditorialFigure):
        return pay_range(figure.benchmark.low, figure.benchmark.high, figure.benchmark.currency)
    if isinstance(figure, LevelEstimate):
        return f"{figure.low.in_words}–{figure.high.in_words}"
    if isinstance(figure, RoleSurvey):
        return f"{figure.p25.in_words}–{figure.p75.in_words}" if figure.p25 and figure.p75 else ""
    return pay_range(figure.p25, figure.p75, figure.currency)
