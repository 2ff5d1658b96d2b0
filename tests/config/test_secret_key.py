"""The key of a site that was given none."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import secret_key


def test_it_is_made_once(tmp_path: Path) -> None:
    key = secret_key.read_or_make_key(tmp_path / "data" / "secret-key")
    assert len(key) >= 50
    assert secret_key.read_or_make_key(tmp_path / "data" / "secret-key") == key
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret-key"]


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    secret_key.read_or_make_key(tmp_path / "secret-key")
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_two_sites_have_two_keys(tmp_path: Path) -> None:
    assert secret_key.read_or_make_key(tmp_path / "a") != secret_key.read_or_make_key(tmp_path / "b")


def test_a_place_that_cannot_hold_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY isn't set and .*secret-key can't be used"):
        secret_key.read_or_make_key(tmp_path / "file" / "secret-key")
