"""What travels within every page, so that the first screen waits for no second request."""

import re

import pytest
from django.conf import settings

from config.first_paint import hash_for_policy, read_script, read_styles, squeeze_styles
from tests.factories import a_published_kit
from tests.heading_font import FONT, LICENSE, build_font


@pytest.mark.django_db
@pytest.mark.parametrize("element", ["style", "script"])
def test_the_policy_knows_what_travels_within_the_page(client, element):
    a_published_kit()
    answer = client.get("/roles/technical-product-manager/")
    within = re.findall(rf"<{element}>(.*?)</{element}>", answer.content.decode(), re.DOTALL)
    assert len(within) == 1
    assert hash_for_policy(within[0]) in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_page_asks_for_the_other_styles_after_its_content(client):
    html = client.get("/roles/").content.decode()
    assert html.index("</main>") < html.index("css/rest")


@pytest.mark.django_db
def test_the_workbench_asks_for_all_styles_first(client):
    a_published_kit()
    html = client.get("/roles/technical-product-manager/job-description/").content.decode()
    assert html.index("css/rest") < html.index("<body")
    assert html.count("css/rest") == 1


def test_imported_sheets_stand_in_their_layers(tmp_path):
    (tmp_path / "a.css").write_text("a { color: red }")
    (tmp_path / "first.css").write_text('@layer x;\n@import url("a.css") layer(x);\n')
    assert read_styles(tmp_path / "first.css") == "@layer x;@layer x{a{color: red}}"


@pytest.mark.parametrize(
    ("css", "squeezed"),
    [
        ("/* why */ a { color: red; }", "a{color: red;}"),
        ("a > b,\n  c :hover { margin: 0 1px }", "a>b,c :hover{margin: 0 1px}"),
        ("a { inline-size: calc(1px + 2px) }", "a{inline-size: calc(1px + 2px)}"),
    ],
)
def test_styles_are_squeezed_without_a_change_of_meaning(css, squeezed):
    assert squeeze_styles(css) == squeezed


def test_a_script_loses_its_comments(tmp_path):
    (tmp_path / "a.js").write_text("// why\n{\n  f();\n}\n")
    assert read_script(tmp_path / "a.js") == "{f();}"


def test_what_travels_within_the_page_stays_small():
    assert 10_000 < len(settings.FIRST_STYLES) < 28_000
    assert "</" not in settings.FIRST_STYLES + settings.FIRST_SCRIPT


@pytest.mark.slow
def test_the_font_is_what_its_package_gives_and_brings_its_license():
    assert FONT.read_bytes() == build_font()
    assert "SIL Open Font License" in LICENSE.read_text()
