"""Imports point down only, from config to web."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What each layer may import of ours, besides itself.
MAY_IMPORT = {
    "config": {"config", "packs", "interviews", "compensation", "roles", "occupations", "company", "web"},
    "packs": {"packs", "interviews", "compensation", "roles", "occupations", "company", "web"},
    "interviews": {"interviews", "roles", "occupations", "company", "web"},
    "compensation": {"compensation", "roles", "occupations", "company", "web"},
    "roles": {"roles", "occupations", "company", "web"},
    "occupations": {"occupations", "web"},
    "company": {"company", "web"},
    "web": {"web"},
}
# Rooms that work on values: they know no page and no row of the database.
ROOMS_OF_VALUES = [
    "packs/documents",
    "packs/review",
    "packs/pay_law",
    "packs/reading",
    "roles/kit",
    "occupations/imports",
]
PAGES_AND_ROWS = {"pages", "views", "forms", "admin", "models", "db"}


@cache
def imported(source: str) -> frozenset[str]:
    """The modules that a Python text imports, and the names that it imports from them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def breaches(layer: str, source: str) -> set[str]:
    """What a text in a layer imports of ours and must not."""
    ours = {name for name in imported(source) if name.split(".")[0] in {*MAY_IMPORT, "tests", "bench"}}
    return {name for name in ours if name.split(".")[0] not in MAY_IMPORT[layer]}


def modules(layer: str) -> list[Path]:
    return [path for path in (ROOT / layer).rglob("*.py") if "migrations" not in path.parts]


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_those_below(layer):
    assert len(modules(layer)) > 3
    found = {str(path): breaches(layer, path.read_text()) for path in modules(layer)}
    assert {path: names for path, names in found.items() if names} == {}


def test_documents_know_no_django():
    paths = [*(ROOT / "packs" / "documents").glob("*.py")]
    assert len(paths) > 5
    for path in paths:
        assert not {name for name in imported(path.read_text()) if name.split(".")[0] == "django"}, path


@pytest.mark.parametrize("room", ROOMS_OF_VALUES)
def test_a_room_of_values_knows_no_page_and_no_row(room):
    paths = [*(ROOT / room).rglob("*.py")]
    assert len(paths) > 3
    for path in paths:
        assert not {name for name in imported(path.read_text()) if PAGES_AND_ROWS.intersection(name.split("."))}, path


def test_a_breach_is_seen():
    assert breaches("roles", "from packs.forms import LineForm\nimport interviews.models") == {
        "packs.forms.LineForm",
        "interviews.models",
    }
    assert breaches("packs", "from roles.kit.value import Kit\nimport django") == set()
