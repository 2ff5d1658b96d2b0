"""Plain text as blocks: bullets by their marks, wrapped lines joined again."""

import re
from collections.abc import Iterator

from packs.reading.blocks import BlockRole, TextBlock, is_heading

_BULLET = re.compile(r"^\s*(?:[-*•·▪◦‣●○–—>✓✔➢]|\(?\d{1,2}[.)]|o(?=\s{2,}|\t))\s+(?=\S)")
_WRAPPED = 60  # a line at least this long may have been wrapped by whatever it was copied from


def read_plain(text: str) -> Iterator[TextBlock]:
    """The blocks of a plain text."""
    pending, role, previous = "", BlockRole.PARAGRAPH, ""
    for line in [*text.splitlines(), ""]:
        indented = role is BlockRole.BULLET and line.startswith("  ") and line.strip() and not _BULLET.match(line)
        if pending and (indented or _is_continued(previous, line)):
            pending = f"{pending} {line.strip()}"
        else:
            if pending:
                yield TextBlock(pending, role)
            bullet = _BULLET.match(line)
            role = BlockRole.BULLET if bullet else BlockRole.PARAGRAPH
            pending = line[bullet.end() :].strip() if bullet else line.strip()
        previous = line


def without_bullet(line: str) -> str | None:
    """A line without the bullet or number that starts it; None where there is none."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :].strip() if bullet else None


def _is_continued(previous: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before: that was full, and this starts in lower case."""
    text = line.strip()
    if not text or _BULLET.match(line) or is_heading(text):
        return False
    return (
        len(previous.rstrip()) >= _WRAPPED
        and not previous.rstrip().endswith((".", "!", "?", ":"))
        and text[0].islower()
    )
