"""The figures of pay that a page shows, and whether each has its source beside it."""

import re

from lxml.html import HtmlElement

PAY = re.compile(r"\$\d")
SOURCE = re.compile(r"\b[Ss]ource|Best PM Jobs|Bureau of Labor Statistics")
# What somebody's own document says, and what is typed, are no figures of the site's.
THEIRS = "descendant::*[@id='preview-place' or @id='clipboard' or self::textarea or self::script]"


def list_figures(page: HtmlElement) -> list[HtmlElement]:
    """Every element of the page's main part whose own words hold a figure of pay."""
    for theirs in page.xpath(THEIRS):
        theirs.drop_tree()
    main = page.get_element_by_id("main")
    return [element for element in main.iter() if PAY.search("".join(element.xpath("text()")))]


def is_sourced(element: HtmlElement) -> bool:
    """Whether the element, or one around it that is less than the page, names a source."""
    around = [element, *element.iterancestors()]
    parts = around[: next(index for index, each in enumerate(around) if each.get("id") == "main") - 1]
    return any(part.get("data-provenance") or SOURCE.search(part.text_content()) for part in parts)
