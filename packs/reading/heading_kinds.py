"""What kind of section a heading opens, by its words and by the lines under it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from packs.posting.value import Kind
from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.cues import find_best, opens_with_employer, starts_with_duty, weigh_lines
from packs.reading.facts import LISTED, find_fact_kind, is_fact, is_pay_line
from packs.review.money import named_pay

ENOUGH = 2.0  # said for a kind where no heading says another
LOOK_AHEAD = 8  # blocks under a heading that tell its kind
# A part of an employer, or an employer that calls itself so.
_PART = re.compile(
    r"\A\W*(?:\d+[.)] )?(?:the (?:department|office|division|lab|unit|cent(?:re|er))"
    r"|(?:about|overview of) (?:the|our) (?!role|job|position|post|opportunity|work\b|vacancy)[a-z]+)\W*",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\W\d]{0,9}(?:overview|introduction|background|context)\W{0,9}", re.IGNORECASE)
_CONDITIONS = re.compile(r"\b(?:conditions|terms) (?:of|and)\b", re.IGNORECASE)
_SUMS_UP = re.compile(r"\b(?:purpose|aim|context|background)s?\b", re.IGNORECASE)
_DETAILS = re.compile(r"\W{0,9}(?:more )?details\W{0,9}", re.IGNORECASE)
_MORE = re.compile(r"\W{0,9}(?:more|further) information\W{0,9}", re.IGNORECASE)
_ADDED = re.compile(r"\W{0,9}(?:additional|other|further) (?:information|details)\W{0,9}", re.IGNORECASE)
_SCOPE = re.compile(r"[\W\d]{0,9}(?:the )?scope\W{0,9}", re.IGNORECASE)
_LONE_IMPACT = re.compile(r"[\W\d]{0,9}(?:the )?(?:impact|challenge)\W{0,9}", re.IGNORECASE)
_YOU_HAVE = re.compile(r"\byou (?:will |would |should )?(?:also )?have\b", re.IGNORECASE)
_WORKING_AT = re.compile(r"\W{0,9}(?:working|life) (?:at|for|with) ", re.IGNORECASE)
_WHY_US = re.compile(r"\W{0,9}why (?:us|we|join us|work (?:with|for) us|choose us)\W{0,9}", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:qualifications|requirements)\s?/|/\s?(?:qualifications|requirements)\b", re.IGNORECASE)
_YOUR_ROLE = re.compile(r"\W{0,9}your role\W{0,9}", re.IGNORECASE)
_WILL = re.compile(r"\bwill\W{0,9}\Z", re.IGNORECASE)
_TRAIT = re.compile(r"(?:have|hold|possess|know|demonstrate|show|enjoy|thrive|bring)\b", re.IGNORECASE)
_SURE = 4.0
_PLAINLY = 7.0  # said by the text of a paragraph against its label
_FEWEST = 3  # lines that make a list
_MOST_DUTIES = 0.6  # of the sentences below a heading such as The job
_DUTY = re.compile(r"Responsib(?:le|ility) for (?:the )?\w", re.IGNORECASE)
_TELLS = re.compile(r"(?:You|The|To|We|I)\b", re.IGNORECASE)  # a sentence about the job, rather than a point
_MOSTLY = 0.5  # of the points, that are work to do


def adjust_kind(kind: Kind, heading: str, below: Sequence[TextBlock], above: Kind | None) -> Kind:
    """The kind of a section whose heading says `kind`, unless the lines `below` clearly say another one. `above` is the
    kind of a heading right above it, or None.
    """
    lines = [block.text for block in below]
    if kind is Kind.BENEFITS and _is_mostly_pay(lines):
        return Kind.COMPENSATION
    by_lines = _read_open_words(kind, heading, below) or _read_points_below(kind, heading, below)
    if by_lines:
        return by_lines
    if kind is Kind.OTHER and _DETAILS.fullmatch(heading):
        best, score, margin = find_best(weigh_lines(lines[:2]))
        return best if best in (Kind.ABOUT, Kind.RESPONSIBILITIES) and score >= _SURE and margin >= ENOUGH else kind
    if kind is Kind.OTHER and _CONDITIONS.search(heading):
        return Kind.REQUIRED if above is Kind.REQUIRED else _find_kind_of_terms(lines)
    if kind is Kind.ABOUT and not _SUMS_UP.search(heading) and (_is_list_of_duties(below) or _are_mostly_duties(lines)):
        return Kind.RESPONSIBILITIES
    return Kind.COMPANY if kind is Kind.ABOUT and _speaks_of_employer(heading, lines) else kind


def adjust_inline_kind(kind: Kind, text: str) -> Kind:
    """The kind of a paragraph whose label says `kind`, as in Job description: plant, water and prune the shrubs."""
    best, score, margin = find_best(weigh_lines([text]))
    is_work = kind is Kind.ABOUT and best is Kind.RESPONSIBILITIES and score >= _PLAINLY and margin >= _SURE
    return Kind.RESPONSIBILITIES if is_work else kind


def _read_open_words(kind: Kind, heading: str, below: Sequence[TextBlock]) -> Kind | None:
    """The kind of a heading whose words several kinds have, by what its lines speak of most; None for others."""
    lines = [block.text for block in below]
    if kind is Kind.BENEFITS and _YOU_HAVE.search(heading) and _is_best(lines, Kind.REQUIRED):
        return Kind.REQUIRED  # You will also have: a driver's license
    if (
        kind is Kind.BENEFITS
        and (_WORKING_AT.match(heading) or _WHY_US.fullmatch(heading))
        and _is_best(lines[:1], Kind.COMPANY)
    ):
        return Kind.COMPANY
    if kind is Kind.OTHER and _MORE.fullmatch(heading) and _is_best(lines[:2], Kind.HOW_TO_APPLY):
        return Kind.HOW_TO_APPLY
    is_open = kind is Kind.OTHER and bool(_ADDED.fullmatch(heading))
    if is_open and len(lines) >= _FEWEST and _is_best(lines, Kind.BENEFITS):
        return Kind.BENEFITS
    if kind is Kind.RESPONSIBILITIES and _BOTH.search(heading) and not _are_mostly_duties(lines):
        return Kind.REQUIRED
    is_prose = not any(block.is_bullet for block in below)
    is_open = kind is Kind.RESPONSIBILITIES and bool(_YOUR_ROLE.fullmatch(heading)) and is_prose
    return Kind.ABOUT if is_open and _is_best(lines[:1], Kind.ABOUT) else None


def _is_best(lines: Sequence[str], kind: Kind) -> bool:
    """Whether lines speak more for a kind than for any other."""
    best, score, margin = find_best(weigh_lines(lines))
    return best is kind and score >= ENOUGH and margin >= ENOUGH


def _read_points_below(kind: Kind, heading: str, below: Sequence[TextBlock]) -> Kind | None:
    """The kind of a heading that may open work or something else, by whether points stand below it; None for others."""
    has_points = len(below) >= _FEWEST and all(block.is_bullet for block in below)
    if kind is Kind.RESPONSIBILITIES and _LONE_IMPACT.fullmatch(heading) and not has_points:
        return Kind.ABOUT
    is_work = kind is Kind.ABOUT and bool(_SCOPE.fullmatch(heading))
    if kind is Kind.REQUIRED and _WILL.search(heading):  # the new colleague will: lead tours, answer letters
        duties = [starts_with_duty(block.text) for block in below]
        is_work = all(duties) or (sum(duties) > _MOST_DUTIES * len(duties) and not any(map(_is_trait, below)))
        has_points = has_points or (is_work and all(len(block.text.split()) <= LISTED for block in below))
    return Kind.RESPONSIBILITIES if is_work and has_points else None


def _is_trait(block: TextBlock) -> bool:
    """Whether a point that goes on from Will is about what somebody is or has: have a degree."""
    return bool(_TRAIT.match(block.text))


def _speaks_of_employer(heading: str, lines: Sequence[str]) -> bool:
    """Whether the first line under a heading such as Overview or About the lab is about the employer."""
    if _BARE.fullmatch(heading) and lines and opens_with_employer(lines[0]):
        return True
    best, score, margin = find_best(weigh_lines(lines[:1] if _PART.fullmatch(heading) else []))
    return best is Kind.COMPANY and score >= ENOUGH and margin >= 1


def find_kind_below(below: Sequence[TextBlock]) -> Kind:
    """The kind of a section whose heading's words say none, judged by its lines."""
    lines = [block.text for block in below]
    points = [block.text for block in below if block.role is BlockRole.BULLET]
    if points and sum(map(starts_with_duty, points)) >= _MOSTLY * len(lines):
        return Kind.RESPONSIBILITIES
    kind, score, margin = find_best(weigh_lines(lines))
    is_clear = score >= ENOUGH * max(1, max(1, len(lines)) * 0.3) and margin >= 1
    return kind if kind and is_clear else Kind.OTHER


