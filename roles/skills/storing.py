"""The vocabulary as rows: what ships is loaded at each start, and what an editor wrote is never overwritten."""

from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models.functions import Now

from roles.kit.errors import InvalidField
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.vocabulary import SkillUse, VocabularySkill
from roles.skills.value import SharedSkill, read_shipped_skills

# A whole number of SQL: it changes with every save, and with every row that comes or goes.
SKILLS_STATE = (
    "SELECT COUNT(*) + COALESCE(SUM(EXTRACT(EPOCH FROM changed_at) * 1000000), 0)::bigint FROM roles_vocabularyskill"
)
WrittenBy = VocabularySkill.WrittenBy


@transaction.atomic
def store_skills(skills: Iterable[SharedSkill], *, overwrite: bool = False) -> int:
    """Store skills that are missing or have changed, all at once, and return how many rows that was. Two queries at
    most.

    Words that an editor wrote stay, unless `overwrite` is set. A skill that differs from the one that ships counts as
    an editor's, so that a later start leaves it alone.
    """
    shipped = {skill.slug: skill for skill in read_shipped_skills()}
    rows = {row.slug: row for row in VocabularySkill.objects.select_for_update()}
    changed: list[VocabularySkill] = []
    for skill in skills:
        row = rows.get(skill.slug)
        if row and (read_skill(row) == skill or (row.written_by == WrittenBy.EDITOR and not overwrite)):
            continue
        by = WrittenBy.ROLEBOOK if shipped.get(skill.slug) == skill else WrittenBy.EDITOR
        plain = {name: getattr(skill, name) for name in SharedSkill.__struct_fields__}
        changed.append(VocabularySkill(**plain, written_by=by, changed_at=Now()))
    every = [field.name for field in VocabularySkill._meta.fields if not field.primary_key]
    VocabularySkill.objects.bulk_create(changed, update_conflicts=True, unique_fields=["slug"], update_fields=every)
    return len(changed)


def restore_shipped_skills(slugs: Collection[str]) -> int:
    """Put back the words that ship over what editors wrote in skills with these slugs. Returns how
    many of them ship.
    """
    found = [skill for skill in read_shipped_skills() if skill.slug in slugs]
    store_skills(found, overwrite=True)
    VocabularySkill.objects.filter(slug__in=[skill.slug for skill in found]).update(written_by=WrittenBy.ROLEBOOK)
    return len(found)


def list_skills() -> list[SharedSkill]:
    """The vocabulary by group and name, or what ships where none is stored. One query."""
    return [read_skill(row) for row in VocabularySkill.objects.all()] or [*read_shipped_skills()]


def read_skill(row: VocabularySkill) -> SharedSkill:
    """The value of a stored row of the vocabulary."""
    return SharedSkill(**{name: getattr(row, name) for name in SharedSkill.__struct_fields__})


def find_unknown_skills(kit: Kit) -> Iterator[InvalidField]:
    """An error for each skill of a kit that names a shared skill that doesn't exist. One query at most."""
    if not any(skill.shared for skill in kit.skills):
        return
    known = {skill.slug for skill in list_skills()}
    for i, skill in enumerate(kit.skills):
        if skill.shared and skill.shared not in known:
            yield InvalidField(("skills", i, "shared"), f"the vocabulary has no skill {skill.shared!r}")


def index_skills(edition: Edition, kit: Kit) -> None:
    """Store a row for each shared skill that an edition wants at a level."""
    SkillUse.objects.bulk_create(
        SkillUse(
            edition=edition,
            shared=skill.shared,
            name=skill.name,
            importance=skill.importance,
            proficiency=skill.proficiency,
        )
        for skill in kit.skills
        if skill.shared and skill.proficiency
    )
