"""The signs of what people type or paste into a form that are no words: what starts the lines of a list, and characters
of no width.
"""

import re

# No width, no sign of its own: zero-width space, soft hyphen, word joiner, mark of byte order. Other scripts need
# joiners and marks of direction, and so do emoji; between Latin letters they only part a word.
_NO_WIDTH = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff]|(?<=[A-Za-z])[\u034f\u200c-\u200f\ufe00-\ufe0f]+(?=[A-Za-z])"
)
# These start nothing but points of a list, so that no space has to follow; private ones are those of symbol fonts.
_SURE = (
    "•·‣⁃⁌⁍⦁⦾⦿∙・»›⚫⚪⚬✅☐☑☛☞👉🔹🔸🔷🔶🔘🔴🔵🟠-🟫"  # noqa: RUF001
    "\u2190-\u21ff\u2460-\u2473\u25a0-\u25ff\u2605\u2606\u2713-\u2718\u2726-\u2756\u2776-\u27be\u2b00-\u2bff\uf000-\uf0ff"
)
# In a text, these start a point where the next line has one too, or where a tab follows: "o" is also a Spanish word.
_LIKELY_SIGN = re.compile(r"\A\s*([–—‐‑−·－＊°¤§Øüo])(?=(\s)\s*[^\W_])")  # noqa: RUF001
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")  # those that don't break stay
_BESIDE = "\u200b\u2060\ufeff"  # which pages set beside a bullet
_SURE_SIGN = re.compile(rf"\A[\s{_BESIDE}]*(?:[{_SURE}]\ufe0f?|\d\ufe0f?\u20e3|&(?:bull|#8226|#x2022);)[\s{_BESIDE}]*")
# What symbol fonts write as letters becomes those letters where the font is lost: a square is §, an arrow Ø, a tick ü.
_SIGN = re.compile(
    r"\A\s*(?:(?:[-*+>~–—‐‑−·－＊°¤]|o)\s+(?:\[[ xX]\]\s+)?(?=\S)|\[[ xX]\]\s+(?=\S)"  # noqa: RUF001
    r"|[§Øü]\s+(?=[^\W\d])|[vqn]\s+(?=[A-Z])|[-–](?=[^\W\d_])"
    r"|\(?(?:[a-h]|i{1,3}|i?v|vi{1,3}|ix|x)\)\s+(?=[^\W\d_])|(?:[a-h]|i{1,3}|i?v|vi{1,3}|ix|x)\.\s+(?=[A-Z]))"
)
_ALONE = re.compile(rf"\A\s*(?:[{_SURE}]\ufe0f?|[-*–—])\s*\Z")
_NUMBER = re.compile(r"\A\s*\(?(\d{1,2})(?:[.)]|\.[-)]|[-:º°](?=\s+[^\W\d_]))\s+(?=\S)")
_INSIDE = re.compile(rf"(?<!\s)\s+[{_SURE}]\ufe0f?\s+")
POINT = "- "  # what the site itself writes before a point of a list inside of a text
_MOST_MARKS = 3  # before one point: a list that was pasted into a list has two
_MONTH = (
    r"(?:jan(?:uary?)?|enero|feb(?:ruary?|rero)?|m[aä]r(?:ch|z|zo)?|apr(?:il)?|abril|ma(?:yo?|i)|ju[nl](?:[yei]|io)?|aug(?:ust)?"
    r"|agosto|sep(?:t|tember|tiembre)?|o[ck]t(?:ober|ubre)?|nov(?:ember|iembre)?|de[cz](?:ember)?|dic(?:iembre)?)\b"
)
# A number before words counts points, unless it is the day of a date.
_COUNTED = re.compile(rf"\A\s*\(?\d{{1,2}}(?:[.):º]|\.?-|\.\))\s+(?!{_MONTH})(?=[^\W\d_])", re.IGNORECASE)
_COUNTED_INSIDE = re.compile(r"(?<=\S)\s\(?(\d{1,2})[.)]\s(?=[^\W\d_])")
_FEWEST_COUNTED = 3  # points in one line, which is otherwise a sentence that ends with a number
_LEAST_WRAPPED = 60  # characters of a line that whatever it was copied from may have wrapped
_SENTENCE_END = (".", "!", "?", ":", ";")


def drop_no_width(text: str) -> str:
    """A text without the characters of no width that would part a word for a search and for no reader."""
    return text if text.isascii() else _NO_WIDTH.sub("", text)


def find_bullet_end(line: str) -> int:
    """Where the words after a line's bullet start, in characters; 0 for a line without a bullet."""
    match = _SURE_SIGN.match(line) or _SIGN.match(line)
    return match.end() if match and match.end() < len(line) else 0


def is_lone_bullet(line: str) -> bool:
    """Whether a line has a bullet and nothing else."""
    return bool(_ALONE.match(line))


def read_number(line: str) -> tuple[int, int] | None:
    """The number that starts a line, as in 2. or 2), and where its words start in characters; None for other lines."""
    match = _NUMBER.match(line)
    return (int(match[1]), match.end()) if match else None


def split_bullets(line: str) -> list[str]:
    """The points of a list pasted into one line, without their bullets."""
    return _INSIDE.split(line)


