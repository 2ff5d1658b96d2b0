"""Tests that sleep, or that can't fail, are refused. What is found is what the source of a test says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# Where a pause may stand, each with the reason.
MAY_SLEEP = {
    "waiting.py": "looks again and again for what another process does",
    "web/tasks.py": "sleeps in the place of a task that takes too long",
}
SLEEPS = {"sleep", "wait_for_timeout"}
ALWAYS_TRUE = (ast.GeneratorExp, ast.Lambda, ast.JoinedStr)  # whatever is in them


def find_sleeps(tree: ast.AST) -> Iterator[int]:
    """The lines that call time.sleep() or what is like it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in SLEEPS:
            yield node.lineno


def find_weak_assertions(tree: ast.AST) -> Iterator[int]:
    """The lines whose assertion holds whatever the code does, or may hold for another reason than the one meant."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _is_weak(node.test):
            yield node.lineno


def _is_weak(said: ast.expr) -> bool:
    if isinstance(said, ast.BoolOp):
        return isinstance(said.op, ast.Or) or any(map(_is_weak, said.values))
    if isinstance(said, ast.Constant):
        return bool(said.value)
    if isinstance(said, ast.Tuple | ast.List | ast.Set):
        return bool(said.elts)
    return isinstance(said, ALWAYS_TRUE)


def sources() -> dict[str, ast.Module]:
    """Every module of the tests by its path."""
    return {path.relative_to(TESTS).as_posix(): ast.parse(path.read_text()) for path in TESTS.rglob("*.py")}


@pytest.mark.slow
def test_no_test_sleeps() -> None:
    found = {name: lines for name, tree in sources().items() if (lines := [*find_sleeps(tree)])}
    assert {*found} == {*MAY_SLEEP}, found


@pytest.mark.slow
def test_every_assertion_can_fail_for_one_reason() -> None:
    every = sources()
    assert len(every) > 150
    assert {name: lines for name, tree in every.items() if (lines := [*find_weak_assertions(tree)])} == {}


@pytest.mark.parametrize("source", ["time.sleep(1)", "sleep(1)", "page.wait_for_timeout(5)"])
def test_a_sleep_is_found(source: str) -> None:
    assert [*find_sleeps(ast.parse(source))] == [1]


@pytest.mark.parametrize("source", ["wait_until(found)", "sleep = 1", "'time.sleep(1)'"])
def test_what_is_no_sleep_is_let_through(source: str) -> None:
    assert [*find_sleeps(ast.parse(source))] == []


@pytest.mark.parametrize(
    "said",
    ["found or True", "found.hits or word in closest", "a and (b or c)", "(x for x in y)", "[x == 1]", "(a == b, 'c')",
     "'text'", "f'{x}'", "lambda: x", "True"],
)  # fmt: skip
def test_a_weak_assertion_is_found(said: str) -> None:
    assert [*find_weak_assertions(ast.parse(f"assert {said}"))] == [1]


@pytest.mark.parametrize("said", ["found == []", "all(found)", "a and b", "not found", "[x for x in y if x]", "False"])
def test_an_assertion_that_can_fail_is_let_through(said: str) -> None:
    assert [*find_weak_assertions(ast.parse(f"assert {said}"))] == []
