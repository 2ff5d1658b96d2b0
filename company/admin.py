"""The company of this site on the desk: its profile, which blocks are locked, and its brand."""

from typing import Any

import msgspec
from django import forms
from django.contrib import admin, messages
from django.core.validators import RegexValidator, URLValidator, validate_email
from django.db.models import QuerySet
from django.http import HttpRequest

from company.branding import BLOCKS, NOTHING, Branding
from company.file_pages import ProfileFilePages
from company.forms import ProfileForm, show_profile
from company.models import SiteCompany
from company.profile import CompanyProfile
from company.store import delete_site_company, save_site_company
from web.bullets import split_list

ACCENT_HELP = (
    "The color of links and buttons, such as #17573f. If it can’t be read against a theme’s background, the site uses "
    "the "
    "nearest shade that can, and says so."
)
LOGO_HELP = (
    "An SVG or PNG file of up to 200 KB, at most six times as wide as it is tall, for pages and documents. The site "
    "makes a copy of its own and keeps that."
)
BANDS_HELP = "Readers see them on the pay pages, marked as your own."
LONGEST_FOOTER_LINE, MOST_FOOTER_LINES = 200, 6
SLUG = RegexValidator(r"^[a-z0-9-]+\Z", "Enter the last part of a role’s address, such as product-manager.")

OCCUPATION = RegexValidator(
    rf"^([0-9]{{2}}(-[0-9]{{4}}(\.[0-9]{{2}})?)?|{NOTHING})\Z", "Enter a code such as 15-1252 or 15, or the word none."
)


def _read_lines(text: str, check: RegexValidator | None = None) -> tuple[str, ...]:
    lines = tuple(split_list(text))
    for line in lines if check else ():
        check(line)  # type: ignore[misc] # there is one
    return lines


class SiteCompanyForm(ProfileForm, forms.ModelForm):
    """The fields of the company's profile, and those of the site's brand."""

    site_name = forms.CharField(
        required=False,
        max_length=60,
        help_text="The site’s name in its header, titles and feeds. Leave it empty for Rolebook. For example: "
        "Acme Hiring.",
    )
    footer_lines = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"At most {MOST_FOOTER_LINES} lines at the foot of each page. For example: Acme Ltd, 1 Pier Street.",
    )
    contact = forms.CharField(
        required=False, max_length=200, help_text="An email address or a link. For example: hiring@example.com."
    )
    shows_credit = forms.BooleanField(
        required=False, initial=True, label="Credit", help_text="A line at the foot of each page that names Rolebook."
    )
    roles = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Roles shown",
        help_text="One address per line, such as product-manager. Leave it empty for every live role.",
    )
    occupations = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Occupations shown",
        help_text="One code per line: 15-1252 for one occupation, 15 for a whole family. Leave it empty "
        "for all of them. Enter none to show no occupations.",
    )
    locked = forms.MultipleChoiceField(
        required=False,
        choices=[(block, block.replace("-", " ").capitalize()) for block in BLOCKS],
        widget=forms.CheckboxSelectMultiple,
        label="Locked blocks",
        help_text="Managers see these parts of the profile in a job description and can’t change them there.",
    )

    class Meta:
        model = SiteCompany
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = SiteCompany.objects.select_related("profile").first()  # also on the page that adds one
        if self.known:
            shown = show_profile(self.known.profile.current().value) | _show_branding(self.known.branding)
            self.initial = {**shown, **self.initial}
        self.fields["accent"].help_text = ACCENT_HELP
        self.fields["logo"].help_text = LOGO_HELP
        self.fields["pay_bands"].help_text = f"{self.fields['pay_bands'].help_text} {BANDS_HELP}"

    def clean_footer_lines(self) -> tuple[str, ...]:
        """The lines of the footer. Raises ValidationError for too many or too long ones."""
        lines = _read_lines(self.cleaned_data["footer_lines"])
        if len(lines) > MOST_FOOTER_LINES or any(len(line) > LONGEST_FOOTER_LINE for line in lines):
            raise forms.ValidationError(f"At most {MOST_FOOTER_LINES} lines of {LONGEST_FOOTER_LINE} characters each.")
        return lines

    def clean_contact(self) -> str:
        """The e-mail or web address in full, "" without one. Raises ValidationError for anything else."""
        contact = str(self.cleaned_data["contact"])
        if contact:
            (URLValidator(["http", "https"]) if "://" in contact else validate_email)(contact)
        return contact

    def clean_roles(self) -> tuple[str, ...]:
        """The slugs of the roles that readers are shown, from one line each; () for all. Raises ValidationError for a
        line that is no slug.
        """
        return _read_lines(self.cleaned_data["roles"], SLUG)

    def clean_occupations(self) -> tuple[str, ...]:
        """The first characters of the occupation codes that readers are shown, from one line each; () for all. Raises
        ValidationError for a line that can't start a code.
        """
        return _read_lines(self.cleaned_data["occupations"], OCCUPATION)

    def read_profile(self) -> CompanyProfile:
        """The profile that the fields of a valid form make, with the brand's logo and color."""
        return msgspec.structs.replace(super().read_profile(), logo=b"", accent=None)

    def read_branding(self) -> Branding:
        """The brand that the fields of a valid form make."""
        said = self.cleaned_data
        return Branding(
            name=said["site_name"],
            accent=said["accent"],
            logo=said["logo"],
            footer_lines=said["footer_lines"],
            contact=said["contact"],
            shows_credit=said["shows_credit"],
            roles=said["roles"],
            occupations=said["occupations"],
            locked=tuple(said["locked"]),
        )


