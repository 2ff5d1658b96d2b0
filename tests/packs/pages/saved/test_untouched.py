"""The first save of a page that nobody touched is no change, however browsers end lines and pages write figures."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from django.urls import reverse

from interviews.plan import default_plan
from packs.description.starting import start_description
from packs.description.value import OfferedPay
from packs.models import Version
from packs.posting.facts import OfferedPlace
from packs.store.saving import create_pack
from roles.kit.choices import PayKind
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted, untouched

pytestmark = pytest.mark.django_db
KIT = a_kit()
FULL = msgspec.structs.replace(
    start_description(KIT, 1),
    about_company="We build boats.\n\nWe offer:\n- Tea\n- Cake",
    benefits="Lunch\nPension",
    how_to_apply="Write to us.\nOr call.",
    equal_opportunity="All are welcome.\nWe mean it.",
    other="## Hours\nFour days.",
    places=(OfferedPlace(city="Denver", region="Colorado", country="United States"),),
    pay=OfferedPay(low=Decimal(165000), high=Decimal("180000.5"), kind=PayKind.BASE),
    posted_on=date(2026, 12, 1),
    deadline=date(2026, 12, 31),
)


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def as_browsers_send(fields: dict[str, object]) -> dict[str, object]:
    return {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in fields.items()}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_job_description_that_nobody_touched_is_no_new_version(client, settings, language):
    settings.LANGUAGE_CODE = language
    token = create_pack(FULL)
    page = client.get(reverse("pack", args=[token]))
    fields = as_browsers_send(posted(page.context["form"]))
    client.post(reverse("pack", args=[token]), fields | {"do": "save", "version": "1"})
    assert Version.objects.count() == 1


def test_an_interview_plan_that_nobody_touched_is_no_new_version(client):
    token = create_pack(FULL, default_plan(KIT))
    page = client.get(reverse("pack-interviews", args=[token]))
    form = page.context["form"]
    parts = [form.choices, form.blanks, *form.stages, *form.questions, form.stages.management_form]
    fields = {field.html_name: field.value() for part in [*parts, form.questions.management_form] for field in part}
    sent = {name: value for name, value in fields.items() if value is not None}
    client.post(reverse("pack-interviews", args=[token]), sent | {"do": "save", "version": "1"})
    assert Version.objects.count() == 1


def test_a_change_is_a_new_version(client):
    token = create_pack(FULL)
    fields = posted(untouched(KIT, FULL), benefits="Lunch\r\nPension\r\nGym")
    client.post(reverse("pack", args=[token]), fields | {"do": "save", "version": "1"})
    assert Version.objects.count() == 2
