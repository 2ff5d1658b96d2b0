"""What search finds in a kit's pay table."""

from collections.abc import Iterator

from roles.figures import pay_range
from roles.kit import Kit
from roles.search import Entry


def salary_entries(kit: Kit) -> Iterator[Entry]:
    """Each benchmark, found by its name."""
    for benchmark in kit.benchmarks:
        kind = benchmark.kind.label
        publisher = kit.source(benchmark.source).publisher
        amount = pay_range(benchmark.low, benchmark.high, benchmark.currency)
        yield Entry(
            kind="salary",
            title=f"{kit.title}: {benchmark.name}",
            text=f"{kind}: {amount} a year, {benchmark.area}, {benchmark.year}. Source: {publisher}",
            keywords=f"salary pay compensation earn {kit.short_title}",
            group=kind,
            anchor="salary/",
        )
