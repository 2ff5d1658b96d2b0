"""Lists of points: the lines that lead to them, and what their points say together."""

import re
from collections.abc import Sequence

from packs.posting.value import Kind, PostingLine
from packs.reading.blocks import TextBlock
from packs.reading.cues import find_best, starts_with_duty, weigh_kinds, weigh_lines
from packs.reading.facts import LISTED
from packs.reading.headings import is_firm, read_lead

LIST_KINDS = (Kind.RESPONSIBILITIES, Kind.REQUIRED, Kind.NICE_TO_HAVE, Kind.BENEFITS)
_JOB = (Kind.ABOUT, Kind.RESPONSIBILITIES, Kind.REQUIRED)
_MOST_SELLING = 5  # points
_JOIN = re.compile(r"(?:join|work|enjoy|be|make|grow)\b", re.IGNORECASE)
_FACT_WORDS = 4
_FEWEST_POINTS = 3
_NEXT_POINTS = 4  # that show whether another list starts
_LEAD = 2.0  # of a kind over the next one
_LED = 1.5  # times as much is to be said by points that a line of another kind leads to
_IN_PARENTHESES = re.compile(r"(?<!\s)\s\([^()]*\)")
_SUBHEADING = 4  # words
# Garden & Building Tasks:
_TITLED = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|&|and|of|the|/)){0,7}:")
_WILL = re.compile(r"\b(?:will|includes?|is to|are to|responsible for|role|duties|tasks)\b")
_DOING = re.compile(
    r"(?!being|having|understand|know|train|liv|will|outstand|strik|excit|enter(?:pris)?ing|exist|incom|on-?go|grow)"
    r"[a-z]{2,14}ing\b(?!:)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:you|we|will|must|should|may|can|is|are|have|has|includes?|including|following|follows|to|who|that|with)\b",
    re.IGNORECASE,
)


def leads_to_list(text: str) -> bool:
    """Whether a line right under a heading only leads to its list, as You will: does and Mental demands: does not."""
    if not _LEADS.search(text) and (len(text.split()) <= _SUBHEADING or _TITLED.fullmatch(text)):
        return False
    return text.endswith(":") and not is_firm(_IN_PARENTHESES.sub("", text))


def ends_as_lead(text: str) -> bool:
    """Whether a line ends with a colon, maybe with a dash after it, or with a dash that stands apart."""
    end = text.rstrip("-–— ")
    return end.endswith(":") or (len(end) < len(text) - 1 and text[len(end)] == " ")


def find_led_kind(blocks: Sequence[TextBlock]) -> Kind | None:
    """The kind that the end of a paragraph, the first of some blocks, gives the list under it: We can offer you:."""
    if len(blocks) < 2 or not ends_as_lead(blocks[0].text):  # noqa: PLR2004
        return None
    kind = read_lead(blocks[0].text)
    points = [one.text for one in blocks[1:]]
    if kind is None and _WILL.search(blocks[0].text) and (are_doings(points) or sum(map(starts_with_duty, points)) > 1):
        return Kind.RESPONSIBILITIES
    if kind is None and all(one.is_bullet for one in blocks[1:]):
        kind = find_clear_kind(points)
    return kind if kind in LIST_KINDS and (blocks[1].is_bullet or not blocks[1].gap) else None


def are_doings(points: Sequence[str]) -> bool:
    """Whether at least three points all start with a word such as stretching, and none with being or knowing."""
    return len(points) >= _FEWEST_POINTS and all(map(_DOING.match, points))


def find_clear_kind(points: Sequence[str]) -> Kind | None:
    """The kind of work or person that most of at least three points speak of; None where they don't."""
    kind, score, margin = find_best(weigh_lines(points))
    if kind not in _JOB or len(points) < _FEWEST_POINTS or score < len(points) or margin < _LEAD:
        return None
    return kind if sum(bool(weigh_kinds(point)[kind]) for point in points) * 2 > len(points) else None


def find_next_kind(points: Sequence[str]) -> Kind | None:
    """The kind of a list that starts among others: the one that its first points speak of, if the very first does so
    too; None otherwise.
    """
    kind = find_clear_kind(points[:_NEXT_POINTS])
    return kind if kind and find_best(weigh_kinds(points[0]))[0] is kind else None


def find_list_kind(points: Sequence[str], home: Kind, *, is_led: bool) -> Kind | None:
    """The kind of a list without a heading, by all of its points; None where they don't say enough.

    Few lists are about the job as a whole or the employer, unless what stands before them, `home`, is. More is to be
    said where a line of another kind leads to the list.
    """
    if are_doings(points):
        return Kind.RESPONSIBILITIES
    scores = weigh_lines(points)
    for broad in {Kind.ABOUT, Kind.COMPANY} - {home}:
        scores.pop(broad, None)
    kind, score, _ = find_best(scores)
    return kind if len(points) > 1 and score >= len(points) * (_LED if is_led else 1) else None


def sums_up_list(text: str, after: Sequence[TextBlock]) -> bool:
    """Whether a paragraph sums up the work that the points right after it list one by one."""
    points = [block.text for block in after if block.is_bullet]
    return bool(after) and after[0].is_bullet and not ends_as_lead(text) and all(map(starts_with_duty, points))


def are_duties(blocks: Sequence[TextBlock]) -> bool:
    """Whether at least three lines that are no points all start with something to do, in few words each."""
    lines = [block.text for block in blocks if not block.is_bullet and len(block.text.split()) <= LISTED]
    return len(lines) == len(blocks) >= _FEWEST_POINTS and all(map(starts_with_duty, lines))


def sells_job(points: Sequence[str], kind: Kind | None) -> bool:
    """Whether a few points above the first heading say what is good about a job. `kind` is what they speak of most."""
    return (
        1 < len(points) <= _MOST_SELLING
        and kind not in (Kind.REQUIRED, Kind.COMPENSATION, Kind.OTHER)
        and not all(len(point.split()) <= _FACT_WORDS for point in points)  # a town, a contract and a trade
        and not any(starts_with_duty(point) and not _JOIN.match(point) for point in points)
    )


def mark_list(lines: list[PostingLine]) -> list[PostingLine]:
    """Lines of a list that was pasted without its bullets, as points."""
    short = [
        not line.bullet and len(line.text.split()) <= LISTED and not line.text.endswith((":", ".")) for line in lines
    ]
    if len(lines) < 3 or not all(short):  # noqa: PLR2004
        return lines
    return [PostingLine(line.text, bullet=True) for line in lines]
