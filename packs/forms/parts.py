"""The parts of a job description that repeat: lines, places, skills, blanks."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

import msgspec
from django import forms
from django.core.validators import RegexValidator
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
from packs.forms.fields import (
    CurrencyField,
    FigureField,
    PayWasField,
    has_other_kind,
    known_as,
    note_pay,
    set_kit_language,
)
from packs.limits import LONGEST_VALUE, MOST_LINES, MOST_RANGES
from packs.posting.facts import OfferedPlace, PayPeriod
from roles.kit.blanks import Blank
from roles.kit.choices import PayKind, Section
from roles.kit.language import of_kit
from roles.kit.value import Kit
from web.bullets import split_pasted_list

MOST_PLACES = 10
SECTION_CHOICES = [(section.value, usual_heading(section)) for section in Section]


class SharedField(forms.Field):
    """A field that all forms of a class share: nothing changes it once it is made, and forms need no copies of it."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class SharedText(SharedField, forms.CharField):
    """A text."""


class SharedNumber(SharedField, forms.IntegerField):
    """A whole number."""


class SharedChoice(SharedField, forms.TypedChoiceField):
    """One of some choices."""


class SharedBox(SharedField, forms.BooleanField):
    """A box to tick."""


class LineForm(forms.Form):
    """A line: its section, whether it stays, and its text."""

    id = SharedText(
        required=False, max_length=12, widget=forms.HiddenInput, validators=[RegexValidator(r"^[at]\d{1,9}\Z")]
    )
    origin = SharedNumber(required=False, min_value=0, max_value=MOST_LINES, widget=forms.HiddenInput)
    section = SharedChoice(choices=SECTION_CHOICES, coerce=Section, label=_("Section of the line"))
    keep = SharedBox(required=False, label=_("Keep this line"))
    text = SharedText(required=False, label=_("Text of the line"), widget=forms.Textarea(attrs={"rows": 2}))

    def read_lines(self) -> list[DescriptionLine]:
        """The line as it is posted, or a line for each point of a list that was pasted into it; only the first has the
        line's id and its place in the template. A text at fault is empty.
        """
        data = {name: value for name, value in self.cleaned_data.items() if name in DescriptionLine.__struct_fields__}
        line = DescriptionLine(**({"id": "", "section": Section.RESPONSIBILITIES} | data))
        first, *others = split_pasted_list(line.text) or [""]
        added = [DescriptionLine(id="", section=line.section, text=text, keep=line.keep) for text in others]
        return [msgspec.structs.replace(line, text=first), *added]

    @property
    def shown_section(self) -> Section:
        """Where the page shows it; a line with an unknown section stands with the duties, its text unharmed."""
        value = str(self["section"].value())
        return Section(value) if value in {section.value for section in Section} else Section.RESPONSIBILITIES


class SectionsForm(forms.Form):
    """For each section of lines its heading and whether it stays; `order` is their order, by name."""

    order = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, outline: Iterable[SectionOf], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix="sections")
        self.shown = {part.section: part for part in outline}
        self.fields["order"].initial = " ".join(self.shown)
        for section, part in self.shown.items():
            self.fields[f"{section}-heading"] = forms.CharField(
                required=False, max_length=LONGEST_HEADING, label=_("Heading"), initial=part.label
            )
            self.fields[f"{section}-keep"] = forms.BooleanField(
                required=False, label=_("Keep this section"), initial=part.keep
            )
            set_kit_language(self, f"{section}-heading")

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


class PlaceForm(forms.Form):
    """A place where someone would work."""

    city = SharedText(required=False, max_length=100, label=_("City"), widget=known_as("address-level2"))
    region = SharedText(required=False, max_length=100, label=_("State or region"), widget=known_as("address-level1"))
    country = SharedText(required=False, max_length=100, label=_("Country"), widget=known_as("country-name"))
    remote = SharedBox(required=False, label=_("Remote from here"))


