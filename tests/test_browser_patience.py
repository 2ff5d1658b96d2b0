"""Browser tests wait by one setting and for what a press leads to, so that a busy machine fails none of them."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

OWN_PATIENCE = re.compile(
    r"timeout=|\bset_default\w*timeout\(|wait_for_timeout|new_context\(|browser\.new_page\(|\bsleep\("
)
PRESSES = {"click", "check", "press"}
TESTS = Path(__file__).parent


def browser_modules() -> list[Path]:
    """The modules that drive Chromium."""
    return [path for path in TESTS.rglob("*.py") if "playwright" in path.read_text() or "browser" in path.name]


def find_hasty_looks(tree: ast.AST) -> Iterator[int]:
    """The lines that look once, or go to another page, right after a press: what it leads to may not be there yet."""
    for node in ast.walk(tree):
        if isinstance(body := getattr(node, "body", None), list):
            yield from (after.lineno for before, after in pairwise(body) if _is_press(before) and _is_hasty(after))


def _is_press(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr in PRESSES and not isinstance(call.func.value, ast.Name)  # a Name waits by itself


def _is_hasty(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assert) or ".goto(" in ast.unparse(statement).partition("\n")[0]


def test_no_browser_test_has_a_patience_of_its_own():
    modules = browser_modules()
    assert len(modules) > 8
    own = {path.name for path in modules if OWN_PATIENCE.search(path.read_text())}
    assert own - {"browser.py", Path(__file__).name} == set()


@pytest.mark.parametrize("wait", ["page.wait_for(timeout=5)", "page.set_default_timeout(5)", "browser.new_context()"])
def test_a_patience_of_its_own_is_seen(wait):
    assert OWN_PATIENCE.search(wait)


def test_no_browser_test_looks_once_right_after_a_press():
    looks = {path.name: [*find_hasty_looks(ast.parse(path.read_text()))] for path in browser_modules()}
    assert {name: lines for name, lines in looks.items() if lines} == {}


@pytest.mark.parametrize("after", ["assert page.url", "page.goto('/')", "answer = page.goto('/')"])
def test_a_hasty_look_is_found(after):
    assert [*find_hasty_looks(ast.parse(f"page.get_by_role('button').click()\n{after}"))] == [2]


@pytest.mark.parametrize(
    "after", ["expect(page).to_have_url('/')", "with page.expect_response('/'):\n    page.goto('/')"]
)
def test_a_wait_after_a_press_is_let_through(after):
    assert [*find_hasty_looks(ast.parse(f"page.get_by_role('button').click()\n{after}"))] == []
