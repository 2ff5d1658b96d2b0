"""A release is known by everything that decides what its pages say."""

import pytest

from web.release import read_release


@pytest.fixture
def folder(tmp_path, settings):
    """A small project."""
    for name, text in {"web/page.py": "code", "templates/base.html": "frame", "tests/test_page.py": "test"}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    settings.BASE_DIR = tmp_path
    return tmp_path


def read_afresh():
    return read_release.__wrapped__()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["web/page.py", "templates/base.html", "templates/another.html", "locale/django.mo"])
def test_it_changes_with_a_file_that_pages_are_made_of(folder, name):
    before = read_afresh()
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("changed")
    assert read_afresh() != before


@pytest.mark.slow
def test_it_stays_with_a_file_that_no_page_is_made_of(folder):
    before = read_afresh()
    (folder / "tests" / "test_page.py").write_text("changed")
    (folder / "web" / "notes.txt").write_text("changed")
    assert read_afresh() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SITE_URL", "LANGUAGE_CODE", "VERSION", "STATIC_URL"])
def test_it_changes_with_a_setting_that_stands_in_pages(folder, settings, name):
    before = read_afresh()
    setattr(settings, name, "/changed/")
    assert read_afresh() != before


def test_it_changes_with_the_names_of_static_files(folder, monkeypatch):
    before = read_afresh()
    monkeypatch.setattr(
        "web.release.staticfiles_storage", type("Storage", (), {"hashed_files": {"css/site.css": "css/site.1.css"}})
    )
    assert read_afresh() != before
