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


def settings_in(document):
    """What a document writes as a setting: words in capitals with an underscore, between backquotes."""
    words = re.findall(r"`(?:set )?([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`", document.read_text())
    return {word.removesuffix("_FILE") for word in words}


def test_every_command_and_target_of_ours_is_in_a_document():
    ours = {name for name, app in get_commands().items() if (ROOT / app.split(".")[0]).is_dir()}
    named = set().union(*map(words_in, DOCUMENTS))
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text()))
    assert len(ours) > 15
    assert sorted(ours - named) == []
    assert sorted(targets - set().union(*map(targets_in, DOCUMENTS)) - {"help", "first-tests", "other-tests"}) == []


def words_in(document):
    """The words of a document that could be commands."""
    return set(re.findall(r"[a-z_]+", document.read_text()))


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_settings_exist(document):
    known = set(re.findall(r"(?m)^([A-Z_]+)=", (ROOT / ".env.example").read_text()))
    config = (ROOT / "config" / "settings.py").read_text()
    assert {name for name in settings_in(document) - known if not re.search(rf"\b{name}\b", config)} == set()
