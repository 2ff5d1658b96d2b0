"""What forms share: fields made once for all requests, widgets for words in the language of kits, and fields that read
what people type, paste or choose: figures, lists, texts, addresses, and the words on offer.
"""

import hashlib
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import msgspec
import pycountry
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_email
from django.forms.formsets import TOTAL_FORM_COUNT, ManagementForm
from django.forms.utils import ErrorDict
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from roles.kit.blanks import Blank
from roles.kit.choices import Language
from roles.kit.language import kit_attributes
from web.bullets import drop_no_width, mark_points, split_list
from web.language import text_language

LONGEST_REMEMBERED = 20  # characters of a value that is cleaned once for all forms
TYPED_WIDGETS = (forms.TextInput, forms.NumberInput, forms.Textarea)
CHOSEN_VALUES = (str, bool, type(None))


class _KitWords(forms.Widget):
    """A widget whose words are in the language of kits, and say so where the site speaks another one."""

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().build_attrs(base_attrs | kit_attributes(), extra_attrs)


class KitInput(_KitWords, forms.TextInput):
    """A widget for one line in the language of kits, with a `lang` attribute where the site's language is another."""


class KitTextarea(_KitWords, forms.Textarea):
    """A widget for several lines in the language of kits, with a `lang` attribute where the site's
    language is another.
    """


class KitSelect(forms.Select):
    """A list of options in the language of kits, apart from the one that stands for none of them."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Django's option, with a `lang` attribute where the site's language is another."""
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"attrs": option["attrs"] | kit_attributes()} if value else option


class _SharedFields(dict[str, forms.Field]):
    """Fields by name, of which each form gets a dictionary of its own with the very same fields."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return {**self}


class SharedForm(forms.Form):
    """A form that shares its fields with all others of its class, because copying them takes longer than cleaning them.

    A shared field is never changed: a form that needs a different one puts it into its own `fields`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = _SharedFields(self.base_fields)  # type: ignore[misc]
        super().__init__(*args, **{"label_suffix": "", **kwargs})  # Django would ask for a translation

    def has_changed(self) -> bool:
        """Whether a form that may stay empty has a changed field. Always True for other forms, where Django makes no
        use of the answer.
        """
        return not self.empty_permitted or super().has_changed()

    def _clean_fields(self) -> None:
        """The same as Django's, without the bound fields, which only a page needs."""
        for name, field in self.fields.items():
            value = self._widget_data_value(field.widget, self.add_prefix(name))  # type: ignore[attr-defined]
            try:
                self.cleaned_data[name] = _clean_field(field, _drop_hidden_signs(value))
            except ValidationError as error:
                self.add_error(name, error)


class _RowCounts(SharedForm, ManagementForm):
    """How many rows a formset has."""


class CountedFormSet(forms.BaseFormSet):
    """A form set that shares the fields for the counts of its rows with all others."""

    @cached_property
    def management_form(self) -> ManagementForm:
        """The cleaned counts of the rows. Made on first use."""
        if not self.is_bound:
            return super().management_form
        counts = _RowCounts(self.data, auto_id=self.auto_id, prefix=self.prefix, renderer=self.renderer)  # type: ignore[attr-defined]
        counts.full_clean()
        return counts


class SharedFormSet(CountedFormSet):
    """A form set that makes a row's form only when it is needed: for an error, or to be shown.

    Only the fields of its form clean a row, and no `clean` of the form. `rows` is the cleaned data of the rows; None
    where the forms have it.
    """

    rows: list[dict[str, Any]] | None = None

    def full_clean(self) -> None:
        """Clean the rows with the fields alone; with forms where a row has an error or may stay empty."""
        self.rows = self._clean_rows() if self.is_bound and self.management_form.is_valid() else None
        if self.rows is None:
            super().full_clean()
        else:
            self._errors: list[ErrorDict] = []
            self._non_form_errors = self.error_class()

    def is_valid(self) -> bool:
        """Whether no row has an error."""
        return not self.list_at_fault() and (self.rows is not None or super().is_valid())

    def list_at_fault(self) -> list[forms.Form]:
        """The forms of the rows with an error."""
        if self.is_bound and not self.errors and self.rows is not None:
            return []
        return [form for form in self.forms if form.errors]

    def clean_forms(self) -> None:
        """Clean every row again with its form, so that an error can be added to the form."""
        self.rows = None
        super().full_clean()

    def _clean_rows(self) -> list[dict[str, Any]] | None:
        count = self.total_form_count()
        if not self.initial_form_count() == count == self.management_form.cleaned_data[TOTAL_FORM_COUNT]:
            return None
        cells = [(name, field.widget.value_from_datadict, field) for name, field in self.form.base_fields.items()]
        try:
            return [
                {
                    name: _clean_field(field, _drop_hidden_signs(read(self.data, {}, f"{self.prefix}-{number}-{name}")))
                    for name, read, field in cells
                }
                for number in range(count)
            ]
        except ValidationError:
            return None


