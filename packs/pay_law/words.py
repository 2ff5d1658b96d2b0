"""The words by which a posting answers a requirement."""

import re

_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}"
    r"|\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)


def _compile_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


OTHER_PAY = _compile_words(
    r"\b(?:bonus(?:es)?|commissions?|equity|stock|share options?|incentives?|profit[- ]sharing|tips|overtime pay)\b"
)
BENEFITS = _compile_words(
    r"\bbenefits?\b.{0,200}\b(?:include|are|cover|:)"
    r"|\b(?:health|medical|dental|vision|life|disability) (?:insurance|cover|care|plan)"
    r"|\b401\s?\(?k\)?|\b(?:pension|retirement (?:plan|savings))\b|\bpaid (?:time off|leave|holidays?|vacation|sick)"
    r"|\b(?:PTO|parental leave|sick leave|vacation days|days of vacation)\b"
)
DEADLINE = _compile_words(
    rf"\b(?:apply|applications?|deadline|closing date|clos(?:es|ing)|accepted|until|by)\b[^.\[\]]{{0,60}}{_DATE}"
    r"|\b(?:ongoing|rolling)(?: basis)?\b|\buntil (?:the (?:job|role|position) is )?filled\b|\ball the time\b"
)
HOW_TO_APPLY = _compile_words(
    r"\bapply (?:at|through|via|by|on|here|online|with|to|using)\b"
    r"|\b(?:send|email|submit|upload) (?:us )?(?:your|a|an|the) (?:r[ée]sum[ée]|cv|application|cover letter|work)"
    r"|\bapplication form\b"
)
AI = _compile_words(r"\b(?:AI|artificial intelligence|automated (?:tools?|systems?|decision)|algorithms?)\b")
AI_USE = _compile_words(r"\b(?:screen|assess|select|evaluat|rank|review|shortlist|decid)\w*")
VACANCY = _compile_words(
    r"\b(?:existing|current|actual|real|present|open|future|no) (?:vacancy|vacancies|opening|position)\b"
    r"|\bvacanc(?:y|ies)\b|\bcurrently (?:vacant|open)\b|\btalent (?:pool|pipeline)\b"
)
GENDERED_TITLE = _compile_words(
    r"\b\w*(?:sales|chair|fore|repair|crafts|busi?ness|crew|police|fire|handy|service)(?:man|men|woman|women)\b"
    r"|\b(?:waitress|stewardess|hostess|actress|seamstress|cameraman|draftsman|salesgirl|girl|boy|lady|gentleman)\b"
)
PAY_HISTORY = _compile_words(
    r"\b(?:salary|pay|wage|compensation|earnings) histor(?:y|ies)\b"
    r"|\b(?:current|previous|past|prior|last|latest|former|present) (?:base )?"
    r"(?:salary|pay|wages?|compensation|earnings)\b"
)
LOCAL_EXPERIENCE = {"CA": _compile_words(r"\bCanadian\s+(?:\w+\s+)?(?:experience|references?)\b")}
LINK = _compile_words(r"https?://\S+|\bwww\.\S+")
