"""What is open in an opening: blanks, points of law and findings, counted once."""

import msgspec
import pytest

from compensation.pay_law.table import add_missing, shipped_rules
from packs.description.starting import start_description
from packs.openings.counts import count_open_points
from packs.posting.facts import OfferedPlace
from packs.store.saving import store_pack
from tests.factories import technical_pm
from web.child_pool import StoppedError

pytestmark = pytest.mark.django_db
KIT = technical_pm()
START = msgspec.structs.replace(
    start_description(KIT, 1),
    title="Ninja",
    places=(OfferedPlace(country="United States", region="Colorado"),),
    lines=start_description(KIT, 1).lines[:4],
)


@pytest.fixture
def version():
    add_missing(shipped_rules())
    return store_pack(START).current()


def test_blanks_law_and_findings_are_counted_apart(version):
    counts = count_open_points({version: KIT})[version.pk]
    assert counts.blanks >= 1
    assert counts.law >= 1
    assert counts.review >= 1
    assert not counts.is_clear


def test_a_version_is_counted_once_in_a_while(version, django_assert_num_queries):
    counts = count_open_points({version: KIT})
    with django_assert_num_queries(0):
        assert count_open_points({version: KIT}) == counts


def test_a_review_that_was_stopped_leaves_its_count_open(version, monkeypatch):
    def stop(*args):
        raise StoppedError("too long")

    monkeypatch.setattr("packs.openings.counts.run_task", stop)
    assert count_open_points({version: KIT})[version.pk].review is None
