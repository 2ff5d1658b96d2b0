"""The language that a visitor chose is offered on later pages in another one, and nobody is led to it unasked."""

import pytest
from playwright.sync_api import expect

from tests.factories import a_spanish_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ENGLISH, SPANISH = "/roles/technical-product-manager/", "/es/roles/gerente-de-producto-tecnico/"
OFFER = "Ver esta página en español"


def test_a_language_that_was_chosen_is_offered_on_a_later_page(page):
    a_spanish_edition()
    page.goto(ENGLISH)
    above = page.locator(".other-language")
    expect(above).to_have_text("Español")
    above.get_by_role("link").click()
    page.wait_for_url(f"**{SPANISH}")
    expect(above).to_have_text("English")
    page.goto(f"{ENGLISH}salary/")
    expect(above.get_by_role("link", name=OFFER)).to_have_attribute("lang", "es")
    assert page.url.endswith(f"{ENGLISH}salary/")
    above.get_by_role("link").click()
    page.wait_for_url(f"**{SPANISH}salary/")


def test_going_back_to_english_ends_the_offer(page):
    a_spanish_edition()
    page.goto(SPANISH)
    page.evaluate("localStorage.setItem('rolebook.language', 'es')")
    page.locator(".other-language a").click()
    page.wait_for_url(f"**{ENGLISH}")
    expect(page.locator(".other-language")).to_have_text("Español")


def test_a_choice_leaves_no_cookie(context, page):
    a_spanish_edition()
    page.goto(ENGLISH)
    page.locator(".other-language a").click()
    page.wait_for_url(f"**{SPANISH}")
    assert context.cookies() == []


def test_without_scripts_the_link_names_the_language(javascript_off):
    a_spanish_edition()
    page = javascript_off.new_page()
    page.goto(SPANISH)
    expect(page.locator(".other-language")).to_have_text("English")
