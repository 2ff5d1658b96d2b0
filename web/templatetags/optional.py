"""Names that a template can do without."""

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


class OptionalNode(template.Node):
    """Sets each name that the context lacks to None."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def render(self, context: Context) -> SafeString:
        """An empty text. Sets each of the tag's names that the context lacks to None."""
        for name in self.names:
            if name not in context:
                context[name] = None
        return SafeString()


@register.tag("optional")
def make_optional(parser: Parser, token: Token) -> OptionalNode:
    """{% optional parent parent_url %}: names that may be missing when the template is rendered or included; they are
    then None.
    """
    return OptionalNode(token.split_contents()[1:])
