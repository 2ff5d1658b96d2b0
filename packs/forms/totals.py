"""Bounds on a whole form: a text may be of any length as long as all of them together stay within the limits."""

from collections import Counter
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _

from packs.limits import LONGEST_TEXT, MOST_BLANKS, MOST_MARKS
from roles.kit.blanks import Blank, split_blanks

type Field = tuple[forms.Form, str]


class Totals:
    """What some texts add up to: characters, and how often each blank stands in them, by its key."""

    def __init__(self) -> None:
        self.characters = 0
        self.blanks: Counter[str] = Counter()

    def refuse_surplus(self, fields: Iterable[Field]) -> None:
        """Add up fields in order. The first that is too much gets the error; it and those after it count as empty."""
        error = ""
        for form, name in fields:
            text = form.cleaned_data.get(name) or ""
            if error:
                form.cleaned_data[name] = ""
            elif error := self._find_error(text):
                form.add_error(name, error)

    def refuse_long_values(self, form: forms.Form, blanks: dict[str, Blank]) -> None:
        """Add an error to each blank's field whose value, wherever the blank stands, makes the text too long."""
        for name, blank in blanks.items():
            written = len(form.cleaned_data.get(name) or "") * self.blanks[blank.key]
            if self.characters + written > LONGEST_TEXT:
                form.add_error(name, _too_long())
            else:
                self.characters += written

    def _find_error(self, text: str) -> str:
        """What is too much with this text, if anything; otherwise it is added."""
        found = Counter(run.key for run in split_blanks(text) if isinstance(run, Blank))
        if self.characters + len(text) > LONGEST_TEXT:
            return _too_long()
        if len(self.blanks | found) > MOST_BLANKS:
            return _("With this there are more than %(most)s different blanks. Take some out.") % {"most": MOST_BLANKS}
        if self.blanks.total() + found.total() > MOST_MARKS:
            return _("With this there are more than %(most)s blanks. Take some out.") % {"most": MOST_MARKS}
        self.characters += len(text)
        self.blanks += found
        return ""


def _too_long() -> str:
    return _("With this the text is longer than 100,000 characters. Shorten it.")
