"""The closed vocabularies of a job description, shared by the value, the forms and the document.

A label is in the site's language in a form, and in the language of kits where a document is composed.
"""

from django.utils.translation import gettext_lazy as _

from roles.kit.choices import Choice


class Workplace(Choice):
    """Where the work is done, in a word."""

    ON_SITE = "on-site", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class Employment(Choice):
    """The kind of contract, in the words of schema.org JobPosting."""

    FULL_TIME = "FULL_TIME", _("Full-time")
    PART_TIME = "PART_TIME", _("Part-time")
    CONTRACTOR = "CONTRACTOR", _("Contract")
    TEMPORARY = "TEMPORARY", _("Temporary")
    INTERN = "INTERN", _("Internship")


class Period(Choice):
    """The time that a pay figure is for, in the words of schema.org JobPosting; the label follows the figure."""

    YEAR = "YEAR", _("a year")
    MONTH = "MONTH", _("a month")
    WEEK = "WEEK", _("a week")
    DAY = "DAY", _("a day")
    HOUR = "HOUR", _("an hour")


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
