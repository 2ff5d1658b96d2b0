"""The file of what people type for a job: abbreviations, and titles that we take for an occupation ourselves."""

from functools import cache

import msgspec
import yaml

from occupations.extract import EXTRACT

COMMON_TITLES_FILE = "common_titles.yaml"


class CommonTitles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Abbreviations with what they stand for, and titles with the codes of the occupations chosen for them."""

    abbreviations: dict[str, str]
    titles: dict[str, str]


@cache
def read_common_titles() -> CommonTitles:
    """The common titles that ship. Read from their file once, then kept."""
    return msgspec.convert(
        yaml.load((EXTRACT / COMMON_TITLES_FILE).read_bytes(), Loader=yaml.CSafeLoader), CommonTitles
    )
