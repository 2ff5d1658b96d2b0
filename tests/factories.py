"""Plain functions that make rows and kits for tests."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.contrib.auth.models import User

from roles.kit import Kit
from roles.kit_files import read_kit
from roles.library_files import STARTER_LIBRARY
from roles.models import Edition
from roles.publishing import publish
from roles.rows import write


@cache
def technical_pm() -> Kit:
    """The fullest kit of the library."""
    return read_kit(Path(STARTER_LIBRARY) / "technical-product-manager.yaml")


def a_kit(**changes: Any) -> Kit:
    """A whole kit, with some fields changed."""
    return msgspec.structs.replace(technical_pm(), **changes)


def a_published_kit(*, note: str = "First edition", **changes: Any) -> Edition:
    """A kit in the working copy, published at once."""
    return publish(write(a_kit(**changes)), note=note)


def an_administrator() -> User:
    """Someone who may do everything."""
    return User.objects.create_superuser("ada", "ada@example.org", "correct horse battery staple")
