"""Kits in several languages: each at the address of its language, with links to the others."""

import re

import pytest
from django.urls import reverse

from tests.factories import a_published_kit, a_spanish_edition, store_shipped_occupations

pytestmark = pytest.mark.django_db
ENGLISH, SPANISH = "/roles/technical-product-manager/", "/es/roles/gerente-de-producto-tecnico/"
OF_A_ROLE = ("", "faq/", "faq/do-technical-pms-code/", "salary/", "interview-questions/", "job-description/")


def links(page, rel):
    found = re.findall(rf'<link rel="{rel}"\s+hreflang="([\w-]+)"\s+href="([^"]+)">', page)
    return {code: address.removeprefix("http://localhost:8000") for code, address in found}


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("rest", OF_A_ROLE)
def test_pages_of_a_role_name_each_other_in_both_languages(client, rest):
    a_spanish_edition()
    expected = {"en": f"{ENGLISH}{rest}", "es": f"{SPANISH}{rest}", "x-default": f"{ENGLISH}{rest}"}
    english, spanish = (read(client, f"{path}{rest}") for path in (ENGLISH, SPANISH))
    assert links(english, "alternate") == links(spanish, "alternate") == expected
    assert '<html lang="en"' in english
    assert '<html lang="es"' in spanish


def test_a_page_in_spanish_needs_no_cookie_and_has_an_etag(client):
    a_spanish_edition()
    response = client.get(SPANISH)
    assert not response.cookies
    assert client.get(SPANISH, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


def test_a_spanish_page_has_the_kits_texts_and_no_mark_of_another_language(client):
    a_spanish_edition()
    page = read(client, SPANISH)
    assert "<h1>Gerente de Producto Técnico</h1>" in page
    assert 'lang="en">English</a>' in page
    assert len(re.findall(' lang="en"', page)) == 2  # the links to the page in English, above and below


def test_its_links_stay_in_spanish(client):
    a_spanish_edition()
    paths = re.findall(r'<a [^>]*href="(/[^"]*)"', read(client, SPANISH))
    assert [path for path in paths if not path.startswith("/es/")] == [ENGLISH, ENGLISH]


@pytest.mark.parametrize("rest", OF_A_ROLE)
def test_the_english_slug_leads_to_the_spanish_page(client, rest):
    a_spanish_edition()
    assert client.get(f"/es{ENGLISH}{rest}").headers["Location"] == f"{SPANISH}{rest}"


def test_the_spanish_slug_leads_to_the_spanish_address(client):
    edition = a_spanish_edition()
    path = reverse("salary", args=[edition.slug])
    assert client.get(f"{path}?kind=total").headers["Location"] == f"{SPANISH}salary/?kind=total"


def test_a_role_without_a_spanish_kit_is_in_english_between_spanish_words(client):
    a_published_kit()
    page = read(client, f"/es{ENGLISH}")
    assert '<html lang="es"' in page
    assert '<h1 lang="en">Technical Product Manager</h1>' in page
    assert f'<link rel="canonical" href="http://localhost:8000{ENGLISH}">' in page
    assert links(page, "alternate") == {}


@pytest.mark.slow
def test_lists_have_each_role_once_in_the_readers_language_where_there_is_one(client):
    a_spanish_edition()
    a_published_kit(slug="data-engineer", title="Data Engineer")
    titles = {
        path: re.findall(r'role-row-title"( lang="en")?><a[^>]*>([^<]*)', read(client, path))
        for path in ("/roles/", "/es/roles/")
    }
    assert titles["/roles/"] == [("", "Data Engineer"), ("", "Technical Product Manager")]
    assert titles["/es/roles/"] == [("", "Gerente de Producto Técnico"), (' lang="en"', "Data Engineer")]


def test_the_site_map_has_both_with_each_others_addresses(client):
    a_spanish_edition()
    text = client.get("/sitemap.xml").content.decode()
    for path in (ENGLISH, SPANISH):
        entry = re.search(rf"<url><loc>http://localhost:8000{path}</loc>.*?</url>", text.replace("\n", ""))[0]
        assert f'hreflang="es" href="http://localhost:8000{SPANISH}"' in entry


def test_machines_are_told_the_language(client):
    a_spanish_edition()
    assert '"inLanguage":"es"' in read(client, SPANISH)
    assert '"inLanguage":"en"' in read(client, ENGLISH)
    assert {role["language"] for role in client.get("/api/roles/").json()["roles"]} == {"en"}
    assert {role["language"] for role in client.get("/es/api/roles/").json()["roles"]} == {"es"}


def test_a_folder_without_its_slash_leads_home(client):
    assert client.get("/es").headers["Location"] == "/es/"


def test_the_desk_is_in_no_folder(client):
    assert client.get("/es/admin/").status_code == 404


def test_pages_without_a_language_of_their_own_are_there_in_spanish_words(client):
    store_shipped_occupations()
    page = read(client, "/es/occupations/")
    assert '<html lang="es"' in page
    assert '<link rel="canonical" href="http://localhost:8000/occupations/">' in page


def test_a_search_finds_the_kits_of_its_language(client):
    a_spanish_edition()
    english, spanish = (read(client, f"{folder}/search/?q=technical+product+manager") for folder in ("", "/es"))
    assert SPANISH.removeprefix("/es") not in english
    assert f'href="{SPANISH}"' in spanish
    assert f'href="/es{ENGLISH}"' not in spanish
