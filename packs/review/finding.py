"""A finding: what a check says about the words of a posting."""

from enum import StrEnum
from functools import cached_property

import msgspec

from packs.posting.facts import TextPlace


class FindingSeverity(StrEnum):
    """How severe a finding is: an error breaks a law, leaves a placeholder or concerns a protected class."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Finding(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A finding of a check, at a `place` or about the whole posting (None).

    `check_name` is the check's name for people, `quote` the words at the place, `suggestion` what to write instead, and
    `replacement` the text that a button puts there. `source` is a slug of sources.yaml.
    """

    check: str
    severity: FindingSeverity
    message: str
    why: str
    source: str
    place: TextPlace | None = None
    quote: str = ""
    check_name: str = ""
    suggestion: str | None = None
    replacement: str | None = None

    @cached_property
    def key(self) -> str:
        """A key that stays the same for the same finding in the same text, such as `cliche:1:0:4:12`. Made once."""
        if self.place is None:
            return self.check
        return ":".join([self.check, *(str(part) for part in msgspec.structs.astuple(self.place))])
