"""The facts of a job description: the job, the company, the place, the pay, applying."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.value import JobDescription, OfferedPay, Screening, Vacancy, YesNo
from packs.forms.shared import (
    AddressField,
    CurrencyField,
    FigureField,
    KitInput,
    KitSelect,
    KitTextarea,
    ListText,
    PayWasField,
    ProseText,
    SharedForm,
    add_points,
    add_statement,
    has_other_kind,
    load_ready_words,
    note_pay,
)
from packs.limits import LONGEST_VALUE
from packs.posting.facts import Education, Employment, PayPeriod, Workplace
from roles.kit.choices import Choice, PaperSize, PayKind
from roles.kit.language import of_kit
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


def acts_as(action: str) -> dict[str, str]:
    """The attributes of a list that presses a button with this action when another option is chosen."""
    return {"class": "acts", "hx-post": "", "hx-trigger": "change", "hx-vals": f'{{"do": "{action}"}}'}


def _words_field(label: Words, *, longest: int = 200, **kwargs: Any) -> forms.CharField:
    kwargs.setdefault("widget", KitInput(attrs=kwargs.pop("attrs", None)))
    return forms.CharField(required=False, max_length=longest, label=label, **kwargs)


def _text_field(label: Words, help_text: Words = "", kind: type[forms.CharField] = ProseText) -> forms.CharField:
    widget = KitTextarea(attrs={"rows": 3})
    return kind(required=False, label=label, help_text=help_text, widget=widget)


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
    """A field to choose one of these levels, by name. Kept for later forms with the same levels."""
    choices = [("", gettext_lazy("Any level")), *((level, level) for level in levels)]
    widget = KitSelect(attrs=acts_as("level"))
    return forms.ChoiceField(required=False, label=gettext_lazy("Level"), choices=choices, widget=widget)


def make_benefit_field(stated: str) -> forms.MultipleChoiceField:
    """Checkboxes for common benefits, without those that are lines already; any number may be ticked."""
    benefits = load_ready_words().benefits
    field = forms.MultipleChoiceField(
        required=False,
        label=gettext_lazy("Common benefits: check any to add"),
        choices=lambda: [(text, text) for text in benefits],
        widget=forms.CheckboxSelectMultiple,
    )

    def list_boxes() -> list[tuple[str, str]]:  # asked for where the field is shown, which a preview does not
        return [(text, of_kit(text)) for text in benefits if text not in stated.splitlines()]

    field.widget.choices = list_boxes
    return field


def group_statements() -> list[Any]:
    """The statements to choose from as Django's grouped choices, by subject and length, in the language of kits."""
    ready = load_ready_words()
    named, lengths = iter(ready.map_statements()), ("short", "medium", "full")
    return [
        (about, [(next(named), f"{about}, {length}") for length, __ in zip(lengths, texts, strict=True)])
        for about, texts in ready.statements.items()
    ]