def _show_branding(branding: Branding) -> dict[str, Any]:
    lines = {name: "\n".join(getattr(branding, name)) for name in ("footer_lines", "roles", "occupations")}
    plain = msgspec.structs.asdict(branding) | lines | {"site_name": branding.name}
    return {name: value for name, value in plain.items() if name != "name"}


@admin.register(SiteCompany)
class SiteCompanyAdmin(ProfileFilePages):
    """The site's company and brand: one row at most."""

    form = SiteCompanyForm
    fieldsets = [
        ("The site", {"fields": ["site_name", "accent", "logo", "remove_logo", "footer_lines", "contact"]}),
        ("What is shown", {"fields": ["shows_credit", "roles", "occupations"]}),
        ("The company", {"fields": ["name", "url", "about_short", "about_long", "values"]}),
        ("Where people work", {"fields": ["offices", "workplace", "workplace_rules", "employees", "home"]}),
        ("Pay", {"fields": ["currency", "bonus", "equity", "pay_bands"]}),
        ("Benefits", {"fields": ["benefits"]}),
        ("Applying", {"fields": ["how_to_apply", "apply_to"]}),
        ("Statements", {"fields": ["equal_opportunity", "accommodation", "fair_chance"]}),
        ("Words, paper and locks", {"fields": ["house_words", "paper", "locked"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SiteCompany]:
        """A query for the site's company together with its profile."""
        return super().get_queryset(request).select_related("profile")

    def save_model(self, request: HttpRequest, obj: SiteCompany, form: Any, change: bool) -> None:
        """Store the profile as a new version, and the brand, and say which shades of the color the site uses."""
        branding = form.read_branding()
        saved = save_site_company(form.read_profile(), branding)
        obj.pk, obj.profile, obj.branding_json, obj.changes = (
            saved.pk,
            saved.profile,
            saved.branding_json,
            saved.changes,
        )
        colors = branding.colors
        if colors and colors.accent != (branding.accent, branding.accent):
            light, dark = colors.accent
            messages.info(
                request, f"To stay readable, the color is {light} in the light theme and {dark} in the dark one."
            )

    def delete_model(self, request: HttpRequest, obj: SiteCompany) -> None:
        """Delete the site's company with its profile. Packs keep what they took from it."""
        delete_site_company()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[SiteCompany]) -> None:
        """Delete the site's company with its profile, as `delete_model` does."""
        delete_site_company()
