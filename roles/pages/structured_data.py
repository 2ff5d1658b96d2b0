"""What machines read in a role page: schema.org data, from the same kit as the page."""

from typing import Any

import msgspec
from django.urls import reverse
from django.utils.translation import gettext

from company.site import read_site_name
from roles.kit.figures import KitPay, PayHeadline
from roles.kit.prose import structured_html
from roles.kit.value import Kit, KitAuthor, KitFaq
from web.view import absolute_url

type LinkedData = dict[str, Any]


def describe_role_page(kit: Kit, pay: KitPay) -> list[LinkedData]:
    """A role's page as JSON-LD: an Occupation, an FAQPage, a BreadcrumbList and the kit's author."""
    trail = [(read_site_name(), reverse("home")), (gettext("Roles"), reverse("role-list")), (kit.title, role_path(kit))]
    data = [describe_occupation(kit, pay), describe_breadcrumbs(trail), describe_person(kit.author)]
    return [*data, faq_page(kit)] if kit.faqs else data


def role_path(kit: Kit) -> str:
    """The path of the role's page."""
    return reverse("role-detail", args=[kit.slug])


def describe_occupation(kit: Kit, pay: KitPay) -> LinkedData:
    """An Occupation (https://schema.org/Occupation), with pay only where a figure with a source is loaded."""
    data: LinkedData = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": kit.title,
        "alternateName": kit.aliases,
        "description": kit.summary,
        "url": absolute_url(role_path(kit)),
        "mainEntityOfPage": absolute_url(role_path(kit)),
        "occupationLocation": {"@type": "Country", "name": kit.figures_area},
        "skills": [skill.name for skill in kit.skills],
        "responsibilities": [part.name for part in kit.responsibilities],
    }
    if kit.experience_min is not None:
        data["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": kit.experience_min * 12,
        }
    if pay.headlines:
        data["estimatedSalary"] = [_describe_distribution(headline) for headline in pay.headlines]
    return data


def _describe_distribution(headline: PayHeadline) -> LinkedData:
    """A range as a distribution: quartiles where they were measured, else the two ends that its source gives."""
    data: LinkedData = {
        "@type": "MonetaryAmountDistribution",
        "name": f"{headline.kind.label}, {headline.area}, {headline.period}, {headline.publisher}",
        "currency": headline.currency,
        "duration": "P1Y",
    }
    low, high = ("percentile25", "percentile75") if headline.is_measured else ("minValue", "maxValue")
    ends = {low: headline.low} if headline.at_least else {low: headline.low, high: headline.high}
    return data | ends | ({"median": headline.median} if headline.median is not None else {})


def faq_page(kit: Kit) -> LinkedData:
    """An FAQPage (https://schema.org/FAQPage) of the kit's answers."""
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": kit.language.value,
        "mainEntity": [_describe_question(kit, faq) for faq in kit.faqs],
    }


def describe_answer_page(kit: Kit, faq: KitFaq) -> LinkedData:
    """An FAQPage (https://schema.org/FAQPage) of one answer, for its own page."""
    return faq_page(msgspec.structs.replace(kit, faqs=[faq]))


def _describe_question(kit: Kit, faq: KitFaq) -> LinkedData:
    return {
        "@type": "Question",
        "name": faq.question,
        "url": absolute_url(reverse("answer", args=[kit.slug, faq.slug])),
        "acceptedAnswer": {"@type": "Answer", "text": structured_html(faq.answer)},
    }


def describe_breadcrumbs(trail: list[tuple[str, str]]) -> LinkedData:
    """A BreadcrumbList (https://schema.org/BreadcrumbList) from (name, path) pairs, outermost first."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute_url(path)}
            for place, (name, path) in enumerate(trail, start=1)
        ],
    }


def describe_person(author: KitAuthor) -> LinkedData:
    """A Person or Organization (https://schema.org/Person) for an author."""
    data: LinkedData = {
        "@context": "https://schema.org",
        "@type": author.kind.value,
        "name": author.name,
        "description": author.bio,
        "url": absolute_url(reverse("author-detail", args=[author.slug])),
    }
    if author.headline and author.kind.value == "Person":
        data["jobTitle"] = author.headline
    if author.url:
        data["sameAs"] = author.url
    return data
