"""Why a text cannot be read, in words for the person who brought it."""


class ReadingError(ValueError):
    """A text or file that cannot be read. Its message says why and what to do."""


class TooLargeError(ReadingError):
    """More than a job description would ever hold."""


class UnknownFileError(ReadingError):
    """A kind of file that is not read here."""


class DamagedFileError(ReadingError):
    """A file that is not what its name says, or is broken."""


class EmptyError(ReadingError):
    """A file or text without a word to read."""
