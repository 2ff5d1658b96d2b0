"""The names of the library's roles and skills, in memory: to recognize a role in a search and correct its spelling.

Roles are found by name here rather than in the database, because the name that fits best wins, whatever the text says.
"""

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from threading import Lock

import cachetools
import msgspec
from rapidfuzz import fuzz, process

from occupations.words import write_out
from roles.models.search import SearchEntry
from roles.publishing import library_version
from roles.publishing.library_version import State
from roles.search.words import FILLER, split_words, stem_word
from web.language import address_language

LONGEST_NAME_ASKED = 8  # words
LANGUAGES_KNOWN = 4  # whose names are in memory
SHORTEST_CORRECTED = 4  # letters; shorter words have too many neighbors
LIKE_ENOUGH = 75  # of 100, by rapidfuzz
MOST_ALIKE = 3  # roles that one name may stand for in a search

# Words that the stemmer takes for forms of another one, which names other jobs: an accountant is no account executive.
OWN_STEMS = dict.fromkeys(["accountant", "accountants", "accounting"], "accountancy")

type Stems = tuple[str, ...]


class NamedRole(msgspec.Struct, frozen=True):
    """A live role in short, with its other names and its edition's key."""

    slug: str
    title: str
    summary: str
    aliases: tuple[str, ...]
    edition: int = 0


class Mention(msgspec.Struct, frozen=True):
    """Some words of a search, and the roles that they name; none for words that aren't a name."""

    words: tuple[str, ...]
    roles: tuple[NamedRole, ...]


