"""What a button of the page asks for, such as up:t3, add:required or level, and the job description after it."""

import re
from collections.abc import Collection
from urllib.parse import parse_qsl

import msgspec

from packs.description.arranging import arrange_description
from packs.description.posting import add_kit, build_posting
from packs.description.starting import at_kind, at_level, propose_pay, with_duties, with_pay
from packs.description.value import (
    PAY,
    TEXT_PARTS,
    DescriptionLine,
    JobDescription,
    OfferedPay,
    Vacancy,
    free_id,
)
from packs.description.wording import LAW_WORDINGS, blank_name, blank_values, word_pay_line, word_whole_pay
from packs.limits import MOST_LINES, MOST_RANGES
from packs.posting.facts import HouseWords
from packs.review.check import review_posting
from packs.review.finding import Finding
from packs.review.showing import find_source
from roles.kit.blanks import fill_blanks, format_runs, split_blanks
from roles.kit.choices import Section
from roles.kit.language import of_kits
from roles.kit.value import Kit
from web.bullets import drop_marks
from web.child_pool import run_task

_MAN = re.compile(r"(?<=[a-z])(?:man|woman)\b", re.IGNORECASE)
PAY_LINE = "pay-line:"


def apply_description_action(
    description: JobDescription, kit: Kit, action: str, house_words: tuple[HouseWords, ...] = ()
) -> JobDescription:
    """The job description after a button was pressed; an unknown action changes nothing.

    `house_words` are those that the company avoids.
    """
    verb, _, what = action.partition(":")
    match verb:
        case "law" | "take-out":
            return insert_wording(description, kit, what) if verb == "law" else take_out_line(description, what)
        case "fix":
            return apply_replacement(description, kit, what, house_words)
        case "level" | "duty" | "kind" | "range" | "pay":
            return _change_job(description, kit, verb, what)
    return arrange_description(description, verb, what)


def _change_job(description: JobDescription, kit: Kit, verb: str, what: str) -> JobDescription:
    """What the buttons and lists beside the facts of the job do."""
    match verb:
        case "level":
            return at_level(description, kit, description.level)
        case "duty":
            return with_duties(description, kit, what)
        case "kind":
            return at_kind(description, kit, what)
        case "pay":
            return with_pay(description, kit, dict(parse_qsl(what)))
    if len(description.other_pay) >= MOST_RANGES:
        return description
    return msgspec.structs.replace(description, other_pay=(*description.other_pay, OfferedPay()))


def find_in_description(description: JobDescription, kit: Kit) -> list[Finding]:
    """The findings of all checks, in reading order. Reviewed in a child process; raises StoppedError where that takes
    too long.
    """
    return run_task(review_posting, add_kit(build_posting(description), description, kit))


def apply_replacement(
    description: JobDescription, kit: Kit, key: str, house_words: tuple[HouseWords, ...] = ()
) -> JobDescription:
    """The job description with a finding's replacement in its text; unchanged where the finding is gone. Reviewed in a
    child process; raises StoppedError where that takes too long.
    """
    posting = build_posting(description)
    found = run_task(review_posting, add_kit(posting, description, kit, house_words))
    finding = next((finding for finding in found if finding.key == key), None)
    if finding is None or finding.place is None or finding.replacement is None:
        return description
    source, values = find_source(posting, finding), blank_values(description)
    span = (finding.place.start, finding.place.end)
    is_bullet = finding.place.line >= 0 and posting.sections[finding.place.section].lines[finding.place.line].bullet

    def rewrite_text(text: str) -> str:
        bare = drop_marks(text)  # as the posting has it, where it has it as a bullet
        before = text[: text.rindex(bare)] if is_bullet else ""
        return before + replace_span(bare if is_bullet else text, values, span, finding.replacement or "")

    field, _, number = source.partition(":")
    if number:
        lines = getattr(description, field).splitlines()
        lines[int(number)] = rewrite_text(lines[int(number)])
        return msgspec.structs.replace(description, **{field: "\n".join(lines)})
    if field == "title":
        return msgspec.structs.replace(description, title=rewrite_text(description.title))
    return msgspec.structs.replace(
        description,
        lines=tuple(
            msgspec.structs.replace(line, text=rewrite_text(line.text)) if line.id == field else line
            for line in description.lines
        ),
    )


