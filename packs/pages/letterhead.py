"""Whose letterhead a document gets: that of the company it is for, or else the site's."""

from company.branding import PROJECT, Branding
from company.colors import make_accent
from company.profile import CompanyProfile, ProfileInUse
from company.site import read_site_company
from packs.documents.inline import InlineLink, Line
from packs.documents.model import ACCENT, Letterhead

CREDIT: Line = (f"Made with {PROJECT}",)


def choose_letterhead(company: ProfileInUse | None) -> Letterhead | None:
    """The letterhead for a company's documents, or None.

    A private profile with a logo or a color has its own; everyone else gets the site's, where its brand has a name or a
    logo.
    """
    shown = read_site_company()
    if company and company.id != shown.in_use.id and (company.profile.logo or company.profile.accent):
        return _head_company(company.profile)
    return _head_site(shown.branding) if shown.branding.name or shown.branding.logo else None


def _head_company(profile: CompanyProfile) -> Letterhead:
    address: tuple[Line, ...] = ((InlineLink(profile.url, profile.url),),) if profile.url else ()
    return Letterhead(name=profile.name, logo=profile.logo, accent=_shade(profile.accent), lines=address)


def _head_site(branding: Branding) -> Letterhead:
    lines: list[Line] = [(line,) for line in branding.footer_lines]
    if branding.contact:
        lines.append((InlineLink(branding.contact, branding.contact_url),))
    if branding.shows_credit:
        lines.append(CREDIT)
    return Letterhead(name=branding.site_name, logo=branding.logo, accent=_shade(branding.accent), lines=tuple(lines))


def _shade(accent: str | None) -> str:
    """A color as it can be read on paper."""
    return make_accent(accent).accent[0] if accent else ACCENT
