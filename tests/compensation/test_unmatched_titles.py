"""The desk lists titles that count for no role, and one press counts one; and it takes imports back."""

from pathlib import Path

import pytest

from compensation.models.history import PayImport
from compensation.models.records import PayRecord, TitleMatch
from tests.compensation import rows
from tests.compensation.helpers import run
from tests.desk import signed_in
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/compensation/titlematch/unmatched/"
TITLES = ["Technical Product Manager II", "Lamplighter", "Technical Product Manager II", "Counted"]


@pytest.fixture
def editor(tmp_path: Path):
    a_published_kit()
    TitleMatch.objects.create(role="technical-product-manager", title="COUNTED")
    filed = [rows.lca(number, JOB_TITLE=title, EMPLOYER_NAME=f"E{number}") for number, title in enumerate(TITLES)]
    run("import_lca", rows.write_csv(tmp_path / "lca.csv", *filed))
    return signed_in("Editor")


def test_titles_are_listed_with_their_counts_most_first(editor):
    text = editor.get(ADDRESS).content.decode()
    first, second = text.index("TECHNICAL PRODUCT MANAGER II"), text.index("LAMPLIGHTER")
    assert first < second
    assert "<td>2</td>" in text[first:second]
    assert "COUNTED" not in text


def test_one_press_counts_a_title_for_the_role_that_it_names(editor):
    button = 'value="technical-product-manager:TECHNICAL PRODUCT MANAGER II"'
    assert button in editor.get(ADDRESS).content.decode()
    editor.post(ADDRESS, {"match": "technical-product-manager:TECHNICAL PRODUCT MANAGER II"})
    assert TitleMatch.objects.filter(role="technical-product-manager", title="TECHNICAL PRODUCT MANAGER II").exists()
    assert button not in editor.get(ADDRESS).content.decode()


def test_the_figures_follow_the_titles_at_a_press(editor, monkeypatch):
    monkeypatch.setattr("compensation.desk.titles.refresh_summaries", lambda: 1234)
    page = editor.post(f"{ADDRESS}?q=lamp", {"work_out": "1"}, follow=True)
    assert "1,234 pay figures are up to date" in page.content.decode()
    assert page.redirect_chain[0][0] == f"{ADDRESS}?q=lamp"


def test_a_chosen_role_has_a_button_beside_every_title(editor):
    text = editor.get(ADDRESS, {"q": "lamp", "role": "technical-product-manager"}).content.decode()
    assert 'value="technical-product-manager:LAMPLIGHTER"' in text
    assert "MANAGER II" not in text


def test_a_role_that_is_not_there_counts_nothing(editor):
    text = editor.post(ADDRESS, {"match": "nobody:LAMPLIGHTER"}, follow=True).content.decode()
    assert "There is no such role." in text
    assert TitleMatch.objects.count() == 1


def test_an_author_may_not_match_titles():
    assert signed_in("Author").get(ADDRESS).status_code == 403


def test_the_list_of_matches_leads_there(editor):
    assert ADDRESS in editor.get("/admin/compensation/titlematch/").content.decode()


@pytest.mark.slow
def test_an_import_is_listed_and_taken_back(editor):
    number = PayImport.objects.get().pk
    address = "/admin/compensation/payimport/"
    assert "lca.csv" in editor.get(address).content.decode()
    text = editor.post(address, {"action": "take_back", "_selected_action": [number]}, follow=True).content.decode()
    assert f"Import {number} has been undone" in text
    assert not PayRecord.objects.exists()
    text = editor.post(address, {"action": "take_back", "_selected_action": [number]}, follow=True).content.decode()
    assert f"There is no import {number} to undo." in text
