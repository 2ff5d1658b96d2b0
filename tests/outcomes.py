"""What the tests of faults and of hostile input counted, printed in a table at the end of a run."""

from collections import Counter
from collections.abc import Callable

import pytest

PROPERTY = "outcome"


@pytest.fixture
def outcome(record_property: Callable[[str, object], None]) -> Callable[[str, int, str], None]:
    """outcome("server killed while it publishes", 3, "0 lost") adds a line to the table, if the test passes."""

    def tell(case: str, count: int, result: str) -> None:
        record_property(PROPERTY, [case, count, result])

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table; the lines of tests that other processes ran reach it with their reports."""
    told: Counter[tuple[str, str]] = Counter()
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == PROPERTY:
                case, count, result = value
                told[case, result] += count
    if told:
        terminalreporter.section("faults and hostile input")
    for (case, result), count in sorted(told.items()):
        terminalreporter.write_line(f"{count:>7,} x {case}: {result}")
