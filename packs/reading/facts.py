"""Lines that name a fact of the job, such as its place, its hours or its pay."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from packs.posting.value import Kind
from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.headings import read_heading_words
from packs.reading.labels import is_label
from packs.review.money import named_pay
from roles.kit.choices import Language

LONGEST_FACT = 160
# What a place of work is called before a colon in other languages.
PLACE_WORDS = (
    r"(?:arbeits|einsatz|dienst|stand)?ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?"
    r"|localidad"
    r"|(?:stand|werk)plaats|(?:werk)?locatie|sede(?: di lavoro)?|luogo(?: di lavoro)?|lokalizacja|miejsce pracy"
    r"|localização|arbetsort|arbejdssted|arbeidssted"
)
# A colon ends a label before a space, or between a letter and what is no address: REF NO:AH/08/18.
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w /&#'’.()-]{1,40}?)\s?:"
    r"(?:\s+|(?<=[^\W\d_]:)(?=[^\W_]|[£$€])|(?<=[^\W\d_]\s:)(?=[^\W_]|[£$€]))(?P<words>\S.*)",
    re.DOTALL,
)
_FACT = re.compile(
    rf"\b(?:{PLACE_WORDS}|titles?|locations?|places?|town|city|address|sites?|where|hours|types?|shifts?"
    rf"|schedule|status|reports? to"
    r"|reporting (?:to|relationships?|lines?)|responsible to|accountable to|departments?|division|faculty|unit|contract"
    r"|start(?:s|ing)?|duration|length|term|grade|band|level|ref|reference|req|requisition|id|number|no|code"
    r"|posted|closing|closes|close"
    r"|opens|opening|dates?|employment|classification|category|workplace|working (?:days|hours)|telework"
    r"|tenure|appointment|position|vacancies|company|employer|organi[sz]ation|school|series|flsa|interviews|expected"
    r"|setting|work location|job type|deadline|apply by|travel|language|area|region|country|industry|function|team"
    r"|client|agency|bargaining|recruitment|posting|program|positions|role|post|job"
    r"|(?:required|needed) (?:for|from|by))\b",
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
# Minimum: $12.00
_PAY_BOUND = re.compile(r"\A\W*(?:min(?:imum)?|mid(?:point)?|max(?:imum)?)\.?\W{0,3}[$£€]\s?\d", re.IGNORECASE)
# This part-time position pays $24.69 per hour.
_PAYS = re.compile(r"(?:This|The) [^.:;$£€]{3,60} (?:pays|is paid|earns) [^.:;]{0,20}[$£€]\s?\d")
_PAY_OPENS = re.compile(
    r"\A\W*(?:(?:an?|the|your|our) )?(?:(?:starting|base|basic|hourly|annual|monthly|weekly|daily|gross"
    r"|full[- ]time) ){0,2}(?:pay|rate|salary|wages?|stipend)\b",
    re.IGNORECASE,
)
_PAY_LEAD = re.compile(
    r"\A\W*(?:pro[- ]rata |up to |from |between |starting (?:at|from) |circa |c\. |ca\. |about )?"
    r"(?:[A-Z]{1,3} ?)?[$£€¥₹]?\s?\d"
    r"|\A\W*(?:grade|band|level|step|scale|spine point|tier|class)\b",
    re.IGNORECASE,
)
_SURE_PAIRS = (
    (
        re.compile(r"(?:(?:job|employment|position|contract|schedule|time|work) )?type", re.IGNORECASE),
        re.compile(r"(?:full|part)[- ]?time\b|permanent\b|temporary\b|contract\b|seasonal\b|casual\b", re.IGNORECASE),
    ),
    (
        re.compile(r"(?:(?:application|closing|filing) )?(?:deadline|date)", re.IGNORECASE),
        re.compile(
            r"\A(?:\w{1,15} ){0,4}?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}"
            r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})"
        ),
    ),
)
_FEWEST_PAIRS = 3  # labels above their facts, that make a block of them; a line under a heading is one pair
_LONGEST_VALUE = 90
_MOST_LABEL, _MOST_FACT = 4, 8  # words of a label and its fact in a column
# Words of headings, below which a short line may be the first of a list.
_OPENS_LIST = re.compile(
    r"\b(?:duties|tasks?|responsib\w+|accountab\w+|require\w+|qualif\w+|skills?|experience|education|criteria"
    r"|desirable|preferred|benefits?|perks|offer|about|you|we|us)\b",
    re.IGNORECASE,
)
LISTED = 14  # words at most in a line that is no sentence
_DATED = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:st|nd|rd|th)?(?:,? \d{4})?\s?[:–—-]")
_ASIDE = re.compile(r"\([^()]*\)")
_ANY = "XXX"  # any currency: ISO 4217 has this code for none
_FEW_BESIDE = 9  # words at most that stand beside the figures of a line of pay
# The small words that every sentence has.
_SPANISH = re.compile(
    r"\b(?:de|la|el|los|las|y|en|para|con|del|que|una|un|se|por|su|tu|más|como|o|nuestr[oa])\b", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"\b(?:the|and|of|to|in|for|with|you|our|a|is|are|we|will|your|on|or|as|this|that|from)\b", re.IGNORECASE
)
LONGEST_READ = 20_000  # characters that are enough to tell


def read_label(text: str) -> tuple[str, str] | None:
    """The label of a line and the text after its colon, or None for a line without a label."""
    match = _LABEL.match(text)
    return (match["label"].strip(), match["words"].strip()) if match else None


def is_fact(text: str) -> bool:
    """Whether a line is a label with a fact about the job other than its pay."""
    if len(text) > LONGEST_FACT:
        return False
    labelled = read_label(text)
    return bool(labelled and len(labelled[0].split()) <= 4 and _FACT.search(labelled[0]))  # noqa: PLR2004


def is_pay_line(text: str) -> bool:
    """Whether a line states the pay, by its label, as a figure with few words around it, or as a promise of pay."""
    if _PAY_PROMISE.match(text) and len(_ASIDE.sub("", text).split()) <= 8:  # noqa: PLR2004
        return True
    labelled = read_label(text)
    if labelled and _PAY_LABEL.search(labelled[0]) and len(labelled[0].split()) <= 4:  # noqa: PLR2004
        return True
    if _PAY_BOUND.match(text) and len(text.split()) <= _FEW_BESIDE:
        return True
    pays = len(text) <= LONGEST_FACT and _PAYS.match(text)
    if pays or _PAY_LEAD.match(text) or _PAY_OPENS.match(text) or _PAY_LABEL.match(text.lstrip("*_ ")):
        return any(True for _ in named_pay(text, home=_ANY))
    return len(text) <= LONGEST_FACT and bool(_PAY_LABEL.search(text)) and _is_mostly_figures(text)


def _is_mostly_figures(text: str) -> bool:
    """Whether a line has a sum of pay, and few words beside it."""
    spans = [named.span for named in named_pay(text, home=_ANY)]
    return bool(spans) and len((text[: spans[0][0]] + text[spans[-1][1] :]).split()) <= _FEW_BESIDE


def find_fact_kind(text: str) -> Kind | None:
    """The kind of section for a line that is a fact, or None."""
    if is_pay_line(text):
        return Kind.COMPENSATION
    return Kind.ABOUT if is_fact(text) else None


def is_dated(text: str) -> bool:
    """Whether a line starts with a day of a month, as a row of a timetable does: Jan 10 - Interviews."""
    return bool(_DATED.match(text))


def is_short_fact(text: str) -> bool:
    """Whether a line is a few words without a verb, such as the lines under a title."""
    return is_fact(text) or (len(text.split()) <= 4 and not re.search(r"[.!?@]", text))  # noqa: PLR2004


def is_short_line(text: str) -> bool:
    """Whether a line is short and no sentence, such as the lines under a title."""
    return len(text.split()) <= LISTED and not text.rstrip().endswith((".", "!", "?", ":"))


def join_labels(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks, in which each label is joined to the fact below it where the text has at least three such labels."""
    firsts = {index for index in range(len(blocks) - 1) if _is_pair(blocks[index], blocks[index + 1])}
    firsts -= {index + 1 for index in firsts}
    firsts |= _find_column(blocks)
    if len(firsts) < _FEWEST_PAIRS:
        return [*_join_pairs(blocks, {index for index in firsts if _is_sure_pair(blocks[index], blocks[index + 1])})]
    for index in range(2, len(blocks) - 1):
        if index - 2 in firsts and index - 1 not in firsts and _is_among_pairs(blocks[index], blocks[index + 1]):
            firsts.add(index)
    return [*_join_pairs(blocks, firsts)]


