from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from roles.kit.choices import PayKind
from roles.kit.value import KitBenchmark
from roles.pages.charts import CHART_WIDTH, MOST_STEPS, list_axis, range_charts


def benchmark(name="Mid", low=160_000, high=220_000, **changes):
    fields = {"kind": PayKind.TOTAL, "currency": "USD", "area": "United States", "year": 2026, "source": "survey"}
    return KitBenchmark(name=name, low=low, high=high, **{**fields, **changes})


def test_no_benchmarks_give_no_chart():
    assert range_charts([]) == []


def test_bars_share_one_axis():
    (chart,) = range_charts([benchmark(), benchmark("FAANG", 280_000, 400_000)])
    assert [tick.amount for tick in chart.ticks] == [150_000, 200_000, 250_000, 300_000, 350_000, 400_000]
    assert [(bar.x, bar.width) for bar in chart.bars] == [(40, 240), (520, 480)]


def test_benchmarks_keep_their_order():
    (chart,) = range_charts([benchmark("B"), benchmark("A", 100_000, 120_000)])
    assert [bar.benchmark.name for bar in chart.bars] == ["B", "A"]


def test_pay_that_does_not_compare_gets_a_chart_of_its_own():
    others = [benchmark(kind=PayKind.BASE), benchmark(currency="EUR"), benchmark(area="Ohio"), benchmark(year=2025)]
    charts = range_charts([benchmark(), *others])
    assert [(c.kind, c.currency, c.area, c.year) for c in charts[:2]] == [
        (PayKind.TOTAL, "USD", "United States", 2026),
        (PayKind.BASE, "USD", "United States", 2026),
    ]
    assert len(charts) == 5


def test_a_range_of_one_figure_still_has_an_axis():
    (chart,) = range_charts([benchmark(low=0, high=0)])
    assert [tick.x for tick in chart.ticks] == [0, CHART_WIDTH]


@given(st.tuples(st.integers(0, 100_000_000), st.integers(0, 100_000_000)).map(sorted))
def test_an_axis_encloses_its_range_in_few_even_steps(ends):
    low, high = ends
    amounts = list_axis(low, high)
    steps = {after - before for before, after in pairwise(amounts)}
    assert amounts[0] <= low <= high <= amounts[-1]
    assert len(steps) == 1
    assert 2 <= len(amounts) <= MOST_STEPS + 1


@given(st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 10**8)).map(sorted), min_size=1, max_size=8))
def test_bars_stay_inside_the_chart(ranges):
    (chart,) = range_charts([benchmark(f"Level {i}", *ends) for i, ends in enumerate(ranges)])
    assert len(chart.bars) == len(ranges)
    assert all(0 <= bar.x <= bar.x + bar.width <= CHART_WIDTH for bar in chart.bars)
