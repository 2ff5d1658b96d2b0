"""What the styles of a Word file make of a paragraph: a title, a heading, a point of a list, strong words."""

from collections.abc import Iterable, Iterator

from lxml import etree

from packs.reading.blocks import BlockRole

LONGEST_CHAIN = 20  # of styles that are based on one another
BODY_LEVEL = 9  # the outline level of what is no heading
_OFF = {"0", "false", "off", "none"}


def local_name(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def value_of(attributes: Iterable[tuple[str, str]]) -> str:
    """The `w:val` among an element's attributes, "" without one."""
    return next((text for name, text in attributes if local_name(name) == "val"), "")


def is_on(attributes: Iterable[tuple[str, str]]) -> bool:
    """Whether a switch such as `w:b` is on, which it is unless its attributes turn it off."""
    return value_of(attributes).lower() not in _OFF


def outline_role(level: str) -> BlockRole | None:
    """HEADING where an outline level, as written in the file, is above the body text; otherwise None."""
    return BlockRole.HEADING if level.isdecimal() and int(level[:3]) < BODY_LEVEL else None


class Styles:
    """The styles in a file by their ids; a file may have none."""

    def __init__(self, elements: Iterable[etree._Element] | None) -> None:
        found = (element for element in elements or () if local_name(element.tag) == "style")
        self._styles = {_read_own_value(style.attrib.items(), "styleId"): style for style in found}
        self._roles: dict[str, BlockRole | None] = {}
        self._strong: dict[str, bool] = {}

    def find_role(self, style: str) -> BlockRole | None:
        """The role of paragraphs with this style, by the name, outline level and list of the style or of one that it is
        based on; None for plain paragraphs.

        A style named in another language keeps its English base or its outline level.
        """
        if style not in self._roles:
            roles = (role for element in self._list_bases(style) if (role := _read_role(element)))
            self._roles[style] = next(roles, None) or (None if style in self._styles else _find_named_role(style))
        return self._roles[style]

    def is_strong(self, style: str) -> bool:
        """Whether a style, or one that it is based on, sets words in bold. The answer is kept."""
        if style not in self._strong:
            switches = (bold for element in self._list_bases(style) for bold in element.iterfind("{*}rPr/{*}b"))
            first = next(switches, None)
            self._strong[style] = first is not None and is_on(first.attrib.items())
        return self._strong[style]

    def _list_bases(self, style: str) -> Iterator[etree._Element]:
        """A style and those that it is based on."""
        for _ in range(LONGEST_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            base = element.find("{*}basedOn")
            style = "" if base is None else value_of(base.attrib.items())


def _read_role(style: etree._Element) -> BlockRole | None:
    name, level = style.find("{*}name"), style.find("{*}pPr/{*}outlineLvl")
    named = _find_named_role("" if name is None else value_of(name.attrib.items()))
    if named or level is not None:
        return named or outline_role(value_of(level.attrib.items()) if level is not None else "")
    number = style.find("{*}pPr/{*}numPr/{*}numId")
    return BlockRole.BULLET if number is not None and value_of(number.attrib.items()) != "0" else None


def _find_named_role(name: str) -> BlockRole | None:
    """What Word's own names of styles stand for; it keeps them in English whatever language it speaks."""
    name = name.lower()
    if name == "title":
        return BlockRole.TITLE
    if name.startswith("heading"):
        return BlockRole.HEADING
    return BlockRole.BULLET if name.startswith("list") else None


def _read_own_value(attributes: Iterable[tuple[str, str]], wanted: str) -> str:
    return next((text for name, text in attributes if local_name(name) == wanted), "")
