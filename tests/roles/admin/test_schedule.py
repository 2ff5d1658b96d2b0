"""When editions go live and off the site: in the editor's own time zone, and on the calendar."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from roles.admin.board.calendar import list_weeks
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import cancel_schedule, publish_role, set_expiry
from roles.publishing.rows import save_kit
from tests.desk import untouched
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
DENVER = ZoneInfo("America/Denver")


@pytest.fixture
def role():
    return a_published_kit().role


def address(role, page):
    return f"/admin/roles/role/{role.pk}/{page}/"


def send(client, role, page, **fields):
    return client.post(address(role, page), untouched(client.get(address(role, page))) | fields)


def days_ahead(number):
    return (timezone.now() + timedelta(days=number)).replace(second=0, microsecond=0)


def publish(role, title, **fields):
    save_kit(a_kit(title=title))
    return publish_role(Role.objects.get(pk=role.pk), note=title, **fields)


@pytest.mark.slow
def test_a_time_is_of_the_zone_that_is_chosen(admin_client, role):
    save_kit(a_kit(title="Later"))
    typed = datetime(2099, 7, 1, 9, 30)
    send(admin_client, role, "publish", note="x", accept="on", at="2099-07-01T09:30", zone="America/Denver")
    assert Edition.objects.get(number=2).live_from == typed.replace(tzinfo=DENVER)


def test_the_zone_is_remembered(admin_client, role):
    send(admin_client, role, "expire", until="2099-07-01T09:30", zone="America/Denver")
    html = admin_client.get(address(role, "expire")).content.decode()
    assert '<option value="America/Denver" selected>' in html


ODD_TIMES = [
    "2099-01-01",
    "2099-W01-1",
    "20990101T100000",
    "2099-01-01T10:00+05:00",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
]


@pytest.mark.parametrize("typed", ["tomorrow", "2099-13-01T00:00", "2020-01-01T00:00", *ODD_TIMES])
def test_a_time_that_is_none_or_has_passed_is_refused_at_its_field(admin_client, role, typed):
    page = send(admin_client, role, "expire", until=typed)
    assert [*page.context["form"].errors] == ["until"]
    assert Edition.objects.get().expires_at is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2099-03-08T02:30", "skip this time"),
        ("2099-11-01T01:30", "show this time twice"),
    ],
)
@pytest.mark.parametrize("form", [("publish", "at"), ("expire", "until")])
def test_a_time_that_clocks_skip_or_show_twice_is_refused(admin_client, role, form, typed, said):
    page, field = form
    save_kit(a_kit(title="Later"))
    fields = {"note": "x", "accept": "on", field: typed, "zone": "America/Denver"}
    shown = send(admin_client, role, page, **fields)
    assert said in shown.context["form"].errors[field][0]
    assert not Edition.objects.filter(number=2).exists()
    assert send(admin_client, role, page, **fields | {field: f"{typed[:11]}03:30"}).status_code == 302


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "UTC"])
def test_a_time_is_refused_at_the_ends_of_the_calendar_and_not_before(admin_client, role, zone):
    page = send(admin_client, role, "expire", until="2101-01-01T00:00", zone=zone)
    assert "2000 to 2100" in page.context["form"].errors["until"][0]
    assert send(admin_client, role, "expire", until="2100-12-31T23:59", zone=zone).status_code == 302


def test_an_edition_goes_off_the_site_by_itself(admin_client, role):
    at = days_ahead(3)
    send(admin_client, role, "expire", until=f"{at:%Y-%m-%dT%H:%M}")
    assert Edition.objects.live(at - timedelta(minutes=1)).exists()
    assert not Edition.objects.live(at).exists()
    assert b"Goes off the site on" in admin_client.get(address(role, "change")).content


def test_an_expiry_is_taken_back(admin_client, role):
    set_expiry(role, days_ahead(3))
    send(admin_client, role, "expire", until="")
    edition = Edition.objects.get()
    assert (edition.live_until, edition.expires_at) == (None, None)


def test_an_edition_that_follows_stays(role):
    set_expiry(role, days_ahead(3))
    publish(role, "Newer")
    assert Edition.objects.live(days_ahead(9)).get().title == "Newer"


def test_one_that_follows_after_the_expiry_leaves_it(role):
    set_expiry(role, days_ahead(3))
    publish(role, "Newer", at=days_ahead(6))
    assert not Edition.objects.live(days_ahead(4)).exists()
    assert Edition.objects.live(days_ahead(7)).get().title == "Newer"


def test_an_expiry_comes_back_where_the_edition_that_came_before_it_is_dropped(role):
    set_expiry(role, days_ahead(6))
    publish(role, "Newer", at=days_ahead(3))
    cancel_schedule(role)
    assert Edition.objects.get().live_until == days_ahead(6)


def test_what_is_off_the_site_does_not_expire(role):
    Edition.objects.update(live_until=timezone.now())
    assert set_expiry(role, days_ahead(3)) is None


@pytest.mark.slow
def test_an_edition_expires_after_it_went_live(admin_client, role):
    publish(role, "Newer", at=days_ahead(6))
    page = send(admin_client, role, "expire", until=f"{days_ahead(3):%Y-%m-%dT%H:%M}")
    assert "won’t be on the site then" in page.context["form"].errors["until"][0]


def list_events():
    return {(day.on, event.role, event.says, event.at) for week in list_weeks() for day in week for event in day.events}


def test_the_calendar_has_what_goes_live_what_goes_off_and_what_is_due(role):
    live, off = days_ahead(3), days_ahead(10)
    publish(role, "Newer", at=live)
    set_expiry(role, off)
    Edition.objects.filter(number=1).update(published_at=timezone.now() - timedelta(days=175))
    assert list_events() == {
        (live.date(), "Newer", "edition 2 goes live", f"{live:%H:%M}"),
        (off.date(), "Newer", "goes off the site", f"{off:%H:%M}"),
        ((timezone.now() + timedelta(days=5)).date(), "Newer", "is due for a review", ""),
    }


def test_the_calendar_begins_on_a_monday_and_knows_today(admin_client, role):
    weeks = list_weeks()
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][0].on.weekday() == 0
    assert [day.on for week in weeks for day in week if day.is_today] == [timezone.localdate()]
    assert b'class="desk-calendar"' in admin_client.get("/admin/roles/role/board/").content
