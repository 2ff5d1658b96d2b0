"""Skills first: how much each skill is needed decides which lines ask for it, and where."""

from collections.abc import Iterable, Mapping

import msgspec
from django.utils.translation import gettext as _

from packs.description.value import DescriptionLine, Need, kit_needs
from roles.kit.choices import Section
from roles.kit.value import Kit

type Needs = Mapping[str, Need]

ASKING = frozenset({Section.REQUIRED, Section.NICE_TO_HAVE})  # the duties stay: they say what the job is
_ORDER = [*Need]


def follow_needs(
    lines: Iterable[DescriptionLine], kit: Kit, before: Needs, after: Needs
) -> tuple[DescriptionLine, ...]:
    """The lines after the needs changed: each that asks for a changed skill follows the one needed most.

    High asks for it among the requirements, Optional among the nice-to-haves, Medium where the template does (or
    among the requirements, where the kit calls the skill optional). Not needed drops a line that asks for nothing
    else; a need that returns brings back the lines that had gone with it. Lines of other sections, lines added by
    hand and lines whose skills did not change stay as they are, and so does the order.
    """
    before, after = {**kit_needs(kit), **before}, {**kit_needs(kit), **after}
    return tuple(_follow_line(line, kit, before, after) for line in lines)


def list_warnings(kit: Kit, needs: Needs) -> list[str]:
    """A sentence for each skill that the kit calls optional and that is asked for as a must."""
    editors = kit_needs(kit)
    sentence = _("%(skill)s is optional for most %(role)s roles, but you list it as a requirement.")
    return [
        sentence % {"skill": skill.name, "role": kit.short_title}
        for skill in kit.skills
        if editors[skill.name] is Need.OPTIONAL and needs.get(skill.name) in (Need.HIGH, Need.MEDIUM)
    ]


def _follow_line(line: DescriptionLine, kit: Kit, before: Needs, after: Needs) -> DescriptionLine:
    skills = skills_of(line, kit)
    if line.section not in ASKING or all(before[skill] is after[skill] for skill in skills):
        return line
    was, now = _choose_need(skills, before), _choose_need(skills, after)
    if now is Need.NOT_NEEDED:
        return msgspec.structs.replace(line, keep=False)
    keep = line.keep or was is Need.NOT_NEEDED
    return msgspec.structs.replace(line, keep=keep, section=_choose_section(line, kit, skills, now))


def _choose_section(line: DescriptionLine, kit: Kit, skills: list[str], now: Need) -> Section:
    if now is Need.OPTIONAL:
        return Section.NICE_TO_HAVE
    editors = _choose_need(skills, kit_needs(kit))
    raised = editors is not now and (now is Need.HIGH or editors is Need.OPTIONAL)
    if raised or line.origin is None:
        return Section.REQUIRED
    template = kit.job_description[line.origin].section
    return template if template in ASKING else line.section


def skills_of(line: DescriptionLine, kit: Kit) -> list[str]:
    """The skills that a line asks for, as its template names them, without those that the kit does not list."""
    if line.origin is None or not 0 <= line.origin < len(kit.job_description):
        return []
    listed = {skill.name for skill in kit.skills}
    return [name for name in kit.job_description[line.origin].skills if name in listed]


def _choose_need(skills: Iterable[str], needs: Needs) -> Need:
    return min((needs[skill] for skill in skills), key=_ORDER.index)
