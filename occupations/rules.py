"""The rules that turn figures into the words of a kit: how much a skill matters, and how an occupation grows."""

from collections.abc import Iterable

from occupations.facts import ElementRating, Outlook

HIGH_FROM, MEDIUM_FROM = 3.5, 2.75  # of an importance from 1 to 5; since O*NET 30.1 work styles have an impact instead
HIGH_IMPACT_FROM, MEDIUM_IMPACT_FROM = 2.0, 1.0  # of an impact from -3 to 3
HIGH_GROWTH = 2  # times the average of all occupations


def rate_importance(rating: ElementRating) -> str:
    """How much a rated element matters: "high", "medium" or "optional", from its importance (1 to 5) or else its impact
    (-3 to 3).
    """
    if rating.importance is not None:
        value, high, medium = rating.importance, HIGH_FROM, MEDIUM_FROM
    else:
        value, high, medium = rating.impact or 0, HIGH_IMPACT_FROM, MEDIUM_IMPACT_FROM
    return "high" if value >= high else "medium" if value >= medium else "optional"


def list_important(ratings: Iterable[ElementRating], most: int) -> list[ElementRating]:
    """The ratings that are certain and not optional, the most important first, at most `most`."""
    wanted = [rating for rating in ratings if not rating.uncertain and rate_importance(rating) != "optional"]
    return sorted(wanted, key=_measure_weight, reverse=True)[:most]


def rate_growth(outlook: Outlook, average: float) -> str:
    """The demand for an occupation: "high", "growing", "steady" or "low". `average` is the growth over all occupations
    in percent.

    High from twice the average on, growing above it, steady where jobs don't become fewer, low where they do. Figures
    are compared with one decimal, as they are published and shown.
    """
    change, average = round(outlook.change, 1), round(average, 1)
    if change < 0:
        return "low"
    if change >= HIGH_GROWTH * max(average, 0) and change > 0:
        return "high"
    return "growing" if change > average else "steady"


def _measure_weight(rating: ElementRating) -> float:
    return rating.importance if rating.importance is not None else rating.impact or 0
