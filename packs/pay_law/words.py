"""The words by which a posting answers a requirement, by what they mean in their sentence."""

import re
from collections.abc import Iterator

import msgspec

from packs.posting.value import Kind, Posting
from packs.review.measures import find_sentences
from packs.review.stated_pay import stated_pay

# Duties and demands speak of the work: payroll staff calculate bonuses, and recruiters fill vacancies.
_OF_THE_WORK = (Kind.RESPONSIBILITIES, Kind.REQUIRED, Kind.NICE_TO_HAVE)
_SMALL_START = re.compile(r"(?<=[a-z]{3})[.!?] (?=[a-z])")  # after a word, not after e.g. or p.m.
_LONGEST_LABEL = 4  # words of a line, such as "Closing date", that names what the next line says
_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """Words with this meaning, and those that show that a sentence with them means something else. `also` are words
    that the same sentence needs, in any place.
    """

    says: re.Pattern[str]
    also: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def find_in(self, text: str) -> int | None:
        """Where the words start in a text, in characters; None where no sentence has this meaning."""
        for start, end in _part_sentences(text):
            sentence = text[start:end]
            found = self.says.search(sentence)
            if found and self._is_meant(sentence):
                return start + found.start()
        return None

    def _is_meant(self, sentence: str) -> bool:
        if self.also and not self.also.search(sentence):
            return False
        return not (self.unless and self.unless.search(sentence))


