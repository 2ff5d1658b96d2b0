"""The editors' desk: preview, publish, compare, restore, unpublish."""

from datetime import timedelta

import msgspec
import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.working_copy import Role, Source
from roles.publishing.publish import publish_role
from roles.publishing.rows import keep_shared, load_kit, save_kit
from tests.desk import own_data, signed_in, untouched
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/roles/technical-product-manager/"


@pytest.fixture
def role():
    return a_published_kit().role


def desk(role, name):
    return f"/admin/roles/role/{role.pk}/{name}/"


def publish(client, role, **fields):
    """Open the page that publishes, and press its button with these fields filled."""
    return client.post(desk(role, "publish"), untouched(client.get(desk(role, "publish"))) | fields)


def test_a_preview_shows_the_working_copy_and_readers_do_not_see_it(admin_client, client, role):
    save_kit(a_kit(title="Half a thought"))
    link = admin_client.get(desk(role, "preview")).context["link"]
    assert b"Half a thought" in admin_client.get(link).content
    assert b"Half a thought" not in client.get(PAGE).content


@pytest.mark.slow
def test_publishing_asks_for_a_note_and_shows_the_difference(admin_client, role):
    save_kit(a_kit(title="Better Title"))
    page = admin_client.get(desk(role, "publish")).content
    assert b"Better Title" in page
    assert publish(admin_client, role, note="").status_code == 200
    assert Edition.objects.count() == 1
    publish(admin_client, role, note="A better title", accept="on")
    edition = Edition.objects.live().get()
    assert (edition.number, edition.note, edition.published_by.username) == (2, "A better title", "admin")


@pytest.mark.slow
def test_publishing_at_a_time(admin_client, role):
    save_kit(a_kit(title="Later"))
    at = timezone.now() + timedelta(days=1)
    data = {"note": "Later", "accept": "on", "at": f"{at:%Y-%m-%dT%H:%M:%S}"}
    publish(admin_client, role, **data)
    assert Edition.objects.live().get().number == 1
    assert Edition.objects.live(at).get().title == "Later"


@pytest.mark.slow
def test_a_time_that_has_passed_is_refused_at_its_field(admin_client, role):
    save_kit(a_kit(title="Later"))
    page = publish(admin_client, role, note="x", accept="on", at="2020-01-01T00:00")
    assert b"This time has passed" in page.content
    assert Edition.objects.count() == 1


@pytest.mark.slow
def test_faults_are_named_and_keep_the_kit_from_being_published(admin_client, role):
    role.skills.update(covers="")
    Role.objects.update(overview="")
    for name in ("publish", "compare", "export"):
        page = admin_client.get(desk(role, name)).content.decode()
        assert ">Overview</a>: missing" in page
        assert ">Skill 1: Covers</a>: missing" in page
    admin_client.post(desk(role, "publish"), {"note": "Broken"})
    assert Edition.objects.count() == 1


@pytest.mark.slow
def test_publishing_without_a_change_says_so(admin_client, role):
    page = publish(admin_client, role, note="Again", accept="on")
    assert b"Nothing has changed since the live edition" in page.content


@pytest.mark.slow
def test_what_was_saved_after_the_page_was_opened_is_shown_and_not_published(admin_client, role):
    save_kit(a_kit(title="Of Ada"))
    opened = untouched(admin_client.get(desk(role, "publish")))
    save_kit(a_kit(title="Of Ada", summary="Half of what Ben has to say"))
    page = admin_client.post(desk(role, "publish"), opened | {"note": "A better title", "accept": "on"})
    assert [change.after for change in page.context["since"]] == ["Half of what Ben has to say"]
    assert "nothing was published" in page.content.decode()
    assert 'value="A better title"' in page.content.decode()
    assert Edition.objects.live().get().kit == a_kit()
    admin_client.post(desk(role, "publish"), untouched(page) | {"accept": "on"})
    assert Edition.objects.live().get().summary == "Half of what Ben has to say"


@pytest.mark.slow
@pytest.mark.parametrize("seen", ["", "nonsense"])
def test_nothing_is_published_that_no_page_has_shown(admin_client, role, seen):
    save_kit(a_kit(title="Changed"))
    publish(admin_client, role, note="Forged", accept="on", seen=seen)
    assert Edition.objects.live().get().kit == a_kit()


