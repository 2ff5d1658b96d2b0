"""The paper of the workbench: the posting as it will be read, each line drawn beside the field that edits it, with the
findings marked on it.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from html import escape
from itertools import groupby

import msgspec
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from packs.description.value import (
    COMPANY_NAME,
    EXPERIENCE_BLANK,
    HIGHEST_BASE,
    JOB_TITLE,
    LOWEST_BASE,
    OWN_HEADING,
    PAY,
    TOTAL_RANGE,
    JobDescription,
)
from packs.description.wording import blank_name, blank_values
from packs.documents.inline import Blank, Flagged, Inline, InlineLink, Line, tidy_line, word_inline
from packs.documents.posting import Marks, mark_line, read_runs
from packs.forms.shared import field_name
from packs.posting.facts import HEADING, TITLE_SECTION
from packs.posting.value import Posting, PostingLine, PostingSection
from packs.review.finding import Finding, FindingSeverity
from packs.review.showing import SEVERITY_NAMES, More, name_anchor
from roles.kit.blanks import fill_blanks, split_blanks
from roles.kit.language import kit_lang, of_kit
from web.language import about_texts_in, text_language

# The fields that fill blanks of these names, by their ids; any other blank has a field of its own.
FIELDS_OF_BLANKS = {
    COMPANY_NAME: "id_company",
    JOB_TITLE: "id_title",
    EXPERIENCE_BLANK: "id_experience_min",
    **dict.fromkeys((PAY, LOWEST_BASE, HIGHEST_BASE, TOTAL_RANGE), "id_pay_low"),
}
NOTHING = SafeString("")
NO_CARD = "findings-title"  # where a mark leads to whose finding is not listed
type Cards = Mapping[str, str]  # the id of the card of each mark, by the mark's name
NO_CARDS: Cards = {}
type Drawn = dict[str, SafeString]  # HTML by the name of what it draws, such as t3, benefits or "benefits heading"


class ShownFinding(msgspec.Struct, frozen=True):
    """A finding with the anchor of its words in the preview, its source, and whether a button can rewrite the words."""

    finding: Finding
    anchor: str
    can_rewrite: bool
    source: str

    @property
    def card(self) -> str:
        """The id of the finding's card, to which its marks in the text link."""
        return f"card-{name_anchor(self.finding)}"

    @property
    def words(self) -> SafeString:
        """The finding's message as HTML, with a link to the words that it's about, or else with these words where the
        message doesn't quote them.
        """
        message, quote = of_kit(self.finding.message), self.finding.quote
        if self.anchor:
            return format_html('{} <a href="#{}"{}>“{}”</a>', message, self.anchor, kit_lang(), quote)
        return message if quote in self.finding.message else format_html("{} “{}”", message, of_kit(quote))

    @property
    def severity(self) -> str:
        """The severity of the finding in a word, in the current language."""
        return str(SEVERITY_NAMES[self.finding.severity])


class FindingGroup(msgspec.Struct, frozen=True):
    """Findings of one check that have the same advice and reason, which are said once for all of them. A finding that a
    button can rewrite is a group of its own.
    """

    findings: list[ShownFinding]

    @property
    def first(self) -> ShownFinding:
        """The finding whose advice and reason are those of all."""
        return self.findings[0]

    @property
    def is_single(self) -> bool:
        """Whether it has one finding, whose card it is as a whole."""
        return len(self.findings) == 1


class ShownReview(msgspec.Struct, frozen=True, kw_only=True):
    """The findings in groups with the most severe first, how many of each check aren't shown, and how many there are of
    each severity. Where the review took too long there are none, and `stopped` says why.
    """

    groups: list[FindingGroup]
    more: list[More]
    counts: list[tuple[FindingSeverity, str]]
    stopped: str


def draw_paper(posting: Posting, description: JobDescription, marks: Marks, cards: Cards) -> Drawn:
    """The paper of a job description as HTML, with the marked words of its posting. Lines that the posting leaves out
    are drawn too.
    """
    title = mark_line(split_blanks(posting.title), marks.get((TITLE_SECTION, 0), ()))
    drawn = {"title": draw_line(title, cards), "facts": _draw_facts(posting)}
    heads = {block.key: block.head.source for block in description.list_blocks() if block.head}
    for number, section in enumerate(posting.sections):
        heading = mark_line(split_blanks(section.heading), marks.get((number, HEADING), ()))
        names = (f"{section.source} heading", heads.get(section.source, ""))
        drawn |= dict.fromkeys(filter(None, names), draw_line(heading, cards))
        lines = [mark_line(read_runs(line), marks.get((number, at), ())) for at, line in enumerate(section.lines)]
        drawn |= _draw_section(section, [draw_line(line, cards) for line in lines])
    return drawn | _draw_left_out(description, drawn.keys())


