"""What every test has at hand. The network is closed but for this machine (pyproject.toml)."""

import copy
import gc
import lzma
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from django.db import connection, transaction
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from django.template import Context, Template
from django.test import RequestFactory, client
from django.test.client import MULTIPART_CONTENT
from django.test.utils import ContextList
from django.utils.http import urlencode
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from company.site import note_changes
from compensation.imports.oews import shipped as survey_store
from occupations.find import list_title_words
from roles.models.edition import note_translations, show_roles
from web.page import set_look

if TYPE_CHECKING:
    from config.postgres.base import DatabaseWrapper

# A property may take its time: how long it takes says more about the machine than about the code.
settings.register_profile("few", deadline=None, max_examples=12)
settings.register_profile("many", deadline=None)
settings.load_profile("few")  # unless --hypothesis-profile names the other

# The nation, Texas, Colorado, Austin and Denver.
SMALL_SURVEY_AREAS = {"0000000", "4800000", "0800000", "0012420", "0019740"}

SLOW_FOLDERS = [Path(__file__).parent / name for name in ("faults", "hostile", "starting")]
FORM = "application/x-www-form-urlencoded"

pytest_plugins = ["tests.browser", "tests.library_site", "tests.outcomes"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --seed, from which on tests that do things by chance count their runs."""
    parser.addoption("--seed", type=int, default=0, help="the seed of the first run of tests that act by chance")


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what drives Chromium, journeys aside, and what SLOW_FOLDERS hold."""
    for item in items:
        in_chromium = item.get_closest_marker("browser") and not item.get_closest_marker("journey")
        if in_chromium or _is_in_slow_folder(item.path):
            item.add_marker(pytest.mark.slow)


@cache
def _is_in_slow_folder(path: Path) -> bool:
    return not set(SLOW_FOLDERS).isdisjoint(path.parents)


def pytest_collection_finish() -> None:
    """Take what was collected out of the garbage collector's rounds, half a million objects that stay to the end, and
    let it go round less often.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Forget a pool that a test without a database has made: it would connect to the database of the usual name."""
    cast("DatabaseWrapper", connection).close_pool()


@pytest.fixture(scope="session", autouse=True)
def _forms_as_browsers_send_them() -> Iterator[None]:
    """Send forms without files as browsers do: Django's client writes each field as a part of its own, which takes the
    site longer to read than a page of four hundred fields takes it to answer.
    """
    post = RequestFactory.post

    def post_form(
        sender: RequestFactory, path: str, data: Any = None, content_type: str = MULTIPART_CONTENT, **more: Any
    ) -> Any:
        if content_type == MULTIPART_CONTENT and not _has_file(data or {}):
            data, content_type = urlencode(data or {}, doseq=True), FORM
        return post(sender, path, data, content_type, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RequestFactory, "post", post_form)
        yield


@pytest.fixture(scope="session", autouse=True)
def _context_of_the_page() -> Iterator[None]:
    """Give an answer the context of its page alone: Django's client copies that of each part and field too."""

    def store(kept: dict[str, Any], template: Template, context: Context, **_: object) -> None:
        kept.setdefault("templates", []).append(template)
        if "context" not in kept:
            kept["context"] = ContextList([copy.copy(context)])  # type: ignore[arg-type] # as Django does

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "store_rendered_templates", store)
        yield


def _has_file(data: dict[str, object]) -> bool:
    values = (value if isinstance(value, list | tuple) else [value] for value in data.values())
    return any(hasattr(value, "read") for each in values for value in each)


@pytest.fixture(scope="session")
def small_survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped figures of a few places: the whole would take each test that loads them two seconds."""
    folder = tmp_path_factory.mktemp("survey")
    columns = lzma.decompress((survey_store.SURVEY_FOLDER / survey_store.SURVEY_FILE).read_bytes()).decode().split()
    rows = zip(*(column.split(",") for column in columns), strict=True)
    area = survey_store.COLUMNS.index("area_id")
    kept = zip(*(row for row in rows if row[area] in SMALL_SURVEY_AREAS), strict=True)
    text = "".join(",".join(column) + "\n" for column in kept)
    (folder / survey_store.SURVEY_FILE).write_bytes(lzma.compress(text.encode(), preset=0))
    for name in survey_store.NAME_FILES:
        (folder / name).write_bytes((survey_store.SURVEY_FOLDER / name).read_bytes())
    return folder


@pytest.fixture(autouse=True)
def _few_places(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load the small survey, unless a test asks for all of it."""
    uses_database = "db" in request.fixturenames or "django_db" in request.keywords
    if uses_database and "whole_survey" not in request.keywords:
        monkeypatch.setattr(survey_store, "SURVEY_FOLDER", request.getfixturevalue("small_survey"))


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, small_survey: Path) -> Iterator[None]:
    """The database for rows that the tests of a module share: a fixture of the module that asks for this one writes
    them once, with the small survey, and they go after the last test. What a test changes goes after that test.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(survey_store, "SURVEY_FOLDER", small_survey)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _no_pages_of_another_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep the pages of a test that shares rows apart from those that the tests before made of the same rows."""
    if "module_db" in request.fixturenames:
        set_look(request.node.nodeid)
    yield
    set_look(None)


@pytest.fixture(autouse=True)
def _no_words_of_another_test() -> None:
    """Forget the words of the titles that the test before has stored."""
    list_title_words.cache_clear()


@pytest.fixture(autouse=True)
def _no_company_of_another_test() -> None:
    """Forget the company that the test before gave the site."""
    note_changes(0)
    show_roles(())
    note_translations("")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End the sessions that a thread of a live server has left, which would keep the tests' database from going.

    Where no test of a run asks for a database, none is made for it: then the sessions are those of whoever else uses
    the database of the usual name, such as the other process of this run.
    """
    yield
    if not str(connection.settings_dict["NAME"]).startswith(TEST_DATABASE_PREFIX):
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
