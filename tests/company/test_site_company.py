"""The company of a site: its brand on every page, on the desk and off again."""

import base64
import hashlib
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from company.branding import Branding
from company.models import Profile, SiteCompany
from company.site import read_site_company
from company.store import delete_site_company, save_site_company
from roles.publishing.library_version import read_current_version
from tests.company.samples import ACME
from tests.company.test_logo import SVG
from tests.company.test_profile_form import post_form
from tests.desk import a_member
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
FOOTER = "Acme Ltd, 1 Pier Street"
BRAND = Branding(name="Acme Hiring", accent="#ffcc00", footer_lines=(FOOTER,), contact="a@acme.example")
ADD = "/admin/company/sitecompany/add/"
CHANGE = "/admin/company/sitecompany/1/change/"


@pytest.fixture
def edition():
    return a_published_kit()


@pytest.fixture
def branded(edition):
    return save_site_company(ACME, BRAND)


def test_a_site_without_a_company_is_the_projects_own(client, edition):
    html = client.get("/").content.decode()
    assert "<title>Rolebook: open hiring kits</title>" in html
    assert "<style>@layer tokens{:root{--accent" not in html


def test_every_page_carries_the_name_color_footer_and_contact(client, branded):
    for path in ("/", "/roles/technical-product-manager/", "/roles/", "/there-is-no-such-page/", "/packs/none/"):
        html = client.get(path).content.decode()
        assert re.search("<title[^>]*>[^<]*Acme Hiring[^<]*</title>", html), path
        assert "<style>@layer tokens{:root{--accent: light-dark(#" in html
        assert FOOTER in html
        assert 'href="mailto:a@acme.example"' in html


def test_a_page_that_was_rendered_before_shows_the_new_brand(client, edition):
    role = "/roles/technical-product-manager/"
    before = client.get(role)
    save_site_company(ACME, BRAND)
    after = client.get(role)
    assert after.headers["ETag"] != before.headers["ETag"]
    save_site_company(ACME, Branding(name="Another name"))
    assert "Another name</title>" in client.get(role).content.decode()
    delete_site_company()
    assert client.get(role).headers["ETag"] == before.headers["ETag"]


@pytest.mark.slow
def test_the_empty_job_description_follows_the_profile(client, branded):
    address = "/roles/technical-product-manager/job-description/"
    assert "Acme maps the sea floor" in client.get(address).content.decode()
    save_site_company(type(ACME)(name="Bolt"), BRAND)
    html = client.get(address).content.decode()
    assert "Acme maps the sea floor" not in html
    assert 'value="Bolt"' in html


def test_the_content_policy_lets_the_styles_of_the_color_through_and_no_others(client, branded):
    for path in ("/", "/there-is-no-such-page/"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert BRAND.colors.policy_source in policy
        [sheet] = re.findall(
            "<style>(@layer tokens[{]:root[{]--accent: [^<]*)</style>", client.get(path).content.decode()
        )
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        assert BRAND.colors.policy_source == f"'sha256-{digest}'"
        assert "unsafe-inline" not in policy


def test_a_branded_page_costs_no_query_more(branded, edition, django_assert_num_queries, settings, client):
    settings.SECONDS_STALE = 60
    client.get("/roles/technical-product-manager/")
    with django_assert_num_queries(0):
        answer = client.get("/roles/technical-product-manager/")
    assert not answer.cookies


def test_feeds_and_programs_read_the_name(client, branded):
    assert "<title>Acme Hiring: new editions</title>" in client.get(reverse("feed")).content.decode()
    assert client.get("/api/openapi.json").json()["info"]["title"] == "Acme Hiring"
    assert client.get("/llms.txt").content.decode().startswith("# Acme Hiring\n")


def test_the_credit_can_be_turned_off(client, edition):
    save_site_company(ACME, Branding(name="Acme Hiring"))
    assert "Rolebook is free software" in client.get("/roles/").content.decode()
    save_site_company(ACME, Branding(name="Acme Hiring", shows_credit=False))
    assert "Rolebook" not in re.sub(r"rolebook\.", "", client.get("/roles/").content.decode())


@pytest.mark.slow
def test_an_administrator_writes_it_on_the_desk(client, edition):
    client.force_login(a_member("Administrator"))
    data = post_form(ACME).dict() | {"site_name": "Acme Hiring", "accent": "#FFCC00", "locked": "benefits"}
    data["logo"] = SimpleUploadedFile("logo.svg", SVG.format("<script/>").encode())
    answer = client.post(ADD, data, follow=True)
    assert answer.status_code == 200
    assert "To stay readable, the color is #" in answer.content.decode()
    site = SiteCompany.objects.get()
    assert site.profile.current().value == ACME
    assert site.branding.accent == "#ffcc00"
    assert client.get("/brand/logo.png").content.startswith(b"\x89PNG")
    assert "benefits" in client.get(CHANGE).content.decode()


def test_the_logo_stays_until_it_is_taken_away(client, branded):
    client.force_login(a_member("Administrator"))
    save_site_company(ACME, Branding(logo=b"\x89PNG"))
    client.post(CHANGE, post_form(ACME).dict())
    assert SiteCompany.objects.get().branding.logo == b"\x89PNG"
    client.post(CHANGE, post_form(ACME).dict() | {"remove_logo": "on"})
    assert client.get("/brand/logo.png").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("accent", "yellow"),
        ("contact", "nowhere"),
        ("footer_lines", "x" * 300),
        ("roles", "No Slug"),
        ("occupations", "15-12"),
        ("locked", "everything"),
        ("pay_bands", "Senior | much"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, branded, field, typed):
    client.force_login(a_member("Administrator"))
    answer = client.post(CHANGE, post_form(ACME).dict() | {field: typed})
    assert field in answer.context["adminform"].form.errors
    assert SiteCompany.objects.get().changes == branded.changes


def test_there_is_one_company_of_a_site(branded):
    with pytest.raises(IntegrityError, match="site_company_is_one"), transaction.atomic():
        SiteCompany.objects.create(id=2, profile=Profile.objects.create())


def test_a_save_after_a_deletion_is_another_state(branded):
    delete_site_company()
    assert save_site_company(ACME, BRAND).changes > branded.changes


def test_processes_hear_of_a_change_with_the_state_of_the_library(branded):
    SiteCompany.objects.update(branding_json='{"name": "From elsewhere"}', changes=branded.changes + 1)
    read_current_version()
    assert read_site_company().branding.name == "From elsewhere"


@pytest.mark.slow
def test_readers_see_only_the_roles_that_the_brand_names(client, edition):
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])
    save_site_company(ACME, Branding(roles=("product-manager",)))
    read_current_version()  # as the response cache does before each page
    shown = [client.get(path).content.decode() for path in ("/roles/", "/sitemap.xml", "/api/roles/", "/")]
    assert not [html for html in shown if "technical-product-manager" in html]
    for page in ("", "job-description/", "interview-kit/", "salary/", "interview-questions/", "faq/"):
        assert client.get(f"/roles/technical-product-manager/{page}").status_code == 404, page
    assert client.get("/roles/product-manager/").status_code == 200
