"""The form of a profile, the same on the desk and behind a private link, and the form of its file."""

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import category

import msgspec
import pycountry
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.colors import HEX_COLOR
from company.form_fields import BenefitsField, LogoField, MarkedText, PlainText, RowsField
from company.logo import InvalidLogoError, draw_logo
from company.profile import MOST_ROWS, CompanyProfile, HouseWord, InvalidProfileError, Office, PayBand, check_profile
from company.profile_file import parse_profile
from web.child_pool import StoppedError, run_task

REMOTE = {"remote", "remoto", "remota"}
AMOUNT = re.compile(r"([0-9]{1,10}|[0-9]{1,3}(?:[,' ][0-9]{3}){1,3})(?:\.00)?(k?)", re.IGNORECASE)
THOUSAND = 1_000
MOST_PARTS = 3  # of an office: city, region, country
FEWEST_AVOIDED, MOST_AVOIDED = 2, 80  # characters of words to avoid


def _read_office(parts: list[str]) -> Office:
    """Denver, Colorado, United States | remote."""
    names = [name.strip() for name in parts[0].split(",") if name.strip()]
    notes = {part.casefold() for part in parts[1:] if part}
    if not names or len(names) > MOST_PARTS or names[-1].casefold() in REMOTE:
        raise ValueError(_("enter a city, a state and a country, such as Denver, Colorado, United States"))
    if not notes <= REMOTE:
        raise ValueError(_("only “remote” can come after the bar"))
    city, region = (names[0] if len(names) > 1 else ""), (names[1] if len(names) == MOST_PARTS else "")
    return Office(city=city, region=region, country=names[-1], remote=bool(notes))


def _show_office(office: Office) -> Sequence[str]:
    place = ", ".join(filter(None, (office.city, office.region, office.country)))
    return place, "remote" if office.remote else ""


def _read_band(parts: list[str]) -> PayBand:
    """Senior | 150000 | 180000 | 170000 | 220000 | 10 % | options."""
    level, *rest = _fill_parts(parts, 7)
    amounts = [_read_amount(text) for text in rest[:4]]
    names = ("base_low", "base_high", "total_low", "total_high")
    if not level:
        raise ValueError(_("enter the name of a level first"))
    return PayBand(level=level, **dict(zip(names, amounts, strict=True)), bonus=rest[4], equity=rest[5])


def _read_amount(text: str) -> int | None:
    """The amount as a spreadsheet or a person writes it: 150000, $150,000.00, 150'000, 150k; None for an empty text."""
    plain = " ".join("".join(sign for sign in text.replace("’", "'") if category(sign) != "Sc").split())
    found = AMOUNT.fullmatch(plain)
    if plain and not found:
        raise ValueError(_("“%(text)s” isn’t an amount; enter one, such as 150000") % {"text": text})
    return int(re.sub(r"\D", "", found[1])) * (THOUSAND if found[2] else 1) if found else None


def _show_band(band: PayBand) -> Sequence[str]:
    amounts = (band.base_low, band.base_high, band.total_low, band.total_high)
    return band.level, *("" if amount is None else str(amount) for amount in amounts), band.bonus, band.equity


def _read_word(parts: list[str]) -> HouseWord:
    """Ninja | expert | we hire people."""
    avoid, prefer, why = _fill_parts(parts, 3)
    if not FEWEST_AVOIDED <= len(avoid) <= MOST_AVOIDED:
        raise ValueError(_("enter the words to avoid (2 to 80 characters), then the words to use instead"))
    return HouseWord(avoid=avoid, prefer=prefer, why=why)


def _fill_parts(parts: list[str], most: int) -> list[str]:
    """As many parts as an entry may have, "" for those that were left out. Raises ValueError for more, which would be
    lost.
    """
    if any(parts[most:]):
        raise ValueError(_("use at most %(most)s parts, separated by bars") % {"most": most})
    return [*parts, *[""] * most][:most]


def _read_value(parts: list[str]) -> str:
    return " | ".join(parts)


