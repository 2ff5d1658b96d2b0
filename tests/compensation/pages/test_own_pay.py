"""The company's own pay bands: before every other figure, as its own, on public pages only those of the site."""

import csv
import io
import re
from html import unescape

import msgspec
import pytest
from django.core.management import call_command

from company.branding import Branding
from company.profile import CompanyProfile, PayBand
from company.store import create_profile, save_site_company
from compensation.pages.place_pay import describe_place_pay
from compensation.resolver import list_own_pay
from roles.kit.choices import PayKind
from roles.kit.figures import JobPlace
from roles.publishing.library_version import read_current_version
from tests.company.samples import ACME
from tests.compensation.pages.test_salary import Figures
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
SALARY = "/roles/technical-product-manager/salary/"
JOB = "/roles/technical-product-manager/job-description/"
SAME_SITE = {"sec-fetch-site": "same-origin"}
DENVER = JobPlace(state="CO", city="Denver")


@pytest.fixture(autouse=True)
def figures():
    call_command("load_figures", verbosity=0)
    return a_published_kit()


def save_bands(**changes):
    save_site_company(msgspec.structs.replace(ACME, **changes), Branding())
    read_current_version()  # as the response cache does before each page


def read(client, address, **query):
    return unescape(client.get(address, query or None).content.decode())


def test_a_band_is_a_figure_of_each_kind_of_pay_that_it_has():
    senior, seventh = list_own_pay(ACME)
    assert (senior.level, senior.kind, senior.low, senior.high) == ("Senior", PayKind.BASE, 150_000, 180_000)
    assert senior.words == "10 percent of base salary; more options"
    assert (seventh.level, seventh.kind, seventh.words) == (
        "L7",
        PayKind.TOTAL,
        "10 percent of base salary; options over four years",
    )
    assert {figure.provenance.publisher for figure in (senior, seventh)} == {"Acme Charts"}


@pytest.mark.parametrize(("address", "market"), [(SALARY, 'id="survey"'), ("/salaries/", 'id="family-1"')])
def test_the_sites_bands_come_before_the_market_and_are_called_its_own(client, address, market):
    assert "Pay bands at" not in read(client, address)
    save_bands()
    html = read(client, address)
    assert html.index("Pay bands at Acme Charts") < html.index("$150,000–$180,000") < html.index(market)
    sweep = Figures()
    sweep.feed(html)
    assert {name for _, names in sweep.found for name in names} <= sweep.ids


def test_an_open_band_is_shown_and_no_plan_starts_from_it(client):
    save_bands(pay_bands=(PayBand(level="Senior", base_low=150_000),))
    html = read(client, SALARY)
    assert "From $150,000" in html
    assert 'value="own:' not in html


def test_the_bands_are_the_first_rows_of_the_exports(client):
    save_bands()
    for address in (SALARY, "/salaries/"):
        first, *_ = client.get(address, {"format": "json"}).json()["figures"]
        assert (first["figure"], first["level"], first["low"], first["publisher"]) == (
            "own",
            "Senior",
            150_000,
            "Acme Charts",
        )
    rows = [*csv.DictReader(io.StringIO(client.get(SALARY, {"format": "csv"}).content.decode("utf-8-sig")))]
    assert rows[0]["figure"] == "own"


def test_a_plan_starts_from_the_companys_own_band_and_leaves_it_as_it_is(client):
    save_bands(pay_bands=(PayBand(level="Senior", base_low=150_500, base_high=250_500),))
    html = read(client, f"{SALARY}austin-round-rock-san-marcos-tx/", plan_level="Senior", plan_kind="base")
    planned = html[html.index('class="sheet planned"') :]
    assert "$150,500–$250,500" in planned
    assert "Acme Charts’s own pay band for Senior." in planned
    assert "Multiplied by" not in planned
    assert "Senior at Acme Charts: company pay band, base salary" in planned
    assert "market" in planned


@pytest.mark.slow
def test_a_plan_for_a_level_that_only_the_company_has_leads_into_the_job_description(client):
    save_bands()
    html = read(client, SALARY, plan_level="L7", plan_kind="total")
    [address] = re.findall(f'href="({JOB}[^"]+)"', html)
    job = client.get(address).content.decode()
    assert re.search(r'value="L7"\s+(?:selected|checked)', job)
    assert re.search('name="pay_low"[^>]*value="300,?000"', job)


def test_the_workbench_offers_the_companys_band_first():
    offered = describe_place_pay(a_kit(), DENVER, "Senior", ACME)
    assert offered.ranges[0].label == "Senior at Acme Charts: company pay band, base salary"
    assert (offered.ranges[0].low, offered.ranges[0].high, offered.ranges[0].source) == (
        150_000,
        180_000,
        "Acme Charts",
    )
    assert len(offered.ranges) > 1


def test_a_band_is_offered_for_a_text_of_ones_own_and_outside_the_united_states():
    assert [each.low for each in describe_place_pay(None, None, "senior", ACME).ranges] == [150_000]
    assert describe_place_pay(None, None, "Staff", ACME) is None
    assert describe_place_pay(None, None, "", CompanyProfile()) is None


@pytest.mark.slow
def test_a_private_profiles_bands_are_on_its_own_workbench_alone(client):
    token = create_profile(ACME)
    form = posted() | {"level": "Senior", "places-0-country": "United States"}
    with_profile = client.post(JOB, form | {"profile": token}, headers=SAME_SITE).content.decode()
    assert "own pay band" in with_profile
    for address in (SALARY, "/salaries/", JOB):
        assert "own pay band" not in read(client, address)
        assert "Acme Charts" not in read(client, address)
    assert "own pay band" not in client.post(JOB, form, headers=SAME_SITE).content.decode()
