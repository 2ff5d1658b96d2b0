"""A role that gets another address keeps its pay."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from compensation.models.records import TitleMatch
from roles.publishing.pay import refresh_pay
from roles.publishing.publish import publish_role
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
MEDIAN = "$159,087"  # of 298 filings


@pytest.fixture
def renamed():
    call_command("load_figures", verbosity=0)
    role = a_published_kit(slug="product-manager", title="Product Manager").role
    role.slug = "product-lead"
    role.save()
    publish_role(role, note="Another name")
    return role


@pytest.mark.parametrize("address", ["/roles/product-lead/salary/", "/salaries/", "/salaries/?format=csv"])
def test_its_figures_stand_under_the_new_address(client, renamed, address):
    text = client.get(address).content.decode()
    assert MEDIAN in text.replace("159087", MEDIAN)
    assert "product-lead" in text
    assert "product-manager," not in text


def test_its_answers_on_pay_keep_them_when_figures_are_worked_out_again(client, renamed):
    refresh_pay()
    assert MEDIAN in renamed.editions.latest().pay.text


def test_a_title_for_its_new_address_counts_with_those_for_the_old_one(renamed):
    match = TitleMatch(role="product-lead", title="product  lead")
    match.full_clean()
    assert (match.role, match.title) == ("product-manager", "PRODUCT LEAD")


def test_a_title_for_a_role_that_is_not_there_is_refused():
    with pytest.raises(ValidationError, match=r"There is no role “lamplighter\.”"):
        TitleMatch(role="lamplighter", title="LAMPLIGHTER").full_clean()
