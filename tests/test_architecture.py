"""docs/architecture.md names what exists in the code, draws the layers of the import test, and follows real calls."""

import ast
import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from tests.test_layers import MAY_IMPORT, ROOMS_OF_VALUES, imported

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "architecture.md").read_text()
CODE = [path for folder in MAY_IMPORT for path in (ROOT / folder).rglob("*.py")]
HOP = re.compile(r"\d+\. `([\w/]+\.py)` → `(\w+)`(.*)", re.DOTALL)


def read_section(title):
    """What stands under a heading, up to the next one."""
    return TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def read_hops(title):
    """The hops of a section: file, name, and what is said about it."""
    parts = re.split(r"\n(?=\d+\. )", read_section(title))[1:]
    return [match.groups() for part in parts if (match := HOP.match(part))]


def read_rows(title):
    """The cells of the table in a section, row by row, without its head."""
    lines = [line for line in read_section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def list_names(source):
    """Every name that a Python text defines, at any depth, and every parameter."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name


def name_module(path):
    """The dotted name of a module, from its path."""
    return path.removesuffix(".py").replace("/", ".")


def list_files(text):
    """The Python files that a text names."""
    return re.findall(r"`([\w/]+\.py)`", text)


def leads_to(source, path):
    """Whether a Python text imports the module at a path, or names it in a string."""
    names = imported(source) | {text.value for text in ast.walk(ast.parse(source)) if isinstance(text, ast.Constant)}
    return any(f"{name}.".startswith(f"{name_module(path)}.") for name in names)


QUOTED = sorted(set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))))
PATHS = [words for words in QUOTED if re.fullmatch(r"[\w-]+(/[\w-]+)+(\.\w+)?", words)]
DOTTED = [words for words in QUOTED if re.fullmatch(r"[a-z_]+(\.[a-z_]+)*\.[A-Z]\w+", words)]
NAMES = [words for words in QUOTED if re.fullmatch(r"[A-Za-z_]{4,}(\.[a-z_]+)?", words)]
JOURNEYS = ["One request in ten hops: a library page", "One request in ten hops: a live preview"]


def test_the_page_names_enough_to_look_for():
    assert len(PATHS) > 20
    assert len(DOTTED) > 15
    assert len(NAMES) > 30


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", DOTTED)
def test_a_class_is_where_the_page_says(name):
    module, __, wanted = name.rpartition(".")
    assert isinstance(getattr(import_module(module), wanted), type)


@pytest.mark.slow
def test_names_without_a_module_are_defined_somewhere():
    defined = {name for path in CODE for name in list_names(path.read_text())}
    folders = {path.name for path in ROOT.iterdir()} | {"parts"}
    assert [name for name in NAMES if not {*name.split(".")} <= defined | folders] == []


def test_each_word_of_the_glossary_names_a_class():
    rows = read_rows("Glossary")
    assert len(rows) > 14
    assert [word for word, __, code in rows if code.strip("`") not in DOTTED] == []


def test_the_table_of_layers_is_what_the_import_test_allows():
    drawn = {layer.strip("`"): {*re.findall(r"`(\w+)`", below)} for layer, below, __ in read_rows("Layers")}
    assert drawn == {layer: below - {layer} for layer, below in MAY_IMPORT.items()}


def test_the_drawing_puts_no_layer_above_one_that_imports_it():
    drawing = read_section("Layers").split("```")[1]
    drawn = [re.findall(r"│ (\w+)", line) for line in drawing.splitlines() if line.startswith("│")]
    level = {layer: height for height, layers in enumerate(drawn) for layer in layers}
    assert level.keys() == MAY_IMPORT.keys()
    for layer, below in MAY_IMPORT.items():
        assert all(level[layer] < level[other] for other in below - {layer})


def test_the_rooms_of_plain_values_are_those_of_the_import_test():
    assert {*ROOMS_OF_VALUES} <= {*PATHS}


@pytest.mark.parametrize("title", JOURNEYS)
def test_a_journey_has_ten_hops_and_each_is_defined_in_its_file(title):
    hops = read_hops(title)
    assert len(hops) == 10
    missing = [(path, name) for path, name, __ in hops if name not in {*list_names((ROOT / path).read_text())}]
    assert missing == []


@pytest.mark.parametrize("title", JOURNEYS)
def test_the_code_leads_to_each_hop_from_those_before_it(title):
    hops, files = read_hops(title), set()
    for (path, __, said), (to_path, *__, to_said) in pairwise(hops):
        files |= {path, *list_files(said), *list_files(to_said)}
        assert any(leads_to((ROOT / file).read_text(), to_path) for file in files - {to_path} | {path}), to_path


def test_a_hop_that_nothing_leads_to_is_seen():
    assert leads_to("from web.page import Page", "web/page.py")
    assert leads_to('MIDDLEWARE = ["web.page.Middleware"]', "web/page.py")
    assert leads_to("from web import page", "web/page.py")
    assert not leads_to("from web.pages import Page\nimport webs.page", "web/page.py")
