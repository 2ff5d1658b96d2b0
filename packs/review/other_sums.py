"""Sums that are no pay, although a word for pay may stand beside them: insurance, budgets, bonuses, prices."""

import re

from packs.review.amounts import CLAUSE, LOOK

_NO_PAY = re.compile(
    r"401|\b403\b|403b|insur|coverage|premiums?\b|deductible|budget|revenue|turnover|sales|fund(?!ac)|raised"
    r"|valuation|million"
    r"|billion|\bmatch|allowance|stipend|reimburs|discount|tuition|voucher|referral|relocation|assets|portfolio"
    r"|grants?\b"
    r"|capital|worth|savings|sign(?:ing)?[- ]on|signing bonus|bonus|per diem|learning|training|equipment|home office"
    r"|account|contract value|loan|donat|donor|cash handling|fee\b|fees\b|fine\b|deposit|lunch|meal|transit"
    r"|commut|phone"
    r"|prize|gift|tips|wellness|gym|property|claims|invoic|purchas|orders|spend|customers|users|hsa|pension"
    r"|thank[- ]you\b|packaging|premium|differential|per mile|commission of"
    r"|\bcosts?\b(?! of living)|expenses|reward|\brefer\b|\brefer-a"
    r"|\b(?:room|rent|bunk|lodging|housing|uniform|tools"
    r"|boots|clothing)\b|\bbring in|\bmoney\b|exercise|fundrais",
    re.IGNORECASE,
)
RETIREMENT_PLAN = re.compile(r"40[13] ?\(?[kb]\b", re.IGNORECASE)
_NEXT = re.compile(r"\s(?:\+|plus|and)\s")
# A plan for retirement or study, named by its section of the Internal Revenue Code with a stray dollar sign.
_DOLLAR_PLAN = re.compile(r"\$\s?(?:401\s?\(?k|403\s?\(?b|(?:457|529)\s?\([a-z])\b", re.IGNORECASE)
# What a sum is for, where it is no pay: $600 a year for a home desk.
_PURPOSE = re.compile(
    r"\A\s*(?:(?:(?:an?|per|each|every|/)\s?\w+|once|one[- ](?:time|off)|up front) )?"
    r"(?:towards? |to (?:set up|spend|buy|equip|furnish|cover|help|kit out) "
    r"|in (?:\w+ ){0,2}(?:costs|expenses|fees|support|assistance|credits?|vouchers?)\b"
    r"|(?:for|on) (?:(?:an?|your|each|every|any) |books|tools|boots|courses|conferences|childcare|classes|home"
    r"|internet|(?:continuing|professional|further) |training|education|study|learning|travel|wellness|fitness|moving"
    r"|clothing|shoes|uniforms|parking|meals|dependents))",
    re.IGNORECASE,
)
# A rate for each piece of work, which no period of pay can hold.
_PIECE = re.compile(
    r"\s?(?:/|per |an? |each )(?:mile|km|kilomet(?:er|re)|piece|unit|load|delivery|word|page|head|acre)\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"(?:{_NO_PAY.pattern})\w{{0,20}}(?: (?:per|an?|each) \w{{1,9}})?\s?[(,:]\s?(?:\w+ ){{0,2}}\Z", re.IGNORECASE
)
# Sums that are no base pay although a word for pay stands beside them: what comes before and after tells.
_SIDE_BEFORE = re.compile(
    r"\b(?:salary (?:packag\w+|sacrific\w+)|novated lease)\b[^.;:]{0,30}\Z"
    r"|\b(?:(?:medical|dental|vision)(?: (?:plans?|cover|care|costs?))?|health (?:plans?|cover|care))"
    r"(?: (?:is|are|at|for|about))?\s\Z"
    r"|\btips\b[^.;:\d]{0,25}\b(?:came|come|added?|bring|ran|run|averaged?|averaging|usually|typically|about|around"
    r"|worth)\b"
    r"[^.;:\d]{0,20}\Z"
    r"|\b(?:sports?|fitness|travel|mileage|internet|commut\w+|transport\w*|meal|food|phone|parking|childcare|moving)"
    r" (?:compensation|pay|rate|contribution|subsidy|support)\b[^.;:\d]{0,12}\Z"
    r"|\b(?:award|grant|donation|gift|legacy|bonus|differential|premium|reward|voucher|credit) of\s\Z"
    r"|\b(?:detention|layover|overtime|stand-?by|call-?outs?|on[- ]call)"
    r"(?: (?:is|at|pays?|paid|rate|of|for|about)){0,3}\s\Z"
    r"|\b(?:exercise|take-home|test|session|interview|workshop|assignment|test task|pull request|case study|work sample"
    r"|trial (?:day|shift|task))\b[^.;:]{0,50}\b(?:pay|paid|pays|fee)\b[^.;:\d]{0,12}\Z",
    re.IGNORECASE,
)
_SIDE_AFTER = re.compile(
    r"\A\s?(?:pays?|paid) for\b"
    r"|\A\s?(?!(?:hourly|base|basic|starting|annual|weekly|monthly|daily|gross|total|yearly|regular|take-home"
    r"|biweekly|period|and|plus|in|of|per|an?)\b)"
    r"[a-z-]{3,20} pay\b"
    r"|\A\s(?:(?!(?:plus|and|with|or|base|salary|pay|per|an?|annual|doe)\b)[a-z-]+ ){0,2}"
    r"(?:bonus|stipend|voucher|reward|differential|premium|tool set)\b|"
    r"\A[^.;:,\d]{0,12}\b(?:for|per|as|if|when)\b[^.;:,\d]{0,20}\b(?:referral|recommend\w*|introduc\w+|friend|refer)\b"
    r"|\A\s?(?:an hour |per hour |/hr? |ph )?(?:after|over|beyond|past) (?:\d\d?|eight|ten|twelve|forty) hours\b"
    r"|\A\s?(?:an hour |per hour |/hr? |ph )?(?:for|on|in) overtime\b",
    re.IGNORECASE,
)
# What a sum is the amount of: travel of up to $1,200.
_OF_WHAT = re.compile(r"\b([a-z]{3,20}) of (?:up to |about |around |at least |some )?\Z", re.IGNORECASE)
_OF_PAY = re.compile(
    r"average|total|minimum|maximum|midpoint|equivalent|region|excess|grade|band|point|amount|figure|sum|fee"
    r"|value|level"
    r"|bracket|offer|top|bottom|end|income|package|ote|upwards|stipend|allowance|gross|net|guarantee|increase|target",
    re.IGNORECASE,
)
_TIPS = re.compile(r"\btips?\b[^.;:\d]{0,40}\Z", re.IGNORECASE)
# What customers pay: Lessons run $45-$60.
_PRICED = re.compile(
    r"\b(?:costs?(?: (?:us|you|them|(?:our |the )?(?:customers|guests|clients|members|families|people)))?|priced at"
    r"|sell(?:s|ing)? for|sold for|we charge(?: \w+){0,2}|(?:lessons?|tickets?|classes|prices?|plates?|mains"
    r"|bottles?|rooms?"
    r"|haircuts?|rents?|memberships?|courses) (?:runs?|ranges?|starts?|goes|go|are|is)(?: (?:for|from|at))?"
    r"|(?:apartments?|flats?|studios?|rooms?|housing|accommodation|rent)\b[^.;:\d]{0,50}\b(?:for|at|from|is"
    r"|around|about))\s\Z",
    re.IGNORECASE,
)
# What a part-time job pays of a full-time sum that stands before it: £27,200 FTE (£21,760 actual).
_PART = re.compile(r"\A\s?(?:actual|pro[- ]?rata)\b", re.IGNORECASE)
_FULL = re.compile(r"\d[^.;\d]{0,12}\b(?:FTE|full[- ]time equivalent)\b[^.;\d]{0,25}\Z", re.IGNORECASE)
# A recruiter's name for the range, where nothing stands before it: Budget: €400-€450 a day.
_BUDGET = re.compile(r"\A\W{0,3}(?:(?:our|client|hiring|the) ){0,2}budget(?: (?:is|of))?\W{0,3}\Z", re.IGNORECASE)
# The pay of interns, fellows and apprentices, and no stipend for a desk or a phone beside other pay. One as large as
# pay needs no other words.
_STIPEND = re.compile(
    r"(?:\A\W{0,3}|[.;:]\s)(?:an? )?(?:weekly|monthly|annual|yearly|hourly|living|research|intern(?:ship)?) stipend"
    r"(?: (?:of|is))?\s?:?\s?\Z"
    r"|\A\W{0,3}(?:the )?stipend(?: (?:is|of|range))?\s?:?\s?\Z"
    r"|\b(?:receives?|earns?|paid|pays?|offers?) an? (?:(?:weekly|monthly|annual|living) )?stipend of \Z",
    re.IGNORECASE,
)
_ALLOWANCE = re.compile(
    r"\A\W{0,3}(?:the )?(?:(?:monthly|living|training|internship|traineeship) )?allowance\s?:\s?\Z", re.IGNORECASE
)
_LEAST_ALLOWANCE = 400  # that interns live on, where it stands after a label
_LIVING = re.compile(r"\bstipend(?: of| is| ?:)? ?\Z", re.IGNORECASE)
_LEAST_LIVING = 10_000
_SPENT = re.compile(r"[^.;\d]{0,30}\b(?:for|towards?)\b(?! the (?:summer|season|year|term|program))", re.IGNORECASE)
_EXTRA = re.compile(
    r"\b(?:plus|and(?! pays? \Z| earns? \Z)|with|additional|extra|another|more|\+)\b[^.;]{0,12}\Z|\+\s?\Z",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"\b(?:pay|salary|salaries|wages?|compensation|rate|base|earn|range|remuneration|scale)\b", re.IGNORECASE
)


def is_other_sum(text: str, match: re.Match[str]) -> bool:
    """Whether the second sum is no end of the range but the pay of overtime, or after a comma a bonus."""
    after = CLAUSE.split(text[match.end() : match.end() + LOOK])[0]
    is_apart = "," in text[match.end("low") : match.start("high")]
    return bool(_SIDE_AFTER.match(after.lstrip() if is_apart else after) or (is_apart and _NO_PAY.search(after)))


def is_no_pay(text: str, match: re.Match[str], low: float, *, is_range: bool) -> bool:
    """Whether the words around a sum, which is or starts with `low`, call it something else than pay."""
    scale = re.search(r"(?<=[\d\s])(?:m|bn|mio|million|billion|crores?|cr)\b", match[0], re.IGNORECASE)
    if (
        _DOLLAR_PLAN.match(text, match.start("low"))
        or _PIECE.match(text, match.end())
        or (scale and not re.search(r"[a-z]{3}", match[0][: scale.start()]))
    ):
        return True
    near = text[max(0, match.start() - LOOK) : match.start()]
    is_on_side = _TIPS.search(near) if is_range else _is_on_side(near, text[match.end() : match.end() + LOOK])
    if is_on_side:
        return True
    before = CLAUSE.split(near)[-1]
    after = _NEXT.split(CLAUSE.split(text[match.end() : match.end() + LOOK])[0])[0]
    if _PAY_WORD.search(before) or _is_stipend(near, low, text[match.end() : match.end() + LOOK]):
        return False
    if _PRICED.search(before) or (_NAMED_BEFORE.search(near) and not (is_range and _BUDGET.match(near))):
        return True
    if is_range:
        is_spent = bool(_NO_PAY.search(before)) and not _BUDGET.match(near)
        return is_spent or bool(re.match(r"\s?(?:million|billion|in )", after))
    amount = _OF_WHAT.search(before)
    is_other = bool(amount and not _OF_PAY.fullmatch(amount[1]))
    return is_other or bool(
        _PURPOSE.match(after) or _NO_PAY.search(before) or _NO_PAY.search(after) or _EXTRA.search(before)
    )


def _is_stipend(before: str, low: float, after: str) -> bool:
    """Whether a sum between two texts is a stipend that people live on."""
    is_living = low >= _LEAST_LIVING and bool(_LIVING.search(before))
    is_living = is_living or (low >= _LEAST_ALLOWANCE and bool(_ALLOWANCE.match(before)))
    return is_living or (bool(_STIPEND.search(before)) and not _SPENT.match(after))


def _is_on_side(before: str, after: str) -> bool:
    """Whether a sum between two texts is paid beside the base pay, or is the part of a full-time sum named before."""
    is_part = bool(_PART.match(after) and _FULL.search(before))
    return is_part or bool(_SIDE_BEFORE.search(before) or _SIDE_AFTER.match(after))
