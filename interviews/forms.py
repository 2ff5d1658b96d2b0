"""The filters of the interview questions of every role."""

from typing import Any

from django import forms

from interviews.models import QuestionEntry, QuestionEntryQuerySet
from roles.choices import QuestionKind

LONGEST_SEARCH = 200
ANY = ("", "Any")


class QuestionFilter(forms.Form):
    """Words, role, competency, kind and level, each optional. A value that is unknown filters nothing and is reported.

    `facets` are (role's slug, role's title, competency, level) of the questions there are.
    """

    q = forms.CharField(required=False, max_length=LONGEST_SEARCH, label="Search the questions")
    role = forms.ChoiceField(required=False)
    competency = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=[ANY, *QuestionKind.choices()])
    level = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, facets: list[tuple[str, str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = sorted({(slug, title) for slug, title, _, _ in facets}, key=lambda role: role[1])
        self._offer("role", roles)
        self._offer("competency", [(name, name) for name in sorted({competency for _, _, competency, _ in facets})])
        self._offer("level", [(name, name) for name in sorted({level for *_, level in facets if level})])

    def filter(self, questions: QuestionEntryQuerySet) -> QuestionEntryQuerySet:
        """The questions that fit the valid choices: the best first where words are given, else role by role."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        columns = {"role": "edition__slug", "competency": "competency", "kind": "kind", "level": "level"}
        given = {column: chosen[name] for name, column in columns.items() if chosen.get(name)}
        found = questions.filter(**given)
        return found.matching(chosen["q"]) if chosen.get("q") else found.order_by("edition__title", "position", "pk")

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [ANY, *choices]


def facets() -> list[tuple[str, str, str, str]]:
    """The roles, competencies and levels of live questions, as they occur together."""
    live = QuestionEntry.objects.live().order_by()
    return [*live.values_list("edition__slug", "edition__title", "competency", "level").distinct()]
