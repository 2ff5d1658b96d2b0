"""What search finds in a kit's pay table."""

from collections.abc import Iterator

from roles.kit import Kit
from roles.search import Entry


def salary_entries(kit: Kit) -> Iterator[Entry]:
    """Each benchmark, found by its name."""
    for benchmark in kit.benchmarks:
        text = f"salary pay compensation {benchmark.kind.label} {benchmark.area} {benchmark.year} {kit.title}"
        yield Entry(kind="salary", title=benchmark.name, text=text, anchor="salary/")