def _drop_hidden_signs(value: Any) -> Any:
    """What was typed or pasted without characters of no width, which would hide a word from the review."""
    return drop_no_width(value) if isinstance(value, str) else value


def _clean_field(field: forms.Field, value: Any) -> Any:
    """The cleaned value of a field: an empty one, and one that nobody types, is cleaned once for all forms. Raises
    ValidationError.
    """
    if value == "" or (
        isinstance(value, CHOSEN_VALUES)
        and not isinstance(field.widget, TYPED_WIDGETS)
        and len(str(value)) <= LONGEST_REMEMBERED
    ):
        return _clean_remembered(field, value)
    return field.clean(value)


@lru_cache(2000)
def _clean_remembered(field: forms.Field, value: str | bool | None) -> Any:
    """The cleaned value of what nobody types, such as ids, sections and ticks, which forms and rows repeat."""
    return field.clean(value)


# Groups of digits, the last of three, and one or two decimals behind another sign: 160,000.50, 160.000,50, 160'000.
FIGURE = re.compile(
    r"(?P<whole>\d{1,3}(?:([.,'])(?:\d{2,3}\2){0,5}\d{3})?|\d{1,15})(?:(?!\2)[.,](?P<cents>\d{1,2}))?"
    r"(?:(?P<times>k|m|lakh|lac|lpa|crore|cr)s?)?",
    re.IGNORECASE,
)
LAKH, CRORE = 100_000, 10_000_000
TIMES = {"": 1, "k": 1_000, "m": 1_000_000, "lakh": LAKH, "lac": LAKH, "lpa": LAKH, "crore": CRORE, "cr": CRORE}
APOSTROPHES = str.maketrans(
    dict.fromkeys("`\N{ACUTE ACCENT}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'")
)
CURRENCY_WORD = re.compile(r"\A([^\W\d_]{1,3})\.?(?=\d)|(?<=[\dkm])([^\W\d_]{1,3})\.?\Z", re.IGNORECASE)
CURRENCY_WORDS = {"kr", "zł", "zl", "kč", "ft", "lei", "rs", "rm", "rp", "r", "fr", "円", "元", "원"}
DOLLARS = {"us", "c", "ca", "a", "au", "nz", "s", "sg", "hk", "nt", "mx"}  # what is left of C$ without its sign
NO_CENTS = re.compile(r"[.,][-\N{EN DASH}\N{EM DASH}]{1,2}(?=\D{0,9}\Z)")  # 95'000.- or 95.000,-


class FigureField(forms.DecimalField):
    """A pay figure as people type it: 160000, 160,000, 160.000, 160'000, 160k, $160,000.50 or ₹25,00,000.

    No figure has three decimals, so a point or comma before three digits groups them.
    """

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, min_value=0, max_digits=12, decimal_places=2, widget=widget, **kwargs)
        self.error_messages["invalid"] = gettext_lazy("Enter a figure, such as 160,000 or 23.50.")

    def to_python(self, value: Any) -> Any:
        """The amount as a Decimal, without the signs, spaces and separators that people type. Raises ValidationError
        for what is no amount.
        """
        if not isinstance(value, str):
            return super().to_python(value)
        typed = normalize("NFKC", value.translate(APOSTROPHES))
        text = "".join(sign for sign in typed if not sign.isspace() and category(sign) != "Sc")
        found = FIGURE.fullmatch(NO_CENTS.sub("", CURRENCY_WORD.sub(_drop_currency, text)))
        if not found:
            return super().to_python(text)
        digits = re.sub(r"\D", "", found["whole"])
        times = TIMES[(found["times"] or "").casefold()]
        return super().to_python(str(_settle_cents(Decimal(f"{digits}.{found['cents'] or 0}") * times)))

    def prepare_value(self, value: Any) -> Any:
        """An amount with its thousands separated; a typed text stays as it was typed."""
        if not isinstance(value, Decimal):
            return value
        return number_format(_settle_cents(value), use_l10n=True, force_grouping=True)


def _settle_cents(amount: Decimal) -> Decimal:
    """The amount with two decimals, or with none where it is whole."""
    return amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01"))


def _drop_currency(word: re.Match[str]) -> str:
    """Nothing for the code or word of a currency, which the form asks for elsewhere; any other word as it is."""
    letters = (word[1] or word[2]).casefold()
    is_word = letters in CURRENCY_WORDS or (word[1] and letters in DOLLARS)
    return "" if is_word or pycountry.currencies.get(alpha_3=letters.upper()) else word[0]


def field_name(blank: Blank) -> str:
    """The name of a blank's form field, the same for all spellings of the blank."""
    return f"blank-{hashlib.blake2s(blank.key.encode(), digest_size=5).hexdigest()}"


