"""Hold a posting against the rules of the places where the work may be done."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from compensation.pay_law.rule import Ban, Employer, LawRequirement, PayRule, Reach, Scope, WorkPlace, find_reach
from packs.posting.facts import Question
from packs.posting.value import Posting
from roles.app_parts import AppParts, list_parts
from roles.kit.choices import Choice
from roles.kit.language import of_kits
from web.language import ENGLISH

LONGEST_QUOTE = 600  # characters


class Status(Choice):
    """Whether a posting meets a requirement, lacks it, or leaves it to be answered; or whether that
    can't be checked.
    """

    MET = "met", _("Met")
    MISSING = "missing", _("Missing")
    ANSWER_NEEDED = "answer-needed", _("Answer needed")
    NOT_CHECKABLE = "not-checkable", _("Can’t be checked")


class RuleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a rule asks for, and how the posting answers it: the words that meet or break it, and a note.
    `asked` is the requirement or ban, and `question` what the employer must answer first.
    """

    asks: str
    status: Status
    quote: str = ""
    note: str = ""
    asked: LawRequirement | Ban | None = None
    question: Question | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that reaches the posting, the reason why, its state on the day, and the answers to what it asks."""

    rule: PayRule
    scope: Scope
    answers: list[RuleAnswer]
    reach: Reach = Reach.WORK

    @property
    def is_binding(self) -> bool:
        """Whether the rule has to be followed now: it is in force as a national law and is known to
        reach the posting.
        """
        return self.scope not in (Scope.AHEAD, Scope.DUE) and self.reach is not Reach.OFFICE_UNKNOWN

    @property
    def missing(self) -> list[RuleAnswer]:
        """The answers that have to be fixed; [] where the rule isn't binding."""
        return [a for a in self.answers if a.status is Status.MISSING] if self.is_binding else []

    @property
    def unanswered(self) -> list[RuleAnswer]:
        """The answers for which the employer has to say something first; [] where the rule isn't binding."""
        return [a for a in self.answers if a.status is Status.ANSWER_NEEDED] if self.is_binding else []


