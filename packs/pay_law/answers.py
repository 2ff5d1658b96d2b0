"""How a posting's words answer each requirement and ban of a pay-transparency rule."""

from collections.abc import Callable, Iterator
from re import Pattern

from compensation.pay_law.rule import Ban, LawRequirement, PayRule
from packs.pay_law import words
from packs.pay_law.judging import AnswerRule, RuleAnswer, Status
from packs.posting.value import Kind, Posting
from packs.review.money import Ends
from packs.review.pay_history import find_pay_history
from packs.review.stated_pay import Stated, stated_pay

LONGEST_QUOTE = 600  # characters


def _judge_range(rule: PayRule, posting: Posting) -> RuleAnswer:
    asks = LawRequirement.RANGE.label
    stated = list(stated_pay(posting))
    answers = [_judged_range(rule, one) for one in stated]
    if answers:
        return min(answers, key=lambda answer: [*Status].index(answer.status))
    if rule.elsewhere_allowed:
        note = "The text names no pay. This rule also accepts it elsewhere, which can't be seen from here."
        return RuleAnswer(asks=asks, status=Status.NOT_CHECKABLE, note=note)
    link = _find_first_line(words.LINK, posting)
    note = "A link is not enough here." if link else "The text names no pay."
    return RuleAnswer(asks=asks, status=Status.MISSING, note=note)


def _judged_range(rule: PayRule, stated: Stated) -> RuleAnswer:
    asks, quote = LawRequirement.RANGE.label, stated.passage.text[slice(*stated.named.span)].strip()
    pay, ends = stated.named.pay, stated.named.ends
    if ends is Ends.FIXED:
        status = Status.MET if rule.fixed_rate_allowed else Status.MISSING
        return RuleAnswer(asks=asks, status=status, quote=quote)
    if ends in (Ends.TOP_ONLY, Ends.BOTTOM_ONLY):
        status = Status.MISSING if rule.closed_range else Status.NOT_CHECKABLE
        note = "Both ends are asked for." if rule.closed_range else "Whether one end is enough is not confirmed."
        return RuleAnswer(asks=asks, status=status, quote=quote, note=note)
    if rule.max_width is None:
        return RuleAnswer(asks=asks, status=Status.MET, quote=quote)
    if pay.currency != rule.currency:
        note = f"The widest range is set in {rule.currency}; this one is in {pay.currency}."
        return RuleAnswer(asks=asks, status=Status.NOT_CHECKABLE, quote=quote, note=note)
    year = pay.by_year()
    low, high = year.low or 0, year.high or 0
    free = rule.width_exempt_above is not None and high > rule.width_exempt_above
    if high - low > rule.max_width and not free:
        note = f"The range is {high - low:,.0f} {rule.currency} wide; {rule.max_width:,} is the most."
        return RuleAnswer(asks=asks, status=Status.MISSING, quote=quote, note=note)
    return RuleAnswer(asks=asks, status=Status.MET, quote=quote)


def _judge_by_words(
    requirement: LawRequirement,
    meaning: words.Meaning,
    *,
    kind: Kind | None = None,
    otherwise: str = "",
    known: Callable[[Posting], str] = lambda posting: "",
) -> AnswerRule:
    """An answer by what the text says, by a section that says something, or by a field of the posting (`known`)."""

    def answer_by_words(rule: PayRule, posting: Posting) -> RuleAnswer:
        quote = _find_meant(meaning, posting) or _find_section(kind, meaning, posting) or known(posting)
        if quote:
            return RuleAnswer(asks=requirement.label, status=Status.MET, quote=quote)
        if rule.elsewhere_allowed and requirement in (LawRequirement.BENEFITS, LawRequirement.OTHER_PAY):
            note = "Not in the text. This rule also accepts it elsewhere, which can't be seen from here."
            return RuleAnswer(asks=requirement.label, status=Status.NOT_CHECKABLE, note=note)
        return RuleAnswer(asks=requirement.label, status=Status.MISSING, note=otherwise)

    return answer_by_words


def _find_section(kind: Kind | None, meaning: words.Meaning, posting: Posting) -> str:
    """The first line of a section of this kind that does not deny what is asked for."""
    lines = (passage.text for passage in posting.of_kind(kind)) if kind else ()
    return next((_cut_quote(text) for text in lines if not (meaning.unless and meaning.unless.search(text))), "")


def _find_meant(meaning: words.Meaning, posting: Posting) -> str:
    """The first line of the offer that means so."""
    return posting.find_once(meaning, lambda: next(_list_meant(meaning, posting), ""))


def _list_meant(meaning: words.Meaning, posting: Posting) -> Iterator[str]:
    for text in posting.find_once(words.list_offer_lines, lambda: [*words.list_offer_lines(posting)]):
        at = meaning.find_in(text)
        if at is not None:
            yield _cut_quote(text, at)


