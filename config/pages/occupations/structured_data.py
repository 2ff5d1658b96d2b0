"""What machines read in the page of an occupation: schema.org data."""

from typing import TYPE_CHECKING

from django.urls import reverse

from company.site import read_site_name
from occupations.addresses import occupation_path
from occupations.reading import OccupationProfile
from occupations.rules import list_important
from roles.pages.structured_data import LinkedData, describe_breadcrumbs
from web.view import absolute_url

if TYPE_CHECKING:
    from config.pages.occupations.pay import OccupationPay

PERCENTILES = {
    "percentile10": "p10",
    "percentile25": "p25",
    "median": "p50",
    "percentile75": "p75",
    "percentile90": "p90",
}
MOST_NAMED = 10  # skills, and other titles


def describe_occupation_page(profile: OccupationProfile, pay: "OccupationPay | None") -> list[LinkedData]:
    """An occupation's page as JSON-LD: an Occupation, with pay in dollars a year where it is known, and a
    BreadcrumbList.
    """
    path = occupation_path(profile.short_code, profile.slug)
    trail = [(read_site_name(), reverse("home")), ("Occupations", reverse("occupation-list")), (profile.title, path)]
    data: LinkedData = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": profile.title,
        "url": absolute_url(path),
        "mainEntityOfPage": absolute_url(path),
        "occupationalCategory": {
            "@type": "CategoryCode",
            "codeValue": profile.code,
            "inCodeSet": "O*NET-SOC 2019",
            "name": profile.title,
        },
        "occupationLocation": {"@type": "Country", "name": "United States"},
    }
    found = {
        "description": profile.summary,
        "alternateName": [*profile.titles[:MOST_NAMED]],
        "responsibilities": [*profile.duties],
        "skills": [rating.name for rating in list_important(profile.facts.skills, MOST_NAMED)],
        "educationRequirements": _describe_education(profile),
        "estimatedSalary": _estimate_salary(pay),
    }
    return [data | {name: value for name, value in found.items() if value}, describe_breadcrumbs(trail)]


def _describe_education(profile: OccupationProfile) -> LinkedData:
    """The education with which most people enter, as the Bureau of Labor Statistics says."""
    if profile.outlook is None:
        return {}
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": profile.outlook.education}


def _estimate_salary(pay: "OccupationPay | None") -> list[LinkedData]:
    """What the wage survey found in the nation. A percentile that is only a floor is left out."""
    if pay is None or pay.nation is None:
        return []
    found = {name: getattr(pay.nation, percentile) for name, percentile in PERCENTILES.items()}
    known = {name: amount.amount for name, amount in found.items() if amount and not amount.at_least}
    data: LinkedData = {
        "@type": "MonetaryAmountDistribution",
        "name": f"base, {pay.nation.area_name}, {pay.provenance.period}, {pay.provenance.publisher}",
        "currency": "USD",
        "duration": "P1Y",
    }
    return [data | known] if known else []
