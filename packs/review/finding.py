"""A finding: what a check says about the words of a posting."""

from enum import StrEnum

import msgspec

from packs.posting.facts import TextPlace


class FindingSeverity(StrEnum):
    """How much a finding matters: an error breaks a law, leaves a placeholder or touches a protected class."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. Without a place it is about the whole posting.

    `check_name` is the name of its check for people, and `quote` are the exact words at `place`; `suggestion` says what
    to write instead, for people; `replacement` is the text that can replace the quote, for one press.
    `source` is a slug of sources.yaml.
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

    @property
    def key(self) -> str:
        """A key that stays the same for the same finding in the same text, such as `cliche:1:0:4:12`."""
        if self.place is None:
            return self.check
        return ":".join([self.check, *(str(part) for part in msgspec.structs.astuple(self.place))])
