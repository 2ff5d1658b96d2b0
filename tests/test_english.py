"""Documents, docstrings and comments are in plain American English."""

import pytest

from tests.english import BANNED, find_banned, read_comments, read_docstrings


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
