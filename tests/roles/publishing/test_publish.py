"""Publishing, scheduling, restoring."""

from datetime import timedelta

import msgspec
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from roles.kit.errors import KitError
from roles.models.edition import Edition
from roles.models.search import SearchCondition, SearchEntry
from roles.models.working_copy import Author, Role, Source
from roles.publishing.publish import (
    NothingToPublishError,
    UnseenChangesError,
    cancel_schedule,
    newest_edition,
    publish_role,
    restore_edition,
    unpublish_role,
)
from roles.publishing.rows import keep_shared, load_kit, save_kit
from tests.factories import a_kit, a_published_kit, an_administrator

pytestmark = pytest.mark.django_db


def soon():
    return timezone.now() + timedelta(hours=1)


def has_draft(role):
    newest = newest_edition(role)
    return newest is None or newest.kit != load_kit(role)


def live(at=None):
    return [*Edition.objects.live(at)]


def test_an_edition_holds_the_whole_kit():
    edition = a_published_kit()
    assert Edition.objects.get(pk=edition.pk).kit == a_kit()


def test_the_working_copy_is_invisible_until_published():
    a_published_kit()
    role = save_kit(a_kit(title="Changed"))
    assert [edition.title for edition in live()] == ["Technical Product Manager"]
    publish_role(role, note="New title")
    assert [(edition.title, edition.number) for edition in live()] == [("Changed", 2)]


def test_publishing_keeps_who_when_and_why():
    edition = publish_role(save_kit(a_kit()), note="First", by=an_administrator())
    assert (edition.number, edition.note, edition.published_by.username) == (1, "First", "ada")
    assert abs(edition.live_from - timezone.now()) < timedelta(minutes=1)


def test_publishing_twice_without_a_change_is_refused():
    edition = a_published_kit()
    with pytest.raises(NothingToPublishError):
        publish_role(edition.role, note="Again")
    assert Edition.objects.count() == 1


def test_a_kit_with_faults_is_refused_and_nothing_changes():
    edition = a_published_kit()
    Role.objects.update(summary="")
    with pytest.raises(KitError, match="summary"):
        publish_role(edition.role, note="Broken")
    assert live() == [edition]


