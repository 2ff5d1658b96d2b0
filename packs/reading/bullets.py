"""The signs that start the lines of a list."""

import re

# These start nothing but points of a list, so that no space has to follow; private ones are those of symbol fonts.
_SURE = "•·▪◦‣●○■□❖⁃➤➢►▶◆◇★☆✦➔▸▹◾◽⦁∙⚫✓✔✅☑→»🔹🔸👉\uf000-\uf0ff"  # noqa: RUF001
_SURE_SIGN = re.compile(rf"\A\s*[{_SURE}]\ufe0f?\s*")
_SIGN = re.compile(r"\A\s*(?:[-*+>–—‐‑−·]|o)\s+(?=\S)")  # noqa: RUF001
_ALONE = re.compile(rf"\A\s*(?:[{_SURE}]\ufe0f?|[-*–—])\s*\Z")
_NUMBER = re.compile(r"\A\s*\(?(\d{1,2})[.)]\s+(?=\S)")
_INSIDE = re.compile(rf"(?<!\s)\s+[{_SURE}]\ufe0f?\s+")


def find_bullet_end(line: str) -> int:
    """Where the words of a line begin after its bullet; 0 where it has none."""
    match = _SURE_SIGN.match(line) or _SIGN.match(line)
    return match.end() if match and match.end() < len(line) else 0


def is_lone_bullet(line: str) -> bool:
    """Whether a line has a bullet and nothing else."""
    return bool(_ALONE.match(line))


def read_number(line: str) -> tuple[int, int] | None:
    """The number that starts a line, as in 2. or 2), and where its words begin."""
    match = _NUMBER.match(line)
    return (int(match[1]), match.end()) if match else None


def split_bullets(line: str) -> list[str]:
    """The points of a list that was pasted into one line, without their signs."""
    return _INSIDE.split(line)


def without_bullet(line: str) -> str | None:
    """A line without the bullet that starts it; None where there is none."""
    end = find_bullet_end(line)
    return line[end:].strip() if end else None
