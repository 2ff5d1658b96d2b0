"""The facts of a job description: the job, the company, the place, the pay, applying."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

import msgspec
from django import forms
from django.core.validators import RegexValidator
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.value import JobDescription, OfferedPay, Screening, Vacancy, YesNo
from packs.forms.shared import KitInput, KitSelect, KitTextarea, SharedForm
from packs.limits import LONGEST_VALUE
from packs.posting.facts import Education, Employment, PayPeriod, Workplace
from roles.kit.choices import Choice, PayKind
from roles.kit.value import Kit

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

type Words = StrOrPromise  # of ours, translated where they are shown

MOST_YEARS = 50
LEVELS_KEPT = 500  # of kits, with their field
MOST_EMPLOYEES = 10_000_000
# What goes into the document as it is typed, and so is in the language of kits.
KIT_WORDS = (
    "title",
    "company",
    "pay_bonus",
    "pay_equity",
    "about_company",
    "benefits",
    "how_to_apply",
    "equal_opportunity",
    "other",
)
ACTS_AS_LEVEL = {"class": "acts", "hx-post": "", "hx-trigger": "change", "hx-vals": '{"do": "level"}'}


# Groups of digits, the last of three, and one or two decimals behind another sign: 160,000.50, 160.000,50, 160'000.
FIGURE = re.compile(
    r"(?P<whole>\d{1,3}(?:([.,'])(?:\d{2,3}\2){0,5}\d{3})?|\d{1,15})(?:(?!\2)[.,](?P<cents>\d{1,2}))?(?P<times>k|m)?",
    re.IGNORECASE,
)
TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
APOSTROPHES = str.maketrans(dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'"))
CURRENCY_WORD = re.compile(r"\A[A-Za-z]{1,3}\.?(?=\d)|(?<=[\dkm])[a-z]{3}\Z", re.IGNORECASE)  # CHF, R, kr or EUR


class FigureField(forms.DecimalField):
    """A pay figure as people type it: 160000, 160,000, 160.000, 160'000, 160k, $160,000.50 or ₹25,00,000.

    No figure has three decimals, so a point or comma before three digits groups them.
    """

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, min_value=0, max_digits=12, decimal_places=2, widget=widget, **kwargs)
        self.error_messages["invalid"] = gettext_lazy("Write a figure, such as 160,000 or 23.50.")

    def to_python(self, value: Any) -> Any:
        """Drop the signs, spaces and separators that people type."""
        if not isinstance(value, str):
            return super().to_python(value)
        text = "".join(sign for sign in value.translate(APOSTROPHES) if not sign.isspace() and category(sign) != "Sc")
        found = FIGURE.fullmatch(CURRENCY_WORD.sub("", text))
        if not found:
            return super().to_python(text)
        digits = re.sub(r"\D", "", found["whole"])
        times = TIMES[(found["times"] or "").casefold()]
        return super().to_python(str(Decimal(f"{digits}.{found['cents'] or 0}") * times))

    def prepare_value(self, value: Any) -> Any:
        """Show a figure with its thousands set apart, and what was typed as it was typed."""
        return number_format(value, use_l10n=True, force_grouping=True) if isinstance(value, Decimal) else value


def _words_field(label: Words, *, longest: int = 200, **kwargs: Any) -> forms.CharField:
    return forms.CharField(required=False, max_length=longest, label=label, **{"widget": KitInput, **kwargs})


def _text_field(label: Words, help_text: Words = "") -> forms.CharField:
    widget = KitTextarea(attrs={"rows": 3})
    return forms.CharField(required=False, label=label, help_text=help_text, widget=widget)


def _years_field(label: Words) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(required=False, min_value=0, max_value=MOST_YEARS, label=label, widget=widget)


def _day_field(label: Words, help_text: Words = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(required=False, label=label, help_text=help_text, widget=widget)


def _choice_field(kind: type[Choice], label: Words, empty: Words) -> forms.TypedChoiceField:
    choices = [("", empty), *kind.list_choices()]
    return forms.TypedChoiceField(required=False, choices=choices, coerce=kind, empty_value=None, label=label)


@lru_cache(LEVELS_KEPT)
def make_level_field(levels: tuple[str, ...]) -> forms.ChoiceField:
    """The field for one of the levels of a kit, by their names. Kept for the next form that asks."""
    choices = [("", gettext_lazy("Any level")), *((level, level) for level in levels)]
    widget = KitSelect(attrs=ACTS_AS_LEVEL)
    return forms.ChoiceField(required=False, label=gettext_lazy("Level"), choices=choices, widget=widget)


class DetailsForm(SharedForm):
    """Every field of a job description that stands alone."""

    edition = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    title = forms.CharField(max_length=200, label=gettext_lazy("Job title"), widget=KitInput)
    company = _words_field(gettext_lazy("Company name"), widget=KitInput(attrs={"autocomplete": "organization"}))
    level = make_level_field(())
    experience_min = _years_field(gettext_lazy("Years, at least"))
    experience_max = _years_field(gettext_lazy("Years, at most"))

    workplace = _choice_field(Workplace, gettext_lazy("Workplace"), gettext_lazy("Not said"))
    employment = forms.TypedMultipleChoiceField(
        required=False,
        choices=Employment.list_choices(),
        coerce=Employment,
        label=gettext_lazy("Employment type"),
        widget=forms.CheckboxSelectMultiple,
    )

    employees = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_EMPLOYEES,
        label=gettext_lazy("Employees of the company"),
        help_text=gettext_lazy("In all. Some pay laws begin at a size."),
    )
    home = _words_field(
        gettext_lazy("Where the company is"),
        longest=LONGEST_VALUE,
        widget=forms.TextInput(),
        help_text=gettext_lazy("For remote work. For example: Delaware, United States."),
    )

    pay_kind = forms.TypedChoiceField(
        choices=PayKind.list_choices(), coerce=PayKind, required=False, label=gettext_lazy("What it counts")
    )
    pay_low = FigureField(label=gettext_lazy("From"))
    pay_high = FigureField(label=gettext_lazy("To"))
    pay_currency = forms.CharField(
        required=False,
        max_length=3,
        label=gettext_lazy("Currency"),
        validators=[RegexValidator(r"^[A-Za-z]{3}\Z", gettext_lazy("Write a currency as three letters, such as USD."))],
    )
    pay_period = forms.TypedChoiceField(
        choices=PayPeriod.list_choices(), coerce=PayPeriod, required=False, label=gettext_lazy("Period")
    )
    pay_bonus = _words_field(
        gettext_lazy("Bonus"),
        longest=LONGEST_VALUE,
        help_text=gettext_lazy("For example: 10 percent of base salary, paid each March."),
    )
    pay_equity = _words_field(
        gettext_lazy("Equity"),
        longest=LONGEST_VALUE,
        help_text=gettext_lazy("For example: stock options over four years."),
    )

    about_company = _text_field(gettext_lazy("About the company"))
    benefits = _text_field(
        gettext_lazy("Benefits"),
        gettext_lazy("One on each line, such as health insurance, a retirement plan or paid time off."),
    )
    posted_on = _day_field(
        gettext_lazy("Posting date"), gettext_lazy("For the pay law of that day. Leave empty for today.")
    )
    deadline = _day_field(gettext_lazy("Application deadline"))
    ongoing = forms.BooleanField(
        required=False, label=gettext_lazy("No deadline: applications are accepted on an ongoing basis")
    )
    how_to_apply = _text_field(gettext_lazy("How to apply"))
    vacancy = _choice_field(Vacancy, gettext_lazy("Vacancy"), gettext_lazy("Say nothing"))
    screening = _choice_field(
        Screening, gettext_lazy("Artificial intelligence in screening"), gettext_lazy("Say nothing")
    )
    driving = _choice_field(
        YesNo, gettext_lazy("Driving is part of the job, and nothing else compares"), gettext_lazy("Not said")
    )
    language_needed = _choice_field(
        YesNo, gettext_lazy("The work needs the languages that the text asks for"), gettext_lazy("Not said")
    )
    reference = _words_field(gettext_lazy("Reference number"), longest=100, widget=forms.TextInput())
    company_url = forms.URLField(
        required=False,
        max_length=LONGEST_VALUE,
        assume_scheme="https",
        label=gettext_lazy("Address of the company’s site"),
    )
    company_logo = forms.URLField(
        required=False,
        max_length=LONGEST_VALUE,
        assume_scheme="https",
        label=gettext_lazy("Address of the company’s logo"),
    )
    direct_apply = _choice_field(
        YesNo, gettext_lazy("People apply on the page of the posting itself"), gettext_lazy("Not said")
    )
    education = _choice_field(Education, gettext_lazy("Education, at least"), gettext_lazy("Not said"))
    equal_opportunity = _text_field(
        gettext_lazy("Equal opportunity"),
        gettext_lazy(
            "For example: We are an equal opportunity employer. We consider every qualified applicant "
            "without regard to any characteristic that the law protects."
        ),
    )
    other = _text_field(
        gettext_lazy("Other information"), gettext_lazy("A line that starts with ## is the heading of a section.")
    )

    def __init__(self, kit: Kit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"] = make_level_field(tuple(level.name for level in kit.levels))

    def clean(self) -> dict[str, Any]:
        """Refuse ranges that end before they begin."""
        for low, high in (("experience_min", "experience_max"), ("pay_low", "pay_high")):
            least, most = self.cleaned_data.get(low), self.cleaned_data.get(high)
            if least is not None and most is not None and most < least:
                self.add_error(high, _("This is below the other end of the range."))
        posted_on, deadline = self.cleaned_data.get("posted_on"), self.cleaned_data.get("deadline")
        if posted_on and deadline and deadline < posted_on:
            self.add_error("deadline", _("This is before the posting date."))
        if self.cleaned_data.get("deadline") and self.cleaned_data.get("ongoing"):
            self.add_error("ongoing", _("Remove the deadline or clear this box: a posting has one or the other."))
        return self.cleaned_data


def build_initial(description: JobDescription) -> dict[str, Any]:
    """What the fields show for a job description, by the names of the fields."""
    pay = {f"pay_{name}": value for name, value in msgspec.structs.asdict(description.pay).items()}
    return {**msgspec.structs.asdict(description), **pay}


def read_details(cleaned: dict[str, Any]) -> dict[str, Any]:
    """The fields of a JobDescription that the cleaned data gives; a field at fault is left out."""
    names = set(JobDescription.__struct_fields__) & set(cleaned)
    given = {name: cleaned[name] for name in names - {"edition", "employment"}}
    return given | {"pay": _read_pay(cleaned), "employment": tuple(cleaned.get("employment", ()))}


def _read_pay(cleaned: dict[str, Any]) -> OfferedPay:
    given: dict[str, Any] = {name: cleaned.get(f"pay_{name}") for name in OfferedPay.__struct_fields__}
    given["currency"] = (given["currency"] or "").upper()
    return OfferedPay(**{name: value for name, value in given.items() if value not in (None, "")})
