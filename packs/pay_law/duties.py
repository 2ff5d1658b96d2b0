"""How a posting's words answer the duties beyond pay: fair chance, licenses, age and languages, neutral titles."""

from collections.abc import Iterator

from compensation.pay_law.rule import LawRequirement, PayRule
from packs.pay_law import duty_words, words
from packs.pay_law.judging import RuleAnswer, Status, cut_quote
from packs.pay_law.titles import is_neutral_title
from packs.posting.facts import Question
from packs.posting.value import Kind, Posting
from packs.review.pay_history import find_pay_history


def judge_statement(
    requirement: LawRequirement, meaning: words.Meaning, note: str, rule: PayRule, posting: Posting
) -> RuleAnswer:
    """MET with the first line that has this meaning or a phrase of the rule's own, otherwise MISSING with `note`;
    NOT_CHECKABLE where the rule lets the statement be elsewhere.
    """
    quote = find_line(meaning, posting) or _find_phrase(rule.meeting_words, posting)
    if quote:
        return RuleAnswer(asks=requirement.label, status=Status.MET, quote=quote)
    if rule.elsewhere_allowed:
        note = "Not in the text. This rule also accepts it elsewhere, which we can't check."
        return RuleAnswer(asks=requirement.label, status=Status.NOT_CHECKABLE, note=note)
    return RuleAnswer(asks=requirement.label, status=Status.MISSING, note=note)


def judge_agreement(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting names the collective agreement, or says that none applies."""
    note = "Name the collective agreement, or say that none applies."
    return judge_statement(LawRequirement.COLLECTIVE_AGREEMENT, duty_words.COLLECTIVE_AGREEMENT, note, rule, posting)


def judge_ready_to_pay_more(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting says that the employer may pay more than the minimum."""
    note = "Say whether you’re willing to pay more than the minimum."
    return judge_statement(LawRequirement.READY_TO_PAY_MORE, duty_words.READY_TO_PAY_MORE, note, rule, posting)


def judge_fair_chance(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting says that people with a record are considered."""
    note = "Say that you consider qualified applicants with arrest or conviction records."
    return judge_statement(LawRequirement.FAIR_CHANCE, duty_words.FAIR_CHANCE, note, rule, posting)


def judge_ai_statement(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting says that artificial intelligence is used; that is due only where the employer uses it."""
    asks, used = LawRequirement.AI_STATEMENT.label, posting.answers.get(Question.AI_SCREENING)
    quote = find_line(words.AI_STATEMENT, posting)
    if quote:
        return RuleAnswer(asks=asks, status=Status.MET, quote=quote)
    if used is None:
        return _ask_first(asks, Question.AI_SCREENING)
    if used:
        return RuleAnswer(asks=asks, status=Status.MISSING, note="You use it, so say so.")
    return RuleAnswer(asks=asks, status=Status.MET, note="You don't use it, so nothing is required.")


def judge_title(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the title is gender-neutral in the posting's language."""
    status = Status.MET if is_neutral_title(posting) else Status.MISSING
    return RuleAnswer(asks=LawRequirement.GENDER_NEUTRAL_TITLE.label, status=status, quote=posting.title)


def judge_pay_history(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out questions about earlier pay. The search for them is kept with the posting."""
    asked = posting.find_once(find_pay_history, lambda: next(_list_pay_questions(posting), ""))
    return judge_unasked("No question about earlier pay", asked)


def judge_local_experience(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out a demand for experience from the rule's country; NOT_CHECKABLE for a country whose
    words aren't known.
    """
    asks = "No requirement for experience from that country"
    meaning = words.LOCAL_EXPERIENCE.get(rule.country)
    if meaning is None:
        return RuleAnswer(asks=asks, status=Status.NOT_CHECKABLE)
    return judge_unasked(asks, find_line(meaning, posting))


def judge_background_check(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out a demand for a clean record or a passed background check."""
    broken = find_line(duty_words.BACKGROUND_CHECK, posting) or _find_phrase(rule.breaking_words, posting)
    return judge_unasked("No requirement for a clean record or background check", broken)


def judge_age_limit(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out an age limit."""
    return judge_unasked("No age limit", find_line(duty_words.AGE_LIMIT, posting))


def judge_drivers_license(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out a license that the work doesn't need; the employer has to say whether it involves
    driving.
    """
    quote = find_line(duty_words.DRIVERS_LICENSE, posting)
    return _judge_needed("No driver's license unless the job involves driving", quote, Question.DRIVING, posting)


def judge_foreign_language(rule: PayRule, posting: Posting) -> RuleAnswer:
    """Whether the posting leaves out a language that the work doesn't need; the employer has to say whether it does."""
    demands = (passage.text for passage in posting.of_kind(Kind.REQUIRED, Kind.NICE_TO_HAVE, Kind.ABOUT, Kind.OTHER))
    quote = next((cut_quote(text) for text in demands if duty_words.FOREIGN_LANGUAGE.find_in(text) is not None), "")
    return _judge_needed("No foreign language that the work doesn’t need", quote, Question.LANGUAGE, posting)


def find_exclusion(posting: Posting) -> str:
    """The line that excludes the residents of a state or province, "" without one."""
    return find_line(duty_words.EXCLUDED_RESIDENTS, posting)


def judge_unasked(asks: str, quote: str) -> RuleAnswer:
    """The answer to a ban: MET where `quote`, the words that break it, is "", otherwise MISSING."""
    if quote:
        return RuleAnswer(asks=asks, status=Status.MISSING, quote=quote, note="Remove this.")
    return RuleAnswer(asks=asks, status=Status.MET)


def find_line(meaning: words.Meaning, posting: Posting) -> str:
    """The first line of any section with this meaning, "" without one. The search is kept with the posting."""
    return posting.find_once(("any line", id(meaning)), lambda: next(_list_lines(meaning, posting), ""))


def _list_lines(meaning: words.Meaning, posting: Posting) -> Iterator[str]:
    for passage in posting.passages:
        at = meaning.find_in(passage.text)
        if at is not None:
            yield cut_quote(passage.text, at)


def _judge_needed(asks: str, quote: str, question: Question, posting: Posting) -> RuleAnswer:
    """A demand that is allowed only where the work needs it."""
    needed = posting.answers.get(question)
    if quote and needed is None:
        return _ask_first(asks, question, quote)
    return RuleAnswer(asks=asks, status=Status.MET, quote=quote) if needed else judge_unasked(asks, quote)


def _ask_first(asks: str, question: Question, quote: str = "") -> RuleAnswer:
    return RuleAnswer(asks=asks, status=Status.ANSWER_NEEDED, quote=quote, note=str(question.label), question=question)


def _find_phrase(phrases: list[str], posting: Posting) -> str:
    """The first line that has one of the phrases, whatever their case."""
    wanted = [phrase.casefold() for phrase in phrases]
    for passage in posting.passages if wanted else ():
        text = passage.text.casefold()
        if any(phrase in text for phrase in wanted):
            return cut_quote(passage.text)
    return ""


def _list_pay_questions(posting: Posting) -> Iterator[str]:
    for passage in posting.passages:
        for start, _end in passage.find_once(find_pay_history):
            yield cut_quote(passage.text, start)
