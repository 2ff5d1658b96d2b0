"""Every setting that the code reads is in .env.example and docs/settings.md, and nothing else is."""

import ast
import re
from functools import cache

from django.conf import settings

READERS = {
    f"read_{kind}"
    for kind in ("text", "secret", "flag", "choice", "folder", "number", "site_address", "words", "mailer")
}


def read_in(source: str) -> set[str]:
    """The names that a module reads through config.env."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.func.attr in READERS
        and isinstance(call.args[0], ast.Constant)
    }


@cache
def read_by_the_site() -> set[str]:
    modules = [path for path in settings.BASE_DIR.glob("[!.]*/**/*.py") if "tests" not in path.parts]
    sources = (module.read_text() for module in modules)
    return set().union(*(read_in(source) for source in sources if "env." in source))


def test_the_search_finds_what_a_module_reads() -> None:
    assert read_in('a = env.read_text("A")\nif env.read_flag("B", default=True): pass\nother.read_text("C")') == {
        "A",
        "B",
    }


def test_env_example_is_complete_and_has_no_extra() -> None:
    text = (settings.BASE_DIR / ".env.example").read_text()
    assert set(re.findall(r"(?m)^([A-Z_]+)=", text)) == read_by_the_site()


def test_the_table_of_settings_is_complete_and_has_no_extra() -> None:
    text = (settings.BASE_DIR / "docs" / "settings.md").read_text()
    assert set(re.findall(r"(?m)^\| `([A-Z_]+)` \|", text)) == read_by_the_site()


def test_the_version_is_the_newest_of_the_change_log() -> None:
    assert f"## {settings.VERSION}\n" in (settings.BASE_DIR / "CHANGELOG.md").read_text()
