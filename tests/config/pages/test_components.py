"""The page of components shows every component, cut out of the site's own pages."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from compensation import shipped
from compensation.pay_law.table import add_missing, shipped_rules
from config.pages.components import show_components
from config.pages.specimens import COMPONENTS, PAGES
from packs.models import Pack
from roles.kit.files import read_kit
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.factories import store_shipped_occupations

pytestmark = pytest.mark.django_db
SHEETS = sorted((Path(settings.BASE_DIR) / "static/css/components").glob("*.css"))


# Written by a script, and on pages that no test library is large enough for.
ELSEWHERE = {"drag-handle", "is-gathered", "pagination", "range-withheld", "page-break"}


@pytest.fixture(scope="module")
def shown(module_db):
    shipped.load_shipped()
    add_missing(shipped_rules())
    store_shipped_occupations()
    for slug in ("product-manager", "product-designer", "technical-program-manager", "technical-product-manager"):
        publish_role(save_kit(read_kit(STARTER_LIBRARY / f"{slug}.yaml")), note="First edition")
    return show_components(RequestFactory().get("/components/")).content.decode()


def test_every_style_sheet_has_its_component():
    assert sorted(COMPONENTS) == [sheet.stem for sheet in SHEETS]


def test_every_page_serves_a_specimen():
    assert {cut.page for specimens in COMPONENTS.values() for cut in specimens} == set(PAGES)


def test_nothing_is_missing_and_no_id_stands_twice(shown):
    assert shown.count('class="specimen-cut"') == sum(map(len, COMPONENTS.values())) > 60
    assert "Not on the site now" not in shown
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


def test_every_class_of_the_style_sheets_is_shown(shown):
    on_the_page = {name for names in re.findall(r'class="([^"]+)"', shown) for name in names.split()}
    missing = {}
    for sheet in SHEETS:
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        styled = set(re.findall(r"\.([a-z][a-z-]*[a-z0-9])", rules))
        missing[sheet.name] = styled - on_the_page - ELSEWHERE
    assert {name: names for name, names in missing.items() if names} == {}


def test_nothing_of_it_stays(shown):
    assert not Pack.objects.exists()


def test_it_is_not_there_without_debug(client):
    assert client.get("/components/").status_code == 404
