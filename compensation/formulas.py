"""Cells of a table that a spreadsheet could take for formulas."""

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may read as the start of a formula


def defuse_formula(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that could be one gets an apostrophe before it."""
    return f"'{value}" if _could_be_a_formula(value) else value


def as_typed(cell: Any) -> Any:
    """A cell as it was before `defuse_formula`: without the apostrophe that it put there."""
    return cell.removeprefix("'") if _could_be_a_formula(cell) else cell


def _could_be_a_formula(cell: Any) -> bool:
    return isinstance(cell, str) and cell.lstrip("'").startswith(FORMULA)
