"""Log lines as JSON, one object a line, without the private part of an address."""

import json
import logging
import re

PRIVATE = re.compile(r"/(packs|shared)/[^/\s\"']+")
ROW = re.compile(r"(?s)(DETAIL: +Failing row contains ).*?(?=\n\nThe above exception|\n\nDuring handling|\Z)")


class Json(logging.Formatter):
    """Time, level, logger and message; the traceback too where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line. The token of a saved pack is a key to it, and is left out."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            # PostgreSQL quotes the row that a constraint refuses: what somebody typed stands in it
            line["traceback"] = ROW.sub(r"\1...", self.formatException(record.exc_info))
        return PRIVATE.sub(r"/\1/...", json.dumps(line, ensure_ascii=False))
