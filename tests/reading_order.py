"""What a screen reader goes by: headings that step down, distinct landmarks, references that lead somewhere."""

from collections import Counter
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

NOT_OURS = "timezone_warning"  # Django's script adds it where the browser's clock differs from the site's
HEADINGS = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"
LANDMARKS = {
    "nav": "//nav | //*[@role='navigation']",
    "search": "//search | //*[@role='search']",
    "aside": "//aside[@aria-label or not(ancestor::section)] | //*[@role='complementary']",  # others are no landmark
    "region": "//section[@aria-label or @aria-labelledby] | //*[@role='region']",
    "form": "//form[@aria-label or @aria-labelledby]",
}
REFERENCES = ("for", "aria-controls", "aria-describedby", "aria-labelledby", "aria-owns", "list")


def name_of(element: HtmlElement, page: HtmlElement) -> str:
    """The name that a landmark gives itself; empty without one."""
    if label := element.get("aria-label"):
        return str(label)
    named_by = (element.get("aria-labelledby") or "").split()
    names = [found for id_ in named_by for found in page.xpath(f"//*[@id='{id_}']")]
    return " ".join(" ".join(found.text_content().split()) for found in names)


def faults(source: str) -> Iterator[str]:
    """What a page has wrong, each in a few words."""
    page = html.document_fromstring(source)
    for template in page.xpath("//template | //script"):
        template.drop_tree()
    levels = [int(heading.tag[1]) for heading in page.xpath(HEADINGS)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for heading, before, level in zip(page.xpath(HEADINGS)[1:], levels, levels[1:], strict=False):
        if level > before + 1:
            yield f"h{level} after h{before}: {' '.join(heading.text_content().split())[:60]}"
    if len(page.xpath("//main | //*[@role='main']")) != 1:
        yield "not one main"
    for kind, path in LANDMARKS.items():
        found = page.xpath(path)
        names = Counter(name_of(element, page) for element in found)
        yield from (f"{times} × {kind} named “{name}”" for name, times in names.items() if times > 1)
    ids = Counter(page.xpath("//@id"))
    yield from (f"{times} × id {id_}" for id_, times in ids.items() if times > 1)
    for attribute in REFERENCES:
        wanted = {id_ for value in page.xpath(f"//@{attribute}") for id_ in value.split()}
        yield from (f"{attribute} leads to no {id_}" for id_ in wanted - ids.keys() if NOT_OURS not in id_)
    links = {*page.xpath("//a/@href[starts-with(., '#')]")}
    yield from (f"a link leads to no {link}" for link in links if link[1:] not in ids)
