"""A company profile: what all job descriptions of a company share, as one value that knows no Django.

Every field has a default, so that a value stored yesterday still decodes tomorrow. Both homes of a profile, the site's
own and one behind a private link, hold this value.
"""

from collections.abc import Mapping
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from company.colors import HexColor

MOST_ROWS = 60  # of any list
PLACE = " - at "  # where msgspec begins to say the path
WHOLE_FILE = "file"
type Short = Annotated[str, Meta(max_length=200, description="at most 200 characters")]
type Line = Annotated[str, Meta(max_length=500, description="at most 500 characters")]
type Text = Annotated[str, Meta(max_length=10_000, description="at most 10,000 characters")]
type Amount = Annotated[int, Meta(ge=0, le=9_999_999_999, description="a whole amount of money")]
type Rows[T] = Annotated[tuple[T, ...], Meta(max_length=MOST_ROWS, description=f"at most {MOST_ROWS} entries")]


class ProfilePart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of the values in a profile; a field at its default is left out of its JSON."""


class CompanyBenefit(ProfilePart, frozen=True, kw_only=True):
    """A benefit, and the company's own note on it, such as an amount."""

    name: Short
    note: Line = ""


class Office(ProfilePart, frozen=True, kw_only=True):
    """A place where people work. With `remote` they may work from anywhere in it."""

    city: Annotated[str, Meta(max_length=100)] = ""
    region: Annotated[str, Meta(max_length=100)] = ""
    country: Annotated[str, Meta(max_length=100)]
    remote: bool = False


class PayBand(ProfilePart, frozen=True, kw_only=True):
    """What the company pays at a level in a year: base and total in whole units of the profile's currency, the rest in
    words.
    """

    level: Annotated[str, Meta(min_length=1, max_length=100, description="the name of a level")]
    base_low: Amount | None = None
    base_high: Amount | None = None
    total_low: Amount | None = None
    total_high: Amount | None = None
    bonus: Line = ""
    equity: Line = ""

    @property
    def ranges(self) -> list[tuple[str, int | None, int | None]]:
        """The ranges with an amount, base pay first, as ("base" or "total", low, high); None is an open end."""
        both = [("base", self.base_low, self.base_high), ("total", self.total_low, self.total_high)]
        return [(kind, low, high) for kind, low, high in both if low is not None or high is not None]


class HouseWord(ProfilePart, frozen=True, kw_only=True):
    """Words that the company avoids, and those it writes instead; "" where there are none."""

    avoid: Annotated[str, Meta(min_length=2, max_length=80, description="from 2 to 80 characters")]
    prefer: Annotated[str, Meta(max_length=80)] = ""
    why: Line = ""


class CompanyProfile(ProfilePart, frozen=True, kw_only=True):
    """What a company says about itself, and what it always offers, asks and writes.

    `logo` is a PNG that we have made ourselves; it and `accent`, a color, go onto the company's documents. `values` are
    lines. `employees` is how many people it employs in all and `home` where it is, both for the law.
    `bonus` and `equity` are for every level whose pay band has no words of its own. `paper` is the name that Typst has
    for a size, "" for that of the job's place.
    """

    name: Short = ""
    url: Line = ""
    logo: Annotated[bytes, Meta(max_length=100_000, description="a picture of at most 100 KB")] = b""
    accent: HexColor | None = None
    about_short: Annotated[str, Meta(max_length=1_000, description="at most 1,000 characters")] = ""
    about_long: Text = ""
    values: Rows[Line] = ()
    benefits: Rows[CompanyBenefit] = ()
    equal_opportunity: Text = ""
    accommodation: Text = ""
    fair_chance: Text = ""
    how_to_apply: Text = ""
    apply_to: Line = ""
    offices: Rows[Office] = ()
    workplace: Literal["", "on-site", "hybrid", "remote"] = ""
    workplace_rules: Text = ""
    employees: Annotated[int, Meta(ge=1, le=10_000_000)] | None = None
    home: Line = ""
    currency: Annotated[str, Meta(pattern=r"^([A-Z]{3})?\Z", description="three letters such as USD")] = ""
    paper: Literal["", "a4", "us-letter"] = ""
    bonus: Line = ""
    equity: Line = ""
    pay_bands: Rows[PayBand] = ()
    house_words: Rows[HouseWord] = ()

    def find_band(self, level: str) -> PayBand | None:
        """The pay band of a level, whatever its case; None without one."""
        wanted = level.casefold()
        return next((band for band in self.pay_bands if band.level.casefold() == wanted), None)


class ProfileInUse(msgspec.Struct, frozen=True, kw_only=True):
    """A profile from which something starts: its id and version, the blocks that are locked, and the token that opened
    a private one. The default is an empty profile that locks nothing.
    """

    id: UUID | None = None
    number: int = 0
    profile: CompanyProfile = CompanyProfile()
    locked: frozenset[str] = frozenset()
    token: str = ""

    def __bool__(self) -> bool:
        """Whether there is a profile at all."""
        return self.id is not None


NO_COMPANY = ProfileInUse()


class InvalidProfileError(Exception):
    """A profile that can't be taken: `errors` has a message for each field at fault, by the field's path."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(f"{field}: {message}" for field, message in errors.items()))


def place_message(message: str) -> dict[str, str]:
    """msgspec's message by the path of a profile that stands in it, WHOLE_FILE where none does."""
    says, __, path = message.partition(PLACE)
    return {path.strip("$.`") or WHOLE_FILE: f"{says[:1].lower()}{says[1:]}"}


def check_profile(profile: CompanyProfile) -> CompanyProfile:
    """The same profile. Raises InvalidProfileError where a range runs downward, a level or word occurs twice, or
    something is longer than it may be, so that the profile couldn't be read again.
    """
    try:
        msgspec.json.decode(msgspec.json.encode(profile), type=CompanyProfile)
    except msgspec.ValidationError as error:
        raise InvalidProfileError(place_message(str(error))) from error
    errors: dict[str, str] = {}
    for number, band in enumerate(profile.pay_bands):
        for low, high in (("base_low", "base_high"), ("total_low", "total_high")):
            least, most = getattr(band, low), getattr(band, high)
            if least is not None and most is not None and most < least:
                errors[f"pay_bands[{number}].{high}"] = f"expected {least} or more, the lower end of the range"
    keyed = {
        "pay_bands": [band.level.casefold() for band in profile.pay_bands],
        "house_words": [word.avoid.casefold() for word in profile.house_words],
        "benefits": [benefit.name.casefold() for benefit in profile.benefits],
    }
    for field, keys in keyed.items():
        for number, key in enumerate(keys):
            if key in keys[:number]:
                errors[f"{field}[{number}]"] = "expected each once"
    if errors:
        raise InvalidProfileError(errors)
    return profile
