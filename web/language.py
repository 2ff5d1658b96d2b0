"""The language of an address, and that of the texts it is about.

The site's own language has nothing in front of its addresses; every other has a folder: /es/ is Spanish. There the
whole site stands once more, as if it were mounted below it. So each address that a page names stays within it, and no
page needs a cookie to stay in its reader's language. Texts may be in a third language: those of a role that has no
edition in the reader's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language

ENGLISH = "en"
_address: ContextVar[str] = ContextVar("address", default="")
_texts: ContextVar[str] = ContextVar("texts", default=ENGLISH)


class Languages(NamedTuple):
    """The languages of a thread: of the site's own words; of the address, "" outside of any; and of
    the texts at hand.
    """

    words: str
    address: str
    texts: str


def address_language() -> str:
    """The language of the address that is being answered; LANGUAGE_CODE outside of any."""
    return _address.get() or str(settings.LANGUAGE_CODE)


def text_language() -> str:
    """The language of the texts at hand, such as a kit's: English unless it was set."""
    return _texts.get()


def list_languages() -> list[str]:
    """The codes of the languages of the site's own text."""
    return [code for code, _ in settings.LANGUAGES]


def list_folders() -> list[str]:
    """The codes of the languages whose pages are in a folder, such as /es/: all but LANGUAGE_CODE."""
    return [code for code in list_languages() if code != settings.LANGUAGE_CODE]


def folder_of(language: str) -> str:
    """The folder at the start of a language's paths, such as "/es", or "" for the site's own language."""
    return f"/{language}" if language in list_folders() else ""


def split_folder(path: str) -> tuple[str, str]:
    """The language of a path, and the path without its folder: ("es", "/roles/") of /es/roles/."""
    first, slash, rest = path.removeprefix("/").partition("/")
    if slash and first in list_folders() and path.startswith("/"):
        return first, f"/{rest}"
    return str(settings.LANGUAGE_CODE), path


def read_languages() -> Languages:
    """The current thread's languages, to set them again in another thread or process."""
    return Languages(get_language() or str(settings.LANGUAGE_CODE), _address.get(), _texts.get())


def set_text_language(language: str) -> None:
    """Set the language of the texts at hand, until the `about_texts_in` around this ends."""
    _texts.set(language)


@contextmanager
def about_texts_in(language: str) -> Iterator[None]:
    """A context in which the texts at hand, such as a kit's, are in this language."""
    token = _texts.set(language)
    try:
        yield
    finally:
        _texts.reset(token)


@contextmanager
def at_address_in(language: str) -> Iterator[None]:
    """A context in which the address that is being answered is in this language, "" for the site's own."""
    token = _address.set(language)
    try:
        yield
    finally:
        _address.reset(token)
