"""The closed vocabularies of a job description, shared by the value, the forms and the document.

A label is in the site's language in a form, and in the language of kits where a document is composed.
"""

from django.utils.translation import gettext_lazy as _

from roles.kit.choices import Choice


class Need(Choice):
    """How much a hiring manager needs a skill. The first three are the importances of a kit."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    OPTIONAL = "optional", _("Optional")
    NOT_NEEDED = "not-needed", _("Not needed")


class Vacancy(Choice):
    """Whether there is a job to fill now; the label is the sentence that the posting says."""

    EXISTING = "existing", _("This posting is for an existing vacancy.")
    FUTURE = (
        "future",
        _("This posting is not for an existing vacancy. We keep a list of people for later openings."),
    )


class Screening(Choice):
    """Whether artificial intelligence takes part in the choice; the label is the sentence that the posting says."""

    USED = "used", _("We use artificial intelligence to screen, assess or select applicants.")
    NOT_USED = "not-used", _("We do not use artificial intelligence to screen, assess or select applicants.")
