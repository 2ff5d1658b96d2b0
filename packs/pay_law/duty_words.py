"""The words by which a posting meets or breaks duties beyond pay."""

import re

from packs.pay_law.words import DUTY, NOT, Meaning


def _compile_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_RECORD = (
    r"(?:criminal|arrests?|convictions?)(?:,? (?:and|or|and/or)? ?(?:arrests?|convictions?))? "
    r"(?:records?|histor(?:y|ies))"
)
COLLECTIVE_AGREEMENT = Meaning(
    says=_compile_words(
        r"\bcollective (?:bargaining |labou?r |wage )?agreements?\b|\bCCNL\b|\bcontratt[oi] collettiv[oi]\b"
        r"|\bTarifvertr(?:ag|äge)\w{0,3}\b|\bKollektivvertr(?:ag|äge)\w{0,3}\b|\bconvention collective\b"
        r"|\bconvenio colectivo\b|\bCAO\b|\bkolektyvin\w{1,4} sutart\w{1,4}\b|\bkoplīgum\w{1,3}\b"
        r"|\bukład\w{0,2} zbiorow\w{1,3}\b"
    ),
    unless=_compile_words(
        rf"{DUTY}|\b(?:negotiat\w*|interpret\w*|advise on|administer|knowledge of|experience with|familiar with)\b"
    ),
)
READY_TO_PAY_MORE = Meaning(
    says=_compile_words(
        r"\b(?:happy|glad|open|able|prepared|ready|willing) to (?:pay|offer|go) (?:you )?(?:more|above|over|beyond"
        r"|higher)\b"
        r"|\b(?:actual|final|real) (?:pay|salary|wage) (?:is|may be|can be|will be) (?:higher|more|above)\b"
        r"|\b(?:higher|better) (?:pay|salary|wage) (?:is |can be )?(?:negotiable|possible|offered)\b"
        r"|\bmore is possible\b"
        r"|\b(?:pay|salary|wage)s? (?:above|over|beyond) (?:the |this |that )?(?:minimum|agreement|collective|scale)\b"
        r"|\boverpa(?:y|id|yment)\b|\b(?:pay|offer) (?:you )?more (?:for|depending|according|with|if|to)\b"
        r"|\b(?:pay|paying|paid|earn|offer|higher|more)\b[^.;]{0,60}\b(?:above|over|than) "
        r"(?:the |this |that )?(?:[\w-]+ )?(?:minimum|collective|amount|agreement)"
        r"|\b(?:willing(?:ness)?|ready|readiness|prepared|open) to (?:pay|offer) (?:you )?(?:more|a higher)"
        r"|\bhöhere (?:Be|Ent)(?:zahlung|lohnung)\b|\bhöheres Gehalt\b"
        r"|\bhigher (?:pay|salary|wage|payment) (?:is )?(?:possible|depending|according|for)"
        r"|(?<=[;,(–-] )(?:and )?more (?:for|with|by|depending on) (?:your )?(?:experience|qualifications?|skills?)\b"
        r"|\bÜber(?:be)?zahlung\b|\büber(?:be)?zahl\w{0,3}\b|\bmarktkonforme\w? (?:Bezahlung|Überzahlung|Entlohnung)"
    ),
    unless=_compile_words(
        rf"(?:{NOT}|\b(?:kein\w{{0,2}}|nicht)\b)[^.;]{{0,40}}\b(?:overpay|more|higher|above|Über(?:be)?zahlung)"
    ),
)
FAIR_CHANCE = Meaning(
    says=_compile_words(
        rf"\b(?:justice-involved|formerly incarcerated|system-impacted"
        rf"|returning citizens?)\b[^.;]{{0,60}}\b(?:considered|welcome"
        rf"|encouraged|apply)\b|\b(?:criminal |arrest |conviction )?record (?:does|will|do) not (?:automatically "
        rf"|by itself |alone )?"
        rf"(?:disqualify|bar|exclude|rule|keep|prevent)|\b(?:criminal|arrest|conviction) records? (?:won|doesn"
        rf"|don)['’]t (?:keep|stop|bar"
        rf"|disqualify|exclude|rule)"
        rf"|\b{_RECORD}\b[^.;]{{0,90}}\b(?:considered|welcome|encouraged)\b"
        rf"|\b{_RECORD}\b[^.;]{{0,40}}(?:\b(?:will|does|do) not|\b(?:won|doesn|don)['’]t) (?:automatically "
        rf"|necessarily "
        rf"|by itself )?(?:bar|disqualify|exclude|prevent|rule)"
        rf"|\bconsider(?:s|ed|ation)?\b[^.;]{{0,120}}\b{_RECORD}\b|\bfair[- ]chance (?:act|ordinance|law|employer"
        rf"|hiring)"
    ),
    unless=_compile_words(
        r"\b(?:will not|won['’]t|cannot|can['’]t|don['’]t|do not|doesn['’]t|does not|not be|never|no) (?:be )?consider"
    ),
)
BACKGROUND_CHECK = Meaning(
    says=_compile_words(
        r"\b(?:must|have to|required to|able to|need to|shall|should|ability to) (?:be able to )?(?:successfully )?"
        r"(?:pass|clear|complete) (?:an? |our |the )?(?:[\w-]+,? ){0,3}(?:background|criminal)[\w ]{0,20}"
        r"(?:check|screen|screening|investigation|clearance|review)"
        r"|\bclean (?:criminal |police )?(?:record|background|history)\b(?! of)"
        r"|\b(?:no|without)(?: any)? (?:felon(?:y|ies)|criminal (?:record|history|convictions?|background)"
        r"|convictions?)\b"
        r"|\b(?:people|applicants|candidates|anyone) with (?:an? )?(?:criminal|conviction)[\w ]{0,20} need not apply"
        r"|\b(?:background|criminal|record) checks? (?:is |are )?(?:required|mandatory|a must)\b"
        r"|\bcriminal background check required|^no (?:felons|ex-?cons|convicts)\b"
        r"|\b(?:contingent|conditional|conditioned|depend(?:s|ent)?|subject)(?: up)?(?:on| to) (?:an? |the |your )?"
        r"(?:passing|successful(?:ly)?(?: (?:completion|passing|completing)(?: of)?)?|clearing|clean|satisfactory)"
        r" (?:an? |our |the )?(?:[\w-]+,? ){0,3}(?:background|criminal|record)\b"
    ),
    unless=_compile_words(
        r"\b(?:after|following|once|upon) (?:a |the |an )?(?:conditional )?(?:job )?offer\b|\bnot (?:need"
        r"|required|have) to\b"
    ),
)
DRIVERS_LICENSE = Meaning(
    says=_compile_words(
        r"\blicen[cs]e to drive\b|\b(?:driver['’]?s?['’]?|driving) (?:licen[cs]es?|permits?)\b"
        r"|\bclass [A-DM] licen[cs]e\b|\bCDL\b"
        r"|\b(?:valid|current|state|California|CA) (?:D\.?L\.?)(?!\w)|\blicensed driver\b"
    ),
    unless=_compile_words(
        rf"{NOT}[^.;]{{0,50}}\blicen[cs]e|\blicen[cs]es? (?:is|are) (?:not|optional)"
        r"|\b(?:issue|renew|process|verify|check|scan|review|copy|copies of)\w*\b[^.;]{0,40}\blicen[cs]e"
    ),
)
AGE_LIMIT = Meaning(
    says=_compile_words(
        r"\b(?:1[4-9]|[2-6]\d) to [2-6]\d years (?:old|of age)\b"
        r"|\b(?:1[4-9]|[2-6]\d) ?(?:-|–|to) ?[2-6]\d[- ]year[- ]olds?\b|\b(?:under|over|below"
        r"|above)[- ][2-6]\d['’]?s? (?:preferred"
        r"|only|wanted)\b|\byoung,? (?:and )?(?:energetic|dynamic|ambitious|motivated|active)\b|\b(?:energetic"
        r"|dynamic),? (?:and )?young\b"
        r"|\b(?:aged?|ages|age group|age range)(?: of| from| between|:)? ?\d\d ?(?:-|–|to|and) ?\d\d\b"
        r"|\b(?:no|not) (?:older|more) than \d\d(?: years old)?(?=\s*(?:[.,;)]|$|at\b|when\b))"
        r"|\b(?:people|person|candidates?|applicants?|someone|somebody|anyone|staff|women|men) (?:(?:who are|aged) )?"
        r"(?:under|below|over|above) \d\d\b(?! ?[%$€£kh])"
        r"|\bage:? (?:under|below|up to|max\.?|maximum) \d\d\b"
        r"|\bbetween (?:the ages of )?\d\d and \d\d(?: years)?(?: of age| old)\b|\b\d\d ?[-–] ?\d\d years (?:old"
        r"|of age)\b"
        r"|\b(?:under|below|up to|not older than|no older than|younger than|not over|over|above|older than) "
        r"(?:the age of )?\d\d (?:years (?:old|of age)|y/o)|\b(?:maximum|max\.?|upper) age\b"
        r"|\bage limit\b(?! (?:does|is) not)"
        r"|\b(?:under|below|over|above) the age of \d\d\b|\b(?:only|for) young people\b|\byoung (?:man|woman|girl"
        r"|guy)s?\b"
        r"|\bjauni(?:em|ešiem)\b|\bvecum[āas]\w{0,3} (?:no|līdz) \d\d\b"
    ),
    unless=_compile_words(
        r"\b(?:care|look after|teach|children|pupils|patients|clients|work with|support)\b|\bno age limit"
    ),
)
_LANGUAGES = (
    r"(?:English|Russian|German|French|Estonian|Lithuanian|Polish|Swedish|Finnish|Danish|Norwegian|Spanish|Ukrainian)"
)
FOREIGN_LANGUAGE = Meaning(
    says=_compile_words(
        rf"\b(?:fluent|fluency|native|knowledge|proficien(?:t|cy)|good|excellent|strong|command|speak|spoken"
        rf"|level|skills)\b"
        rf"[^.;]{{0,40}}\b{_LANGUAGES}\b|\b{_LANGUAGES}\b[^.;]{{0,40}}\b(?:required|needed|fluent|fluency|level"
        rf"|skills|speaker)"
    ),
    unless=_compile_words(r"\b(?:not required|no need|is a plus|an advantage|nice to have|optional|not needed)\b"),
)
EXCLUDED_RESIDENTS = Meaning(
    says=_compile_words(
        r"\b(?:not (?:be )?(?:open|available|offered|eligible|performed|hir(?:e|ing))|(?:cannot|can['’]t"
        r"|unable to|do not"
        r"|don['’]t|will not|won['’]t) (?:be )?(?:accept|hire|consider|employ|done|performed|filled)\w{0,3}"
        r"|exclud(?:es?|ing)"
        r"|except(?:ing)?(?: for)?|other than|outside(?: of)?|anywhere (?:but"
        r"|except)(?: in)?)\b[^.;]{0,60}\b(?:Colorado|California"
        r"|Washington|New York|Illinois|Minnesota|New Jersey|Vermont|Massachusetts|Maryland|Hawaii|Virginia|Maine"
        r"|Connecticut"
        r"|Ontario|British Columbia)\b"
    ),
)
