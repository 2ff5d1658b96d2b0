"""Fields of the profile's form: lists of one entry on each line, benefits to tick with a note, a logo."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext as _

from company.logo import InvalidLogoError, draw_logo
from company.profile import CompanyBenefit, Line
from web.bullets import drop_marks, drop_no_width, mark_points, split_list
from web.child_pool import StoppedError, run_task

type Entry = msgspec.Struct | str
type ReadEntry = Callable[[list[str]], Entry]
SEPARATOR = "|"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings and overrides of direction


class PlainText(forms.CharField):
    """A text of one line with one kind of space, without characters of no width and those that turn the text around
    them. What nobody would see is empty.
    """

    def to_python(self, value: Any) -> str:
        """The text that was typed, without what nobody sees."""
        return " ".join(TURNING.sub("", drop_no_width(super().to_python(value) or "")).split())


class MarkedText(forms.CharField):
    """A text of several lines, in which every point of a list starts with the same mark."""

    def to_python(self, value: Any) -> str:
        """The text that was typed, with one kind of line end and one kind of bullet, and without characters of no
        width.
        """
        return mark_points(drop_no_width(super().to_python(value) or ""))


class RowsField(forms.CharField):
    """A list with one entry on each line. Its parts are separated by a bar or, as pasted from a spreadsheet, by a tab;
    bullets are dropped.

    `read` makes an entry from the parts, and raises ValueError with words for people; `show` gives an entry's parts.
    """

    def __init__(self, read: ReadEntry, show: Callable[[Any], Sequence[str]], *, most: int, **kwargs: Any) -> None:
        self.read_entry, self.show_entry, self.most = read, show, most
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The entries as lines; a typed text stays as it was typed."""
        return "\n".join(map(self._write_line, value)) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> Any:
        """A tuple of entries. Raises ValidationError with the number of each line that can't be read."""
        lines = [line for line in drop_no_width(super().clean(value)).splitlines() if line.strip()]
        if len(lines) > self.most:
            raise forms.ValidationError(_("Use at most %(most)s lines.") % {"most": self.most})
        entries, errors = list[Entry](), list[str]()
        for number, line in enumerate(lines, 1):
            parts = [part.strip() for part in drop_marks(line).replace("\t", SEPARATOR).split(SEPARATOR)]
            try:
                entries.append(_check_lengths(self.read_entry(parts)))
            except ValueError as error:
                errors.append(_("Line %(number)s: %(error)s") % {"number": number, "error": error})
        if errors:
            raise forms.ValidationError(errors)
        return tuple(entries)

    def _write_line(self, entry: Any) -> str:
        parts = [*self.show_entry(entry)]
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        return f" {SEPARATOR} ".join(parts)


def _check_lengths[Kind: Entry](entry: Kind) -> Kind:
    """The same entry. Raises ValueError where one of its parts is longer than may be stored."""
    try:
        msgspec.convert(msgspec.to_builtins(entry), Line if isinstance(entry, str) else type(entry))
    except msgspec.ValidationError as error:
        longest = re.search(r"length <= (\d+)", str(error))
        words = _("shorten it: one of its parts has more than %(most)s characters")
        raise ValueError(words % {"most": longest[1]} if longest else str(error)) from error
    return entry


@cache
def list_common_benefits() -> list[str]:
    """The benefits in benefits.yaml, in its order. Read once, then kept."""
    return msgspec.yaml.decode(Path(__file__).with_name("benefits.yaml").read_bytes(), type=list[str])


class BenefitsWidget(forms.MultiWidget):
    """A checkbox and a note for each common benefit, and lines for all others."""

    template_name = "company/benefits_widget.html"
    use_fieldset = True

    def __init__(self) -> None:
        boxes = [widget for __ in list_common_benefits() for widget in (forms.CheckboxInput(), forms.TextInput())]
        super().__init__([*boxes, forms.Textarea(attrs={"rows": 3})])

    def decompress(self, value: Any) -> list[Any]:
        """A None for each widget. Called only where there is no value yet."""
        return [None] * len(self.widgets)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Django's context, with `rows` of a benefit, its checkbox and its note, and the box for `others`."""
        context = super().get_context(name, value, attrs)
        *pairs, others = context["widget"]["subwidgets"]
        rows = zip(list_common_benefits(), pairs[::2], pairs[1::2], strict=True)
        context["rows"], context["others"] = [*rows], others
        return context


class BenefitsField(forms.Field):
    """The benefits of a company: the ticked ones with their notes, and those on the lines."""

    widget = BenefitsWidget

    def prepare_value(self, value: Any) -> Any:
        """The values of all widgets for a tuple of benefits; posted values stay as they were posted."""
        if not isinstance(value, tuple):
            return value
        stated = {benefit.name: benefit.note for benefit in value}
        common = [part for name in list_common_benefits() for part in (name in stated, stated.pop(name, ""))]
        others = (f"{name} {SEPARATOR} {note}" if note else name for name, note in stated.items())
        return [*common, "\n".join(others)]

    def clean(self, value: Any) -> tuple[CompanyBenefit, ...]:
        """The benefits. Raises ValidationError for too long names or notes, and for too many benefits."""
        *pairs, others = value or [""]
        ticked = zip(list_common_benefits(), pairs[::2], pairs[1::2], strict=False)
        named = [(name, note or "") for name, is_ticked, note in ticked if is_ticked]
        named += list(_split_lines(others or ""))
        try:
            return msgspec.convert([{"name": n, "note": t} for n, t in named], tuple[CompanyBenefit, ...])
        except msgspec.ValidationError as error:
            raise forms.ValidationError(
                _("A benefit can have at most 200 characters, and its note at most 500.")
            ) from error


class LogoField(forms.FileField):
    """A logo that is drawn again from an uploaded file. Without a file its first value stays."""

    widget = forms.FileInput(attrs={"accept": ".svg,.png,image/svg+xml,image/png"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> bytes:
        """The logo as a PNG drawn by this site, b"" without one. Raises ValidationError for a file that can't be a
        logo.
        """
        file = super().clean(data)
        if not file:
            return initial or b""
        try:
            return run_task(draw_logo, file.read())
        except (InvalidLogoError, StoppedError) as error:
            raise forms.ValidationError(str(error)) from error


def _split_lines(text: str) -> Iterable[tuple[str, str]]:
    for line in split_list(text):
        name, __, note = line.replace("\t", SEPARATOR).partition(SEPARATOR)
        if name.strip():
            yield name.strip(), note.strip()
