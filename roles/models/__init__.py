"""The rows of the role kits: the working copy that editors change and the editions that readers see.

Django looks for models here. Code imports each from its own module.
"""

from roles.models import (
    answer_votes,
    count,
    deleted_role,
    edition,
    old_address,
    replacement,
    search,
    search_count,
    stored_page,
    teamwork,
    vocabulary,
    working_copy,
)

__all__ = [
    "answer_votes",
    "count",
    "deleted_role",
    "edition",
    "old_address",
    "replacement",
    "search",
    "search_count",
    "stored_page",
    "teamwork",
    "vocabulary",
    "working_copy",
]
