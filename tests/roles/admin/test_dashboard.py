"""The freshness board: what is due, what waits, what is read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from compensation.models.pay_law import PayLawRule
from compensation.pay_law.table import add_missing, shipped_rules
from roles.admin.board.dashboard import list_panels
from roles.models.edition import Edition
from roles.models.working_copy import Role, Source
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def role():
    role = a_published_kit().role
    Source.objects.update(retrieved_on=timezone.localdate())
    return role


def rows(heading):
    return {row.name: row.says for panel in list_panels() if panel.heading == heading for row in panel.rows}


def days(number):
    return timezone.now() - timedelta(days=number)


def test_nothing_is_due_right_after_publishing(role):
    assert rows("Roles to review") == rows("Sources to read again") == rows("Waiting drafts") == {}


def test_a_role_is_due_when_nobody_saw_to_it(role, admin_client):
    Edition.objects.update(published_at=days(200))
    assert rows("Roles to review")[role.title].startswith("Overdue since")
    admin_client.post(f"/admin/roles/role/{role.pk}/reviewed/")
    assert rows("Roles to review") == {}
    Role.objects.update(reviewed_on=days(160).date())
    assert rows("Roles to review")[role.title].startswith("Due on")


def test_a_source_and_a_rule_are_due_after_their_own_intervals(role):
    add_missing(shipped_rules()[:1])
    for number, is_due in ((20, (False, False)), (100, (False, True)), (400, (True, True))):
        Source.objects.update(retrieved_on=days(number).date())
        PayLawRule.objects.update(checked_on=days(number).date())
        due = bool(rows("Sources to read again")), bool(rows("Pay-transparency rules to read again"))
        assert due == is_due


def test_a_rule_that_soon_ends_is_named(role):
    add_missing(shipped_rules()[:1])
    ends = timezone.localdate() + timedelta(days=10)
    PayLawRule.objects.update(
        checked_on=timezone.localdate(), effective_from=None, enforced_from=None, effective_to=ends
    )
    assert "Ends on" in str(rows("Pay-transparency rules to read again"))


def test_drafts_and_what_is_scheduled(role):
    save_kit(a_kit(title="Newer"))
    assert rows("Waiting drafts") == {"Newer": "Changed since edition 1"}
    publish_role(role, note="Later", at=timezone.now() + timedelta(days=1))
    assert rows("Waiting drafts") == {}
    assert [*rows("Scheduled")] == ["Newer, edition 2"]
    save_kit(a_kit(slug="brand-new", title="Brand New"))
    assert rows("Waiting drafts")["Brand New"] == "Never published"
