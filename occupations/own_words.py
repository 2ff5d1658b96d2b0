"""Our own words on occupations: a sentence of summary and eight duties each, one YAML file for each major group.

The facts behind them are those of O*NET's tasks; the sentences are ours, and a test looks for any that is not.
"""

import re
from pathlib import Path

import msgspec
import yaml

from occupations.codes import MAJOR_GROUPS, complete_code
from occupations.facts import hash_content

LIBRARY = Path(__file__).parent / "library"
DUTIES = 8
LONGEST_SENTENCE = 300  # characters of a summary or a duty
# Where a sentence ends and another begins, but for an abbreviation such as "U.S. Army".
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?]\s+(?=[A-Z])")


class OwnWordsError(Exception):
    """A file of Rolebook's own words that is invalid; the message says where."""


class OccupationText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rolebook's text on one occupation. `soc` is its SOC code, or its O*NET-SOC code where it is
    only a part of one.
    """

    soc: str
    title: str
    summary: str
    duties: list[str]


def read_texts(folder: Path = LIBRARY) -> dict[str, OccupationText]:
    """Rolebook's texts in every file, by O*NET-SOC code. Raises OwnWordsError at the first error."""
    found: dict[str, OccupationText] = {}
    for path in sorted(folder.glob("*.yaml")):
        for text in _read_file(path):
            code = complete_code(text.soc) or ""
            if problem := find_problem(text, path.stem[:2]):
                raise OwnWordsError(f"{path.name}, {text.soc}: {problem}")
            if code in found:
                raise OwnWordsError(f"{path.name}, {text.soc}: it appears twice.")
            found[code] = text
    return found


def find_problem(text: OccupationText, family: str) -> str:
    """What is wrong with a text in a file of a major group, "" where nothing is."""
    if not complete_code(text.soc) or family not in MAJOR_GROUPS or not text.soc.startswith(family):
        return f"expected a code of group {family}."
    if len(text.duties) != DUTIES or len({duty.casefold() for duty in text.duties}) != DUTIES:
        return f"expected {DUTIES} different duties, got {len(text.duties)}."
    if SENTENCE_END.search(text.summary):
        return "expected a summary of one sentence."
    for words in (text.summary, *text.duties):
        if not words.endswith(".") or words != words.strip() or "\n" in words or len(words) > LONGEST_SENTENCE:
            return f"expected a line of at most {LONGEST_SENTENCE} characters with a period, got {words!r}."
    return ""


def hash_texts(texts: dict[str, OccupationText]) -> str:
    """A digest of the texts in hexadecimal digits, by which to tell whether they have changed."""
    return hash_content(msgspec.json.encode(texts))


def _read_file(path: Path) -> list[OccupationText]:
    try:
        return msgspec.convert(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), list[OccupationText])
    except (OSError, yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise OwnWordsError(f"{path.name}: {error}") from error
