"""What is known of an occupation, as values: figures and names of O*NET, and the Bureau's projections.

Small parts are arrays in JSON, which keeps a stored document at a few kilobytes; whoever hands them out as JSON gives
them names.
"""

import hashlib

import msgspec


class ElementRating(msgspec.Struct, frozen=True, array_like=True):
    """How an occupation rates one skill, area of knowledge, work style or credential.

    `element` is its O*NET ID, such as "2.A.1.a". Work styles have no level; since release 30.1 they have an impact
    instead of an importance. O*NET advises against relying on a value that is `uncertain`. Where `has_level` is false,
    so few people find the element important that its level says little.
    """

    element: str
    name: str
    importance: float | None = None  # 1 (not important) to 5 (extremely important)
    level: float | None = None  # 0 to 7
    impact: float | None = None  # -3 (gets in the way) to 3 (helps)
    uncertain: bool = False
    has_level: bool = True


class TechnologyUse(msgspec.Struct, frozen=True, array_like=True):
    """A tool that people in the occupation use. It is hot where many postings over all occupations ask for it, and in
    demand where many of this occupation's do.
    """

    name: str
    category: str
    is_hot: bool = False
    is_in_demand: bool = False


class JobZone(msgspec.Struct, frozen=True, array_like=True):
    """How much preparation the occupation needs, from 1 (little) to 5 (extensive); releases since 30.3 begin at 2."""

    number: int
    name: str = ""


class CategoryShare(msgspec.Struct, frozen=True, array_like=True):
    """The share of people, in percent, who chose a category; see occupations/categories.py for its words."""

    category: int
    percent: float
    uncertain: bool = False


class RelatedOccupation(msgspec.Struct, frozen=True, array_like=True):
    """A similar occupation by its O*NET-SOC code. The tier is O*NET's: Primary-Short, Primary-Long or Supplemental."""

    code: str
    title: str
    tier: str = ""


class OccupationFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything that O*NET counts or names for an occupation. Lists are in O*NET's order; empty where it has no data.

    Categories of nobody are left out of the shares. `collected` says for a list's name when its newest value was
    collected, as "2024-08".
    """

    skills: tuple[ElementRating, ...] = ()
    knowledge: tuple[ElementRating, ...] = ()
    work_styles: tuple[ElementRating, ...] = ()
    credentials: tuple[ElementRating, ...] = ()
    technology: tuple[TechnologyUse, ...] = ()
    zone: JobZone | None = None
    education: tuple[CategoryShare, ...] = ()
    experience: tuple[CategoryShare, ...] = ()
    site_training: tuple[CategoryShare, ...] = ()
    job_training: tuple[CategoryShare, ...] = ()
    related: tuple[RelatedOccupation, ...] = ()
    reported_titles: tuple[str, ...] = ()
    collected: dict[str, str] = {}


class TitleRecord(msgspec.Struct, frozen=True, array_like=True):
    """A title that people use, its short form ("" without one), and whether people in the job
    reported it themselves.
    """

    title: str
    short: str = ""
    is_reported: bool = False


class OnetTask(msgspec.Struct, frozen=True, array_like=True):
    """A task statement of O*NET, word for word. The kind is Core, Supplemental or empty."""

    text: str
    kind: str = ""


class OnetText(msgspec.Struct, frozen=True):
    """O*NET's own sentences about an occupation, which a site may import; Rolebook ships none."""

    description: str
    tasks: tuple[OnetTask, ...] = ()


class OccupationRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One occupation of a release: code and title, its facts, other titles, and texts."""

    code: str
    title: str
    facts: OccupationFacts
    titles: tuple[TitleRecord, ...] = ()
    text: OnetText | None = None


class OnetRelease(msgspec.Struct, frozen=True):
    """A release of the O*NET database: its name ("29.0"), its date ("August 2024") and its occupations by code."""

    name: str
    date: str
    occupations: tuple[OccupationRecord, ...]


class Outlook(msgspec.Struct, frozen=True):
    """The Bureau's projection for an occupation, or for the group in which it is counted: jobs in thousands, changes in
    percent.
    """

    soc: str
    title: str
    base_year: int
    target_year: int
    employment: float  # thousands of jobs in the base year
    projected: float  # thousands of jobs in the target year
    change: float  # percent over the years between
    openings: float  # thousands a year, on average: growth and people who leave
    education: str
    experience: str
    training: str


def encode_release(release: OnetRelease) -> bytes:
    """The release as JSON. The same release always gives the same bytes."""
    return msgspec.json.encode(release)


def hash_content(encoded: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal digits, by which to tell whether two are the same."""
    return hashlib.sha256(encoded).hexdigest()
