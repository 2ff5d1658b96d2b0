"""Imports point down only, from config to web."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What each floor may import of ours, besides itself.
MAY_IMPORT = {
    "config": {"config", "packs", "interviews", "compensation", "roles", "web"},
    "packs": {"packs", "interviews", "compensation", "roles", "web"},
    "interviews": {"interviews", "roles", "web"},
    "compensation": {"compensation", "roles", "web"},
    "roles": {"roles", "web"},
    "web": {"web"},
}


def imported(source: str) -> set[str]:
    """The modules that a Python text imports."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return modules


def breaches(floor: str, source: str) -> set[str]:
    """What a text on a floor imports of ours and must not."""
    ours = {module for module in imported(source) if module.split(".")[0] in {*MAY_IMPORT, "tests", "bench"}}
    return {module for module in ours if module.split(".")[0] not in MAY_IMPORT[floor]}


def modules(floor: str) -> list[Path]:
    return [path for path in (ROOT / floor).rglob("*.py") if "migrations" not in path.parts]


@pytest.mark.parametrize("floor", MAY_IMPORT)
def test_a_floor_imports_only_those_below(floor):
    assert len(modules(floor)) > 3
    found = {str(path): breaches(floor, path.read_text()) for path in modules(floor)}
    assert {path: names for path, names in found.items() if names} == {}


def test_documents_know_no_django():
    paths = [*(ROOT / "packs" / "documents").glob("*.py")]
    assert len(paths) > 5
    for path in paths:
        assert not {name for name in imported(path.read_text()) if name.split(".")[0] == "django"}, path


def test_a_breach_is_seen():
    assert breaches("roles", "from packs.forms import LineForm\nimport interviews.models") == {
        "packs.forms",
        "interviews.models",
    }
    assert breaches("packs", "from roles.kit import Kit\nimport django") == set()
