"""Log lines as JSON, one object a line, without the private part of an address and without who asked."""

import json
import logging
import re

# However often a slash is typed and in whatever case; quoted or not, the rest of the line goes with it.
PRIVATE = re.compile(r"(?i)/(packs|shared|previews|passwords|company)/+[^/\s\"'][^/\n\"']*")
TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])", re.ASCII)  # 256 bits, as a token and a signature are written
ROW = re.compile(r"(?s)(DETAIL: +Failing row contains ).*?(?=\n\nThe above exception|\n\nDuring handling|\Z)")
UNREADABLE = re.compile(r"(?s)(Invalid request) from ip=.*")  # gunicorn says who sent it, and what
REFUSED_REQUESTS = "django.security."  # the loggers of requests that Django refuses, one for each reason


class Json(logging.Formatter):
    """Formats a log record as JSON: time, level, logger, message, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON. Tokens of saved packs are masked, because a token opens its pack."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": mask_private(record.getMessage()),
        }
        if record.exc_info:
            # PostgreSQL quotes the row that a constraint refuses: what somebody typed stands in it
            line["traceback"] = mask_private(ROW.sub(r"\1...", self.formatException(record.exc_info)))
        return json.dumps(line, ensure_ascii=False)


def mask_private(text: str) -> str:
    """A text without the tokens that open a pack or a preview, and without the sender of an unreadable request."""
    return TOKEN.sub("...", PRIVATE.sub(r"/\1/...", UNREADABLE.sub(r"\1", text)))


class RefusalFilter(logging.Filter):
    """Turns the error of a request that Django refuses, such as one for a foreign host, into a warning without a
    traceback and without what was sent: anybody can send one.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True. Changes the record of a refused request into a warning without its traceback
        and what was sent.
        """
        if record.name.startswith(REFUSED_REQUESTS) and record.levelno >= logging.ERROR:
            record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
            record.msg, record.args = "Refused a request: %s", (record.name.removeprefix(REFUSED_REQUESTS),)
        return True
