"""The parts of a role in admin: what their inlines have in common."""

import itertools
from collections.abc import Collection
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils.text import slugify

from roles.admin.part_pages.picking import offer_picks
from roles.admin.part_pages.rows import expand_pasted_rows
from roles.admin.texts import PLACE, Helped
from roles.fields import LineField

LAST_PLACE = 1_000_000  # of a new row that was given no place; rows of one place keep the order of their making
SLUG_LETTERS = 72  # leaves room for a number
DESK_SCRIPTS = [forms.Script(f"js/{name}.js", defer=True) for name in ("drag", "desk", "desk-preview", "desk-place")]
GROWING = {"rows": 1, "class": "desk-line"}


class PartForm(forms.ModelForm):
    """A row of a list. One without a place comes last; one without a short name gets it from its line.
    static/js/desk.js moves rows.
    """

    position = forms.IntegerField(
        required=False,
        min_value=0,
        label="Place",
        help_text=PLACE,
        widget=forms.NumberInput(attrs={"class": "desk-place"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken: set[str] = set()  # the short names of the rows beside it
        if not self.instance.pk:
            self.initial["position"] = None
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_position(self) -> int:
        """The place that was typed. LAST_PLACE where it was left empty."""
        position: int | None = self.cleaned_data["position"]
        return LAST_PLACE if position is None else position

    def clean(self) -> dict[str, Any] | None:
        """The cleaned data, with a short name (slug) made of the line where it was left empty or isn't shown."""
        cleaned = super().clean()
        if hasattr(self.instance, "slug") and "slug" not in self.errors:
            typed = self.cleaned_data.get("slug") or ("" if "slug" in self.fields else self.instance.slug)
            self.instance.slug = typed or make_slug(self.cleaned_data.get(self.line) or "", self.taken)
            self.cleaned_data["slug"] = self.instance.slug
            self.taken.add(self.instance.slug)
        return cleaned

    @cached_property
    def line(self) -> str:
        """The name of the field into which a row's line, or a list of lines, is typed or pasted."""
        return find_line_field(type(self.instance))

    @cached_property
    def changed_data(self) -> list[str]:
        """The names of the fields that changed; none for a new row where only its place and its choices are filled in,
        so that the row counts as empty.
        """
        changed = super().changed_data
        if self.instance.pk:
            return changed
        typed = [name for name in changed if name != "position" and not hasattr(self.fields[name], "choices")]
        return changed if typed else []


def make_slug(text: str, taken: Collection[str]) -> str:
    """A slug for a text that isn't among `taken`, with a number added where it would be."""
    base = slugify(text)[:SLUG_LETTERS].strip("-") or "row"
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def find_line_field(model: type[models.Model]) -> str:
    """The name of a model's first field for a line of text, or else of its first field that isn't a relation."""
    names = [field.name for field in model._meta.fields if isinstance(field, LineField) and not field.choices]
    return names[0] if names else next(field.name for field in model._meta.fields if not field.is_relation)


class PartRows(forms.BaseInlineFormSet):
    """The rows of a list. A list or table pasted into a row's line becomes rows."""

    def __init__(self, data: QueryDict | None = None, files: Any = None, **kwargs: Any) -> None:
        if isinstance(data, QueryDict):
            line = find_line_field(self.form._meta.model)
            typed = [name for name, field in self.form.base_fields.items() if not hasattr(field, "choices")]
            cells = typed[typed.index(line) :] if line in typed else []
            data = expand_pasted_rows(data, kwargs.get("prefix") or self.get_default_prefix(), cells, line)
        super().__init__(data, files, **kwargs)

    @cached_property
    def taken(self) -> set[str]:
        """The short names (slugs) of the stored rows, empty for a model without them. One query, kept with the form
        set.
        """
        return {*self.get_queryset().values_list("slug", flat=True)} if hasattr(self.model, "slug") else set()

    def add_fields(self, form: Any, index: Any) -> None:
        """Add a row's fields with labels for screen readers, and with the choices that the role and
        the library have.
        """
        super().add_fields(form, index)
        form.taken = self.taken
        parent: Any = self.instance
        if role := parent if hasattr(parent, "figures_source_id") else getattr(parent, "role", None):
            offer_picks(form, role)
        for field in form.fields.values():
            widget: Any = getattr(field.widget, "widget", field.widget)  # admin wraps the list of another model's rows
            widget.attrs["aria-label"] = str(field.label or "")


class Growing(Helped):
    """Mixin of admin classes whose lines of text are in boxes as wide as the page, which grow as one types."""

    initials: ClassVar[dict[str, Any]] = {}  # what is chosen in a new row

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest | None, **kwargs: Any
    ) -> forms.Field | None:
        """The form field of a column, with its first value from `initials`. A line of text gets a box that grows as one
        types.
        """
        if isinstance(db_field, LineField) and not db_field.choices:
            kwargs["widget"] = forms.Textarea(attrs=GROWING)
        if db_field.name in self.initials:
            kwargs["initial"] = self.initials[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class RolePartTable(Growing, admin.StackedInline):
    """Base of the inlines: rows in their order, lines of text in boxes that grow, and one empty row to type into."""

    form = PartForm
    formset = PartRows
    template = "admin/roles/role/rows.html"
    extra = 1
    ordering = ["position", "pk"]
    lists: ClassVar[list[str]] = []  # of rows under a row, which have pages of their own
    is_folded = False

    @property
    def own_page(self) -> str:
        """The name of the URL pattern of the page on which one row is changed."""
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_change"


class RolePartInline(RolePartTable):
    """A RolePartTable for rows of several texts: each row is folded to its first line."""

    is_folded = True
