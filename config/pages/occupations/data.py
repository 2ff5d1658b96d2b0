"""Occupations as data: each as JSON and CSV, and a list of all of them. Each answer names its sources."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from compensation.formulas import defuse_formula
from config.pages.occupations.common import find_occupation_or_404, read_index
from config.pages.occupations.pay import (
    OccupationPay,
    attribute_survey,
    describe_pay,
    find_occupation_pay,
    list_pay_rows,
)
from occupations.addresses import occupation_path
from occupations.attribution import Attribution
from occupations.categories import EDUCATION_LEVELS, EXPERIENCE_SPANS, JOB_TRAINING_SPANS, SITE_TRAINING_SPANS
from occupations.codes import SOC_LENGTH
from occupations.facts import CategoryShare, ElementRating, OccupationFacts, Outlook
from occupations.reading import OccupationProfile, OccupationSummary
from roles.publishing.library_version import cached_per_library_version
from web.page import Page, respond_with_page
from web.view import absolute_url

SHARES: dict[str, Mapping[int, str]] = {
    "education": EDUCATION_LEVELS,
    "experience": EXPERIENCE_SPANS,
    "site_training": SITE_TRAINING_SPANS,
    "job_training": JOB_TRAINING_SPANS,
}
RATINGS = ("skills", "knowledge", "work_styles", "credentials")
CSV_COLUMNS = ("table", "id", "name", "measure", "value", "uncertain", "source")

type DataRow = dict[str, object]


@require_safe
def show_json(request: HttpRequest, soc: str) -> HttpResponse:
    """Answer all data on an occupation as JSON, for scripts of any site. Kept until the library changes. Raises Http404
    for an unknown code.
    """
    return allow_any_site(respond_with_page(request, render_json(soc)))


@require_safe
def show_csv(request: HttpRequest, soc: str) -> HttpResponse:
    """Answer the figures of an occupation as CSV, one row each with its source. Kept until the library changes. Raises
    Http404 for an unknown code.
    """
    return allow_any_site(respond_with_page(request, render_csv(soc)))


@require_safe
def api_occupations(request: HttpRequest) -> HttpResponse:
    """Every occupation in brief as JSON, for scripts of any site. Kept until the library changes."""
    return allow_any_site(respond_with_page(request, render_all()))


def allow_any_site(response: HttpResponse) -> HttpResponse:
    """Add the headers with which scripts of any site may read a response, and return it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@cached_per_library_version
def render_json(soc: str) -> Page:
    """An occupation as JSON, kept until the library changes. Raises Http404 for a code without an occupation."""
    profile, pay = find_occupation_or_404(soc), find_occupation_pay(soc[:SOC_LENGTH])
    sources = list_sources(read_index().attributions, pay)
    pay_data = describe_pay(pay) if pay else None
    return Page.from_data({**describe_profile(profile), "pay": pay_data, "sources": _describe_sources(sources)})


