"""A profile as a file: JSON of the value alone, without a link, an id or a date."""

import msgspec

from company.profile import WHOLE_FILE, CompanyProfile, InvalidProfileError, check_profile, place_message

LARGEST_PROFILE_FILE = 200_000  # bytes; a full one has some 20,000


def write_profile(profile: CompanyProfile) -> bytes:
    """The profile as indented JSON. The same profile always gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(profile), indent=2) + b"\n"


def parse_profile(raw: bytes) -> CompanyProfile:
    """The profile in a file's bytes. Raises InvalidProfileError, which names the faulty field, such as
    pay_bands[2].base_low.
    """
    if len(raw) > LARGEST_PROFILE_FILE:
        raise InvalidProfileError({WHOLE_FILE: f"expected at most {LARGEST_PROFILE_FILE:,} bytes, got {len(raw):,}"})
    try:
        return check_profile(msgspec.json.decode(raw, type=CompanyProfile))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidProfileError(place_message(str(error))) from error
