"""Which names a template asks for that nothing provides: no field of its view, no loop, no {% with %}, no tag."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_type_hints

from django.template import Context, Engine
from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    Origin,
    PartialTemplate,
    Template,
    TokenType,
    Variable,
)
from django.template.defaulttags import ForNode, IfNode, PartialDefNode, PartialNode, RegroupNode, WithNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode

from tests.template_types import Group, Kind, attribute_of, element_of, parts_of
from web.templatetags.optional import OptionalNode
from web.view import View

type Scope = dict[str, Kind]
type Blocks = dict[str, list[NodeList]]  # those that may stand in a block, the one that does first

ENGINE = Engine.get_default()
BINDING = ("asvar", "target_var", "varname", "var_name", "as_var")  # what tags call the name that they fill
KEEPING = ("dictsort", "dictsortreversed", "slice")  # filters that give what they are given
ALWAYS = {"True": bool, "False": bool, "None": None}


class Missing(NamedTuple):
    """A name that nothing provides, and where it is asked for."""

    template: str
    line: int
    name: str


def missing_names(view: type[View]) -> list[Missing]:
    """What the template of a view asks for and does not get."""
    scope = {name: kind for name, kind in get_type_hints(view).items() if name in view.__struct_fields__}
    return missing_in(ENGINE.get_template(view.template), scope)


def missing_in(template: Template | PartialTemplate, scope: Scope) -> list[Missing]:
    """What a compiled template asks for beside the names of a scope."""
    walk = Walk()
    walk.template(template, {**ALWAYS, **scope})
    return [*dict.fromkeys(walk.missing)]


class Walk:
    """A walk over compiled templates, in the order in which they are rendered."""

    def __init__(self) -> None:
        self.missing: list[Missing] = []
        self.visited: set[str] = set()
        self._asked: set[str] = set()
        self._at: tuple[str, int] = ("", 0)

    def template(self, template: Template | PartialTemplate, scope: Scope) -> None:
        """A whole template with those that it extends, or a partial."""
        blocks: Blocks = {}
        while True:
            self.visited.add(str(template.origin.template_name))
            extends = [node for node in template.nodelist if isinstance(node, ExtendsNode)]
            if not extends:
                self.nodes(template.nodelist, scope, blocks)
                return
            optional = [node for node in extends[0].nodelist if isinstance(node, OptionalNode)]
            self.nodes(optional, scope, blocks)
            for name, block in extends[0].blocks.items():
                blocks.setdefault(name, []).append(block.nodelist)
            template = ENGINE.get_template(_constant(extends[0].parent_name))

    def nodes(self, nodes: Any, scope: Scope, blocks: Blocks) -> None:
        """Nodes of a NodeList, one after another: a name that one of them fills is there for the next."""
        for node in nodes:
            origin, token = getattr(node, "origin", None), getattr(node, "token", None)
            if isinstance(origin, Origin) and token:
                self._at = (str(origin.template_name), token.lineno)
            self.node(node, scope, blocks)

    def node(self, node: Node, scope: Scope, blocks: Blocks) -> None:  # noqa: C901 # a case for each kind of tag
        """One node with what is in it."""
        match node:
            case OptionalNode():
                scope.update({name: Any for name in node.names if name not in scope})
            case BlockNode():
                self.block([*blocks.get(node.name, []), node.nodelist], scope, blocks)
            case IncludeNode():
                self.include(node, scope)
            case WithNode():
                self.nodes(node.nodelist, scope | self.bound(node.extra_context, scope), blocks)
            case ForNode():
                self.loop(node, scope, blocks)
            case IfNode():
                for condition, nodelist in node.conditions_nodelists:
                    self.condition(condition, scope)
                    self.nodes(nodelist, scope, blocks)
            case RegroupNode():
                element = element_of(self.expression(node.target, scope))
                self.expression(node.expression, scope | {node.var_name: element})
                scope[node.var_name] = list[Group[element]]  # type: ignore[valid-type]
            case BlockTranslateNode():
                self.translation(node, scope)
            case PartialNode():
                self.nodes(node.partial_mapping[node.partial_name].nodelist, scope, blocks)
            case PartialDefNode(inline=False):
                pass
            case _:
                self.parts(vars(node), scope, blocks)
                scope.update({vars(node)[name]: Any for name in BINDING if isinstance(vars(node).get(name), str)})

    def block(self, versions: list[NodeList], scope: Scope, blocks: Blocks) -> None:
        """The version of a block that shows, and those behind it where it asks for them with block.super."""
        inner = {**scope, "block": Any}
        self._asked.discard("block")
        self.nodes(versions[0], inner, blocks)
        if "block" in self._asked and len(versions) > 1:
            self.block(versions[1:], scope, blocks)

    def include(self, node: IncludeNode, scope: Scope) -> None:
        """An included template. A name that it is given and does not ask for is taken for a misspelt one."""
        place, given = self._at, self.bound(node.extra_context, scope)
        name = _constant(node.template)
        inner = ALWAYS | given if node.isolated_context else scope | given
        before, self._asked = self._asked, set()
        self.template(ENGINE.get_template(name), dict(inner))
        self.missing += [Missing(*place, f"{extra}, which {name} does not ask for") for extra in {*given} - self._asked]
        self._asked |= before

    def loop(self, node: ForNode, scope: Scope, blocks: Blocks) -> None:
        """A loop, with the names that it fills, and what shows where there is nothing to loop over."""
        element = element_of(self.expression(node.sequence, scope))
        kinds = [element] if len(node.loopvars) == 1 else parts_of(element, len(node.loopvars))
        self.nodes(
            node.nodelist_loop, {**scope, **dict(zip(node.loopvars, kinds, strict=True)), "forloop": Any}, blocks
        )
        self.nodes(node.nodelist_empty, dict(scope), blocks)

    def condition(self, condition: Any, scope: Scope) -> None:
        """The operands of an {% if %}."""
        if condition is None:  # {% else %}
            return
        if isinstance(value := getattr(condition, "value", None), FilterExpression):
            self.expression(value, scope)
        for operand in ("first", "second"):
            self.condition(getattr(condition, operand, None), scope)

    def translation(self, node: BlockTranslateNode, scope: Scope) -> None:
        """A {% blocktranslate %}: its own names, then those in its text."""
        inner = scope | self.bound(node.extra_context, scope)
        if node.countervar:
            inner[node.countervar] = self.expression(node.counter, inner)
        for token in [*node.singular, *(node.plural or [])]:
            if token.token_type == TokenType.VAR:
                self.variable(Variable(token.contents), inner)
        if node.asvar:
            scope[node.asvar] = str

    def parts(self, value: Any, scope: Scope, blocks: Blocks) -> None:
        """Every expression and node in the attributes of a tag that has no case of its own."""
        match value:
            case FilterExpression():
                self.expression(value, scope)
            case Variable():
                self.variable(value, scope)
            case NodeList():
                self.nodes(value, scope, blocks)
            case dict():
                self.parts([*value.values()], scope, blocks)
            case list() | tuple():
                for part in value:
                    self.parts(part, scope, blocks)

    def bound(self, given: dict[str, FilterExpression], scope: Scope) -> Scope:
        """The names that a tag gives, with the types of their values."""
        return {name: self.expression(value, scope) for name, value in given.items()}

    def expression(self, expression: Any, scope: Scope) -> Kind:
        """A variable with its filters and their arguments, a FilterExpression. Returns its type."""
        for _filter, arguments in expression.filters:
            for is_variable, argument in arguments:
                if is_variable:
                    self.variable(argument, scope)
        kind = self.variable(expression.var, scope) if isinstance(expression.var, Variable) else Any
        names = [getattr(function, "_filter_name", "") for function, _arguments in expression.filters]
        return kind if {*names} <= {*KEEPING} else Any

    def variable(self, variable: Variable, scope: Scope) -> Kind:
        """A name and what comes behind its dots. Returns its type."""
        if variable.lookups is None:
            return Any
        first, *rest = variable.lookups
        self._asked.add(first)
        if first not in scope:
            self.missing.append(Missing(*self._at, first))
            return Any
        kind, path = scope[first], first
        for name in rest:
            path += f".{name}"
            try:
                kind = attribute_of(kind, name)
            except LookupError:
                self.missing.append(Missing(*self._at, path))
                return Any
        return kind


def _constant(expression: Any) -> str:
    """The name of a template, which a tag has to be given as a constant."""
    return str(expression.resolve(Context()))


def all_views(base: type[View] = View) -> Iterator[type[View]]:
    """Every kind of page that names a template of its own or inherits one."""
    for view in base.__subclasses__():
        if hasattr(view, "template"):
            yield view
        yield from all_views(view)