class PayForm(forms.Form):
    """A further range of pay, such as the total beside the base."""

    kind = SharedChoice(choices=PayKind.list_choices(), coerce=PayKind, required=False, label=_("What it counts"))
    low = FigureField(label=_("From"))
    high = FigureField(label=_("To"))
    currency = CurrencyField()
    period = SharedChoice(choices=PayPeriod.list_choices(), coerce=PayPeriod, required=False, label=_("Period"))
    was = PayWasField()

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends before it begins, and take out figures whose kind was changed."""
        data = self.cleaned_data
        low, high = data.get("low"), data.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", gettext("This is below the other end of the range."))
        if has_other_kind(data.get("kind") or PayKind.BASE, low, high, data.get("was", "")):
            data |= {"low": None, "high": None}
        return data

    def read_pay(self) -> OfferedPay:
        """The range as it was posted; a field at fault is left out."""
        data = {name: self.cleaned_data.get(name) for name in ("kind", "low", "high", "currency", "period")}
        return OfferedPay(**{name: value for name, value in data.items() if value not in (None, "")})


LineFormSet = forms.formset_factory(LineForm, extra=0, max_num=MOST_LINES, absolute_max=MOST_LINES)
PayFormSet = forms.formset_factory(PayForm, extra=0, max_num=MOST_RANGES, absolute_max=MOST_RANGES)
PlaceFormSet = forms.formset_factory(PlaceForm, extra=1, max_num=MOST_PLACES, absolute_max=MOST_PLACES)


class SkillsForm(forms.Form):
    """How much each skill of a kit is needed, and how much it was when the page was made."""

    def __init__(self, kit: Kit, needs: Mapping[str, Need], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix="skill")
        self.kit = kit
        for index, (name, editors) in enumerate(kit_needs(kit).items()):
            need = needs.get(name, editors)
            kinds: dict[str, Any] = {"coerce": Need, "required": False, "choices": Need.list_choices(), "initial": need}
            self.fields[f"{index}"] = forms.TypedChoiceField(label=name, help_text=kit.skills[index].covers, **kinds)
            self.fields[f"{index}-was"] = forms.TypedChoiceField(label=name, widget=forms.HiddenInput, **kinds)

    def read_needs(self, suffix: str = "") -> dict[str, Need]:
        """Each skill's need as posted (or, with "-was", as it was); what is missing or at fault is the kit's."""
        return {
            name: self.cleaned_data.get(f"{index}{suffix}") or editors
            for index, (name, editors) in enumerate(kit_needs(self.kit).items())
        }


class BlanksForm(forms.Form):
    """One field for each distinct blank of some texts."""

    def __init__(self, blanks: list[Blank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = {field_name(blank): blank for blank in blanks}
        for name, blank in self.blanks.items():
            label = of_kit(blank.name[:1].upper() + blank.name[1:])
            self.fields[name] = forms.CharField(required=False, max_length=LONGEST_VALUE, label=label)
            set_kit_language(self, name)

    def read_values(self) -> dict[str, str]:
        """What was typed, by the blank's name; a field at fault counts as empty."""
        typed = {blank.name: self.cleaned_data.get(name, "") for name, blank in self.blanks.items()}
        return {name: value for name, value in typed.items() if value}


def field_name(blank: Blank) -> str:
    """A field name for any blank, the same for spellings that are the same blank."""
    return f"blank-{hashlib.blake2s(blank.key.encode(), digest_size=5).hexdigest()}"


def with_ids(lines: list[DescriptionLine]) -> Iterator[DescriptionLine]:
    """The lines with an id of its own for each: one that lacks it, or repeats another's, gets a new one."""
    seen: set[str] = set()
    for line in lines:
        line_id = line.id if line.id and line.id not in seen else free_id([*seen, *(other.id for other in lines)])
        seen.add(line_id)
        yield line if line_id == line.id else msgspec.structs.replace(line, id=line_id)


def read_places(formset: Any) -> tuple[OfferedPlace, ...]:
    """The places that say something."""
    given = [OfferedPlace(**form.cleaned_data) for form in formset if getattr(form, "cleaned_data", None)]
    return tuple(place for place in given if place != OfferedPlace())


def read_ranges(formset: Any) -> tuple[OfferedPay, ...]:
    """The further ranges of pay that have a figure, or stand there to get one."""
    return tuple(form.read_pay() for form in formset if hasattr(form, "cleaned_data"))


def show_range(pay: OfferedPay) -> dict[str, Any]:
    """What the fields of a further range show."""
    return {**msgspec.structs.asdict(pay), "was": note_pay(pay.kind, pay.low, pay.high)}


def field_values_of_blanks(description: JobDescription, blanks: BlanksForm) -> dict[str, str]:
    """What fills the blanks' fields for a job description, by field name."""
    values = {field_name(Blank(name)): value for name, value in description.values.items()}
    return {name: values.get(name, "") for name in blanks.blanks}
