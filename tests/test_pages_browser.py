"""Search, comparisons, answers and data in Chromium: with and without scripts, in both themes, at every width."""

import pytest

from tests.factories import a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANSWER = "/roles/technical-product-manager/faq/do-technical-pms-code/"
PAGES = [
    "/search/",
    "/search/?q=technical",
    "/search/?q=zzzzqqq",
    "/compare/",
    "/compare/?a=product-manager&b=product-manager",
    "/compare/product-manager/technical-product-manager/",
    "/levels/",
    "/faq/",
    "/roles/technical-product-manager/faq/",
    f"{ANSWER}#thanks",
    "/api/",
]


@pytest.fixture(autouse=True)
def editions():
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


def test_the_header_finds_a_role_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto("/")
    page.get_by_label("Search Rolebook").fill("techincal")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Technical Product Manager", exact=True).first.click()
    assert page.url.endswith("/roles/technical-product-manager/")


def test_names_are_suggested_while_typing(page):
    page.goto("/")
    with page.expect_response("**/search/suggestions/**"):
        page.get_by_label("Search Rolebook").press_sequentially("technical pr")
    page.wait_for_function("document.querySelectorAll('#search-suggestions option').length > 0")
    assert page.locator("#search-suggestions option").first.get_attribute("value") == "Technical Product Manager"


def test_two_roles_are_compared_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto("/compare/")
    page.get_by_label("One role").select_option("Technical Product Manager")
    page.get_by_label("The other role").select_option("Product Manager")
    page.get_by_role("button", name="Compare").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Product Manager or Technical Product Manager?"


def test_a_vote_is_thanked_without_scripts_or_cookies(javascript_off):
    page = javascript_off.new_page()
    page.goto(ANSWER)
    assert not page.get_by_text("Your vote has reached us").is_visible()
    page.get_by_role("button", name="Yes").click()
    page.get_by_text("Your vote has reached us").wait_for()
    assert javascript_off.cookies() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(audited, axe, theme, width):
    page = audited.new_page()
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    for address in PAGES:
        page.goto(address)
        axe(page)


def test_nothing_scrolls_sideways_at_320_pixels(context):
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
