"""Cells of a table that a spreadsheet could take for formulas."""

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may read as the start of a formula


def defuse_formula(value: Any) -> Any:
    """The value of a cell, with an apostrophe in front of a text that a spreadsheet would run as a formula."""
    return f"'{value}" if _could_be_a_formula(value) else value


def as_typed(cell: Any) -> Any:
    """The value of a cell without the apostrophe that `defuse_formula` adds."""
    return cell.removeprefix("'") if _could_be_a_formula(cell) else cell


def _could_be_a_formula(cell: Any) -> bool:
    return isinstance(cell, str) and cell.lstrip("'").startswith(FORMULA)
