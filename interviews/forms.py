"""The filters of the interview questions of every role."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.models import QuestionEntry, QuestionEntryQuerySet
from roles.kit.choices import QuestionKind
from roles.pages.forms import ANY, offer_choices

LONGEST_SEARCH = 200


class QuestionFilter(forms.Form):
    """Narrows a list of questions by words, role, competency, kind and level, each optional. An unknown value is
    reported and narrows nothing.

    `facets` are the (role's slug, role's title, competency, level) of the questions.
    """

    q = forms.CharField(required=False, max_length=LONGEST_SEARCH, label=_("Search the questions"))
    role = forms.ChoiceField(required=False, label=_("Role"))
    competency = forms.ChoiceField(required=False, label=_("Competency"))
    kind = forms.ChoiceField(required=False, label=_("Kind"), choices=[ANY, *QuestionKind.list_choices()])
    level = forms.ChoiceField(required=False, label=_("Level"))

    def __init__(self, *args: Any, facets: list[tuple[str, str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = sorted({(slug, title) for slug, title, *_others in facets}, key=lambda role: role[1])
        offer_choices(self, "role", [ANY, *roles])
        competencies = sorted({competency for _slug, _title, competency, _level in facets})
        offer_choices(self, "competency", [ANY, *((name, name) for name in competencies)])
        levels = sorted({level for *_other, level in facets if level})
        offer_choices(self, "level", [ANY, *((name, name) for name in levels)])

    def filter_questions(self, questions: QuestionEntryQuerySet) -> QuestionEntryQuerySet:
        """Narrow a query for questions by the valid choices: the best match first where words are given, otherwise role
        by role. Runs no query.
        """
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        columns = {"role": "edition__slug", "competency": "competency", "kind": "kind", "level": "level"}
        given = {column: chosen[name] for name, column in columns.items() if chosen.get(name)}
        found = questions.filter(**given)
        return (
            found.filter_matching(chosen["q"])
            if chosen.get("q")
            else found.order_by("edition__title", "position", "pk")
        )


def list_facets() -> list[tuple[str, str, str, str]]:
    """Each combination of role, competency and level that live questions have: (slug, title, competency, level). One
    query.
    """
    live = QuestionEntry.objects.live().order_by()
    return [*live.values_list("edition__slug", "edition__title", "competency", "level").distinct()]
