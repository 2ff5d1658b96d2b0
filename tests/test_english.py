"""Documents, docstrings and comments are in plain American English."""

import ast
import re
from pathlib import Path

import pytest

from tests.english import BANNED, find_banned, read_comments, read_docstrings

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
# Every module of ours but the list of banned words.
MODULES = [path for path in ROOT.glob("[!.]*/**/*.py") if path.name != "english.py" and "migrations" not in path.parts]

# What editors read: forms and pages of the desk, and what models say on them.
DESK_FOLDERS = ("config/desk", "compensation/desk", "compensation/models", "roles/admin", "roles/models")
DESK = [
    *(path for folder in DESK_FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))),
    *(path for name in ("admin", "models", "admin_texts") for path in sorted(ROOT.glob(f"*/{name}.py"))),
    *sorted((ROOT / "templates" / "admin").rglob("*.html")),
]
_UNSHOWN = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def list_shown_texts(path: Path) -> list[str]:
    """The texts of a template without its tags, or those of a module that are neither docstrings nor for the log."""
    source = path.read_text()
    if path.suffix == ".html":
        return [_UNSHOWN.sub("", source)]
    tree = ast.parse(source)
    silent = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and (isinstance(node.value, ast.Constant) or "log" in ast.unparse(node.value).partition("(")[0].casefold())
        for part in ast.walk(node)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Those whom it serves.", ["whom"]),
        ("Kept for\never. Nothing is to be repaired.", ["for ever", "to be repaired"]),
        ("She mends it; he amends `mend` and recommends.", ["mends"]),
        ("Summarised, customised, organised; advise, precise, promise.", ["Summarised", "customised", "organised"]),
        ("```\nlicence: MIT\n```\nA license.", []),
    ],
)
def test_banned_words_are_found_in_prose(text, found):
    assert find_banned(text) == found


def test_each_banned_phrase_has_something_better():
    assert all(BANNED.values())
    assert len(BANNED) > 20


def test_comments_and_docstrings_are_what_is_read():
    source = '"""One."""\n\nclass A:\n    """Two."""\n\n    x = "# no"  # three\n'
    assert [text for text in read_docstrings(source) if text] == ["One.", "Two."]
    assert list(read_comments(source)) == ["three"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_in_plain_english(document):
    assert find_banned(document.read_text()) == []


@pytest.mark.slow
def test_docstrings_and_comments_are_in_plain_english():
    assert len(MODULES) > 300
    found = {}
    for path in MODULES:
        source = path.read_text()
        found[str(path)] = [
            word for text in (*read_docstrings(source), *read_comments(source)) for word in find_banned(text)
        ]
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.slow
def test_the_desk_writes_an_apostrophe_as_the_rest_of_the_site_does():
    straight = re.compile(r"[a-z]'(?:s|t|re|ll|ve|d|m)\b")
    assert len(DESK) > 60
    found = {
        str(path.relative_to(ROOT)): [text for text in list_shown_texts(path) if straight.search(text)] for path in DESK
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_texts_that_the_desk_shows_are_neither_docstrings_nor_log_messages(tmp_path):
    module = tmp_path / "admin.py"
    module.write_text('"""It isn\'t shown."""\nlogger.error("can\'t %s", 1)\nhelp_text = f"It isn\'t {1}"\n')
    assert list_shown_texts(module) == ["It isn't "]
    page = tmp_path / "page.html"
    page.write_text("{# the desk's #}<p>{% url 'a' %}It isn't {{ role's }}</p>")
    assert list_shown_texts(page) == ["<p>It isn't </p>"]
