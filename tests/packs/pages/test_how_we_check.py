"""The page of the checks says what they really do."""

import pytest
from django.test import Client

from packs.pages.how_we_check import MEASURES, build_example, view_checks
from packs.review.checks import ALL_CHECKS
from packs.review.sources import PROFILES, REVIEW_SOURCES


@pytest.fixture
def html(client: Client) -> str:
    return client.get("/how-we-check/").content.decode()


def test_it_is_a_library_page_without_a_cookie(client: Client):
    response = client.get("/how-we-check/")
    assert response.status_code == 200
    assert not response.cookies
    again = client.get("/how-we-check/", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_it_names_every_check_with_what_it_looks_for(html: str):
    for check in ALL_CHECKS:
        assert f'id="check-{check.id}"' in html
        assert check.name.replace("'", "&#x27;") in html
    assert html.count('<article class="check"') == len(ALL_CHECKS)


def test_it_shows_every_profile_and_every_source(html: str):
    for profile in PROFILES.values():
        assert profile.says in html
    for source in REVIEW_SOURCES.values():
        assert f'id="source-{source.slug}"' in html
        assert source.caveat.replace("'", "&#x27;").replace('"', "&quot;") in html
    assert {profile.measure for profile in PROFILES.values()} == set(MEASURES)


def test_every_link_inside_the_page_leads_somewhere(html: str):
    links = {part.split('"')[0] for part in html.split('href="#')[1:]}
    assert all(f'id="{link}"' in html for link in links)
    assert len(links) > 10


def test_its_examples_are_what_the_checks_find():
    groups = view_checks().groups
    entries = [entry for _, entries in groups for entry in entries]
    assert len(entries) == len(ALL_CHECKS)
    for entry in entries:
        assert entry.raises.findings == list(entry.check.run_check(entry.check.raises))
        assert entry.raises.findings
        assert not entry.passes.findings


def test_a_long_example_is_cut_and_says_how_long_it_is():
    check = next(check for check in ALL_CHECKS if check.id == "length-words")
    (line,) = build_example(check, check.raises).lines
    assert line.is_cut
    assert len(line.segments[0].text) <= 240
