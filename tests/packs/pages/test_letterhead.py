"""Whose letterhead a download has: a private profile's, the site's, or none."""

import io
import zipfile

import pytest
from pypdf import PdfReader

from company.branding import Branding
from company.colors import make_accent
from company.profile import NO_COMPANY, CompanyProfile
from company.store import create_profile, find_profile, save_site_company
from packs.models import Pack
from packs.pages.letterhead import choose_letterhead
from packs.store.lists import create_list, put_on_list
from tests.company.samples import ACME, COLORED_ACME, LOGO, LOUD_BRAND
from tests.factories import a_published_kit
from tests.packs.browsing import posted
from tests.packs.pages.test_interview_kit import posted as posted_plan

pytestmark = pytest.mark.django_db
JOB = "/roles/technical-product-manager/job-description/"
INTERVIEWS = "/roles/technical-product-manager/interview-kit/"
SAME_SITE = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def post(client, path, data):
    return client.post(path, data, headers=SAME_SITE)


def use_profile(profile):
    return find_profile(create_profile(profile)).current().in_use(token="t")


def test_a_site_without_a_brand_has_no_letterhead():
    assert choose_letterhead(NO_COMPANY) is None
    assert choose_letterhead(use_profile(ACME)) is None


def test_the_site_puts_its_brand_on_documents():
    save_site_company(ACME, LOUD_BRAND)
    head = choose_letterhead(NO_COMPANY)
    assert (head.name, head.logo, head.accent) == (LOUD_BRAND.name, LOGO, make_accent(LOUD_BRAND.accent).accent[0])
    assert [line[0] for line in head.lines[:2]] == ["Acme Ltd, 1 Pier Street", "Registered in Delaware"]
    assert head.lines[2][0].url == "mailto:hiring@acme.example"


@pytest.mark.parametrize("shows_credit", [True, False])
def test_the_credit_can_be_turned_off(shows_credit):
    save_site_company(ACME, Branding(name="Acme Hiring", shows_credit=shows_credit))
    assert (("Made with Rolebook",) in choose_letterhead(NO_COMPANY).lines) is shows_credit


def test_a_private_profile_with_a_logo_has_its_own():
    save_site_company(CompanyProfile(), LOUD_BRAND)
    head = choose_letterhead(use_profile(COLORED_ACME))
    assert (head.name, head.logo, head.accent) == ("Acme Charts", LOGO, "#116644")
    assert "hiring@acme.example" not in str(head.lines)


def test_downloads_carry_the_profile_whose_token_the_form_has(client):
    token = create_profile(COLORED_ACME)
    job = post(client, JOB, posted() | {"profile": token, "format": "html"}).content.decode()
    assert "data:image/png" in job
    assert "#116644" in job
    plan = posted_plan() | {"profile": token, "document": "guide", "format": "html"}
    assert "data:image/png" in post(client, INTERVIEWS, plan).content.decode()


@pytest.mark.slow
def test_a_hiring_pack_carries_it_in_every_file(client):
    save_site_company(ACME, LOUD_BRAND)
    plan = posted_plan()
    whole = PdfReader(io.BytesIO(post(client, INTERVIEWS, plan | {"pack": "pdf"}).content))
    assert len(whole.pages[0].images) == 1
    files = zipfile.ZipFile(io.BytesIO(post(client, INTERVIEWS, plan | {"pack": "zip"}).content))
    words = [name for name in files.namelist() if name.endswith(".docx")]
    for name in words:
        parts = zipfile.ZipFile(io.BytesIO(files.read(name))).namelist()
        assert [part for part in parts if part.startswith("word/media/")], name
    assert len(words) > 3


def test_a_saved_pack_and_a_zip_of_openings_carry_the_profile_they_started_from(client):
    token = create_profile(COLORED_ACME)
    saved = post(client, JOB, posted() | {"profile": token, "do": "save"}).url
    form = posted()
    assert "#116644" in post(client, saved, form | {"format": "html"}).content.decode()
    pack = Pack.objects.get()
    opening_list, list_token = create_list("Openings")
    put_on_list(opening_list, list_token, [pack])
    zipped = post(
        client, f"/packs/{list_token}/openings/", {"do": "download", "format": "html", "pack": [str(pack.pk)]}
    )
    with zipfile.ZipFile(io.BytesIO(zipped.content)) as archive:
        assert "#116644" in archive.read(archive.namelist()[0]).decode()
