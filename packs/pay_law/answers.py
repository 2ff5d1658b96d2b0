"""How a posting's words answer each requirement and ban of a pay-transparency rule."""

from collections.abc import Callable, Iterator
from re import Pattern

from compensation.pay_law.rule import Ban, LawRequirement, PayRule
from packs.pay_law import words
from packs.pay_law.duties import (
    judge_age_limit,
    judge_agreement,
    judge_ai_statement,
    judge_background_check,
    judge_drivers_license,
    judge_fair_chance,
    judge_foreign_language,
    judge_local_experience,
    judge_pay_history,
    judge_ready_to_pay_more,
    judge_title,
)
from packs.pay_law.judging import AnswerRule, RuleAnswer, Status, cut_quote
from packs.posting.facts import StatedPay
from packs.posting.value import Kind, Posting
from packs.review.money import Ends
from packs.review.stated_pay import Stated, stated_pay


def _judge_range(rule: PayRule, posting: Posting) -> RuleAnswer:
    asks = LawRequirement.RANGE.label
    stated = list(stated_pay(posting))
    answers = [_judged_range(rule, one) for one in stated]
    if answers:
        return min(answers, key=lambda answer: [*Status].index(answer.status))
    if rule.elsewhere_allowed:
        note = "The text doesn't state the pay. This rule also accepts it elsewhere, which we can't check."
        return RuleAnswer(asks=asks, status=Status.NOT_CHECKABLE, note=note)
    link = _find_first_line(words.LINK, posting)
    note = "A link isn't enough here." if link else "The text doesn't state the pay."
    if rule.exempt_above is not None:
        note += f" It is required unless the pay is above {rule.exempt_above:,} {rule.currency}."
    return RuleAnswer(asks=asks, status=Status.MISSING, note=note)


def _judged_range(rule: PayRule, stated: Stated) -> RuleAnswer:
    asks, quote = LawRequirement.RANGE.label, stated.passage.text[slice(*stated.named.span)].strip()
    pay, ends = stated.named.pay, stated.named.ends
    if ends is Ends.FIXED:
        status = Status.MET if rule.fixed_rate_allowed else Status.MISSING
        return RuleAnswer(asks=asks, status=status, quote=quote)
    if ends is Ends.BOTTOM_ONLY and LawRequirement.READY_TO_PAY_MORE in rule.requires:
        return RuleAnswer(asks=asks, status=Status.MET, quote=quote, note="Only the minimum is required.")
    if ends in (Ends.TOP_ONLY, Ends.BOTTOM_ONLY):
        status = Status.MISSING if rule.closed_range else Status.NOT_CHECKABLE
        note = "Both ends are required." if rule.closed_range else "Whether one end is enough isn't confirmed."
        return RuleAnswer(asks=asks, status=status, quote=quote, note=note)
    status, note = _judge_width(rule, pay)
    return RuleAnswer(asks=asks, status=status, quote=quote, note=note)


def _judge_width(rule: PayRule, pay: StatedPay) -> tuple[Status, str]:
    """Whether a range with both ends is narrow enough, and what to know."""
    if rule.max_width is None:
        return Status.MET, ""
    if pay.currency != rule.currency:
        return (
            Status.NOT_CHECKABLE,
            f"The widest range allowed is set in {rule.currency}; this one is in {pay.currency}.",
        )
    year = pay.by_year()
    low, high = year.low or 0, year.high or 0
    if rule.exempt_above is not None and high > rule.exempt_above:
        return (
            Status.MET,
            f"Pay above {rule.exempt_above:,} {rule.currency} doesn't have to be stated, so any width is fine.",
        )
    if high - low > rule.max_width:
        return (
            Status.MISSING,
            f"The range is {high - low:,.0f} {rule.currency} wide; the most allowed is {rule.max_width:,}.",
        )
    return Status.MET, ""


def _judge_by_words(
    requirement: LawRequirement,
    meaning: words.Meaning,
    *,
    kind: Kind | None = None,
    but: words.Meaning | None = None,
    otherwise: str = "",
    known: Callable[[Posting], str] = lambda posting: "",
) -> AnswerRule:
    """An answer by what the text says, by a section that says something, or by a field of the posting (`known`).

    A line of the section that only means `but` says nothing: when to apply is not how.
    """

    def answer_by_words(rule: PayRule, posting: Posting) -> RuleAnswer:
        quote = _find_meant(meaning, posting) or _find_section(kind, meaning, but, posting) or known(posting)
        if quote:
            return RuleAnswer(asks=requirement.label, status=Status.MET, quote=quote)
        if rule.elsewhere_allowed and requirement in (LawRequirement.BENEFITS, LawRequirement.OTHER_PAY):
            note = "Not in the text. This rule also accepts it elsewhere, which we can't check."
            return RuleAnswer(asks=requirement.label, status=Status.NOT_CHECKABLE, note=note)
        return RuleAnswer(asks=requirement.label, status=Status.MISSING, note=otherwise)

    return answer_by_words


