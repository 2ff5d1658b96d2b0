"""`python -m tests.promises`: whatever docs/operating.md and SECURITY.md promise names the test that shows it.

A promise ends with a link to its test's file, whose label is the test's name: `([test][test_it_comes_back])`. A
paragraph, item or row of a table without one has to stand in PLAIN: it gives advice or says what a word means.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[test\]\[(test_\w+)\]")
DEFINITION = re.compile(r"(?m)^\[(test_\w+)\]: (\S+)$")
# How blocks begin that promise no behavior.
PLAIN = {
    "docs/operating.md": (
        "For anyone who keeps a Rolebook running",
        "| 503 responses in the log",
        "| 429 responses in the log",
        "| the freshness board",
        "| the age of the newest backup",
        "Point your load balancer at",
        "| `import_",
        "| `summarise_pay`",
        "| `review_corpus`",
        "| `serve`",
        "Each of these works on its own",
        "The old version and the new one",
        "1. A migration may",
        "2. What the code",
        "3. An index on",
        "4. A migration that rewrites",
        "5. `SET lock_timeout",
        "This is only a plan",
        "| a library page",
        "| the same, unchanged",
        "| a salary page",
        "| a search",
        "| a review while typing",
        "| a download, a save",
        "Each worker took",
        "- **Connections.**",
        "- **Scheduled work.**",
        "- **Static files.**",
    ),
    "SECURITY.md": (
        "Please report it privately",
        "What an attacker might want",
        "Run your own site behind TLS",
    ),
}


def read_blocks(text: str) -> Iterator[str]:
    """The paragraphs, items and rows of tables of a document, without headings, heads of tables, code and addresses."""
    prose = re.sub(r"(?ms)^```.*?^```$", "", text)
    prose = re.sub(r"(?m)^\|.*\|\n\|[-| ]+\|$", "", DEFINITION.sub("", prose))
    for paragraph in re.split(r"\n\s*\n", prose):
        for block in re.split(r"(?m)^(?=\||- |\d\. )", paragraph):
            if block.strip() and not block.lstrip().startswith("#"):
                yield " ".join(block.split())


def list_problems(document: str, root: Path = ROOT) -> list[str]:
    """What a document promises without a test, and which tests it names that are not there."""
    path = root / document
    text = path.read_text()
    plain = PLAIN.get(document, ())
    promises = [block for block in read_blocks(text) if not block.startswith(plain)]
    bare = [f"{document}: no test for: {block[:70]}" for block in promises if not LINK.search(block)]
    named, defined = {*LINK.findall(text)}, dict(DEFINITION.findall(text))
    unknown = [f"{document}: no address for {name}" for name in sorted(named - {*defined})]
    unused = [f"{document}: nothing is said of {name}" for name in sorted({*defined} - named)]
    absent = [
        f"{document}: no {name} in {target}"
        for name, target in sorted(defined.items())
        if name not in _read_tests((path.parent / target).resolve())
    ]
    return bare + unknown + unused + absent


def _read_tests(path: Path) -> set[str]:
    """The names of the tests in a file; none where there is no file."""
    if not path.is_file():
        return set()
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


if __name__ == "__main__":
    problems = [problem for document in PLAIN for problem in list_problems(document)]
    sys.exit("\n".join(problems) or None)
