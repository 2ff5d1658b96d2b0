"""Documents, docstrings and comments are in plain American English."""

from pathlib import Path

import pytest

from tests.english import BANNED, find_banned, read_comments, read_docstrings

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
# Every module of ours but the list of banned words.
MODULES = [path for path in ROOT.glob("[!.]*/**/*.py") if path.name != "english.py" and "migrations" not in path.parts]


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


def test_docstrings_and_comments_are_in_plain_english():
    assert len(MODULES) > 300
    found = {}
    for path in MODULES:
        source = path.read_text()
        found[str(path)] = [
            word for text in (*read_docstrings(source), *read_comments(source)) for word in find_banned(text)
        ]
    assert {path: words for path, words in found.items() if words} == {}
