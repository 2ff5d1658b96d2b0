"""Two languages meet on a page: the site's own, of all its words, and the one that the kit at hand is written in.

Documents are in the language of their kit, whatever the site speaks: what writes one does so under `of_kits`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from web.language import ENGLISH, about_texts_in, text_language

NOTHING = SafeString("")


def current_language() -> str:
    """The code of the current thread's language without a country, such as "en" or "es"."""
    return (get_language() or ENGLISH).partition("-")[0]


def kit_attributes() -> dict[str, str]:
    """The HTML attribute `lang` for an element or a widget with a kit's text; {} where the site's
    language is the same.
    """
    return {} if current_language() == text_language() else {"lang": text_language()}


@contextmanager
def of_kits() -> Iterator[None]:
    """A context, or a decorator of a function, in which messages are in the language of the kit at hand."""
    if get_language() == text_language():
        yield
        return
    with override(text_language()):  # made again each time, as it holds the language to go back to
        yield


@contextmanager
def written_in(language: str) -> Iterator[None]:
    """A context in which messages are in this language, as in a document of a kit."""
    with about_texts_in(language), of_kits():
        yield


def kit_lang(language: str = "") -> SafeString:
    """The HTML attribute `lang` for an element with a text of the kit at hand, or of one in `language`; "" where the
    site's language is the same: <p{% kit_lang %}>.
    """
    language = language or text_language()
    return NOTHING if current_language() == language else format_html(' lang="{}"', language)


def of_kit(text: str, language: str = "") -> SafeString:
    """A text of the kit at hand, or one in `language`, for the middle of a line in the site's language: in an element
    with `lang` where that differs.
    """
    attribute = kit_lang(language) if text else NOTHING
    return format_html("<span{}>{}</span>", attribute, text) if attribute else conditional_escape(text)
