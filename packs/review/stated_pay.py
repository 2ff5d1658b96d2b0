"""Where a posting states its pay."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from packs.posting.facts import TITLE_SECTION, PayPeriod, StatedPay
from packs.posting.gazetteer import find_country, find_currency, find_dollar, list_dollars
from packs.posting.value import Kind, Passage, Posting
from packs.review.money import Ends, Named, named_pay

_SPEAKS_OF_PAY = re.compile(
    r"\b(?:pay|paid|salary|wages?|compensation|base|earn|earnings|rate|remuneration|ote|grade|band|stipend)\b"
    r"|(?:a|per|/)\s?(?:year|hour|month|annum)\b|annual|hourly"
    r"|\bpays\b|\bpackage\b|gehalt|lohn\b|vergütung|entgelt\b|\bbrut(?:to|o|os|s)?\b|\blord[oiae]\b|\bRAL\b"
    r"|\bsal(?:aire|ario|ário|aris)\b|\brétribution|\bretribu\w+|\bstipendio\b|\bsueldo\b|\bremunera\w+"
    r"|\bwynagrodzeni\w|\bmzd[ay]\b|\bplat\b|\balga\b|\batlyginim\w+|\bužmokest\w+|\blön\b|\bløn\b"
    r"|\bmak(?:e|ing) (?:up to |over |between )?[$£€]|\b(?:takes?|taking)[- ]home (?:about |around )?[$£€]"
    r"|[$£€]\s?\d[\d,.]{0,11}[kK]?\s?(?:/\s?|per |an? )(?:hour|hr|h|day|shift)\b"
    r"|\bgross\b.{0,12}\d|\bstipend (?:of|is) [$£€]\d\d|\bcomp\b(?=:| is)"
    r"|\bhir(?:e|es|ing) (?:at|between|in the range) |\bstart(?:s|ing)? (?:you )?(?:at|on) [$£€]\d",
    re.IGNORECASE,
)
# Among the requirements, only a sum right after the word for pay is one: Salary: $16.27 an hour.
_NAMES_PAY = re.compile(
    r"\b(?:salary|pay|wages?|remuneration|compensation|comp|base|hourly rate)(?: range| scale| rate)?"
    r"(?: is)?\s?[:=–-]?\s?\Z",
    re.IGNORECASE,
)
# What a sentence elsewhere says the figures are for: The salary is a monthly one. When it is paid out doesn't count.
_TOLD = re.compile(
    r"\b(?:salary|salaries|pay|wages?|figures?|amounts?|sums?|ranges?|rates?)"
    r"(?: (?:ranges?|rates?|scale|figures?|amounts?|above|below|here|shown|given|quoted|listed|stated)){0,3}"
    r" (?:is|are)(?: (?:an?|the|all|both|gross|quoted|given|shown|stated|expressed|per|by|as)){0,4}"
    r" (?P<period>hour(?:ly)?|da(?:y|ily)|week(?:ly)?|month(?:ly)?|annual|year(?:ly)?)"
    r"(?= (?:ones?|figures?|sums?|amounts?|rates?|salar(?:y|ies)|gross)\b|\s?[.;,)]|\s?\Z)",
    re.IGNORECASE,
)
_TOLD_PERIODS = {
    "hour": PayPeriod.HOUR,
    "da": PayPeriod.DAY,
    "week": PayPeriod.WEEK,
    "month": PayPeriod.MONTH,
    "annual": PayPeriod.YEAR,
    "year": PayPeriod.YEAR,
}
# A line whose sentences each lead with a place: Canada: $88,000-$112,000 CAD.
_PLACE_LABEL = re.compile(r"(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?: \([\w ]{2,20}\))?:\s?")
_FIGURE = re.compile(r"\d")
_HOURLY_RATE = re.compile(r"[$£€]\s?\d{1,3}(?:\.\d\d)?\s?(?:/\s?|per |an? )(?:hour|hr|day)\b", re.IGNORECASE)
_WORK = re.compile(r"You(?:['’]ll| will)? (?!(?:get|earn|make|start|receive|can|are)\b)[a-z]+ ")
_LEAST_A_YEAR = 10_000
_LONGEST_NAME = 32  # characters
_LONGEST_TOP_LINE = 160  # of a line of facts under the title, such as London · hybrid · £50,000-£55,000
_PAY_KINDS = (Kind.ABOUT, Kind.OTHER, Kind.BENEFITS, Kind.HOW_TO_APPLY, Kind.RESPONSIBILITIES)
_DEMANDS = (Kind.REQUIRED, Kind.NICE_TO_HAVE)
_TOLD_KINDS = (Kind.COMPENSATION, *_PAY_KINDS)
_FEWEST_POINTS = 4  # of a scale of pay, as public offices write them: each point from the first to the last
_BOUNDS = re.compile(
    r"(?:[\w ]{1,24}: ?)?(?:min(?:imum)?|low(?:est)?)\b.{1,60}\b(?:max(?:imum)?|high(?:est)?)\b", re.IGNORECASE
)  # Minimum: $12.00, maximum: $17.00
_MOST_SUMS = 500  # that are looked at in a posting; a table of pay has some dozens
_DASH = re.compile(r"\s?[–-]\s?")
_POINT_ENDS = (Ends.FIXED, Ends.CLOSED)
_MOST_RISE = 3  # times the first sum
_ADDED = re.compile(r"\+|=")
_RISES = re.compile(
    r"[^.;\d]{0,40}\bwith (?:an? |the )?(?:annual |yearly |regular )?(?:opportunit(?:y|ies)|scope|potential|room|growth"
    r"|increments?|progression|increases?|raises?)(?: to (?:progress|rise|grow|increase|move))?(?: up)? to\s?"
    r"(?:a (?:maximum|top) of )?",
    re.IGNORECASE,
)
_STEP = re.compile(r"\s?[,;–-]?\s{1,3}(?:and )?")  # between the points


class Stated(msgspec.Struct, frozen=True):
    """Pay that the posting states: `passage` is the line, and `named` the range with its place in the line."""

    passage: Passage
    named: Named


def stated_pay(posting: Posting) -> tuple[Stated, ...]:
    """The pay stated in the compensation section and in other lines about pay, or else in the title, as far as the
    first 500 sums of the posting. Kept with the posting.
    """
    return posting.find_once(Stated, lambda: tuple(_drop_repeated(_stated_pay(posting))) or tuple(_title_pay(posting)))


def _drop_repeated(stated: Iterator[Stated]) -> Iterator[Stated]:
    """The pay stated, without fixed amounts that lines about something else say once more, and without those that a
    range stated before has at an end.
    """
    seen: set[StatedPay] = set()
    ends: set[tuple[float | None, str, PayPeriod]] = set()
    for one in stated:
        pay = one.named.pay
        is_on_pay = one.passage.kind is Kind.COMPENSATION or one.named.ends is not Ends.FIXED
        is_end = one.named.ends is Ends.FIXED and (pay.low, pay.currency, pay.period) in ends
        if (is_on_pay or pay not in seen) and not is_end:
            yield one
        seen.add(pay)
        if one.named.ends is Ends.CLOSED:
            ends |= {(end, pay.currency, pay.period) for end in (pay.low, pay.high)}


def _stated_pay(posting: Posting) -> Iterator[Stated]:
    spoken_of = {dollar for passage in posting.passages for dollar in passage.find_once(list_dollars)}
    dollar = find_dollar((place.country for place in posting.places), spoken_of)
    told, home = _find_told(posting), _find_own_currency(posting)
    last: Passage | None = None
    sums = 0
    for passage in posting.passages:
        lead = _find_lead(posting, passage, last)
        last = passage
        if not passage.find_once(_has_figure):
            continue
        is_standard = passage.is_boilerplate  # where only a sum that is called pay counts
        relevant = passage.kind is Kind.COMPENSATION or (
            passage.find_once(_speaks_of_pay)
            if passage.kind in _PAY_KINDS
            else passage.kind is Kind.COMPANY and passage.find_once(_names_hourly_rate)
        )
        is_asking = (passage.kind in _DEMANDS or is_standard) and passage.find_once(_speaks_of_pay)
        relevant = relevant and not is_standard
        is_top_line = passage.section == 0 and passage.kind is Kind.ABOUT and len(passage.text) <= _LONGEST_TOP_LINE
        is_led = passage.kind in _PAY_KINDS and bool(lead) and _speaks_of_pay(lead)
        is_told = relevant or is_asking or is_top_line or is_led
        if not (is_told or passage.kind in (Kind.COMPANY, *_PAY_KINDS)):
            continue
        named_here = _name_pay(lead, passage.text, dollar, told, home)
        sums += len(named_here)
        if sums > _MOST_SUMS:
            return
        for named in _join_rise(passage.text, _join_scale(passage.text, _leave_totals(passage.text, named_here))):
            is_on_work = not (relevant or is_asking or is_led) and _tells_of_work(passage.text, named)
            is_offered = is_told and not is_on_work
            is_range = named.ends is Ends.CLOSED and (is_offered or _follows_place(passage.text, named))
            if relevant or (_is_named(passage.text, named) if is_asking else is_range):
                yield Stated(passage, named)


def _find_own_currency(posting: Posting) -> str:
    """The currency of the first place of work, "" without one."""
    country = next((place.country for place in posting.places), "")
    return find_currency(find_country(country) or country) or ""


def _follows_place(text: str, named: Named) -> bool:
    """Whether a range stands right after a place at the start of a line or of a sentence, in figures of a year."""
    sentence = text[: named.span[0]].rpartition(". ")[2]
    return bool(_PLACE_LABEL.fullmatch(sentence)) and (named.pay.low or 0) >= _LEAST_A_YEAR


def _tells_of_work(text: str, named: Named) -> bool:
    """Whether a sum stands in a sentence on the work: You raise $12,000-$15,000 each spring."""
    return bool(_WORK.match(text[: named.span[0]].rpartition(". ")[2]))


def _find_lead(posting: Posting, passage: Passage, last: Passage | None) -> str:
    """The words that lead to a line and may name the period of its pay: the heading or the line before it."""
    if last is None or last.section != passage.section:
        return posting.sections[passage.section].heading
    return last.text if last.text.endswith(":") and len(last.text) <= _LONGEST_TOP_LINE else ""


def _find_told(posting: Posting) -> PayPeriod | None:
    """The period that a sentence of the posting says its figures are for."""
    told = (passage.find_once(_find_told_period) for passage in posting.passages if passage.kind in _TOLD_KINDS)
    return next(filter(None, told), None)


def _find_told_period(text: str) -> PayPeriod | None:
    match = _TOLD.search(text)
    word = match["period"].lower() if match else ""
    return next((period for start, period in _TOLD_PERIODS.items() if word.startswith(start)), None)


def _name_pay(lead: str, text: str, dollar: str, told: PayPeriod | None, home: str) -> list[Named]:
    """The pay named in a text that a lead comes before, with places in the text alone."""
    before = f"{lead.rstrip(':')} – " if lead else ""  # a dash: only its period counts, not what it is of
    start = len(before)
    return [
        msgspec.structs.replace(named, span=(named.span[0] - start, named.span[1] - start))
        for named in named_pay(before + text, dollar, told, home)
        if named.span[0] >= start
    ]


def _title_pay(posting: Posting) -> Iterator[Stated]:
    """A range of pay that the title names, where no line names any."""
    title = Passage(TITLE_SECTION, 0, Kind.ABOUT, posting.title)
    dollar = find_dollar(place.country for place in posting.places)
    return (
        Stated(title, named)
        for named in named_pay(title.text, dollar, home=_find_own_currency(posting))
        if named.ends is Ends.CLOSED
    )


def _is_named(text: str, named: Named) -> bool:
    """Whether the words just before a sum call it pay."""
    start = named.span[0]
    return bool(_NAMES_PAY.search(text, max(0, start - _LONGEST_NAME), start))


def _has_figure(text: str) -> bool:
    return bool(_FIGURE.search(text))


def _speaks_of_pay(text: str) -> bool:
    return bool(_SPEAKS_OF_PAY.search(text))


def _names_hourly_rate(text: str) -> bool:
    """Whether a text has the rate of an hour or a day, which is pay even beside words about the company."""
    return bool(_HOURLY_RATE.search(text))


def _join_scale(text: str, named: Sequence[Named]) -> Sequence[Named]:
    """The pay named in a text, where its figures are the rising points of one scale as one range, else as it is."""
    is_bounded = len(named) > 1 and bool(_BOUNDS.match(text))
    points = sum(1 + (one.ends is Ends.CLOSED) for one in named)
    is_long = len(named) > 1 and points >= _FEWEST_POINTS and all(one.ends in _POINT_ENDS for one in named)
    if not is_long and not is_bounded:
        return named
    pairs = [*pairwise(named)]
    step = _STEP if points == len(named) else _DASH  # ranges between commas are those of several grades
    is_rising = all((one.pay.high or one.pay.low or 0) < (other.pay.low or other.pay.high or 0) for one, other in pairs)
    is_scale = is_bounded or all(step.fullmatch(text[one.span[1] : other.span[0]]) for one, other in pairs)
    if not is_rising or not is_scale:
        return named
    return [_span(named[0], named[-1])]


def _leave_totals(text: str, named: Sequence[Named]) -> Sequence[Named]:
    """The pay named in a text without the sums that others are added to: $24 an hour + $4 an hour = $28 an hour."""
    totals = [index for index, one in enumerate(named) if text[: one.span[0]].rstrip().endswith("=")]
    parts = {part for total in totals for part in _list_parts(text, named, total)}
    return [one for index, one in enumerate(named) if index not in parts]


def _list_parts(text: str, named: Sequence[Named], total: int) -> Iterator[int]:
    """The indices of the sums before a total that a plus sign stands after."""
    for index in range(total - 1, -1, -1):
        if not _ADDED.search(text[named[index].span[1] : named[index + 1].span[0]]):
            return
        yield index


def _join_rise(text: str, named: Sequence[Named]) -> Iterator[Named]:
    """The pay named in a text, a sum and what it rises to within the sentence as one range."""
    last: Named | None = None
    for one in named:
        if last and _is_rise(text, last, one):
            one = _span(last, one)  # noqa: PLW2901
        elif last:
            yield last
        last = one
    if last:
        yield last


def _is_rise(text: str, low: Named, high: Named) -> bool:
    """Whether pay rises from one sum to another with time: with a yearly growth to, with scope to progress to."""
    is_plain = low.ends is high.ends is Ends.FIXED and low.pay.currency == high.pay.currency
    first, last = low.pay.low or 0, high.pay.high or 0
    return is_plain and first < last < _MOST_RISE * first and bool(_RISES.fullmatch(text[low.span[1] : high.span[0]]))


def _span(low: Named, high: Named) -> Named:
    """The range from one sum to another, for the period of the second."""
    pay = msgspec.structs.replace(high.pay, low=low.pay.low, high=high.pay.high or high.pay.low)
    return Named(pay, Ends.CLOSED, (low.span[0], high.span[1]))
