"""Hold a posting against the rules of the places where the work may be done."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec
from django.utils.translation import gettext_lazy as _

from compensation.pay_law.rule import Ban, LawRequirement, PayRule, Scope, WorkPlace
from packs.posting.value import Posting
from roles.app_parts import AppParts, list_parts
from roles.kit.choices import Choice
from roles.kit.language import of_kits


class Status(Choice):
    """Whether the posting's words answer a requirement."""

    MET = "met", _("Met")
    MISSING = "missing", _("Missing")
    NOT_CHECKABLE = "not-checkable", _("Not checkable")


class RuleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement and how the posting answers it: the words that meet or break it, and what to know."""

    asks: str
    status: Status
    quote: str = ""
    note: str = ""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that reaches the posting, where it stands on the day, and the answers to what it asks."""

    rule: PayRule
    scope: Scope
    answers: list[RuleAnswer]

    @property
    def missing(self) -> list[RuleAnswer]:
        """What has to be fixed, none while the rule is still ahead."""
        return [] if self.scope is Scope.AHEAD else [a for a in self.answers if a.status is Status.MISSING]


type AnswerRule = Callable[[PayRule, Posting], RuleAnswer]


@dataclass(frozen=True, kw_only=True)
class LawParts(AppParts):
    """The parts of an app that holds postings against pay law: how a posting answers each requirement and each ban."""

    law_answers: Mapping[LawRequirement | Ban, AnswerRule]


@cache
def list_answers() -> Mapping[LawRequirement | Ban, AnswerRule]:
    """How a posting answers each requirement and ban, from every app. The first call imports them; they are kept."""
    found = (parts.law_answers for parts in list_parts() if isinstance(parts, LawParts))
    return {asked: answer for answers in found for asked, answer in answers.items()}


@of_kits()
def judge_all(rules: Iterable[PayRule], posting: Posting, places: Sequence[WorkPlace], on: date) -> list[Verdict]:
    """The verdict of every rule that reaches one of the places and has not ended, those in force first."""
    reached = [rule for rule in rules if any(rule.is_covering(place) for place in places)]
    verdicts = [judge_posting(rule, posting, on) for rule in reached if rule.find_scope(on) is not Scope.ENDED]
    return sorted(verdicts, key=lambda verdict: (verdict.scope is Scope.AHEAD, verdict.rule.jurisdiction))


@of_kits()
def judge_posting(rule: PayRule, posting: Posting, on: date) -> Verdict:
    """How a posting answers one rule on a day."""
    asked: list[LawRequirement | Ban] = [*rule.requires, *rule.bans]
    answers = [list_answers()[each](rule, posting) for each in asked]
    return Verdict(rule=rule, scope=rule.find_scope(on), answers=answers)
