"""Whether a line is a heading, by what its words, its signs and its neighbors say."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from packs.posting.value import Kind
from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.cues import find_best, starts_with_duty, weigh_kinds
from packs.reading.facts import is_fact, is_pay_line
from packs.reading.headings import LONGEST_HEADING_LINE, NO_HEADING, HeadingWords, is_share, read_heading_words
from packs.reading.labels import is_label
from packs.review.money import named_pay
from web.bullets import read_number

ENOUGH = 2.5  # evidence makes a heading
_MOST_WORDS = 8
_FEW_WORDS = 6
_FEWEST_WORDS = 4
_OFTEN = 2  # headings of a shape make it that of headings
_NEVER = re.compile(
    r"@|#\s?[\w-]{0,20}\d|https?://|www\.|[$£€¥₹]\s?\d"
    r"|(?!(?:19|20)\d\d\b)\d[\d.,]{3,15}\s?(?:[A-Z]{3}|[€£$])"
    r"|\A\W*(?!an?\b|what|things|these|would|nice|it)\w+ \w.{3,90} an? (?:plus|asset|bonus|advantage|must)\W*\Z"
    r"|\A\W*paid (?!time off|leave|holidays?|vacation)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)])\s")
# Words that no point of a list is made of alone, as "computer skills" can be.
_ALONE = re.compile(r"[A-Z][a-z]+:?|(?:essential|desirable|minimum|preferred) criteria:?", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|will|can|must)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:includes?|including|following)\b", re.IGNORECASE)
_ENDS_LEAD = re.compile(r"\bfollowing\b|\b(?:includes?|including|below)\W*\Z", re.IGNORECASE)
_TAIL = re.compile(rf"{_LEADS.pattern}|\([^()]*\)\W?\Z", re.IGNORECASE)
_OUTLINED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s[A-Z][^.;:]*:?")  # 2.2 Tasks, in a text set as an outline
_COUNTED = re.compile(
    r"(?!(?:19|20)\d\d )\d{1,4}[ -](?!things|reasons|good|great|ways)[a-z]", re.IGNORECASE
)  # 8 hour shift
# Reports to the Site Manager, in two columns that were one.
_SPACED_FACT = re.compile(
    r"(?i:reports? to|reporting to|responsible to|accountable to|(?:job|post|position) title) (?:the )?[A-Z]"
)
_INLINE = re.compile(r"\w\W?:\s{1,3}\S")
_NAMED_LAST = re.compile(r"\(((?:\w+ ){0,3}(?:qualifications?|criteria|requirements|skills|experience))\)[:.]?\Z")
# What are the responsibilities and job description for the Clerk position at the mill?
_ASKED = re.compile(r"What (?:are|is) the ((?:\w+ ){1,5}?)(?:for|of) the .{3,90}\?")
# A row of facts of the job: Berlin · hybrid · permanent.
_FACTS = re.compile(
    r"[^·•|]{1,60}[·•|].{0,60}\b(?:hybrid|remote|on[- ]?site|permanent|contract|temporary|(?:full|part)[- ]time)\b",
    re.IGNORECASE,
)
# What a button of a page says.
_BUTTON = re.compile(
    r"(?:(?:(?:quick )?apply(?: (?:now|online|here))?|print|save|share|e-?mail)(?: (?:for )?(?:this )?job)?"
    r"|download(?: [\w-]+){0,3}|help|share|(?:skip to|back to) [\w ]{3,20}|sign in|log ?in(?: to [\w ]{1,30})?)\W*",
    re.IGNORECASE,
)
# What a link of a page says: Read more about the duties here.
_LINK = re.compile(
    r"(?:more|further|full|read|see|view|find|click|download|learn|apply)\b.{0,60}\bhere\W*", re.IGNORECASE
)
_TYPE = re.compile(r"(?:job|employment|position|contract|work) type\W*", re.IGNORECASE)
_PLAINLY = 4.0  # said by what is below a button
_BETWEEN = re.compile(r"(?<!\s)\s{0,9}[|·•]\s*")  # the buttons and tabs of a page
_QUALIFIER = re.compile(r"\b(?:job|role|position|essential|required|preferred|desired)\b", re.IGNORECASE)
_LABELLED = re.compile(r"([A-Z][A-Za-z /]{2,30}?) (?:[A-Z]{0,2}\d|[(£$€]).*", re.DOTALL)  # Pay Grade N6
_FEWEST_TABS = 3
_MOST_TAB_WORDS = 3
_LETTERED = re.compile(r"\(?([IVX]{1,4}|[A-H])[.)]\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TITLED = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|&|and|of|the|/)){0,5}")  # Clinical Care and Safety
_GOES_ON = re.compile(r"(?:will|must|should|have|has|are|is|can|be) ")  # a point that a line leads to
_ENDS_POINT = re.compile(r"(?<!etc)\.\Z|[;,]\Z")
_MOST_NUMBERED = 12
_SERIES = 3  # numbered lines that are headings, as each has others below it
_LONG_WORD = 5  # letters, of a word that has a capital in titles
_PROSE = 9  # words, of a line that no list is made of


class _Shape(msgspec.Struct, frozen=True):
    """How a heading is set in its text."""

    role: BlockRole
    upper: bool
    colon: bool
    gap: bool
    tight: bool  # what follows stands close to it


def find_headings(blocks: Sequence[TextBlock]) -> list[HeadingWords | None]:
    """For each block what its words say as a heading, or None where it is no heading."""
    words = [_read_words(block.text) for block in blocks]
    has_gaps = sum(block.gap for block in blocks) > _OFTEN
    plain = [block for block in blocks if block.role in (BlockRole.PARAGRAPH, BlockRole.STRONG)]
    shouts = sum(len(block.text) for block in plain if block.text.isupper()) * 2 > sum(len(b.text) for b in plain)
    known = Counter(
        _read_shape(blocks, index)
        for index, (block, said) in enumerate(zip(blocks, words, strict=True))
        if said.is_whole and said.kind and block.role is not BlockRole.BULLET
    )
    series, listed = find_series(blocks), _find_listed(blocks, words) | _find_tabs(blocks, words)
    shared = find_shares(blocks)
    shapes = {shape for shape, count in known.items() if count >= _OFTEN}
    return [
        said
        if index in series
        or index in shared
        or (index not in listed and _is_heading(blocks, index, said, shapes, shouts=shouts, has_gaps=has_gaps))
        else None
        for index, said in enumerate(words)
    ]


def find_series(blocks: Sequence[TextBlock]) -> set[int]:
    """The indices of numbered headings: 1. Payroll, 2. Records and so on, each with lines of its own below it."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate(blocks):
        number = _read_ordinal(block.text) if block.role is not BlockRole.BULLET else 0
        if not number or len(block.text.split()) > _MOST_NUMBERED or _ENDS_POINT.search(block.text):
            continue
        if number != len(run) + 1 or (run and index == run[-1] + 1):
            run = []
        if number == len(run) + 1:
            run.append(index)
        if len(run) >= _SERIES and index + 1 < len(blocks):
            found.update(run)
    return found


