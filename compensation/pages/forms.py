"""The reader's choices on a salary page: filters, and the planner of a pay range."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from compensation.figures import ComputedFigure, EditorialFigure, FactorFigure
from compensation.pages.salary import Salary
from compensation.planning import PlannedRange, plan_range
from roles.kit.choices import PayKind
from roles.kit.figures import format_number
from roles.pages.forms import ANY, offer_choices

QUARTER_ENDS = {1: (12, 31), 2: (3, 31), 3: (6, 30), 4: (9, 30)}  # a US fiscal year starts in October


class SalaryFilter(forms.Form):
    """Level, area and kind of pay, each optional."""

    level = forms.ChoiceField(required=False, label=_("Level"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    kind = forms.ChoiceField(required=False, label=_("Kind of pay"), choices=[ANY, *PayKind.list_choices()])

    def __init__(self, *args: Any, salary: Salary, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.salary = salary
        for name, values in (("level", salary.levels), ("area", salary.areas)):
            offer_choices(self, name, [ANY, *((value, value) for value in values)])

    def filter_salary(self) -> Salary:
        """The figures that fit the valid choices."""
        self.full_clean()
        return self.salary.narrow_figures(**getattr(self, "cleaned_data", {}))


class LongSelect(forms.Select):
    """A select of hundreds of options."""

    template_name = "rolebook/widgets/long_select.html"


class PlannerForm(forms.Form):
    """A figure to start from, a place to move it to, and a yearly rate to age it by, if the reader asks."""

    start = forms.ChoiceField(label=_("Level and figure"))
    place = forms.ChoiceField(
        required=False,
        label=_("Place"),
        help_text=_("Adjusts a national figure to wages in that place."),
        widget=LongSelect,
    )
    rate = forms.DecimalField(
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(20),
        decimal_places=2,
        label=_("Yearly rise in percent"),
        help_text=_("Your own rate, for example 3. Leave empty to leave the figure as it is."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, salary: Salary, factors: list[FactorFigure], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "plan_%s", **kwargs})
        self.today = today
        self.figures = list_starts(salary)
        self.factors = {factor.area_code: factor for factor in factors}
        self.fields["start"].choices = [(key, label_figure(figure)) for key, figure in self.figures.items()]  # type: ignore[attr-defined]
        places = [(factor.area_code, factor.area_name) for factor in factors]
        offer_choices(self, "place", [("", _("Where the figure is for")), *places])

    @property
    def figure(self) -> ComputedFigure | EditorialFigure:
        """The figure that a valid form starts from."""
        return self.figures[self.cleaned_data["start"]]

    def compute_plan(self) -> PlannedRange | None:
        """The planned range, or None where a choice is at fault; the form then says why."""
        if not self.is_valid():
            return None
        rate = self.cleaned_data["rate"]
        try:
            return plan_range(
                self.figure,
                factor=self.factors.get(self.cleaned_data["place"]),
                rate=None if rate is None else rate / 100,
                since=as_of(self.figure, self.today),
                until=self.today,
            )
        except ValueError as error:
            self.add_error(None, str(error))
            return None


def list_starts(salary: Salary) -> dict[str, ComputedFigure | EditorialFigure]:
    """The figures that a plan can start from, by a word that stays the same as long as the figure does."""
    found: dict[str, ComputedFigure | EditorialFigure] = {f"editorial:{f.benchmark.name}": f for f in salary.editorial}
    for figure in salary.computed:
        if figure.is_shown:
            found[f"computed:{figure.provenance.source}:{figure.level}:{figure.area}:{figure.currency}"] = figure
    return found


def label_figure(figure: ComputedFigure | EditorialFigure) -> str:
    """What a figure is, in the list of those to start from."""
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


def as_of(figure: ComputedFigure | EditorialFigure, today: date) -> date | None:
    """The last day that a figure covers, at the latest today; None where its period names no year."""
    if isinstance(figure, EditorialFigure):
        return min(date(figure.benchmark.year, 12, 31), today)
    found = re.match(r"(FY)?(\d{4})", figure.provenance.period)
    if not found:
        return None
    year = int(found[2])
    quarters = [int(number) for number in re.findall(r"Q([1-4])", figure.provenance.period)]
    if not found[1]:
        return min(date(year, 12, 31), today)
    last = max(quarters, default=4)
    return min(date(year - 1 if last == 1 else year, *QUARTER_ENDS[last]), today)
