"""The forms of writers and reviewers."""

from django import forms
from django.contrib.auth.models import User

from roles.admin.part_pages.parts import DESK_PARTS

LONGEST = 2000  # characters
WHOLE_ROLE = "The whole role"


def list_part_choices() -> list[tuple[str, str]]:
    """The (name, title) of each part that a remark may be about, and of the role as a whole."""
    return [("", WHOLE_ROLE), *((part.name, part.title) for part in DESK_PARTS)]


class RemarkForm(forms.Form):
    """A remark of at most LONGEST characters, on one part of the role or on all of it."""

    part = forms.ChoiceField(choices=list_part_choices, required=False, label="About")
    text = forms.CharField(max_length=LONGEST, label="Comment", widget=forms.Textarea(attrs={"rows": 3}))


class ReplyForm(forms.Form):
    """A reply of at most LONGEST characters to a remark."""

    text = forms.CharField(max_length=LONGEST, label="Reply", widget=forms.Textarea(attrs={"rows": 2}))


class AskForm(forms.Form):
    """The reviewer, one of those who may publish, and a note on what to look at."""

    reviewer = forms.ModelChoiceField(User.objects.none(), label="Reviewer", empty_label="Choose a person")
    note = forms.CharField(
        max_length=LONGEST, required=False, label="What to look at", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: object, asked_by: int, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        staff = User.objects.filter(is_active=True, is_staff=True).exclude(pk=asked_by).order_by("username")
        self.fields["reviewer"].queryset = staff  # type: ignore[attr-defined] # a ModelChoiceField


class AnswerForm(forms.Form):
    """The reviewer's answer, with words where the role is sent back."""

    words = forms.CharField(
        max_length=LONGEST,
        required=False,
        label="What you found",
        help_text="Required to send it back.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answer = forms.ChoiceField(choices=[("approved", "Approve"), ("sent-back", "Send back")], widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        """The cleaned data. Adds an error where a role is sent back without saying what should change."""
        if self.cleaned_data.get("answer") == "sent-back" and not self.cleaned_data.get("words"):
            self.add_error("words", "Say what should change.")
        return self.cleaned_data
