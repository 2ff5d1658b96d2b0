"""Pay: named or not, closed at both ends, no wider than readers trust, and near the level's benchmark."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from packs.posting.facts import StatedPay, TextSpans, make_finder
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.money import Ends
from packs.review.sources import read_limit
from packs.review.stated_pay import Stated, stated_pay

_EARNINGS = (
    r"(?:big|great|good|uncapped|unlimited|huge) (?:commissions?|money|earnings|(?:earning|income)s? potential|OTE)"
    r"|OTE uncapped|(?:six|6)[- ]figure (?:income|earnings?|salary|OTE)"
)
_find_earnings = make_finder(re.compile(rf"\b(?:{_EARNINGS})\b", re.IGNORECASE))
# Alone these stand in for a range; beside one they say where in it somebody starts.
_INSTEAD = re.compile(
    rf"\b(?:{_EARNINGS}|market[- ]related (?:salary|pay|package|rates?|remuneration)"
    rf"|(?:salary|pay)[:,]? (?:is )?market[- ]related"
    rf"|(?<!negotiate )(?<!negotiating )(?<!secure )(?<!obtain )"
    rf"(?:competitive|attractive|market|negotiable|generous|excellent|top|great)"
    r" (?:(?:hourly|annual|base|starting) )?(?:salary|pay|compensation|earnings|wages?|rates?|remuneration|package)"
    r"(?! (?:zones?|ranges?|data|surveys?|bands?|levels?|holiday|holidays?))"
    r"|(?:salary|salaries|pay|compensation|wages?|remuneration|hourly rates?)(?: rates?)?[:,]? (?:(?:is|are|will be) )?"
    r"(?:competitive|negotiable"
    r"|open\b|attractive|on application|to be (?:discussed|determined|agreed|confirmed|advised))|top dollar"
    r"|(?:depend(?:s|ing|ent)|based|commensurate) (?:up)?on (?:your )?(?:(?:education|training)(?:,| and"
    r"|/) ?)?(?:qualifications|experience|skills|education)"
    r"|(?:commensurate with|according to|negotiated? based on)"
    r" (?:your |the |candidate['’]?s )?(?:qualifications|experience|skills|capabilit(?:y|ies)|norms)"
    r"|we(?:['’]ll| will)? pay (?:you )?well|DOE)\b",
    re.IGNORECASE,
)
_find_instead = make_finder(_INSTEAD)
_BY_PIECE = re.compile(r"[\d$£€.]\s?(?:cpm|cents (?:per|a) mile|(?:per|a|/) ?(?:mile|piece|word|km))\b", re.IGNORECASE)
# Scales that the public services publish, by which a grade says what it pays.
_PUBLIC_SCALE = re.compile(
    r"\b(?:AfC:? Band \d|Agenda for Change|Band \d(?= as )|(?:GS|WG|NF)[- ]\d|NJC (?:[Ss]cale "
    r"|[Pp]ay )?(?:[Pp]oints?|SCP|[Ss]cale)\b|SCP \d"
    r"|APS ?(?:Level )?\d)"
)
# This is a volunteer position; the garden seeks hardworking volunteers to help.
_VOLUNTEERS = re.compile(
    r"\b(?:is an? (?:unpaid )?|an? unpaid )volunteer (?:position|role|post|opportunity)\b"
    r"|\bvolunteer (?:positions|roles) (?:are|is)\b|\bseeks (?:out )?(?:[\w-]{1,20},? ){0,4}volunteers to\b",
    re.IGNORECASE,
)
_WIDE, _HALF_MORE = 1.6, 1.5  # times the bottom of a range, our own figures
_ASKS = (Kind.REQUIRED, Kind.NICE_TO_HAVE, Kind.EQUAL_OPPORTUNITY)


def find_missing(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding where no pay is known: no figure, no piece rate and no grade of a public scale."""
    if not posting.sections or posting.pay or any(stated_pay(posting)):
        return
    if any(passage.find_once(_seeks_volunteers) for passage in posting.of_kind(Kind.ABOUT, Kind.COMPANY)):
        return
    is_known = _names_rate(posting.title) or any(passage.find_once(_names_rate) for passage in posting.passages)
    if not is_known:
        yield check.make_finding(
            _("The posting doesn’t state the pay."), suggestion=_("State the range that you expect to pay a new hire.")
        )


def _seeks_volunteers(text: str) -> bool:
    """Whether a text says that the work is a volunteer's, who is paid nothing."""
    return "olunteer" in text and bool(_VOLUNTEERS.search(text))


def _names_rate(text: str) -> bool:
    """Whether a text has a piece rate or a grade of a public scale."""
    return bool(_BY_PIECE.search(text) or _PUBLIC_SCALE.search(text))


