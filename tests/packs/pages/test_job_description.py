"""The job description page without a browser: blanks, lines, downloads."""

import re
from html import unescape

import pytest

from packs.limits import LONGEST_TEXT
from roles.kit.choices import Section
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted, untouched

pytestmark = pytest.mark.django_db
ADDRESS = "/roles/technical-product-manager/job-description/"
HOSTILE = ["<script>alert(1)</script>", "**x**", "{{ x }}", "[team]", "# x", "&amp;", "'\"", "{% load x %}", "=1+1"]


def filled(value):
    """Every blank and the company's name."""
    return dict.fromkeys(untouched().blanks.blanks, value) | {"company": value}


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def preview(response):
    return re.search(r'(?s)id="copy-rich">(.*?)</template>', response.content.decode())[1]


def test_each_distinct_blank_is_asked_once(client):
    html = client.get(ADDRESS).content.decode()
    names = re.findall(r'name="(blank-[^"]+)"', html)
    assert len(names) == len(set(names)) == 3
    assert html.count("[technical product area]") > 1


def test_unfilled_blanks_are_counted_and_marked(client):
    page = client.get(ADDRESS)
    assert "4 blanks</a>" in page.content.decode()
    assert '<a class="blank" href="#id_company" tabindex="-1">[company name]</a>' in page.content.decode()


def test_a_filled_job_description_has_no_bracket_left_in_any_format(client):
    data = posted(**filled("Acme"))
    for name in ("text", "markdown", "html", "indeed", "linkedin"):
        response = client.post(ADDRESS, data | {"format": name})
        assert response.headers["X-Blanks-Left"] == "0"
        assert "[" not in re.sub(r"(?s)<style>.*?</style>", "", response.content.decode())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_comes_out_as_that_text(client, text):
    data = posted(**filled(text), **{"line-0-text": f"About {text}"})
    shown = words(preview(client.post(ADDRESS, data)))
    assert shown.count(" ".join(text.split())) >= 2
    assert "<script>alert" not in client.post(ADDRESS, data).content.decode()
    plain = client.post(ADDRESS, data | {"format": "text"}).content.decode()
    assert f"About {text}" in plain


def test_a_dropped_line_is_left_out_and_an_edited_one_is_changed(client):
    data = posted(**{"line-2-keep": None, "line-3-text": "Do something else."})
    shown = words(preview(client.post(ADDRESS, data)))
    assert a_kit().job_description[3].text not in shown
    assert "Do something else." in shown
    assert words(a_kit().job_description[2].text.split("[")[0]) not in shown


def test_a_blank_typed_into_a_line_gets_a_field(client):
    data = posted(**{"line-3-text": "Work with [partner name]."})
    html = client.post(ADDRESS, data).content.decode()
    assert "Partner name" in html
    assert "5 blanks</a>" in html


def test_the_page_keeps_what_was_typed(client):
    data = posted(**filled("Acme & Söhne"), **{"line-3-text": "Mine."})
    html = client.post(ADDRESS, data).content.decode()
    assert html.count('value="Acme &amp; Söhne"') == 4
    assert "Mine.</textarea>" in html


def test_htmx_gets_the_preview_alone(client):
    response = client.post(ADDRESS, posted(), headers={"HX-Request": "true"})
    html = response.content.decode()
    assert "<html" not in html
    assert 'data-for="t0"' in html
    assert "<textarea" not in html


def test_htmx_gets_new_blank_fields_only_when_the_blanks_change(client):
    same = client.post(ADDRESS, posted(), headers={"HX-Request": "true"})
    assert 'id="blank-fields"' not in same.content.decode()
    other = client.post(ADDRESS, posted(**{"line-3-text": "Ask [partner name]."}), headers={"HX-Request": "true"})
    assert "Partner name" in other.content.decode().split('id="blank-fields"')[1]
    earlier = client.post(ADDRESS, posted(do="restore"), headers={"HX-Request": "true"}).content.decode()
    assert all(f'id="{part}"' in earlier for part in ("paper", "blank-fields", "skill-fields", "level-fields"))


@pytest.mark.parametrize(
    ("name", "media_type", "extension"),
    [("text", "text/plain", "txt"), ("markdown", "text/markdown", "md"), ("html", "text/html", "html")],
)
def test_downloads_carry_their_type_and_name(client, name, media_type, extension):
    response = client.post(ADDRESS, posted(**filled("Acme")) | {"format": name})
    assert response.headers["Content-Type"].startswith(media_type)
    assert response.headers["Content-Disposition"].endswith(f'.{extension}"')
    assert "attachment" in response.headers["Content-Disposition"]


def test_a_fault_is_named_at_its_field_and_nothing_typed_is_lost(client):
    long = "x" * (LONGEST_TEXT + 1)
    response = client.post(ADDRESS, posted(**{"line-3-text": long, "format": "text"}))
    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_line-3-text"' in html
    assert long in html


