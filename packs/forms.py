"""The form of a job description: its blanks, each asked once, and its lines."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from packs.job_description import JobDescription, Line
from roles.blanks import Blank, distinct_blanks
from roles.choices import Section
from roles.kit import Kit

LONGEST_VALUE = 500
LONGEST_LINE = 2000
MOST_LINES = 200


class LineForm(forms.Form):
    """A line: its section, whether it stays, and its text."""

    section = forms.ChoiceField(choices=Section.choices(), widget=forms.HiddenInput)
    keep = forms.BooleanField(required=False, label="Keep this line")
    text = forms.CharField(
        required=False, max_length=LONGEST_LINE, label="Text of the line", widget=forms.Textarea(attrs={"rows": 2})
    )


LineFormSet = forms.formset_factory(LineForm, extra=0, max_num=MOST_LINES, absolute_max=MOST_LINES)


class BlanksForm(forms.Form):
    """The title, and one field for each distinct blank of some texts."""

    title = forms.CharField(max_length=200, label="Job title")

    def __init__(self, blanks: list[Blank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = {field_name(blank): blank for blank in blanks}
        for name, blank in self.blanks.items():
            label = blank.name[:1].upper() + blank.name[1:]
            self.fields[name] = forms.CharField(required=False, max_length=LONGEST_VALUE, label=label)

    def values(self) -> dict[str, str]:
        """What was typed, by the blank's name; a field at fault counts as empty."""
        return {blank.name: self.cleaned_data.get(name, "") for name, blank in self.blanks.items()}


class JobDescriptionForm:
    """Both parts as one. What was posted is whole: it needs no memory on the server and no edition to match.

    A post without its count of lines is no form of ours, and gives the untouched template.
    """

    def __init__(self, kit: Kit, data: Mapping[str, Any] | None = None) -> None:
        self.kit = kit
        data = data if data and LineFormSet(data, prefix="line").management_form.is_valid() else None
        self.lines = LineFormSet(data, initial=[_initial(line) for line in _template(kit)], prefix="line")
        self.blanks = BlanksForm(distinct_blanks(self._texts()), data, initial={"title": kit.title})

    def is_valid(self) -> bool:
        """Whether every field is right."""
        return all([self.lines.is_valid(), self.blanks.is_valid()])  # both are asked, so that every fault is known

    def faults(self) -> list[tuple[forms.BoundField, str]]:
        """Every fault with its field, in the order of the page."""
        fields = [*self.blanks, *(form["text"] for form in self.lines)] if self.lines.is_bound else []
        return [(field, str(message)) for field in fields for message in field.errors]

    def job_description(self) -> JobDescription:
        """What the fields say; a field at fault is left out, a form that was not posted is the template."""
        if not self.lines.is_bound:
            return JobDescription(title=self.kit.title, lines=_template(self.kit))
        self.is_valid()
        title = self.blanks.cleaned_data.get("title") or self.kit.title
        return JobDescription(title=title, values=self.blanks.values(), lines=[*self._kept()])

    def sections(self) -> list[tuple[str, list[LineForm]]]:
        """The lines by section, each with the section's label."""
        forms_by_section: dict[Section, list[LineForm]] = {section: [] for section in Section}
        for form in self.lines:
            forms_by_section[_section(form)].append(form)
        return [(section.label, lines) for section, lines in forms_by_section.items() if lines]

    def _texts(self) -> list[str]:
        return [str(form["text"].value() or "") for form in self.lines]

    def _kept(self) -> Iterator[Line]:
        for form in self.lines:
            data = form.cleaned_data
            if data.get("keep") and data.get("text") and data.get("section"):
                yield Line(section=Section(data["section"]), text=data["text"])


def field_name(blank: Blank) -> str:
    """A field name for any blank, the same for spellings that are the same blank."""
    return f"blank-{hashlib.blake2s(blank.key.encode(), digest_size=5).hexdigest()}"


def _template(kit: Kit) -> list[Line]:
    return [Line(section=line.section, text=line.text) for line in kit.job_description]


def _initial(line: Line) -> dict[str, object]:
    return {"section": line.section.value, "keep": True, "text": line.text}


def _section(form: LineForm) -> Section:
    """The section that a form names; a line with an unknown one is shown with the duties, its text unharmed."""
    value = form["section"].value()
    return Section(value) if value in {section.value for section in Section} else Section.RESPONSIBILITIES
