"""What one network may have the site store in a day."""

import pytest

from web import quota
from web.quota import DAY_SECONDS, MEGABYTE, DailyQuota

HOME, OFFICE = "2001:db8:1:2::/64", "203.0.113.7"


@pytest.fixture(autouse=True)
def limits(settings):
    settings.NEW_PACKS_A_DAY, settings.MEGABYTES_A_DAY = 2, 1


def test_so_many_new_things_are_taken_and_no_more():
    today = DailyQuota()
    assert [today.take_room(HOME, 1, is_new=True) for _ in range(3)] == [True, True, False]
    assert today.take_room(HOME, 1, is_new=False), "what is there already may be saved again"
    assert today.take_room(OFFICE, 1, is_new=True)


def test_so_many_bytes_are_taken_and_no_more():
    today = DailyQuota()
    assert not today.take_room(HOME, MEGABYTE + 1, is_new=False)
    assert today.take_room(HOME, MEGABYTE, is_new=False), "what was refused does not count"
    assert not today.take_room(HOME, 1, is_new=False)


def test_the_next_day_begins_at_nothing(monkeypatch):
    today = DailyQuota()
    assert today.take_room(HOME, MEGABYTE, is_new=True)
    later = quota.time.monotonic() + DAY_SECONDS
    monkeypatch.setattr(quota.time, "monotonic", lambda: later)
    assert today.take_room(HOME, MEGABYTE, is_new=True)


def test_zero_is_without_limit(settings):
    settings.NEW_PACKS_A_DAY = settings.MEGABYTES_A_DAY = 0
    assert all(DailyQuota().take_room(HOME, 10 * MEGABYTE, is_new=True) for _ in range(3))
