"""Several things in one sentence, as the language at hand lists them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def join_with_or(things: Sequence[str]) -> str:
    """The things in one text with "or" before the last, such as A, B or C; "" without any."""
    if len(things) < 2:  # noqa: PLR2004 # two to join
        return "".join(things)
    return _("%(others)s or %(last)s") % {"others": ", ".join(things[:-1]), "last": things[-1]}


def join_with_and(things: Sequence[str]) -> str:
    """The things in one text with "and" before the last, such as A, B and C; "" without any."""
    if len(things) < 2:  # noqa: PLR2004 # two to join
        return "".join(things)
    return _("%(others)s and %(last)s") % {"others": ", ".join(things[:-1]), "last": things[-1]}
