"""DATABASE_URL as Django's settings."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import postgres


def test_an_address_becomes_settings() -> None:
    assert postgres.server_at("postgresql://ann:p%40ss@db.example:5433/rolebook?sslmode=require") == {
        "ENGINE": "config.postgres",
        "NAME": "rolebook",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_socket_needs_no_host() -> None:
    settings = postgres.server_at("postgres:///rolebook?host=/run/postgresql")
    assert (settings["NAME"], settings["HOST"], settings["OPTIONS"]) == ("rolebook", "/run/postgresql", {})


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("mysql://ann:hush@db.example/rolebook", "Write it as postgresql://"),
        ("postgresql://ann:hush@db.example/rolebook?colour=red", "Write it as postgresql://"),
        ("postgresql://ann:hush@db.example", "End it with /name"),
    ],
)
def test_a_bad_address_is_refused_without_its_password(url: str, advice: str) -> None:
    with pytest.raises(ImproperlyConfigured) as error:
        postgres.server_at(url)
    assert advice in str(error.value)
    assert "hush" not in str(error.value)
