"""What search finds in a kit. Each app adds the entries of its own parts with `register_finder`, in AppConfig.ready.

An app whose pages filter by more than words keeps an index of its own, filled through `register_indexer`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
from django.utils.functional import Promise

from roles.kit.prose import plain_text
from roles.kit.value import Kit

if TYPE_CHECKING:  # apps register before their models are there
    from roles.models import Edition


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to find.

    `text` is what results show of it; `keywords` find it and are not shown. `aliases`, a line each, are found like the
    title. `group` is what lists of its kind are ordered by. `anchor` is what comes after the role page's address.
    """

    kind: str
    title: str
    text: str
    aliases: str = ""
    keywords: str = ""
    group: str = ""
    anchor: str = ""


type Finder = Callable[[Kit], Iterable[Entry]]
type Indexer = Callable[["Edition", Kit], None]

_finders: list[Finder] = []
_labels: dict[str, str | Promise] = {}
_indexers: list[Indexer] = []


def register_finder(finder: Finder, **labels: str | Promise) -> Finder:
    """Register a function from a Kit to its entries. `labels` name the kinds that the search page offers."""
    if finder not in _finders:
        _finders.append(finder)
    _labels.update(labels)
    return finder


def list_kinds() -> dict[str, str]:
    """The kinds that the search page offers, with what people call them: roles first."""
    return {kind: str(_labels[kind]) for kind in sorted(_labels, key=lambda kind: kind != "role")}


def register_indexer(indexer: Indexer) -> Indexer:
    """Register a function that writes its app's index rows of a new edition, in the transaction that publishes it."""
    if indexer not in _indexers:
        _indexers.append(indexer)
    return indexer


def index_edition(edition: "Edition", kit: Kit) -> None:
    """Have every app write its index rows of a new edition."""
    for indexer in _indexers:
        indexer(edition, kit)


def list_entries(kit: Kit) -> Iterator[Entry]:
    """Every entry of a kit, in the order in which the apps are installed."""
    for finder in _finders:
        yield from finder(kit)


def role_entries(kit: Kit) -> Iterator[Entry]:
    """The role itself, its skills, its answers and the roles it is compared with."""
    names = "\n".join(dict.fromkeys([kit.short_title, *kit.aliases]))
    yield Entry(kind="role", title=kit.title, aliases=names, text=f"{kit.summary}\n{plain_text(kit.overview)}")
    role = f"{kit.title} {kit.short_title}"
    for skill in kit.skills:
        yield Entry(kind="skill", title=skill.name, text=skill.covers, keywords=f"skill {role}", anchor="#skills")
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
