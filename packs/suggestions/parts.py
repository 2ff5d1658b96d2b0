"""The parts of a job description that colleagues can speak about: its title, its lines and its texts, one by one."""

from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.value import DescriptionLine, JobDescription, free_id
from packs.limits import MOST_LINES
from web.bullets import drop_marks, mark_points, split_list

LINE = "line:"
TITLE, BENEFITS = "title", "benefits"
LONGEST_JOB_TITLE = 200
TEXTS = {
    "about_company": gettext_lazy("About the company"),
    "benefits": gettext_lazy("Benefits"),
    "how_to_apply": gettext_lazy("How to apply"),
    "equal_opportunity": gettext_lazy("Equal opportunity"),
    "other": gettext_lazy("Other"),
}


class DescriptionText(msgspec.Struct, frozen=True):
    """A part of a job description: its key, its label and its text. `of_kit` says that the label is in the language of
    kits.
    """

    key: str
    label: str
    text: str
    of_kit: bool = False

    @property
    def is_line(self) -> bool:
        """Whether it is a line, which may be removed or followed by another one."""
        return self.key.startswith(LINE)

    @property
    def anchor(self) -> str:
        """The id that this part has on the page."""
        return f"part-{self.key.replace(':', '-')}"


def list_texts(description: JobDescription) -> Iterator[DescriptionText]:
    """The parts of a job description that have text, in reading order: the title, lines, and texts."""
    yield DescriptionText(TITLE, _("Job title"), description.title)
    for part in description.list_sections() if description.lines else ():
        for line in description.list_stated_lines(part.section):
            yield DescriptionText(f"{LINE}{line.id}", part.label, line.text, of_kit=True)
    for name, label in TEXTS.items():
        if text := getattr(description, name):
            yield DescriptionText(name, str(label), text)


def find_text(description: JobDescription, key: str) -> DescriptionText | None:
    """The part with this key, or None where the job description no longer has it."""
    return next((part for part in list_texts(description) if part.key == key), None)


def with_words(description: JobDescription, key: str, words: str) -> JobDescription:
    """A copy of the description with other words in the part with this key."""
    if not key.startswith(LINE):
        return msgspec.structs.replace(description, **{key: words})
    wanted = key.removeprefix(LINE)
    lines = (msgspec.structs.replace(line, text=words) if line.id == wanted else line for line in description.lines)
    return msgspec.structs.replace(description, lines=tuple(lines))


def with_line_after(description: JobDescription, key: str, words: str) -> JobDescription:
    """A copy of the description with another line after the one that `key` names; unchanged where
    the section is full.
    """
    wanted = key.removeprefix(LINE)
    place = next((at for at, line in enumerate(description.lines) if line.id == wanted), None)
    if place is None or len(description.lines) >= MOST_LINES:
        return description
    new_id = free_id(line.id for line in description.lines)
    added = DescriptionLine(id=new_id, section=description.lines[place].section, text=words)
    lines = (*description.lines[: place + 1], added, *description.lines[place + 1 :])
    return msgspec.structs.replace(description, lines=lines)


def without_line(description: JobDescription, key: str) -> JobDescription:
    """A copy of the description that leaves out the line with this key; the line itself is kept, so that it can be
    brought back.
    """
    wanted = key.removeprefix(LINE)
    lines = (msgspec.structs.replace(line, keep=False) if line.id == wanted else line for line in description.lines)
    return msgspec.structs.replace(description, lines=tuple(lines))


def tidy_words(key: str, words: str) -> str:
    """The words as their part can hold them: the title and a line are on one line, a line and the benefits
    have no marks of a list.
    """
    if key == TITLE:
        return " ".join(words.split())
    if key.startswith(LINE):
        return drop_marks(" ".join(words.split()))
    return "\n".join(split_list(words)) if key == BENEFITS else mark_points(words.strip())
