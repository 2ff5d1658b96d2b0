"""What is found in a line is found once, and remembered without the line."""

from packs.posting import value
from packs.posting.value import Kind, Passage
from packs.review.check import build_example_posting, review_posting

WRITTEN = (
    "He must be an aggressive ZEBRAFINCH rockstar NOW, a salesman of [quokka feed], whose current salary in euros "
    "is competitive, with a bachelor's degree and a valid driver's license, no more than 5 years."
)


def test_a_line_that_comes_again_is_not_looked_through_again() -> None:
    """In another place of another posting, too."""
    asked: list[str] = []

    def find(text: str) -> int:
        asked.append(text)
        return len(text)

    first = Passage(0, 0, Kind.ABOUT, "You count the tea of seven shops.")
    again = Passage(3, 2, Kind.REQUIRED, "You count the tea of seven shops.", bullet=False)
    assert [first.find_once(find), again.find_once(find), again.find_once(find)] == [33, 33, 33]
    assert len(asked) == 1


def test_another_line_is_looked_through() -> None:
    """What is remembered of one says nothing of the next."""
    lines = ("You count the tea.", "You count the coffee.")
    assert [Passage(0, 0, Kind.ABOUT, text).find_once(str.split)[-1] for text in lines] == ["tea.", "coffee."]


def test_no_word_of_a_line_stays_in_memory() -> None:
    """A review finds much in it; what stays is where, how many, and rules of ours."""
    value._memory._lines.clear()
    findings = review_posting(build_example_posting(required=[WRITTEN], how_to_apply=[WRITTEN]))
    (remembered,) = (found for found in value._memory._lines.values() if found[len] == len(WRITTEN))
    assert len({finding.check for finding in findings}) > 7
    assert len(remembered) > 9
    for word in ("zebrafinch", "quokka", "feed", "euros"):
        assert word not in repr(remembered).lower()


def test_the_lines_read_longest_ago_are_forgotten() -> None:
    """Many short lines take as little memory as a few long ones."""
    asked: list[str] = []
    first = "The very first line of many."
    Passage(0, 0, Kind.ABOUT, first).find_once(asked.append)
    for number in range(40):
        Passage(0, 0, Kind.ABOUT, f"{number} " * 8000).find_once(len)
    Passage(0, 0, Kind.ABOUT, first).find_once(asked.append)
    assert asked == [first, first]
    assert value._memory._lines.currsize <= value.CHARACTERS_REMEMBERED


def test_a_line_too_long_to_remember_is_still_read() -> None:
    """It is looked through each time."""
    text = "a" * (value.CHARACTERS_REMEMBERED + 1)
    assert Passage(0, 0, Kind.ABOUT, text).find_once(str.islower)
    assert hash(text) not in value._memory._lines
