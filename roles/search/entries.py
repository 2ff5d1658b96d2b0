"""What search finds in a kit: the entries of every app's own parts (roles/app_parts.py).

An app whose pages filter by more than words keeps an index of its own beside them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from roles.app_parts import list_parts
from roles.kit.prose import plain_text
from roles.kit.value import Kit

if TYPE_CHECKING:
    from roles.models.edition import Edition


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a search can find in a kit.

    `text` is shown in results; `keywords` are searched and not shown; `aliases`, one per line, count like the title.
    `group` orders entries of a kind, and `anchor` is added to the path of the role's page.
    """

    kind: str
    title: str
    text: str
    aliases: str = ""
    keywords: str = ""
    group: str = ""
    anchor: str = ""


def list_kinds() -> dict[str, str]:
    """The kinds that the search page offers, each with its name, roles first."""
    labels = {kind: label for parts in list_parts() for kind, label in parts.kinds.items()}
    return {kind: str(labels[kind]) for kind in sorted(labels, key=lambda kind: kind != "role")}


def index_edition(edition: "Edition", kit: Kit) -> None:
    """Have every app store its index rows of a new edition."""
    for parts in list_parts():
        if parts.index:
            parts.index(edition, kit)


def list_entries(kit: Kit) -> Iterator[Entry]:
    """The entries of a kit in the index, in the order of the apps."""
    for parts in list_parts():
        if parts.entries:
            yield from parts.entries(kit)


def role_entries(kit: Kit) -> Iterator[Entry]:
    """The entries for the role itself, its skills, its answers and the roles it is compared with."""
    names = "\n".join(dict.fromkeys([kit.short_title, *kit.aliases]))
    yield Entry(kind="role", title=kit.title, aliases=names, text=f"{kit.summary}\n{plain_text(kit.overview)}")
    role = f"{kit.title} {kit.short_title}"
    for skill in kit.skills:
        named = (skill.shared or "").replace("-", " ")
        words = f"skill {role} {named}".rstrip()
        yield Entry(kind="skill", title=skill.name, text=skill.covers, keywords=words, anchor="#skills")
    for faq in kit.faqs:
        yield Entry(
            kind="faq",
            title=faq.question,
            text=plain_text(faq.answer),
            keywords=role,
            group=faq.topic,
            anchor=f"faq/{faq.slug}/",
        )
    for comparison in kit.comparisons:
        text = plain_text(comparison.difference)
        title = f"{kit.title} or {comparison.other.replace('-', ' ')}"
        yield Entry(kind="comparison", title=title, text=text, group=comparison.other, anchor="#comparisons")