class Names:
    """An index of the library's names, to be asked for suggestions and near matches."""

    def __init__(self, roles: Iterable[NamedRole], skills: Iterable[str]) -> None:
        named: dict[Stems, dict[NamedRole, bool]] = defaultdict(dict)  # whether the name is the role's very title
        phrases: set[str] = set(skills)
        self.roles = [*roles]
        self.lexicon: Counter[str] = Counter()
        for role in self.roles:
            title = _stem_words(split_words(role.title))
            for name in dict.fromkeys((role.title, *role.aliases)):
                phrases.add(name)
                stems = _stem_words(split_words(name))
                named[stems][role] = stems == title
        self.exact: dict[Stems, list[NamedRole]] = {}
        self.containing: dict[str, list[tuple[Stems, NamedRole]]] = defaultdict(list)
        for stems in sorted(named, key=len):
            alike = sorted(named[stems], key=lambda role: (not named[stems][role], role.title))
            titled = [role for role in alike if named[stems][role]]
            self.exact[stems] = titled or alike  # a role with that very title is meant alone
            for part in set(stems):
                self.containing[part] += [(stems, role) for role in alike]
        self.phrases = sorted(phrases)
        self.lexicon.update(word for phrase in self.phrases for word in split_words(phrase))
        self._starts = sorted(
            (" ".join(parts[place:]), place, phrase)
            for phrase in self.phrases
            for parts in [split_words(phrase)]
            for place in range(len(parts))
        )

    def find_covering(self, asked: Sequence[str], most: int) -> list[NamedRole]:
        """The roles with a name that has every word asked for, the shortest name first, at most `most`."""
        stems = set(_stem_words(asked))
        rarest = min((self.containing.get(part, []) for part in stems), key=len, default=[])
        found: dict[NamedRole, None] = {}
        for name, role in rarest:
            if stems.issubset(name):
                found[role] = None
                if len(found) == most:
                    break
        return [*found]

    def find_named(self, asked: Sequence[str]) -> list[NamedRole]:
        """The roles of which these words are a whole name, at most MOST_ALIKE; none for a part of a name."""
        if all(word in FILLER for word in asked):
            return []
        return self.exact.get(_stem_words(asked), [])[:MOST_ALIKE]

    def unify_plural(self, word: str) -> str:
        """The word without the plural s of an abbreviation, which stemming keeps: pm for pms."""
        is_plural = word.endswith("s") and stem_word(word) not in self.containing and word[:-1] in self.containing
        return word[:-1] if is_plural else word

    def cut_mentions(self, asked: Sequence[str]) -> list[Mention]:
        """The words cut into names of roles, the longest first, and single words."""
        found: list[Mention] = []
        start = 0
        while start < len(asked):
            end = min(len(asked), start + LONGEST_NAME_ASKED)
            while end > start + 1 and _stem_words(asked[start:end]) not in self.exact:
                end -= 1
            roles = self.exact.get(_stem_words(asked[start:end]), [])
            meant = roles if len(roles) <= MOST_ALIKE else roles[:1]  # a name of so many tells none apart
            found.append(Mention(words=tuple(asked[start:end]), roles=tuple(meant)))
            start = end
        return found

    def correct_words(self, asked: Sequence[str]) -> list[str]:
        """The words, with each unknown one replaced by the most similar and frequent word of the names."""
        return [self._correct_word(word) for word in asked]

    def write_out_words(self, asked: Iterable[str]) -> list[str]:
        """The words, with each abbreviation that is in no name written out: software engineer for software eng."""
        return [part for word in asked for part in self._write_out_word(word).split()]

    def _write_out_word(self, word: str) -> str:
        return word if word in FILLER or self.knows_word(word) else write_out(word)

    def _correct_word(self, word: str) -> str:
        if len(word) < SHORTEST_CORRECTED or self.knows_word(word):
            return word
        alike = process.extract(word, self.lexicon.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=5)
        return max(alike, key=lambda found: (found[1], self.lexicon[found[0]]))[0] if alike else word

    def knows_word(self, word: str) -> bool:
        """Whether a name has the word, or another form of it."""
        return word in self.lexicon or stem_word(word) in self.containing

    def find_closest(self, asked: str, most: int) -> list[str]:
        """The names that look or sound like what was asked, best first, at most `most`."""
        alike = process.extract(asked.casefold(), self.phrases, scorer=fuzz.WRatio, processor=str.casefold,
                                score_cutoff=LIKE_ENOUGH - 10, limit=most)  # fmt: skip
        return [found[0] for found in alike]

    def list_suggestions(self, typed: str, most: int) -> list[str]:
        """At most `most` names that start with what was typed, then those with a later word that does."""
        start = " ".join(split_words(typed))
        if not start:
            return []
        place = bisect.bisect_left(self._starts, (start,))
        found: list[tuple[int, int, str]] = []
        for text, word, phrase in self._starts[place : place + 200]:
            if not text.startswith(start):
                break
            found.append((min(word, 1), len(phrase), phrase))
        return [*dict.fromkeys(phrase for _, _, phrase in sorted(found))][:most]


def content_words(asked: str) -> list[str]:
    """The words of a search without filler, or all of them where there is only filler. A search that starts with it
    asks for information technology.
    """
    every = split_words(asked)
    if len(every) > 1 and every[0] == "it":
        every[:1] = write_out("it").split()
    return [word for word in every if word not in FILLER] or every


def _stem_words(asked: Sequence[str]) -> Stems:
    return tuple(OWN_STEMS.get(word) or stem_word(word) for word in asked if word not in FILLER) or tuple(asked)


def current_names() -> Names:
    """The index of names of the live library in the language of the address. Kept until the library changes."""
    return _load_names(library_version.read_current_version().state, address_language())


@cachetools.cached(cachetools.LRUCache[tuple[State | None, str], Names](LANGUAGES_KNOWN), lock=Lock())
def _load_names(state: State | None, language: str) -> Names:
    entries = SearchEntry.objects.live()
    rows = (
        entries.filter(kind="role")
        .order_by("title")
        .values_list("edition__slug", "title", "edition__summary", "aliases", "edition")
    )
    roles = [
        NamedRole(slug, title, text, tuple(names.split("\n")), edition) for slug, title, text, names, edition in rows
    ]
    skills = entries.filter(kind="skill").values_list("title", flat=True).distinct()
    return Names(roles, skills)
