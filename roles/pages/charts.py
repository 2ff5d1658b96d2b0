"""The geometry of the pay charts: ranges as bars on one shared axis, in units that the page scales to its width."""

import itertools
from collections.abc import Sequence

import msgspec

from roles.kit.choices import PayKind
from roles.kit.value import KitBenchmark

CHART_WIDTH, CHART_HEIGHT = 1000, 40
MOST_STEPS = 6
LEADS = (10, 20, 25, 50)


class Tick(msgspec.Struct, frozen=True):
    """A mark of the axis at `x`, from 0 for the first to WIDTH for the last, with its amount."""

    x: int
    amount: int


def draw_grid(ticks: Sequence[Tick]) -> str:
    """An upright line at each mark, as the path of an SVG that is CHART_HEIGHT high."""
    return "".join(f"M{tick.x} 0V{CHART_HEIGHT}" for tick in ticks)


class Bar(msgspec.Struct, frozen=True):
    """A benchmark with the start and the width of its bar on the axis."""

    benchmark: KitBenchmark
    x: int
    width: int


class RangeChart(msgspec.Struct, frozen=True):
    """Ranges that may be compared: the same kind of pay, currency, area and year."""

    kind: PayKind
    currency: str
    area: str
    year: int
    ticks: list[Tick]
    bars: list[Bar]


def range_charts(benchmarks: Sequence[KitBenchmark]) -> list[RangeChart]:
    """Charts of benchmarks, one for each set that may be compared, in the order of the benchmarks."""
    groups: dict[tuple[PayKind, str, str, int], list[KitBenchmark]] = {}
    for benchmark in benchmarks:
        key = (benchmark.kind, benchmark.currency, benchmark.area, benchmark.year)
        groups.setdefault(key, []).append(benchmark)
    return [_draw_chart(*key, group) for key, group in groups.items()]


def _draw_chart(kind: PayKind, currency: str, area: str, year: int, benchmarks: list[KitBenchmark]) -> RangeChart:
    amounts = list_axis(min(b.low for b in benchmarks), max(b.high for b in benchmarks))

    def place_amount(amount: int) -> int:
        return round(CHART_WIDTH * (amount - amounts[0]) / (amounts[-1] - amounts[0]))

    bars = [
        Bar(benchmark=b, x=place_amount(b.low), width=place_amount(b.high) - place_amount(b.low)) for b in benchmarks
    ]
    ticks = [Tick(x=place_amount(amount), amount=amount) for amount in amounts]
    return RangeChart(kind=kind, currency=currency, area=area, year=year, ticks=ticks, bars=bars)


def list_axis(low: int, high: int) -> list[int]:
    """The marks of an axis that encloses a range of amounts: round amounts at even steps, lowest first, in MOST_STEPS
    steps at most. For low <= high, in any currency.
    """
    for power in itertools.count():
        for lead in LEADS:
            step = lead * 10**power
            start = low // step * step
            end = max(-(-high // step) * step, start + step)
            if end - start <= MOST_STEPS * step:
                return list(range(start, end + step, step))
    raise AssertionError("a step that is large enough always comes")