def _find_section(kind: Kind | None, meaning: words.Meaning, but: words.Meaning | None, posting: Posting) -> str:
    """The first line of a section of this kind that neither denies what is asked for, alone or below its heading, nor
    says only something else.
    """
    lines = ((posting.sections[one.section].heading, one.text) for one in posting.of_kind(kind)) if kind else ()
    unless = meaning.unless
    passed = (text for heading, text in lines if not (unless and (unless.search(text) or unless.search(heading))))
    return next((cut_quote(text) for text in passed if but is None or but.find_in(text) is None), "")


def _find_meant(meaning: words.Meaning, posting: Posting) -> str:
    """The first line of the offer that means so."""
    return posting.find_once(meaning, lambda: next(_list_meant(meaning, posting), ""))


def _list_meant(meaning: words.Meaning, posting: Posting) -> Iterator[str]:
    for text in posting.find_once(words.list_offer_lines, lambda: [*words.list_offer_lines(posting)]):
        at = meaning.find_in(text)
        if at is not None:
            yield cut_quote(text, at)


def _job_description(rule: PayRule, posting: Posting) -> RuleAnswer:
    asks = LawRequirement.JOB_DESCRIPTION.label
    first = next((cut_quote(passage.text) for passage in posting.of_kind(Kind.RESPONSIBILITIES, Kind.ABOUT)), "")
    if first:
        return RuleAnswer(asks=asks, status=Status.MET, quote=first)
    return RuleAnswer(asks=asks, status=Status.MISSING, note="Describe the work.")


def _get_deadline(posting: Posting) -> str:
    return posting.deadline.isoformat() if posting.deadline else ""


def _get_way_to_apply(posting: Posting) -> str:
    return cut_quote(posting.how_to_apply or posting.contact)


def _find_first_line(pattern: Pattern[str], posting: Posting) -> str:
    """The first line that has the words, so that the reader sees them in place."""
    return posting.find_once(pattern, lambda: next(_lines_with(pattern, posting), ""))


def _lines_with(pattern: Pattern[str], posting: Posting) -> Iterator[str]:
    for passage in posting.passages:
        if match := pattern.search(passage.text):
            yield cut_quote(passage.text, match.start())


LAW_ANSWERS: dict[LawRequirement | Ban, AnswerRule] = {
    LawRequirement.RANGE: _judge_range,
    LawRequirement.OTHER_PAY: _judge_by_words(
        LawRequirement.OTHER_PAY, words.OTHER_PAY, otherwise="If there is none, say that the salary is the total pay."
    ),
    LawRequirement.BENEFITS: _judge_by_words(LawRequirement.BENEFITS, words.BENEFITS, kind=Kind.BENEFITS),
    LawRequirement.DEADLINE: _judge_by_words(
        LawRequirement.DEADLINE,
        words.DEADLINE,
        otherwise="Give a date, or say that applications are accepted on an ongoing basis.",
        known=_get_deadline,
    ),
    LawRequirement.HOW_TO_APPLY: _judge_by_words(
        LawRequirement.HOW_TO_APPLY,
        words.HOW_TO_APPLY,
        kind=Kind.HOW_TO_APPLY,
        but=words.DEADLINE,
        known=_get_way_to_apply,
    ),
    LawRequirement.JOB_DESCRIPTION: _job_description,
    LawRequirement.AI_STATEMENT: judge_ai_statement,
    LawRequirement.VACANCY_STATEMENT: _judge_by_words(LawRequirement.VACANCY_STATEMENT, words.VACANCY),
    LawRequirement.GENDER_NEUTRAL_TITLE: judge_title,
    LawRequirement.COLLECTIVE_AGREEMENT: judge_agreement,
    LawRequirement.READY_TO_PAY_MORE: judge_ready_to_pay_more,
    LawRequirement.FAIR_CHANCE: judge_fair_chance,
    Ban.PAY_HISTORY: judge_pay_history,
    Ban.LOCAL_EXPERIENCE: judge_local_experience,
    Ban.BACKGROUND_CHECK: judge_background_check,
    Ban.DRIVERS_LICENSE: judge_drivers_license,
    Ban.AGE_LIMIT: judge_age_limit,
    Ban.FOREIGN_LANGUAGE: judge_foreign_language,
}
