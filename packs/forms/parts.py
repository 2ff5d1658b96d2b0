"""The parts of a job description that repeat: lines, places, skills, blanks."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from packs.description.value import (
    LONGEST_HEADING,
    DescriptionLine,
    JobDescription,
    Need,
    SectionOf,
    free_id,
    kit_needs,
    usual_heading,
)
from packs.forms.shared import KitInput, SharedForm, SharedFormSet
from packs.limits import LONGEST_VALUE, MOST_LINES
from packs.posting.facts import OfferedPlace
from roles.kit.blanks import Blank
from roles.kit.choices import Section
from roles.kit.language import of_kit
from roles.kit.value import Kit

MOST_PLACES = 10
SKILLS_KEPT = 2000  # of kits, with their fields
SECTION_CHOICES = [(section.value, usual_heading(section)) for section in Section]


class LineForm(SharedForm):
    """A line: its section, whether it stays, and its text."""

    id = forms.CharField(
        required=False, max_length=12, widget=forms.HiddenInput, validators=[RegexValidator(r"^[at]\d{1,9}\Z")]
    )
    origin = forms.IntegerField(required=False, min_value=0, max_value=MOST_LINES, widget=forms.HiddenInput)
    section = forms.TypedChoiceField(choices=SECTION_CHOICES, coerce=Section, label=_("Section of the line"))
    keep = forms.BooleanField(required=False, label=_("Keep this line"))
    text = forms.CharField(required=False, label=_("Text of the line"), widget=forms.Textarea(attrs={"rows": 2}))

    @property
    def shown_section(self) -> Section:
        """Where the page shows it; a line with an unknown section stands with the duties, its text unharmed."""
        value = str(self["section"].value())
        return Section(value) if value in {section.value for section in Section} else Section.RESPONSIBILITIES


HEADING_FIELD = forms.CharField(required=False, max_length=LONGEST_HEADING, label=_("Heading"), widget=KitInput)
KEEP_FIELD = forms.BooleanField(required=False, label=_("Keep this section"))


class SectionsForm(SharedForm):
    """For each section of lines its heading and whether it stays; `order` is their order, by name."""

    order = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, outline: Iterable[SectionOf], data: Mapping[str, Any] | None = None) -> None:
        self.shown = {part.section: part for part in outline}
        initial: dict[str, Any] = {"order": " ".join(self.shown)}
        for section, part in self.shown.items():
            initial |= {f"{section}-heading": part.label, f"{section}-keep": part.keep}
        super().__init__(data, prefix="sections", initial=initial)
        for section in self.shown:
            self.fields |= {f"{section}-heading": HEADING_FIELD, f"{section}-keep": KEEP_FIELD}

    def read_outline(self) -> tuple[SectionOf, ...]:
        """The sections as they were posted; as they were shown where the form was not. Empty where all is as usual."""
        if not self.is_bound or not self.data.get(self.add_prefix("order")):
            return tuple(self.shown.values()) if self.is_changed(self.shown.values()) else ()
        self.is_valid()
        order = [Section(name) for name in self.data[self.add_prefix("order")].split() if name in [*Section]]
        parts = [self._read_part(section) for section in dict.fromkeys([*order, *self.shown])]
        return tuple(parts) if self.is_changed(parts) else ()

    @staticmethod
    def is_changed(parts: Iterable[SectionOf]) -> bool:
        """Whether anything differs from the usual sections in their usual order."""
        return [*parts] != [SectionOf(section=section) for section in Section]

    def _read_part(self, section: Section) -> SectionOf:
        heading = self.cleaned_data.get(f"{section}-heading", "")
        own = "" if heading == usual_heading(section) else heading
        return SectionOf(section=section, heading=own, keep=bool(self.cleaned_data.get(f"{section}-keep")))


class PlaceForm(SharedForm):
    """A place where someone would work."""

    city = forms.CharField(required=False, max_length=100, label=_("City"))
    region = forms.CharField(required=False, max_length=100, label=_("State or region"))
    country = forms.CharField(required=False, max_length=100, label=_("Country"))
    remote = forms.BooleanField(required=False, label=_("Remote from here"))
    street = forms.CharField(required=False, max_length=200, label=_("Street"))
    postal_code = forms.CharField(required=False, max_length=20, label=_("Postal code"))


LineFormSet = forms.formset_factory(
    LineForm, formset=SharedFormSet, extra=0, max_num=MOST_LINES, absolute_max=MOST_LINES
)
PlaceFormSet = forms.formset_factory(
    PlaceForm, formset=SharedFormSet, extra=1, max_num=MOST_PLACES, absolute_max=MOST_PLACES
)


@lru_cache(SKILLS_KEPT)
def make_need_fields(name: str, covers: str) -> tuple[forms.Field, forms.Field]:
    """The field for the need of a skill of a kit, and the one for what it was. Kept for the next form that asks."""
    kinds: dict[str, Any] = {"coerce": Need, "required": False, "choices": Need.list_choices(), "label": name}
    return forms.TypedChoiceField(help_text=covers, **kinds), forms.TypedChoiceField(widget=forms.HiddenInput, **kinds)


class SkillsForm(SharedForm):
    """How much each skill of a kit is needed, and how much it was when the page was made."""

    def __init__(self, kit: Kit, needs: Mapping[str, Need], data: Mapping[str, Any] | None = None) -> None:
        self.kit = kit
        initial: dict[str, Need] = {}
        fields: dict[str, forms.Field] = {}
        for index, (name, editors) in enumerate(kit_needs(kit).items()):
            need, was = f"{index}", f"{index}-was"
            initial[need] = initial[was] = needs.get(name, editors)
            fields[need], fields[was] = make_need_fields(name, kit.skills[index].covers)
        super().__init__(data, prefix="skill", initial=initial)
        self.fields |= fields

    def read_needs(self, suffix: str = "") -> dict[str, Need]:
        """Each skill's need as posted (or, with "-was", as it was); what is missing or at fault is the kit's."""
        return {
            name: self.cleaned_data.get(f"{index}{suffix}") or editors
            for index, (name, editors) in enumerate(kit_needs(self.kit).items())
        }


class BlanksForm(SharedForm):
    """One field for each of some blanks, by `field_name`."""

    def __init__(self, blanks: list[Blank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = {field_name(blank): blank for blank in blanks}
        for name, blank in self.blanks.items():
            label = of_kit(blank.name[:1].upper() + blank.name[1:])
            self.fields[name] = forms.CharField(required=False, max_length=LONGEST_VALUE, label=label, widget=KitInput)

    def read_values(self) -> dict[str, str]:
        """What was typed, by the blank's name; a field at fault counts as empty."""
        typed = {blank.name: self.cleaned_data.get(name, "") for name, blank in self.blanks.items()}
        return {name: value for name, value in typed.items() if value}