def write_pieces(drawn: Drawn) -> SafeString:
    """All of the paper's pieces as HTML, each in an element with a name by which a script puts it in place."""
    return SafeString("".join(f'<div data-for="{escape(name)}">{html}</div>' for name, html in drawn.items()))


def draw_line(line: Line, cards: Cards = NO_CARDS) -> SafeString:
    """A line as HTML: a blank links to the field that fills it, and a mark to its card."""
    return SafeString("".join([_draw_inline(inline, cards) for inline in tidy_line(line)]))


def _draw_inline(inline: Inline, cards: Cards) -> str:
    if isinstance(inline, str):  # nearly every one
        return escape(inline)
    words = escape(word_inline(inline))
    match inline:
        case Blank():
            field = _map_fields(text_language()).get(inline.key) or f"id_{field_name(inline)}"
            return f'<a class="blank" href="#{escape(field)}" tabindex="-1">{words}</a>'
        case Flagged():
            anchor = f' id="{escape(inline.anchor)}"' if inline.anchor else ""
            card = cards.get(inline.anchor, NO_CARD)
            return f'<a class="flag"{anchor} href="#{escape(card)}" tabindex="-1">{words}</a>'
        case InlineLink():
            return f"<u>{words}</u>"
    return words


@cache
def _map_fields(language: str) -> dict[str, str]:
    """The ids of FIELDS_OF_BLANKS by the names that the blanks have in a language."""
    with about_texts_in(language):
        return {blank_name(name): field for name, field in reversed(FIELDS_OF_BLANKS.items())}


def _draw_left_out(description: JobDescription, drawn: Set[str]) -> Drawn:
    """The lines and headings of sections as they are, for those that the posting does not have."""
    texts = {line.id: line.text.removeprefix(OWN_HEADING) for line in description.lines if line.text}
    texts |= {f"{block.key} heading": block.heading for block in description.list_shown_blocks()}
    left_out = {name: text for name, text in texts.items() if name not in drawn}
    values = blank_values(description) if any("[" in text for text in left_out.values()) else {}
    return {name: draw_line(fill_blanks(text, values)) for name, text in left_out.items()}


def _draw_section(section: PostingSection, lines: list[SafeString]) -> Drawn:
    """The lines of a section by what edits them: by themselves, or together as a text, or other fields."""
    groups: dict[str, list[tuple[PostingLine, SafeString]]] = {}
    for line, html in zip(section.lines, lines, strict=True):
        field, _, number = line.source.partition(":")
        if not field:
            name = f"{section.source} {'after' if groups.keys() - {f'{section.source} before'} else 'before'}"
        else:
            name = section.source if number else field
        groups.setdefault(name, []).append((line, html))
    return {
        name: group[0][1] if len(group) == 1 and group[0][0].source == name else _draw_lines(group)
        for name, group in groups.items()
    }


def _draw_lines(lines: Iterable[tuple[PostingLine, SafeString]]) -> SafeString:
    return format_html_join("", "{}", ((group,) for group in _group_bullets(lines)))


def _group_bullets(lines: Iterable[tuple[PostingLine, SafeString]]) -> Iterator[SafeString]:
    for bullet, group in groupby(lines, key=lambda pair: pair[0].bullet):
        tag = SafeString("<li>{}</li>" if bullet else "<p>{}</p>")
        items = format_html_join("", tag, ((html,) for _, html in group))
        yield format_html("<ul>{}</ul>", items) if bullet else items


def _draw_facts(posting: Posting) -> SafeString:
    facts = ((fact.name, draw_line((fact.words,))) for fact in posting.facts)
    listed = format_html_join("", "<dt>{}</dt><dd>{}</dd>", facts)
    return format_html("<dl>{}</dl>", listed) if listed else NOTHING
