"""What a colleague types: a name, other words or a comment, or an approval."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.form_fields import MarkedText, PlainText
from packs.forms.shared import KitTextarea
from packs.models import LONGEST_NAME, SuggestionKind
from packs.suggestions.parts import LONGEST_JOB_TITLE, TITLE, DescriptionText, tidy_words

LONGEST_PROPOSAL = 5_000  # characters
LONGEST_COMMENT = 1_000


class NameForm(forms.Form):
    """The name that somebody gives, which isn't checked."""

    use_required_attribute = False

    name = PlainText(
        max_length=LONGEST_NAME,
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("Anyone who can open this pack can see your name. Nobody verifies it."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "data-own-name": ""}),
    )


class SuggestForm(NameForm):
    """Other words for one part, a comment on it, or both. On a line it may also be another line after it, or that it be
    left out.
    """

    kind = forms.ChoiceField(
        choices=SuggestionKind.list_choices,
        initial=SuggestionKind.WORDS,
        label=gettext_lazy("What do you suggest?"),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        required=False,
        max_length=LONGEST_PROPOSAL,
        label=gettext_lazy("Words"),
        widget=KitTextarea(attrs={"rows": 4}),
    )
    comment = MarkedText(
        required=False,
        max_length=LONGEST_COMMENT,
        label=gettext_lazy("Comment"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, part: DescriptionText, data: Any = None) -> None:
        super().__init__(data, initial={"words": part.text})
        self.part = part
        if not part.is_line:
            del self.fields["kind"]

    def clean_kind(self) -> SuggestionKind:
        """The kind of the suggestion as a SuggestionKind."""
        return SuggestionKind(self.cleaned_data["kind"])

    def clean_words(self) -> str:
        """The suggested words, tidied for their part; "" where they are what the part says already. Raises
        ValidationError for a title that is too long.
        """
        words = tidy_words(self.part.key, self.cleaned_data["words"])
        if self.part.key == TITLE and len(words) > LONGEST_JOB_TITLE:
            raise forms.ValidationError(
                _("A title can have at most %(most)s characters. Shorten it.") % {"most": LONGEST_JOB_TITLE}
            )
        return "" if words == self.part.text else words

    def clean(self) -> dict[str, Any]:
        """The cleaned data. Adds an error where the suggestion says nothing; a line to be removed has no words."""
        cleaned = super().clean() or {}
        kind = cleaned.setdefault("kind", SuggestionKind.WORDS)
        if kind is SuggestionKind.DROP:
            cleaned["words"] = ""
        elif not self.errors and not cleaned.get("words"):
            if kind is SuggestionKind.ADD:
                self.add_error("words", _("Write the new line."))
            elif not cleaned.get("comment"):
                self.add_error("comment", _("Change the words, or write a comment."))
        return cleaned