def field_name(blank: Blank) -> str:
    """A field name for any blank, the same for spellings that are the same blank."""
    return f"blank-{hashlib.blake2s(blank.key.encode(), digest_size=5).hexdigest()}"


def read_lines(formset: Any) -> list[DescriptionLine]:
    """The lines as they are posted; a text at fault is empty."""
    cleaned = formset.rows
    if cleaned is None:
        cleaned = [form.cleaned_data for form in formset if hasattr(form, "cleaned_data")]
    return [DescriptionLine(**{"id": "", "section": Section.RESPONSIBILITIES, **line}) for line in cleaned]


def with_ids(lines: list[DescriptionLine]) -> Iterator[DescriptionLine]:
    """The lines with an id of its own for each: one that lacks it, or repeats another's, gets a new one."""
    seen: set[str] = set()
    for line in lines:
        line_id = line.id if line.id and line.id not in seen else free_id([*seen, *(other.id for other in lines)])
        seen.add(line_id)
        yield line if line_id == line.id else msgspec.structs.replace(line, id=line_id)


def read_places(formset: Any) -> tuple[OfferedPlace, ...]:
    """The places that a bound formset says, without those that say nothing."""
    given = [OfferedPlace(**form.cleaned_data) for form in formset if getattr(form, "cleaned_data", None)]
    return tuple(place for place in given if place != OfferedPlace())


def field_values_of_blanks(description: JobDescription, blanks: BlanksForm) -> dict[str, str]:
    """What fills the blanks' fields for a job description, by field name."""
    values = {field_name(Blank(name)): value for name, value in description.values.items()}
    return {name: values.get(name, "") for name in blanks.blanks}
