"""Two languages meet on a page: the site's own, set for all of it, and the one that kits are written in.

Documents are in the language of kits, whatever the site speaks: what writes one does so under `of_kits`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import get_language, override

ENGLISH = "en"
KITS = ENGLISH


def current_language() -> str:
    """The language at hand, without its country: en or es."""
    return (get_language() or ENGLISH).partition("-")[0]


def kit_attributes() -> dict[str, str]:
    """The attributes of an element, or of a form's widget, that holds a kit's texts."""
    return {} if current_language() == KITS else {"lang": KITS}


@contextmanager
def of_kits() -> Iterator[None]:
    """A context, or a decorator of a function, within which everything is said in the language of kits."""
    with override(KITS):  # made again each time, as it holds the language to go back to
        yield
