"""Whether a job title is gender-neutral, by the language of the posting."""

import re
from collections.abc import Mapping

from packs.posting.value import Posting

LONGEST_SAMPLE = 4000  # characters of a text that show its language
FEWEST_WORDS = 3  # of a language, to know it
# Frequent small words that no two of these languages share.
_SMALL_WORDS = {
    "en": "the and of with for you our to we your",
    "de": "und der die das mit für wir sie eine ist",
    "fr": "et les des une vous nous avec pour dans est",
    "it": "il della di per gli che una sono con nel",
    "es": "el los las una con para por del y nuestro",
    "pl": "w na z się do oraz jest dla i pracy",
    "sk": "na v sa práca alebo pre vo práce ako miesto",
    "nl": "het een van en voor wij je met de onze",
}
_WORDS_OF: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
# What shows that a title means everybody: (m/w/d), (H/F), Verkäufer/in, Verkäufer:in, vendeur·se, operaio/a.
_MARKER = re.compile(
    r"\((?:all genders|gn|[mfwdxhkgnižMFWDXHKGNIŽ](?:\s?[/|*.,]\s?[mfwdxhkgnižMFWDXHKGNIŽ]){1,3}\.?)\)"
    r"|\b[MFWDXHK](?:/[MFWDXHK]){1,2}\b|(?<=\w)[/:*_·](?:-?in(?:nen)?|a|e|o|ka|kyňa|ná|trice|euse|rice|se|ère"
    r"|ienne)\b"
    r"|(?<=\w)\((?:in|a|e|ka|se)\)|(?<=\w)Innen\b|(?<=[a-z])In\b|\bosob[ay]\b|\bo/a\b|@\b"
)
_ENGLISH = re.compile(
    r"\b\w{0,20}(?:sales|chair|fore|repair|crafts|busi?ness|crew|police|fire|handy|service|bar|camera|drafts"
    r"|delivery|door"
    r"|trades|work|line|milk|post|mail)(?:man|men|woman|women|girl|boy)\b"
    r"|\b(?:waitress|waiter|stewardess|steward|hostess|actress|seamstress|girl|boy|lady|gentleman|barmaid"
    r"|cleaning lady)\b",
    re.IGNORECASE,
)
_GENDERED: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"\b\w{0,30}(?:verkäufer|entwickler|ingenieur|leiter|mitarbeiter|fahrer|lehrer|berater|bearbeiter"
        r"|techniker|mechaniker"
        r"|pfleger|schwester|kaufmann|kauffrau|assistent|referent|buchhalter|elektriker|elektroniker|kellner"
        r"|köch?in|koch|bäcker"
        r"|maler|tischler|schlosser|arzt|arbeiter|meister|händler|lagerist|sekretär|erzieher|betreuer|gärtner|friseur"
        r"|putzfrau|hausmeister|maurer|metzger|monteur|redakteur|planer|architekt|jurist|anwalt)(?:in)?\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b\w{2,20}(?:eur|euse|trice|ier|ière|ien|ienne|ant|ante|iste d|né|née)\b", re.IGNORECASE),
    "it": re.compile(
        r"\b\w{2,20}(?:tore|trice|iere|iera|aio|aia|ario|aria|ato|ata|ico|ica|iato|esso|essa)\b", re.IGNORECASE
    ),
    "es": re.compile(r"\b\w{2,20}(?:ero|era|dor|dora|ado|ada|ico|ica|ario|aria|tor|tora|nero|nera)\b", re.IGNORECASE),
    "pl": re.compile(
        r"\b\w{2,20}(?:nik|arz|owca|ista|tor|iel|olog|ser|ca|arka|niczka|istka|torka|ielka)\b", re.IGNORECASE
    ),
    "sk": re.compile(r"\b\w{2,20}(?:ár|ník|teľ|ista|dca|tor|ér|ca|árka|níčka|teľka|istka|torka|érka)\b", re.IGNORECASE),
    "nl": re.compile(
        r"\b\w{0,20}(?:verkoopster|secretaresse|timmerman|zakenman|verpleegster|kuisvrouw"
        r"|poetsvrouw)\b",
        re.IGNORECASE,
    ),
}


def is_neutral_title(posting: Posting) -> bool:
    """Whether the title includes people of every gender: it has a pair or a mark that says so, or no gendered word."""
    title = posting.title
    if _MARKER.search(title):
        return True
    gendered = _GENDERED.get(guess_language(posting))
    return not (_ENGLISH.search(title) or (gendered and gendered.search(title)))


def guess_language(posting: Posting) -> str:
    """The code of the language with the most of a posting's small words, "" where there are too few."""
    sample = " ".join(passage.text for passage in posting.passages)[:LONGEST_SAMPLE].casefold()
    words = re.findall(r"\w+", sample)
    counts = {language: sum(word in small for word in words) for language, small in _WORDS_OF.items()}
    language, most = max(counts.items(), key=lambda item: item[1])
    return language if most >= FEWEST_WORDS else ""
