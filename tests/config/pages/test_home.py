"""The home page and the files for machines."""

import pytest

from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


def test_home_starts_the_main_job_in_one_action(client, django_assert_max_num_queries):
    a_published_kit()
    with django_assert_max_num_queries(2):
        page = client.get("/")
    assert b"/roles/technical-product-manager/job-description/" in page.content
    assert not page.cookies


def test_home_of_an_empty_library_still_answers(client):
    assert client.get("/").status_code == 200


def test_robots_leaves_private_pages_alone_and_names_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Disallow: /packs/" in text
    assert "Sitemap: http://localhost:8000/sitemap.xml" in text


def test_the_sitemap_names_every_live_page_with_its_date(client):
    edition = a_published_kit()
    xml = client.get("/sitemap.xml").content.decode()
    assert "/roles/technical-product-manager/</loc><lastmod>" + f"{edition.live_from:%Y-%m-%d}" in xml
    assert "/authors/aditi-chaturvedi/" in xml
    assert "<loc>http://localhost:8000/" in xml


def test_an_unknown_address_gets_a_designed_page(client):
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert b"</html>" in page.content
