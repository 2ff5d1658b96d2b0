"""Named constraints that several models share, each with words for the person who meets it."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint


def runs_upwards(low: str, high: str, *, name: str) -> CheckConstraint:
    """Check that `high` is not below `low`; either may be null."""
    return CheckConstraint(
        condition=Q(**{f"{high}__gte": F(low)}) | Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True}),
        name=name,
        violation_error_message=f"The upper end ({high}) must not be below the lower end ({low}).",
    )


def once_per(parent: str, key: str, *, name: str) -> UniqueConstraint:
    """Check that `key` stands once under a parent, at the end of the transaction, so that rows can swap keys."""
    return UniqueConstraint(
        fields=[parent, key], name=name, violation_error_message=f"This {key} stands twice under one {parent}."
    )
