"""The rows of the role kits: the working copy that editors change and the editions that readers see."""

from roles.models.answer_votes import AnswerVotes
from roles.models.count import Count
from roles.models.edition import Edition
from roles.models.search import MissedSearch, SearchEntry
from roles.models.stored_page import StoredPage
from roles.models.working_copy import (
    Author,
    Comparison,
    DayItem,
    Faq,
    Level,
    Outcome,
    Responsibility,
    Role,
    RoleOccupation,
    RolePart,
    Skill,
    Source,
    TemplateLine,
)

__all__ = [
    "AnswerVotes",
    "Author",
    "Comparison",
    "Count",
    "DayItem",
    "Edition",
    "Faq",
    "Level",
    "MissedSearch",
    "Outcome",
    "Responsibility",
    "Role",
    "RoleOccupation",
    "RolePart",
    "SearchEntry",
    "Skill",
    "Source",
    "StoredPage",
    "TemplateLine",
]