@pytest.fixture
def scheduled(role):
    """An edition that goes live tomorrow, while the desk holds what is on the site and a correction."""
    edition = publish_role(save_kit(a_kit(title="Embargoed")), note="Later", at=timezone.now() + timedelta(days=1))
    save_kit(a_kit(title="Corrected"))
    return edition


def test_publishing_beside_a_schedule_compares_with_what_is_live(admin_client, role, scheduled):
    changes = admin_client.get(desk(role, "publish")).context["changes"]
    assert [(change.before, change.after) for change in changes] == [("Technical Product Manager", "Corrected")]


@pytest.mark.slow
def test_publishing_beside_a_schedule_asks_what_becomes_of_it(admin_client, role, scheduled):
    page = publish(admin_client, role, note="A correction", accept="on")
    assert page.context["form"].errors["schedule"]
    assert Edition.objects.live().get().kit == a_kit()


@pytest.mark.slow
def test_a_schedule_that_is_kept_follows_the_new_edition(admin_client, role, scheduled):
    publish(admin_client, role, note="A correction", accept="on", schedule="keep")
    assert Edition.objects.live().get().title == "Corrected"
    later = Edition.objects.live(scheduled.live_from).get()
    assert (later.title, later.number) == ("Embargoed", 3)
    assert b"Edition 3 goes live on" in admin_client.get(desk(role, "change")).content


@pytest.mark.slow
def test_a_schedule_that_is_dropped_is_gone(admin_client, role, scheduled):
    publish(admin_client, role, note="A correction", accept="on", schedule="drop")
    assert Edition.objects.live(scheduled.live_from).get().title == "Corrected"


@pytest.mark.slow
def test_an_edition_that_keeps_the_schedule_starts_before_it(admin_client, role, scheduled):
    at = scheduled.live_from + timedelta(days=1)
    times = {"at": f"{at:%Y-%m-%dT%H:%M:%S}"}
    page = publish(admin_client, role, note="A correction", accept="on", schedule="keep", **times)
    assert "goes live before this" in page.context["form"].errors["at"][0]
    assert Edition.objects.count() == 2


@pytest.mark.slow
def test_an_old_edition_is_compared_and_put_into_the_working_copy(admin_client, role):
    publish_role(save_kit(a_kit(title="Worse")), note="Worse")
    assert b"Worse" in admin_client.get(desk(role, "editions/2")).content
    page = admin_client.get(desk(role, "editions/1/restore"))
    admin_client.post(desk(role, "editions/1/restore"), untouched(page))
    assert load_kit(Role.objects.get()) == a_kit()
    assert Edition.objects.live().get().title == "Worse", "readers see no change until it is published"


@pytest.mark.slow
def test_restoring_says_what_was_never_published_and_is_lost(admin_client, role):
    publish_role(save_kit(a_kit(title="Worse")), note="Worse")
    save_kit(a_kit(title="Half a thought"))
    html = admin_client.get(desk(role, "editions/1/restore")).content.decode()
    assert "never published" in html
    assert "Half a thought" in html


@pytest.mark.slow
def test_a_draft_is_discarded_and_nothing_waits_after(admin_client, role):
    save_kit(a_kit(title="Half a thought"))
    assert b"Discard the draft" in admin_client.get(desk(role, "change")).content
    page = admin_client.get(desk(role, "editions/1/restore"))
    assert b"Half a thought" in page.content
    admin_client.post(desk(role, "editions/1/restore"), untouched(page))
    assert load_kit(Role.objects.get()) == a_kit()
    assert b"Discard the draft" not in admin_client.get(desk(role, "change")).content


@pytest.mark.slow
def test_a_restore_says_which_shared_rows_stay_as_they_are_and_changes_none(role):
    client = signed_in("Author")  # who may not change a source
    Source.objects.update(caveat="Corrected.")
    publish_role(save_kit(keep_shared(a_kit(title="Worse"))), note="Worse")
    page = client.get(desk(role, "editions/1/restore"))
    assert "source &#x27;best-pm-jobs-2026&#x27;" in page.content.decode()
    assert [change.where for change in page.context["changes"]] == ["title"]
    assert client.post(desk(role, "editions/1/restore"), untouched(page)).status_code == 302
    assert Role.objects.get().title == a_kit().title
    assert {*Source.objects.values_list("caveat", flat=True)} == {"Corrected."}


