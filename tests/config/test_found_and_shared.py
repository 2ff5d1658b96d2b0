"""What search engines, social networks and other machines get."""

import json
import re
import struct
from html import unescape
from urllib.parse import urlsplit

import msgspec
import pytest

from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
ROLE = "/roles/technical-product-manager/"
PAIR = "/compare/product-manager/technical-product-manager/"
PAGES = [
    "/", "/roles/", ROLE, f"{ROLE}faq/", f"{ROLE}faq/do-technical-pms-code/", "/faq/", "/compare/", PAIR, "/levels/",
    "/api/", "/authors/aditi-chaturvedi/",
]  # fmt: skip
NO_DATA = {"/", "/roles/", "/compare/"}
NO_TRAIL = {*NO_DATA, "/authors/aditi-chaturvedi/"}
# What schema.org's consumers ask of each type: https://developers.google.com/search/docs/appearance/structured-data
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Occupation": {"name", "estimatedSalary", "occupationLocation"},
    "MonetaryAmountDistribution": {"name", "currency", "duration"},
    "Country": {"name"},
    "OccupationalExperienceRequirements": {"monthsOfExperience"},
    "Person": {"name"},
    "Organization": {"name"},
}


@pytest.fixture(autouse=True)
def editions():
    a_published_kit()
    return a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


def typed(data):
    """Every object with a type inside some structured data."""
    if isinstance(data, list):
        return [found for item in data for found in typed(item)]
    if isinstance(data, dict):
        return ([data] if "@type" in data else []) + [found for value in data.values() for found in typed(value)]
    return []


def properties(html):
    return dict(re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', html))


@pytest.mark.parametrize("path", PAGES)
def test_structured_data_has_what_its_readers_require(client, path):
    html = client.get(path).content.decode()
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    assert {block["@context"] for block in blocks} == (set() if path in NO_DATA else {"https://schema.org"})
    for found in typed(blocks):
        assert REQUIRED[found["@type"]] <= {name for name, value in found.items() if value}, found["@type"]
    trails = [block for block in blocks if block["@type"] == "BreadcrumbList"]
    assert [trail["itemListElement"][-1]["item"] for trail in trails] == ([] if path in NO_TRAIL else [f"{SITE}{path}"])


@pytest.mark.parametrize("path", PAGES)
def test_a_shared_link_shows_the_title_the_description_and_a_card(client, path):
    html = client.get(path).content.decode()
    shown = properties(html)
    assert shown["title"] == re.search(r"<title>(.*?)</title>", html)[1].removesuffix(" - Rolebook")
    assert len(shown["description"]) > 40
    assert shown["url"] == f"{SITE}{path}"
    card = client.get(urlsplit(shown["image"]).path)
    assert card["Content-Type"] == "image/png"
    assert struct.unpack(">II", card.content[16:24]) == (1200, 630)


def test_titles_and_descriptions_are_all_different(client):
    pages = [client.get(path).content.decode() for path in PAGES]
    assert len({properties(page)["title"] for page in pages}) == len(PAGES)
    assert len({properties(page)["description"] for page in pages}) == len(PAGES)


@pytest.mark.slow
def test_a_title_is_escaped_once(client):
    a_published_kit(slug="odd", title='R&D "lead"', related=[], comparisons=[])
    assert unescape(properties(client.get("/roles/odd/").content.decode())["title"]).startswith('R&D "lead"')


def test_cards_differ_by_role_and_are_kept_by_caches(client):
    one, other = client.get(f"{ROLE}card.png"), client.get("/roles/product-manager/card.png")
    assert one.content != other.content
    assert client.get(f"{ROLE}card.png", headers={"If-None-Match": one["ETag"]}).status_code == 304


@pytest.mark.slow
def test_what_is_in_a_title_is_not_read_as_markup(client):
    a_published_kit(slug="odd", title="#panic() *$", related=[], comparisons=[])
    assert client.get("/roles/odd/card.png").status_code == 200


@pytest.mark.slow
def test_the_sitemap_names_every_page_with_a_real_date(client, editions):
    xml = client.get("/sitemap.xml").content.decode()
    entries = dict(re.findall(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>", xml))
    for path in PAGES[:-1]:
        assert entries[f"{SITE}{path}"] == f"{editions.live_from:%Y-%m-%d}", path
    assert all(client.get(urlsplit(address).path).status_code == 200 for address in entries)


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 4])
def test_the_sitemap_costs_the_same(client, django_assert_num_queries, count):
    for number in range(count):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
    with django_assert_num_queries(19):
        client.get("/sitemap.xml")


def test_llms_txt_leads_to_the_kits(client):
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# Rolebook\n\n> ")
    addresses = re.findall(r"\]\((.*?)\)", text)
    assert len(addresses) > 3
    for address in addresses:
        assert address.startswith(SITE)
        assert client.get(urlsplit(address).path).status_code == 200


def test_security_txt_has_what_the_standard_requires(client, settings):
    settings.SECURITY_CONTACT = "https://example.org/report"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: https://example.org/report\n" in text
    assert re.search(r"(?m)^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", text)


@pytest.fixture
def renamed(editions):
    role = editions.role
    role.slug = "product-lead"
    role.save()
    return publish_role(role, note="Another name")


@pytest.mark.parametrize("rest", ["", "faq/", "card.png", "job-description/"])
def test_a_former_slug_leads_to_the_new_one_for_good(client, renamed, rest):
    response = client.get(f"/roles/product-manager/{rest}?from=here")
    assert (response.status_code, response["Location"]) == (301, f"/roles/product-lead/{rest}?from=here")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/roles/product-manager.json", "/roles/product-lead.json"),
        ("/compare/product-manager/technical-product-manager/", "/compare/product-lead/technical-product-manager/"),
        ("/api/roles/product-manager/editions/1/", "/api/roles/product-lead/editions/1/"),
    ],
)
def test_other_addresses_of_the_role_follow(client, renamed, old, new):
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)


