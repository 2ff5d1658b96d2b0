"""A phrase in the working copies: each place where it stands, in its sentence, with what it would become."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from django.db.models import F, Func, TextField, Value

from roles.admin.library.columns import TextColumn, find_column
from roles.models.working_copy import Role

MOST_PLACES = 1_000  # on one page
type ColumnMatch = tuple[TextColumn, Any, re.Match[str]]
# Signs that look alike, by the one that keyboards have: a phrase with one of them finds those with the others.
ALIKE = {"'": "’‘", '"': "“”", " ": "\N{NO-BREAK SPACE}"}  # noqa: RUF001
_TYPED = str.maketrans({sign: typed for typed, signs in ALIKE.items() for sign in signs})
_SENTENCE_ENDS = (". ", "! ", "? ", "\n")


class HitKey(NamedTuple):
    """The key of one occurrence: its column, the row's key, where it starts in the text, and a digest of the text."""

    column: str
    row: int
    start: int
    digest: str

    def __str__(self) -> str:
        """As a form carries it."""
        return f"{self.column}|{self.row}|{self.start}|{self.digest}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The key in a form's text "column|row|start|digest", or None where the text isn't such a key."""
        match text.split("|"):
            case [column, row, start, digest] if re.fullmatch(r"\d{1,9} \d{1,9}", f"{row} {start}") and find_column(
                column
            ):
                return cls(column, int(row), int(start), digest)
        return None


class PhraseHit(NamedTuple):
    """An occurrence of a phrase: its role, the name of its place on the desk, and its sentence around the words."""

    key: HitKey
    role: Role
    column: TextColumn
    before: str
    found: str
    after: str
    becomes: str

    @property
    def link(self) -> str:
        """The path of the desk page on which this text is edited."""
        return self.column.part.find_address(self.role)


def find_hits(columns: Iterable[TextColumn], phrase: str, put: str, *, whole: bool = False) -> list[PhraseHit]:
    """Each occurrence of a phrase as a word of its own, in upper or lower case; with `whole`, only where it is all of a
    text or of a line. At most MOST_PLACES, by role. One query per column, and one for the roles.
    """
    found = [pair for column in columns for pair in _find_in_column(column, phrase, whole=whole)]
    roles = Role.objects.in_bulk({row.role_key for _, row, _ in found})
    hits = (_describe_hit(column, roles[row.role_key], row, match, put) for column, row, match in found)
    return sorted(hits, key=lambda hit: (hit.role.title, hit.role.pk))[:MOST_PLACES]


def digest_text(text: str) -> str:
    """A few letters that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def compile_phrase(phrase: str, *, whole: bool) -> re.Pattern[str]:
    """A pattern that finds a phrase in upper or lower case: as a word of its own, or as all of a line with `whole`. It
    takes quotation marks, apostrophes and spaces of one kind for those of another.
    """
    signs = phrase.translate(_TYPED)
    words = "".join(f"[{sign}{ALIKE[sign]}]" if sign in ALIKE else re.escape(sign) for sign in signs)
    return re.compile(rf"^{words}$" if whole else rf"(?<!\w){words}(?!\w)", re.IGNORECASE | re.MULTILINE)


def fit_capital(put: str, found: str) -> str:
    """The words to put in place of `found`, with a capital where `found` has one."""
    return put[:1].upper() + put[1:] if found[:1].isupper() else put


def _find_in_column(column: TextColumn, phrase: str, *, whole: bool) -> Iterator[ColumnMatch]:
    expression = compile_phrase(phrase, whole=whole)
    signs = [(sign, typed) for typed, alike in ALIKE.items() for sign in alike]
    both = (Value("".join(letters)) for letters in zip(*signs, strict=True))
    typed = Func(F("words"), *both, function="translate", output_field=TextField())
    for row in column.list_rows().annotate(typed=typed).filter(typed__icontains=phrase.translate(_TYPED)):
        for match in expression.finditer(row.words):
            yield column, row, match


def _describe_hit(column: TextColumn, role: Role, row: Any, match: re.Match[str], put: str) -> PhraseHit:
    text, start, end = match.string, match.start(), match.end()
    begin = max((text.rfind(sign, 0, start) + len(sign) for sign in _SENTENCE_ENDS if sign in text[:start]), default=0)
    ends = [place for sign in _SENTENCE_ENDS if (place := text.find(sign, end)) >= 0]
    finish = min(ends) + 1 if ends else len(text)
    key = HitKey(column.key, row.pk, start, digest_text(text))
    before, after = text[begin:start], text[end:finish].rstrip()
    return PhraseHit(key, role, column, before, match[0], after, fit_capital(put, match[0]))
