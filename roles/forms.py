"""The forms of the library: filters of its lists, and two roles to compare."""

from django import forms
from django.db.models import Q

from roles.choices import Demand
from roles.models import Edition, SearchEntry
from roles.models.edition import EditionQuerySet
from roles.models.search import SearchEntryQuerySet

EXPERIENCE = {
    "0-2": ("Up to 2 years", 0, 2),
    "3-5": ("3 to 5 years", 3, 5),
    "6-9": ("6 to 9 years", 6, 9),
    "10-50": ("10 years or more", 10, 50),
}


class RoleFilter(forms.Form):
    """Family, experience and demand, each optional. A value that is unknown filters nothing and is reported."""

    family = forms.ChoiceField(required=False)
    experience = forms.ChoiceField(
        required=False, choices=[("", "Any"), *((key, label) for key, (label, _, _) in EXPERIENCE.items())]
    )
    demand = forms.ChoiceField(required=False, choices=[("", "Any"), *Demand.choices()])

    def __init__(self, *args: object, families: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        self.fields["family"].choices = [("", "Any"), *((family, family) for family in families)]  # type: ignore[attr-defined]

    def filter(self, roles: EditionQuerySet) -> EditionQuerySet:
        """The roles that fit the valid choices."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("family"):
            roles = roles.filter(family=chosen["family"])
        if chosen.get("demand"):
            roles = roles.filter(demand=chosen["demand"])
        if chosen.get("experience"):
            _, least, most = EXPERIENCE[chosen["experience"]]
            open_end = Q(experience_max__isnull=True, experience_min__isnull=False)
            roles = roles.filter(Q(experience_max__gte=least) | open_end, experience_min__lte=most)
        return roles


def families() -> list[str]:
    """The families of the live roles, in order."""
    return [*Edition.objects.live().order_by("family").values_list("family", flat=True).distinct()]


class FaqFilter(forms.Form):
    """Topic and role, each optional."""

    topic = forms.ChoiceField(required=False)
    role = forms.ChoiceField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        answers = SearchEntry.objects.live().filter(kind="faq").order_by("group")
        topics = answers.values_list("group", flat=True).distinct()
        self.fields["topic"].choices = [("", "Any"), *((topic, topic) for topic in topics)]  # type: ignore[attr-defined]
        self.fields["role"].choices = [("", "Any"), *role_choices()]  # type: ignore[attr-defined]

    def filter(self, answers: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """The answers that fit the valid choices."""
        self.full_clean()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("topic"):
            answers = answers.filter(group=chosen["topic"])
        if chosen.get("role"):
            answers = answers.filter(edition__slug=chosen["role"])
        return answers


class ComparisonForm(forms.Form):
    """Two different live roles."""

    a = forms.ChoiceField(label="One role")
    b = forms.ChoiceField(label="The other role")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        roles = [("", "Choose a role"), *role_choices()]
        for name in ("a", "b"):
            self.fields[name].choices = roles  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Refuse a role beside itself."""
        chosen = super().clean() or {}
        if chosen.get("a") and chosen.get("a") == chosen.get("b"):
            self.add_error("b", "Choose another role than the first one.")
        return chosen


def role_choices() -> list[tuple[str, str]]:
    """The slug and title of every live role, by title."""
    return [*Edition.objects.live().order_by("title").values_list("slug", "title")]
