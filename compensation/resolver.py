"""The one place that answers what a role pays: the company's own bands first, then editorial ranges, the survey and
visa filings, side by side.

Lists, headlines, the answers of kits, comparisons, the workbench, structured data and the interface for programs all
show what stands here. Figures of different kinds are never averaged; a sentence says why they differ.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from company.profile import CompanyProfile
from compensation.areas import area_name
from compensation.figures import ComputedFigure, OwnFigure, Provenance, national_pay
from compensation.models.survey import NATION
from compensation.pay_words import write_pay_text
from compensation.periods import word_survey_month
from compensation.role_survey import RoleSurvey, combine_pay
from compensation.survey import SurveyPay, list_survey_pay
from roles.kit.choices import HeadlineKind, PayKind
from roles.kit.figures import KitPay, PayHeadline
from roles.kit.language import written_in
from roles.kit.value import Kit
from roles.models.edition import Edition, find_first_slug
from web.language import folder_of

OWN_PAY = "own"  # the source of a company's own bands


class RoleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A role's pay in a place: its headline figures and the survey behind them, None where nothing is known."""

    editorial: Sequence[PayHeadline]
    survey: RoleSurvey | None
    filings: Sequence[ComputedFigure]

    @property
    def headlines(self) -> list[PayHeadline]:
        """Every pay range of the role in short, with the measured one first."""
        measured = [headline] if (headline := _head_survey(self.survey)) else []
        return [*measured, *self.editorial]


def resolve_kits(kits: Iterable[Kit]) -> list[KitPay]:
    """What each kit's role pays in the nation, in the kits' order. Three queries for any number of kits."""
    asked = [*kits]
    socs = {part.soc for kit in asked for part in kit.occupations}
    by_soc = {pay.soc: pay for pay in list_survey_pay(socs, areas=[NATION])}
    filings, keys = (national_pay(), find_pay_keys(kit.translates or kit.slug for kit in asked)) if asked else ({}, {})
    found = []
    for kit in asked:
        key = kit.translates or kit.slug
        with written_in(kit.language):
            found.append(_resolve_kit(kit, by_soc, filings.get(keys.get(key, key), [])))
    return found


def reword_headline(headline: PayHeadline) -> PayHeadline:
    """The headline with the survey's month and the nation in the current language. Editions store it in their own
    language.
    """
    year = re.search(r"20\d\d", headline.period)
    if not headline.is_measured or year is None:
        return headline
    return msgspec.structs.replace(headline, period=word_survey_month(int(year[0])), area=area_name("US"))


def find_pay_keys(slugs: Iterable[str]) -> dict[str, str]:
    """The slug that each role had first, by any slug it has or had: its figures are stored under the first. One query.
    A role without an edition is left out.
    """
    asked = [*slugs]
    named = Q(slug__in=asked) | Q(role__slug__in=asked)
    rows = Edition.objects.filter(named).annotate(first_slug=find_first_slug()).order_by("published_at", "pk")
    pairs = [*rows.values_list("slug", "role__slug", "first_slug")]
    return {former: first for former, _, first in pairs} | {current: first for _, current, first in pairs}


def list_own_pay(profile: CompanyProfile) -> list[OwnFigure]:
    """The company's pay by level, from its pay bands in their order, base pay first. Runs no query."""
    provenance = Provenance(
        source=OWN_PAY,
        publisher=profile.name or gettext("The company"),
        title=gettext("Pay bands"),
        url=None,
        period="",
        method=gettext("Set by the company itself."),
        caveat=None,
        licence=None,
        retrieved_on=None,
        n=None,
    )
    return [
        OwnFigure(
            level=band.level,
            kind=PayKind(kind),
            low=low,
            high=high,
            currency=profile.currency or "USD",
            words="; ".join(filter(None, (band.bonus or profile.bonus, band.equity or profile.equity))),
            provenance=provenance,
        )
        for band in profile.pay_bands
        for kind, low, high in band.ranges
    ]


def list_occupations(kit: Kit) -> dict[str, int]:
    """The weights in percent of the kit's occupations, by SOC code."""
    return {part.soc: part.weight for part in kit.occupations}


def list_editorial(kit: Kit) -> list[PayHeadline]:
    """The kit's own headline ranges with their source, or its benchmarks where it has none."""
    publisher = kit.find_source(kit.figures_source).publisher
    ranges = ((kit.base_kind, kit.base_low, kit.base_high), (HeadlineKind.TOTAL, kit.total_low, kit.total_high))
    own = [
        PayHeadline(
            kind=kind,
            low=low,
            high=high,
            currency=kit.currency,
            area=kit.figures_area,
            period=str(kit.figures_year),
            publisher=publisher,
            source=kit.figures_source,
        )
        for kind, low, high in ranges
        if low is not None and high is not None
    ]
    return own or [
        PayHeadline(
            kind=HeadlineKind(part.kind.value),
            low=part.low,
            high=part.high,
            currency=part.currency,
            area=f"{part.name}, {part.area}",
            period=str(part.year),
            publisher=kit.find_source(part.source).publisher,
            source=part.source,
        )
        for part in kit.benchmarks
    ]


def _resolve_kit(kit: Kit, by_soc: Mapping[str, SurveyPay], filings: Sequence[ComputedFigure]) -> KitPay:
    occupations = list_occupations(kit)
    survey = combine_pay(occupations, [by_soc[soc] for soc in occupations if soc in by_soc])
    shown = [figure for figure in filings if figure.is_shown]
    answer = RoleAnswer(editorial=list_editorial(kit), survey=survey, filings=shown)
    text = write_pay_text(answer.editorial, survey, shown)
    more = gettext("The [pay page](%(address)s) covers places and levels, and explains how each figure was made.")
    address = f"{folder_of(kit.language)}{reverse('salary', args=[kit.slug])}"
    return KitPay(answer.headlines, f"{text}\n{more % {'address': address}}" if text else "")


def _head_survey(survey: RoleSurvey | None) -> PayHeadline | None:
    if survey is None or survey.p25 is None or survey.p75 is None:
        return None
    return PayHeadline(
        kind=HeadlineKind.BASE,
        low=survey.p25.amount,
        high=survey.p75.amount,
        at_least=survey.p75.at_least,
        median=survey.p50.amount if survey.p50 and not survey.p50.at_least else None,
        area=survey.area_name,
        period=survey.provenance.period,
        publisher=survey.provenance.publisher,
        source=survey.provenance.source,
        is_measured=True,
    )