def _part_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence, also of those that a writer without capitals begins in lowercase."""
    for start, end in find_sentences(text):
        at = start
        if text[start].islower():
            for match in _SMALL_START.finditer(text, start, end):
                yield at, match.start() + 1
                at = match.end()
        yield at, end


def list_offer_lines(posting: Posting) -> Iterator[str]:
    """The lines about the offer and not about the work, after the facts of the job; one that states the pay is about
    the offer wherever it stands. A short line or heading that names
    what follows is joined to it: "Closes: March 5, 2027".
    """
    yield from (f"{fact.name}: {fact.words}" for fact in posting.facts)
    on_pay = {stated.passage.text for stated in stated_pay(posting)}
    for section in posting.sections:
        is_of_the_work = section.kind in _OF_THE_WORK
        label = section.heading
        for line in section.lines:
            if line.text.strip():
                is_offer = line.text in on_pay or (_is_label(label) and _is_dated(line.text))
                if is_of_the_work and not is_offer:
                    label = line.text
                    continue
                yield f"{label.rstrip(':')}: {line.text}" if _is_label(label) else line.text
                label = line.text


def _is_label(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_LABEL and text[-1] not in ".!?"


def _is_dated(text: str) -> bool:
    """Whether a line is a date and little else, as below a label that was taken for a line of the duties."""
    return len(text.split()) <= _LONGEST_LABEL and bool(re.search(r"\d{4}$|^\d", text))


def _compile_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


NOT = r"(?:\b(?:no|not|without|nor|neither|never|cannot)\b|\b\w+n['’]t\b)"
# A sentence on the work, wherever it stands: "You compare dental plans", but not "You get a dental plan".
DUTY = (
    r"\A(?:[^:.]{1,40}: )?you(?:['’]ll| will)?(?: also)? (?!(?:also|and|can|may|must|will|would|could|should|get"
    r"|gets|receive"
    r"|earn|have|make|made|are|be|is|start|share|enjoy|qualify|enroll|join|accrue|collect|participate|own"
    r"|pick"
    r"|build up|become|pay|save|retire|choose|need)\b|(?:keep|take) (?:all|your|what|every|half|home|\d))[a-z]+\b"
)
_DENIED = (
    rf"{DUTY}|\bbenefits? of\b(?! (?:employment|working (?:here|with us|for us|at)|the (?:job|role|position|post)"
    rf"|this (?:job|role|position)|joining|being|up to|\$))|\b(?:own|your own) (?:insurance|health)\b|\bcost[- ]benefit"
    rf"|\bbenefits? (?:when|from|if|as|by)\b|\bto the benefit of\b|\bbenefits?: ?(?:none|no\b|n/a|not)"
    rf"|\bbenefit (?:concerts?|nights?|dinners?"
    rf"|shows?|events?)\b"
    r"|\b(?:without|no|nor|neither) (?:any |a |paid |employer |company )?(?:health|medical|dental|vision"
    rf"|insurance"
    r"|paid (?:time|leave|vacation|holidays?|sick)|pensions?|retirement|PTO|vacation|sick (?:pay|leave|days))\b"
    r"|"
    rf"{NOT}[^.;]{{0,40}}\bbenefits?\b|\bbenefits? (?:is|are)(?: not\b|n['’]t\b)"
    rf"|{NOT} (?:yet |currently )?(?:eligible|entitled|include|offer|provide|cover|come with|get|receive|have(?! to\b))"
    r"|\bnot yet\b|\b(?:looking into|working on|hope to|plan to) (?:add|offer|provid|get|hav|a |an )"
    r"|\bno (?:paid|health|medical|dental|vision|pension|insurance|retirement|401)"
    # Work with other people's insurance: you help members understand theirs.
    r"|\b(?:help(?:s|ing)?|advis(?:e|es|ing)|assist(?:s|ing)?|explain(?:s|ing)?|sell(?:s|ing)?|process(?:es|ing)?"
    r"|educat(?:e|es|ing)|support(?:s|ing)?) (?:[\w-]+ ){0,3}(?:members?|patients?|customers?|clients?"
    r"|callers?|residents?"
    r"|policyholders?|families|people)\b"
)
OTHER_PAY = Meaning(
    says=_compile_words(
        r"\bshares? in (?:[\w’'-]+ ){1,3}(?:profits?|takings|proceeds|earnings)\b|\bincentive (?:target|award"
        r"|opportunity|payouts?)s?\b|\brestricted stock\b|\bstock (?:after|at|from|in year)\b|\b(?:spot|merit|safety"
        r"|recognition)"
        r" awards?\b|\bperformance[- ]related pay\b|\bgain-?sharing\b|\bcall-?(?:out|back|in) pay\b"
        r"|\b(?:bilingual|certification|education|seniority|split-shift|sunday|saturday) (?:pay|premiums?|stipends?"
        r"|differentials?)\b|\broyalt(?:y|ies)\b|\btips on top\b|\b(?:quarterly|monthly|annual|yearly|cash) payouts?\b"
        r"|\bcommission split\b|\b(?:earn|get|receive|keep|paid|plus) an? (?:percentage|share|cut) of\b"
        r"|\b(?:double time|time and a half) (?:on|for|after|over)\b|\bpremiums? (?:for|on) (?:nights?|weekends?"
        r"|sundays?|holidays?|evenings?|late)\b|\b(?:pay|compensation|remuneration) is (?:the )?(?:base "
        r"|hourly )?(?:salary|wage"
        r"|rate) (?:only|alone)\b|\b(?:salary|wage|base) only\b|"
        r"\bbonus(?:es)?\b(?! (?:points?|if|skills?|round|track))|\b(?:variable|performance|incentive)(?:-based)?"
        r"(?: \w+)? (?:pay|awards?)\b|\bprofit-based\b|\bspiffs?\b|\bOTE\b|\bon-target earnings\b|\bpiece[- ]rates?\b"
        r"|\b(?:guests|customers|diners|patrons|members|riders) (?:also |often |usually )?tip\b|\b(?:in"
        r"|split(?:ting)?) (?:the )?tips\b"
        r"|\b(?:finish\w*|complet\w+|stays?|staying)\b[^.;]{0,50}\b(?:gets?|earns?|receives?"
        r"|paid) (?:an? )?(?:extra )?[$£€]\d"
        r"|\b(?:nothing|no extras?|no more)(?: else)?(?: is paid)? (?:on top|beyond|besides|above) (?:it|that|this"
        r"|of)\b"
        r"|\b(?:retention|completion|attendance|productivity|profit|year-end|season-end) (?:pay(?:ment)?s?|payouts?"
        r"|awards?)\b"
        r"|\bshares in the company\b|\bdouble pay\b|\btip(?:s|ped)?[- ]?(?:pool|shar(?:e|ing)|jar"
        r"|out)\w{0,3}\b"
        r"|\b\d[\d.]{0,4} ?(?:%|percent) (?:of|on) (?:(?:what|everything|all|each|every|any|your|the|net|gross|new"
        r"|total)"
        r" ){1,2}(?:[\w’'-]+ ){0,4}?(?:sell|sells|sold|sales?|orders?|brings?|books?|bookings|closes?|closed|bills?"
        r"|billings"
        r"|revenues?|profits?|takings|tips)\b|\badds? (?:up to )?[$£€]\d"
        r"|[$£€]\d[\d,.]{0,8} (?:(?:each|apiece|a night|a shift) )?(?:extra|on top|for (?:each|every)"
        r"|per (?:referral|sale|signing|night|call-?out))\b"
        r"|\b(?:more|extra) in (?:commissions?|bonus(?:es)?|tips"
        r"|equity)\b|\b(?:keep|earn|get|receive|paid) \d[\d.]{0,4} ?(?:%|percent) (?:of|on)\b"
        r"|\b(?:paid|pay|rate|hours|shifts?|overtime)\b[^.;]{0,30}\b(?:time and a half|double time)\b"
        r"|\bprofit[- ]shar(?:e|ing)\b|\b(?:share"
        r"|stock) (?:options?|grants?|units?|plans?|purchase|awards?)\b"
        r"|\bRSUs?\b|\bESPP\b|\bovertime\b[^.;]{0,30}\b(?:pa(?:y|id)|rates?|time and|1\.5|double)|\b(?:paid|pay"
        r"|premium) (?:for )?overtime\b|\btips\b(?! (?:and tricks|on|for|to)\b)|\bgratuit(?:y|ies)\b"
        r"|\bincentives?(?: (?:pay|plans?|program(?:me)?s?|compensation|bonus|payments?|scheme)|s?(?=[.,;)]|$"
        r"| of up| is| are| and))"
        r"|(?:\bplus|\bearn\w*|\bpaid|\bpay|\bbase\b[^.;]{0,20}|\buncapped|\bon-target|\bmonthly|\bquarterly"
        r"|\bgenerous|\bsalary \w+|%|%? of|\bno|\bbonus(?:es)?,?(?: and| or)?|\band|\bwith"
        r"|\bthe) commissions?\b(?! (?:for|of|on) (?!sales|each|every|all|what|the sales|new|net|gross|retail"
        r"|bookings|premium|top|revenue|your))"
        r"|^commissions?\b|\bcommission(?:s)?[- ](?:based|plan|structure|rate|pay|only|scheme|on|of|is|are|:"
        r"|eligible|per|earned|opportunit)"
        r"|^equity\b(?=\s*(?:[.,;:(]|$|and\b|in\b|of\b|from\b|grants?\b|options?\b))"
        r"|\bequity[- ](?:grants?|packages?|stakes?|plans?|compensation|programs?|awards?|options?"
        r"|participation|based|eligible|is|in the company|of)"
        r"|(?:\bplus|\boffer\w*|\breceive|\bgrant\w*|\bmeaningful|\bstock,?(?: and| or)?|\bbonus(?:es)?,?(?: and"
        r"| or|,)?|\bsalary,?(?: and|,)?|%|\bno|\bincludes?|\boptions? (?:and"
        r"|or)) (?:an? )?(?:[a-z]+ )?equity\b(?! and)"
        r"|\b(?:shift|night|weekend|evening|holiday|language|on-call|standby|hazard|longevity) (?:differentials?"
        r"|premiums?|allowances?|pay|stipends?|supplements?)\b|\bsign(?:ing|-on) (?:bonus|payment)|\b(?:13th"
        r"|thirteenth)(?:[- ]month)? (?:month|salary)"
        r"|\b(?:salary|pay|wage|rate|it|sum|figure|amount)(?: (?:named|above|stated|here|given))? is (?:the )?(?:whole"
        r"|only|all|full|entire)\b|\bshares? of (?:[\w’'-]+ ){0,3}(?:money|profits?|takings"
        r"|revenues?|proceeds|earnings)\b|(?:\b(?:dollars?|euros?|cents?)|[$£€]\d[\d.]{0,5}) (?:more|extra) (?:an|per"
        r"|each|a) (?:hour|day|week|month|shift|year)\b|\bno (?:other|additional"
        r"|variable) (?:pay|compensation)\b"
    ),
    unless=_compile_words(
        rf"{DUTY}|"
        r"\bdiversity\b|\binclusion\b|\b(?:private|health|racial|social|gender|brand|pay) equity\b"
        r"|\bequity,?(?: and|,) (?:belonging|justice|access|fairness|respect|dignity|integrity|opportunity|excellence"
        r"|anti-racism|accessibility|community)\b|\b(?:belonging|justice|fairness|respect|dignity"
        r"|access),? and equity\b"
        r"|\bequity is (?:at|how|what|why|our|central|core|key)\b"
        r"|\badvisory commission|\b(?:city|planning|county|european|public|state|civil|utilities) commission\b"
        r"|\bcommission(?:ed|ing) (?:new|work|research|art|a|the)\b|\ba (?:big )?bonus if\b"
        r"|(?<!there )\bis a bonus\b|\bwould be a bonus\b"
        r"|\b(?:calculat|administer|process|audit|approv)(?:e|es|ing|s)? (?:[\w-]+ ){0,3}(?:bonus|commission"
        r"|incentive"
        r"|equity|tips|overtime)"
    ),
)
BENEFITS = Meaning(
    says=_compile_words(
        r"\bmed(?:ical)?/dent(?:al)?\b"
        r"|\bbenefits? (?:packages?|apply|offered|available|eligible|per|under|as (?:set|per))\b|\b(?:fringe"
        r"|university|union|state|county|city|company|employee|staff) benefits\b|(?:^|: )fringes?\b|\b(?:group"
        r"|family|single|individual"
        r"|employee|employer-paid) (?:health|medical)\b|\b(?:health|medical|wellness|childcare) stipends?\b"
        r"|\b(?:your|family['’]s|for your) (?:family['’]s )?(?:medical|dental|health)(?=[.,;]|$| and| for)"
        r"|\binsurance (?:starts?|begins?|through|thru|from (?:day|the first)|after \d|for you|is paid|paid|included"
        r"|for (?:staff|employees))\b|\b(?:Kaiser|Aetna|Cigna|Premera|Humana|Blue ?Cross|Horizon|Anthem"
        r"|UnitedHealth\w*)\b[^.;]{0,30}\b(?:cover(?:age)?|plans?|insurance|for you|kids|family)\b"
        r"|\b(?:cover(?:age)?|plans?|insurance"
        r"|healthcare|medical|health)\b[^.;]{0,20}\b(?:Kaiser|Aetna|Cigna|Premera|Humana|Blue ?Cross|Horizon|Anthem"
        r"|UnitedHealth\w*)\b|\btime off with pay\b|\b(?:days?|weeks?|week of [a-z]+) (?:off )?with pay\b"
        r"|\bpaid birthdays?\b|\bvacation (?:accru\w+|accumulat\w+|leave|pay|time)\b|\b\d{1,2} (?:paid )?holidays\b"
        r"|\btuition (?:help|support|benefits?|aid|discounts?)\b|\b(?:state|public|county|teachers['’]?) retirement\b"
        r"|\b(?:gym|fitness) memberships?\b|\b(?:free|staff|on-?site) (?:lunch(?:es)?|meals?|childcare|day ?care"
        r"|parking)\b|\b(?:childcare|day ?care) on[- ]?site\b|"
        r"\bbenefits?\b[^.;]{0,200}(?:\b(?:include|are|cover|with)\b|:)|\b(?:full|comprehensive|excellent|generous"
        r"|great|complete|standard) (?:[a-z]+ )?benefits?(?: package)?\b"
        r"|\b(?:health|medical|dental|vision)(?:,| and) ?(?:health|medical|dental|vision)\b(?! (?:records?"
        r"|staff|assist"
        r"|clinics?|offices?|practices?|professionals?|technicians?|students?|schools?|teams?|services|providers?))"
        r"|\b(?:health|medical|dental|vision|life|disability|healthcare)(?:(?:,| and|, and| or|/) ?(?:health"
        r"|medical|dental|vision|life|disability)){0,8} (?:insurance|cover(?:age)?|care|plans?|benefits?"
        r"|premiums?)\b"
        r"|\b40[13]\s?\(?[kb]\)?|\b(?:pensions?|PERS|superannuation|retirement (?:plans?|savings|program|benefits?"
        r"|match))\b|\bpaid (?:[a-z]+ )?(?:time off|leave|holidays?|vacation|sick|days)"
        r"|\b(?:PTO|parental leave|sick (?:leave|days|time|pay)|annual leave|vacation days"
        r"|days of (?:paid )?(?:vacation|leave|holiday|PTO)|tuition (?:assistance|reimbursement|waiver))\b"
        r"|\b(?:\d+|one|two|three|four|five|six) (?:weeks?|days?)['’]? (?:of )?(?:paid )?(?:vacation|holidays?"
        r"|leave|annual leave|PTO|time off|off(?: in [a-z]+)? with pay|off (?:a|per|each|every) year)\b"
        r"|\b(?:medical|dental|health|vision)(?: cover)? (?:through|from day|after|for (?:you|full|your)|paid"
        r"|starts|begins)\b"
        r"|\b(?:SIMPLE |Roth )?IRA(?: match| plan)?\b|\bHSA\b|\bFSA\b|\bRRSP\b|\bprovident fund\b|\bextended health\b"
        r"|\b(?:season|ski|transit|gym) pass(?:es)?\b|\blife insurance\b"
        r"|\bpaid (?:weeks?|time away)\b|\byour (?:health|medical|dental) (?:premiums?|plan)\b|\b(?:staff"
        r"|employee) (?:discounts?|meals?|assistance program)\b"
    ),
    unless=_compile_words(_DENIED),
)
_OF_APPLYING = (
    r"\b(?:appl(?:y|ying|ications?|icants?)|recruit\w*|candidates?|r[ée]sum[ée]s?|cvs?|posting|vacanc\w+|hir(?:e"
    r"|ing)|position|role|job|ad|advert|listing|requisition|opening|review(?:ed|ing)?|interviews?|deadline"
    r"|filing (?:date|period)"
    r"|portfolios?|letters?|names|respond|reply|write to us|looking (?:when|once)|seat is|send it|get it)\b"
)
DEADLINE = Meaning(
    says=_compile_words(
        rf"(?:^|: )(?:final filing|filing|recruitment|application|posting|announcement|submission)"
        rf" (?:date|period|window|deadline|dates|end date)s?\b[^.\[\]]{{0,40}}{_DATE}"
        rf"|\b(?:letters?|applications?|r[ée]sum[ée]s?|cvs?|materials|packets?|portfolios?) (?:are |is )?due\b"
        rf"[^.\[\]]{{0,30}}{_DATE}"
        rf"|\b(?:respond|reply|write to us|send (?:it|them|yours?)[^.]{{0,20}}|get (?:it|yours?|in touch)[^.]{{0,20}}) "
        rf"(?:by|before|no later than|until)\b[^.\[\]]{{0,20}}{_DATE}"
        rf"|\b(?:stop|until|till)\b (?:(?:taking|accepting|reading|looking at) (?:names|applications|r[ée]sum[ée]s|"
        rf"letters|people)\b)?[^.\[\]]{{0,20}}{_DATE}|\bas (?:they|letters|applications|r[ée]sum[ée]s) (?:come"
        rf"|arrive|land)"
        rf"|\b(?:stop (?:looking|reading)|close) (?:when|once|as soon as)\b[^.]{{0,30}}\b(?:filled|found|hired|chosen"
        rf"|taken)\b|"
        rf"\b(?:appl(?:y|ications?|icants?)|deadline|submit\w*|r[ée]sum[ée]s?|cvs?|expressions? of interest"
        rf"|accepted|(?:posting|position|vacancy|job|competition|advert|ad|window|requisition|opening|it"
        rf"|this) (?:will )?(?:close[sd]?|closing|expires?|ends?))\b(?:[^.\[\]]|\.(?=\S)){{0,90}}{_DATE}"
        rf"|\bcloses:? (?:on )?{_DATE}"
        rf"|\b(?:ad|advert|posting|listing|job|vacancy) (?:comes? down|goes? (?:offline|down)|is (?:taken down"
        rf"|up until|live until)"
        rf"|(?:is )?removed|runs? (?:until|through|to))\b[^.\[\]]{{0,20}}{_DATE}|\buntil further notice\b|\bevergreen\b"
        rf"|^(?:(?:closing|close|end|expir\w+|due|deadline|last|final|application)(?: date| day)?|closes|open until"
        rf"|apply by|posted until)\b[^.\[\]]{{0,40}}{_DATE}|\bclosing date\b[^.\[\]]{{0,60}}{_DATE}"
        r"|\buntil (?:the (?:job|role|position|post|vacancy) is |it is |we )?(?:filled|fill it)\b|\bopen until\b"
        r"|\b(?:posting|position|vacancy|job|requisition|opening|role|it) (?:stays|remains|is) open until\b"
        r"|\buntil we(?:['’]ve| have)? (?:find|found|hired?|filled?|chosen?)\b"
        r"|\b(?:ongoing|rolling|continuous)(?: basis)?\b|\b(?:all the time|at any time|year-round"
        r"|no (?:closing date|deadline)|continuously|as they (?:come in|arrive))\b"
    ),
    also=re.compile(
        rf"{_OF_APPLYING}|\bcloses:|\buntil (?:it is )?filled|\buntil we(?:['’]ve| have)? (?:find|found|hire)"
        rf"|^clos|closing date|^(?:deadline|due|expir|end date"
        rf"|open until|posted until)",
        re.IGNORECASE,
    ),
    unless=_compile_words(
        r"\b(?:ongoing|rolling|continuous) (?!basis\b|recruit|applica|hiring|intake|review|vacanc|posting|and"
        r"|until|[.,;])[a-z]+|\b(?:start|starting|begin\w*) date\b"
        r"|\b(?:project|tax|filing|grant|delivery|production|print|budget|client|customer|school|court|product|launch"
        r"|release|reporting|payroll|contract)['’]?s? deadlines?\b"
    ),
)
HOW_TO_APPLY = Meaning(
    says=_compile_words(
        r"\bDM (?:me|us)\b|(?:^|: )submissions?: |\b(?:click|press|tap|hit|use|follow) (?:on )?(?:the |our "
        r"|this )(?:\w+ )?"
        r"(?:button|link)\b|\b(?:respond|reply|write)(?: to (?:us|this (?:ad|post|notice)))? with (?:an? |your )"
        r"|\bletters? of (?:interest|application|intent)\b|\b(?:bring|hand in|leave)\b[^.;]{0,40}\bto the (?:front desk"
        r"|office|counter|shop|store|bar|manager|kitchen)\b|\b(?:in person or by mail|by mail or in person"
        r"|by e-?mail or"
        r" (?:mail|phone))\b|"
        r"\b(?:apply|file) (?:at|through|via|on|here|now|online|in person|directly|with (?:your|a|us)|using|from"
        r"|on-?line)\b(?! least)|\bapply (?:to (?:this|the) (?:job|position|role)|to \S+@)"
        r"|(?<!how )\bto apply\b(?! (?:for leave|the|your|knowledge|a))"
        r"|\bapply by (?:e-?mail|mail|post|phone|letter|sending|completing|calling|submitting|clicking|writing"
        r"|visiting|text)\w*"
        r"|\b(?:send|e-?mail|submit|upload|complete|forward|fill (?:in|out)|hand in|drop off|bring|post|attach"
        r"|mail) (?:us )?(?:[\w-]+,? ){0,4}(?:r[ée]sum[ée]s?|cvs?|applications?|cover(?:ing)? letters?|letter"
        r"|work samples?|portfolio|application form|work)\b"
        r"|\b(?:fill (?:in|out)|complete|use|submit) (?:the|our|this|an?) (?:[\w-]+ ){0,2}form\b"
        r"|\b(?:press|hit|click|tap|use|select|choose)(?: on)? (?:the |our )?[\"'“\u2018]?apply\b"
        r"|\bapply (?:button|link|page)\b"
        r"|\bdrop (?:us|me) (?:a line|an? (?:e-?mail|note|message))\b"
        r"|\b(?:come|stop|drop|swing) (?:by|in|into)\b[^.;]{0,60}\b(?:ask for|speak (?:to|with)|appl|r[ée]sum"
        r"|with your"
        r"|bring)\w*"
        r"|\bapplication form\b|\bapplications? (?:to|via|through|at|by|should be|must be|can be|are (?:made"
        r"|to be)|go to|are accepted)\b|\b(?:call|text|phone|ring|write to|contact|e-?mail|message|ask for"
        r"|speak to) (?:[\w.'’-]+ ){0,3}(?:on|at|for|to|\S+@\S+|\+?\d)"
    ),
    # Calls and buttons of the work: you call farmers for readings.
    unless=_compile_words(
        r"\A(?:[^:.]{1,40}: )?you(?:['’]ll| will)? (?:press|push|tap|use|answer|call|text|ring|phone|contact|message"
        r"|write to|speak to|ask for)\b"
    ),
)
AI_STATEMENT = Meaning(
    says=_compile_words(
        r"\b(?:AI|artificial intelligence|automat(?:ed|ically) (?:tools?|systems?|decision|screen|rank|sort|filter"
        r"|scor|reject|select|review)\w*|algorithms?|machine learning"
        r"|(?:large )?language models?|LLMs?|chat ?bots?|generative|ChatGPT"
        r"|(?:software|an? (?:computer )?program|our (?:ATS|system|software|hiring tool))(?= (?:also "
        r"|first )?(?:scores?|ranks?|screens?"
        r"|rates?|sorts?|filters?|grades?|shortlists?|selects?|rejects?|assess\w*|evaluates?|picks?))"
        r"|(?:scored|ranked|screened|rated|sorted|filtered|graded|shortlisted|selected|rejected|assessed|evaluated"
        r"|marked) by"
        r" (?:software|an? (?:computer )?program|an? (?:automated )?system|a machine|machines))\b"
    ),
    unless=_compile_words(DUTY),
    also=_compile_words(
        r"\bputs? (?:the |all )?(?:applications?|applicants|candidates|r[ée]sum[ée]s) in (?:order|sequence)\b"
        r"|\b(?:screen|assess|select|evaluat|rank|rate|rating|review|shortlist|decid|score|filter|sort|grad(?:e|es"
        r"|ed|ing)\b|marks?\b"
        r"|read)\w*\b[^.]{0,80}\b(?:applicants?|applications?|candidates?|r[ée]sum[ée]s?|cvs?|you)\b"
        r"|\b(?:shortlist\w*|(?:hire|hiring|choose|choosing|pick|select) (?:people|staff|employees|new hires)"
        r"|(?:whom?|who) (?:we|to) (?:interview|invite|hire|call)"
        r"|(?:who|which (?:people|applicants|candidates)) (?:is|are|gets?|will be|moves?|goes"
        r"|comes?) (?:an? )?(?:interview\w*"
        r"|invited|hired|called|chosen|seen|on|forward|to (?:an? |the )?interview))\b"
        r"|\b(?:applicants?|applications?|candidates?|r[ée]sum[ée]s?|cvs?|interviews?"
        r"|assessments?)\b[^.]{0,100}\b(?:screen|assess|select"
        r"|evaluat|rank|rate|rating|review|shortlist|decid|score|filter|sort|read|grade|graded|marks|marked)\w*"
        r"|\b(?:hiring|recruitment|recruiting|selection|screening|application)\b(?: (?:process|decisions?|stage"
        r"|steps?))?"
    ),
)
VACANCY = Meaning(
    says=_compile_words(
        r"\bwe(?:['’]ve| have) (?:an?|one|two|three) (?:\w+ )?(?:openings?|vacanc(?:y|ies))\b"
        r"|\b(?:known|confirmed|active|approved|funded|unfilled) vacanc(?:y|ies)\b|\b(?:is|are|been|now"
        r"|currently) vacant\b"
        r"|\bvacant (?:since|from|as of|now|position|post|role|line|seat)\b|\bbecame vacant\b|(?:^|: )vacanc(?:y|ies): "
        r"|\b(?:newly|recently) created\b|\bno (?:job|role|position|post|vacancy|opening)s? (?:is |are )?(?:right now"
        r"|at the moment|at present|today|yet|now|currently)\b|\b(?:bench|roster|shortlist|list|pool|pipeline) of"
        r" (?:people|candidates|talent|names|applicants|staff)\b|\b(?:collect|gather|keep)(?:ing)? (?:names"
        r"|r[ée]sum[ée]s|applications|your (?:name|details|r[ée]sum[ée])) (?:for|on file)\b"
        r"|\b(?:to )?(?:replac(?:e|es|ing)|succeed(?:s|ing)?|follow(?:s|ing)?|takes? over from|cover(?:s|ing)? for)"
        r" (?:the (?:person|colleague|one|employee)|someone|[A-Z][a-z]+),? who\b|\b(?:retires?|retired|retiring|leaves"
        r"|left|leaving|moves? on|moved on|goes on leave)\b[^.;]{0,40}\b(?:seat|spot|place|job|role|post|desk)\b"
        r"|\b(?:one|two|three|four|five|\d+|an?|another|more|open|this|these) (?:open )?(?:spots?|seats?|openings?"
        r"|positions?|posts?|places?|vacanc(?:y|ies)) (?:to fill|open|available)\b|\b(?:need|want|looking|have) to fill"
        r" (?:this|the|an?|one|two|our) (?:\w+ )?(?:position|role|post|seat|spot|job)\b|\b(?:upcoming|spring|summer"
        r"|autumn"
        r"|fall|winter|seasonal|expected) openings?\b|"
        r"\b(?:existing|current|actual|real|present|immediate|future|anticipated|no|new|live|genuine) (?:job "
        r"|staff )?(?:vacancy|vacancies|opening|position)\b|\bvacancy (?:exists|status|is)\b"
        r"|\bto fill an? (?:[a-z]+ )?vacancy\b"
        r"|\bfor an? (?:open |vacant )?(?:vacancy|vacant position|open position)\b|\bcurrently (?:vacant|open)\b"
        r"|\btalent (?:pool|pipeline)\b|\b(?:position|role|post|job) is (?:vacant|open now|newly created)\b"
        r"|\b(?:position|role|post|job) that(?:['’]s| is) (?:vacant|open|free)\b"
        r"|\b(?:fill(?:s|ing)?|replac(?:es?|ing)) (?:an?|one|two|three|the|this|our) (?:[a-z]+ ){0,3}(?:seats?"
        r"|positions?"
        r"|roles?|posts?|spots?|places?)\b(?! on (?:call|the rota))|\breplac(?:es?|ing) (?:a colleague|somebody"
        r"|someone)\b"
        r"|\b(?:left|came|opened|become|became) (?:open|vacant|empty|up|free) (?:by|when|after|because|through|with)\b"
        r"|\bbackfill(?:s|ing)?\b|\btalent community\b|\b(?:candidate|applicant) pool\b|\bpool of (?:candidates"
        r"|applicants)\b"
        r"|\b(?:do|does)(?:n['’]t| not) (?:yet |currently )?have (?:an? |any )?(?:[a-z]+ )?(?:jobs?|roles?"
        r"|positions?|posts?"
        r"|vacanc(?:y|ies)|openings?)(?: (?:open|free|available|now|today|yet|right now|at))?\b"
        r"|\bno (?:jobs?|roles?|positions?|posts?) (?:is |are )?(?:currently |now |yet )?(?:open|vacant|free"
        r"|available)\b"
        r"|\bthis is an? (?:existing|current|open|active|new) (?:role|position|post|job|vacancy|opening)\b"
        r"|\bis a vacancy\b|^vacancy: (?:existing|new|current|yes)"
        r"|\b(?:seat|place|chair|position|role|post|job) that(?:['’]s| is|(?: has)? (?:fell|fallen|become))"
        r" (?:now )?(?:empty|vacant|free|open)\b|\bnothing(?: is)? open (?:yet|now|today|at present|at the moment)\b"
        r"|\blist of (?:people|candidates|names) (?:to call|for (?:later|future|when))"
        r"|\bfor (?:future|later) (?:openings|vacancies|needs|roles|hiring)\b"
    ),
    unless=_compile_words(rf"{DUTY}|\b(?:in|your|their) (?:current|present) position\b|\bview (?:our )?current\b"),
)
LOCAL_EXPERIENCE = {
    "CA": Meaning(
        says=_compile_words(
            r"\bCanadian\)?\s+(?:\w+\s+)?(?:experience|references?|(?:work|employment) history)\b"
            r"|\b(?:years?|months?|experience|worked|references?|background)\b[^.;]{0,40}\b(?:in|on|at|of|from"
            r"|with) (?:an? |the )?"
            r"Canadian (?:[\w-]+ )?(?:sites?|jobs?|job ?sites?|employers?|compan(?:y|ies)|markets?|workplaces?"
            r"|kitchens?|firms?"
            r"|hospitals?|schools?|industry|banks?)\b"
            r"|\b(?:worked|trained|been employed|cooked|driven|taught|practi[sc]ed|served)\b[^.;]{0,40}\bin Canada\b"
            r"|\b(?:experience|employment|references?|work(?:ed|ing)?(?: history)?)"
            r" (?:gained |obtained |acquired |earned )?(?:with)?in Canada\b"
            r"|\b(?:years?|months?|seasons?|winters?)['’]? [^.;]{0,50}\b(?:with)?in Canada\b"
        ),
        unless=_compile_words(
            rf"{NOT}|\bregardless\b|\b(?:we|our|has been|have been|founded|largest|anywhere)\b|\b(?:authori[sz]\w+"
            rf"|eligible|entitled|right|permit|legally|able|allowed"
            r"|status) (?:\w+ ){0,2}(?:to|for) work(?:ing)? in Canada\b|\bwhether\b"
        ),
    )
}
LINK = _compile_words(r"https?://\S+|\bwww\.\S+")
