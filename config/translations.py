"""The catalogues of translations in locale/: what the code and the templates say, in other languages.

Babel reads and writes them, so that nobody needs the gettext programs. The compiled form, which the site reads, is
committed beside the text that people edit.
"""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LAZY = {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": DEFAULT_KEYWORDS["gettext"]}
MESSAGE_FOLDERS = (
    "config",
    "roles",
    "interviews",
    "compensation",
    "occupations",
    "company",
    "packs",
    "templates",
    "web",
)
CATALOGUE_WIDTH = 120


def path_of(language: str) -> Path:
    """The path of a language's django.po, whether or not it exists."""
    return settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"


def collect_messages() -> Catalog:
    """The messages that the code and the templates mark for translation, as a catalog."""
    catalogue = Catalog()
    for part in MESSAGE_FOLDERS:
        for path in sorted((settings.BASE_DIR / part).rglob("*")):
            for message, context in _extract_messages(path):
                place = path.relative_to(settings.BASE_DIR).as_posix()
                catalogue.add(message, locations=[(place, 1)], context=context)
    return catalogue


def renew_catalogue(language: str) -> Catalog:
    """A language's catalog brought up to date: new messages come without a translation, and messages that are no longer
    used are gone. Reads the code and the catalog's file, and writes nothing.
    """
    path = path_of(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=language, fuzzy=False)
    catalogue.update(collect_messages(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def list_catalogue_problems(catalogue: Catalog) -> list[str]:
    """What keeps a catalog from being complete: a sentence for each missing or invalid translation."""
    missing = [
        f"Not translated: {message.id}" for message in catalogue if message.id and not _is_translated(message.string)
    ]
    wrong = [f"{message.id}: {error}" for message, errors in catalogue.check() for error in errors]
    return missing + wrong


def format_catalogue(catalogue: Catalog) -> bytes:
    """The bytes of a catalog's .po file, in the order of its sources."""
    out = io.BytesIO()
    write_po(out, catalogue, width=CATALOGUE_WIDTH, sort_by_file=True, include_lineno=False)
    return out.getvalue()


def compile_catalogue(catalogue: Catalog) -> bytes:
    """The bytes of the .mo file that the site reads, made from a catalog."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _extract_messages(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Messages and their contexts in a file."""
    if path.suffix == ".html":
        source = templatize(path.read_text(), origin=str(path))
        source = "\n".join(line.lstrip() for line in source.splitlines())  # what indents a template is no block
    elif path.suffix == ".py":
        source = path.read_text()
    else:
        return
    for _, message, _, context in extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS):
        yield message, context


def _is_translated(translation: str | Sequence[str] | None) -> bool:
    return bool(translation) and (isinstance(translation, str) or all(translation or ()))
