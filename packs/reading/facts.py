"""Lines that name a fact of the job, such as its place, its hours or its pay."""

import re

from packs.posting.value import Kind
from packs.review.money import named_pay
from roles.kit.choices import Language

LONGEST_FACT = 160
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /&#'’.-]{1,40}?)\s?:\s+(?P<words>\S.*)", re.DOTALL)
_FACT = re.compile(
    r"\b(?:titles?|locations?|places?|town|city|address|sites?|where|hours|types?|shifts?|schedule|status|reports? to"
    r"|reporting to|responsible to|accountable to|departments?|division|faculty|unit|contract|start(?:s|ing)?|duration"
    r"|length|term|grade|band|level|ref|reference|req|requisition|id|number|no|code|posted|closing|closes|close"
    r"|opens|opening|dates?|employment|classification|category|workplace|working (?:days|hours)|telework"
    r"|tenure|appointment|position|vacancies|company|employer|organi[sz]ation|school|series|flsa|interviews|expected"
    r"|setting|work location|job type|deadline|apply by|travel|language|area|region|country|industry|function|team"
    r"|client|agency|bargaining|recruitment|posting|program|positions|role|post|job)\b",
    re.IGNORECASE,
)
_PAY_LABEL = re.compile(
    r"\b(?:pay|salary|salaries|ctc|(?:hiring|starting|posting|pay|full) range"
    r"|wages?|compensation|remuneration|rate|stipend|package|income|earn|earnings|ote)\b",
    re.IGNORECASE,
)
_PAY_PROMISE = re.compile(
    r"\A\W*(?:an? )?(?:very )?(?:competitive|attractive|excellent|generous|great|good|market|top|fair)(?: \w+)? "
    r"(?:pay|salary|wages?|remuneration|compensation|rates?)\b(?! and benefits)",
    re.IGNORECASE,
)
_PAY_LEAD = re.compile(
    r"\A\W*(?:up to |from |between |starting (?:at|from) |circa |c\. |ca\. |about )?(?:[A-Z]{1,3} ?)?[$£€¥₹]?\s?\d"
    r"|\A\W*(?:grade|band|level|step|scale|spine point|tier|class)\b",
    re.IGNORECASE,
)
_FEW_BESIDE = 9  # words at most that stand beside the figures of a line of pay
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH = frozenset(
    [
        "de",
        "la",
        "el",
        "los",
        "las",
        "y",
        "en",
        "para",
        "con",
        "del",
        "que",
        "una",
        "un",
        "se",
        "por",
        "su",
        "tu",
        "más",
        "como",
        "o",
        "nuestro",
        "nuestra",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "with",
        "you",
        "our",
        "a",
        "is",
        "are",
        "we",
        "will",
        "your",
        "on",
        "or",
        "as",
        "this",
        "that",
        "from",
    ]
)
LONGEST_READ = 20_000  # characters that are enough to tell


def read_label(text: str) -> tuple[str, str] | None:
    """The label of a line and what stands after its colon; None where it has none."""
    match = _LABEL.match(text)
    return (match["label"].strip(), match["words"].strip()) if match else None


def is_fact(text: str) -> bool:
    """Whether a line is a label and a fact of the job other than its pay."""
    if len(text) > LONGEST_FACT:
        return False
    labelled = read_label(text)
    return bool(labelled and len(labelled[0].split()) <= 4 and _FACT.search(labelled[0]))  # noqa: PLR2004


def is_pay_line(text: str) -> bool:
    """Whether a line states the pay, by its label, as a figure with few words around it, or as a promise of pay."""
    if _PAY_PROMISE.match(text) and len(text.split()) <= 8:  # noqa: PLR2004
        return True
    labelled = read_label(text)
    if labelled and _PAY_LABEL.search(labelled[0]) and len(labelled[0].split()) <= 4:  # noqa: PLR2004
        return True
    if _PAY_LEAD.match(text) or _PAY_LABEL.match(text.lstrip("*_ ")):
        return any(True for _ in named_pay(text))
    return len(text) <= LONGEST_FACT and bool(_PAY_LABEL.search(text)) and _is_mostly_figures(text)


def _is_mostly_figures(text: str) -> bool:
    """Whether a line has a sum of pay, and few words beside it."""
    spans = [named.span for named in named_pay(text)]
    return bool(spans) and len((text[: spans[0][0]] + text[spans[-1][1] :]).split()) <= _FEW_BESIDE


def find_fact_kind(text: str) -> Kind | None:
    """The kind of section for a line that is a fact, None for any other line."""
    if is_pay_line(text):
        return Kind.COMPENSATION
    return Kind.ABOUT if is_fact(text) else None


def guess_language(text: str) -> Language:
    """Spanish where its small words are more than twice as many as the English ones, five at least."""
    words = [word.casefold() for word in _WORD.findall(text[:LONGEST_READ])]
    spanish, english = (sum(word in known for word in words) for known in (_SPANISH, _ENGLISH))
    return Language.SPANISH if spanish >= 5 and spanish > 2 * english else Language.ENGLISH  # noqa: PLR2004
