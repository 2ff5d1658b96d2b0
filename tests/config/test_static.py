"""Static files as they are served."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from config import static

SHEETS = {
    "css/site.css": '@layer base, parts;\n@import url("base.css") layer(base);\n'
    '@import url("parts/chip.css") layer(parts);\n',
    "css/base.css": "body { margin: 0 }\n",
    "css/parts/chip.css": '.chip { background: url("../../img/mark.svg") }\n',
    "img/mark.svg": "<svg/>",
}


@pytest.fixture
def source(tmp_path: Path, settings: Settings) -> Path:
    for name, text in SHEETS.items():
        file = tmp_path / "source" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = tmp_path / "served"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.static.Storage"}}
    return tmp_path / "source"


def served(name: str) -> Path:
    names = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text())["paths"]
    return Path(settings.STATIC_ROOT) / names[name]


def test_a_page_needs_one_sheet_with_every_layer_in_its_place(source: Path) -> None:
    static.collect_static()
    sheet = served("css/site.css").read_text()
    assert "@import" not in sheet
    assert sheet.startswith("@layer base, parts;\n@layer base {\nbody { margin: 0 }\n}\n")
    assert f'url("../img/{served("img/mark.svg").name}")' in sheet


def test_the_sheet_is_named_by_its_parts_and_compressed(source: Path) -> None:
    static.collect_static()
    before = served("css/site.css")
    assert before.with_name(before.name + ".br").exists()
    (source / "css/base.css").write_text("body { margin: 1px }\n")
    static.collect_static()
    assert served("css/site.css") != before


def test_a_sheet_that_is_not_there_stops_the_collection(source: Path) -> None:
    (source / "css/base.css").unlink()
    with pytest.raises(KeyError, match=r"css/base\.css"):
        static.collect_static()


def test_unchanged_files_are_not_collected_again(source: Path) -> None:
    static.collect_static()
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    manifest.write_text("{}")
    static.collect_static()
    assert manifest.read_text() == "{}"


@pytest.mark.slow
def test_the_sites_own_sheet_is_joined(tmp_path: Path, settings: Settings) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.static.Storage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    sheet = served("css/rest.css").read_text()
    assert "@import" not in sheet
    assert "@layer components {" in sheet