def replace_span(text: str, values: dict[str, str], span: tuple[int, int], new: str) -> str:
    """A text in which the characters `span`, counted in the filled text, are replaced by `new`. Blanks outside of it
    stay blanks.
    """
    start, end = span
    before, after, offset = "", "", 0
    for run in split_blanks(text):
        shown = format_runs(fill_blanks(str(run), values))
        first, last = max(start - offset, 0), max(end - offset, 0)
        untouched = first >= len(shown) or last <= 0
        before += str(run) if untouched and first >= len(shown) else "" if untouched else shown[:first]
        after += str(run) if untouched and first < len(shown) else "" if untouched else shown[last:]
        offset += len(shown)
    return before + new + after


def insert_wording(description: JobDescription, kit: Kit, asked: str) -> JobDescription:
    """The description with words for a requirement of pay law, by its name, in the field for them. A field that says
    something stays; a requirement without words changes nothing.
    """
    if asked in LAW_WORDINGS:
        field = LAW_WORDINGS[asked][0]
        with of_kits():
            words = str(LAW_WORDINGS[asked][1])
        said = getattr(description, field)
        return msgspec.structs.replace(description, **{field: f"{said}\n{words}" if said else words})
    if asked.startswith(PAY_LINE):
        return put_pay_line(description, asked.removeprefix(PAY_LINE).split("+"))
    pay, changes = description.pay, dict[str, object]()
    match asked:
        case "range" if not pay.is_given:
            return propose_pay(description, kit)
        case "other-pay" if not pay.bonus:
            changes = {"pay": msgspec.structs.replace(pay, bonus=word_whole_pay())}
        case "deadline" if not description.deadline:
            changes = {"ongoing": True}
        case "vacancy-statement":
            changes = {"vacancy": Vacancy.EXISTING}
        case "gender-neutral-title":
            changes = {"title": neutralize_title(description.title)}
    return msgspec.structs.replace(description, **changes)


def put_pay_line(description: JobDescription, asked: Collection[str]) -> JobDescription:
    """The description with the pay line as the first line of its section, in place of an earlier one."""
    text, start = word_pay_line(description, asked), f"[{blank_name(PAY)}]"
    others = [
        line
        for line in description.lines
        if not (line.section is Section.COMPENSATION and line.origin is None and line.text.startswith(start))
    ]
    if not text or len(others) >= MOST_LINES:
        return description
    line = DescriptionLine(id=free_id(line.id for line in others), section=Section.COMPENSATION, text=text)
    repeated = [
        msgspec.structs.replace(other, keep=False)
        if other.section is Section.COMPENSATION and other.text.startswith(start)
        else other
        for other in others
    ]
    return msgspec.structs.replace(description, lines=(line, *repeated))


def neutralize_title(title: str) -> str:
    """A title for people of any gender: Salesperson for Salesman, or the title with "(all genders)" where it has no
    such word.
    """
    neutral = _MAN.sub("person", title)
    return neutral if neutral != title else f"{title} (all genders)"


def take_out_line(description: JobDescription, source: str) -> JobDescription:
    """The description without a line, which is named by its id, or by its field and number ("benefits:2")."""
    field, _, number = source.partition(":")
    if field in TEXT_PARTS and number.isdecimal():
        lines = getattr(description, field).splitlines()
        kept = [line for index, line in enumerate(lines) if index != int(number)]
        return msgspec.structs.replace(description, **{field: "\n".join(kept)})
    dropped = (msgspec.structs.replace(line, keep=False) if line.id == source else line for line in description.lines)
    return msgspec.structs.replace(description, lines=tuple(dropped))
