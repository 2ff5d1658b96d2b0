"""What travels within every page, so that its first screen shows without a second request: styles, and the theme.

The content policy lets each through by its hash. Django's settings read them once, so this module needs none of those.
"""

import base64
import hashlib
import re
from pathlib import Path

_IMPORT = re.compile(r"""@import url\("([\w./-]+)"\) layer\((\w+)\);""")
_COMMENT = re.compile(r"/\*[^*]*\*/")
_SPACE = re.compile(r"\s+")
_AROUND_SIGNS = re.compile(r" ?([{};,>]) ?")


def read_styles(sheet: Path) -> str:
    """A style sheet with its imports in place, without comments and spare spaces. Reads the files."""

    def inline_sheet(found: re.Match[str]) -> str:
        return f"@layer {found[2]} {{{(sheet.parent / found[1]).read_text()}}}"

    return squeeze_styles(_IMPORT.sub(inline_sheet, sheet.read_text()))


def read_script(path: Path) -> str:
    """A script without its comments, and without spaces at the ends of its lines. Reads the file."""
    lines = (line.strip() for line in path.read_text().splitlines())
    return "".join(line for line in lines if not line.startswith("//"))


def squeeze_styles(css: str) -> str:
    """A style sheet without comments and spare spaces; it styles the same."""
    return _AROUND_SIGNS.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).strip()


def hash_for_policy(text: str) -> str:
    """The source expression by which a content policy allows exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
