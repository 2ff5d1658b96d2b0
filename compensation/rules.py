"""The publishing rules of the trade: when a figure may be shown (Empsight's safety rules; practice of the BLS)."""

from typing import TypedDict

FEWEST = 10  # records behind any figure
FEWEST_EMPLOYERS = 5  # behind any figure
FEW = 30  # records, below which a figure is tagged
FEWEST_FOR_TAILS = 10  # records behind a 10th or 90th percentile
LARGEST_SHARE = 0.25  # of the records from one employer, above which a figure is flagged


class Percentiles(TypedDict):
    """Percentiles that may be published, None where the rules allow none."""

    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None


def is_one_sided(largest_share: float) -> bool:
    """Whether one employer's share (0 to 1) of a figure's records is larger than the trade's rules allow."""
    return largest_share > LARGEST_SHARE


def choose_publishable(values: tuple[int, int, int, int, int], *, n: int, employers: int) -> Percentiles:
    """The percentiles (10, 25, 50, 75, 90) that may be published for n records from so many employers."""
    shown = n >= FEWEST and employers >= FEWEST_EMPLOYERS
    tails = shown and n >= FEWEST_FOR_TAILS
    p10, p25, p50, p75, p90 = values
    return {
        "p10": p10 if tails else None,
        "p25": p25 if shown else None,
        "p50": p50 if shown else None,
        "p75": p75 if shown else None,
        "p90": p90 if tails else None,
    }
