"""The geometry of percentile charts: each figure a line from the 10th to the 90th, a bar for the middle half."""

from collections.abc import Sequence

import msgspec

from compensation.figures import ComputedFigure, EditorialFigure, Provenance
from roles.pages.charts import CHART_WIDTH, RangeChart, Tick, list_axis, range_charts


class PercentileBar(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with the places of its percentiles in percent of the axis, None for one that isn't published."""

    figure: ComputedFigure
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None

    @property
    def width(self) -> int:
        """The length of the middle half, in percent of the axis."""
        return (self.p75 or 0) - (self.p25 or 0)


class PercentileChart(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of one source, period and currency: those of the country by level, or those of its places."""

    provenance: Provenance
    currency: str
    national: bool
    ticks: list[Tick]
    bars: list[PercentileBar]


def percentile_charts(figures: Sequence[ComputedFigure]) -> list[PercentileChart]:
    """Charts of figures, one for each set that may be compared. All charts of a currency have the same axis."""
    groups: dict[tuple[str, str, str, bool], list[ComputedFigure]] = {}
    for figure in figures:
        key = (figure.provenance.source, figure.provenance.period, figure.currency, "-" not in figure.area)
        groups.setdefault(key, []).append(figure)
    axes = {currency: _list_axis([f for f in figures if f.currency == currency]) for _, _, currency, _ in groups}
    return [_draw_chart(group, axes[key[2]]) for key, group in sorted(groups.items(), key=lambda item: not item[0][3])]


def _list_axis(figures: Sequence[ComputedFigure]) -> list[int]:
    amounts = [amount for f in figures for amount in (f.p10, f.p25, f.p50, f.p75, f.p90) if amount is not None]
    return list_axis(min(amounts), max(amounts)) if amounts else []


def _draw_chart(figures: list[ComputedFigure], amounts: list[int]) -> PercentileChart:
    def place_amount(amount: int | None) -> int | None:
        return None if amount is None else round(CHART_WIDTH * (amount - amounts[0]) / (amounts[-1] - amounts[0]))

    bars = [
        PercentileBar(
            figure=f,
            p10=place_amount(f.p10),
            p25=place_amount(f.p25),
            p50=place_amount(f.p50),
            p75=place_amount(f.p75),
            p90=place_amount(f.p90),
        )
        for f in figures
    ]
    first = figures[0]
    return PercentileChart(
        provenance=first.provenance,
        currency=first.currency,
        national="-" not in first.area,
        ticks=[Tick(x=place_amount(amount) or 0, amount=amount) for amount in amounts],
        bars=bars,
    )


class EditorialChart(msgspec.Struct, frozen=True):
    """Editorial ranges from one source that may be compared, with the source."""

    provenance: Provenance
    chart: RangeChart


def editorial_charts(figures: Sequence[EditorialFigure]) -> list[EditorialChart]:
    """The editorial ranges as charts, separate ones for each source."""
    by_source: dict[str, list[EditorialFigure]] = {}
    for figure in figures:
        by_source.setdefault(figure.provenance.source, []).append(figure)
    return [
        EditorialChart(group[0].provenance, chart)
        for group in by_source.values()
        for chart in range_charts([figure.benchmark for figure in group])
    ]
