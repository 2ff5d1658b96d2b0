"""What the documents say exists, exists."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
IDS = [path.name for path in DOCUMENTS]


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_links_lead_to_files(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_commands_exist(document):
    commands = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text()))
    targets = set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", document.read_text(), re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text()
    assert commands <= set(get_commands())
    assert {a or b for a, b in targets} <= set(re.findall(r"(?m)^([a-z-]+):", makefile))


def test_the_map_of_the_house_names_every_folder():
    house = (ROOT / "README.md").read_text().split("## The house")[1].split("```")[1]
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    drawn = set(re.findall(r"\b([a-z]+)/", house))
    assert folders - {"var", "staticfiles"} <= drawn
    assert all((ROOT / name).is_dir() or [*ROOT.glob(f"*/{name}")] for name in drawn)
