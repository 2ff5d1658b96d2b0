"""Occupations among what a search finds: which ones a title may stand for, why, and the kits that are nearest."""

from collections.abc import Iterable
from threading import Lock
from typing import Any

import cachetools
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from occupations.common_titles import drop_ranks
from occupations.find import Reason, TitleMatch, find_by_title, match_titles
from occupations.words import split_title, stem_words
from roles.publishing import library_version
from roles.publishing.library_version import State
from roles.search.entries import list_kinds
from roles.search.hits import Hit
from roles.search.names import LANGUAGES_KNOWN, NamedRole, current_names
from roles.search.words import highlight_words
from web.language import address_language

OCCUPATION = "occupation"
MOST_OCCUPATIONS = 3


def find_occupations(asked: str) -> list[TitleMatch]:
    """The occupation that a search most likely means, and the next two, best first. A few queries."""
    return find_by_title(asked, MOST_OCCUPATIONS)


def describe_occupation(match: TitleMatch) -> Hit:
    """An occupation as a search result, with the reason why it was found."""
    return Hit(
        kind=OCCUPATION,
        label=list_kinds()[OCCUPATION],
        path=occupation_path(match),
        title=highlight_words(match.occupation, frozenset()),
        text=highlight_words(match.summary, frozenset()),
        why=explain_match(match),
    )


def is_title_of(match: TitleMatch, asked: str) -> bool:
    """Whether the title by which an occupation was found has every word of the search as typed, apart from ranks.

    Then nothing is misspelled, and a match of one word isn't what was meant.
    """
    words = stem_words(drop_ranks(split_title(asked)))
    return match.is_whole and set(words) <= set(stem_words(split_title(match.title)))


def explain_match(match: TitleMatch) -> SafeString:
    """Why an occupation was found, as HTML with the title in a mark element."""
    sentences = {
        Reason.CHOICE: _("We interpret “{title}” as this occupation."),
        Reason.NAME: _("“{title}” is this occupation’s name."),
        Reason.REPORTED: _("People in this occupation report “{title}” as their title."),
        Reason.LISTED: _("O*NET lists “{title}” among this occupation’s titles."),
    }
    return format_html(sentences[match.reason], title=format_html("<mark>{}</mark>", match.title))


def occupation_path(match: TitleMatch) -> str:
    """The path of the page of the occupation that a title names."""
    return reverse("occupation", args=[match.short_code, match.slug])


def list_kits_near(code: str, asked: str) -> list[NamedRole]:
    """The one live role of an occupation whose title is most like the search; [] where the occupation has none. One
    query at most.
    """
    kits = list_kits_of(code)
    return [max(kits, key=lambda role: fuzz.token_set_ratio(role.title.casefold(), asked.casefold()))] if kits else []


def list_kits_of(code: str) -> list[NamedRole]:
    """The live roles that have a title of this occupation, by its O*NET-SOC code. One query at most."""
    return _match_kits(library_version.read_current_version().state, address_language()).get(code, [])


@cachetools.cached(cachetools.LRUCache[Any, dict[str, list[NamedRole]]](LANGUAGES_KNOWN), lock=Lock())
def _match_kits(state: State | None, language: str) -> dict[str, list[NamedRole]]:
    roles = current_names().roles
    return _group_by_code(roles, match_titles(role.title for role in roles))


def _group_by_code(roles: Iterable[NamedRole], codes: dict[str, str]) -> dict[str, list[NamedRole]]:
    kits: dict[str, list[NamedRole]] = {}
    for role in roles:
        if role.title in codes:
            kits.setdefault(codes[role.title], []).append(role)
    return kits
