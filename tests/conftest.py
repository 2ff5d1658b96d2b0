"""What every test has at hand. The network is closed but for this machine (pyproject.toml)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pytest
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from config.postgres.base import DatabaseWrapper

# A property may take its time: how long it takes says more about the machine than about the code.
settings.register_profile("few", deadline=None, max_examples=12)
settings.register_profile("many", deadline=None)
settings.load_profile("few")  # unless --hypothesis-profile names the other

pytest_plugins = ["tests.browser", "tests.library_site", "tests.outcomes"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Forget a pool that a test without a database has made: it would connect to the database of the usual name."""
    cast("DatabaseWrapper", connection).close_pool()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End the sessions that a thread of a live server has left, which would keep the tests' database from going."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
