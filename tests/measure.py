"""`make measure`: how the code is cut into folders, modules and names, with the most that each figure may be.

It reads the source and imports none of it. Migrations and the tests themselves are left out. `--list` names what is
behind the figures.
"""

import argparse
import ast
import graphlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("config", "packs", "interviews", "compensation", "roles", "occupations", "company", "web")
PREVIEW = "packs.pages.job_description.views"
# Methods whose names a library gives: it calls them on a class that is derived from one of its own.
DICTATED_METHODS = frozenset(
    ("clean", "format", "formfield", "handle", "items", "lastmod", "load", "location", "ready", "render", "runshell")
)
# Names that Django or a library looks for in a module, each of which may stand in many.
DICTATED_NAMES = frozenset(("Command", "DatabaseWrapper", "Meta", "Migration", "app_name", "register", "urlpatterns"))
DICTATED_MODULES = ("config.formats", "config.gunicorn")  # every name in them is one of Django's or gunicorn's settings

type Graph = Mapping[str, frozenset[str]]


class Figure(NamedTuple):
    """A figure and the most that it may be; None is without limit."""

    name: str
    value: float
    most: float | None
    unit: str = ""

    @property
    def is_exceeded(self) -> bool:
        """Whether it is more than it may be."""
        return self.most is not None and self.value > self.most

    def __str__(self) -> str:
        limit = "" if self.most is None else f"  at most {self.most:g}{self.unit}"
        value = f"{self.value:.1f}".removesuffix(".0") + self.unit
        return f"{self.name:46}{value:>8}{limit}{'  TOO MUCH' if self.is_exceeded else ''}"


class Module(NamedTuple):
    """A module of ours: its dotted name, its path and its source as a tree."""

    name: str
    path: Path
    tree: ast.Module


def read_modules(root: Path, packages: Iterable[str]) -> list[Module]:
    """Every module of the packages under `root`, without migrations. A package is named like its folder."""
    paths = [path for package in packages for path in sorted((root / package).rglob("*.py"))]
    return [
        Module(".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"), path, _tree(path))
        for path in paths
        if "migrations" not in path.parts
    ]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def count_folders(modules: Iterable[Module]) -> Counter[Path]:
    """How many modules lie directly in each folder, its __init__.py aside."""
    return Counter(module.path.parent for module in modules if module.path.name != "__init__.py")


def draw_imports(modules: Iterable[Module]) -> Graph:
    """Which modules each module imports, of those given.

    An import counts wherever it stands, in a function too, but for those under TYPE_CHECKING. `from a import b` is an
    import of a.b where that is a module and of a otherwise; that Python also runs the packages above is left aside.
    """
    trees = {module.name: module.tree for module in modules}
    found = {name: {_nearest(wanted, trees) for wanted in _imported(tree)} for name, tree in trees.items()}
    return {name: frozenset(others - {name, ""}) for name, others in found.items()}