def test_a_failure_half_way_changes_nothing(monkeypatch):
    edition = a_published_kit()
    role = save_kit(a_kit(title="Changed"))
    monkeypatch.setattr("roles.publishing.publish.list_entries", lambda kit: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish_role(role, note="Fails at the index")
    edition.refresh_from_db()
    assert (edition.live_until, Edition.objects.count()) == (None, 1)


def test_a_scheduled_edition_goes_live_at_its_time():
    first = a_published_kit()
    at = soon()
    second = publish_role(save_kit(a_kit(title="Later")), note="Later", at=at)
    assert live() == [first]
    assert live(at) == [second]


@pytest.mark.slow
def test_a_new_edition_takes_the_place_of_a_scheduled_one():
    a_published_kit()
    publish_role(save_kit(a_kit(title="Later")), note="Later", at=soon())
    now = publish_role(save_kit(a_kit(title="Now")), note="Now")
    assert live() == [now]
    assert live(soon() + timedelta(days=1)) == [now]


def test_a_cancelled_schedule_leaves_the_live_edition_open():
    first = a_published_kit()
    publish_role(save_kit(a_kit(title="Later")), note="Later", at=soon())
    assert cancel_schedule(first.role)
    assert not cancel_schedule(first.role)
    assert live(soon() + timedelta(days=1)) == [first]


@pytest.mark.slow
def test_unpublishing_takes_the_role_off_the_site_and_keeps_its_editions():
    edition = a_published_kit()
    publish_role(save_kit(a_kit(title="Later")), note="Later", at=soon())
    assert unpublish_role(edition.role)
    assert live() == live(soon() + timedelta(days=1)) == []
    assert not unpublish_role(edition.role)
    assert publish_role(save_kit(a_kit()), note="Back").number == 2


@pytest.mark.slow
def test_restoring_makes_a_draft_of_the_old_kit():
    first = a_published_kit()
    worse = publish_role(save_kit(a_kit(title="Worse")), note="Worse")
    role = restore_edition(first)
    assert load_kit(role) == a_kit()
    assert live() == [worse]
    assert has_draft(role)


@pytest.mark.slow
def test_restoring_leaves_what_roles_share_as_it_is():
    first = a_published_kit()
    Source.objects.update(caveat="Corrected.")
    Author.objects.update(headline="Corrected.")
    publish_role(save_kit(keep_shared(a_kit(title="Worse"))), note="Worse")
    role = restore_edition(first)
    assert load_kit(role) == keep_shared(a_kit())
    assert {*Source.objects.values_list("caveat", flat=True)} == {"Corrected."}
    assert has_draft(role)


def test_an_edition_whose_source_has_changed_since_waits_after_it_is_restored():
    first = a_published_kit()
    Source.objects.update(caveat="Corrected.")
    role = restore_edition(first)
    assert role.editions.get().version < role.version


def test_what_was_not_seen_is_not_published():
    role = a_published_kit().role
    save_kit(a_kit(title="Unseen"))
    with pytest.raises(UnseenChangesError):
        publish_role(role, note="Seen", seen=a_kit(title="Seen"))
    assert publish_role(role, note="Seen", seen=a_kit(title="Unseen")).title == "Unseen"


@pytest.mark.slow
def test_an_edition_may_keep_the_scheduled_one_only_before_it():
    a_published_kit()
    later = publish_role(save_kit(a_kit(title="Later")), note="Later", at=soon())
    role = save_kit(a_kit(title="Now"))
    with pytest.raises(ValueError, match="before it"):
        publish_role(role, note="Now", at=later.live_from, keep_scheduled=True)
    now = publish_role(role, note="Now", keep_scheduled=True)
    assert (live(), live(later.live_from)) == ([now], [later])
    assert cancel_schedule(role)
    assert live(soon() + timedelta(days=1)) == [now]


def test_a_draft_is_what_differs_from_the_newest_edition():
    role = a_published_kit().role
    assert not has_draft(role)
    assert has_draft(save_kit(a_kit(title="Changed")))


def test_index_rows_are_written_with_the_edition_and_found_while_it_is_live():
    edition = a_published_kit()
    assert {entry.kind for entry in SearchEntry.objects.live()} == {
        "role",
        "skill",
        "faq",
        "comparison",
        "question",
        "salary",
    }
    wanted = "technical & debt & shipping"
    found = SearchEntry.objects.best(wanted, [SearchCondition(words=wanted)], ["skill", "question"], every=True, most=5)
    assert found[0].kind == "question"
    unpublish_role(edition.role)
    assert not SearchEntry.objects.live().exists()


def test_two_editions_of_a_role_cannot_both_be_open():
    edition = a_published_kit()
    copy = {field.attname: getattr(edition, field.attname) for field in Edition._meta.fields if field.name != "id"}
    with pytest.raises(IntegrityError, match="edition_one_open_end_per_role"), transaction.atomic():
        Edition.objects.create(**copy | {"number": 2})
    with pytest.raises(IntegrityError, match="edition_number_once_per_role"), transaction.atomic():
        Edition.objects.create(**copy | {"live_until": edition.live_from})
    with pytest.raises(IntegrityError, match="edition_period_runs_on"), transaction.atomic():
        Edition.objects.create(**copy | {"number": 2, "live_until": edition.live_from - timedelta(days=1)})


def test_old_json_without_newer_fields_still_decodes():
    edition = a_published_kit()
    data = msgspec.json.decode(edition.kit_json)
    for optional in ("day", "outcomes", "comparisons", "levels"):
        data.pop(optional)
    for benchmark in data["benchmarks"]:
        benchmark.pop("level", None)
    for question in (question for competency in data["competencies"] for question in competency["questions"]):
        question.pop("level", None)
    Edition.objects.filter(pk=edition.pk).update(kit_json=msgspec.json.encode(data).decode())
    assert Edition.objects.get(pk=edition.pk).kit.day == []
