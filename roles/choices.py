"""The closed vocabularies of a role kit, shared by the Kit, the models, the forms and the pages."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A word of a vocabulary with the label that people read. Django's own choices are no plain enum to msgspec."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stored word and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """The (word, label) pairs for a Django field."""
        return [(member.value, member.label) for member in cls]


class Demand(Choice):
    """How sought-after a role is, as its source words it."""

    HIGH = "high", "High"
    GROWING = "growing", "Growing"
    STEADY = "steady", "Steady"
    LOW = "low", "Low"


class Importance(Choice):
    """How much a skill matters for the role."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    OPTIONAL = "optional", "Low/Optional"


class Section(Choice):
    """The sections of a job description, in the order in which they are read."""

    ABOUT = "about", "About this role"
    RESPONSIBILITIES = "responsibilities", "What you will do"
    REQUIRED = "required", "What you bring"
    NICE_TO_HAVE = "nice-to-have", "Nice to have"
    COMPENSATION = "compensation", "Compensation"


class PayKind(Choice):
    """What a pay figure counts."""

    BASE = "base", "Base salary"
    TOTAL = "total", "Total compensation"


class QuestionKind(Choice):
    """The kind of an interview question."""

    BEHAVIOURAL = "behavioural", "Behavioral"
    SITUATIONAL = "situational", "Situational"
    CASE = "case", "Case study"
    TECHNICAL = "technical", "Technical"


class AuthorKind(Choice):
    """Whether an author is a person or an organization (schema.org types)."""

    PERSON = "Person", "Person"
    ORGANIZATION = "Organization", "Organization"


class Counted(Choice):
    """What is counted of a role, without a word about who did it."""

    READ = "read", "Read"
    COPIED = "copied", "Copied"
