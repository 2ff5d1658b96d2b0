"""A job description that was uploaded, as the lines of a role's template."""

from collections.abc import Iterator

from packs.posting.value import Kind, Posting
from roles.kit.choices import Section

LONGEST_LINE = 500  # characters, as of a line in a kit
SECTIONS = {
    Kind.COMPANY: Section.ABOUT,
    **{kind: Section(kind.value) for kind in Kind if kind.value in [section.value for section in Section]},
}


def list_template_lines(posting: Posting) -> Iterator[tuple[Section, str]]:
    """Each line of a posting that a template has a section for, as (section, text), in the template's order."""
    found = [
        (SECTIONS[section.kind], line.text[:LONGEST_LINE].strip())
        for section in posting.sections
        if section.kind in SECTIONS
        for line in section.lines
    ]
    order = [*Section]
    yield from sorted((pair for pair in found if pair[1]), key=lambda pair: order.index(pair[0]))


def list_left_out(posting: Posting) -> list[str]:
    """What a template has no section for: the headings of those sections, or what they are about."""
    return [section.heading or section.kind.value for section in posting.sections if section.kind not in SECTIONS]