def _find_column(blocks: Sequence[TextBlock]) -> set[int]:
    """The indices of labels in a column: lines that end with a colon, each with a short fact of its own below it."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(len(blocks) - 1):
        if run and index == run[-1] + 1:
            continue
        run = [*run, index] if _is_column_pair(blocks[index], blocks[index + 1]) else []
        if len(run) >= _FEWEST_PAIRS:
            found.update(run)
    return found


def _is_column_pair(label: TextBlock, value: TextBlock) -> bool:
    is_plain = label.role is value.role is BlockRole.PARAGRAPH and label.text.endswith(":") and label.text[:1].isupper()
    if not is_plain or len(label.text.split()) > _MOST_LABEL or len(value.text.split()) > _MOST_FACT:
        return False
    return not value.text.endswith((":", ".", ";")) and not _OPENS_LIST.search(label.text)


def _join_pairs(blocks: Sequence[TextBlock], firsts: set[int]) -> Iterable[TextBlock]:
    for index, block in enumerate(blocks):
        if index - 2 in firsts and _leads_on(blocks[index - 1]) and index not in firsts:
            continue
        if index - 1 in firsts:
            label = blocks[index - 1]
            goes_on = _leads_on(block) and index + 1 < len(blocks) and index + 1 not in firsts
            more = blocks[index + 1].text if goes_on else ""
            text = f"{label.text.rstrip(': ')}: {block.text} {more}".rstrip()
            yield msgspec.structs.replace(block, text=text, gap=label.gap, role=BlockRole.PARAGRAPH)
        elif index not in firsts:
            yield block


def _leads_on(value: TextBlock) -> bool:
    """Whether the fact of a label is on the line after, as in 1 vacancy in this place:."""
    return value.text.endswith(":")


def _is_among_pairs(label: TextBlock, value: TextBlock) -> bool:
    """Whether a label that stands right after a pair has its fact on the next line, whatever that is."""
    is_plain = label.role in (BlockRole.PARAGRAPH, value.role) and value.role in (BlockRole.PARAGRAPH, BlockRole.BULLET)
    return is_plain and is_label(label.text) and not is_label(value.text) and len(value.text) <= LONGEST_FACT


def _is_sure_pair(label: TextBlock, value: TextBlock) -> bool:
    """Whether a label alone and its fact are plainly so, without others like them: Type, and Full time."""
    return any(name.fullmatch(label.text.strip(" :")) and fact.match(value.text) for name, fact in _SURE_PAIRS)


def _is_pair(label: TextBlock, value: TextBlock) -> bool:
    """Whether a line is a label alone and the next one its fact; both may stand apart, where every line does."""
    roles = (BlockRole.PARAGRAPH, BlockRole.BULLET)
    is_plain = label.role in roles and value.role in (label.role, BlockRole.PARAGRAPH) and (label.gap or not value.gap)
    is_headed = read_heading_words(value.text).is_whole
    if not is_plain or not is_label(label.text) or is_label(value.text) or is_headed:
        return False
    if any(named_pay(f"{label.text}: {value.text}", home=_ANY)):
        return True
    is_short = len(value.text) <= _LONGEST_VALUE and not value.text.endswith(":")
    return is_short and not read_label(value.text) and (not value.text.endswith(".") or len(value.text.split()) <= 4)  # noqa: PLR2004


def guess_language(text: str) -> Language:
    """Spanish where a text has at least five of its small words and more than twice as many as English ones; otherwise
    English.
    """
    spanish, english = (len(words.findall(text[:LONGEST_READ])) for words in (_SPANISH, _ENGLISH))
    return Language.SPANISH if spanish >= 5 and spanish > 2 * english else Language.ENGLISH  # noqa: PLR2004
