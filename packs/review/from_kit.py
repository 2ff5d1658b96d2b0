"""What a role's kit adds to a posting: its own terms, and the pay and experience of a level."""

from packs.posting.facts import StatedPay, YearsRange
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from roles.kit import choices
from roles.kit.figures import fill_total
from roles.kit.language import written_in
from roles.kit.value import Kit

_PROSE = frozenset({choices.Section.ABOUT, choices.Section.COMPENSATION})


def role_terms(kit: Kit) -> tuple[str, ...]:
    """The role's own terms: its titles, its skills and what they cover, and the names of its responsibilities."""
    skills = [text for skill in kit.skills for text in (skill.name, skill.covers)]
    duties = [responsibility.name for responsibility in kit.responsibilities]
    return (kit.title, *kit.aliases, *skills, *duties)


def find_benchmark(kit: Kit, level: str) -> StatedPay | None:
    """The pay range of a level, or None where the kit has none."""
    for row in kit.benchmarks:
        if level and row.level == level:
            return StatedPay(low=row.low, high=row.high, currency=row.currency)
    return None


def find_experience(kit: Kit, level: str) -> YearsRange | None:
    """The years of experience at a level, or else those of the role; None where the kit has neither."""
    for rung in kit.levels:
        if rung.name == level and (rung.experience_min, rung.experience_max) != (None, None):
            return YearsRange(rung.experience_min, rung.experience_max)
    if (kit.experience_min, kit.experience_max) == (None, None):
        return None
    return YearsRange(kit.experience_min, kit.experience_max)


def template_posting(kit: Kit, level: str = "") -> Posting:
    """The kit's template as a posting in its own language, with its blanks."""
    with written_in(kit.language):
        return _build_posting(kit, level)


def _build_posting(kit: Kit, level: str) -> Posting:
    sections = []
    for section in choices.Section:
        lines = tuple(
            PostingLine(fill_total(kit, line).text, section not in _PROSE) for line in kit.list_lines(section)
        )
        if lines:
            sections.append(PostingSection(kind=Kind(section.value), heading=section.label, lines=lines))
    return Posting(
        title=kit.title,
        sections=tuple(sections),
        level=level,
        years=find_experience(kit, level),
        benchmark=find_benchmark(kit, level),
        role_terms=role_terms(kit),
        language=kit.language,
    )
