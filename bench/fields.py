"""The fields of a form on a page, as a browser would post them untouched."""

from html.parser import HTMLParser
from urllib.parse import urlencode


class Fields(HTMLParser):
    """Gathers (name, value) of every field that a browser would send, from the whole page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._name, self._text = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a field, or the option that is chosen."""
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind not in {"submit", "checkbox", "radio", "file"} or ("checked" in given and kind != "submit"):
                self.found.append((name, value or ("on" if kind == "checkbox" else "")))
        elif tag in {"select", "textarea"}:
            self._name, self._text = name, ""
        elif tag == "option" and "selected" in given:
            self.found.append((self._name, value))

    def handle_data(self, data: str) -> None:
        """Take in the text of a text area."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Note a text area that ends."""
        if tag == "textarea":
            self.found.append((self._name, self._text.removeprefix("\n")))


def posted(page: str, **besides: str) -> str:
    """The body of a post of a page's form, with other fields besides."""
    return urlencode([*((k, v) for k, v in Fields(page).found if k not in besides), *besides.items()])


def type_letters(page: str, name: str, text: str) -> list[str]:
    """The bodies of one post for each letter of a text, as it is typed at the end of a field of the page."""
    was = dict(Fields(page).found)[name]
    return [posted(page, **{name: f"{was} {text[:typed]}"}) for typed in range(1, len(text) + 1)]
