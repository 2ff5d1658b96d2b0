"""The closed vocabularies of a job description, shared by the value, the forms and the document."""

from roles.choices import Choice


class Workplace(Choice):
    """Where the work is done, in a word."""

    ON_SITE = "on-site", "On site"
    HYBRID = "hybrid", "Hybrid"
    REMOTE = "remote", "Remote"


class Employment(Choice):
    """The kind of contract, in the words of schema.org JobPosting."""

    FULL_TIME = "FULL_TIME", "Full-time"
    PART_TIME = "PART_TIME", "Part-time"
    CONTRACTOR = "CONTRACTOR", "Contract"
    TEMPORARY = "TEMPORARY", "Temporary"
    INTERN = "INTERN", "Internship"


class Period(Choice):
    """The time that a pay figure is for, in the words of schema.org JobPosting; the label follows the figure."""

    YEAR = "YEAR", "a year"
    MONTH = "MONTH", "a month"
    WEEK = "WEEK", "a week"
    DAY = "DAY", "a day"
    HOUR = "HOUR", "an hour"


class Need(Choice):
    """How much a hiring manager needs a skill. The first three are the importances of a kit."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    OPTIONAL = "optional", "Optional"
    NOT_NEEDED = "not-needed", "Not needed"


class Vacancy(Choice):
    """Whether there is a job to fill now; the label is the sentence that the posting says."""

    EXISTING = "existing", "This posting is for an existing vacancy."
    FUTURE = (
        "future",
        "This posting is not for an existing vacancy. We keep a list of people for later openings.",
    )


class Screening(Choice):
    """Whether artificial intelligence takes part in the choice; the label is the sentence that the posting says."""

    USED = "used", "We use artificial intelligence to screen, assess or select applicants."
    NOT_USED = "not-used", "We do not use artificial intelligence to screen, assess or select applicants."
