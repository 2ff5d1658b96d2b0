"""What was found as a reader sees it: its words marked, the reason why it is there, and the ways on from it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from roles.kit.lists import join_with_and
from roles.search.entries import list_kinds
from roles.search.words import highlight_words, list_found_words, split_words, stem_word

if TYPE_CHECKING:
    from roles.search.names import NamedRole

PAGES_KNOWN = 10_000


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A result of the role `slug`, or of none alone. `title` and `text` are escaped, with the words found marked.

    `why` says in a sentence why it is there; `links` are (label, path) of pages that go on from it.
    """

    kind: str
    label: str
    path: str
    title: SafeString
    text: SafeString
    why: str
    slug: str = ""
    role: str = ""
    links: tuple[tuple[str, str], ...] = ()

    @property
    def is_named_role(self) -> bool:
        """Whether it is a role that was found by its name, not by words in its text."""
        return self.kind == "role" and not self.slug


def describe_role(role: "NamedRole", stems: frozenset[str]) -> Hit:
    """A role as a search result, with the words highlighted that have one of the stems."""
    called = next((name for name in role.aliases if stems & {stem_word(word) for word in split_words(name)}), "")
    title = (
        role.title
        if stems & {stem_word(word) for word in split_words(role.title)} or not called
        else f"{role.title} ({called})"
    )
    return Hit(
        kind="role",
        label=list_kinds()["role"],
        path=find_role_page(role.slug),
        title=highlight_words(title, stems),
        text=highlight_words(role.summary, stems),
        why=_explain_role(role, stems),
    )


def _explain_role(role: "NamedRole", stems: frozenset[str]) -> str:
    """Why a role was found: by its title, by another name, or as the nearest where no word is its own."""
    if not stems:
        return _("The kit closest to the occupation below.")
    best = max((role.title, *role.aliases), key=lambda name: len(stems.intersection(map(stem_word, split_words(name)))))
    if not stems.issubset(map(stem_word, split_words(best))):
        return _("Your search matches this role.")
    return (
        _("Its title contains your search terms.")
        if best == role.title
        else _("It’s also called %(name)s.") % {"name": best}
    )


def explain_words(title: str, text: str, stems: frozenset[str]) -> str:
    """Which words an entry was found by: those in its title, else those in its text, else only its role."""
    if found := list_found_words(title, stems):
        return _("Its title contains %(words)s.") % {"words": _quote_words(found)}
    if found := list_found_words(text, stems):
        return _("Its text contains %(words)s.") % {"words": _quote_words(found)}
    return _("It belongs to a role that your search matches.")


def _quote_words(words: Sequence[str]) -> str:
    return join_with_and([f"“{word}”" for word in words])


def describe_comparison(one: "NamedRole", other: "NamedRole", stems: frozenset[str]) -> Hit:
    """The comparison of two roles as a search result, with the words highlighted that have one of the stems."""
    first, second = sorted((one, other), key=lambda role: role.slug)
    return Hit(
        kind="comparison",
        label=_("Comparison"),
        path=reverse("comparison", args=[first.slug, second.slug]),
        title=highlight_words(_("%(one)s or %(other)s?") % {"one": first.title, "other": second.title}, stems),
        text=highlight_words(_("The two roles side by side, and which one you need."), stems),
        why=_("Your search matches both roles."),
    )


def describe_near(role: "NamedRole") -> Hit:
    """A kit for the occupation that a search seems to mean, as a result, whatever words it has."""
    return describe_role(role, frozenset())


@lru_cache(PAGES_KNOWN)
def find_role_page(slug: str) -> str:
    """The path of a role's page. The last PAGES_KNOWN paths are kept."""
    return reverse("role-detail", args=[slug])