def test_a_slug_in_use_again_belongs_to_its_new_role(client, renamed):
    publish_role(save_kit(a_kit(slug="product-manager", title="Another", related=[], comparisons=[])), note="New role")
    assert client.get("/roles/product-manager/").status_code == 200
    assert client.get("/roles/product-manager/faq/nonsense/").status_code == 404


def test_an_unknown_slug_stays_unknown(client):
    assert client.get("/roles/nobody/").status_code == 404
    assert client.get("/authors/nobody/").status_code == 404


def faqs(**changes):
    first, *others = a_kit().faqs
    return [msgspec.structs.replace(first, **changes), *others]


@pytest.mark.parametrize(
    "changes", [{}, {"question": "Must they code?"}, {"question": "Must they code?", "answer": "No."}]
)
def test_an_answer_with_a_new_slug_is_found_under_the_old_one(client, changes):
    old = a_kit().faqs[0].slug
    a_published_kit(faqs=faqs(slug="must-they-code", **changes))
    response = client.get(f"{ROLE}faq/{old}/")
    assert (response.status_code, response["Location"]) == (301, f"{ROLE}faq/must-they-code/")


def test_an_answer_that_is_gone_is_not_found(client):
    gone, *others = a_kit().faqs
    a_published_kit(faqs=others)
    assert client.get(f"{ROLE}faq/{gone.slug}/").status_code == 404


def test_an_answer_in_structured_data_is_html_and_no_markdown(client):
    a_published_kit(faqs=faqs(answer="- **Front** with [role]s\n- See [pay](/salaries/)"))
    html = client.get(f"{ROLE}faq/{a_kit().faqs[0].slug}/").content.decode()
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    [text] = [found["text"] for found in typed(blocks) if found["@type"] == "Answer"]
    assert text.split("\n") == [
        "<ul>",
        "<li><strong>Front</strong> with [role]s</li>",
        '<li>See <a href="/salaries/">pay</a></li>',
        "</ul>",
        "",
    ]
