"""From a title that somebody typed to the occupations that it may stand for, best first, each with the reason."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from threading import Lock
from typing import Any, NamedTuple

import cachetools
from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from occupations.codes import list_shown_patterns, shorten_code
from occupations.common_titles import choose_code, drop_ranks
from occupations.words import split_title, stem_words

MOST_WORDS_OF_TITLE = 8
SHORTEST_MISSPELT = 4  # letters; shorter words have too many neighbors
LIKE_ENOUGH_WORD = 0.75  # letters left out, added, changed or swapped with the next count one each
SECONDS_WORDS_KNOWN = 300


class Reason(StrEnum):
    """Why an occupation was found: by its own name, by Rolebook's choice, or by a title that people report or O*NET
    lists.
    """

    CHOICE = "choice"
    NAME = "name"
    REPORTED = "reported"
    LISTED = "listed"


class TitleMatch(NamedTuple):
    """An occupation found by a title. `extra` is how many more words the title has than were asked for, and `is_whole`
    says whether it has all of those.
    """

    code: str
    slug: str
    occupation: str
    summary: str
    title: str
    reason: Reason
    extra: int
    is_whole: bool

    @property
    def is_exact(self) -> bool:
        """Whether the title has exactly the words that were asked for."""
        return self.is_whole and not self.extra

    @property
    def short_code(self) -> str:
        """The occupation's code as addresses have it, without a final .00."""
        return shorten_code(self.code)


# Of each occupation the title that fits best; then the occupations, those with data and with more jobs first. A part of
# an occupation comes after whole ones: the jobs that are known are those of the whole. `matched` is how many of the
# words asked for a title has, and `heads` whether it has the last one, which says most.
FIND_TITLES = """
    WITH found AS (
        SELECT occupation_id, title, CASE WHEN is_reported THEN 'reported' ELSE 'listed' END AS reason,
            CASE WHEN short_words @> %(words)s THEN short_words ELSE words END AS words
        FROM occupations_occupationtitle WHERE {condition}
        UNION ALL
        SELECT id, title, 'name', words FROM occupations_occupation WHERE words {operator} %(words)s
        UNION ALL
        SELECT id, %(asked)s, 'choice', %(words)s FROM occupations_occupation WHERE code = %(choice)s
    ),
    measured AS (
        SELECT *, {matched} AS matched, %(head)s = ANY(words) AS heads FROM found
    ),
    best AS (
        SELECT DISTINCT ON (occupation_id) *, cardinality(words) - matched AS extra FROM measured
        ORDER BY occupation_id, reason <> 'choice', matched DESC, heads DESC, cardinality(words),
            reason <> 'name', reason <> 'reported', title
    )
    SELECT code, slug, occupation.title, summary, best.title, reason, extra, matched = %(count)s
    FROM best JOIN occupations_occupation AS occupation ON occupation.id = occupation_id
    LEFT JOIN occupations_employmentprojection AS projection ON projection.id = projection_id
    WHERE code LIKE ANY(%(shown)s)
    ORDER BY reason <> 'choice', matched DESC, heads DESC, NOT has_data, extra, reason <> 'name', reason <> 'reported',
        code NOT LIKE '%%.00', COALESCE(employment, 0) DESC, code
    LIMIT %(most)s
"""
EVERY_WORD = FIND_TITLES.format(
    condition="words @> %(words)s OR short_words @> %(words)s", operator="@>", matched="%(count)s"
)
ANY_WORD = FIND_TITLES.format(
    condition="words && %(words)s",
    operator="&&",
    matched="(SELECT count(*) FROM unnest(%(words)s::text[]) AS word WHERE word = ANY(words))::int",
)
WHOLE_TITLES = """
    SELECT array_to_string(found.words, ' '), code
    FROM (
        SELECT occupation_id, words FROM occupations_occupationtitle
        UNION SELECT id, words FROM occupations_occupation
    ) AS found
    JOIN occupations_occupation AS occupation ON occupation.id = occupation_id
    LEFT JOIN occupations_employmentprojection AS projection ON projection.id = projection_id
    WHERE array_to_string(found.words, ' ') = ANY(%(keys)s)
    ORDER BY COALESCE(employment, 0), code DESC
"""
STEMS = """
    SELECT DISTINCT unnest(words) FROM occupations_occupationtitle
    UNION SELECT DISTINCT unnest(words) FROM occupations_occupation
"""
WORDS = """
    SELECT word FROM (
        SELECT regexp_split_to_table(lower(title), '[^[:alpha:]]+') AS word FROM occupations_occupationtitle
        UNION ALL SELECT regexp_split_to_table(lower(title), '[^[:alpha:]]+') FROM occupations_occupation
    ) AS words
    WHERE length(word) >= %(shortest)s GROUP BY word ORDER BY count(*) DESC, word
"""


