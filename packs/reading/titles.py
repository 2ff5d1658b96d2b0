"""The title of a job in the first lines of its text."""

import re
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.facts import is_fact, read_label
from packs.reading.headings import read_heading_words
from packs.reading.labels import is_label
from packs.reading.occupation_words import EMPLOYER_WORD, OCCUPATION

LONGEST_TITLE = 100
_LOOK = 10  # blocks, among which the title is
_LOOK_LATER = 40  # blocks of a page that sets facts above the title
_FEW_WORDS = 7
_REACH = 5  # blocks down to the job below a line with the employer's name or a page's links
_LABEL = re.compile(
    r"(?:(?:job|post|position|class|role|vacancy|working|official|functional) ?(?:title|name)|title|vacancy|position"
    r"|terms of reference|(?:open|current|available) (?:position|role|job|vacancy|post)|employment opportunity"
    r"|help wanted|(?:position|job) (?:open|available|vacant)"
    r"|role|job|post|subject|we(?:['’]re| are) (?:hiring|looking for)|now hiring|wanted|career opportunity"
    r"|job (?:opening|posting|opportunity|announcement|advert|vacancy|description))\s*(?:of|[:–—-])\s*(?=\S)",
    re.IGNORECASE,
)
_FULL_LABEL = re.compile(
    r"(?:(?:job|post|position|class|role|vacancy|working) ?(?:title|name)|title)\s*:\s*(?=\S)", re.IGNORECASE
)
# What goes on after a job's name: Parish Clerk Job Description, Cook needed.
_TAIL = re.compile(
    r"(?:(?<!\s)\s+)?(?:[–—|(:-]\s{0,9})?\b(?:(?:job|position|role|vacancy) (?:posting|description|summary|announcement"
    r"|opening|advert(?:isement)?|available|vacancy|notice)|vacancy|(?:(?:is|now|urgently) )?(?:needed|wanted))\b"
    r"[\s).!]{0,4}\Z",
    re.IGNORECASE,
)
_FIRST_SENTENCES = 600  # characters
# Candidates for the position of Pool Attendant; we are hiring a friendly and patient Pool Attendant.
_SAID = re.compile(
    r"\b(?:(?:position|role|post|job|vacancy) (?:of|as)|[Ss]eek(?:ing|s)?|looking (?:for|to (?:hire|recruit))"
    r"|(?:to )?(?:hir(?:e|ing)|recruit(?:ing)?|appoint))(?: [a-z][\w,-]{0,20}){0,6}? "
    r"(?P<name>[A-Z][\w/’'-]{0,30}(?: (?:[A-Z][\w/’'-]{0,30}|&|and|of)){0,6})"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_CODE_FIRST = re.compile(r"\A[A-Z]{2,5}[\d./-]{2,10}\s[:–—-]\s(?=[A-Z])")  # CPE1.21 - Clerk
_DOCUMENT = re.compile(
    r"(?:job|position|role|vacancy|career|employment) ?(?:description|announcement|posting|profile|opportunity"
    r"|opening"
    r"|advert(?:isement)?|details|vacancy|specification|summary|bulletin|notice)s?\W*|vacanc(?:y|ies)\W*|jobs?"
    r"|careers|welcome page|returning candidate\b.{0,30}|logo|loading\W*|enable job alerts.{0,20}"
    r"|this (?:job|vacancy) (?:has|is) .{0,10}(?:expired|closed).{0,20}|\d{1,3} days? (?:remaining|ago|left).{0,20}"
    r"|(?:we are|we['’]re|now) hiring\W*|skip to (?:main )?content|.{0,40}cookies.{0,60}|print|save"
    r"|show more(?: options)?|from:.{0,60}"
    r"|(?:(?:current|open|latest|all|our|search|browse|view|available) ){1,2}(?:(?:job|career) )?"
    r"(?:openings|postings|vacancies|positions|opportunities|jobs)"
    r"|hello\W.{0,30}|apply(?: now)?|share(?: (?:this )?(?:job|listing|page|vacancy))?|back(?: to .{0,30})?|home|menu"
    r"|(?:job|vacancy) (?:search|alerts?|board)|salary (?:guide|search|calculator|checker)|for (?:employers|recruiters)"
    r"|(?:post|find|browse|search|save) (?:a |the )?jobs?|(?:saved|my|all) jobs|watch ?list|(?:sign|log) ?(?:in|up)"
    r"|(?:(?:jobs|companies|career advice|recruiters|employers|home|search|menu|sign in|log in|register|salaries|news"
    r"|events|about us|contact(?: us)?|careers|blog)(?: ?[|·/>-]? ?|\Z)){2,}"
    r"|\d[\d,.]{0,8} (?:[\w&-]+ ){0,4}jobs? (?:in|near|found).{0,40}"
    r"|(?:home|(?:all )?jobs|careers|vacancies|[\w-]{2,40}\.[a-z]{2,10})(?: [/>›»] .{2,40}){1,5}"
    r"|posted (?:on|by|\d).{0,60}"
    r"|register|company reviews|career advice|upload (?:your |a )?(?:cv|resume)|[←<«] ?.{2,30}"
    r"|(?:date|sent|to|subject): .{0,60}\d{4}\b.{0,20}"
    r"|(?:ref(?:erence)?|vacancy|requisition|job|posting|position)\.?(?: (?:id|no\.?|number|code|ref(?:erence)?))?"
    r"\s?[:#]?\s?#?(?=[\w/.-]{0,30}\d)[A-Z\d][\w/.-]{2,40}",
    re.IGNORECASE,
)


def find_title(blocks: Sequence[TextBlock]) -> tuple[str, list[TextBlock]]:
    """The title ("" where there is none) and the other blocks. A title that is too long stays a line as well."""
    index = _find_index(blocks)
    if index is None:
        return _find_said(blocks), [*blocks]
    block = blocks[index]
    title = _strip_label(block.text)
    before = [msgspec.structs.replace(block, role=BlockRole.PARAGRAPH) for block in blocks[:index]]
    rest = [*before, *blocks[index + 1 :]]
    named = _find_piece(title)
    if named:
        return named, [msgspec.structs.replace(block, role=BlockRole.PARAGRAPH), *rest]
    if len(title) > LONGEST_TITLE:
        return _cut_words(title), [msgspec.structs.replace(block, role=BlockRole.PARAGRAPH), *rest]
    return title, rest


def _find_said(blocks: Sequence[TextBlock]) -> str:
    """The job for which the first sentences seek somebody, up to the word that jobs are called by; "" without one."""
    for block in blocks[:_LOOK]:
        for match in _SAID.finditer(block.text[:_FIRST_SENTENCES]):
            *_, last = (None, *OCCUPATION.finditer(match["name"]))
            if last:
                return match["name"][: last.end()]
    return ""


def _find_piece(title: str) -> str:
    """The job's name in a line of at least three facts, of which the first is the employer: Acme | Baker | Leeds. ""
    in others.
    """
    first, *others = (piece.strip() for piece in title.split(" | "))
    jobs = [piece for piece in others if OCCUPATION.search(piece)]
    return jobs[0] if len(others) > 1 and len(jobs) == 1 and not OCCUPATION.search(first) else ""


def _find_index(blocks: Sequence[TextBlock]) -> int | None:
    first = blocks[:_LOOK]
    named = next((index for index, block in enumerate(first) if _FULL_LABEL.match(block.text)), None)
    if named is not None:
        return named
    marked = next((index for index, block in enumerate(first) if block.role is BlockRole.TITLE), None)
    if marked is not None and not _DOCUMENT.fullmatch(first[marked].text):
        return marked
    found = next((index for index, block in enumerate(first[:4]) if not _DOCUMENT.fullmatch(block.text)), None)
    if found is None or not _may_be_title(first[found], is_alone=len(blocks) == 1):
        return _find_later(blocks)
    if not OCCUPATION.search(first[found].text):
        others = [at for at in range(found + 1, len(first)) if not _DOCUMENT.fullmatch(first[at].text)]
        facts = [*takewhile(lambda at: not _may_be_sentence(first[at].text), others)]
        reach = _REACH if EMPLOYER_WORD.search(first[found].text) else max(2, len(facts))
        below = others[: min(reach, _REACH)]
        named = next((at for at in below if _is_occupation(first[at])), None)
        is_long = len(first[found].text.split()) > _FEW_WORDS
        if (
            named is None
            and (is_fact(first[found].text) or is_label(first[found].text))
            and not _LABEL.match(first[found].text)
        ):
            return _find_later(blocks)  # Location: Leeds
        return named if named is not None else (_find_later(blocks) if is_long else None) or found
    return found


def _may_be_sentence(text: str) -> bool:
    """Whether a line is too long for a fact under a title."""
    return len(text.split()) > _FEW_WORDS + 2 or text.endswith((".", "!", "?", ":"))


def _find_later(blocks: Sequence[TextBlock]) -> int | None:
    """The index of a job's name that stands by itself, or in capitals, below the facts of a page; None without one."""
    for index, block in enumerate(blocks[:_LOOK_LATER]):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        before = blocks[index - 1].text if index else ""
        is_below_link = bool(_DOCUMENT.fullmatch(before)) and not any(map(str.isdigit, before))
        is_apart = block.text.isupper() or is_below_link or (block.gap and after is not None and after.gap)
        is_named = is_apart and len(block.text.split()) <= _FEW_WORDS and _is_occupation(block)
        if is_named and not any(sign.isdigit() for sign in block.text):
            return index
    return None


def _is_occupation(block: TextBlock) -> bool:
    """Whether a short line names a job, which the line above, the employer's, does not."""
    return (
        bool(OCCUPATION.search(block.text))
        and _may_be_title(block, is_alone=False)
        and (not read_label(block.text) or bool(_LABEL.match(block.text)))
        and len(_IN_BRACKETS.sub("", _strip_label(block.text)).split()) <= 9  # noqa: PLR2004
    )


def _may_be_title(block: TextBlock, *, is_alone: bool) -> bool:
    said = read_heading_words(block.text)
    if said.is_whole and said.kind and not _LABEL.match(block.text):
        return False
    if block.role in (BlockRole.TITLE, BlockRole.HEADING, BlockRole.STRONG):
        return True
    is_plain = block.role is BlockRole.PARAGRAPH and not block.text.endswith((".", ":"))
    is_plain = is_plain and (not block.text.endswith("!") or _is_shouted(block.text))
    return is_plain and len(block.text) <= LONGEST_TITLE and not is_alone


def _is_shouted(text: str) -> bool:
    """Whether a line that ends in an exclamation mark names a job in capitals, as some titles do."""
    return text.isupper() and bool(OCCUPATION.search(text))


def _strip_label(text: str) -> str:
    """A title without the label before it, and without what says that it is one after a job's name."""
    match = _LABEL.match(text)
    text = _CODE_FIRST.sub("", text[match.end() :] if match else text)
    shorter = _TAIL.sub("", text)
    is_whole = shorter.count("(") == shorter.count(")")
    return shorter if is_whole and OCCUPATION.search(shorter) else text


def _cut_words(title: str) -> str:
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0]
