"""What `make measure` counts, on sources of a few lines."""

import ast
import sys
from pathlib import Path

import pytest

from tests import measure
from tests.measure import Figure, Module, draw_imports, find_longest_chain, find_reachable


def modules_of(**sources):
    """Modules of a package `p`, by their names in it."""
    return [
        Module(f"p.{name}", Path(f"p/{name}.py"), ast.parse(source)) for name, source in {"a": "", **sources}.items()
    ]


def test_an_import_leads_to_the_module_that_is_named_or_that_holds_the_name():
    graph = draw_imports(modules_of(b="from p import a", c="from p.b import x\nimport json", d="import p.c"))
    assert graph == {"p.a": set(), "p.b": {"p.a"}, "p.c": {"p.b"}, "p.d": {"p.c"}}


def test_an_import_in_a_function_counts_and_one_for_types_alone_does_not():
    inside = "def f():\n    from p import a"
    for_types = "if TYPE_CHECKING:\n    from p import a"
    assert draw_imports(modules_of(b=inside, c=for_types)) == {"p.a": set(), "p.b": {"p.a"}, "p.c": set()}


def test_the_longest_chain_counts_a_circle_as_one_link():
    graph = draw_imports(modules_of(b="import p.a", c="import p.d", d="import p.c\nimport p.b", e="import p.c"))
    assert find_longest_chain(graph) == ["p.e", "p.c = p.d", "p.b", "p.a"]
    assert find_reachable(graph, "p.b") == {"p.a", "p.b"}


def test_functions_are_of_one_word_or_more_and_some_names_are_a_librarys():
    source = (
        "def build_page(): ...\ndef _page(): ...\nclass A(B):\n    def __init__(self): ...\n    def handle(self): ..."
    )
    found = measure.list_functions(modules_of(b=source, c="def handle(): ..."))
    assert [(function.name, function.is_one_word, function.is_dictated) for function in found] == [
        ("build_page", False, False),
        ("_page", True, False),
        ("handle", True, True),
        ("handle", True, False),
    ]


def test_a_public_name_is_found_wherever_a_module_defines_it():
    source = "A = 1\nB: int = 2\ntype C = int\nclass D: ...\ndef E(): ...\n_f = urlpatterns = 3\nX, Y = 1, 2"
    found = measure.list_public_names(modules_of(b=source, c="A = 2"))
    assert found == {"A": {"p.b", "p.c"}, **{name: {"p.b"} for name in "BCDEXY"}}


@pytest.mark.parametrize(("value", "most", "exceeded"), [(20, 20, False), (21, 20, True), (21, None, False)])
def test_a_figure_may_reach_its_limit(value, most, exceeded):
    assert Figure("Modules", value, most).is_exceeded == exceeded
    assert ("TOO MUCH" in str(Figure("Modules", value, most))) == exceeded


@pytest.mark.slow
@pytest.mark.parametrize(("value", "status"), [(20, 0), (21, 1)])
def test_it_ends_with_1_where_a_limit_is_exceeded(value, status, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["measure"])
    monkeypatch.setattr(measure, "measure", lambda modules: [Figure("Modules", value, 20)])
    assert measure.main() == status
    assert ("TOO MUCH" in capsys.readouterr().out) == bool(status)


@pytest.mark.slow
def test_the_code_keeps_within_every_limit_and_the_check_says_so():
    assert not [
        str(figure)
        for figure in measure.measure(measure.read_modules(measure.ROOT, measure.LAYERS))
        if figure.is_exceeded
    ]
    recipe = (measure.ROOT / "Makefile").read_text().partition("\ncheck:")[2].partition("\n\n")[0]
    assert "\t$(python) -m tests.measure\n" in recipe


@pytest.mark.slow
def test_every_floor_is_read_and_the_preview_is_there():
    names = {module.name for module in measure.read_modules(measure.ROOT, measure.LAYERS)}
    assert measure.PREVIEW in names
    assert {name.split(".")[0] for name in names} == set(measure.LAYERS)
    assert not {name for name in names if "migrations" in name}
