"""Why a text cannot be read, in words for the person who brought it."""


class ReadingError(ValueError):
    """A text or file that can't be read; the message says why and what to do."""


class TooLargeError(ReadingError):
    """The file or text is larger than a job description ever is."""


class UnknownFileError(ReadingError):
    """The file is of a kind that can't be read here."""


class DamagedFileError(ReadingError):
    """The file is damaged, or isn't of the kind that its name says."""


class EmptyError(ReadingError):
    """The file or text has no words."""
