"""Finding: from what a person typed to what the library has on it, best first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise, takewhile

import msgspec

from roles.models.search import SearchCondition, SearchEntry
from roles.search.entries import list_kinds
from roles.search.hits import Hit, describe_comparison, describe_near, describe_role, explain_words, find_role_page
from roles.search.names import Mention, NamedRole, Names, content_words, current_names
from roles.search.occupations import (
    OCCUPATION,
    describe_occupation,
    find_occupations,
    is_title_of,
    list_kits_near,
)
from roles.search.words import cut_snippet, highlight_words, split_words, stem_word

MOST_HITS = 25
MOST_ROLES_FOUND = 8
MOST_WORDS_ASKED = 12
AND, OR = " & ", " | "  # of PostgreSQL's queries; words hold letters and digits alone, so none is taken for one


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found. `corrected` is the spelling that it was found by, where that differs from what was typed."""

    hits: list[Hit]
    corrected: str = ""
    closest: list[str] = []
    is_loose: bool = False  # whether one word was enough


def search_library(asked: str, *, kind: str = "") -> SearchResult:
    """Search the live library for one kind of things, or for all. Several queries.

    Every word has to match; if nothing does, the spelling is corrected, and at last one word is enough. Occupations
    come after roles with all the words, and an occupation whose title has to be spelled otherwise comes after anything
    with the words as typed. Words that are the title of one are not corrected, and one word is not enough for them.
    """
    matches = find_occupations(asked) if kind in ("", OCCUPATION) else []
    is_title = bool(matches) and is_title_of(matches[0], asked)
    found = SearchResult(hits=[]) if kind == OCCUPATION else search_kits(asked, kind=kind, is_title=is_title)
    if not matches:
        return found
    occupations = [describe_occupation(match) for match in matches]
    kits = found.hits[: MOST_HITS - len(occupations) - 1]
    is_as_typed = is_title or bool(found.corrected)
    if not found.is_loose and kits and not (matches[0].is_exact and is_as_typed):
        return msgspec.structs.replace(found, hits=[*kits, *occupations])
    leading = _list_leading(kits, is_loose=found.is_loose, is_title=matches[0].is_whole)
    near = [] if leading or kind else [describe_near(role) for role in list_kits_near(matches[0].code, asked)]
    hits = drop_repeats([*leading, *near, *occupations, *kits]).values()
    corrected = found.corrected if leading else ""
    return msgspec.structs.replace(found, hits=[*hits], corrected=corrected)


def _list_leading(kits: Sequence[Hit], *, is_loose: bool, is_title: bool) -> list[Hit]:
    """The roles that a search names, which come before occupations. Where one word was enough, those before occupations
    for which one was enough too.
    """
    if is_loose:
        return [] if is_title else [hit for hit in kits if hit.is_named_role]
    return [*takewhile(lambda hit: hit.is_named_role, kits)]


def search_kits(asked: str, *, kind: str = "", is_title: bool = False) -> SearchResult:
    """What the kits have for some words, in one query or a few. With `is_title`, every word has to match as it is."""
    names = current_names()
    typed = names.write_out_words([names.unify_plural(word) for word in content_words(asked)[:MOST_WORDS_ASKED]])
    if not typed:
        return SearchResult(hits=[])
    if hits := _look_up(names, typed, kind, every=True):
        return SearchResult(hits=hits)
    if is_title:
        return SearchResult(hits=[])
    corrected = names.correct_words(typed)
    if corrected != typed and (hits := _look_up(names, corrected, kind, every=True)):
        return SearchResult(hits=hits, corrected=" ".join(corrected))
    if hits := _look_up(names, corrected, kind, every=False):
        return SearchResult(hits=hits, corrected=" ".join(corrected) if corrected != typed else "", is_loose=True)
    return SearchResult(hits=[], closest=names.find_closest(asked, 3))


def _look_up(names: Names, asked: list[str], kind: str, *, every: bool) -> list[Hit]:
    stems = frozenset(stem_word(word) for word in asked)
    mentions = names.cut_mentions(asked)
    named = [mention for mention in mentions if mention.roles]
    covering = names.find_covering(asked, MOST_ROLES_FOUND)
    pairs = _pair_roles(named)
    mentioned = [role for mention in named for role in mention.roles]
    roles = [describe_role(role, stems) for role in dict.fromkeys([*covering, *mentioned])]
    compared = [describe_comparison(one, other, stems) for one, other in pairs]
    slugs = {role.slug for role in mentioned}
    written = sorted(_search_index(mentions, stems, kind, every=every), key=lambda hit: hit.slug not in slugs)
    if every and not (covering or compared or written):
        return []
    if len(named) > 1 and not covering:
        order: Iterable[Hit] = chain(compared, written, roles)
    elif covering or len(named) == len(mentions) or (not every and any(len(mention.words) > 1 for mention in named)):
        order = chain(roles, compared, written)
    else:
        order = chain(written, roles)
    return [*drop_repeats(hit for hit in order if not kind or hit.kind == kind).values()][:MOST_HITS]


def drop_repeats(hits: Iterable[Hit]) -> dict[tuple[str, str], Hit]:
    """The hits by kind and address or title, each role once. Skills of one role have the same address, but not the same
    title.
    """
    found: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        found.setdefault((hit.path, "" if hit.kind == "role" else hit.title), hit)
    return found


def _pair_roles(named: Sequence[Mention]) -> list[tuple[NamedRole, NamedRole]]:
    """The roles that a search sets side by side: those named one after another, or all that one name stands for."""
    if len(named) == 1:
        return [*combinations(named[0].roles, 2)]
    return [(one, other) for a, b in pairwise(named) for one in a.roles for other in b.roles if one != other]


def _search_index(mentions: list[Mention], stems: frozenset[str], kind: str, *, every: bool) -> list[Hit]:
    """What the index holds, but for roles: their names are better known in memory."""
    operator = AND if every else OR
    labels = list_kinds()
    query = operator.join(f"({_word_mention(mention)})" for mention in mentions)
    rows = SearchEntry.objects.best(
        query, [*_list_wanted(mentions, operator)], [kind] if kind else [*labels], every=every, most=MOST_HITS
    )
    return [
        Hit(
            kind=row.kind,
            label=labels[row.kind],
            path=find_role_page(row.slug) + row.anchor,
            title=highlight_words(row.title, stems),
            text=cut_snippet(row.text, stems),
            why=explain_words(row.title, row.text, stems),
            slug=row.slug,
            role="" if row.kind == "role" else row.role,
        )
        for row in rows
    ]


def _list_wanted(mentions: list[Mention], operator: str) -> Iterator[SearchCondition]:
    """Which entries to look at: where a role is named, its own. That spares the index words that most entries hold.

    A name that is no role's title but an alias may also stand in an entry itself.
    """
    for mention in mentions:
        if mention.roles:
            own = any(split_words(role.title) == [*mention.words] for role in mention.roles)
            yield SearchCondition([role.edition for role in mention.roles], "" if own else AND.join(mention.words))
    if plain := [word for mention in mentions if not mention.roles for word in mention.words]:
        yield SearchCondition(words=operator.join(plain))


def _word_mention(mention: Mention) -> str:
    """The words themselves, or the title of a role that they name."""
    titles = [split_words(role.title) for role in mention.roles]
    others = [" <-> ".join(title) for title in titles if title != [*mention.words]]
    return OR.join([AND.join(mention.words), *others])
