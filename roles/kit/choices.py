"""The closed vocabularies of a role kit, shared by the Kit, the models, the forms and the pages."""

from enum import StrEnum
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Choice(StrEnum):
    """A value of a vocabulary with a label for people. Unlike Django's choices it is a plain enum, as msgspec needs."""

    words: str | Promise

    def __new__(cls, value: str, words: str | Promise = "") -> Self:
        """Make a member from its stored word and its label, which may wait for the language at hand."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member

    @property
    def label(self) -> str:
        """The label in the language of the current thread."""
        return str(self.words)

    @classmethod
    def list_choices(cls) -> list[tuple[str, str | Promise]]:
        """The (value, label) pairs that a Django field takes; the labels are translated when shown."""
        return [(member.value, member.words) for member in cls]


class Demand(Choice):
    """How sought-after a role is, as the source of its figures puts it."""

    HIGH = "high", _("High")
    GROWING = "growing", _("Growing")
    STEADY = "steady", _("Steady")
    LOW = "low", _("Low")


class Importance(Choice):
    """How much a skill matters for the role: high, medium, or optional."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    OPTIONAL = "optional", _("Low/Optional")


class Proficiency(Choice):
    """How well someone has a skill, from knowing what it is to teaching it."""

    AWARENESS = "awareness", _("Awareness")
    WORKING = "working", _("Working")
    PRACTITIONER = "practitioner", _("Practitioner")
    EXPERT = "expert", _("Expert")


class Language(Choice):
    """A language in which a kit may be written, by its code."""

    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")


class Section(Choice):
    """A section of the job description, in reading order."""

    ABOUT = "about", _("About this role")
    RESPONSIBILITIES = "responsibilities", _("What you will do")
    REQUIRED = "required", _("What you bring")
    NICE_TO_HAVE = "nice-to-have", _("Nice to have")
    COMPENSATION = "compensation", _("Compensation")


class PayKind(Choice):
    """What a pay figure covers: base salary, or total compensation."""

    BASE = "base", _("Base salary")
    TOTAL = "total", _("Total compensation")


class PaperSize(Choice):
    """A paper size, by Typst's name."""

    A4 = "a4", _("A4")
    LETTER = "us-letter", _("US Letter")


class HeadlineKind(Choice):
    """What a headline range covers, as far as its source says."""

    BASE = "base", _("Base salary")
    TOTAL = "total", _("Total compensation")
    UNSTATED = "unstated", _("Salary range")


class QuestionKind(Choice):
    """The kind of an interview question: behavioral, situational, a case, or technical."""

    BEHAVIOURAL = "behavioural", _("Behavioral")
    SITUATIONAL = "situational", _("Situational")
    CASE = "case", _("Case study")
    TECHNICAL = "technical", _("Technical")


class AuthorKind(Choice):
    """Whether an author is a person or an organization (schema.org types)."""

    PERSON = "Person", "Person"
    ORGANIZATION = "Organization", "Organization"


class Counted(Choice):
    """A use that is counted for a role or a part of it, without anything about the reader."""

    READ = "read", "Read"
    COPIED = "copied", "Copied"
    DOWNLOADED = "downloaded", "Downloaded"
    SAVED = "saved", "Saved"
    HELPED = "helped", "Helped"
    NOT_HELPED = "not-helped", "Did not help"
