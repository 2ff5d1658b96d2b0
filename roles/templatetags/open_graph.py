"""What a shared link shows: the page's own title and description, written once."""

import re

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from company.site import read_site_name
from roles.pages.cards import CARD_WIDTH, HEIGHT
from web.view import absolute_url

register = template.Library()

TITLE_LENGTH = re.compile(r"<title[^<>]*>([^<]*)</title>")
DESCRIPTION_LENGTH = re.compile(r'<meta name="description"\s+content="([^"]*)">')


@register.tag
def open_graph(parser: Parser, token: Token) -> "OpenGraphNode":
    """{% open_graph %}: render the head's title and description, and repeat them as Open Graph tags
    (https://ogp.me).
    """
    nodes = parser.parse(("endopen_graph",))
    parser.delete_first_token()
    return OpenGraphNode(nodes)


class OpenGraphNode(template.Node):
    """The head's title and description, followed by their Open Graph tags where the page has a canonical address."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """The rendered head, followed by its Open Graph tags, unless it lacks a canonical address, a title or a
        description.
        """
        head = self.nodelist.render(context)
        title, description = TITLE_LENGTH.search(head), DESCRIPTION_LENGTH.search(head)
        if not context.get("canonical") or not title or not description:
            return head
        site_name = read_site_name()
        properties = {
            "og:site_name": escape(site_name),
            "og:type": "website",
            "og:title": " ".join(title[1].split()).removesuffix(f" - {escape(site_name)}"),
            "og:description": " ".join(description[1].split()),
            "og:url": context["canonical"],
            "og:image": absolute_url(context.get("card") or reverse("site-card")),
            "og:image:width": CARD_WIDTH,
            "og:image:height": HEIGHT,
        }
        # The template has escaped title and description already; an address holds nothing to escape.
        lines = [f'<meta property="{name}" content="{value}">' for name, value in properties.items()]
        lines.append('<meta name="twitter:card" content="summary_large_image">')
        return mark_safe(head + "\n    ".join(lines))  # noqa: S308 see above
