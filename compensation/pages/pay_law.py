"""What the law asks of a posting, for everyone: every rule, each with its history, and what changed last as a feed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import msgspec
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from company.site import read_site_name
from compensation.models.pay_law import DEFAULTS, PayLawRule, PayLawVersion, as_value, current_rules
from compensation.pay_law.rule import PayRule, Scope, Standing, label_field
from web.page import Page, respond_with_page
from web.view import View, absolute_url

MOST_ENTRIES = 50


class RuleCell(msgspec.Struct, frozen=True):
    """A fact about a rule in words, and whether a good source confirmed it."""

    label: str
    words: Sequence[str]
    is_confirmed: bool


class RuleChange(msgspec.Struct, frozen=True):
    """A change of a rule: when it was stored, and what differed, as (field, before, after) in words."""

    at: datetime
    fields: Sequence[tuple[str, str, str]]


class RuleLine(msgspec.Struct, frozen=True):
    """A rule of the list, and whether it is in force today."""

    rule: PayRule
    scope: Scope


class RuleListView(View, frozen=True, kw_only=True):
    """The page of all rules by country, with which of them are in force today."""

    template = "compensation/pay_law.html"

    today: date
    rules: Sequence[RuleLine]


class RuleView(View, frozen=True, kw_only=True):
    """The page of one rule, with the changes of its text, the newest first."""

    template = "compensation/pay_law_rule.html"

    rule: PayRule
    scope: Scope
    cells: Sequence[RuleCell]
    changes: Sequence[RuleChange]


@require_safe
def list_rules(request: HttpRequest) -> HttpResponse:
    """The page of all rules of pay law and whether they are in force today. The same for everyone;
    caches may keep it.
    """
    today = localdate()
    lines = [RuleLine(rule, rule.find_scope(today)) for rule in current_rules()]
    view = RuleListView(today=today, rules=lines, canonical=absolute_url(reverse("pay-law")))
    return respond_with_page(request, Page.render(view))


@require_safe
def show_rule(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a rule with its history and sources. The same for everyone; caches may keep it. Raises Http404 for an
    unknown slug.
    """
    rule = as_value(get_object_or_404(PayLawRule, slug=slug))
    view = RuleView(
        rule=rule,
        scope=rule.find_scope(localdate()),
        cells=[*list_cells(rule)],
        changes=list_changes(PayLawVersion.objects.filter(rule=slug)),
        canonical=absolute_url(reverse("pay-law-rule", args=[slug])),
    )
    return respond_with_page(request, Page.render(view))


def list_cells(rule: PayRule) -> Iterator[RuleCell]:
    """The facts about a rule besides its name and source. One that says nothing is left out, unless
    it is unconfirmed.
    """
    shown = {
        "effective_from": [_word_day(rule.effective_from)],
        "enforced_from": [_word_day(rule.enforced_from)],
        "effective_to": [_word_day(rule.effective_to)],
        "min_headcount": [str(rule.least_headcount or "")],
        "headcount_scope": [rule.headcount_scope or ""],
        "remote": [str(rule.remote.label)],
        "office_counts": [gettext("Yes") if rule.office_counts else ""],
        "standing": [str(rule.standing.label) if rule.standing is not Standing.LAW else ""],
        "requires": [str(asked.label) for asked in rule.requires],
        "closed_range": [gettext("Yes") if rule.closed_range else ""],
        "max_width": [f"{rule.max_width:,} {rule.currency}" if rule.max_width else ""],
        "exempt_above": [f"{rule.exempt_above:,} {rule.currency}" if rule.exempt_above else ""],
        "elsewhere_allowed": [gettext("Yes") if rule.elsewhere_allowed else ""],
        "bans": [str(ban.label) for ban in rule.bans],
        "retention": [rule.retention or ""],
        "penalty": [rule.penalty or ""],
        "note": [rule.note or ""],
    }
    unconfirmed = {*rule.unconfirmed}
    for name, words in shown.items():
        said, is_confirmed = [word for word in words if word], name not in unconfirmed
        if said or not is_confirmed:
            yield RuleCell(label_field(name), said or [gettext("Not known")], is_confirmed)
    for name in sorted(unconfirmed - shown.keys()):
        yield RuleCell(label_field(name), [gettext("Required, according to what we’ve read")], is_confirmed=False)


def list_changes(versions: QuerySet[PayLawVersion]) -> list[RuleChange]:
    """The changes between a rule's versions, which come newest first; the oldest version has nothing before it."""
    all_versions = [*versions]
    changes = [
        RuleChange(new.recorded_at, compare_contents(old.contents, new.contents)) for new, old in pairwise(all_versions)
    ]
    return [*changes, *(RuleChange(oldest.recorded_at, []) for oldest in all_versions[-1:])]


def compare_contents(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The fields in which two versions differ, as (field, before, after) in words."""
    names = [name for name in (*DEFAULTS, *new) if old.get(name) != new.get(name)]
    return [
        (label_field(name), _word_value(old.get(name)), _word_value(new.get(name))) for name in dict.fromkeys(names)
    ]


def _word_day(day: date | None) -> str:
    return date_format(day) if day else ""


def _word_value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


class RuleFeed(Feed):
    """An Atom feed of the newest changes to rules."""

    feed_type = Atom1Feed
    subtitle = "Each new or changed rule on what a job posting must say."
    link = ""  # set by get_feed
    language = "en"

    def title(self) -> str:
        """The feed's title, such as "Rolebook: pay law"."""
        return f"{read_site_name()}: pay law"

    def author_name(self) -> str:
        """The site's name."""
        return read_site_name()

    def get_feed(self, obj: object, request: HttpRequest) -> SyndicationFeed:
        """The feed, with its own addresses at SITE_URL whichever host was asked."""
        self.link, self.feed_url = absolute_url(reverse("pay-law")), absolute_url(reverse("pay-law-feed"))
        return super().get_feed(obj, request)

    def items(self) -> list[PayLawVersion]:
        """The MOST_ENTRIES latest versions of rules that still exist, the newest first. One query."""
        return [*PayLawVersion.objects.filter(rule__in=PayLawRule.objects.values("slug"))[:MOST_ENTRIES]]

    def item_title(self, item: PayLawVersion) -> str:
        """The name of the place whose rule changed."""
        return str(item.contents["jurisdiction"])

    def item_description(self, item: PayLawVersion) -> str:
        """The rule's note, followed by its source."""
        return f"{item.contents.get('note', '')} Source: {item.contents['source']}.".strip()

    def item_link(self, item: PayLawVersion) -> str:
        """The full address of the rule's page."""
        return absolute_url(reverse("pay-law-rule", args=[item.rule]))

    def item_guid(self, item: PayLawVersion) -> str:
        """A full address for each version: the rule's page with the version's key as fragment."""
        return f"{self.item_link(item)}#v{item.pk}"

    def item_pubdate(self, item: PayLawVersion) -> datetime:
        """The moment the version was stored, in UTC."""
        return item.recorded_at

    item_updateddate = item_pubdate


@require_safe
def show_rule_feed(request: HttpRequest) -> HttpResponse:
    """Answer the Atom feed of changes to pay law. Caches may keep it. Raises Http404 where no rule is loaded."""
    if not PayLawVersion.objects.exists():
        raise Http404("no rule is loaded")
    written = RuleFeed()(request)
    return respond_with_page(request, Page.from_body(written.content, "application/atom+xml; charset=utf-8"))
