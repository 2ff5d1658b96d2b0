"""Forty small inputs, each of which has cost somebody's server dear: by name, where it is sent and what it holds."""

from collections.abc import Iterator

import msgspec

from tests.packs.browsing import posted
from tests.packs.reading.word_files import cell, paragraph, run, table, word_of

REVIEW = "/review/"
WORKBENCH = "/roles/technical-product-manager/job-description/"
LARGEST = 100_000  # bytes of an input
SIZE = 90_000


class Small(msgspec.Struct, frozen=True):
    """An input: its name, the page that it is posted to, its fields, and a file if there is one, with its name."""

    name: str
    page: str
    fields: dict[str, str | list[str]]
    file: tuple[str, bytes] | None = None

    @property
    def size(self) -> int:
        """The bytes of what it holds beyond the untouched form."""
        return len(self.file[1]) if self.file else sum(len(value) for value in self.fields.values())


PASTES = {
    "elements that are opened again": "<p>" + "".join(f"<b a={n}>" for n in range(2_000)) + "</p>" + "<p>x" * 15_000,
    "nested elements": "<div>" * 18_000 + "x",
    "nested lists": "<ul><li>x" * 10_000,
    "tags without an end": "<p " * 30_000,
    "comments without an end": "<p>x</p>" + "<!--" * 22_000,
    "declarations without an end": "<p>x</p>" + "<![" * 30_000,
    "references without an end": "<p>x" + "&" * SIZE,
    "attributes without an end": "<p>x</p>" + "<a b='" * 15_000,
    "cells": "<table><td>x" * 7_500,
    "exclamation marks": "Planner\n\nRead" + "!" * SIZE,
    "slashes": "Planner\n\nRead" + "/" * SIZE,
    "points and quotes": "Planner\n\nRead" + '."' * (SIZE // 2),
    "gender-coded words": "Planner\n\n" + "leader support " * (SIZE // 15),
    "everyday senses": "Planner\n\n" + "customer support leader " * (SIZE // 24),
    "clichés": "Planner\n\n" + "rockstar " * (SIZE // 9),
    "abbreviations": "Planner\n\n" + "Mr. A " * (SIZE // 6),
    "pay": "Planner\n\nSalary\n\n" + "$1-$2 a year " * (SIZE // 13),
    "years": "Planner\n\nRequirements\n\n" + "5 years " * (SIZE // 8),
    "blanks": "Planner\n\n" + "".join(f"[{number}]" for number in range(14_000)),
    "blank spaces": "Planner\n\n$1" + " " * 20_000 + "x" + "\u00a0" * 20_000,
    "lines": "a\n" * 45_000,
    "one word": "Planner\n\n" + "x" * SIZE,
}
MARKDOWN = {
    "open brackets": "[" * SIZE,
    "open images": "![" * (SIZE // 2),
    "nested quotes": "> " * (SIZE // 2) + "x",
    "open emphasis": "*a **b " * (SIZE // 7),
    "rows of backticks": " ".join("`" * count for count in range(1, 400)),
    "a footnote that is linked": "[a]: " + "b" * (SIZE // 2) + "\n\n" + "[a]" * (SIZE // 6),
}
BODIES = {
    "a cell that spans two thousand million": table(
        [cell(paragraph("x"), properties='<w:gridSpan w:val="2000000000"/>')]
    ),
    "a chain of merged cells": table(
        *[[cell(paragraph("x"), properties=f"<w:vMerge{' w:val="restart"' * (not row)}/>")] for row in range(20_000)]
    ),
    "empty paragraphs": "<w:p/>" * 100_000 + paragraph("x"),
    "cells of a table": table([cell("<w:p/>")] * 60_000),
    "runs": paragraph(*["<w:r><w:t/></w:r>"] * 400_000),
    "a document of spaces": paragraph(run(" " * 7_900_000)),
}


def filled(**fields: str) -> dict[str, str | list[str]]:
    """The workbench's form with some of its fields changed."""
    return posted(**fields)


def of_lines(texts: list[str]) -> dict[str, str | list[str]]:
    """The workbench's form with these lines instead of its own."""
    form = {name: value for name, value in posted().items() if not name.startswith("line-")}
    form |= {"line-TOTAL_FORMS": str(len(texts)), "line-INITIAL_FORMS": "0"}
    for number, text in enumerate(texts):
        form |= {f"line-{number}-text": text, f"line-{number}-keep": "on", f"line-{number}-section": "responsibilities"}
    return form


def forms() -> dict[str, dict[str, str | list[str]]]:
    """Forms of the workbench by name."""
    different = "".join(f"[{number}]" for number in range(13_000))
    return {
        "different blanks": filled(about_company=different),
        "the same blank": of_lines(["[a]" * 160] * 180),
        "lines of exclamation marks": of_lines(["!" * 450] * 180),
        "lines of clichés": of_lines(["rockstar " * 50] * 180),
        "lines of pay": of_lines(["$1-$2 a year " * 35] * 180),
        "a long figure": filled(pay_low="9" * SIZE),
    }


def small_inputs() -> Iterator[Small]:
    """Every input."""
    yield from (Small(name, REVIEW, {"text": text, "role": ""}) for name, text in PASTES.items())
    for name, text in MARKDOWN.items():
        yield Small(f"Markdown: {name}", REVIEW, {"role": ""}, ("jd.md", text.encode()))
    for name, body in BODIES.items():
        yield Small(f"Word: {name}", REVIEW, {"role": ""}, ("jd.docx", word_of(body)))
    yield Small("blanks beside a role", REVIEW, {"text": PASTES["blanks"], "role": "technical-product-manager"})
    for name, form in forms().items():
        yield Small(f"workbench: {name}", WORKBENCH, form)
    for wanted in ("pdf", "docx", "markdown"):
        yield Small(
            f"workbench: {wanted} of the same blank", WORKBENCH, of_lines(["[a]" * 6] * 160) | {"format": wanted}
        )
    yield Small("workbench: pdf of one word", WORKBENCH, of_lines(["x" * 45_000] * 2) | {"format": "pdf"})
