"""What a candidate takes from a kit: how to prepare, and what to ask back."""

from roles.choices import Importance
from roles.kit import Kit


def preparation(kit: Kit) -> list[str]:
    """How to prepare for the interviews of this role, in steps."""
    needed = [skill.name for skill in kit.skills if skill.importance is Importance.HIGH]
    skills = f": {', '.join(needed)}" if needed else ""
    return [
        f"Pick five or six pieces of your own work that show what this role needs most{skills}.",
        "For each one, note the situation, what you decided, what you did yourself and what came of it, with a figure.",
        "Say each story aloud in two minutes. Keep the details for the follow-up questions.",
        "Read the questions below by competency, and see which of your stories answers which.",
        "For a case, think aloud: ask who it is for, name your assumptions, then choose and say what you leave out.",
        "Choose three questions of your own to ask at the end.",
    ]


def questions_back(kit: Kit) -> list[str]:
    """Questions that a candidate can ask, from what the kit says of the role."""
    work = [part.name for part in kit.responsibilities[:3]]
    levels = [level.name for level in kit.levels]
    asks = [f"Why is this {kit.short_title} role open, and what would you like to see change?"]
    if kit.outcomes:
        asks.append(f"What should a {kit.short_title} here have done after 30, 60 and 90 days?")
    if len(work) > 1:
        asks.append(f"How does the time divide between {', '.join(work[:-1])} and {work[-1]}?")
    if len(levels) > 1:
        asks.append(f"What separates {levels[0]} from {levels[1]} here, and how does someone move up?")
    return [
        *asks,
        "Who would I work with most, and what do they need from this role?",
        "Which decisions would be mine, and which would I bring to someone else?",
        "How does the panel reach its decision, and when will I hear?",
    ]
