"""What nobody types by mistake: values, and forms filled with them."""

import re
from html import unescape

from hypothesis import strategies as st

from bench.fields import Fields

ODD = [
    "", " ", "\0", "%00", "\r\nSet-Cookie: a=b", "../../etc/passwd", "..%2f..%2fetc", "C:\\con", "/dev/zero", "~",
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% debug %}", "${7*7}", "' OR 1=1 --", "\\", "%", "%s%n", "$(id)",
    "=HYPERLINK(1)", "@SUM(A1)", "null", "undefined", "NaN", "Infinity", "-0", "-1", "1e309", "0x10", "1_000", "٣", "²",
    "9" * 400, "2026-02-30", "0000-00-00", "99999-01-01", "[]", "{}", "a" * 5_000, "😀" * 500, "\u202e" * 20,
    "e\u0301" * 300, "\ufeff", "\u2028", "\ud7ff", "\U0010ffff", "﷽" * 40, "Ⅷ", "İ", "ß" * 99, "]]>", "#panic()",
]  # fmt: skip
values = st.one_of(st.sampled_from(ODD), st.text(max_size=40))


BUTTON = re.compile(r'<(?:button|input type="submit")\b[^>]*>')
ATTRIBUTE = re.compile(r'\s(name|value)="([^"]*)"')
type Form = dict[str, str | list[str]]


def filled(html: str) -> st.SearchStrategy[Form]:
    """The form of a page: untouched or empty, with some fields changed to something odd, given twice or left out, and
    sent with one of its buttons or with none.
    """
    form: Form = dict(Fields(html).found)
    buttons: list[Form] = [{}, *map(_pressed, BUTTON.findall(html))]
    names = st.sampled_from(sorted({*form, *(name for button in buttons for name in button), "q"}))
    changes = st.dictionaries(names, st.one_of(values, st.lists(values, max_size=3)), max_size=6)
    return st.builds(lambda *parts: _together(parts), st.sampled_from([form, {}]), st.sampled_from(buttons), changes)


def _pressed(tag: str) -> Form:
    named = {key: unescape(text) for key, text in ATTRIBUTE.findall(tag)}
    return {named["name"]: named.get("value", "")} if "name" in named else {}


def _together(parts: tuple[Form, ...]) -> Form:
    return {name: value for part in parts for name, value in part.items()}
