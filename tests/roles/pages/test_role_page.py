"""The role page: every fact of the kit, at a low price, kept by caches."""

import json
import re
from datetime import timedelta
from html import unescape

import msgspec
import pytest
from django.utils import timezone

from roles.pages.contents import list_contents
from roles.pages.roles import render_role
from roles.publishing import library_version
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/roles/technical-product-manager/"


def text_of(response):
    without_data = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", response.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", without_data)).split())


def loose(text):
    """A text without the Markdown marks and the spacing that rendering changes."""
    return re.sub(r"^\d+\. |\]\([^)]*\)|[\s*_`\[\]-]+", "", text)


@pytest.fixture
def edition():
    return a_published_kit()


def test_every_text_of_the_kit_stands_on_the_page(client, edition):
    page = loose(text_of(client.get(ADDRESS)))
    hidden = {
        "slug",
        "figures_source",
        "source",
        "retrieved_on",
        "aliases",
        "skills",
        "related",
        "other",
        "level",
        "topic",
        "shared",
        *("why", "setup", "anchor_1", "anchor_3", "anchor_5", "red_flags"),
    }
    texts = []

    def collect(value, name=""):
        if isinstance(value, dict):
            for key, item in value.items():
                if key not in hidden or (isinstance(item, list) and item and isinstance(item[0], dict)):
                    collect(item, key)
        elif isinstance(value, list):
            for item in value:
                collect(item, name)
        elif isinstance(value, str) and " " in value:
            texts.extend(value.split("\n"))

    collect(msgspec.to_builtins(edition.shown_kit))
    assert len(texts) > 300
    assert [text for text in texts if loose(text) not in page] == []


def test_sections_stand_in_the_order_of_the_kit(client, edition):
    html = client.get(ADDRESS).content.decode()
    anchors = re.findall(r'<section class="chapter" id="([^"]+)"', html)
    assert anchors == [anchor for anchor, _ in list_contents(edition.kit)]
    assert anchors[:5] == ["overview", "job-description", "responsibilities", "skills", "salary"]


def test_every_address_within_the_page_leads_somewhere(client, edition):
    html = client.get(ADDRESS).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    for faq in edition.kit.faqs:
        assert f"faq-{faq.slug}" in ids
    for _, question in edition.kit.list_questions():
        assert f"question-{question.slug}" in ids


def test_headline_figures_stand_with_their_source(client, edition):
    page = text_of(client.get(ADDRESS))
    assert "Salary range $150,000–$240,000" in page
    assert "Experience 4–7 years" in page
    assert "Demand High" in page
    assert "Source: Best PM Jobs" in page


def test_a_warm_page_costs_no_query(client, edition, django_assert_num_queries, settings):
    library_version.read_current_version()
    settings.SECONDS_STALE = 1000  # the library's state was asked for a moment ago, as it is once a second
    client.get(ADDRESS)
    with django_assert_num_queries(0):
        client.get(ADDRESS)


def test_a_page_is_rendered_in_one_query(edition, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("roles.pages.roles.store_page", lambda *_: None)  # storing it is one more
    with django_assert_num_queries(1):
        render_role(edition)


def test_it_sets_no_cookie_and_is_the_same_for_everyone(client, edition, admin_client):
    response = client.get(ADDRESS)
    assert not response.cookies
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Cache-Control"].startswith("public")
    assert admin_client.get(ADDRESS).content == response.content
    assert b"csrf" not in response.content


def test_a_reader_who_has_the_page_gets_304(client, edition):
    etag = client.get(ADDRESS).headers["ETag"]
    again = client.get(ADDRESS, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == etag


@pytest.mark.slow
def test_the_etag_changes_only_when_an_edition_is_published(client, edition):
    first = client.get(ADDRESS)
    role = save_kit(a_kit(title="Changed Title"))
    assert client.get(ADDRESS).headers["ETag"] == first.headers["ETag"]
    publish_role(role, note="New title")
    second = client.get(ADDRESS)
    assert second.headers["ETag"] != first.headers["ETag"]
    assert "Changed Title" in text_of(second)
    assert "New title" in text_of(second)


def test_it_is_compressed_for_those_who_take_it(client, edition):
    zipped = client.get(ADDRESS, headers={"Accept-Encoding": "gzip, br"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert len(zipped.content) < 60_000
    assert "Content-Encoding" not in client.get(ADDRESS).headers


def test_a_scheduled_edition_is_not_shown_or_logged_yet(client, edition):
    publish_role(save_kit(a_kit(title="Later")), note="A secret note", at=timezone.now() + timedelta(hours=1))
    page = text_of(client.get(ADDRESS))
    assert "Later" not in page
    assert "A secret note" not in page


def test_an_unpublished_role_is_not_found(client, edition):
    unpublish_role(edition.role)
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.slow
def test_related_roles_are_linked_while_they_are_live(client, edition):
    a_published_kit(slug="platform-product-manager", title="Platform PM", related=[], comparisons=[])
    assert 'href="/roles/platform-product-manager/"' in client.get(ADDRESS).content.decode()
    assert 'href="/roles/infrastructure-product-manager/"' not in client.get(ADDRESS).content.decode()


def test_empty_sections_are_left_out(client):
    kit = a_kit(benchmarks=[], levels=[], day=[], outcomes=[], comparisons=[], career_path=None)
    bare = [msgspec.structs.replace(part, questions=[]) for part in kit.competencies]
    publish_role(save_kit(msgspec.structs.replace(kit, competencies=bare)), note="Bare")
    html = client.get(ADDRESS).content.decode()
    assert "Best PM Jobs estimates $160,000–$280,000 a year" in html  # the headline's, where no benchmark is
    assert not {"levels", "day", "first-90-days", "career-path"} & set(re.findall(r'id="([^"]+)"', html))


def structured_data(response):
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode())
    return {data["@type"]: data for data in map(json.loads, blocks)}


def test_structured_data_says_what_the_page_says(client, edition):
    data = structured_data(client.get(ADDRESS))
    assert set(data) == {"Occupation", "FAQPage", "BreadcrumbList", "Person"}
    salary, total = data["Occupation"]["estimatedSalary"]
    assert (salary["minValue"], salary["maxValue"], total["maxValue"]) == (150_000, 240_000, 280_000)
    assert salary["name"].startswith("Salary range, ")
    assert data["Occupation"]["experienceRequirements"]["monthsOfExperience"] == 48
    assert len(data["FAQPage"]["mainEntity"]) == 8
    assert [item["position"] for item in data["BreadcrumbList"]["itemListElement"]] == [1, 2, 3]
    assert data["Person"]["name"] == "Aditi Chaturvedi"


@pytest.mark.slow
def test_structured_data_cannot_end_its_element(client):
    a_published_kit(summary="</script><script>alert(1)</script>")
    response = client.get(ADDRESS)
    assert b"<script>alert" not in response.content
    assert structured_data(response)["Occupation"]["description"] == "</script><script>alert(1)</script>"


@pytest.mark.slow
def test_markup_in_a_kit_comes_out_as_text(client):
    a_published_kit(overview="<img src=x onerror=alert(1)> and <b>bold</b> {{ kit }}")
    html = client.get(ADDRESS).content.decode()
    assert "<img src=x" not in html
    assert "{{ kit }}" in html


def test_pages_are_kept_by_edition_not_by_address(client, edition):
    client.get(ADDRESS)
    assert client.get(f"{ADDRESS}?utm_source=letter").headers["ETag"] == client.get(ADDRESS).headers["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_only_reads(client, edition, method):
    assert getattr(client, method)(ADDRESS).status_code == 405
