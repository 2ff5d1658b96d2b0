"""Where the figures come from, and the limits as named profiles: the files in data/, read once."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

DATA = Path(__file__).parent / "data"


class ReviewSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source of checks: its author, what it rests on, and what to keep in mind."""

    slug: str
    name: str
    about: str
    caveat: str = ""


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One source's limits for a measure: what it accepts, what it finds best, and both in words. None is no limit."""

    slug: str
    measure: str
    source: str
    says: str
    low: float | None = None
    high: float | None = None
    best_low: float | None = None
    best_high: float | None = None

    @property
    def source_name(self) -> str:
        """The name of the source from which the profile's limits are."""
        return REVIEW_SOURCES[self.source].name

    def is_accepting(self, value: float) -> bool:
        """Whether a value is within the profile's limits."""
        return not self.is_below(value) and not self.is_above(value)

    def is_below(self, value: float) -> bool:
        """Whether a value is under the lower limit. False without one."""
        return self.low is not None and value < self.low

    def is_above(self, value: float) -> bool:
        """Whether a value is over the upper limit. False without one."""
        return self.high is not None and value > self.high


def read_data[T](name: str, kind: type[T]) -> list[T]:
    """The values in a YAML file of data/. Raises msgspec.ValidationError for an invalid one."""
    return msgspec.yaml.decode((DATA / name).read_bytes(), type=list[kind])  # type: ignore[valid-type]


REVIEW_SOURCES = {source.slug: source for source in read_data("sources.yaml", ReviewSource)}
PROFILES = {profile.slug: profile for profile in read_data("profiles.yaml", Profile)}


def for_measure(measure: str) -> list[Profile]:
    """The profiles that limit a measure, such as "words", in the order of the file."""
    return [profile for profile in PROFILES.values() if profile.measure == measure]


def side_by_side(profiles: Iterable[Profile]) -> str:
    """One sentence with each profile's source and what it says, separated by semicolons."""
    return "; ".join(f"{profile.source_name}: {profile.says}" for profile in profiles) + "."


def read_limit(slug: str) -> float:
    """The upper limit of a profile, by its slug. Raises ValueError for a profile without one."""
    high = PROFILES[slug].high
    if high is None:
        raise ValueError(f"profile {slug} has no upper limit")
    return high
