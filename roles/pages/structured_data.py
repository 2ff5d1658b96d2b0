"""What machines read in a role page: schema.org data, from the same kit as the page."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from roles.kit.value import Author, Faq, Kit

type Data = dict[str, Any]


def absolute(path: str) -> str:
    """The full address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def role_page(kit: Kit) -> list[Data]:
    """Occupation, FAQPage, BreadcrumbList and the author of a role page."""
    trail = [("Rolebook", reverse("home")), ("Roles", reverse("role-list")), (kit.title, role_path(kit))]
    data = [occupation(kit), breadcrumbs(trail), person(kit.author)]
    return [*data, faq_page(kit)] if kit.faqs else data


def role_path(kit: Kit) -> str:
    """The path of the role's page."""
    return reverse("role-detail", args=[kit.slug])


def occupation(kit: Kit) -> Data:
    """https://schema.org/Occupation. Pay stands in it only where the kit has a sourced figure."""
    data: Data = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": kit.title,
        "alternateName": kit.aliases,
        "description": kit.summary,
        "url": absolute(role_path(kit)),
        "mainEntityOfPage": absolute(role_path(kit)),
        "occupationLocation": {"@type": "Country", "name": kit.figures_area},
        "skills": [skill.name for skill in kit.skills],
        "responsibilities": [part.name for part in kit.responsibilities],
    }
    if kit.experience_min is not None:
        data["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": kit.experience_min * 12,
        }
    pay = [
        _distribution(name, low, high, kit.currency)
        for name, low, high in (
            ("base", kit.base_low, kit.base_high),
            ("total compensation", kit.total_low, kit.total_high),
        )
        if low is not None and high is not None
    ]
    if pay:
        data["estimatedSalary"] = pay
    return data


def _distribution(name: str, low: int, high: int, currency: str) -> Data:
    """A range as a distribution: its source gives two ends and no percentiles."""
    return {
        "@type": "MonetaryAmountDistribution",
        "name": name,
        "currency": currency,
        "duration": "P1Y",
        "minValue": low,
        "maxValue": high,
    }


def faq_page(kit: Kit) -> Data:
    """https://schema.org/FAQPage of the answers that the page shows."""
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [_question(kit, faq) for faq in kit.faqs],
    }


def answer_page(kit: Kit, faq: Faq) -> Data:
    """https://schema.org/FAQPage of one answer on a page of its own."""
    return {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [_question(kit, faq)]}


def _question(kit: Kit, faq: Faq) -> Data:
    return {
        "@type": "Question",
        "name": faq.question,
        "url": absolute(reverse("answer", args=[kit.slug, faq.slug])),
        "acceptedAnswer": {"@type": "Answer", "text": faq.answer},
    }


def breadcrumbs(trail: list[tuple[str, str]]) -> Data:
    """https://schema.org/BreadcrumbList from (name, path) pairs, outermost first."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
            for place, (name, path) in enumerate(trail, start=1)
        ],
    }


def person(author: Author) -> Data:
    """https://schema.org/Person or Organization of an author."""
    data: Data = {
        "@context": "https://schema.org",
        "@type": author.kind.value,
        "name": author.name,
        "description": author.bio,
        "url": absolute(reverse("author-detail", args=[author.slug])),
    }
    if author.headline and author.kind.value == "Person":
        data["jobTitle"] = author.headline
    if author.url:
        data["sameAs"] = author.url
    return data
