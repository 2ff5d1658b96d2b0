"""What search finds in a kit. Each app adds the entries of its own parts with `finds`, in its AppConfig.ready.

An app whose pages filter by more than words keeps an index of its own, filled through `indexes`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from roles.kit import Kit

if TYPE_CHECKING:  # apps register before their models are there
    from roles.models import Edition


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to find. `anchor` is what comes after the role page's address; `aliases` are found like the title."""

    kind: str
    title: str
    text: str
    aliases: str = ""
    anchor: str = ""


type Finder = Callable[[Kit], Iterable[Entry]]
type Indexer = Callable[["Edition", Kit], None]

_finders: list[Finder] = []
_indexers: list[Indexer] = []


def finds(finder: Finder) -> Finder:
    """Register a function from a Kit to its entries."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def indexes(indexer: Indexer) -> Indexer:
    """Register a function that writes its app's index rows of a new edition, in the transaction that publishes it."""
    if indexer not in _indexers:
        _indexers.append(indexer)
    return indexer


def index(edition: "Edition", kit: Kit) -> None:
    """Have every app write its index rows of a new edition."""
    for indexer in _indexers:
        indexer(edition, kit)


def entries(kit: Kit) -> Iterator[Entry]:
    """Every entry of a kit, in the order in which the apps are installed."""
    for finder in _finders:
        yield from finder(kit)


def role_entries(kit: Kit) -> Iterator[Entry]:
    """The role itself, its skills and its answers."""
    names = " ".join([kit.short_title, *kit.aliases])
    yield Entry(kind="role", title=kit.title, aliases=names, text=f"{kit.summary}\n{kit.overview}")
    for skill in kit.skills:
        yield Entry(kind="skill", title=skill.name, text=f"{skill.covers}. {kit.title}", anchor="#skills")
    for faq in kit.faqs:
        yield Entry(kind="faq", title=faq.question, text=faq.answer, anchor=f"#faq-{faq.slug}")
