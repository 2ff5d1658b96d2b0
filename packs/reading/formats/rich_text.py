"""Rich Text Format (.rtf) as plain text."""

import re

from django.utils.translation import gettext as _
from striprtf.striprtf import rtf_to_text

from packs.reading.errors import DamagedFileError

# Pictures are written out in figures, hundreds of thousands of them.
_PICTURE = re.compile(r"(?:[0-9a-fA-F]{64,}\s*)+")
# What was deleted or hidden, and how a box is drawn.
_UNSEEN = re.compile(
    r"\{\\(?:deleted|v)(?![a-z0-9])[^{}]{0,5000}\}|\{\\sp\{\\sn [^{}]{0,200}\}\{\\sv [^{}]{0,5000}\}\}"
)
_BOX = re.compile(r"\{(?:\\\*)?\\shp(?:inst|txt)?(?![a-z])")  # a text box, which the library leaves out
_LINK = re.compile(
    r"\{\\\*\\fldinst[^\"]{0,200}HYPERLINK \"(?P<address>[^\"{}\\]{1,200})\"[^{}]{0,60}\}{1,2}\s{0,2}"
    r"\{\\fldrslt(?P<said>(?:[^{}]|\{[^{}]{0,300}\}){0,300})\}"
)


def read_rich_text(data: bytes) -> str:
    """The text of an .rtf file, with the address of a link after its words. Raises DamagedFileError for another kind of
    file.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise DamagedFileError(_("We can’t read this Rich Text file. Save it again, or paste its text."))
    text = _PICTURE.sub("", data.decode("cp1252", errors="replace"))
    text = _BOX.sub("{", _UNSEEN.sub("", text))
    text = _LINK.sub(_write_link, text).replace("{\\field", "{")  # which the library would look for once more
    try:
        return rtf_to_text(text, errors="replace")
    except (ValueError, LookupError, IndexError, AttributeError, OverflowError) as error:
        raise DamagedFileError(_("We can’t read this Rich Text file. Save it again, or paste its text.")) from error


def _write_link(match: re.Match[str]) -> str:
    address = match["address"].removeprefix("mailto:")
    return f"{{{match['said']}}}" if address in match["said"] else f"{{{match['said']} ({address})}}"
