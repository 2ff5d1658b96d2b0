"""The parts of a job description that repeat: lines, places, skills, blanks."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

import msgspec
from django import forms
from django.core.validators import RegexValidator
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from packs.description.value import (
    LONGEST_HEADING,
    DescriptionLine,
    JobDescription,
    Need,
    OfferedPay,
    SectionOf,
    free_id,
    kit_needs,
    usual_heading,
)
from packs.forms.shared import (
    CountedFormSet,
    CurrencyField,
    FigureField,
    KitInput,
    PayWasField,
    SharedForm,
    SharedFormSet,
    field_name,
    has_other_kind,
    known_as,
    note_pay,
)
from packs.limits import LONGEST_VALUE, MOST_LINES, MOST_RANGES
from packs.posting.facts import OfferedPlace, PayPeriod
from roles.kit.blanks import Blank
from roles.kit.choices import PayKind, Section
from roles.kit.language import of_kit
from roles.kit.value import Kit
from web.bullets import split_pasted_list

MOST_PLACES = 10
SKILLS_KEPT = 2000  # of kits, with their fields


# The usual headings are in the language of kits, whenever they are shown.
SECTION_CHOICES = [(section.value, lazy(usual_heading, str)(section)) for section in Section]


class LineForm(SharedForm):
    """A line of the job description: its section, its text, and whether to keep it."""

    id = forms.CharField(
        required=False, max_length=12, widget=forms.HiddenInput, validators=[RegexValidator(r"^[at]\d{1,9}\Z")]
    )
    origin = forms.IntegerField(required=False, min_value=0, max_value=MOST_LINES, widget=forms.HiddenInput)
    section = forms.TypedChoiceField(choices=SECTION_CHOICES, coerce=Section, label=_("This line’s section"))
    keep = forms.BooleanField(required=False, label=_("Keep this line"))
    text = forms.CharField(required=False, label=_("This line’s text"), widget=forms.Textarea(attrs={"rows": 2}))

    @property
    def shown_section(self) -> Section:
        """The section in which the page shows the line; responsibilities for an unknown one."""
        value = str(self["section"].value())
        return Section(value) if value in {section.value for section in Section} else Section.RESPONSIBILITIES


HEADING_FIELD = forms.CharField(required=False, max_length=LONGEST_HEADING, label=_("Heading"), widget=KitInput)
KEEP_FIELD = forms.BooleanField(required=False, label=_("Keep this section"))


class SectionsForm(SharedForm):
    """The heading of each section of lines, whether the section stays, and the sections' order by name."""

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
        """The sections as posted, or as shown where nothing was posted; () where all is as usual."""
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
    """A place of work: its address, and whether people may work remotely from there."""

    city = forms.CharField(required=False, max_length=100, label=_("City"), widget=known_as("address-level2"))
    region = forms.CharField(
        required=False, max_length=100, label=_("State or region"), widget=known_as("address-level1")
    )
    country = forms.CharField(required=False, max_length=100, label=_("Country"), widget=known_as("country-name"))
    remote = forms.BooleanField(required=False, label=_("Remote from here"))
    street = forms.CharField(required=False, max_length=200, label=_("Street"), widget=known_as("address-line1"))
    postal_code = forms.CharField(required=False, max_length=20, label=_("Postal code"), widget=known_as("postal-code"))


class PayForm(SharedForm):
    """A further range of pay, such as the total beside the base."""

    kind = forms.TypedChoiceField(
        choices=PayKind.list_choices(), coerce=PayKind, required=False, label=_("What it includes")
    )
    low = FigureField(label=_("From"))
    high = FigureField(label=_("To"))
    currency = CurrencyField()
    period = forms.TypedChoiceField(
        choices=PayPeriod.list_choices(), coerce=PayPeriod, required=False, label=_("Period")
    )
    was = PayWasField()

    def clean(self) -> dict[str, Any]:
        """The cleaned data. Adds an error where a range runs downward, and removes figures whose kind was changed."""
        data = self.cleaned_data
        low, high = data.get("low"), data.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", gettext("The top of the range is below the bottom. Correct one of them."))
        if has_other_kind(data.get("kind") or PayKind.BASE, low, high, data.get("was", "")):
            data |= {"low": None, "high": None}
        return data

    def read_pay(self) -> OfferedPay:
        """The range as posted, without the fields that have errors."""
        data = {name: self.cleaned_data.get(name) for name in ("kind", "low", "high", "currency", "period")}
        return OfferedPay(**{name: value for name, value in data.items() if value not in (None, "")})