def find_shares(blocks: Sequence[TextBlock]) -> set[int]:
    """The indices of parts of the work with their shares of the time, as Greenhouse (40%), where there are several."""
    found = {
        index
        for index, block in enumerate(blocks[:-1])
        if block.role is not BlockRole.BULLET and is_share(block.text) and not is_share(blocks[index + 1].text)
    }
    return found if len(found) >= _OFTEN else set()


def _find_tabs(blocks: Sequence[TextBlock], words: Sequence[HeadingWords]) -> set[int]:
    """The indices of lines that are a page's tabs: headings of several kinds in a row, of which one comes again
    further down, or a longer row, of which the last heads what is below.
    """
    last = {block.text.casefold(): index for index, block in enumerate(blocks)}
    found: set[int] = set()
    run: list[int] = []
    kinds: set[Kind | None] = set()
    reach = 0  # how far down a heading of the run comes again
    for index, (block, said) in enumerate(zip(blocks, words, strict=True)):
        is_tab = said.is_whole and len(block.text.split()) <= _MOST_TAB_WORDS and block.role is not BlockRole.HEADING
        if not is_tab or block.text[0].isdigit():
            found.update(run[:-1] if len(run) > _FEWEST_TABS and len(kinds) > 1 else ())
            run, kinds, reach = [], set(), 0
            continue
        run.append(index)
        kinds.add(said.kind)
        reach = max(reach, last[block.text.casefold()])
        if len(kinds) >= _FEWEST_TABS and reach > index:
            found.update(run)
            run = []
    return found


def _is_row_of_tabs(text: str) -> bool:
    """Whether a line is made of buttons, or of the names of sections that say kinds of their own each."""
    if len(text) > LONGEST_HEADING_LINE:
        return False
    parts = _BETWEEN.split(text)
    if len(parts) > 1 and all(_BUTTON.fullmatch(part) for part in parts):
        return True
    if _QUALIFIER.search(text):
        return False  # Essential job functions
    kinds = {read_heading_words(word).kind for word in text.split()}
    return len(kinds) >= _FEWEST_TABS and None not in kinds


def _read_ordinal(text: str) -> int:
    """The number that starts a line, in figures, in Roman ones or as a letter; 0 for none."""
    number = read_number(text)
    letters = _LETTERED.match(text) if not number else None
    if letters:
        return _ROMAN.index(letters[1]) + 1 if letters[1] in _ROMAN else ord(letters[1]) - ord("A") + 1
    return number[0] if number else 0