class DetailsForm(SharedForm):
    """The fields of a job description that aren't lists, such as its title, level and pay."""

    profile = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)  # the token of a profile's link
    edition = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    order = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)
    title = forms.CharField(
        max_length=200,
        label=gettext_lazy("Job title"),
        widget=KitInput(attrs={"autocomplete": "organization-title"}),
    )
    company = _words_field(gettext_lazy("Company name"), attrs={"autocomplete": "organization"})
    level = make_level_field(())
    experience_min = _years_field(gettext_lazy("Minimum years"))
    experience_max = _years_field(gettext_lazy("Maximum years"))

    workplace = _choice_field(Workplace, gettext_lazy("Workplace"), gettext_lazy("Not specified"))
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
        label=gettext_lazy("Number of employees"),
        help_text=gettext_lazy("Count everyone. Some pay laws apply only to employers of a certain size."),
    )
    home = _words_field(
        gettext_lazy("Company location"),
        longest=LONGEST_VALUE,
        widget=forms.TextInput(),
        help_text=gettext_lazy("For remote work. For example: Delaware, United States."),
    )

    pay_kind = forms.TypedChoiceField(
        choices=PayKind.list_choices(),
        coerce=PayKind,
        required=False,
        label=gettext_lazy("What it includes"),
        widget=forms.Select(attrs=acts_as("kind")),
    )
    pay_was = PayWasField()
    pay_low = FigureField(label=gettext_lazy("From"))
    pay_high = FigureField(label=gettext_lazy("To"))
    pay_currency = CurrencyField()
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
        gettext_lazy("One per line, such as health insurance, a retirement plan or paid time off."),
        ListText,
    )
    benefit = make_benefit_field("")
    posted_on = _day_field(
        gettext_lazy("Posting date"), gettext_lazy("We check pay law as of this date. Leave it empty for today.")
    )
    deadline = _day_field(gettext_lazy("Application deadline"))
    ongoing = forms.BooleanField(
        required=False, label=gettext_lazy("No deadline: applications are accepted on an ongoing basis")
    )
    how_to_apply = _text_field(gettext_lazy("How to apply"))
    apply_to = AddressField(
        required=False,
        max_length=LONGEST_VALUE,
        label=gettext_lazy("Where to apply"),
        help_text=gettext_lazy("A link or an email address, such as jobs@example.com."),
        error_messages={"invalid": gettext_lazy("Enter a link or an email address.")},
    )
    vacancy = _choice_field(Vacancy, gettext_lazy("Vacancy"), gettext_lazy("Don’t mention it"))
    screening = _choice_field(
        Screening, gettext_lazy("Artificial intelligence in screening"), gettext_lazy("Don’t mention it")
    )
    paper = _choice_field(PaperSize, gettext_lazy("Paper size"), gettext_lazy("Standard for the job’s location"))
    driving = _choice_field(
        YesNo,
        gettext_lazy("Driving is part of the job, and no other form of transportation is comparable"),
        gettext_lazy("Not specified"),
    )
    language_needed = _choice_field(
        YesNo, gettext_lazy("The work requires the languages that the text mentions"), gettext_lazy("Not specified")
    )
    reference = _words_field(gettext_lazy("Reference number"), longest=100, widget=forms.TextInput())
    company_url = forms.URLField(
        required=False,
        max_length=LONGEST_VALUE,
        assume_scheme="https",
        label=gettext_lazy("Company website address"),
    )
    company_logo = forms.URLField(
        required=False,
        max_length=LONGEST_VALUE,
        assume_scheme="https",
        label=gettext_lazy("Company logo address"),
    )
    direct_apply = _choice_field(
        YesNo, gettext_lazy("Candidates apply on the same page as the posting"), gettext_lazy("Not specified")
    )
    education = _choice_field(Education, gettext_lazy("Minimum education"), gettext_lazy("Not specified"))
    equal_opportunity = _text_field(
        gettext_lazy("Equal opportunity"),
        gettext_lazy(
            "For example: We are an equal opportunity employer. We consider every qualified applicant "
            "without regard to any characteristic protected by law."
        ),
    )
    statement = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Add standard wording"),
        choices=[("", gettext_lazy("Choose standard wording")), *group_statements()],
        widget=KitSelect(attrs=acts_as("statement")),
    )
    other = _text_field(
        gettext_lazy("Other information"), gettext_lazy("A line that starts with ## is a section heading.")
    )

    def __init__(self, kit: Kit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"] = make_level_field(tuple(level.name for level in kit.levels))
        self.fields["benefit"] = make_benefit_field(str(self["benefits"].value() or ""))

    def clean(self) -> dict[str, Any]:
        """The cleaned data. Adds an error where a range or a period ends before it starts."""
        for low, high in (("experience_min", "experience_max"), ("pay_low", "pay_high")):
            least, most = self.cleaned_data.get(low), self.cleaned_data.get(high)
            if least is not None and most is not None and most < least:
                self.add_error(high, _("The top of the range is below the bottom. Correct one of them."))
        posted_on, deadline = self.cleaned_data.get("posted_on"), self.cleaned_data.get("deadline")
        if posted_on and deadline and deadline < posted_on:
            self.add_error("deadline", _("The deadline is before the posting date. Choose a later day."))
        if self.cleaned_data.get("deadline") and self.cleaned_data.get("ongoing"):
            self.add_error("ongoing", _("Remove the deadline or clear this box: a posting can’t have both."))
        return self.cleaned_data


def build_initial(description: JobDescription) -> dict[str, Any]:
    """The first values of the form's fields for a job description, by field name."""
    pay = {f"pay_{name}": value for name, value in msgspec.structs.asdict(description.pay).items()}
    was = note_pay(description.pay.kind, description.pay.low, description.pay.high)
    return {
        **msgspec.structs.asdict(description),
        **pay,
        "pay_was": was,
        "benefit": [],
        "order": " ".join(description.order),
    }


def read_details(cleaned: dict[str, Any]) -> dict[str, Any]:
    """The values for fields of a JobDescription in cleaned data; a field with an error is left out."""
    names = set(JobDescription.__struct_fields__) & set(cleaned)
    given = {name: cleaned[name] for name in names - {"edition", "employment"}}
    given["order"] = tuple(cleaned.get("order", "").split())
    given["benefits"] = add_points(given.get("benefits", ""), cleaned.get("benefit", ()))
    given["equal_opportunity"] = add_statement(given.get("equal_opportunity", ""), cleaned.get("statement", ""))
    return given | {"pay": _read_pay(cleaned), "employment": tuple(cleaned.get("employment", ()))}


def _read_pay(cleaned: dict[str, Any]) -> OfferedPay:
    given: dict[str, Any] = {name: cleaned.get(f"pay_{name}") for name in OfferedPay.__struct_fields__}
    if has_other_kind(given["kind"] or PayKind.BASE, given["low"], given["high"], cleaned.get("pay_was", "")):
        given |= {"low": None, "high": None}
    return OfferedPay(**{name: value for name, value in given.items() if value not in (None, "")})