def without_bullet(line: str) -> str | None:
    """A line without its bullet, or None for a line that has none."""
    end = find_bullet_end(line)
    return line[end:].strip() if end else None


def drop_marks(line: str) -> str:
    """A line without the bullets and number that start it, and without spaces around it; "" where
    nothing else is left.
    """
    if line[:2].isascii() and line[:2].isalpha() and line[0] not in "iv":  # nearly every line: it starts with a word
        return line.strip()
    for _ in range(_MOST_MARKS):
        number = _COUNTED.match(line)
        bare = line[number.end() :] if number else without_bullet(line)
        if bare is None:
            break
        line = bare
    return "" if is_lone_bullet(line) else line.strip()


def split_list(text: str) -> list[str]:
    """The points of a typed or pasted list, without bullets and empty lines.

    A point ends with its line, or where the bullet that started the line occurs again.
    """
    points = (point for line in text.splitlines() for point in _split_line(line))
    return [bare for point in points if (bare := drop_marks(point))]


def split_pasted_list(text: str) -> list[str]:
    """The points of a list pasted into a field for one point; a wrapped line is joined to the one before."""
    points: list[str] = []
    for line in text.splitlines():
        last = points[-1] if points else ""
        is_open = len(last) >= _LEAST_WRAPPED and not last.endswith(_SENTENCE_END)
        if is_open and line[:1].islower() and drop_marks(line) == line.strip():
            points[-1] = f"{last} {line.strip()}"
        else:
            points.extend(split_list(line))
    return points


def mark_points(text: str) -> str:
    """A text of several lines in which each point of a list starts with POINT, whatever started it: a bullet, a bullet
    on the line before, or a number in a list that counts from one. Other lines stay, without spaces at their ends.
    """
    lines = text.splitlines()
    counted = _find_counted(lines)
    said: list[str] = []
    is_waiting = False
    for index, line in enumerate(lines):
        if is_lone_bullet(line):
            is_waiting = True
        elif is_waiting and line.strip():
            said.append(f"{POINT}{drop_marks(line)}")
            is_waiting = False
        elif index in counted or find_bullet_end(line):
            said.extend(f"{POINT}{bare}" for point in _split_line(line) if (bare := drop_marks(point)))
        else:
            said.append(line.rstrip())
    return "\n".join(said)


def tidy_line(text: str) -> str:
    """A line of text with one space for each run of spaces, tabs and soft line breaks, and without characters of no
    width. A line end stays.
    """
    text = drop_no_width(text)
    return _SPACES.sub(" ", text.replace("\r\n", "\n"))


def tidy_markdown(text: str) -> str:
    """A text in Markdown with line ends of one kind and without characters of no width. Each point of a list that some
    program marked with a sign of its own starts with POINT; what is Markdown already stays, indents and numbers too.
    """
    lines = drop_no_width(text).splitlines()
    likely = [_LIKELY_SIGN.match(line) for line in lines]
    signs = [match[1] if match else "" for match in likely]
    said: list[str] = []
    waiting = ""
    for line, match, before, after in zip(lines, likely, ["", *signs], [*signs[1:], ""], strict=False):
        indent = line[: len(line) - len(line.lstrip())]
        if _is_lone_sign(line):
            waiting = f"{indent}{POINT}"
        elif waiting:  # the point is on the next line that has words
            said += [f"{waiting}{line.strip()}"] if line.strip() else []
            waiting = "" if line.strip() else waiting
        elif sure := _SURE_SIGN.match(line):
            said.append(f"{indent}{POINT}{line[sure.end() :]}")
        elif match and (match[2] == "\t" or match[1] in {before, after}):
            said.append(f"{indent}{POINT}{line[match.end() :].lstrip()}")
        else:
            said.append(line)
    return "\n".join(said)


def _is_lone_sign(line: str) -> bool:
    """Whether a line has a bullet alone that is no Markdown, as PDFs give it."""
    return is_lone_bullet(line) and line.strip() not in {"-", "*", "–", "—"}


def _find_counted(lines: list[str]) -> set[int]:
    """The indices of lines that count at least two points in a row, from one."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        number = read_number(line)
        if number and _COUNTED.match(line) and number[0] == len(run) + 1:
            run.append(index)
            found.update(run if len(run) > 1 else ())
        elif line.strip():
            run = [index] if number and number[0] == 1 else []
    return found


def _split_line(line: str) -> list[str]:
    if match := _SURE_SIGN.match(line):
        return re.split(rf"\s{re.escape(match[0].strip())}\s", line[match.end() :])
    return _split_counted(line)


def _split_counted(line: str) -> list[str]:
    """The points of a line that counts at least three: 1. Plan 2. Build 3. Test."""
    first = read_number(line)
    if not first or first[0] != 1:
        return [line]
    points: list[str] = []
    start = first[1]
    for match in _COUNTED_INSIDE.finditer(line, start):
        if int(match[1]) == len(points) + 2:
            points.append(line[start : match.start()])
            start = match.end()
    points.append(line[start:])
    return points if len(points) >= _FEWEST_COUNTED else [line]