def _find_listed(blocks: Sequence[TextBlock], words: Sequence[HeadingWords]) -> set[int]:
    """The indices of short lines that a line with a colon leads to, as a list whose points stand apart."""
    found: set[int] = set()
    is_led = False
    for index, (block, said) in enumerate(zip(blocks, words, strict=True)):
        is_plain = block.role is BlockRole.PARAGRAPH and not block.text.isupper()
        if is_plain and block.text.endswith(":") and not said.is_whole:
            is_led = len(block.text.split()) > _FEW_WORDS
        elif is_led and is_plain and not said.is_whole and not block.text.endswith((".", "!", "?")):
            found.add(index)
        else:
            is_led = False
    return found


def _read_words(text: str) -> HeadingWords:
    """What a line says as a heading; a long one that leads to a list may name it in parentheses at its end."""
    is_long = len(text) > LONGEST_HEADING_LINE
    named = (_NAMED_LAST.search(text) if is_long else None) or _ASKED.fullmatch(text)
    said = read_heading_words(named[1] if named else text)
    is_duty = not said.is_whole and len(text.split()) >= _FEW_WORDS and starts_with_duty(text)
    return NO_HEADING if is_duty else said


def _is_heading(
    blocks: Sequence[TextBlock],
    index: int,
    said: HeadingWords,
    shapes: set[_Shape],
    *,
    shouts: bool,
    has_gaps: bool,
) -> bool:
    block = blocks[index]
    if (
        block.role is BlockRole.BULLET
        or _NEVER.search(block.text)
        or _FACTS.match(block.text)
        or (block.role is BlockRole.PARAGRAPH and _SPACED_FACT.match(block.text))
        or (len(block.text) <= LONGEST_HEADING_LINE and any(named_pay(block.text, home="XXX")))
    ):
        return False
    if block.role in (BlockRole.TITLE, BlockRole.HEADING):
        return True
    if _is_row_of_tabs(block.text) or _is_control(blocks, index):
        return False
    labelled = _LABELLED.fullmatch(block.text)
    if labelled and is_label(labelled[1]) and not said.is_named:
        return False
    if _COUNTED.match(block.text) and not said.is_named:
        return False
    score = _weigh_words(block, said, shouts=shouts) + _weigh_neighbors(blocks, index, said, has_gaps=has_gaps)
    shape = _read_shape(blocks, index)
    if not _INLINE.search(block.text):
        score += (
            1.5 if shape in shapes else 0.75 if msgspec.structs.replace(shape, tight=not shape.tight) in shapes else 0
        )
    return score >= ENOUGH


def _is_above_facts(blocks: Sequence[TextBlock], index: int) -> bool:
    """Whether what comes after a button is a fact, or a heading that leaves no line to the button."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after and _says_kind(after) and not after.text.endswith((".", "!", "?")):
        return True
    return any(is_fact(block.text) or is_pay_line(block.text) for block in blocks[index + 1 : index + 3])


def _is_control(blocks: Sequence[TextBlock], index: int) -> bool:
    """Whether a line is a page's link, its button with something below that it doesn't head, or a label whose fact was
    lost.
    """
    text = blocks[index].text
    is_button = bool(_BUTTON.fullmatch(text)) and (_is_above_facts(blocks, index) or _is_above_others(blocks, index))
    after = blocks[index + 1].text if index + 1 < len(blocks) else ""
    is_lost = len(after.split()) >= _PROSE and bool(_TYPE.fullmatch(text))
    return is_button or is_lost or bool(_LINK.fullmatch(text))


def _is_above_others(blocks: Sequence[TextBlock], index: int) -> bool:
    """Whether what comes after a button is plainly no word on how to apply."""
    kind, score, _ = find_best(weigh_kinds(blocks[index + 1].text)) if index + 1 < len(blocks) else (None, 0, 0)
    return kind is not Kind.HOW_TO_APPLY and score >= _PLAINLY


def _weigh_words(block: TextBlock, said: HeadingWords, *, shouts: bool) -> float:
    """What a line's own words and signs say for a heading."""
    text, count = block.text, len(block.text.split())
    score = 0.5 if count <= _FEW_WORDS and text[:1].isupper() else 0.0
    if said.is_whole:
        score += 2.5
    elif said.kind:
        score += 1.5 if said.is_named else 0.5
    if block.role is BlockRole.STRONG:
        score += 2
    if text.isupper() and len(text) > 3 and not shouts:  # noqa: PLR2004 an acronym alone is no heading
        score += 1.5
    if text.endswith(":"):
        score += 1.5
    else:
        score -= _weigh_end(block, said)
    if _INLINE.search(text):
        score -= 0 if said.is_whole else 3
    if any(letter.isdigit() for letter in _NUMBERED.sub("", text)):
        score -= 1
    if not _NUMBERED.match(text) and text[:1].islower():
        score -= 1.5
    return score + _weigh_length(text, said)


