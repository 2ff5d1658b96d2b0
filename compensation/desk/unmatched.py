"""Filed titles that count for no role yet, most filed first, and the role that each one's words point to."""

from collections.abc import Iterable, Sequence

import msgspec
from django.db.models import Count, Exists, OuterRef

from compensation.models.records import PayRecord, TitleMatch
from roles.models.working_copy import Role

MOST_TITLES = 100


class UnmatchedTitle(msgspec.Struct, frozen=True):
    """A filed title with the number of its records and employers. `role` is the slug and `role_title` the title of the
    role that it names, each "" where it names none.
    """

    title: str
    records: int
    employers: int
    role: str
    role_title: str


def list_unmatched(words: str, roles: Iterable[Role], most: int = MOST_TITLES) -> list[UnmatchedTitle]:
    """The filed titles that have these words and count for none of the roles, at most `most`. One query."""
    named = _list_names(roles)
    titles = PayRecord.objects.filter(~Exists(TitleMatch.objects.filter(title=OuterRef("title"))))
    counted = titles.filter(title__contains=" ".join(words.upper().split())).values("title")
    rows = counted.annotate(records=Count("*"), employers=Count("employer", distinct=True))
    found = []
    for row in rows.order_by("-records", "title")[:most]:
        role = _find_named(row["title"], named)
        found.append(UnmatchedTitle(**row, role=role.slug if role else "", role_title=role.title if role else ""))
    return found


def _list_names(roles: Iterable[Role]) -> list[tuple[str, Role]]:
    """What roles are called, in capitals between spaces, the longest name first."""
    names = [(f" {name.upper()} ", role) for role in roles for name in (role.title, role.short_title, *role.aliases)]
    return sorted(names, key=lambda pair: -len(pair[0]))


def _find_named(title: str, named: Sequence[tuple[str, Role]]) -> Role | None:
    """The role whose name stands in a title, the longest of several."""
    return next((role for name, role in named if name in f" {title} "), None)
