"""Two who publish at once, and a clock that is moved."""

import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from django.db import connections
from django.utils import timezone

from packs.description.starting import start_description
from packs.models import Pack
from packs.store.links import hash_token
from packs.store.saving import create_pack, save_version
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import NothingToPublishError, publish_role, restore_edition
from roles.publishing.rows import load_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db(transaction=True)
TRIES = 4


def together(*works):
    """Do all of it at the same time; gives what each raised or returned."""
    results, start_line = [], threading.Barrier(len(works))

    def run(work):
        start_line.wait()
        try:
            results.append(work())
        except NothingToPublishError as error:
            results.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_publishers_at_once_make_one_edition(outcome):
    a_published_kit()
    for number in range(2, TRIES + 2):
        Role.objects.update(title=f"Title {number}")
        role = Role.objects.get()
        results = together(
            lambda role=role: publish_role(role, note="A"), lambda role=role: publish_role(role, note="B")
        )
        assert sorted(isinstance(result, Edition) for result in results) == [False, True]
        assert list(Edition.objects.live().values_list("number", flat=True)) == [number]
    outcome("two publish the same draft at once", TRIES, "one edition each time, the other is told")


def test_one_publishes_while_another_restores(outcome):
    first, latest = a_published_kit(), 1
    for number in range(1, TRIES + 1):
        Role.objects.update(title=f"Title {number}")
        role = Role.objects.get()
        results = together(lambda role=role: publish_role(role, note="A"), lambda: restore_edition(first))
        made = [result for result in results if isinstance(result, Edition)]
        assert Edition.objects.live().get().number == max([edition.number for edition in made], default=latest)
        latest = Edition.objects.live().get().number
        assert load_kit(Role.objects.get()) == first.kit
        assert list(Edition.objects.values_list("number", flat=True).order_by("number")) == [
            *range(1, Edition.objects.count() + 1)
        ]
    outcome("one publishes while another restores", TRIES, "one live edition, numbers without a gap")


@pytest.fixture
def moved(monkeypatch):
    """moved(hours=-3): from now on the site's clock is so much off."""

    def move(**by):
        monkeypatch.setattr(timezone, "now", lambda: datetime.now(UTC) + timedelta(**by))

    return move


HOURS = (-30, -1, 1, 30)


@pytest.mark.parametrize("hours", HOURS)
def test_an_edition_goes_live_though_the_clock_was_moved(client, moved, hours, outcome):
    a_published_kit()
    moved(hours=hours)
    Role.objects.update(title="After the move")
    publish_role(Role.objects.get(), note="Moved")
    moved(hours=0)
    if hours <= 0:
        assert b"After the move" in client.get("/roles/technical-product-manager/").content
    Role.objects.update(title="Once more")
    publish_role(Role.objects.get(), note="Set right")
    assert b"Once more" in client.get("/roles/technical-product-manager/").content
    outcome("clock moved while an edition goes live", 1, "the newest is the live one")


@pytest.mark.parametrize("hours", HOURS)
def test_a_pack_is_saved_though_the_clock_was_moved(moved, hours, outcome):
    description = start_description(a_kit(), 1)
    a_published_kit()
    pack = Pack.objects.get(links__token_hash=hash_token(create_pack(description)))
    moved(hours=hours)
    for company in ("First", "Second"):
        save_version(pack, msgspec.structs.replace(description, company=company), base=pack.current().number)
        pack = Pack.objects.get()
        assert pack.current().description.company == company
    assert pack.current().number == 3
    outcome("clock moved between saves", 2, "0 lost, versions in order")
