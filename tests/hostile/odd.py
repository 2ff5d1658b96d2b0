"""What nobody types by mistake: values, and forms filled with them."""

from html.parser import HTMLParser

from hypothesis import strategies as st

ODD = [
    "", " ", "\0", "%00", "\r\nSet-Cookie: a=b", "../../etc/passwd", "..%2f..%2fetc", "C:\\con", "/dev/zero", "~",
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% debug %}", "${7*7}", "' OR 1=1 --", "\\", "%", "%s%n", "$(id)",
    "=HYPERLINK(1)", "@SUM(A1)", "null", "undefined", "NaN", "Infinity", "-0", "-1", "1e309", "0x10", "1_000", "٣", "²",
    "9" * 400, "2026-02-30", "0000-00-00", "99999-01-01", "[]", "{}", "a" * 5_000, "😀" * 500, "\u202e" * 20,
    "e\u0301" * 300, "\ufeff", "\u2028", "\ud7ff", "\U0010ffff", "﷽" * 40, "Ⅷ", "İ", "ß" * 99, "]]>", "#panic()",
]  # fmt: skip
values = st.one_of(st.sampled_from(ODD), st.text(max_size=40))


def some(fields: dict[str, str]) -> st.SearchStrategy[dict[str, str | list[str]]]:
    """A form as it stands, with some of its fields changed to something odd, given twice or left out."""
    names = st.sampled_from(sorted(fields)) if fields else st.just("q")
    changes = st.dictionaries(names, st.one_of(values, st.lists(values, max_size=3)), min_size=1, max_size=6)
    return st.one_of(changes, changes.map(lambda changed: {**fields, **changed}))


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in {"input", "select", "textarea", "button"} and named.get("name"):
            self.found.setdefault(str(named["name"]), named.get("value") or "")


def fields(html: str) -> dict[str, str]:
    """The names of a page's fields and buttons, each with its first value."""
    reader = _Fields()
    reader.feed(html)
    return reader.found
