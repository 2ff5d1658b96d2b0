"""Which live kit says in another language what which other one says, known to the process without a query.

Whoever asks the database for the state of the library reads them when that changes (roles/publishing/
library_version.py), so that no page costs a query more for its links to other languages.
"""

from typing import NamedTuple

from web.language import ENGLISH


class Translation(NamedTuple):
    """A kit in another language: its slug, its language, and the slug of the kit that it translates."""

    slug: str
    language: str
    translates: str


_known: dict[str, Translation] = {}  # by slug


def note_translations(text: str) -> None:
    """Say which live kits are in another language than English: the words of each, as Translation has them, between
    commas. One whose original is not live names itself as that.
    """
    global _known  # noqa: PLW0603 # one library for the process
    rows = [Translation(*words.split(" ")) for words in text.split(",") if words]
    _known = {row.slug: row for row in rows}


def find_kit_language(slug: str) -> str:
    """The language of the live kit of a slug."""
    return _known[slug].language if slug in _known else ENGLISH


def find_original(slug: str) -> str:
    """The slug of the kit that a translation translates; of any other kit, its own."""
    return _known[slug].translates if slug in _known else slug


def list_versions(slug: str) -> dict[str, str]:
    """The slugs of what a live kit says, by language; its own alone where nobody has translated it."""
    original = find_original(slug)
    others = {known.language: known.slug for known in _known.values() if known.translates == original}
    return {find_kit_language(original): original, **others}


def list_translated(language: str) -> list[str]:
    """The slugs of the kits that have a translation into a language."""
    return [known.translates for known in _known.values() if known.language == language]