class TitleWords(NamedTuple):
    """The stems of every title, some 9,000, and their words as they are written, the commonest first."""

    stems: frozenset[str]
    words: Sequence[str]


def find_by_title(asked: str, most: int = 3, *, hidden: bool = False) -> list[TitleMatch]:
    """The occupations that a title may mean, at most `most`, best first, among those that readers are shown or, with
    `hidden`, among all.

    One query where an occupation has all words of the title. Otherwise ranks are dropped, then the spelling is
    corrected, and at last one word is enough, each with another query.
    """
    words = split_title(asked)[:MOST_WORDS_OF_TITLE]
    if not words:
        return []
    shown = ["%"] if hidden else list_shown_patterns()
    typed, core = " ".join(asked.split()), drop_ranks(words)
    choice = choose_code(words)
    if choice is None and (choice := choose_code(core)):
        words = core
    if found := _look_up(typed, words, choice, most, shown):
        return found
    if core != words and (found := _look_up(typed, core, choice, most, shown)):
        return found
    corrected = _correct_words(core)
    found = _look_up(" ".join(corrected), corrected, choose_code(corrected), most, shown)
    return found or _look_up_stems(ANY_WORD, stem_words(corrected), None, most, shown)


def is_whole_title(asked: str) -> bool:
    """Whether some words, as they are spelled, are exactly a title of an occupation that readers are shown, apart from
    ranks. Two queries at most.
    """
    words = split_title(asked)[:MOST_WORDS_OF_TITLE]
    if not words:
        return False
    shown, core = list_shown_patterns(), drop_ranks(words)
    tried = [words] if core == words else [words, core]
    found = (_look_up(asked, each, choose_code(each), 1, shown) for each in tried)
    return any(matches[0].is_exact for matches in found if matches)


def is_title_word(word: str) -> bool:
    """Whether the title of any occupation has a word, in one of its forms. No query where titles are kept."""
    return list_title_words().stems.issuperset(stem_words(split_title(word)))


def match_titles(titles: Iterable[str]) -> dict[str, str]:
    """The O*NET-SOC code of each title that is exactly one of Rolebook's or O*NET's titles. One query."""
    words = {title: split_title(title) for title in titles}
    chosen = {title: choose_code(drop_ranks(found)) for title, found in words.items()}
    listed = _look_up_whole(" ".join(stem_words(found)) for title, found in words.items() if not chosen[title])
    codes = {title: chosen[title] or listed.get(" ".join(stem_words(found))) for title, found in words.items()}
    return {title: code for title, code in codes.items() if code}


def _look_up_whole(keys: Iterable[str]) -> dict[str, str]:
    """The code of each title by its stems with spaces between; of several occupations the one with most jobs."""
    with connection.cursor() as cursor:
        cursor.execute(WHOLE_TITLES, {"keys": [*keys]})
        return dict(cursor.fetchall())


def _look_up(asked: str, words: Sequence[str], choice: str | None, most: int, shown: Sequence[str]) -> list[TitleMatch]:
    return _look_up_stems(EVERY_WORD, stem_words(words), choice, most, shown, asked=asked)


def _look_up_stems(
    statement: str, stems: list[str], choice: str | None, most: int, shown: Sequence[str], *, asked: str = ""
) -> list[TitleMatch]:
    values: dict[str, Any] = {
        "words": stems,
        "count": len(stems),
        "head": stems[-1],
        "choice": choice,
        "asked": asked,
        "most": most,
        "shown": [*shown],
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [
            TitleMatch(code, slug, occupation, summary, title, Reason(reason), extra, is_whole)
            for code, slug, occupation, summary, title, reason, extra, is_whole in cursor.fetchall()
        ]


def _correct_words(words: Iterable[str]) -> list[str]:
    """The words, each that no title has replaced by the one most like it, if any is like enough."""
    known = list_title_words()
    return [_correct_word(word, known) for word in words]


def _correct_word(word: str, known: TitleWords) -> str:
    """The word, or the commonest of those that the fewest slips of the hand turn it into."""
    if len(word) < SHORTEST_MISSPELT or known.stems.issuperset(stem_words([word])):
        return word
    alike = process.extractOne(word, known.words, scorer=OSA.normalized_similarity, score_cutoff=LIKE_ENOUGH_WORD)
    return alike[0] if alike else word


@cachetools.cached(cachetools.TTLCache[tuple[()], TitleWords](1, SECONDS_WORDS_KNOWN), lock=Lock())
def list_title_words() -> TitleWords:
    """The words of titles, the most frequent first, by which a misspelled one is corrected. One query, then kept for
    SECONDS_WORDS_KNOWN.
    """
    with connection.cursor() as cursor:
        cursor.execute(STEMS)
        stems = frozenset(row[0] for row in cursor.fetchall())
        cursor.execute(WORDS, {"shortest": SHORTEST_MISSPELT})
        return TitleWords(stems, [row[0] for row in cursor.fetchall()])
