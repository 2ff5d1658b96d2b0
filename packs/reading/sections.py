"""Blocks as sections: each heading opens one, and a line that is plainly about something else one of its own."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from packs.posting.value import Kind, Posting, PostingLine, PostingSection, lists_other_jobs
from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.cues import (
    find_best,
    is_equal_line,
    opens_with_employer,
    seeks_somebody,
    starts_with_duty,
    weigh_kinds,
)
from packs.reading.evidence import find_headings, find_series, is_said_again
from packs.reading.facts import (
    LONGEST_FACT,
    find_fact_kind,
    guess_language,
    is_dated,
    is_fact,
    is_pay_line,
    is_short_fact,
    is_short_line,
    read_label,
)
from packs.reading.heading_kinds import (
    ENOUGH,
    LOOK_AHEAD,
    adjust_inline_kind,
    adjust_kind,
    find_kind_below,
    opens_employer,
)
from packs.reading.headings import NO_HEADING, HeadingWords, is_firm, is_share, read_heading_words
from packs.reading.labels import is_label
from packs.reading.lists import (
    LIST_KINDS,
    are_duties,
    ends_as_lead,
    find_clear_kind,
    find_led_kind,
    find_list_kind,
    find_next_kind,
    leads_to_list,
    mark_list,
    sells_job,
    sums_up_list,
)
from packs.reading.paragraphs import (
    INVITES,
    LISTS_BENEFITS,
    OF_A_PERSON,
    OF_PAY_ABOVE,
    OF_WHO_IS_HIRED,
    SEEKS_SOMEBODY,
    SPEAKS_OF_PAY,
    TITLE_END,
    is_mixed_heading,
    lists_below,
    read_run_in,
    weigh_paragraph,
)

_PLENTY = 4.0  # said for another kind than the heading's
_AMPLE = 5.0  # said for the employer under a heading for the job, where its name is part of many lines
_MARGIN = 2.0
_LITTLE = 1.5  # said where no heading is, and more than for what goes on
_SURE = 6.0  # said for a kind that needs no room before it
_JOB_KINDS = (Kind.ABOUT, Kind.RESPONSIBILITIES, Kind.REQUIRED)
_INLINE_KINDS = (*LIST_KINDS, Kind.EQUAL_OPPORTUNITY)
_RUN_IN = 6  # words after a label in capitals, which are a paragraph of its own
_SHORTEST_LABEL = 4  # letters, of a label in capitals that is no country
_OPENS_FACT = re.compile(
    r"(?:working|work|shift|hours|expected|job|contract|start|travel|(?:required|needed) (?:for|from|by))\b",
    re.IGNORECASE,
)
_SHORT_SPAN = re.compile(r"\A(?:\w+ ){0,2}\d[\w+ –-]{0,12} (?:years?|yrs|months)\.?", re.IGNORECASE)
_KEEPS_FACTS = (Kind.HOW_TO_APPLY, Kind.OTHER, Kind.COMPENSATION, Kind.BENEFITS)
_GIVES = (Kind.COMPENSATION, Kind.BENEFITS)  # a bonus in these is money
_NOTHING = re.compile(r"(?:none|no|n/a|not applicable|\d{1,4})\W*", re.IGNORECASE)
_PARAGRAPH = 25  # words
_FEW_GAPS = 6  # lines to each gap, in a text that has no room between its paragraphs
_FIRST_POINTS = 3  # that show what a line leads to
_NEAR = 2  # lines after a paragraph that show what it belongs to
_CLOSING = 3.0  # more said at the close of a posting for how to apply or a check than for the list above
_ASIDE = (Kind.EQUAL_OPPORTUNITY, Kind.HOW_TO_APPLY, Kind.OTHER)


class _OpenSection(msgspec.Struct):
    """The section that is being filled. `own` is the kind that its heading gave, None without one."""

    kind: Kind
    heading: str = ""
    own: Kind | None = None
    level: int = 0
    lines: list[PostingLine] = []
    is_paused: bool = False  # a line stands between that is no part of it
    is_mixed: bool = False  # its heading is for pay and for more


def list_sections(blocks: Sequence[TextBlock], title: str = "") -> list[PostingSection]:
    """The sections of a text. Lines before the first heading are about the job, unless their words say otherwise; one
    that repeats the `title` is no heading.
    """
    return _Sectioner(blocks, title).list_all()


class _Sectioner:
    """Goes over the blocks once, with the section that is open."""

    def __init__(self, blocks: Sequence[TextBlock], title: str) -> None:
        self.blocks = blocks
        self.title = title.casefold()
        self.job = TITLE_END.split(self.title)[0].strip()
        self.headings = find_headings(blocks)
        self.series = find_series(blocks)
        self.has_gaps = sum(block.gap for block in blocks) * _FEW_GAPS > len(blocks)
        self.done: list[PostingSection] = []
        self.open = _OpenSection(Kind.ABOUT)
        self.known = {said.kind for said in self.headings if said and said.kind}
        self.parent: tuple[Kind, int] | None = None  # of the last heading with a kind of its own
        self.part: tuple[BlockRole, int, bool, bool] | None = None  # how a heading right under another is set
        self.led_from: Kind | None = None  # the kind of what leads to the list, which goes on after it
        self.headed: Kind | None = None  # the kind of the last heading
        self.has_heading = False
        self.has_prose = False  # what comes before it are facts, as under a title

    def list_all(self) -> list[PostingSection]:
        """The sections in reading order, without empty ones."""
        for index in range(len(self.blocks)):
            said = self.headings[index]
            if said is not None and self._is_heading(index, said):
                self._open_heading(index, said)
            elif lists_other_jobs(self.open.heading) or not self._open_inline(index):
                self._add_line(index)
        self._close_section()
        return self.done

    def _is_heading(self, index: int, said: HeadingWords) -> bool:
        """Whether a heading opens a section: one that no words tell is no heading before the first that is known."""
        labelled = read_label(self.blocks[index].text)
        if self.title and self.blocks[index].text.casefold() == self.title:
            return False
        if labelled and _NOTHING.fullmatch(labelled[1]):
            return False  # Supervisory responsibilities: none
        if labelled and (is_fact(self.blocks[index].text) or is_label(labelled[0])):
            return False
        if said.kind is Kind.BENEFITS and self._goes_on(index):
            return False  # Paid time off, among the benefits
        if said.kind is None and not self.has_heading and self.blocks[index].role is BlockRole.PARAGRAPH:
            is_opening = opens_employer(self.blocks[index].text, self._list_below(index))
            return is_opening or self._repeats_below(index) or is_share(self.blocks[index].text)
        return not self._is_lead_in(index, said)

    def _goes_on(self, index: int) -> bool:
        """Whether a plain line stands right below others of the list of benefits."""
        block = self.blocks[index]
        is_plain = block.role is BlockRole.PARAGRAPH and not block.gap and not block.text.endswith(":")
        return is_plain and self.open.own is Kind.BENEFITS and bool(self.open.lines) and not block.text.isupper()

    def _repeats_below(self, index: int) -> bool:
        """Whether the paragraph below a line starts with the same words."""
        below = self.blocks[index + 1 : index + 2]
        return any(is_said_again(self.blocks[index].text, block.text) for block in below)

    def _is_lead_in(self, index: int, said: HeadingWords) -> bool:
        """Whether a line right under a heading leads to its list, and says nothing else than the heading did."""
        block = self.blocks[index]
        is_under = bool(self.open.heading) and not self.open.lines
        return (
            is_under
            and block.role is BlockRole.PARAGRAPH
            and leads_to_list(block.text)
            and said.kind in (None, self.open.kind, Kind.RESPONSIBILITIES, Kind.REQUIRED)
        )

    def _open_heading(self, index: int, said: HeadingWords) -> None:
        block, below = self.blocks[index], self._list_below(index)
        above = self.open.own if self.open.heading and not self.open.lines else None
        look = (block.role, block.level, block.text.isupper(), block.text.endswith(":"))
        is_part = index in self.series or (look == self.part and not said.is_named)
        self.part = look if above in LIST_KINDS and not said.is_whole else None if said.is_whole else self.part
        if self.parent and is_part and not said.is_whole:
            said, kind = NO_HEADING, self.parent[0]  # a part of what the heading above the numbers says
        elif (is_share(block.text) and not said.is_whole) or self._is_part_of_work(said, below):
            said, kind = NO_HEADING, Kind.RESPONSIBILITIES
        elif said.kind in (Kind.OTHER, Kind.EQUAL_OPPORTUNITY) and not said.is_whole:
            found = self._find_kind(block, below)  # for Maintenance and safety, what is listed below it
            said, kind = (NO_HEADING, found) if found in LIST_KINDS else (said, said.kind)
        else:
            kind = adjust_kind(said.kind, block.text, below, above) if said.kind else self._find_kind(block, below)
        self._close_section()
        is_mixed = kind is Kind.COMPENSATION and is_mixed_heading(block.text)
        self.open = _OpenSection(kind, block.text.rstrip(": "), kind, block.level, is_mixed=is_mixed)
        self.headed, self.led_from = kind, None
        if said.kind and index not in self.series:
            self.parent = (kind, block.level)
        self.has_heading = True

    def _is_part_of_work(self, said: HeadingWords, below: Sequence[TextBlock]) -> bool:
        """Whether a heading such as Health and safety, among the duties, has points of work below it."""
        if said.kind is not Kind.OTHER or self.headed is not Kind.RESPONSIBILITIES or not below:
            return False
        return all(block.is_bullet and starts_with_duty(block.text) for block in below)

    def _find_kind(self, block: TextBlock, below: Sequence[TextBlock]) -> Kind:
        """The kind of a heading whose words say none: its parent's for a lower one, else that of its lines."""
        if opens_employer(block.text, below):
            return Kind.COMPANY
        if self.parent is None:
            return find_kind_below(below)
        is_lower = block.level > self.parent[1] > 0
        is_under = not self.open.lines and bool(self.open.heading)
        return self.parent[0] if is_lower or is_under else find_kind_below(below)

    def _list_below(self, index: int) -> Sequence[TextBlock]:
        """The blocks under a heading, as far as they tell its kind."""
        below = range(index + 1, min(index + 1 + LOOK_AHEAD, len(self.blocks)))
        end = next((at for at in below if self.headings[at] is not None), below.stop)
        return self.blocks[index + 1 : end]

    def _open_inline(self, index: int) -> bool:
        """Open the section of a line such as Duties: serve the guests."""
        block = self.blocks[index]
        labelled = read_label(block.text) or read_run_in(block.text) if block.role is not BlockRole.BULLET else None
        if not labelled:
            return False
        said = read_heading_words(labelled[0])
        is_brief = len(labelled[1]) <= LONGEST_FACT
        states_fact = bool(_NOTHING.fullmatch(labelled[1])) or (
            is_brief
            and bool(_OPENS_FACT.match(labelled[0]) or (is_label(labelled[0]) and is_fact(f"{labelled[0]}: -")))
        )
        is_set_off = (
            len(labelled[0]) >= _SHORTEST_LABEL
            and labelled[0].isupper()
            and len(labelled[1].split()) >= _RUN_IN
            and not labelled[1].isupper()
        )
        if not said.is_whole or states_fact or not (said.kind in _INLINE_KINDS or (said.kind and is_set_off)):
            return False
        if (
            (said.kind is Kind.NICE_TO_HAVE and self.open.kind in _GIVES)
            or (said.kind is Kind.OTHER and find_best(weigh_kinds(labelled[1]))[1] >= _PLENTY)
            or self._is_note(index, said.kind)
            or (said.kind is Kind.REQUIRED and (_SHORT_SPAN.fullmatch(labelled[1]) or is_pay_line(labelled[1])))
        ):
            return False
        self._close_section()
        kind = adjust_inline_kind(said.kind, labelled[1])
        own = kind if kind is not Kind.OTHER or is_set_off else None  # a label for its own line
        self.open = _OpenSection(kind, labelled[0], own, lines=[PostingLine(labelled[1], bullet=False)])
        self.headed = kind
        self.has_heading = True
        return True

    def _add_line(self, index: int) -> None:
        block = self.blocks[index]
        kind = self._find_line_kind(index)
        self.has_prose = self.has_prose or not is_short_line(block.text)
        if kind is not self.open.kind:
            self._close_section()
            is_mixed = self.open.is_mixed and kind in _GIVES
            own = self.open.own if kind is Kind.COMPENSATION or is_mixed else None
            own = kind if lists_below(block.text) else own
            self.open = _OpenSection(kind, own=own, is_paused=kind is Kind.COMPENSATION, is_mixed=is_mixed)
        self.open.lines.append(PostingLine(block.text, block.role is BlockRole.BULLET))

    def _find_line_kind(self, index: int) -> Kind:
        """The kind of the section that a line belongs to: that which is open, unless the line says otherwise."""
        if lists_other_jobs(self.open.heading):
            return self.open.kind
        block, home = self.blocks[index], self._find_home(index)
        if index and self.open.lines and is_dated(block.text) and is_dated(self.blocks[index - 1].text):
            return self.open.kind  # rows of a timetable
        is_after_list = index > 0 and self.blocks[index - 1].is_bullet
        label = self._read_label_kind(block)
        said = None if self._is_note(index, label) else label
        said = said or self._read_fact_kind(block, home, is_after_list=is_after_list)
        if said:
            return said
        if self._gives_more(block):
            return Kind.BENEFITS
        return self._find_bullet_kind(index, home) if block.is_bullet else self._find_prose_kind(index, home)

    def _is_amid_points(self, index: int) -> bool:
        """Whether a line that is no point stands between points."""
        return 0 < index < len(self.blocks) - 1 and all(
            self.blocks[near].is_bullet is (near != index) for near in (index - 1, index, index + 1)
        )

    def _is_note(self, index: int, said: Kind | None) -> bool:
        """Whether a line whose label says `said` is a note on a point of the list in whose midst it stands."""
        if (self.headed or self.open.kind) not in LIST_KINDS or said not in (Kind.OTHER, Kind.EQUAL_OPPORTUNITY):
            return False
        return (said is Kind.OTHER and self._is_amid_points(index)) or self._is_among_labels(index)

    def _is_among_labels(self, index: int) -> bool:
        """Whether a line stands between two others that start with a label that opens no section: Teamwork: help."""
        near = [self.blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(self.blocks)]
        labels = [read_label(block.text) for block in near if not block.is_bullet and not block.gap]
        return bool(labels) and all(label and not read_heading_words(label[0]).is_whole for label in labels)

    def _gives_more(self, block: TextBlock) -> bool:
        """Whether a line under a heading such as Pay and perks is about what else there is."""
        if not self.open.is_mixed or SPEAKS_OF_PAY.search(block.text):
            return False
        kind, score, _ = find_best(weigh_kinds(block.text))
        if kind is Kind.BENEFITS:
            return True
        return bool(self.open.lines) and (kind not in _ASIDE or score < _PLENTY)

    def _find_home(self, index: int) -> Kind:
        """The kind of the open section, or of that which a line of pay or a list has paused."""
        is_after_list = index > 0 and self.blocks[index - 1].is_bullet and not self.blocks[index].is_bullet
        if is_after_list and self.led_from and not self.open.own:
            return self.led_from
        if self.open.is_paused:
            return self.open.own or (Kind.COMPENSATION if self.has_heading else Kind.ABOUT)
        return self.open.kind

    def _read_fact_kind(self, block: TextBlock, home: Kind, *, is_after_list: bool) -> Kind | None:
        """The kind of a line that states a fact or treats everybody alike; None for any other line."""
        fact = find_fact_kind(block.text)
        if not block.is_bullet and is_equal_line(block.text):
            return Kind.EQUAL_OPPORTUNITY
        if not block.is_bullet and LISTS_BENEFITS.match(block.text):
            return Kind.BENEFITS
        if fact is Kind.COMPENSATION and self._may_break(block, home):
            return fact
        is_plain = not block.is_bullet or Kind.RESPONSIBILITIES not in self.known
        if is_plain and not self.has_heading and not self.has_prose and is_short_line(block.text):
            kind, score, _ = find_best(weigh_kinds(block.text))
            return kind if kind is Kind.OTHER and score >= ENOUGH and not fact else Kind.ABOUT
        is_apart = not self.has_heading or block.gap or (is_after_list and not block.is_bullet)
        if fact is Kind.ABOUT and is_apart and home not in _KEEPS_FACTS:
            return home if self.open.own and block.is_bullet else fact
        return None

    def _read_label_kind(self, block: TextBlock) -> Kind | None:
        """The kind that the label of a line says, as in To apply: call us; None for one that states a fact."""
        labelled = read_label(block.text) if block.role is not BlockRole.BULLET else None
        if not labelled or is_fact(block.text) or is_pay_line(block.text) or _NOTHING.fullmatch(labelled[1]):
            return None
        said = read_heading_words(labelled[0])
        if said.kind is Kind.NICE_TO_HAVE and self.open.kind in _GIVES:
            return None
        if said.kind is Kind.OTHER and find_best(weigh_kinds(labelled[1]))[1] >= _PLENTY:
            return None  # Note: the salary depends on where you live
        return said.kind if said.is_whole and said.kind is not Kind.COMPENSATION else None

    def _may_break(self, block: TextBlock, home: Kind) -> bool:
        """Whether a line of pay is one of its own here, or a point of the list that it stands in."""
        return block.role is not BlockRole.BULLET or home in (Kind.ABOUT, Kind.BENEFITS, Kind.OTHER, Kind.COMPENSATION)

    def _find_bullet_kind(self, index: int, home: Kind) -> Kind:
        """A point stays in its section, unless no heading tells it: then the points show where which list starts."""
        before = self.blocks[index - 1] if index else None
        if self.open.own not in (None, Kind.ABOUT):
            return home
        points = [block.text for block in takewhile(lambda one: one.is_bullet, self.blocks[index : index + LOOK_AHEAD])]
        if before and before.is_bullet:
            return (find_next_kind(points) if home in (Kind.ABOUT, *LIST_KINDS) else None) or home
        if self.open.own:  # what is under Job description may be its duties
            return find_clear_kind(points) or find_next_kind(points) or home
        kind = find_list_kind(points, home, is_led=bool(before and ends_as_lead(before.text)))
        may_sell = not self.has_heading and Kind.RESPONSIBILITIES in self.known
        return Kind.BENEFITS if may_sell and sells_job(points, kind) else kind or home

    def _find_prose_kind(self, index: int, home: Kind) -> Kind:
        """The kind of a paragraph: that of its list, of its section, or of its own words where they are sure enough."""
        led, block = self._find_led_kind(index, home), self.blocks[index]
        is_on_pay = self.open.is_paused and self.open.kind is Kind.COMPENSATION and bool(OF_PAY_ABOVE.match(block.text))
        if led or is_on_pay:
            return led or Kind.COMPENSATION
        scores = weigh_paragraph(block.text, self.job)
        if self.open.own is None:
            return self._find_free_kind(index, scores, home)
        kind, score, margin = find_best(scores)
        after = self.blocks[index + 1 : index + 1 + _NEAR]
        is_within = home in (Kind.COMPANY, Kind.BENEFITS) and bool(self.open.lines)
        seeks = is_within and home is Kind.COMPANY and bool(SEEKS_SOMEBODY.match(block.text))
        seeks = seeks or (is_within and kind not in (home, *_ASIDE) and bool(OF_WHO_IS_HIRED.match(block.text)))
        kind = Kind.ABOUT if seeks else kind
        is_spoken = home is Kind.ABOUT and kind in _JOB_KINDS and kind in self.known  # which has its own heading
        sums_up = kind is Kind.RESPONSIBILITIES and home is Kind.ABOUT and sums_up_list(block.text, after)
        if kind is None or kind is home or is_spoken or sums_up:
            return home
        if home is Kind.COMPENSATION and kind is Kind.BENEFITS and not is_pay_line(block.text):
            return kind if score >= ENOUGH and margin >= 1 else home
        is_sure = score >= _SURE and margin >= _MARGIN and kind is Kind.EQUAL_OPPORTUNITY
        names_employer = {kind, home} == {Kind.COMPANY, Kind.ABOUT} and opens_with_employer(block.text)
        is_own = kind is Kind.HOW_TO_APPLY or (kind is Kind.OTHER and not starts_with_duty(block.text))
        is_closing = is_own and bool(self.open.lines) and home in LIST_KINDS and score - scores[home] >= _CLOSING
        if is_sure or is_closing or seeks or (kind is Kind.COMPANY and margin >= 1 and names_employer):
            return kind
        goes_on = is_short_line(block.text)  # with the list, whose points have lost their signs
        is_after_list = any(line.bullet for line in (self.open.lines[-1:] if goes_on else self.open.lines))
        is_emptied = home is Kind.HOW_TO_APPLY and block.gap  # a link stood under Send your application to:
        is_apart = (bool(self.open.lines) or is_emptied) and (block.gap or is_after_list or self._stands_alone(block))
        is_brief = score < _PLENTY and home in LIST_KINDS and self._returns_to(after, home)
        is_open = (is_after_list and home in LIST_KINDS) or (is_emptied and not scores[home])
        needed = ENOUGH if kind in _ASIDE or is_open else _PLENTY
        needed = _AMPLE if home is Kind.ABOUT and kind is Kind.COMPANY else needed
        is_other = is_apart and score >= needed and score - scores[home] >= _MARGIN
        return kind if is_other and not is_brief else home

    def _stands_alone(self, block: TextBlock) -> bool:
        """Whether a line is a paragraph of its own, in a text that has no room between its paragraphs."""
        return not self.has_gaps and len(block.text.split()) >= _PARAGRAPH

    def _find_led_kind(self, index: int, home: Kind) -> Kind | None:
        """The kind that a line gives what stands below it, or a list the line in its midst; None for other lines."""
        is_amid, block = self._is_amid_points(index), self.blocks[index]
        may_lead = self.open.own in (None, Kind.ABOUT, Kind.COMPANY) or is_amid
        led = find_led_kind(self.blocks[index : index + 1 + _FIRST_POINTS]) if may_lead else None
        self.led_from = home if led else None
        goes_on = is_amid and not block.gap and home in LIST_KINDS
        return led or lists_below(block.text) or (home if goes_on else None)

    def _find_free_kind(self, index: int, scores: Counter[Kind], home: Kind) -> Kind:
        """The kind of a paragraph that stands under no heading; before the first one, lists are left to theirs."""
        block = self.blocks[index]
        best, most, margin = find_best(scores)
        if home in (*_GIVES, Kind.COMPANY) and best not in (home, *_ASIDE) and OF_WHO_IS_HIRED.match(block.text):
            home = Kind.ABOUT
        by_place = self._find_kind_by_place(index, scores, home)
        if by_place:
            return by_place
        has_own_lists = self.known.intersection(_JOB_KINDS) or most < _PLENTY or margin < 1
        if self.known and has_own_lists and not self.has_heading:
            may_be = {Kind.RESPONSIBILITIES} - self.known if most >= _PLENTY and margin >= 1 else set()
            may_be |= {Kind.REQUIRED} if best is Kind.REQUIRED and OF_A_PERSON.match(block.text) else set()
            scores = Counter({kind: scores[kind] for kind in scores if kind not in LIST_KINDS or kind in may_be})
        kind, score, _ = find_best(scores)
        is_clear = kind and score >= _LITTLE and score - scores[home] >= _LITTLE
        if not kind or not is_clear or is_short_fact(block.text):
            is_aside = self.headed is Kind.ABOUT and home is Kind.COMPANY and scores[home] < 1
            return Kind.ABOUT if is_aside and not is_short_line(block.text) else home
        goes_on = self.headed is Kind.ABOUT and home is Kind.COMPANY  # with the job, after a word about the employer
        return Kind.ABOUT if goes_on and kind in _JOB_KINDS else kind

    def _find_kind_by_place(self, index: int, scores: Counter[Kind], home: Kind) -> Kind | None:
        """The kind of a paragraph by what stands before and after it, and by whoever it seeks; None for others."""
        block, after = self.blocks[index], self.blocks[index + 1 : index + 1 + _NEAR]
        best, most, _ = find_best(scores)
        opens = not self.has_prose and (bool(INVITES.match(block.text)) or seeks_somebody(block.text))
        sums_up = best is Kind.RESPONSIBILITIES and home is Kind.ABOUT and sums_up_list(block.text, after)
        if opens or sums_up or (best is Kind.COMPANY and seeks_somebody(block.text)):
            return Kind.ABOUT
        if best is Kind.REQUIRED not in self.known and OF_A_PERSON.match(block.text):
            return best
        if best is not home and most < _PLENTY and home in LIST_KINDS and self._returns_to(after, home):
            return home
        is_list = Kind.RESPONSIBILITIES not in self.known and are_duties([block, *after])
        return Kind.RESPONSIBILITIES if is_list else None

    def _returns_to(self, after: Sequence[TextBlock], home: Kind) -> bool:
        """Whether one of the lines after a line speaks of `home` most, before any heading or point of a list."""
        lines = takewhile(lambda block: not block.is_bullet and not is_firm(block.text), after)
        return any(find_best(weigh_paragraph(block.text, self.job))[0] is home for block in lines)

    def _close_section(self) -> None:
        if self.open.lines or self.open.heading:
            section = self.open
            lines = tuple(mark_list(section.lines) if section.kind in LIST_KINDS else section.lines)
            self.done.append(PostingSection(kind=section.kind, heading=section.heading, lines=lines))


def assemble_posting(title: str, blocks: Sequence[TextBlock]) -> Posting:
    """A posting from its title and the blocks of text below it, with sections, kinds and language worked out."""
    sections = [section for section in list_sections(blocks, title) if section.lines or section.heading]
    lines = "\n".join(line.text for section in sections for line in section.lines)
    return Posting(title=title, sections=tuple(sections), language=guess_language(lines))