def _imported(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports."""
    for node in _walk_at_run_time(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _walk_at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"):
            yield child
            yield from _walk_at_run_time(child)


def _nearest(wanted: str, names: Mapping[str, object]) -> str:
    """The module that a dotted name is in, "" where it is none of ours."""
    parent = wanted.rpartition(".")[0]
    return next((name for name in (wanted, parent) if name in names), "")


def find_reachable(graph: Graph, start: str) -> set[str]:
    """The modules that `start` needs, directly or through others, itself among them."""
    found, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found


def find_longest_chain(graph: Graph) -> list[str]:
    """The longest chain of modules, each of which imports the next.

    Modules that import each other in a circle are one link, named by all of them.
    """
    circles = _find_circles(graph)
    links = {
        circle: {circles[other] for name in circle for other in graph[name]} - {circle} for circle in circles.values()
    }
    chains: dict[frozenset[str], list[str]] = {}
    for circle in graphlib.TopologicalSorter(links).static_order():
        rest = max((chains[other] for other in links[circle]), key=lambda chain: (len(chain), chain), default=[])
        chains[circle] = [" = ".join(sorted(circle)), *rest]
    return max(chains.values(), key=lambda chain: (len(chain), chain), default=[])


def _find_circles(graph: Graph) -> dict[str, frozenset[str]]:
    """Each module's circle: the modules that it reaches and that reach it."""
    reached = {name: find_reachable(graph, name) for name in graph}
    return {name: frozenset(other for other in reached[name] if name in reached[other]) for name in graph}


class Function(NamedTuple):
    """A function or method: its module, its name and whether a library gives the name."""

    module: str
    name: str
    is_dictated: bool

    @property
    def is_one_word(self) -> bool:
        """Whether the name has no underscore inside."""
        return "_" not in self.name.strip("_")


def list_functions(modules: Iterable[Module]) -> list[Function]:
    """Every function and method, but for magic ones."""
    return [
        Function(module.name, node.name, is_dictated=is_method and node.name in DICTATED_METHODS)
        for module in modules
        for node, is_method in _functions(module.tree, in_derived_class=False)
        if not node.name.startswith("__")
    ]


def _functions(
    node: ast.AST, *, in_derived_class: bool
) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, bool]]:
    """The functions within a node, and whether each is a method of a class that has a base."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child, in_derived_class
        yield from _functions(child, in_derived_class=isinstance(child, ast.ClassDef) and bool(child.bases))


def list_public_names(modules: Iterable[Module]) -> dict[str, set[str]]:
    """The modules that define each public name: a class, function, constant or type at the top of a module."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules:
        if not module.name.startswith(DICTATED_MODULES):
            for name in _defined(module.tree):
                if not name.startswith("_") and name not in DICTATED_NAMES:
                    found[name].add(module.name)
    return dict(found)


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.TypeAlias(name=ast.Name(id=name)) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                for target in targets:
                    yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))


def measure(modules: list[Module]) -> list[Figure]:
    """Every figure."""
    graph = draw_imports(modules)
    functions = list_functions(modules)
    chosen = [function for function in functions if not function.is_dictated]
    places = list_public_names(modules).values()
    return [
        Figure("Modules directly in one folder", max(count_folders(modules).values()), 20),
        Figure("Modules in the longest chain of imports", len(find_longest_chain(graph)), 10),
        Figure("Function names of one word", _share(function.is_one_word for function in chosen), 35, " %"),
        Figure("  with those that a library gives", _share(function.is_one_word for function in functions), None, " %"),
        Figure("Public names defined in several modules", _share(len(modules) > 1 for modules in places), 4, " %"),
        Figure("Modules that the preview's view needs", len(find_reachable(graph, PREVIEW)), 60),
        Figure("Templates", len([*(ROOT / "templates").rglob("*.html")]), None),
    ]


def _share(answers: Iterable[bool]) -> float:
    """How many of the answers are yes, in percent."""
    known = [*answers]
    return 100 * sum(known) / len(known)


def list_names(modules: list[Module]) -> Iterator[str]:
    """Lines that name the longest chain, every function of one word and every public name of several modules."""
    yield "\nThe longest chain of imports"
    yield from (f"  {link}" for link in find_longest_chain(draw_imports(modules)))
    yield "\nFunction names of one word"
    for function in list_functions(modules):
        if function.is_one_word and not function.is_dictated:
            yield f"  {function.module}.{function.name}"
    yield "\nPublic names defined in several modules"
    for name, places in sorted(list_public_names(modules).items()):
        if len(places) > 1:
            yield f"  {name}: {', '.join(sorted(places))}"


def main() -> int:
    """Print the figures. 1 where one is more than it may be."""
    parser = argparse.ArgumentParser(description="How the code is cut into folders, modules and names.")
    parser.add_argument("--list", action="store_true", help="name what the figures count")
    modules = read_modules(ROOT, LAYERS)
    figures = measure(modules)
    lines = [str(figure) for figure in figures]
    if parser.parse_args().list:
        lines += list_names(modules)
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(figure.is_exceeded for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
