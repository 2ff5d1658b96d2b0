"""The title of a job in the first lines of its text."""

import re
from collections.abc import Sequence

import msgspec

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.headings import read_heading_words

LONGEST_TITLE = 100
_LOOK = 10  # blocks, among which the title is
_LABEL = re.compile(
    r"(?:(?:job|post|position|class|role|vacancy|working|official|functional) ?(?:title|name)|title|vacancy|position"
    r"|role|job|post|subject|we(?:['’]re| are) (?:hiring|looking for)|now hiring|wanted|career opportunity"
    r"|job (?:opening|posting|opportunity|announcement|advert|vacancy|description))\s*(?:of|[:–—-])\s*(?=\S)",
    re.IGNORECASE,
)
_FULL_LABEL = re.compile(
    r"(?:(?:job|post|position|class|role|vacancy|working) ?(?:title|name)|title)\s*:\s*(?=\S)", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"(?:job|position|role|vacancy|career|employment) ?(?:description|announcement|posting|profile|opportunity|opening"
    r"|advert(?:isement)?|details|vacancy|specification|summary|bulletin|notice)s?\W*|vacanc(?:y|ies)\W*|jobs?|careers"
    r"|(?:we are|we['’]re|now) hiring\W*|skip to (?:main )?content|apply(?: now)?|share|back(?: to .{0,30})?|home|menu",
    re.IGNORECASE,
)
_ORGANIZATION = re.compile(
    r"\b(?:university|college|council|board|trust|ltd|inc|llc|plc|gmbh|county|hospital|city of|town of|department|ministry"
    r"|division|institute|academy|school district|authority|foundation|commission|government|office of|agency)\b",
    re.IGNORECASE,
)


def find_title(blocks: Sequence[TextBlock]) -> tuple[str, list[TextBlock]]:
    """The title, where the text has one, and the other blocks. A title too long for one stays a line too."""
    index = _find_index(blocks)
    if index is None:
        return "", [*blocks]
    block = blocks[index]
    title = _strip_label(block.text)
    rest = [*blocks[:index], *blocks[index + 1 :]]
    if len(title) > LONGEST_TITLE:
        return _cut_words(title), [msgspec.structs.replace(block, role=BlockRole.PARAGRAPH), *rest]
    return title, rest


def _find_index(blocks: Sequence[TextBlock]) -> int | None:
    first = blocks[:_LOOK]
    named = next((index for index, block in enumerate(first) if _FULL_LABEL.match(block.text)), None)
    if named is not None:
        return named
    marked = next((index for index, block in enumerate(first) if block.role is BlockRole.TITLE), None)
    if marked is not None and not _DOCUMENT.fullmatch(first[marked].text):
        return marked
    for index, block in enumerate(first[:4]):
        if _DOCUMENT.fullmatch(block.text):
            continue
        following = first[index + 1] if index + 1 < len(first) else None
        if following and _is_organization(block, following):
            continue
        return index if _may_be_title(block, is_alone=len(blocks) == 1) else None
    return None


def _is_organization(block: TextBlock, following: TextBlock) -> bool:
    """Whether a line names the employer and the next one, as short, the job."""
    return (
        bool(_ORGANIZATION.search(block.text))
        and _may_be_title(following, is_alone=False)
        and not _ORGANIZATION.search(following.text)
        and ":" not in following.text
        and len(following.text.split()) <= 6  # noqa: PLR2004
        and not any(letter.isdigit() for letter in following.text)
        and "," not in following.text
    )


def _may_be_title(block: TextBlock, *, is_alone: bool) -> bool:
    said = read_heading_words(block.text)
    if said.is_whole and said.kind and not _LABEL.match(block.text):
        return False
    if block.role in (BlockRole.TITLE, BlockRole.HEADING, BlockRole.STRONG):
        return True
    is_plain = block.role is BlockRole.PARAGRAPH and not block.text.endswith((".", ":", "!"))
    return is_plain and len(block.text) <= LONGEST_TITLE and not is_alone


def _strip_label(text: str) -> str:
    """A title without the label before it."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


def _cut_words(title: str) -> str:
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0]
