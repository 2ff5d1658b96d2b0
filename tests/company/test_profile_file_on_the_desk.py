"""The site's profile goes away as a file and comes back, its differences seen before."""

import re
from html import unescape

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from company.branding import Branding
from company.difference import ProfileChange, list_profile_changes
from company.models import SiteCompany
from company.profile import CompanyBenefit, CompanyProfile, PayBand
from company.profile_file import parse_profile, write_profile
from company.store import save_site_company
from tests.company.samples import ACME, COLORED_ACME, LOUD_BRAND
from tests.desk import a_member

pytestmark = pytest.mark.django_db
FILE, IMPORT = "/admin/company/sitecompany/file/", "/admin/company/sitecompany/import/"


@pytest.fixture(autouse=True)
def administrator(client):
    client.force_login(a_member("Administrator"))


def bring(client, profile):
    return client.post(IMPORT, {"file": SimpleUploadedFile("acme.json", write_profile(profile))})


def read_seen(page):
    html = page.content.decode()
    return {name: unescape(re.search(f'name="{name}" value="([^"]*)"', html)[1]) for name in ("profile", "changes")}


def test_the_file_has_the_logo_and_color_of_the_site(client):
    save_site_company(ACME, LOUD_BRAND)
    answer = client.get(FILE)
    assert 'filename="acme-charts.json"' in answer.headers["Content-Disposition"]
    assert parse_profile(answer.content) == msgspec.structs.replace(
        ACME, logo=LOUD_BRAND.logo, accent=LOUD_BRAND.accent
    )


def test_a_file_changes_nothing_before_its_differences_were_seen(client):
    save_site_company(ACME, LOUD_BRAND)
    page = bring(client, msgspec.structs.replace(COLORED_ACME, name="Acme Deep", employees=None))
    html = page.content.decode()
    assert "<caption>3 changes</caption>" in html
    for words in ("Company name", "Acme Charts", "Acme Deep", "Number of employees", "120", "#116644"):
        assert words in html
    assert SiteCompany.objects.get().profile.current().value == ACME


def test_a_file_is_taken_over_once_they_were_and_the_rest_of_the_brand_stays(client):
    save_site_company(CompanyProfile(name="Bolt"), LOUD_BRAND)
    answer = client.post(IMPORT, read_seen(bring(client, COLORED_ACME)))
    assert answer.status_code == 302
    site = SiteCompany.objects.get()
    assert site.profile.current().value == ACME
    assert site.branding == msgspec.structs.replace(LOUD_BRAND, logo=COLORED_ACME.logo, accent="#116644")
    assert bring(client, COLORED_ACME).context["changes"] == []


def test_a_site_without_a_company_gets_one_from_a_file(client):
    client.post(IMPORT, read_seen(bring(client, ACME)))
    assert SiteCompany.objects.get().profile.current().value == ACME


def test_a_change_in_between_shows_the_differences_again(client):
    save_site_company(CompanyProfile(name="Bolt"), Branding())
    seen = read_seen(bring(client, ACME))
    save_site_company(CompanyProfile(name="Nut"), Branding())
    answer = client.post(IMPORT, seen)
    assert answer.status_code == 409
    assert "Nut" in answer.content.decode()
    assert SiteCompany.objects.get().profile.current().value.name == "Nut"
    assert client.post(IMPORT, read_seen(answer)).status_code == 302


@pytest.mark.parametrize("raw", [b"", b'{"pay_bands": [{"level": 1}]}', b'{"logo": "PGh0bWw+"}'])
def test_a_file_at_fault_is_refused(client, raw):
    answer = client.post(IMPORT, {"file": SimpleUploadedFile("acme.json", raw)})
    assert answer.status_code == 422
    assert "errornote" in answer.content.decode()
    assert client.post(IMPORT, {"profile": raw.decode(), "changes": "0"}).status_code == 422
    assert not SiteCompany.objects.exists()


@pytest.mark.parametrize("group", ["Publisher", "Editor"])
def test_only_administrators_take_a_file_over(client, group):
    client.force_login(a_member(group))
    assert client.get(IMPORT).status_code == 403
    assert client.get(FILE).status_code == (200 if group == "Publisher" else 403)


def test_each_kind_of_field_is_worded():
    before = CompanyProfile(benefits=(CompanyBenefit(name="A boat", note="red"),), workplace="remote")
    after = CompanyProfile(pay_bands=(PayBand(level="L1", base_low=1),), logo=COLORED_ACME.logo)
    assert list_profile_changes(before, after) == [
        ProfileChange("Logo", "", f"An image of {len(COLORED_ACME.logo)} bytes"),
        ProfileChange("Workplace", "Remote", ""),
        ProfileChange("Pay bands by level", "", "L1 | 1"),
        ProfileChange("Benefits", "A boat | red", ""),
    ]
