"""The formats that a page offers for download, and what one of them lacks."""

from collections.abc import Iterable

import msgspec
from django.utils.translation import gettext_lazy

JOB_POSTING, INDEED_FEED, BOARD_JSON = "job-posting", "indeed-feed", "board-json"
FIRST_JOB_FORMATS = ("docx", "pdf")
MORE_JOB_FORMATS = ("markdown", "text", "html", "json", INDEED_FEED, BOARD_JSON)
COPIED_FORMATS = ("linkedin", "indeed", "email")
FORMAT_LABELS = {
    "text": gettext_lazy("Plain text"),
    "markdown": gettext_lazy("Markdown"),
    "html": gettext_lazy("Web page (HTML)"),
    "indeed": gettext_lazy("HTML for Indeed"),
    "linkedin": gettext_lazy("HTML for LinkedIn and other boards"),
    "email": gettext_lazy("HTML for email"),
    "docx": gettext_lazy("Word (DOCX)"),
    "pdf": gettext_lazy("PDF"),
    "json": gettext_lazy("JSON"),
    INDEED_FEED: gettext_lazy("XML feed for Indeed"),
    BOARD_JSON: gettext_lazy("JSON as job boards publish it"),
}
COPY_LABELS = {
    "indeed": gettext_lazy("Copy for Indeed"),
    "linkedin": gettext_lazy("Copy for LinkedIn"),
    "email": gettext_lazy("Copy for email"),
}
MISSING_LABELS = {
    "title": gettext_lazy("a job title"),
    "description": gettext_lazy("lines"),
    "organization": gettext_lazy("the company name"),
    "places": gettext_lazy("a place"),
    "place_country": gettext_lazy("the country of the place"),
    "applicant_countries": gettext_lazy("the country where people may work remotely"),
    "deadline": gettext_lazy("a deadline that hasn’t passed and isn’t before the posting date"),
}


class Offered(msgspec.Struct, frozen=True):
    """A format as a page offers it: its key and its name for people, and what a press that copies it is called."""

    name: str
    label: str
    copy_label: str = ""


def list_offered(names: Iterable[str]) -> list[Offered]:
    """Some of FORMAT_LABELS, to choose from."""
    return [Offered(name, str(FORMAT_LABELS[name]), str(COPY_LABELS.get(name, ""))) for name in names]


def describe_missing(missing: Iterable[str]) -> list[str]:
    """What a posting lacks for job sites, in words, by the names of MISSING_LABELS."""
    return [str(MISSING_LABELS[name]) for name in missing]
