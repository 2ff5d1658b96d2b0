"""Occupations on the desk: an editor writes a summary and duties, and sees the figures on the occupation's page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from occupations.models import MOST_DUTIES, Occupation
from occupations.own_words import LONGEST_SENTENCE
from web.bullets import split_list, tidy_line

WRITTEN = ["summary", "duties"]


class DutiesFormField(forms.CharField):
    """Duties, typed or pasted one per line. Empty lines and bullets are dropped."""

    widget = forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        """A list as lines; a typed text stays as it was typed."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override] # CharField's str is only its default
        """The lines without spaces around them and without empty ones; the model limits how many. Raises
        ValidationError for a null character.
        """
        text = super().to_python(value) or ""
        if "\0" in text:  # no text of PostgreSQL can have it
            raise forms.ValidationError("Null characters aren’t allowed.")
        return [tidy_line(duty) for duty in split_list(text)]


class OccupationForm(forms.ModelForm):
    """The summary and duties of an occupation, in the editor's words."""

    duties = DutiesFormField(
        required=False,
        help_text=f"What the person does, one duty per line, each beginning with a verb: usually eight, at most "
        f"{MOST_DUTIES}. For example: Check orders against the delivery note.",
    )

    class Meta:
        model = Occupation
        fields = WRITTEN
        help_texts = {
            "summary": "One sentence that says what people in this occupation do. If you empty this and the duties, "
            "Rolebook’s own words come back at the next start. For example: Bakers mix, shape and bake bread.",
        }
        widgets = {"summary": forms.TextInput(attrs={"class": "vLargeTextField", "maxlength": LONGEST_SENTENCE})}


@admin.register(Occupation)
class OccupationAdmin(admin.ModelAdmin):
    """The desk of occupations. They come from releases of O*NET, and editors change only their words."""

    form = OccupationForm
    fields = ["code", "title", "written_by", *WRITTEN]
    readonly_fields = ["code", "title", "written_by"]
    list_display = ["title", "code", "written_by", "has_data"]
    list_filter = ["written_by", "has_data", "family"]
    search_fields = ["title", "code", "titles__title"]
    ordering = ["code"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Occupation]:
        """A query for occupations without their facts, which the desk doesn't show."""
        return super().get_queryset(request).defer("facts_json")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Always False: occupations come with a release of O*NET."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Occupation | None = None) -> bool:
        """Always False: the next release would bring the occupation back."""
        return False

    def save_model(self, request: HttpRequest, obj: Occupation, form: Any, change: bool) -> None:
        """Save the words, and note that an editor wrote them, or nobody where they were deleted."""
        if form.changed_data:
            written = obj.summary or obj.duties
            obj.written_by = Occupation.WrittenBy.EDITOR if written else Occupation.WrittenBy.NOBODY
            obj.changed_at = Now()
        super().save_model(request, obj, form, change)
