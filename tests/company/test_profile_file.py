"""A profile goes into a file and comes back, and a file at fault says where."""

import msgspec
import pytest

from company.profile import CompanyProfile, InvalidProfileError
from company.profile_file import LARGEST_PROFILE_FILE, parse_profile, write_profile
from tests.company.samples import COLORED_ACME


def test_a_profile_comes_back_from_its_file():
    assert parse_profile(write_profile(COLORED_ACME)) == COLORED_ACME


def test_an_empty_profile_is_an_empty_file():
    assert write_profile(CompanyProfile()) == b"{}\n"


def test_the_sample_says_something_in_every_field():
    assert set(msgspec.to_builtins(COLORED_ACME)) == set(CompanyProfile.__struct_fields__)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"", "file"),
        (b"[1]", "file"),
        (b"\xff", "file"),
        (b"[" * 100_000, "file"),
        (b'{"name": 1}', "name"),
        (b'{"shoe_size": 1}', "file"),
        (b'{"benefits": [{"name": "A boat"}, {"note": "B"}]}', "benefits[1]"),
        (b'{"pay_bands": [{"level": "L1", "base_low": "much"}]}', "pay_bands[0].base_low"),
        (b'{"pay_bands": [{"level": "L1", "base_low": 2, "base_high": 1}]}', "pay_bands[0].base_high"),
        (b'{"pay_bands": [{"level": "L1"}, {"level": "l1"}]}', "pay_bands[1]"),
        (b'{"house_words": [{"avoid": "x"}]}', "house_words[0].avoid"),
        (b'{"currency": "Dollars"}', "currency"),
        (b'{"employees": 0}', "employees"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(raw, place):
    with pytest.raises(InvalidProfileError) as refused:
        parse_profile(raw)
    assert [*refused.value.errors] == [place]


def test_a_file_that_is_too_large_is_not_read():
    with pytest.raises(InvalidProfileError, match="at most"):
        parse_profile(b" " * (LARGEST_PROFILE_FILE + 1))
