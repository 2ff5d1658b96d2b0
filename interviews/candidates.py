"""What a candidate takes from a kit: how to prepare, and what to ask back."""

from django.utils.translation import gettext as _

from roles.kit.choices import Importance
from roles.kit.lists import join_with_and
from roles.kit.value import Kit


def list_preparation(kit: Kit) -> list[str]:
    """The steps by which to prepare for this role's interviews, as sentences."""
    needed = [skill.name for skill in kit.skills if skill.importance is Importance.HIGH]
    pick = _("Choose five or six examples of your own work that show what this role needs most.")
    if needed:
        pick = _("Choose five or six examples of your own work that show what this role needs most: %(skills)s.") % {
            "skills": ", ".join(needed)
        }
    return [
        pick,
        _("For each one, note the situation, what you decided, what you did yourself and the result, with a number."),
        _("Practice telling each story out loud in two minutes. Keep the details for the follow-up questions."),
        _("Read the questions below by competency, and match each one to one of your stories."),
        _(
            "For a case question, think out loud: ask who it’s for, state your assumptions, "
            "then choose and say what you’re leaving out."
        ),
        _("Prepare three questions of your own to ask at the end."),
    ]


def questions_back(kit: Kit) -> list[str]:
    """Questions that a candidate can ask, made from what the kit says about the role."""
    work = [part.name for part in kit.responsibilities[:3]]
    levels = [level.name for level in kit.levels]
    role = {"title": kit.short_title}
    asks = [_("Why is this %(title)s role open, and what would you like to see change?") % role]
    if kit.outcomes:
        asks.append(_("What should the %(title)s have accomplished after 30, 60 and 90 days?") % role)
    if len(work) > 1:
        asks.append(_("How is time split between %(work)s?") % {"work": join_with_and(work)})
    if len(levels) > 1:
        rungs = {"one": levels[0], "next": levels[1]}
        asks.append(_("What separates %(one)s from %(next)s here, and how does someone move up?") % rungs)
    return [
        *asks,
        _("Who would I work with most, and what do they need from this role?"),
        _("Which decisions would be mine, and which would I bring to someone else?"),
        _("How does the panel reach its decision, and when will I hear?"),
    ]