class LawTask(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do, once for all places that ask for it: to write or remove, or to answer where `question` is set.
    `source` is the line to remove: its id, or its field and number there.
    """

    asked: LawRequirement | Ban
    asks: str
    places: list[str]
    quote: str = ""
    note: str = ""
    source: str = ""
    question: Question | None = None


type AnswerRule = Callable[[PayRule, Posting], RuleAnswer]


@dataclass(frozen=True, kw_only=True)
class LawParts(AppParts):
    """What an app adds to pay law: how a posting answers each requirement and ban, and how to find the line that
    excludes the residents of a place ("" without one).
    """

    law_answers: Mapping[LawRequirement | Ban, AnswerRule]
    find_exclusion: Callable[[Posting], str]


@cache
def list_answers() -> Mapping[LawRequirement | Ban, AnswerRule]:
    """The function that judges each requirement and ban, from every app. Imported on first use, then kept."""
    found = (parts.law_answers for parts in list_parts() if isinstance(parts, LawParts))
    return {asked: answer for answers in found for asked, answer in answers.items()}


@of_kits()
def judge_all(
    rules: Iterable[PayRule],
    posting: Posting,
    places: Sequence[WorkPlace],
    on: date,
    employer: Employer = Employer(),  # noqa: B008 frozen
) -> list[Verdict]:
    """The verdicts of all rules that reach one of the places and haven't ended by a day, binding ones first."""
    found = [(rule, find_reach(rule, places, employer)) for rule in rules]
    verdicts = [
        judge_posting(rule, posting, on, reach)
        for rule, reach in found
        if reach and rule.find_scope(on) is not Scope.ENDED
    ]
    return sorted(verdicts, key=lambda verdict: (not verdict.is_binding, verdict.rule.jurisdiction))


@of_kits()
def judge_posting(rule: PayRule, posting: Posting, on: date, reach: Reach = Reach.WORK) -> Verdict:
    """How a posting answers everything that a rule requires or bans on a day, in the language of kits."""
    asks: list[LawRequirement | Ban] = [*rule.requires, *rule.bans]
    answers = [_answer_rule(rule, posting, asked) for asked in asks]
    return Verdict(rule=rule, scope=rule.find_scope(on), answers=answers, reach=reach)


def list_tasks(verdicts: Iterable[Verdict], posting: Posting) -> list[LawTask]:
    """What to do about the verdicts, each thing once: what is missing, then what the employer has to answer."""
    binding = [verdict for verdict in verdicts if verdict.is_binding]
    open_answers = [answer for verdict in binding for answer in (*verdict.missing, *verdict.unanswered)]
    first: dict[LawRequirement | Ban, RuleAnswer] = {}
    for answer in sorted(open_answers, key=lambda answer: answer.question is not None):
        if answer.asked:
            first.setdefault(answer.asked, answer)
    return [_make_task(asked, answer, binding, posting) for asked, answer in first.items()]


def find_excluded_residents(posting: Posting) -> str:
    """The line of the posting that excludes the residents of a place, "" without one."""
    found = (parts.find_exclusion(posting) for parts in list_parts() if isinstance(parts, LawParts))
    return next(filter(None, found), "")


def cut_quote(text: str, at: int = 0) -> str:
    """A line to quote in an answer: all of it, or where it is long, the LONGEST_QUOTE characters around position `at`,
    with an ellipsis where something is cut off.
    """
    if len(text) <= LONGEST_QUOTE:
        return text
    start = max(0, min(at - LONGEST_QUOTE // 2, len(text) - LONGEST_QUOTE))
    quote = text[start : start + LONGEST_QUOTE].strip()
    return f"{'…' if start else ''}{quote}{'…' if start + LONGEST_QUOTE < len(text) else ''}"


def _make_task(
    asked: LawRequirement | Ban, answer: RuleAnswer, verdicts: Iterable[Verdict], posting: Posting
) -> LawTask:
    """A task of its first answer. Places that may accept it elsewhere are named too, as they ask for it as well."""
    asking = (v.rule.jurisdiction for v in verdicts for a in v.answers if a.asked == asked and a.status != Status.MET)
    lines = (line for section in posting.sections for line in section.lines) if isinstance(asked, Ban) else ()
    return LawTask(
        asked=asked,
        asks=answer.asks,
        places=[*dict.fromkeys(asking)],
        quote=answer.quote,
        note=answer.note,
        source=next((line.source for line in lines if line.source and cut_quote(line.text) == answer.quote), ""),
        question=answer.question,
    )


def _judge_language(answer: RuleAnswer, asked: LawRequirement | Ban, posting: Posting) -> RuleAnswer:
    """The answer as it may be given of a text in its language. What English words weren't found for is neither missing
    nor met for certain; a range that the facts of the job give with both its ends is there in any language.
    """
    if posting.language == ENGLISH:
        return answer
    if asked is LawRequirement.RANGE and any(None not in (pay.low, pay.high) for pay in posting.pay):
        return msgspec.structs.replace(answer, status=Status.MET, quote="", note="")
    if answer.status is Status.ANSWER_NEEDED or (answer.status is Status.MET and isinstance(asked, LawRequirement)):
        return msgspec.structs.replace(answer, note="")
    note = gettext("We can check this only in English. Compare the text with the rule yourself.")
    return msgspec.structs.replace(answer, status=Status.NOT_CHECKABLE, quote="", note=note)


def _answer_rule(rule: PayRule, posting: Posting, asked: LawRequirement | Ban) -> RuleAnswer:
    """The answer to one requirement or ban. What no source confirmed is never missing for certain."""
    answer = msgspec.structs.replace(_judge_language(list_answers()[asked](rule, posting), asked, posting), asked=asked)
    if answer.status is not Status.MISSING or asked not in rule.unconfirmed:
        return answer
    note = " ".join(filter(None, (answer.note, "Whether the law requires this isn't confirmed.")))
    return msgspec.structs.replace(answer, status=Status.NOT_CHECKABLE, note=note)
