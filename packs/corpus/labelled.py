"""A posting with its labels: the files of tests/packs/corpus, whose README says how they are written."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import msgspec
from django.conf import settings

CORPUS = Path(settings.BASE_DIR) / "tests" / "packs" / "corpus"
HEADING_PREFIX = "heading:"
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-h]\)|o)\s+")


class LabelledPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of work: its city, and the codes of its region and country."""

    country: str
    region: str | None = None
    city: str | None = None
    workplace: str | None = None


class LabelledPay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pay as the posting states it: amounts in `currency` for each `period`, None for an end that isn't named."""

    low: float | None
    high: float | None
    currency: str
    period: str
    kind: str = "base"


class LabelledFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A check, and the words in which it should find something, or should find nothing."""

    check: str
    quote: str


class LabelledAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A requirement of a place's law, and whether the text meets it."""

    place: str
    asks: str
    status: str


class LabelledLine(msgspec.Struct, frozen=True):
    """A line of a posting, and the label that says what it is."""

    label: str
    text: str

    @property
    def plain(self) -> str:
        """The line as a reader sees it, without tags and without the mark of a point of a list."""
        is_heading = self.label.startswith(HEADING_PREFIX)
        return unescape(_TAG.sub(" ", self.text if is_heading else _LIST_MARK.sub("", self.text)))

    @property
    def words(self) -> list[str]:
        """The words of the line in lower case, without the number or letter that starts a point of a list."""
        return split_words(self.plain)


class LabelledPosting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A posting with labels: the fields to be read from it, and the findings and answers of law to be given."""

    id: str
    format: str
    title: str
    company: str | None
    places: list[LabelledPlace]
    employment: list[str]
    pay: list[LabelledPay]
    deadline: date | None
    reference: str | int | None
    apply: str | None
    years: list[int | None] | None
    findings: list[LabelledFinding]
    not_findings: list[LabelledFinding]
    law: list[LabelledAnswer] = []
    title_raw: str = ""
    lines: tuple[LabelledLine, ...] = ()

    @property
    def number(self) -> int:
        """The number with which its id starts."""
        return int(self.id.partition("-")[0])

    @property
    def text(self) -> str:
        """The posting as someone would paste it, with one line of text per line."""
        return "\n".join(line.text for line in self.lines)


def split_words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    return _WORD.findall(text.casefold())


def list_labelled(folder: Path) -> list[LabelledPosting]:
    """Every posting in a folder, by file name. Raises FileNotFoundError for an empty folder, and
    msgspec.ValidationError for an invalid file.
    """
    paths = sorted(folder.glob("*.posting"))
    if not paths:
        raise FileNotFoundError(f"{folder}: expected a folder with at least one .posting file")
    return [read_labelled(path.read_text(encoding="utf-8")) for path in paths]


def read_labelled(content: str) -> LabelledPosting:
    """A labeled posting from the contents of its file. Raises msgspec.ValidationError."""
    head, _, body = content.partition("\n---\n")
    posting = msgspec.yaml.decode(head, type=LabelledPosting)
    rows = (line.partition("\t") for line in body.removesuffix("\n").split("\n"))
    return msgspec.structs.replace(posting, lines=tuple(LabelledLine(label, text) for label, _, text in rows))
