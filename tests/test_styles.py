"""A class is styled in one file: that of the component it belongs to, on the screen and on paper."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

STYLES = Path(settings.BASE_DIR, "static/css")
ENTRIES = [STYLES / "first.css", STYLES / "rest.css"]
SHEETS = [STYLES / name for entry in ENTRIES for name in re.findall(r'@import url\("([^"]+)"\)', entry.read_text())]
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")


def list_selectors(css: str) -> Iterator[str]:
    """The selectors of a sheet, those inside of @media too; what is nested in a rule belongs to that rule."""
    css, rules = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL), 0
    outer: list[bool] = []  # for each open brace, whether it is a rule's
    for head, sign in re.findall(r"([^{};]*)([{};])", css):
        if sign == "{":
            is_rule = not head.strip().startswith("@")
            if is_rule and rules == 0:
                yield from split_selectors(head)
            outer.append(is_rule)
            rules += is_rule
        elif sign == "}":
            rules -= outer.pop()


def split_selectors(head: str) -> Iterable[str]:
    """The selectors of a rule, which commas separate where no parenthesis is open."""
    depth, selectors = 0, [""]
    for letter in head:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            selectors.append("")
        else:
            selectors[-1] += letter
    return [selector.strip() for selector in selectors]


def find_homes(sheets: dict[str, str]) -> dict[str, set[str]]:
    """The sheets that style each class: those with a selector that starts with it.

    So `.filters .field` is of the filters, which place what is in them.
    """
    homes: dict[str, set[str]] = defaultdict(set)
    for name, css in sheets.items():
        for selector in list_selectors(css):
            if found := CLASS.search(selector):
                homes[found[1]].add(name)
    return homes


def test_a_class_is_styled_in_one_sheet() -> None:
    homes = find_homes({path.name: path.read_text() for path in SHEETS})
    assert len(homes) > 100
    assert {name: sheets for name, sheets in homes.items() if len(sheets) > 1} == {}


def test_every_sheet_is_part_of_the_site() -> None:
    assert {*STYLES.rglob("*.css")} - {*SHEETS} == {*ENTRIES, STYLES / "desk.css"}


@pytest.mark.parametrize(
    ("css", "classes"),
    [
        (".a { color: red }", {"a"}),
        ("ul.a, :is(.b, .c) > li { color: red }", {"a", "b"}),
        ("@media print { .a { color: red } }", {"a"}),
        (".a { .b { color: red } }", {"a"}),
        (".a .b { color: red; width: 0.5rem } /* .c {} */", {"a"}),
        ("h1 { line-height: .5 }", set()),
    ],
)
def test_the_class_that_a_selector_starts_with_is_found(css: str, classes: set[str]) -> None:
    assert {*find_homes({"x.css": css})} == classes
