"""What gets into the image: everything that the site runs on, and nothing else."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.starting.dockerignore import admitted_files, is_admitted, read_rules
from tests.starting.documents import ROOT

RULES = read_rules((ROOT / ".dockerignore").read_text())


@pytest.mark.parametrize(
    ("text", "path", "admitted"),
    [
        ("", "a/b", True),
        ("a", "a", False),
        ("a", "a/b", False),
        ("a", "b/a", True),
        ("*\n!a", "a/b/c", True),
        ("*\n!a", "b", False),
        ("*\n!a/b", "a/b/c", True),
        ("*\n!a/b", "a/c", False),
        ("!a\n*", "a", False),
        ("**/c", "a/b/c", False),
        ("**/c", "c", False),
        ("*.py", "a.py", False),
        ("*.py", "a/b.py", True),
        ("# a", "a", True),
        ("a?", "ab", False),
        ("a.c", "abc", True),
    ],
)
def test_rules_are_read_as_docker_reads_them(text: str, path: str, admitted: bool) -> None:
    assert is_admitted(path, read_rules(text)) is admitted


def test_files_are_found_below_a_folder_of_which_only_a_part_is_admitted(tmp_path: Path) -> None:
    for name in ("a/in/file", "a/out/file", "b/file", "file"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".dockerignore").write_text("*\n!a/in\n")
    assert [*admitted_files(tmp_path)] == ["a/in/file"]


def test_every_file_of_what_the_settings_name_is_admitted() -> None:
    apps_of_ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == ROOT]
    named = {*apps_of_ours, ROOT / "templates", *settings.LOCALE_PATHS, *settings.STATICFILES_DIRS}
    files = [
        path for folder in named for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert len(named) >= 8
    assert len(files) > 400
    assert [path for path in files if not is_admitted(path.relative_to(ROOT).as_posix(), RULES)] == []


@pytest.mark.parametrize(
    "path",
    [".env", ".git/config", ".venv/bin/python", "var/secret-key", "rolebook.dump", "staticfiles/x.css",
     "roles/__pycache__/models.pyc", "tests/conftest.py", "docs/running.md", "deploy/nginx.conf"],
)  # fmt: skip
def test_secrets_data_and_what_the_site_does_not_run_on_stay_out(path: str) -> None:
    assert not is_admitted(path, RULES)


def imported_in(node: ast.AST) -> Iterator[str]:
    """The first parts of the names of all modules that a module imports when it runs, not only for its types."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.split(".")[0]
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from imported_in(child)


def test_imports_are_found_wherever_they_run() -> None:
    source = "import a.b\nfrom c.d import e\nif TYPE_CHECKING: import f\ndef g():\n    from h import i\nfrom . import j"
    assert [*imported_in(ast.parse(source))] == ["a", "c", "h"]


def test_what_is_admitted_imports_only_what_is_in_the_image() -> None:
    files = [*admitted_files(ROOT)]
    modules = [ast.parse((ROOT / path).read_text()) for path in files if path.endswith(".py")]
    ours = {path.split("/")[0].removesuffix(".py") for path in files}
    others = {name for module in modules for name in imported_in(module)} - ours - sys.stdlib_module_names
    locked = set(re.findall(r"(?m)^([\w.-]+)(?:\[[\w,-]+\])?==", (ROOT / "requirements.txt").read_text()))
    packages = packages_distributions()
    given = {name for name in others if any(_normal(package) in locked for package in packages.get(name, []))}
    assert len(given) > 15
    assert others == given


def _normal(package: str) -> str:
    """A package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", package).lower()
