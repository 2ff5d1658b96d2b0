"""Openings from a table: what would be made is shown first, and one row at fault makes none."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from company.branding import Branding
from company.store import save_site_company
from packs.models import Pack
from packs.posting.facts import Workplace
from tests.company.samples import ACME
from tests.factories import a_published_kit, store_shipped_occupations
from tests.packs.pages.openings.lists import TABLE, make_openings, start_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(client):
    a_published_kit()
    return start_list(client)


def descriptions():
    return [pack.current().description for pack in Pack.objects.order_by("created_at", "pk")]


def test_a_table_is_shown_before_anything_is_made(client: Client, address):
    page = client.post(f"{address}table/", {"rows": TABLE, "do": "show"}).content.decode()
    for words in ("Denver, Colorado, United States", "$150,000", "the opening starts empty", "Make 3 openings"):
        assert words in page
    assert not Pack.objects.exists()


def test_columns_that_are_not_used_are_named(client, address):
    answer = client.post(f"{address}table/", {"rows": "Title,Team,Nothing\nCook,Kitchen,\n", "do": "show"})
    assert "These columns aren’t used: Team</p>" in answer.content.decode()


def test_a_file_makes_what_its_rows_say(client, address):
    upload = SimpleUploadedFile("jobs.csv", TABLE.replace(",", ";").replace("Denver; CO", "Denver, CO").encode())
    shown = client.post(f"{address}table/", {"file": upload, "do": "show"})
    assert "Make 3 openings" in shown.content.decode()
    make_openings(client, address)
    found = {said.title: said for said in descriptions()}
    senior = found["Technical Product Manager"]
    assert (senior.level, senior.slug, senior.pay.low) == ("Senior", "technical-product-manager", 150_000)
    assert (found["Technical PM"].pay.currency, found["Technical PM"].workplace) == ("EUR", Workplace.HYBRID)
    assert found["Chief Vibes Officer"].lines == ()


@pytest.mark.parametrize(
    ("title", "level"),
    [("Sr. Technical PM", ""), ("senior Technical PM", ""), ("Technical PM", "Sr."), ("Technical PM", "senior")],
)
def test_a_level_may_be_short(client, address, title, level):
    rows = f"Position,Seniority,Office,Base salary\n{title},{level},Fully remote,150k\n"
    client.post(f"{address}table/", {"rows": rows, "do": "make"})
    (made,) = descriptions()
    assert (made.title, made.level, made.workplace) == (title, "Senior", Workplace.REMOTE)


def test_faults_are_named_by_row_and_column_and_nothing_is_made(client, address):
    rows = "Title,Level,Place,Pay\nTechnical PM,Wizard,Xyzzyville,a lot\n,,,5\nTechnical PM,,,100000\n"
    answer = client.post(f"{address}table/", {"rows": rows, "do": "make"})
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    for words in ("Row 2, Level:", "Row 2, Place:", "Row 2, Pay:", "Row 3, Title:", "Row 3, Pay:"):
        assert words in page
    assert "Row 4" not in page
    assert not Pack.objects.exists()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("", "Choose a file, or paste rows"),
        ("Place,Pay\nDenver,1", "no “Title” column"),
        ("Title,Place\n", "no rows below its header"),
        ("Title\n" + "Cook\n" * 51, "more than 50 rows"),
        ("Title,Place\nCook,Denver, CO\n", "Row 2:"),
        ("Title,Role\nCook,Zzzz Qqqq\n", "No role or occupation is called “Zzzz Qqqq.”"),
        (f"Title\n{'x' * 201}\n", "more than 200 characters"),
        ('Title,Place\nCook,"Bonn\n', "The quotation marks don’t match"),
        ("Title,Place,Place\nCook,Bonn,Ulm\n", "Two columns are called “Place”"),
    ],
)
def test_a_table_that_cannot_be_made_says_why(client, address, rows, words):
    answer = client.post(f"{address}table/", {"rows": rows, "do": "make"})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Pack.objects.exists()


def test_a_title_without_a_kit_starts_from_its_occupation(client, address):
    store_shipped_occupations()
    make_openings(client, address, "Title,Role\nAngel of the ward,Registered Nurses\nSenior Registered Nurse,\n")
    assert len({said.slug for said in descriptions()}) == 1
    assert all(said.lines for said in descriptions())


def test_a_number_or_a_note_in_a_title_changes_no_template(client, address):
    make_openings(client, address, 'Title\nTechnical PM 7\n"Technical PM II (nights), Denver"\n')
    assert {said.slug for said in descriptions()} == {"technical-product-manager"}


def test_a_role_column_says_where_to_start(client, address):
    make_openings(client, address, "Title,Role\nWrangler of Roadmaps,technical-product-manager\n")
    (said,) = descriptions()
    assert (said.title, said.slug) == ("Wrangler of Roadmaps", "technical-product-manager")


def test_openings_start_with_what_the_company_says(client, address):
    save_site_company(ACME, Branding())
    make_openings(client, address)
    assert {said.company for said in descriptions()} == {"Acme Charts"}
    assert {pack.company_number for pack in Pack.objects.all()} == {1}
    found = {said.title: said for said in descriptions()}
    assert found["Technical Product Manager"].pay.low == 150_000, "what the table says goes first"
