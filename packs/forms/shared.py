"""What forms share: fields made once for all requests, and widgets for words in the language of kits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import TOTAL_FORM_COUNT, ManagementForm
from django.forms.utils import ErrorDict
from django.utils.functional import cached_property

from roles.kit.language import kit_attributes


class _KitWords(forms.Widget):
    """A widget whose words are in the language of kits, and say so where the site speaks another one."""

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().build_attrs(base_attrs | kit_attributes(), extra_attrs)


class KitInput(_KitWords, forms.TextInput):
    """A line of words in the language of kits."""


class KitTextarea(_KitWords, forms.Textarea):
    """Lines of words in the language of kits."""


class KitSelect(forms.Select):
    """A list whose options are a kit's, but for the one that stands for none of them."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """An option that says which language it is in."""
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"attrs": option["attrs"] | kit_attributes()} if value else option


class _SharedFields(dict[str, forms.Field]):
    """Fields by name, of which each form gets a dictionary of its own with the very same fields."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return {**self}


class SharedForm(forms.Form):
    """A form that shares its fields with all others of its class: copying them would take longer than cleaning them.

    So a field is never changed: a form that needs another one puts it into its own `fields`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = _SharedFields(self.base_fields)  # type: ignore[misc] # for this form alone
        super().__init__(*args, **{"label_suffix": "", **kwargs})  # Django would ask for a translation

    def has_changed(self) -> bool:
        """Whether a form that may be empty says something; Django asks the others too and does nothing with it."""
        return not self.empty_permitted or super().has_changed()

    def _clean_fields(self) -> None:
        """The same as Django's, without the bound fields, which only a page needs."""
        for name, field in self.fields.items():
            value = self._widget_data_value(field.widget, self.add_prefix(name))  # type: ignore[attr-defined]
            try:
                self.cleaned_data[name] = field.clean(value)
            except ValidationError as error:
                self.add_error(name, error)


class _RowCounts(SharedForm, ManagementForm):
    """How many rows a formset has."""


class SharedFormSet(forms.BaseFormSet):
    """A formset that makes no form for a row until something asks for one: for an error, or to show it.

    `rows` is what the rows say once they are cleaned, by the names of the fields; None where the forms say it.
    """

    rows: list[dict[str, Any]] | None = None

    @cached_property
    def management_form(self) -> ManagementForm:
        """The counts of the rows, cleaned."""
        if not self.is_bound:
            return super().management_form
        counts = _RowCounts(self.data, auto_id=self.auto_id, prefix=self.prefix, renderer=self.renderer)  # type: ignore[attr-defined]
        counts.full_clean()
        return counts

    def full_clean(self) -> None:
        """Clean the rows by the fields alone, and by forms where a row is at fault or may be empty."""
        self.rows = self._clean_rows() if self.is_bound and self.management_form.is_valid() else None
        if self.rows is None:
            super().full_clean()
        else:
            self._errors: list[ErrorDict] = []
            self._non_form_errors = self.error_class()

    def is_valid(self) -> bool:
        """Whether every row is right."""
        return not self.list_at_fault() and (self.rows is not None or super().is_valid())

    def list_at_fault(self) -> list[forms.Form]:
        """The forms of the rows that have an error."""
        if self.is_bound and not self.errors and self.rows is not None:
            return []
        return [form for form in self.forms if form.errors]

    def clean_forms(self) -> None:
        """Clean every row again, by its form, which can then be given an error."""
        self.rows = None
        super().full_clean()

    def _clean_rows(self) -> list[dict[str, Any]] | None:
        count = self.total_form_count()
        if not self.initial_form_count() == count == self.management_form.cleaned_data[TOTAL_FORM_COUNT]:
            return None
        try:
            return [
                {
                    name: field.clean(field.widget.value_from_datadict(self.data, {}, f"{self.prefix}-{number}-{name}"))
                    for name, field in self.form.base_fields.items()
                }
                for number in range(count)
            ]
        except ValidationError:
            return None
