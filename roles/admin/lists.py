"""What is typed or pasted into a text on the desk: lists without their marks, line ends and spaces of one kind, and no
characters of no width.
"""

from typing import Any

from django.db import models
from django.forms import CharField

from roles.fields import LineField, LinesField, LinesFormField
from web.bullets import split_list, tidy_line, tidy_markdown, without_bullet


class ListFormField(LinesFormField):
    """A list, typed one point per line. Empty lines and bullets are dropped."""

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override] # as of its base
        """The points that were typed, one per line, without their marks and without empty lines."""
        return [tidy_line(point) for point in split_list("\n".join(super().to_python(value)))]


class LineFormField(CharField):
    """One line of text, without a bullet pasted with it, and with single spaces."""

    def to_python(self, value: Any) -> Any:
        """The typed line without the bullet at its start; a line of nothing but a bullet stays."""
        text = super().to_python(value)
        return tidy_line(without_bullet(text) or text).strip(" ") if isinstance(text, str) else text


class ProseFormField(CharField):
    """A text of several lines in Markdown, however it was pasted."""

    def to_python(self, value: Any) -> Any:
        """The typed text with line feeds alone, and with the marks of Markdown for the points of its lists."""
        text = super().to_python(value)
        return tidy_markdown(text).strip() if isinstance(text, str) else text


def choose_form_class(field: "models.Field[Any, Any]") -> dict[str, type[CharField]]:
    """The `form_class` for a column of text, as arguments for `formfield`; {} for other columns."""
    if isinstance(field, LinesField):
        return {"form_class": ListFormField}
    if isinstance(field, models.TextField):
        return {"form_class": ProseFormField}
    return {"form_class": LineFormField} if isinstance(field, LineField) and not field.choices else {}
