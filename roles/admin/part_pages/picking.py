"""Fields of a part that name something else of the role or of the library: picked from what there is, not typed."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from occupations.models import Occupation
from roles.models.working_copy import Role

MOST_ROLES_TO_PICK = 500  # to pick from; the roles of a larger library are named by their addresses

type Choices = list[tuple[str, str]]


class PickSeveral(forms.CheckboxSelectMultiple):
    """Checkboxes for several choices, folded away below a line that names the chosen ones."""

    template_name = "admin/roles/role/pick.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's context, with the names of the ticked choices as `chosen` and the field's `label`."""
        context = super().get_context(name, value, attrs)
        chosen = {*map(str, value or [])}
        names = [str(label) for key, label in self.choices if str(key) in chosen]
        label = (attrs or {}).get("aria-label") or self.attrs.get("aria-label") or name.rpartition("-")[2]
        context["widget"] |= {"chosen": ", ".join(names), "label": label}
        return context


class PickByTitle(forms.TextInput):
    """A text field for a code, with a list by which to find it from a title."""

    template_name = "admin/roles/role/pick_by_title.html"

    def __init__(self, options: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options = options

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's context, with the codes to choose from, each with its title, and the title of the current code."""
        listed = {**(attrs or {}), "list": f"{(attrs or {}).get('id')}-options", "autocomplete": "off"}
        context = super().get_context(name, value, listed)
        context["widget"] |= {"options": self.options, "says": dict(self.options).get(value or "", "")}
        return context


def offer_picks(form: forms.ModelForm, role: Role) -> None:
    """Give fields of a form that name something the choices that the role and the library have. Runs queries."""
    for name, make in PICKED.items():
        field = form.fields.get(name)
        if field is not None and (picked := make(field, role, form.initial.get(name))):
            picked.label, picked.help_text, picked.required = field.label, field.help_text, field.required
            form.fields[name] = picked


def _pick_skills(field: forms.Field, role: Role, value: Any) -> forms.Field | None:
    names = role.skills.values_list("name", flat=True)
    return forms.MultipleChoiceField(choices=_add_current([(name, name) for name in names], value), widget=PickSeveral)


def _pick_level(field: forms.Field, role: Role, value: Any) -> forms.Field | None:
    names = role.levels.values_list("name", flat=True)
    choices = _add_current([(name, name) for name in names], [value] if value else [])
    return forms.TypedChoiceField(choices=[("", "Every level"), *choices], empty_value=None)


def _pick_role(field: forms.Field, role: Role, value: Any) -> forms.Field | None:
    if choices := _list_roles(role, [value] if value else []):
        return forms.ChoiceField(choices=[("", "Choose a role"), *choices])
    return None


def _pick_roles(field: forms.Field, role: Role, value: Any) -> forms.Field | None:
    if choices := _list_roles(role, value or []):
        return forms.MultipleChoiceField(choices=choices, widget=PickSeveral)
    return None


def _pick_occupation(field: forms.Field, role: Role, value: Any) -> forms.Field | None:
    field.widget = PickByTitle(_list_occupations(), attrs=field.widget.attrs)
    return None


def _list_roles(role: Role, current: Iterable[str]) -> Choices:
    """The other roles by title, and those that are named and not there; none where there are too many."""
    rows = Role.objects.exclude(pk=role.pk).order_by("title").values_list("slug", "title")[: MOST_ROLES_TO_PICK + 1]
    return _add_current([*rows], current) if len(rows) <= MOST_ROLES_TO_PICK else []


def _add_current(choices: Choices, current: Iterable[str] | None) -> Choices:
    """What is named by now, in its order and even where it isn't there; then the other choices."""
    titles = dict(choices)
    named = {name: titles.get(name, f"{name} (not found)") for name in current or []}
    return [*(named | titles | named).items()]


def _list_occupations() -> Choices:
    """The codes that the survey may count, with their titles."""
    rows = Occupation.objects.order_by("code").values_list("code", "title")
    titles: dict[str, str] = {}
    for code, title in rows:
        titles.setdefault(code.partition(".")[0], title)
    return [*titles.items()]


PICKED: dict[str, Callable[[forms.Field, Role, Any], forms.Field | None]] = {
    "skills": _pick_skills,
    "level": _pick_level,
    "other": _pick_role,
    "related": _pick_roles,
    "soc": _pick_occupation,
}