def find_open(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each range with only one end, and for words in place of a figure."""
    for stated in stated_pay(posting):
        if stated.named.ends in (Ends.TOP_ONLY, Ends.BOTTOM_ONLY):
            yield check.mark_words(
                stated.passage,
                stated.named.span,
                "Only one end of the pay range is stated.",
                suggestion="State the lowest and the highest figure.",
            )
    has_range = any(
        stated.named.ends is Ends.CLOSED or stated.named.ends is Ends.FIXED for stated in stated_pay(posting)
    )
    for passage in posting.passages:
        if passage.kind in _ASKS:
            continue
        for span in _join_adjacent(passage.find_once(_find_earnings if has_range else _find_instead)):
            yield check.mark_words(
                passage,
                span,
                f"“{passage.text[slice(*span)]}” says nothing about the pay.",
                source="wsu",
                suggestion="State the range.",
            )


def _join_adjacent(spans: TextSpans) -> Iterator[tuple[int, int]]:
    """The spans, with those that a single space parts made one: salary negotiable based on experience."""
    whole: tuple[int, int] | None = None
    for start, end in spans:
        if whole and start - whole[1] <= 1:
            whole = whole[0], end
            continue
        if whole:
            yield whole
        whole = start, end
    if whole:
        yield whole


def find_wide(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each range so wide that readers trust it less, or wider than the level's benchmark."""
    for pay, stated in _list_ranges(posting):
        gap = (pay.high or 0) - (pay.low or 0)
        mark = posting.benchmark
        low = pay.low or 0
        is_wide = bool(low) and (pay.high or 0) > _WIDE * low
        if (
            is_wide
            or (pay.currency == "USD" and gap > read_limit("wsu-gap") and (pay.high or 0) >= _HALF_MORE * low)
            or (mark and _is_comparable(pay, mark) and gap > _compute_gap(mark))
        ):
            message = _("The range spans %(gap)s a year.") % {"gap": _format_money(gap, pay.currency)}
        else:
            continue
        if mark and _is_comparable(pay, mark):
            span = {"gap": _format_money(_compute_gap(mark), mark.currency)}
            message = " ".join((message, _("The benchmark for the level spans %(gap)s.") % span))
        advice = _("Narrow it to what you would offer, or post one level at a time.")
        yield _make_finding(check, stated, message, advice)


def find_off_benchmark(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each range that has no amount in common with the level's benchmark."""
    mark = posting.benchmark
    for pay, stated in _list_ranges(posting):
        if not mark or not _is_comparable(pay, mark):
            continue
        below, above = (pay.high or 0) < (mark.low or 0), (pay.low or 0) > (mark.high or 0)
        if below or above:
            message = (
                _("The range is below the benchmark for the level, %(span)s a year.")
                if below
                else _("The range is above the benchmark for the level, %(span)s a year.")
            )
            span = f"{_format_money(mark.low or 0, mark.currency)}-{_format_money(mark.high or 0, mark.currency)}"
            yield _make_finding(
                check,
                stated,
                message % {"span": span},
                _("Check the level against the range, and check what each figure includes: base or total pay."),
            )


def _list_ranges(posting: Posting) -> Iterator[tuple[StatedPay, Stated | None]]:
    """Closed ranges by the year, in the text or else as known."""
    stated = [stated for stated in stated_pay(posting) if stated.named.ends is Ends.CLOSED]
    for one in stated:
        yield one.named.pay.by_year(), one
    if not stated:
        yield from ((pay.by_year(), None) for pay in posting.pay if None not in (pay.low, pay.high))


def _make_finding(check: ReviewCheck, stated: Stated | None, message: str, suggestion: str) -> Finding:
    if stated is None:
        return check.make_finding(message, suggestion=suggestion)
    return check.mark_words(stated.passage, stated.named.span, message, suggestion=suggestion)


def _is_comparable(pay: StatedPay, mark: StatedPay) -> bool:
    return pay.currency == mark.currency and None not in (mark.low, mark.high)


def _compute_gap(pay: StatedPay) -> float:
    return (pay.high or 0) - (pay.low or 0)


def _format_money(amount: float, currency: str) -> str:
    return f"{'$' if currency == 'USD' else f'{currency} '}{amount:,.0f}"


def _example_with_pay(text: str) -> Posting:
    return Posting(
        title="Data Analyst",
        benchmark=StatedPay(low=80_000, high=110_000),
        sections=(PostingSection(kind=Kind.COMPENSATION, lines=(PostingLine(text, bullet=False),)),),
    )


PAY_CHECKS = (
    ReviewCheck(
        id="pay-missing",
        name=gettext_noop("No pay"),
        looks_for="A posting that doesn't state the pay.",
        why=gettext_noop(
            "Most candidates find pay details helpful (61% in a LinkedIn survey), and many laws require them."
        ),
        severity=FindingSeverity.WARNING,
        source="linkedin",
        find=find_missing,
        raises=build_example_posting(about="You will count the tea in six stores."),
        passes=build_example_posting(compensation="$80,000-$95,000 a year."),
        in_every_language=True,
    ),
    ReviewCheck(
        id="pay-open",
        name="Open-ended pay",
        looks_for="Up to an amount, an amount and up, competitive salary, depends on qualifications.",
        why="An open end tells a reader little, and British Columbia doesn't allow it. In a study, “depends on "
        "qualifications” cost trust.",
        severity=FindingSeverity.WARNING,
        source="british-columbia",
        find=find_open,
        raises=build_example_posting(compensation="Up to $95,000 a year, depending on qualifications."),
        passes=build_example_posting(compensation="$80,000-$95,000 a year."),
    ),
    ReviewCheck(
        id="pay-wide",
        name=gettext_noop("Wide pay range"),
        looks_for="A top of more than 1.6 times the bottom, a gap of $50,000 or more that adds half, or one wider than "
        "the level's benchmark.",
        why=gettext_noop(
            "Readers trusted a posting less when its range spanned $50,000 or more than when it spanned about $10,000."
        ),
        severity=FindingSeverity.WARNING,
        source="wsu",
        find=find_wide,
        raises=_example_with_pay("$60,000-$120,000 a year."),
        passes=_example_with_pay("$85,000-$95,000 a year."),
        in_every_language=True,
    ),
    ReviewCheck(
        id="pay-off-benchmark",
        name=gettext_noop("Pay outside the benchmark"),
        looks_for="A range that is entirely below or above the benchmark for the level.",
        why=gettext_noop("Either the level or the pay isn’t what the reader will expect."),
        severity=FindingSeverity.WARNING,
        source="rolebook",
        find=find_off_benchmark,
        raises=_example_with_pay("$40,000-$50,000 a year."),
        passes=_example_with_pay("$85,000-$95,000 a year."),
        in_every_language=True,
    ),
)
