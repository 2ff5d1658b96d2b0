"""Model fields of the working copy whose limits are those of the Kit."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.forms import CharField, Textarea

one_line = RegexValidator(r"\A\S(.*\S)?\Z", "Enter one line, with no spaces at the start or end.")
currency_code = RegexValidator(r"\A[A-Z]{3}\Z", "Enter the three-letter code, for example USD.")


class LinesFormField(CharField):
    """A list of lines, typed one per line. Empty lines are dropped, spaces at the ends are cut."""

    widget = Textarea

    def prepare_value(self, value: Any) -> Any:
        """A list as lines; a typed text stays as it was typed."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override] # CharField's str is only its default
        """The lines of the text that was typed, without spaces around them and without empty lines."""
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the lines differ, whatever line ends the browser sent."""
        return (initial or []) != self.to_python(data)


class LinesField(ArrayField):
    """A column that holds a list of lines of text. Forms edit it in one box, one line each."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("base_field", models.CharField(max_length=500))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(**kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """The form field: one box of four rows, one line of the list on each line."""
        chosen: dict[str, Any] = {
            "form_class": LinesFormField,
            "widget": Textarea(attrs={"rows": 4}),
            "show_hidden_initial": False,
        }
        return models.Field.formfield(self, **(chosen | kwargs))


class LineField(models.CharField):
    """A line of text, of at most 500 characters unless it says otherwise; a line end is refused."""

    default_validators = [one_line]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        super().__init__(**kwargs)


class YearsField(models.PositiveSmallIntegerField):
    """A column for whole years of experience, at most 50."""

    default_validators = [MaxValueValidator(50)]


class MoneyField(models.PositiveIntegerField):
    """A column for an amount in whole units of a currency a year, at most 100 million."""

    default_validators = [MaxValueValidator(100_000_000)]


class YearField(models.PositiveSmallIntegerField):
    """A column for a calendar year from 1990 to 2100."""

    default_validators = [MinValueValidator(1990), MaxValueValidator(2100)]


class MinutesField(models.PositiveSmallIntegerField):
    """A column for the length of an interview: 1 to 240 minutes."""

    default_validators = [MinValueValidator(1), MaxValueValidator(240)]


def runs_upwards(low: str, high: str, *, name: str) -> CheckConstraint:
    """A database constraint that `high` is not below `low`. Either may be null."""
    return CheckConstraint(
        condition=Q(**{f"{high}__gte": F(low)}) | Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True}),
        name=name,
        violation_error_message=f"The upper end ({high}) must not be below the lower end ({low}).",
    )


def once_per(parent: str, key: str, *, name: str) -> UniqueConstraint:
    """A database constraint that `key` occurs once under a parent. It is checked at the end of the transaction, so that
    rows can swap keys.
    """
    return UniqueConstraint(
        fields=[parent, key], name=name, violation_error_message=f"This {key} appears twice under one {parent}."
    )