def _text_field(label: Any, help_text: Any = "", *, rows: int = 3, longest: int = 10_000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return MarkedText(required=False, max_length=longest, label=label, help_text=help_text, widget=widget)


def _line_field(label: Any, help_text: Any = "", *, longest: int = 500, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs=attrs)
    return PlainText(required=False, max_length=longest, label=label, help_text=help_text, widget=widget)


class ProfileForm(forms.Form):
    """The fields of a company profile. The logo in `initial` stays unless another one is uploaded or it is removed."""

    name = _line_field(gettext_lazy("Company name"), longest=200, autocomplete="organization")
    url = forms.URLField(
        required=False, max_length=500, assume_scheme="https", label=gettext_lazy("Company website address")
    )
    logo = LogoField(
        label=gettext_lazy("Logo"),
        help_text=gettext_lazy(
            "An SVG or PNG file for documents, up to 200 KB and no more than six times as wide as it is tall."
        ),
    )
    remove_logo = forms.BooleanField(required=False, label=gettext_lazy("Remove the logo"))
    accent = forms.CharField(
        required=False,
        label=gettext_lazy("Color"),
        validators=[
            RegexValidator(
                re.compile(HEX_COLOR, re.IGNORECASE),
                gettext_lazy("Enter a color as # and six digits, such as #17573f."),
            )
        ],
        help_text=gettext_lazy(
            "The color of lines and links in documents. For example: #17573f. We darken a color that’s too light."
        ),
    )
    about_short = _text_field(
        gettext_lazy("About the company, short version"),
        gettext_lazy("Two or three sentences. For example: Acme maps the sea floor for ports and cable ships."),
        longest=1_000,
    )
    about_long = _text_field(
        gettext_lazy("About the company, long version"),
        gettext_lazy("Job descriptions use the long version if you write one."),
        rows=5,
    )
    values = RowsField(
        _read_value,
        lambda value: [value],
        most=MOST_ROWS,
        label=gettext_lazy("Values"),
        help_text=gettext_lazy("One per line. For example: We say what we don’t know."),
    )
    offices = RowsField(
        _read_office,
        _show_office,
        most=MOST_ROWS,
        label=gettext_lazy("Offices"),
        help_text=gettext_lazy(
            "One per line, starting with your main office: Denver, Colorado, United States. Add | remote if people may "
            "work from anywhere in that place."
        ),
    )
    workplace = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Workplace"),
        choices=[
            ("", gettext_lazy("Not specified")),
            ("on-site", gettext_lazy("On site")),
            ("hybrid", gettext_lazy("Hybrid")),
            ("remote", gettext_lazy("Remote")),
        ],
    )
    workplace_rules = _text_field(
        gettext_lazy("Workplace rules"),
        gettext_lazy("For example: We meet in the office on Tuesdays and Thursdays."),
    )
    employees = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=10_000_000,
        label=gettext_lazy("Number of employees"),
        help_text=gettext_lazy("Count everyone. Some pay laws apply only to employers of a certain size."),
    )
    home = _line_field(
        gettext_lazy("Company location"),
        gettext_lazy("For remote work. For example: Delaware, United States."),
    )
    currency = forms.CharField(
        required=False,
        max_length=3,
        label=gettext_lazy("Currency"),
        help_text=gettext_lazy("Three letters, such as USD."),
        validators=[RegexValidator(r"^[A-Za-z]{3}\Z", gettext_lazy("Enter a currency as three letters, such as USD."))],
    )
    bonus = _line_field(gettext_lazy("Bonus"), gettext_lazy("For example: 10 percent of base salary, paid each March."))
    equity = _line_field(gettext_lazy("Equity"), gettext_lazy("For example: stock options over four years."))
    pay_bands = RowsField(
        _read_band,
        _show_band,
        most=MOST_ROWS,
        label=gettext_lazy("Pay bands by level"),
        help_text=gettext_lazy(
            "One level per line: level | base from | base to | total from | total to | bonus | equity, all per "
            "year. For example: Senior | 150000 | 180000. You can paste columns from a spreadsheet."
        ),
    )
    benefits = BenefitsField(required=False, label=gettext_lazy("Benefits"))
    how_to_apply = _text_field(gettext_lazy("How to apply"))
    apply_to = _line_field(
        gettext_lazy("Where to apply"), gettext_lazy("A link or an email address, such as jobs@example.com.")
    )
    equal_opportunity = _text_field(
        gettext_lazy("Equal opportunity"),
        gettext_lazy("For example: We are an equal opportunity employer. Everyone who can do this job is welcome."),
    )
    accommodation = _text_field(
        gettext_lazy("Accommodation"),
        gettext_lazy("For example: If you need an accommodation to apply, tell us and we will arrange it."),
    )
    fair_chance = _text_field(
        gettext_lazy("Fair chance"),
        gettext_lazy("For example: We consider qualified applicants with arrest or conviction records."),
    )
    house_words = RowsField(
        _read_word,
        lambda word: [word.avoid, word.prefer, word.why],
        most=MOST_ROWS,
        label=gettext_lazy("House style"),
        help_text=gettext_lazy(
            "One per line: words to avoid | words to use instead | why. For example: clients | customers. We "
            "point out words to avoid when we review a job description."
        ),
    )
    paper = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Paper size"),
        choices=[
            ("", gettext_lazy("Standard for the job’s location")),
            ("a4", "A4"),
            ("us-letter", gettext_lazy("US Letter")),
        ],
    )

    def clean_accent(self) -> str | None:
        """The color in lower case, None where the usual one is kept."""
        return str(self.cleaned_data["accent"]).lower() or None

    def clean_apply_to(self) -> str:
        """The full address, with https:// where a web address lacks it, as a job description takes it. Raises
        ValidationError for what is neither a web nor an e-mail address.
        """
        address = str(self.cleaned_data["apply_to"]).removeprefix("mailto:")
        if not address:
            return ""
        try:
            is_mail = "@" in address and "/" not in address
            kind = forms.EmailField() if is_mail else forms.URLField(assume_scheme="https")
            return str(kind.clean(address))
        except forms.ValidationError:
            raise forms.ValidationError(_("Enter a link or an email address.")) from None

    def clean_currency(self) -> str:
        """The currency's three letters in upper case. Raises ValidationError for letters that name none."""
        code = str(self.cleaned_data["currency"]).upper()
        if code and not pycountry.currencies.get(alpha_3=code):
            words = _("We don’t recognize the currency “%(code)s.” Use a three-letter code, such as USD.")
            raise forms.ValidationError(words % {"code": code})
        return code

    def clean(self) -> dict[str, Any]:
        """The cleaned data with the `profile`. Adds errors to the fields that don't fit together."""
        super().clean()
        if self.cleaned_data.get("remove_logo"):
            self.cleaned_data["logo"] = b""
        if not self.errors:
            try:
                self.cleaned_data["profile"] = check_profile(self._make_profile())
            except InvalidProfileError as invalid:
                for path, message in invalid.errors.items():
                    self.add_error(path.partition("[")[0], f"{path}: {message}")
        return self.cleaned_data

    def read_profile(self) -> CompanyProfile:
        """The profile that the fields of a valid form make."""
        profile: CompanyProfile = self.cleaned_data["profile"]
        return profile

    def _make_profile(self) -> CompanyProfile:
        given = {name: self.cleaned_data[name] for name in CompanyProfile.__struct_fields__}
        return CompanyProfile(**given)


def show_profile(profile: CompanyProfile) -> dict[str, Any]:
    """The first values of the form's fields for a profile, by field name."""
    return msgspec.structs.asdict(profile)


class ProfileFileForm(forms.Form):
    """An uploaded profile. Once the form is valid, `cleaned_data["file"]` is the profile in that file."""

    file = forms.FileField(
        label=gettext_lazy("Profile file"),
        help_text=gettext_lazy("A .json file downloaded from a profile’s page."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> CompanyProfile:
        """The profile in the file. Raises ValidationError, which names the faulty field."""
        return read_profile_file(self.cleaned_data["file"].read())


def read_profile_file(raw: bytes) -> CompanyProfile:
    """The profile in a file's bytes, with its logo drawn again. Raises ValidationError, which names
    the faulty field.
    """
    try:
        profile = parse_profile(raw)
        return msgspec.structs.replace(profile, logo=run_task(draw_logo, profile.logo)) if profile.logo else profile
    except (InvalidLogoError, StoppedError) as error:
        raise forms.ValidationError(f"logo: {error}") from error
    except InvalidProfileError as invalid:
        raise forms.ValidationError([f"{path}: {message}" for path, message in invalid.errors.items()]) from invalid
