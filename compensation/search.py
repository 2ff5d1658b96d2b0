"""What search finds in a kit's pay table."""

from roles.kit.figures import pay_range
from roles.kit.language import written_in
from roles.kit.value import Kit, KitBenchmark
from roles.search.entries import Entry


def salary_entries(kit: Kit) -> list[Entry]:
    """An entry of the index for each benchmark, found by its name, in the language of kits."""
    with written_in(kit.language):
        return [_make_entry(kit, benchmark) for benchmark in kit.benchmarks]


def _make_entry(kit: Kit, benchmark: KitBenchmark) -> Entry:
    kind = benchmark.kind.label
    publisher = kit.find_source(benchmark.source).publisher
    amount = pay_range(benchmark.low, benchmark.high, benchmark.currency)
    return Entry(
        kind="salary",
        title=f"{kit.title}: {benchmark.name}",
        text=f"{kind}: {amount} a year, {benchmark.area}, {benchmark.year}. Source: {publisher}",
        keywords=f"salary pay compensation earn {kit.short_title}",
        group=kind,
        anchor="salary/",
    )