def _weigh_length(text: str, said: HeadingWords) -> float:
    """What a line's length says for a heading: little against one that has the capitals of a title."""
    if said.is_whole and (len(text) > LONGEST_HEADING_LINE or _ASKED.fullmatch(text)):
        return 0.5  # its last words name the list
    if said.is_whole and _is_titled(text):
        return 0
    lead = _TAIL.search(text) if said.is_whole or said.is_named else None  # what follows is the tail of a heading
    return -max(0, len(text[: lead.start()].split() if lead else text.split()) - _MOST_WORDS)


def _is_titled(text: str) -> bool:
    """Whether a line has a capital at each of its longer words, as titles do."""
    return not text.endswith((".", "!", "?", ",", ";")) and all(
        word[0].isupper() for word in text.split() if len(word) >= _LONG_WORD and word[0].isalpha()
    )


def _weigh_end(block: TextBlock, said: HeadingWords) -> float:
    """What the sign at a line's end says against a heading."""
    text = block.text
    if said.is_whole and text.endswith("..."):
        return 0
    if not text.endswith((".", "!", ";", ",")) and not (text.endswith("?") and not said.is_whole):
        return 0
    is_short = block.gap and len(text.split()) <= _FEWEST_WORDS and not _SAYS.search(text)
    is_run_in = said.is_whole and text.endswith((".", "!")) and is_short
    return 0.5 if is_run_in or (said.is_whole and _ENDS_LEAD.search(text)) else 3


def _weigh_neighbors(blocks: Sequence[TextBlock], index: int, said: HeadingWords, *, has_gaps: bool) -> float:
    """What stands around a line says for a heading: room before it, a list after it."""
    block = blocks[index]
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    is_under = bool(before and said.is_whole and _says_kind(before))  # one heading right under another
    if after is None:
        return -3
    strong = [near is not None and near.role is BlockRole.STRONG for near in (before, block, after)]
    if all(strong) or (sum(strong) > 1 and strong[1] and not said.is_whole):
        return -2  # a run of strong lines are facts under a title
    is_list = any(near and _OUTLINED.match(near.text) for near in (before, after))
    outlined = 2.0 if _OUTLINED.fullmatch(block.text) and not is_list else 0.0
    score = outlined + (0.5 if block.gap or is_under or (before and before.role is BlockRole.BULLET) else -0.5)
    is_first = before and not said.is_whole and not block.gap and block.role is BlockRole.PARAGRAPH
    is_titled = after.role is BlockRole.BULLET and _TITLED.fullmatch(block.text)
    if is_first and not is_titled and before and _says_kind(before):
        score -= 1  # the first line of a section rather than a heading below one
    score += _weigh_lists(block, before, after) + 1.5 * is_said_again(block.text, after.text)
    if not said.kind and block.role is BlockRole.PARAGRAPH and _says_kind(after):
        score -= 1  # with no line of its own
    if after.role is BlockRole.BULLET and (before is None or before.role is not BlockRole.BULLET or block.gap):
        score += 1
    if not block.gap and not after.gap and before and before.role is block.role and after.role is block.role:
        is_prose = len(after.text.split()) >= _PROSE
        is_clear = said.is_whole and (not has_gaps or is_under or is_prose or _ALONE.fullmatch(block.text))
        score -= (0 if is_prose else 0.5) if is_clear else 2  # in the midst of a list without bullets
    return score


def _weigh_lists(block: TextBlock, before: TextBlock | None, after: TextBlock) -> float:
    """What a list after a line, or one around it, says for a heading: a title between two lists, or one whose points go
    on with it.
    """
    if block.role is not BlockRole.PARAGRAPH or not after.is_bullet or block.text.endswith((".", "!", "?", ";", ",")):
        return 0
    is_between = bool(before and before.is_bullet) and block.gap and bool(_TITLED.fullmatch(block.text))
    goes_on = bool(_GOES_ON.match(after.text)) and len(block.text.split()) <= _FEW_WORDS
    return 1 if is_between or goes_on else 0


def is_said_again(text: str, after: str) -> bool:
    """Whether what comes after a line starts with the same words: The mill, and The mill is in a valley."""
    return " " in text and text != after and after.startswith(text) and not text.endswith((".", ":"))


def _says_kind(block: TextBlock) -> bool:
    said = read_heading_words(block.text)
    return said.is_whole and said.kind is not None and block.role is not BlockRole.BULLET


def _read_shape(blocks: Sequence[TextBlock], index: int) -> _Shape:
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return _Shape(
        role=block.role,
        upper=block.text.isupper(),
        colon=block.text.endswith(":"),
        gap=block.gap,
        tight=bool(after and (not after.gap or after.role is BlockRole.BULLET)),
    )
