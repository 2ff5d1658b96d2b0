"""What the documents say exists, exists."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
IDS = [path.name for path in DOCUMENTS]


def links_in(document):
    """The files that a document links to."""
    return re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text())


def commands_in(document):
    """The commands of manage.py that a document names."""
    return set(re.findall(r"manage\.py ([a-z_]+)", document.read_text()))


def targets_in(document):
    """The targets of the Makefile that a document names."""
    return {a or b for a, b in re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", document.read_text(), re.MULTILINE)}


def test_the_documents_link_and_name_what_is_looked_for():
    assert sum(len(links_in(document)) for document in DOCUMENTS) > 20
    assert {"backup", "restore", "load_library"} <= set().union(*map(commands_in, DOCUMENTS))
    assert {"run", "test", "test-slow", "bench"} <= set().union(*map(targets_in, DOCUMENTS))


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_links_lead_to_files(document):
    assert [link for link in links_in(document) if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_commands_exist(document):
    makefile = (ROOT / "Makefile").read_text()
    assert commands_in(document) <= set(get_commands())
    assert targets_in(document) <= set(re.findall(r"(?m)^([a-z-]+):", makefile))


def test_the_map_of_the_code_names_every_folder():
    drawing = (ROOT / "README.md").read_text().split("## The code")[1].split("```")[1]
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    drawn = set(re.findall(r"\b([a-z]+)/", drawing))
    assert folders - {"var", "staticfiles"} <= drawn
    assert all((ROOT / name).is_dir() or [*ROOT.glob(f"*/{name}")] for name in drawn)
