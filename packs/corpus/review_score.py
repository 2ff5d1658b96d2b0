"""How well the checks and the pay-law answers do on a posting."""

from collections.abc import Sequence
from datetime import date

from compensation.pay_law.rule import LawRequirement, PayRule, WorkPlace
from packs.corpus.labelled import LabelledFinding, LabelledPosting
from packs.corpus.tally import Tally
from packs.pay_law.judging import judge_all
from packs.posting.value import Posting
from packs.review.check import review_posting
from packs.review.finding import Finding

CORPUS_DAY = date(2026, 11, 29)  # on which the labels say what the law asks
# The label of each check that the program knows by another name.
_LABELS = {
    "blank": "blank-left",
    "opens-with-about-us": "opens-with-company",
    "too-many-must-haves": "too-many-requirements",
    "years": "years-too-many",
    "length-words": "too-long",
    "age-language": "age",
    "origin-language": "protected-class",
    "ability-language": "protected-class",
    "gendered-words": "gendered-word",
    "title-gendered": "gendered-word",
    "personal-life": "protected-class",
    "title-capitals": "shouting",
    "title-symbols": "shouting",
    "title-clever-name": "title-level-jargon",
    "title-employment-type": "title-level-jargon",
    "title-level-numeral": "title-level-jargon",
    "pay-open": "pay-vague",
    "appearance": "protected-class",
}
# Labels that two careful readers swap for each other.
_ALIKE = (
    {"slang", "cliche", "jargon", "title-level-jargon"},
    {"pay-missing", "pay-vague"},
    {"shouting", "title-level-jargon"},
    # "Bend, stoop and kneel" asks for a body, and is the standard paragraph of desk jobs.
    {"physical-demands", "protected-class"},
)
# A finding on the posting as a whole meets its label wherever the two are marked.
_OF_THE_WHOLE = {"too-many-requirements", "too-long"}
_ASKS = {
    "pay range": LawRequirement.RANGE,
    "other pay": LawRequirement.OTHER_PAY,
    "benefits": LawRequirement.BENEFITS,
    "deadline": LawRequirement.DEADLINE,
    "how to apply": LawRequirement.HOW_TO_APPLY,
    "AI statement": LawRequirement.AI_STATEMENT,
    "vacancy statement": LawRequirement.VACANCY_STATEMENT,
}


def score_findings(labelled: LabelledPosting, posting: Posting, checks: dict[str, Tally], known: set[str]) -> None:
    """Count in `checks`, by check, what was found, missed and wrongly found.

    A finding meets a label of its check, or of one that readers swap for it, with which it shares words. `known` are
    all checks that labels name; findings of others are left to `count_unlabelled`.
    """
    found = review_posting(posting)
    wanted = list(labelled.findings)
    for label in wanted:
        tally = checks.setdefault(label.check, Tally())
        if any(_meets(finding, label, posting) for finding in found):
            tally.found += 1
        else:
            tally.miss(f"{labelled.id}: missed “{label.quote}”")
    for finding in found:
        check = name_label(finding.check)
        if check in known and not any(_meets(finding, label, posting) for label in wanted):
            checks.setdefault(check, Tally()).accuse(f"{labelled.id}: wrong “{finding.quote or finding.message}”")


def score_denials(labelled: LabelledPosting, posting: Posting, alarms: Tally) -> None:
    """Count in `alarms` the words that a check should pass: how many it passes, and how many it finds."""
    found = review_posting(posting)
    for label in labelled.not_findings:
        hit = any(name_label(finding.check) == label.check and _meets(finding, label, posting) for finding in found)
        alarms.found += not hit
        if hit:
            alarms.accuse(f"{labelled.id}: {label.check} “{label.quote}”")


def count_unlabelled(posting: Posting, known: set[str]) -> list[str]:
    """The checks that found something and that no label names, once for each finding."""
    return [finding.check for finding in review_posting(posting) if name_label(finding.check) not in known]


def name_label(check: str) -> str:
    """The name that the labels use for a check, or its id where they use that."""
    return _LABELS.get(check, check)


def score_law(labelled: LabelledPosting, posting: Posting, rules: Sequence[PayRule], answers: Tally) -> None:
    """Compare the answers of pay law on a posting with its labels, and add the outcome to the tally `answers`."""
    for label in labelled.law:
        country, _, region = label.place.partition("-")
        verdicts = judge_all(rules, posting, [WorkPlace(country=country, region=region)], CORPUS_DAY)
        given = {
            answer.status.value
            for verdict in verdicts
            for answer in verdict.answers
            if answer.asks == _ASKS[label.asks].label
        }
        if label.status in given:
            answers.found += 1
        else:
            answers.miss(f"{labelled.id}: {label.place} {label.asks} is {sorted(given)}, not {label.status}")


def _meets(finding: Finding, label: LabelledFinding, posting: Posting) -> bool:
    check = name_label(finding.check)
    if check != label.check and not any({check, label.check} <= alike for alike in _ALIKE):
        return False
    if check in _OF_THE_WHOLE or not finding.quote or not label.quote or finding.place is None:
        return True
    quote, wanted = finding.quote.casefold(), label.quote.casefold()
    if quote in wanted or wanted in quote:
        return True
    text = posting.text_at(finding.place.section, finding.place.line).casefold()
    at = text.find(wanted)
    return at >= 0 and at < finding.place.end and finding.place.start < at + len(wanted)