@pytest.mark.slow
def test_a_damaged_form_gets_an_answer(client):
    for data in ({}, {"line-TOTAL_FORMS": "x"}, {"line-TOTAL_FORMS": "99999999", "line-INITIAL_FORMS": "0"}):
        assert client.post(ADDRESS, data).status_code in (200, 422)
    assert client.post(ADDRESS, posted(**{"line-0-section": "nonsense"})).status_code in (200, 422)


def test_reading_is_public_and_posting_is_private(client):
    page = client.get(ADDRESS)
    assert not page.cookies
    assert page.headers["ETag"]
    answer = client.post(ADDRESS, posted())
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_posting_changes_nothing_on_the_server(client, django_assert_num_queries):
    with django_assert_num_queries(2):  # the state of the library and of the site's company, and the edition
        client.post(ADDRESS, posted())


def test_an_unknown_role_is_not_found(client):
    assert client.get("/roles/nobody/job-description/").status_code == 404


def test_sections_are_moved_renamed_and_left_out(client):
    changes = {
        "do": "section-up:required",
        "sections-required-heading": "What we hope for",
        "sections-about-keep": None,
    }
    page = client.post(ADDRESS, posted(**changes))
    outline = page.context["page"].description.list_sections()
    assert [part.section.value for part in outline][:3] == ["about", "required", "responsibilities"]
    assert outline[1].label == "What we hope for"
    assert not outline[0].keep
    html = page.content.decode()
    assert "What we hope for: now section 2 of 5." in html
    assert html.count("What we hope for") > 2


def test_what_is_dragged_lands_where_it_was_dropped(client):
    page = client.post(ADDRESS, posted(do="place:t0:nice-to-have:0"))
    assert page.context["page"].description.list_stated_lines(Section.NICE_TO_HAVE)[0].id == "t0"
    page = client.post(ADDRESS, posted(do="place::compensation:0"))
    assert page.context["page"].description.list_sections()[0].section is Section.COMPENSATION


@pytest.mark.parametrize(
    "wish", ["place:t0:nowhere:0", "place:t9999:about:0", "place:::", "section-up:nowhere", "place:t0:about:-1"]
)
def test_a_drop_that_makes_no_sense_changes_nothing(client, wish):
    page = client.post(ADDRESS, posted(do=wish))
    assert page.status_code == 200
    assert page.context["page"].description == untouched().read_description()


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.replace("job-description", "interview-kit")])
def test_a_form_of_before_gets_nothing_of_a_role_that_was_taken_off_the_site(client, edition, address):
    form = posted(edition=edition.number)
    assert client.post(address, form).status_code in {200, 422}, "422 asks for the rest of the form"
    unpublish_role(edition.role)
    assert client.post(address, form).status_code == 404


def test_a_form_of_before_goes_on_with_its_edition_while_the_role_is_live(client, edition):
    publish_role(save_kit(a_kit(title="Renamed")), note="New title")
    page = client.post(ADDRESS, posted(edition=edition.number)).content.decode()
    assert f'name="edition" value="{edition.number}"' in page


def test_every_line_is_named_by_its_place(client):
    html = client.get(ADDRESS).content.decode()
    names = re.findall(r'<label class="visually-hidden"\s+for="id_line-\d+-text">([^<]*)</label>', html)
    assert "Line 3 of What you will do" in names
    assert len(names) == len(set(names)) == len(a_kit().job_description)


def test_browsers_may_fill_in_title_and_place(client):
    html = client.get(ADDRESS).content.decode()
    for token in ("organization-title", "organization", "address-level2", "address-level1", "country-name"):
        assert f'autocomplete="{token}"' in html


def test_like_findings_share_their_advice_and_each_keeps_its_card(client):
    page = client.post(
        ADDRESS, posted(**{"line-0-text": "You are a rockstar in [team] of [team size]."})
    ).content.decode()
    groups = re.findall(r'(?s)<li class="finding .*?</li>', page)
    of_blanks = [group for group in groups if "isn’t filled in" in group]
    assert len(of_blanks) == 1
    assert of_blanks[0].count('id="card-flag-blank-') == of_blanks[0].count("isn’t filled in") > 1
    assert of_blanks[0].count("Fill in every blank, or drop its line.") == of_blanks[0].count("<details") == 1
    assert all(group.count('id="card-') == 1 for group in groups if "<button" in group)


@pytest.mark.slow
def test_the_card_of_a_finding_is_in_the_language_of_each_page_that_shows_it(client):
    data = posted(**{"line-0-text": "You are a rockstar."})
    cards = {
        address: re.search(r'(?s)<li class="finding.*?</li>', client.post(address, data).content.decode())[0]
        for address in (ADDRESS, f"/es{ADDRESS}", ADDRESS)
    }
    english, spanish = cards[ADDRESS], cards[f"/es{ADDRESS}"]
    assert "How we check this" in english
    assert 'href="/how-we-check/#' in english
    assert "How we check this" not in spanish
    assert 'href="/es/how-we-check/#' in spanish