def _job_description(rule: PayRule, posting: Posting) -> RuleAnswer:
    asks = LawRequirement.JOB_DESCRIPTION.label
    first = next((_cut_quote(passage.text) for passage in posting.of_kind(Kind.RESPONSIBILITIES, Kind.ABOUT)), "")
    if first:
        return RuleAnswer(asks=asks, status=Status.MET, quote=first)
    return RuleAnswer(asks=asks, status=Status.MISSING, note="Say what the work is.")


def _neutral_title(rule: PayRule, posting: Posting) -> RuleAnswer:
    found = words.GENDERED_TITLE.search(posting.title)
    status = Status.MISSING if found else Status.MET
    return RuleAnswer(asks=LawRequirement.GENDER_NEUTRAL_TITLE.label, status=status, quote=posting.title)


def _pay_history(rule: PayRule, posting: Posting) -> RuleAnswer:
    asked = posting.find_once(find_pay_history, lambda: next(_list_pay_questions(posting), ""))
    return _judge_unasked("No request for earlier pay", asked)


def _list_pay_questions(posting: Posting) -> Iterator[str]:
    for passage in posting.passages:
        for start, _end in passage.find_once(find_pay_history):
            yield _cut_quote(passage.text, start)


def _local_experience(rule: PayRule, posting: Posting) -> RuleAnswer:
    asks = "No demand for experience from that country"
    meaning = words.LOCAL_EXPERIENCE.get(rule.country)
    if meaning is None:
        return RuleAnswer(asks=asks, status=Status.NOT_CHECKABLE)
    texts = (passage.text for passage in posting.passages)
    return _judge_unasked(asks, next((_cut_quote(text) for text in texts if meaning.find_in(text) is not None), ""))


def _judge_unasked(asks: str, quote: str) -> RuleAnswer:
    if quote:
        return RuleAnswer(asks=asks, status=Status.MISSING, quote=quote, note="Take this out.")
    return RuleAnswer(asks=asks, status=Status.MET)


def _get_deadline(posting: Posting) -> str:
    return posting.deadline.isoformat() if posting.deadline else ""


def _get_way_to_apply(posting: Posting) -> str:
    return _cut_quote(posting.how_to_apply or posting.contact)


def _find_first_line(pattern: Pattern[str], posting: Posting) -> str:
    """The first line that has the words, so that the reader sees them in place."""
    return posting.find_once(pattern, lambda: next(_lines_with(pattern, posting), ""))


def _lines_with(pattern: Pattern[str], posting: Posting) -> Iterator[str]:
    for passage in posting.passages:
        if match := pattern.search(passage.text):
            yield _cut_quote(passage.text, match.start())


def _cut_quote(text: str, at: int = 0) -> str:
    """A line as an answer quotes it: whole, or what is around `at` where nobody would read all of it again."""
    if len(text) <= LONGEST_QUOTE:
        return text
    start = max(0, min(at - LONGEST_QUOTE // 2, len(text) - LONGEST_QUOTE))
    quote = text[start : start + LONGEST_QUOTE].strip()
    return f"{'…' if start else ''}{quote}{'…' if start + LONGEST_QUOTE < len(text) else ''}"


LAW_ANSWERS: dict[LawRequirement | Ban, AnswerRule] = {
    LawRequirement.RANGE: _judge_range,
    LawRequirement.OTHER_PAY: _judge_by_words(
        LawRequirement.OTHER_PAY, words.OTHER_PAY, otherwise="If there is none, say that the salary is the whole pay."
    ),
    LawRequirement.BENEFITS: _judge_by_words(LawRequirement.BENEFITS, words.BENEFITS, kind=Kind.BENEFITS),
    LawRequirement.DEADLINE: _judge_by_words(
        LawRequirement.DEADLINE,
        words.DEADLINE,
        otherwise="Name a date, or say that applications are taken all the time.",
        known=_get_deadline,
    ),
    LawRequirement.HOW_TO_APPLY: _judge_by_words(
        LawRequirement.HOW_TO_APPLY, words.HOW_TO_APPLY, kind=Kind.HOW_TO_APPLY, known=_get_way_to_apply
    ),
    LawRequirement.JOB_DESCRIPTION: _job_description,
    LawRequirement.AI_STATEMENT: _judge_by_words(
        LawRequirement.AI_STATEMENT,
        words.AI_STATEMENT,
        otherwise="If no such tool is used, nothing is due; a line that says so makes it clear.",
    ),
    LawRequirement.VACANCY_STATEMENT: _judge_by_words(LawRequirement.VACANCY_STATEMENT, words.VACANCY),
    LawRequirement.GENDER_NEUTRAL_TITLE: _neutral_title,
    Ban.PAY_HISTORY: _pay_history,
    Ban.LOCAL_EXPERIENCE: _local_experience,
}
