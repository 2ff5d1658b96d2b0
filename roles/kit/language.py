"""Two languages meet on a page: the site's own, set for all of it, and the one that kits are written in.

Documents are in the language of kits, whatever the site speaks: what writes one does so under `of_kits`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

ENGLISH = "en"
KITS = ENGLISH
NOTHING = SafeString("")


def current_language() -> str:
    """The language at hand, without its country: en or es."""
    return (get_language() or ENGLISH).partition("-")[0]


def kit_attributes() -> dict[str, str]:
    """The attributes of an element, or of a form's widget, that holds a kit's texts."""
    return {} if current_language() == KITS else {"lang": KITS}


@contextmanager
def of_kits() -> Iterator[None]:
    """A context, or a decorator of a function, within which everything is said in the language of kits."""
    if get_language() == KITS:
        yield
        return
    with override(KITS):  # made again each time, as it holds the language to go back to
        yield


def kit_lang() -> SafeString:
    """The attribute of an element with a kit's text, on a site that speaks another language: <p{% kit_lang %}>."""
    return NOTHING if current_language() == KITS else format_html(' lang="{}"', KITS)


def of_kit(text: str) -> SafeString:
    """A kit's text in the middle of a line of the site's own, in an element where the site speaks another language."""
    return (
        format_html("<span{}>{}</span>", kit_lang(), text) if current_language() != KITS else conditional_escape(text)
    )
