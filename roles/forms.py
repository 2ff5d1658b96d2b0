"""The filters of the list of roles."""

from django import forms
from django.db.models import Q

from roles.choices import Demand
from roles.models import Edition
from roles.models.edition import EditionQuerySet

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
