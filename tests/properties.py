"""How many examples a property is tried on."""

from typing import Any

from hypothesis import settings


def at_most(examples: int, **others: Any) -> settings:
    """Settings for a property that takes long: so many examples, and fewer where the profile in use has fewer."""
    return settings(max_examples=min(examples, settings().max_examples), **others)
