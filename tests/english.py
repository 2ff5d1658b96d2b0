"""Words and phrases that the project's own texts keep clear of: British, dated, or translated word for word."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

# Each line: what must not come back, as a regular expression, and what to write instead.
BANNED = {
    r"whom": "who, or turn the sentence around",
    r"whilst": "while",
    r"amongst": "among",
    r"anew": "again, from the start",
    r"for ever": "forever",
    r"mend(?:s|ed|ing)?": "fix, correct",
    r"told apart": "distinguished",
    r"(?<!an )(?<!the )(?<!one )(?<!different )(?<!no )answers? for(?! every| each| people)": "owns",
    r"afterwards": "afterward",
    r"behaviours?": "behavior",
    r"colours?|coloured": "color, colored",
    r"favourites?|favour(?:s|ed)?": "favorite, favor",
    r"licence": "license",
    r"judgement": "judgment",
    r"(?:summar|custom|organ|recogn|real|final|general)is(?:e|es|ed|ing)": "-ize",
    r"parted by": "separated by",
    r"to be repaired": "needs repair",
    r"link is out": "link has leaked",
    r"who saves second": "when two people save, the second",
    r"there is nothing to be": "you can't, nothing needs",
    r"no page here": "this page doesn't exist",
    r"as far as a source says so": "where a source says so",
    r"hand work in": "deliver work",
    r"technology chief": "CTO",
    r"on-call rota": "on-call rotation",
    r"if the post is": "for a ... role",
    r"no blank is left that": "all blanks that",
    r"to throw away": "temporary",
    r"takes? the place of": "replaces",
    r"in the place of": "in place of, instead of",
    r"(?:revenue|finance|people) chief": "CRO, CFO, CHRO",
    r"answers to the chief executive": "reports to the CEO",
    r"lost customers": "churned customers",
    r"first hand": "firsthand",
    r"walk-throughs?": "walkthrough",
    r"hand-?overs?": "handoff",
    r"(?:back|front)-end(?! engineer)": "backend, frontend",
    r"a name and a network": "a strong network",
    r"carry over": "are reused",
    r"data[ -]sets?": "dataset",
    r"upon": "on",
    r"hitherto|thereof|therein|wherein|whereby|hence|thus|nought|ere": "plain words",
}
_BANNED = re.compile("|".join(rf"(?<![\w-])(?:{words})(?![\w-])" for words in BANNED), re.IGNORECASE)


def find_banned(text: str) -> list[str]:
    """The banned words and phrases in a text, in their order, as they are written there.

    Line breaks count as spaces. What stands between backquotes is code, which may say anything.
    """
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    return _BANNED.findall(" ".join(prose.split()))


def read_comments(source: str) -> Iterator[str]:
    """The comments of a Python text, without their #."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string.lstrip("# ")


def read_docstrings(source: str) -> Iterator[str]:
    """The docstrings of a Python text: the module's, the classes' and the functions'."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
        if not isinstance(node, ast.expr):  # which holds none
            waiting.extend(ast.iter_child_nodes(node))