def opens_employer(heading: str, below: Sequence[TextBlock]) -> bool:
    """Whether a heading such as Background stands above a line that tells of the employer."""
    return bool(_BARE.fullmatch(heading) and below and opens_with_employer(below[0].text))


def _find_kind_of_terms(lines: Sequence[str]) -> Kind:
    """The kind of a heading such as Conditions of employment, under which some name the pay."""
    kinds = [kind for kind in map(find_fact_kind, lines) if kind]
    names_pay = any(True for line in lines[:2] for _ in named_pay(line))
    best, score, _ = find_best(weigh_lines(lines[:2]))
    if Kind.COMPENSATION in kinds or (best is Kind.COMPENSATION and score >= ENOUGH and names_pay):
        return Kind.COMPENSATION
    return Kind.OTHER


def _is_mostly_pay(lines: Sequence[str]) -> bool:
    return bool(lines) and is_pay_line(lines[0]) and len(lines) <= _FEWEST


def _are_mostly_duties(lines: Sequence[str]) -> bool:
    """Whether most of at least three sentences start with a verb for something to do: Train the staff."""
    if any(map(is_fact, lines)):
        return False  # Work schedule: full time
    duties = [bool(_DUTY.match(line)) or (starts_with_duty(line) and not _TELLS.match(line)) for line in lines]
    return len(lines) >= _FEWEST and bool(duties[0]) and sum(duties) > _MOST_DUTIES * len(lines)


def _is_list_of_duties(below: Sequence[TextBlock]) -> bool:
    """Whether what stands under a heading such as The job is a list, and one of work to do."""
    points = [*takewhile(lambda block: block.is_bullet, below)]
    below = points if len(points) >= _FEWEST else below  # what comes after the list is none of it
    lines = [block.text for block in below]
    bullets = [block.role is BlockRole.BULLET for block in below]
    is_listed = all(len(line.split()) <= LISTED and not line.endswith((".", "!", "?", ":")) for line in lines)
    is_list = all(bullets) or is_listed or all(len(line.split()) <= LISTED for line in lines)
    if len(lines) < _FEWEST or not is_list or any(map(find_fact_kind, lines)):
        return False
    kind, score, _ = find_best(weigh_lines(lines))
    is_open = kind is None or (is_listed and score < ENOUGH)
    return kind is Kind.RESPONSIBILITIES or (is_open and (all(bullets) or is_listed))
