"""What search finds in a kit. Each app adds the entries of its own parts with `finds`, in its AppConfig.ready."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from roles.kit import Kit


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to find. `anchor` is what comes after the role page's address; `aliases` are found like the title."""

    kind: str
    title: str
    text: str
    aliases: str = ""
    anchor: str = ""


type Finder = Callable[[Kit], Iterable[Entry]]

_finders: list[Finder] = []


def finds(finder: Finder) -> Finder:
    """Register a function from a Kit to its entries."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


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
