"""Pay in admin: ranges on the desk of their role, and ranges and rules as tables that travel as CSV."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from compensation.desk.imports import PayImportAdmin
from compensation.desk.tables import TableAdmin
from compensation.desk.titles import UnmatchedTitlePage
from compensation.models.benchmark import Benchmark
from compensation.models.pay_law import PayLawRule
from compensation.models.records import TitleMatch, find_unknown_level
from compensation.pay_law.rule import Ban, LawRequirement
from compensation.percentiles import refresh_summaries
from compensation.resources import BenchmarkResource, PayLawRuleResource, TitleMatchResource
from roles.admin.inlines import RolePartInline
from roles.admin.part_pages.lock import LockedForm, VersionedForm
from roles.admin.texts import PLACE, Helped, Texts

__all__ = ["PayImportAdmin"]  # its own module registers it
BENCHMARK: Texts = {
    "position": PLACE,
    "role": "The role that the range is for. For example: Technical Product Manager.",
    "name": "The job that the range is for. For example: Senior Technical PM.",
    "level": "The name of the role’s level, if the range is for one. For example: Senior.",
    "experience_min": "Minimum years of experience. For example: 5.",
    "experience_max": "Maximum years; leave it empty for an open end, for example “5+ years.”",
    "low": "The lower end in whole units a year. For example: 200000.",
    "high": "The upper end in whole units a year. For example: 280000.",
    "kind": "What the figures include. For example: Total compensation.",
    "currency": "Three capital letters (ISO 4217). For example: USD.",
    "area": "The place. For example: United States, major tech hubs.",
    "year": "The year that the range is for. For example: 2026.",
    "source": "The source of the figures. For example: Best PM Jobs.",
}
RULE_FIELDS: Texts = {
    "slug": "A short name; a rule that replaces another gets one of its own. For example: colorado-2024.",
    "jurisdiction": "As readers see it. For example: Colorado.",
    "level": "Whose rule it is. For example: State.",
    "country": "Two-letter code; EU for the European Union. For example: US.",
    "region": "Code of the state or province; empty for a whole country. For example: CO.",
    "city": "The city’s name; empty for a whole state. For example: New York.",
    "effective_from": "The first day; leave it empty if there is no requirement. For example: 2024-01-01.",
    "enforced_from": "The day enforcement starts, if that is later. For example: 2027-01-01.",
    "effective_to": "The last day, once another rule replaces it. For example: 2023-12-31.",
    "min_headcount": "The smallest employer that it applies to; leave it empty for all, or if unknown. For example: "
    "15.",
    "headcount_scope": "Who is counted, for example: employees in Colorado.",
    "remote": "Whether the rule covers postings for remote work done there; for example, Colorado’s does.",
    "office_counts": "Whether remote work counts if the company or a supervisor is there; for example, in New York "
    "State.",
    "standing": "What it is based on. For example: Directive, if no national law was in force.",
    "requires": f"What the posting has to say, one per line, for example range, from: {', '.join(LawRequirement)}.",
    "closed_range": "Whether both ends are required; for example, “up to $90,000” wouldn’t be enough.",
    "fixed_rate_allowed": "Whether a single figure is enough. For example: $30 an hour.",
    "max_width": "The widest range allowed. For example: 50000.",
    "exempt_above": "Pay above this doesn’t have to be stated. For example: 200000.",
    "currency": "The currency of those two amounts, in three capital letters. For example: CAD.",
    "elsewhere_allowed": "Whether a link, or telling candidates before the interview, is enough; for example, in "
    "Illinois.",
    "bans": f"What it forbids, one per line, for example pay-history, from: {', '.join(Ban)}.",
    "meeting_words": "Phrases that meet its requirements other than pay, one per line. For example: Fair Chance "
    "Ordinance.",
    "breaking_words": "Phrases that violate its bans other than those on pay. For example: must pass a background "
    "check.",
    "source_url": "The address of the source. For example: https://dol.ny.gov/pay-transparency.",
    "retention": "How long records are kept. For example: 3 years.",
    "penalty": "The penalty for a violation. For example: $100-5,000 in damages.",
    "note": "What else a reader should know. For example: Internal moves are exempt.",
    "unconfirmed": "Fields, requirements and bans that no good source confirmed, one per line. For example: remote.",
    "source": "Where the rule was read. For example: 7 CCR 1103-18, rule 11.1.",
    "checked_on": "The day it was read. For example: 2026-11-01.",
}

TITLE_MATCH: Texts = {
    "role": "Slug of the role that the title counts for. For example: technical-product-manager.",
    "level": "The level of the role that the title itself names, if any. For example: Senior.",
    "title": "Exactly as filed; it is kept in capitals. For example: TECHNICAL PRODUCT MANAGER.",
}


class BenchmarkInline(RolePartInline):
    """The rows of pay ranges that editors wrote for a role, in whole units of a currency a year."""

    model = Benchmark
    help_texts = BENCHMARK


class BenchmarkForm(VersionedForm):
    """One editorial pay range; its level must be one of its role."""

    def clean(self) -> dict[str, Any] | None:
        """The cleaned data, after the check that nobody else has saved meanwhile. Adds an error for a level that the
        role doesn't have.
        """
        cleaned = super().clean()
        role = self.instance.role if self.instance.pk else self.cleaned_data.get("role")
        if role and (said := find_unknown_level(role, self.cleaned_data.get("level"))):
            self.add_error("level", said)
        return cleaned


@admin.register(Benchmark)
class BenchmarkAdmin(Helped, TableAdmin):
    """The editorial pay ranges of all roles in one table, with import and export."""

    form = BenchmarkForm
    help_texts = BENCHMARK
    resource_classes = [BenchmarkResource]
    list_display = ["name", "role", "low", "high", "currency", "kind", "area", "year", "source"]
    list_filter = ["year", "kind", "role__family"]
    list_select_related = ["role", "source"]
    search_fields = ["name", "role__title", "area"]

    def get_readonly_fields(self, request: HttpRequest, obj: Benchmark | None = None) -> list[str]:
        """The role, which can't be changed once the range is stored."""
        return ["role"] if obj else []

    def save_model(self, request: HttpRequest, obj: Benchmark, form: Any, change: bool) -> None:
        """Save the range, and count a save of its role."""
        super().save_model(request, obj, form, change)
        obj.role.count_save()


