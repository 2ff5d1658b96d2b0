"""The vocabulary of skills on the desk: editors change it, and choose from it in the table of a role's skills."""

from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec
from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from roles.admin.part_pages.lock import LockedForm
from roles.admin.texts import VOCABULARY, Helped
from roles.models.vocabulary import VocabularySkill
from roles.models.working_copy import Skill
from roles.skills.storing import list_skills, restore_shipped_skills
from roles.skills.value import ElementLine, read_shipped_skills

NO_SKILL = ("", "None of them")


def build_skill_field(**kwargs: Any) -> forms.TypedChoiceField:
    """A field that takes the slug of a shared skill, chosen by its name under its group; one query."""
    groups = [
        (group, [(skill.slug, skill.name) for skill in members])
        for group, members in groupby(list_skills(), key=attrgetter("group"))
    ]
    return forms.TypedChoiceField(choices=[NO_SKILL, *groups], required=False, empty_value=None, **kwargs)


class VocabularySkillForm(LockedForm):
    """A skill of the vocabulary, with its O*NET elements as lines of an ID and a name."""

    def clean_elements(self) -> list[str]:
        """The lines of elements. Raises ValidationError for a line that isn't an O*NET element."""
        lines: list[str] = self.cleaned_data["elements"]
        try:
            return msgspec.convert(lines, list[ElementLine])
        except msgspec.ValidationError as error:
            raise forms.ValidationError("Write an ID and a name on each line, such as 2.B.3.e Programming.") from error


@admin.register(VocabularySkill)
class VocabularySkillAdmin(Helped, admin.ModelAdmin):
    """The desk of shared skills. Readers see a change at once, and a skill that an editor has saved is never updated
    from what ships.
    """

    form = VocabularySkillForm
    help_texts = VOCABULARY
    fields = [*VOCABULARY, "written_by", "seen_version"]
    list_display = ["name", "group", "written_by"]
    list_filter = ["group", "written_by"]
    search_fields = ["name", "definition"]
    prepopulated_fields = {"slug": ["name"]}
    actions = ["take_back_words"]

    def get_readonly_fields(self, request: HttpRequest, obj: VocabularySkill | None = None) -> list[str]:
        """The fields that can't be changed: who wrote the words, and the slug once the skill is stored, because kits
        name it.
        """
        return ["slug", "written_by"] if obj else ["written_by"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: VocabularySkill | None = None) -> dict[str, Any]:
        """For a new skill, the slug is filled in from the name."""
        return {} if obj else {"slug": ["name"]}

    def has_delete_permission(self, request: HttpRequest, obj: VocabularySkill | None = None) -> bool:
        """Whether the skill may be deleted: not one that ships, which would come back at the next start, nor one that a
        role wants. One query for a single skill.
        """
        if obj is None:
            return False
        ships = obj.slug in {skill.slug for skill in read_shipped_skills()}
        is_wanted = Skill.objects.filter(shared=obj.slug).exists()
        return not (ships or is_wanted) and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: VocabularySkill, form: Any, change: bool) -> None:
        """Save the skill, and note that an editor wrote it, so that updates leave it alone."""
        obj.written_by = VocabularySkill.WrittenBy.EDITOR
        obj.changed_at = Now()
        super().save_model(request, obj, form, change)

    @admin.action(description="Restore Rolebook’s own words", permissions=["change"])
    def take_back_words(self, request: HttpRequest, rows: QuerySet[VocabularySkill]) -> None:
        """Put back the words that ship over what editors wrote in the chosen skills, and say how many changed."""
        count = restore_shipped_skills({*rows.values_list("slug", flat=True)})
        messages.success(request, f"Rolebook’s own words are back: {count} of {rows.count()} ship with it.")
