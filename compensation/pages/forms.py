"""The reader's choices on a salary page: level, area and kind of pay."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from compensation.pages.salary import Salary
from roles.kit.choices import PayKind
from roles.pages.forms import ANY, offer_choices


class SalaryFilter(forms.Form):
    """Narrows pay figures by level, area and kind of pay, each optional. A level without figures narrows nothing."""

    level = forms.ChoiceField(required=False, label=_("Level"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    kind = forms.ChoiceField(required=False, label=_("Kind of pay"), choices=[ANY, *PayKind.list_choices()])

    def __init__(self, *args: Any, salary: Salary, levels: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.salary = salary
        every = dict.fromkeys([*salary.levels, *levels])
        for name, values in (("level", every), ("area", salary.areas)):
            offer_choices(self, name, [ANY, *((value, value) for value in values)])

    def filter_salary(self) -> Salary:
        """The figures that fit the valid choices; a level without figures counts as none chosen."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("level") not in self.salary.levels:
            chosen = {**chosen, "level": ""}
        return self.salary.narrow_figures(**chosen)

    @property
    def level_asked(self) -> str:
        """The chosen level, "" where none or an invalid one was chosen. Needs `filter_salary` or `is_valid` before."""
        return str(getattr(self, "cleaned_data", {}).get("level", ""))