LineFormSet = forms.formset_factory(
    LineForm, formset=SharedFormSet, extra=0, max_num=MOST_LINES, absolute_max=MOST_LINES
)
PayFormSet = forms.formset_factory(
    PayForm, formset=CountedFormSet, extra=0, max_num=MOST_RANGES, absolute_max=MOST_RANGES
)
PlaceFormSet = forms.formset_factory(
    PlaceForm, formset=SharedFormSet, extra=1, max_num=MOST_PLACES, absolute_max=MOST_PLACES
)


@lru_cache(SKILLS_KEPT)
def make_need_fields(name: str, covers: str) -> tuple[forms.Field, forms.Field]:
    """Two fields for a skill of a kit: the need for it, and what the need was before. Kept for later forms."""
    kinds: dict[str, Any] = {"coerce": Need, "required": False, "choices": Need.list_choices(), "label": name}
    return forms.TypedChoiceField(help_text=covers, **kinds), forms.TypedChoiceField(widget=forms.HiddenInput, **kinds)


class SkillsForm(SharedForm):
    """The need for each skill of a kit, now and when the page was made."""

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
        """The need for each skill as posted (with "-was": before); the kit's own for a missing or invalid one."""
        return {
            name: self.cleaned_data.get(f"{index}{suffix}") or editors
            for index, (name, editors) in enumerate(kit_needs(self.kit).items())
        }


class BlankField(forms.CharField):
    """The field of every blank: only where a page shows it does it have the blank's name as its label."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=LONGEST_VALUE, widget=KitInput)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """The field of a BlanksForm for the blank of this name, with its label."""
        bound = super().get_bound_field(form, field_name)
        name = cast("BlanksForm", form).blanks[field_name].name
        bound.label = of_kit(name[:1].upper() + name[1:])
        return bound


BLANK_FIELD = BlankField()


class BlanksForm(SharedForm):
    """A field for each of some blanks, named by `field_name`."""

    def __init__(self, blanks: list[Blank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = {field_name(blank): blank for blank in blanks}
        self.fields |= dict.fromkeys(self.blanks, BLANK_FIELD)

    def read_values(self) -> dict[str, str]:
        """The typed values by the name of their blank; "" for a field with an error."""
        typed = {blank.name: self.cleaned_data.get(name, "") for name, blank in self.blanks.items()}
        return {name: value for name, value in typed.items() if value}


def read_lines(formset: Any) -> list[DescriptionLine]:
    """The posted lines; the text of a field with an error is ""."""
    cleaned = formset.rows
    if cleaned is None:
        cleaned = [form.cleaned_data for form in formset if hasattr(form, "cleaned_data")]
    return [line for row in cleaned for line in part_line(row)]


def part_line(row: Mapping[str, Any]) -> list[DescriptionLine]:
    """The line of a row, or one line for each point of a list pasted into it. Only the first has the row's id and its
    place in the template.
    """
    line = DescriptionLine(**{"id": "", "section": Section.RESPONSIBILITIES, **row})
    first, *others = split_pasted_list(line.text) or [""]
    added = [DescriptionLine(id="", section=line.section, text=text, keep=line.keep) for text in others]
    return [line if first == line.text else msgspec.structs.replace(line, text=first), *added]


def with_ids(lines: list[DescriptionLine]) -> Iterator[DescriptionLine]:
    """The lines, each with its own id: one without an id, or with another line's, gets a new one."""
    seen: set[str] = set()
    for line in lines:
        line_id = line.id if line.id and line.id not in seen else free_id([*seen, *(other.id for other in lines)])
        seen.add(line_id)
        yield line if line_id == line.id else msgspec.structs.replace(line, id=line_id)


def read_places(formset: Any) -> tuple[OfferedPlace, ...]:
    """The places of a bound form set, without empty ones."""
    given = [OfferedPlace(**form.cleaned_data) for form in formset if getattr(form, "cleaned_data", None)]
    return tuple(place for place in given if place != OfferedPlace())


def read_ranges(formset: Any) -> tuple[OfferedPay, ...]:
    """The further ranges that have a figure or wait for one."""
    return tuple(form.read_pay() for form in formset if hasattr(form, "cleaned_data"))


def show_range(pay: OfferedPay) -> dict[str, Any]:
    """The first values of the fields of a further range, by field name."""
    return {**msgspec.structs.asdict(pay), "was": note_pay(pay.kind, pay.low, pay.high)}


def field_values_of_blanks(description: JobDescription, blanks: BlanksForm) -> dict[str, str]:
    """The first values of the blanks' fields for a job description, by field name."""
    values = {field_name(Blank(name)): value for name, value in description.values.items()}
    return {name: values.get(name, "") for name in blanks.blanks}
