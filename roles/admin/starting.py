"""How a role begins on the desk: with a few fields, with the lines of a text, or as a copy of another one."""

from collections.abc import Iterable

import msgspec
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.text import slugify

from roles.kit.choices import Section
from roles.models.working_copy import Author, Role, Source, TemplateLine
from roles.publishing.rows import load_kit, save_kit


class NobodyToCreditError(Exception):
    """A role can't be started: there is no author or no source yet for it to name."""


@transaction.atomic
def start_role(title: str, *, family: str = "", summary: str = "", lines: Iterable[tuple[Section, str]] = ()) -> Role:
    """Create a role with lines for its template, credited to the author and source that most roles have. Its other
    parts stay empty. Raises NobodyToCreditError where there is no author or no source.
    """
    author = Author.objects.annotate(count=Count("roles")).order_by("-count", "name").first()
    source = _find_usual_source()
    if author is None or source is None:
        raise NobodyToCreditError
    role = Role.objects.create(
        slug=make_role_slug(title),
        title=title,
        short_title=title,
        family=family,
        summary=summary,
        figures_year=timezone.localdate().year,
        figures_source=source,
        author=author,
    )
    TemplateLine.objects.bulk_create(
        TemplateLine(role=role, section=section, text=text, position=place)
        for place, (section, text) in enumerate(lines)
    )
    role.count_save()
    return role


def copy_role(role: Role, title: str) -> Role:
    """Store a new role with everything in another one's working copy, under a new title, and return it. Raises KitError
    where that one isn't a whole kit.
    """
    names = {"slug": make_role_slug(title), "title": title, "short_title": title, "aliases": []}
    return save_kit(msgspec.structs.replace(load_kit(role), **names))


def make_role_slug(title: str) -> str:
    """A role's slug made of its title, at most 80 characters."""
    return slugify(title)[:80].strip("-")


def _find_usual_source() -> Source | None:
    """The source of most roles' figures; the first one where there is no role."""
    counted = Role.objects.order_by().values("figures_source").annotate(count=Count("pk")).order_by("-count")
    usual = counted.values_list("figures_source", flat=True).first()
    return Source.objects.filter(pk=usual).first() or Source.objects.first()
