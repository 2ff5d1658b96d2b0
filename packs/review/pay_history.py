"""Questions about what somebody earned before."""

import re
from collections.abc import Iterator

from packs.review.phrases import is_negated

_EARLIER = r"(?:current|previous|past|prior|last|latest|former|present|earlier|most recent|existing)"
_PAY = r"(?:salary|salaries|pay|wages?|compensation|earnings|remuneration|CTC|package|pay ?slips?)"
_FINDER = re.compile(
    rf"\b(?:salary|pay|wage|compensation|earnings|remuneration) histor(?:y|ies)\b"
    rf"|\b(?:current|present|last|previous) (?:and (?:expected|desired) |or last "
    rf"|/ ?expected )?{_PAY}\b(?!['’]?s? (?:range|scale|band|rates?|rate is|period|is\b|grade|review|structure|deal"
    rf"|agreement|award|increase|rise|policy))"
    rf"|\b{_EARLIER} (?:base |gross |annual |monthly |drawn )?{_PAY}\b(?!['’]?s? (?:range|scale|band|rates?"
    rf"|period|is\b"
    rf"|are\b|grade|review|structure|deal|agreement|award|increase|rise|policy|records?))"
    rf"|\blast[- ]drawn {_PAY}|\bwhat (?:did|do|were|are) you (?:currently )?(?:earn|make|paid|being paid)\b"
    rf"|\b(?:{_PAY}|(?:hourly|daily|day|pay) rates?) (?:(?:in|at|of|from|with) (?:your|the|their|his|her) (?:last"
    rf"|previous|current|present|former"
    rf"|earlier|most recent)|(?:history|drawn))\b(?: [a-z]+){{0,2}}"
    r"|\bwhat (?:you|they|candidates|applicants) (?:(?:currently |now |last )(?:earn|make)|earned"
    r"|(?:earn|make)(?= (?:now|before"
    r"|elsewhere|today|at present|in your|at your))"
    r"|(?:are|were) (?:currently )?(?:paid|earning)|made)\b(?: (?:now|before|elsewhere|today|at present"
    r"|in your|in the"
    r"|at your|at the|there)(?: [a-z]+){0,2})?"
    r"|\b(?:last|recent|previous|current|latest) (?:three |two |\d )?(?:pay ?slips?|pay ?stubs?|W-?2s?)\b"
    r"|\bhow much (?:do|did|are|were|have) you (?:currently |now )?(?:been )?(?:mak(?:e|ing)|earn(?:ed|ing)?"
    r"|(?:being |getting )?paid)\b"
    rf"|\b{_PAY}(?: (?:details|information|figures|data))? (?:in|at|of|from|for|with) (?:your |their "
    rf"|each of (?:your|their) |all "
    rf"|earlier |any )?(?:\w+ )?{_EARLIER} (?:\w+ )?(?:jobs?|positions?|roles?|employ\w+|posts?|companies)\b"
    r"|\b(?:tell us|let us know|say|state|mention|include|share|give us"
    r"|write)\b[^.;]{0,40}\bwhat you['’]re (?:currently |now )?"
    r"(?:making|earning|paid|on now)\b"
    r"|\bwhat (?:your|the|each|any) (?:last|previous|current|former|present|old"
    r"|most recent) (?:[a-z]+ ){0,2}(?:paid|pays)\b"
    rf"|\b(?:employers?|jobs?|positions?|posts?)\b[^.;]{{0,60}}\b(?:rates? of pay|{_PAY}) (?:at|in|for|with"
    rf"|from) each\b"
    r"|\b(?:starting|beginning) (?:and|&|/) ?(?:ending|final|leaving) (?:salar(?:y|ies)|pay|wages?|rates?)"
    r"|\b(?:ending|leaving) (?:salary|wage|rate of pay)\b"
    rf"|\byour (?:[a-z]+ )?{_PAY} (?:over|during|in|for|of|from) the (?:past|last|previous) (?:\w+ )?(?:years?"
    rf"|months?|jobs?)\b"
    r"|\b(?:enclose|attach|bring|send|include|upload|provide)\b[^.;]{0,25}\b(?:T4|W-?2|P60)s?\b"
    r"(?! (?:employ|contract|basis|only|position|rate))"
    r"|\b(?:what|how much) (?:(?:does|did|is|was) )?your (?:last|previous|current|former|present"
    r"|most recent) (?:job|employer"
    r"|role|position|company|post)(?: [a-z]+){0,2} (?:pays?|paying|paid)\b"
    r"|\b(?:salary|wage|pay) slips?(?: (?:of|from|for) (?:the |your )?(?:last|past|previous))"
    r"|\b(?:pay ?stubs?|pay ?slips?|pay ?checks?) (?:from|of|for) (?:(?:your|the|each|all|two|three"
    r"|of) ){0,3}(?:(?:most )?recent"
    r"|last|past|current|previous|prior|present|earlier)\b"
    r"|\b(?:bring|send|attach|enclose|forward|include|provide|upload|submit)(?: us)?(?: (?:your|copies of|two|three"
    r"|recent|any))*"
    r" pay ?(?:stubs?|slips?)\b"
    r"|\bhow much (?:your|the) (?:last|previous|current|former|present|most recent) (?:[a-z]+ ){1,2}(?:paid|pays)\b"
    r"|\bproof of (?:(?:your|the) )?(?:(?:current|previous|present|past|last|prior) )?(?:income|earnings|salary|wages"
    r"|pay)\b"
    r"|\bW-?2s? (?:from|for|of) (?:the )?(?:last|past|previous|prior|20\d\d)\b",
    re.IGNORECASE,
)
# Words before that make it no question: a denial, or somebody else's pay.
_DENIED = re.compile(
    r"(?:\b\w+n['’]t\b|\b(?:not|never|no longer|without|illegal|unlawful|nor|neither|prohibit\w*|refrain"
    r"|bars? (?:us|employers|anyone|compan\w+)|barred|forbid\w*|banned|bans (?:us|employers|this|the)|(?:stops?"
    r"|keeps?) us from|regardless of"
    r"|irrespective of|no need)\b)[^.;]{0,120}$",
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(
    r"\b(?:our|the (?:company|firm|union|city|district)['’]?s|administer|process|review|handle|calculate|run"
    r"|benchmark|analy[sz]e|compare|employees?['’]|staff|customers?['’]?|borrowers?['’]?"
    r"|tenants?['’]?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# The sentence tells what somebody else earns: You note down their current wages.
_DUTY = re.compile(
    r"(?:\A|[.!?] )You(?:['’]ll| will)? (?!(?:tell|send|state|include|provide|bring|give|share|must|should|can|may"
    r"|are|have|need"
    r"|attach|list|name)\b)[a-z]+ [^.;]{0,100}\b(?:their|people['’]s|(?:client|borrower|tenant|patient"
    r"|debtor)s?['’]?s?)\s?\Z"
)
_WAIVED = re.compile(
    r"[^.;]{0,80}?\b(?:no bearing|makes? no difference|(?:do|does|wo)n['’]t (?:matter|count|affect|play|enter|weigh"
    r"|come into)"
    r"|(?:does|do|will) not (?:matter|count|affect|play|enter|weigh|come into)|own business|irrelevant"
    r"|plays? no (?:part|role)"
    r"|(?:is|are)(?:n['’]t| not) (?:asked|relevant|considered|used|needed|required|a factor|taken))\b",
    re.IGNORECASE,
)
_LONGEST = 130  # characters before the words


def find_pay_history(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each place in a text that asks what the reader earned before. The pay of the job itself
    doesn't count.
    """
    return tuple(_list_questions(text))


def _list_questions(text: str) -> Iterator[tuple[int, int]]:
    for match in _FINDER.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        is_told = _DUTY.search(before) or _WAIVED.match(text, match.start(), match.end() + _LONGEST)
        if not (is_told or _DENIED.search(before) or _THEIR_OWN.search(before) or is_negated(text, match.start())):
            yield match.span()