@admin.register(PayLawRule)
class PayLawRuleAdmin(Helped, TableAdmin):
    """The rules of pay law, each with the day on which an editor last checked it."""

    form = LockedForm
    help_texts = RULE_FIELDS
    resource_classes = [PayLawRuleResource]
    list_display = ["jurisdiction", "level", "effective_from", "effective_to", "checked_on"]
    list_filter = ["country", "level", "checked_on"]
    search_fields = ["jurisdiction", "slug", "region", "city"]
    prepopulated_fields = {"slug": ["jurisdiction"]}


@admin.register(TitleMatch)
class TitleMatchAdmin(Helped, UnmatchedTitlePage, TableAdmin):
    """Which filed titles count for which role and level, each with how many summarized records have it."""

    form = LockedForm
    help_texts = TITLE_MATCH
    resource_classes = [TitleMatchResource]
    list_display = ["title", "role", "level", "records"]
    list_filter = ["role"]
    search_fields = ["title", "role"]
    actions = ["work_out"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[TitleMatch]:
        """A query for the titles, each with `records`: how many filed records carry it."""
        titles: QuerySet[TitleMatch] = TitleMatch.objects.with_counts()
        return titles

    @admin.display(description="Records", ordering="records")
    def records(self, match: TitleMatch) -> int:
        """The number of filed records in the summaries that carry the title."""
        counted: int = match.records  # type: ignore[attr-defined] # annotated in get_queryset
        return counted

    @admin.action(description="Recalculate the pay figures", permissions=["change"])
    def work_out(self, request: HttpRequest, queryset: QuerySet[TitleMatch]) -> None:
        """Work out and store all summaries again, so that changed titles count, and say how many there are. Summaries
        that shipped stay: their records aren't on this site.
        """
        messages.success(request, f"{refresh_summaries():,} pay figures are up to date with the titles.")
