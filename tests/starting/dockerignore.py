"""What a .dockerignore lets into an image, as Docker reads it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Rule(NamedTuple):
    """One line: whether it admits what it matches or keeps it out."""

    admits: bool
    pattern: str

    def matches(self, path: str) -> bool:
        """Whether it speaks of a path, or of a folder that the path is in."""
        wanted = "".join(WILD.get(part, re.escape(part)) for part in re.findall(r"\*\*/|\*\*|.", self.pattern))
        return bool(re.fullmatch(f"{wanted}(?:/.*)?", path))


def read_rules(text: str) -> list[Rule]:
    """The rules of a .dockerignore, in their order."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [Rule(line.startswith("!"), line.removeprefix("!").strip("/")) for line in lines]


def is_admitted(path: str, rules: list[Rule]) -> bool:
    """Whether a file gets into the image: the last rule that matches its path says so, and without one it does."""
    return next((rule.admits for rule in reversed(rules) if rule.matches(path)), True)


def admitted_files(root: Path) -> Iterator[str]:
    """The paths of all files below a folder that its .dockerignore admits, relative to the folder."""
    rules = read_rules((root / ".dockerignore").read_text())
    for folder, folders, files in root.walk():
        here = folder.relative_to(root)
        within = {name: (here / name).as_posix() for name in folders}
        folders[:] = [name for name, path in within.items() if is_admitted(path, rules) or _opens(path, rules)]
        yield from (path for name in files if is_admitted(path := (here / name).as_posix(), rules))


def _opens(folder: str, rules: list[Rule]) -> bool:
    """Whether something in a folder that is kept out may be admitted all the same."""
    return any(rule.admits and rule.pattern.startswith((f"{folder}/", "*")) for rule in rules)
