"""The forms of the library: filters of its lists, and two roles to compare."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roles.kit.choices import Demand
from roles.kit.language import kit_attributes
from roles.models.edition import Edition, EditionQuerySet
from roles.models.search import SearchEntry, SearchEntryQuerySet

ANY = ("", _("Any"))
EXPERIENCE_CHOICES = {
    "0-2": (_("Up to 2 years"), 0, 2),
    "3-5": (_("3 to 5 years"), 3, 5),
    "6-9": (_("6 to 9 years"), 6, 9),
    "10-50": (_("10 years or more"), 10, 50),
}


def offer_choices(form: forms.BaseForm, name: str, choices: Sequence[tuple[str, str | Promise]]) -> None:
    """Set the choices of a form's field, whose labels are in the language of kits."""
    field: Any = form.fields[name]
    field.choices = choices
    field.widget.attrs |= kit_attributes()


class RoleFilter(forms.Form):
    """Narrows a list of roles by family, experience and demand, each optional. An unknown value is reported and narrows
    nothing.
    """

    family = forms.ChoiceField(required=False, label=_("Family"))
    experience = forms.ChoiceField(
        required=False,
        label=_("Experience"),
        choices=[ANY, *((key, label) for key, (label, *_ends) in EXPERIENCE_CHOICES.items())],
    )
    demand = forms.ChoiceField(required=False, label=_("Demand"), choices=[ANY, *Demand.list_choices()])

    def __init__(self, *args: object, families: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        offer_choices(self, "family", [ANY, *((family, family) for family in families)])

    def filter_roles(self, roles: EditionQuerySet) -> EditionQuerySet:
        """Narrow a query for roles by the choices that are valid; others are left aside. Runs no query."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("family"):
            roles = roles.filter(family=chosen["family"])
        if chosen.get("demand"):
            roles = roles.filter(demand=chosen["demand"])
        if chosen.get("experience"):
            _words, least, most = EXPERIENCE_CHOICES[chosen["experience"]]
            open_end = Q(experience_max__isnull=True, experience_min__isnull=False)
            roles = roles.filter(Q(experience_max__gte=least) | open_end, experience_min__lte=most)
        return roles


def list_families() -> list[str]:
    """The families of the live roles, by name. One query."""
    return [*Edition.objects.shown().order_by("family").values_list("family", flat=True).distinct()]


class FaqFilter(forms.Form):
    """Narrows a list of answers by topic and role, each of which may be left open."""

    topic = forms.ChoiceField(required=False, label=_("Topic"))
    role = forms.ChoiceField(required=False, label=_("Role"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        answers = SearchEntry.objects.live().filter(kind="faq").order_by("group")
        topics = answers.values_list("group", flat=True).distinct()
        offer_choices(self, "topic", [ANY, *((topic, topic) for topic in topics)])
        offer_choices(self, "role", [ANY, *role_choices()])

    def filter_answers(self, answers: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Narrow a query for answers by the choices that are valid; others are left aside. Runs no query."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("topic"):
            answers = answers.filter(group=chosen["topic"])
        if chosen.get("role"):
            answers = answers.filter(edition__slug=chosen["role"])
        return answers


class ComparisonForm(forms.Form):
    """Two different live roles to compare."""

    a = forms.ChoiceField(label=_("One role"))
    b = forms.ChoiceField(label=_("The other role"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        roles: list[tuple[str, str | Promise]] = [("", _("Choose a role")), *role_choices()]
        for name in ("a", "b"):
            offer_choices(self, name, roles)

    def clean(self) -> dict[str, object]:
        """The cleaned data. Adds an error where both roles are the same."""
        chosen = super().clean() or {}
        if chosen.get("a") and chosen.get("a") == chosen.get("b"):
            self.add_error("b", _("Choose a role other than the first one."))
        return chosen


def role_choices() -> list[tuple[str, str]]:
    """The (slug, title) of every live role, by title. One query."""
    return [*Edition.objects.shown().order_by("title").values_list("slug", "title")]