@cached_per_library_version
def render_csv(soc: str) -> Page:
    """An occupation's figures as CSV, kept until the library changes. Raises Http404 for a code without an occupation.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    profile, pay = find_occupation_or_404(soc), find_occupation_pay(soc[:SOC_LENGTH])
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS)
    writer.writeheader()
    for row in list_rows(profile, pay, list_sources(read_index().attributions, pay)):
        writer.writerow({name: defuse_formula(value) for name, value in row.items()})
    return Page.from_body(f"\N{ZERO WIDTH NO-BREAK SPACE}{text.getvalue()}", "text/csv; charset=utf-8")


@cached_per_library_version
def render_all() -> Page:
    """Every occupation in brief as JSON, kept until the library changes."""
    index = read_index()
    occupations = [describe_summary(found) for found in index.occupations.values()]
    sources = _describe_sources(index.attributions)
    return Page.from_data({"count": len(occupations), "occupations": occupations, "sources": sources})


def describe_summary(found: OccupationSummary) -> DataRow:
    """An occupation in short, with the full addresses of its page and data."""
    return {
        "code": found.code,
        "title": found.title,
        "family": found.family,
        "summary": found.summary,
        "has_data": found.has_data,
        "page": absolute_url(occupation_path(found.short_code, found.slug)),
        "json": absolute_url(reverse("occupation-json", args=[found.short_code])),
        "csv": absolute_url(reverse("occupation-csv", args=[found.short_code])),
    }


def describe_profile(profile: OccupationProfile) -> DataRow:
    """An occupation with every figure under a name. Importance is from 1 to 5, level from 0 to 7, shares in percent."""
    facts, outlook = profile.facts, profile.outlook
    return {
        "code": profile.code,
        "soc": profile.soc,
        "title": profile.title,
        "family": {"code": profile.family.code, "name": profile.family.name},
        "page": absolute_url(occupation_path(profile.short_code, profile.slug)),
        "summary": profile.summary,
        "duties": profile.duties,
        "written_by": profile.written_by,
        **{name: [_describe_rating(rating) for rating in getattr(facts, name)] for name in RATINGS},
        "technology": [
            {"name": tool.name, "category": tool.category, "hot": tool.is_hot, "in_demand": tool.is_in_demand}
            for tool in facts.technology
        ],
        "job_zone": {"number": facts.zone.number, "name": facts.zone.name} if facts.zone else None,
        **{name: _describe_shares(facts, name) for name in SHARES},
        "related": [{"code": other.code, "title": other.title, "tier": other.tier} for other in facts.related],
        "titles": profile.titles,
        "projection": outlook,
        "collected": facts.collected,
    }


def list_sources(attributions: Mapping[str, Attribution], pay: OccupationPay | None) -> dict[str, Attribution]:
    """The sources of an occupation's data, each by a name such as "onet" or "survey"."""
    return {**attributions, **({"survey": attribute_survey(pay)} if pay else {})}


def list_rows(
    profile: OccupationProfile, pay: OccupationPay | None, sources: Mapping[str, Attribution]
) -> Iterator[DataRow]:
    """A row for each figure of an occupation, with the name of its source: ratings, shares in percent, projections in
    jobs, and pay in dollars.
    """
    onet, projections = (sources[name].text if name in sources else "" for name in ("onet", "projections"))
    for row in (*_list_ratings(profile.facts), *_list_shares(profile.facts)):
        yield row | {"source": onet}
    for row in _list_projection(profile.outlook) if profile.outlook else ():
        yield row | {"source": projections}
    for row in list_pay_rows(pay) if pay else ():
        yield row | {"source": sources["survey"].text}


def _list_ratings(facts: OccupationFacts) -> Iterator[DataRow]:
    for table in RATINGS:
        for rating in getattr(facts, table):
            row = {"table": table, "id": rating.element, "name": rating.name, "uncertain": _say_yes(rating.uncertain)}
            for measure in ("importance", "level", "impact"):
                if (value := getattr(rating, measure)) is not None:
                    yield row | {"measure": measure, "value": value}


def _list_shares(facts: OccupationFacts) -> Iterator[DataRow]:
    for table, words in SHARES.items():
        for share in getattr(facts, table):
            row = {"table": table, "id": share.category, "name": words.get(share.category, "")}
            yield row | {"measure": "percent", "value": share.percent, "uncertain": _say_yes(share.uncertain)}


def _list_projection(outlook: Outlook) -> Iterator[DataRow]:
    row = {"table": "projection", "id": outlook.soc, "name": outlook.title, "uncertain": _say_yes(False)}
    for measure in ("employment", "projected", "change", "openings"):
        yield row | {"measure": measure, "value": getattr(outlook, measure)}


def _say_yes(fact: bool) -> str:  # it says no other thing
    return "yes" if fact else "no"


def _describe_rating(rating: ElementRating) -> DataRow:
    return {
        "element": rating.element,
        "name": rating.name,
        "importance": rating.importance,
        "level": rating.level,
        "impact": rating.impact,
        "uncertain": rating.uncertain,
    }


def _describe_shares(facts: OccupationFacts, name: str) -> list[DataRow]:
    shares: Iterable[CategoryShare] = getattr(facts, name)
    return [
        {
            "category": share.category,
            "name": SHARES[name].get(share.category, ""),
            "percent": share.percent,
            "uncertain": share.uncertain,
        }
        for share in shares
    ]


def _describe_sources(attributions: Mapping[str, Attribution]) -> list[DataRow]:
    return [
        {
            "text": source.text,
            "url": source.url,
            "release": source.release,
            "date": source.released,
            "license": source.licence or None,
            "license_url": source.licence_url or None,
        }
        for source in attributions.values()
    ]