def known_as(token: str) -> forms.TextInput:
    """A text input that browsers may fill in, by its token for HTML's autocomplete."""
    return forms.TextInput(attrs={"autocomplete": token})


class CurrencyField(forms.CharField):
    """A currency by its three letters, which are turned into upper case."""

    def __init__(self) -> None:
        letters = RegexValidator(r"^[A-Za-z]{3}\Z", gettext_lazy("Enter a currency as three letters, such as USD."))
        super().__init__(required=False, max_length=3, label=gettext_lazy("Currency"), validators=[letters])

    def clean(self, value: Any) -> str:
        """The currency's three letters in upper case. Raises ValidationError where they are no code."""
        return str(super().clean(value)).upper()


class PayWasField(forms.CharField):
    """A hidden field with the kind and figures that a range had when its page was made, as `note_pay` writes them."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=60, widget=forms.HiddenInput)


def note_pay(kind: str, low: Decimal | None, high: Decimal | None) -> str:
    """The value of PayWasField for a range: kind and both ends with two decimals, such as "base:90000.00:"."""
    return ":".join([kind, *("" if end is None else f"{end:.2f}" for end in (low, high))])


def has_other_kind(kind: str, low: Decimal | None, high: Decimal | None, was: str) -> bool:
    """Whether the kind of pay was changed while the figures stayed the same, in which case a total would become a base.
    `was` is what `note_pay` gave before.
    """
    kind_was, _, figures = was.partition(":")
    return bool(kind_was) and kind_was != kind and note_pay(kind, low, high).partition(":")[2] == figures


class AddressField(forms.CharField):
    """A web address, with or without https://, or an e-mail address."""

    def clean(self, value: Any) -> str:
        """The full address, with https:// where a web address lacks it. Raises ValidationError for what is neither a
        web nor an e-mail address.
        """
        text = str(super().clean(value))
        if not text:
            return ""
        if "@" in text and "/" not in text:
            address = text.removeprefix("mailto:")
            validate_email(address)
            return address
        address = text if "://" in text else f"https://{text}"
        URLValidator(["http", "https"], message=self.error_messages["invalid"])(address)
        return address


class ListText(forms.CharField):
    """A list as a text with one point on each line. Bullets and empty lines are dropped."""

    def to_python(self, value: Any) -> str:
        """The points of the text that was typed, one per line, without their bullets."""
        return "\n".join(split_list(super().to_python(value) or ""))


class ProseText(forms.CharField):
    """A text of several lines, which may have lists: what starts each of their points becomes POINT."""

    def to_python(self, value: Any) -> str:
        """The text that was typed, with one kind of line end and one kind of bullet."""
        return mark_points(super().to_python(value) or "")


class ReadyWords(msgspec.Struct, frozen=True):
    """Ready texts to choose from: statements by their subject, each in three lengths, and benefits."""

    statements: dict[str, list[str]]
    benefits: list[str]

    def map_statements(self) -> dict[str, str]:
        """Every statement by a name such as fair-chance-1; 1 is the shortest of its subject."""
        named = self.statements.items()
        return {f"{slugify(about)}-{at}": text for about, texts in named for at, text in enumerate(texts, 1)}


def load_ready_words() -> ReadyWords:
    """The ready statements and benefits in the language of kits. Read from their file once, then kept."""
    return _read_in_spanish() if text_language() == Language.SPANISH else _read_in_english()


@cache
def _read_in_spanish() -> ReadyWords:
    """Those of ready_words.es.yaml, which has both."""
    return msgspec.yaml.decode(Path(__file__).with_name("ready_words.es.yaml").read_bytes(), type=ReadyWords)


@cache
def _read_in_english() -> ReadyWords:
    """Those of ready_words.yaml, and the benefits that a company's profile offers too."""
    statements = msgspec.yaml.decode(Path(__file__).with_name("ready_words.yaml").read_bytes(), type=dict)["statements"]
    benefits = msgspec.yaml.decode((Path(settings.BASE_DIR) / "company" / "benefits.yaml").read_bytes(), type=list[str])
    return ReadyWords(statements, benefits)


def add_statement(text: str, name: str) -> str:
    """A text with a statement added at its end, in place of another length of the same statement."""
    statements = load_ready_words().map_statements() if name else {}
    if name not in statements:
        return text
    subject = name.rpartition("-")[0]
    others = {words for key, words in statements.items() if key.rpartition("-")[0] == subject}
    return "\n".join([*(line for line in text.splitlines() if line not in others), statements[name]])


def add_points(text: str, points: Iterable[str]) -> str:
    """A text of points, one per line, with those of `points` added that it doesn't have."""
    lines = text.splitlines()
    return "\n".join([*lines, *(point for point in points if point not in lines)])