@pytest.mark.slow
def test_an_author_does_not_bring_back_a_deleted_source_by_a_restore(role):
    other = msgspec.structs.replace(a_kit().sources[0], slug="other")
    publish_role(save_kit(a_kit(figures_source="other", benchmarks=[], sources=[other])), note="Other source")
    Source.objects.exclude(slug="other").delete()
    for group, status in (("Author", 200), ("Editor", 302)):
        client = signed_in(group)
        page = client.get(desk(role, "editions/1/restore"))
        data = untouched(page) | {"seen_version": Role.objects.get().version}
        assert client.post(desk(role, "editions/1/restore"), data).status_code == status
        assert (b"You may not add the source" in page.content) == (group == "Author")
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_what_was_saved_since_is_not_discarded_unseen(admin_client, role):
    save_kit(a_kit(title="Half a thought"))
    opened = untouched(admin_client.get(desk(role, "editions/1/restore")))
    save_kit(a_kit(title="A whole thought"))
    page = admin_client.post(desk(role, "editions/1/restore"), opened)
    assert "A whole thought" in page.content.decode()
    assert load_kit(Role.objects.get()).title == "A whole thought"
    admin_client.post(desk(role, "editions/1/restore"), untouched(page))
    assert load_kit(Role.objects.get()) == a_kit()


def test_unpublishing_asks_first(admin_client, client, role):
    admin_client.get(desk(role, "unpublish"))
    assert client.get(PAGE).status_code == 200
    admin_client.post(desk(role, "unpublish"))
    assert client.get(PAGE).status_code == 404
    assert not SearchEntry.objects.live().exists()


@pytest.mark.parametrize("name", ["preview", "publish", "unpublish", "editions", "editions/1", "editions/1/restore"])
def test_a_stranger_is_sent_to_sign_in(client, role, name):
    assert client.get(desk(role, name)).headers["Location"].startswith("/admin/login/")
    assert client.post(desk(role, name)).status_code == 401
    assert Edition.objects.live().count() == 1


@pytest.mark.parametrize("name", ["preview", "publish", "unpublish", "editions", "editions/1", "editions/1/restore"])
def test_staff_without_the_permission_are_refused(client, role, name, django_user_model):
    client.force_login(django_user_model.objects.create_user("bob", is_staff=True))
    assert client.post(desk(role, name)).status_code == 403
    assert Edition.objects.live().count() == 1


@pytest.mark.slow
def test_lists_lose_their_marks(admin_client, role):
    name = desk(role, "change/name")
    data = own_data(admin_client.get(name)) | {"aliases": "• TPM\r\n1. Technical PM\r\n\uf0b7 Platform PM"}
    assert admin_client.post(name, data).status_code == 302
    template = desk(role, "change/job-description")
    data = own_data(admin_client.get(template)) | {"job_description-0-text": "• Own the roadmap."}
    assert admin_client.post(template, data).status_code == 302
    kit = load_kit(Role.objects.get(pk=role.pk))
    assert kit.aliases == ["TPM", "Technical PM", "Platform PM"]
    assert kit.job_description[0].text == "Own the roadmap."


def test_line_ends_of_browsers_are_no_change(admin_client, role):
    page = desk(role, "change/overview")
    data = own_data(admin_client.get(page))
    sent = {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in data.items()}
    assert sent != data
    admin_client.post(page, sent)
    assert LogEntry.objects.get().get_change_message() == "No fields changed."
    assert load_kit(Role.objects.get(pk=role.pk)) == a_kit()


def test_a_pasted_text_and_line_have_marks_and_spaces_of_one_kind(admin_client, role):
    page = desk(role, "change/overview")
    pasted = "Two things:\r\n\uf0b7\tPlan\u200b\r\n\uf0b7\tBuild"
    admin_client.post(page, own_data(admin_client.get(page)) | {"overview": pasted})
    page = desk(role, "change/name")
    names = {"summary": "\u2022\tPlans\x0band\u200b builds.", "aliases": "\u2022 Lead\tPM"}
    admin_client.post(page, own_data(admin_client.get(page)) | names)
    kit = load_kit(Role.objects.get(pk=role.pk))
    assert kit.overview == "Two things:\n- Plan\n- Build"
    assert (kit.summary, kit.aliases) == ("Plans and builds.", ["Lead PM"])
