"""Every regular expression of the site's own code, and texts that each may find hard."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from inspect import getsource
from re import _constants as sre  # type: ignore[attr-defined,unused-ignore]
from re import _parser as parser  # type: ignore[attr-defined,unused-ignore]
from types import FunctionType, ModuleType
from typing import Any

import msgspec

from tests.measure import LAYERS

PACKAGES = ("bench", *LAYERS)
CALLS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"}
# What has made an expression of somebody slow: a unit that is written again and again.
UNITS = [
    " ", "\t", "\n", "\u00a0", "!", ".", "?", "/", "-", "_", "*", "#", "`", "~", "|", "&", "[", "]", "(", "{{", "}}",
    "<", ">", "<p ", "<!--", "<![", "</", "&#", "a", "A", "1", "1,", "1 ", "a ", "A ", "A b ", "a-", "a.", "a'", "a1",
    "1a", "1.", "\"", "- ", "* ", "> ", "1. ", "\n- ", "\r\n", "I", "X", "0", "é", "$1", "http://", "www.", "[a]", "[a",
    "a/", "...", "a b-",
]  # fmt: skip
ENDS = ("", "\0")
MOST_SAMPLES = 60
DEEPEST = 6


def modules() -> Iterator[ModuleType]:
    """Every module of the site but its migrations and commands that run on import."""
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            if ".migrations" not in found.name and not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def expressions() -> dict[str, re.Pattern[str]]:
    """Every expression by where it was found first: values of modules and classes at any depth, and literal calls."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in modules():
        seen: set[int] = set()
        for pattern in [*_held(vars(module), module.__name__, seen), *_called(module)]:
            found.setdefault((pattern.pattern, pattern.flags), (module.__name__, pattern))
    return {
        f"{name} {pattern.pattern[:60]!r} {number}": pattern for number, (name, pattern) in enumerate(found.values())
    }


def _held(value: Any, module: str, seen: set[int], depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The expressions within a value: those of containers, classes, instances of our own, defaults and closures."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    if depth > DEEPEST or id(value) in seen:
        return
    seen.add(id(value))
    for part in _parts(value, module):
        yield from _held(part, module, seen, depth + 1)


def _parts(value: Any, module: str) -> Iterable[Any]:
    if isinstance(value, dict):
        return [*value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return [*value]
    if isinstance(value, FunctionType) and value.__module__ == module:
        cells = [cell.cell_contents for cell in value.__closure__ or () if cell != type(cell)()]
        return [*cells, *(value.__defaults__ or ()), getattr(value, "__wrapped__", None)]
    if isinstance(value, type) and value.__module__ == module:
        return [*vars(value).values()]
    if isinstance(value, msgspec.Struct):
        return [getattr(value, name) for name in value.__struct_fields__]
    return []


def _called(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """The expressions that stand as plain words in a call such as re.sub("a+", ...)."""
    try:
        tree = ast.parse(getsource(module))
    except OSError:  # an empty file
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            first = node.args[0] if node.args else None
            if (
                ast.unparse(node.func.value) == "re"
                and isinstance(first, ast.Constant)
                and isinstance(first.value, str)
            ):
                yield re.compile(first.value)


def hard_texts(pattern: re.Pattern[str]) -> Iterator[Callable[[int], str]]:
    """Makers of texts of a size: each unit, of the fixed list or of the expression's own tree, again and again."""
    for start, unit in units(pattern):
        for end in ENDS:
            yield partial(repeated, start, unit, end)


def repeated(start: str, unit: str, end: str, size: int) -> str:
    """A text of about a size that repeats a unit between a start and an end."""
    return start + unit * ((size - len(start)) // len(unit)) + end


def units(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Starts and the units that follow them: what leads up to each repeat, then one turn of it."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    own = [*dict.fromkeys(_turns([*tree], ""))]
    step = max(1, len(own) // MOST_SAMPLES)
    return [("", unit) for unit in UNITS] + own[::step]


def _turns(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """(start, unit) of every repeat and every near miss within a part of the tree that follows `before`."""
    start = before
    for operator, argument in items:
        sample = _sample([(operator, argument)])
        if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = argument
            unit = _sample([*inner])
            if most > 1 and unit:
                yield from ((start, unit), ("", unit), ("", start + unit), ("", f"{start} "))
            yield from _turns([*inner], start)
        elif operator is sre.SUBPATTERN:
            yield from _turns([*argument[3]], start)
        elif operator is sre.BRANCH:
            for branch in argument[1]:
                yield from _turns([*branch], start)
        elif operator is sre.ATOMIC_GROUP:
            yield from _turns([*argument], start)
        start += sample
    if before == "" and start:
        yield "", start
        if len(start) > 1:
            yield from (("", start[:-1]), ("", start + " "))


def _sample(items: list[Any]) -> str:
    """A text that a part of the tree matches, as short as its repeats allow but each at least once."""
    return "".join(_one(operator, argument) for operator, argument in items)


def _one(operator: Any, argument: Any) -> str:  # noqa: PLR0911 a kind of node for each
    match operator:
        case sre.LITERAL:
            return chr(argument)
        case sre.NOT_LITERAL:
            return "a" if argument != ord("a") else "b"
        case sre.ANY:
            return "a"
        case sre.IN:
            return _member(argument)
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return _sample([*argument[2]]) * max(1, min(argument[0], 10))
        case sre.SUBPATTERN:
            return _sample([*argument[3]])
        case sre.ATOMIC_GROUP:
            return _sample([*argument])
        case sre.BRANCH:
            return _sample([*argument[1][0]])
    return ""  # places between characters and back references


_CLASSES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip


def _member(choices: list[Any]) -> str:
    """A character of a class."""
    if choices[0][0] is sre.NEGATE:
        expression = parser.SubPattern(parser.State(), [(sre.IN, choices)])
        compiled = re._compiler.compile(expression)  # type: ignore[attr-defined,unused-ignore]
        return next(letter for letter in 'a 1!-\n<"' if compiled.match(letter))
    operator, argument = choices[0]
    if operator is sre.LITERAL:
        return chr(argument)
    return chr(argument[0]) if operator is sre.RANGE else _CLASSES[argument]
