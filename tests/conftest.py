"""What every test has at hand. The network is closed but for this machine (pyproject.toml)."""

from typing import TYPE_CHECKING, cast

import pytest
from django.db import connection
from hypothesis import settings

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
