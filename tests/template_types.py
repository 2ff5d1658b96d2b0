"""What a template finds behind a dot, as far as types tell: names that a value of a type surely lacks."""

import enum
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeAliasType, TypeVar, Union, get_args, get_origin, get_type_hints

from django.db.models import Field, Model
from django.db.models.fields.related import RelatedField
from django.forms import BaseForm

type Kind = Any  # a type, or Any where nothing is known

T = TypeVar("T")
TYPED = ("builtins", "config", "packs", "interviews", "compensation", "roles", "web", "tests")  # their types say all


class Group(Generic[T]):  # noqa: UP046 # its argument is looked up by get_args
    """A group of {% regroup %}: what its members share, and its members."""


def attribute_of(kind: Kind, name: str) -> Kind:  # noqa: PLR0911 # one for each kind of type
    """The type of what a template finds under a name, Any where that is unknown. Raises LookupError for a wrong one."""
    kind = _plain(kind)
    if kind is Any or kind is object:
        return Any
    if _is_union(kind):
        return _attribute_of_any([one for one in get_args(kind) if one is not types.NoneType], name)
    origin = get_origin(kind) or kind
    if not isinstance(origin, type):
        return Any
    if origin is Group:
        return {"grouper": Any, "list": list[get_args(kind)[0]]}[name]  # type: ignore[misc]
    if issubclass(origin, Mapping):
        return _attribute_of_mapping(kind, origin, name)
    if issubclass(origin, Collection) and not issubclass(origin, str) and name.isdecimal():
        return element_of(kind)
    return _attribute_of_class(origin, name)


def element_of(kind: Kind) -> Kind:
    """The type of what a loop over a value yields, Any where that is unknown."""
    kind = _plain(kind)
    if _is_union(kind):
        found = [one for one in get_args(kind) if one is not types.NoneType]
        return element_of(found[0]) if len(found) == 1 else Any
    given = get_args(kind)
    origin = get_origin(kind)
    if not given or not isinstance(origin, type) or not issubclass(origin, Iterable) or issubclass(origin, Mapping):
        return Any
    return Any if origin is tuple and len({*given} - {Ellipsis}) > 1 else given[0]


def parts_of(kind: Kind, count: int) -> list[Kind]:
    """The types that a loop over pairs or the like puts into so many names."""
    given = get_args(_plain(kind))
    origin: Any = get_origin(_plain(kind))
    is_fitting = origin is tuple and len(given) == count and Ellipsis not in given
    return [*given] if is_fitting else [Any] * count


def _is_union(kind: Kind) -> bool:
    origin: Any = get_origin(kind)
    return origin in (Union, types.UnionType)


def _plain(kind: Kind) -> Kind:
    """A type without its alias."""
    while isinstance(kind, TypeAliasType):
        kind = kind.__value__
    return kind


def _attribute_of_any(kinds: list[Kind], name: str) -> Kind:
    """What a value of one of the types has: it is wrong only where none of them has it."""
    found: list[Kind] = []
    for kind in kinds:
        try:
            found.append(attribute_of(kind, name))
        except LookupError:
            continue
    if not found:
        raise LookupError(name)
    return found[0] if len(found) == 1 else Any


def _attribute_of_mapping(kind: Kind, origin: type, name: str) -> Kind:
    given = get_args(kind)
    if name in ("items", "keys", "values"):
        if len(given) != 2:  # a key and a value
            return Any
        return {"items": list[tuple[given]], "keys": list[given[0]], "values": list[given[1]]}[name]  # type: ignore[valid-type]
    if hints := _hints(origin):  # a TypedDict
        return hints[name]
    return given[1] if len(given) == 2 else Any


def _attribute_of_class(kind: type, name: str) -> Kind:
    if issubclass(kind, enum.Enum) and name in ("value", "name", "label"):
        return str
    if issubclass(kind, Model):
        return _attribute_of_model(kind, name)
    if name in (hints := _hints(kind)):
        return hints[name]
    if hasattr(kind, name):
        return _returned(kind, name)
    if kind.__module__.partition(".")[0] not in TYPED or issubclass(kind, BaseForm):
        return Any  # a library's class may say in __init__ alone what it has; so does a form of its fields
    raise LookupError(name)


def _attribute_of_model(kind: type[Model], name: str) -> Kind:
    fields: dict[str, Any] = {field.name: field for field in kind._meta.get_fields()}
    field = fields.get(name)
    if isinstance(field, RelatedField):
        return field.related_model
    if isinstance(field, Field) or hasattr(kind, name):
        return _returned(kind, name) if not isinstance(field, Field) else Any
    if name in ("pk", "id", *_annotated(kind)):
        return Any
    raise LookupError(name)


def _annotated(kind: type[Model]) -> Iterator[str]:
    """Names that a query adds, which the class declares without a value."""
    return (name for base in kind.__mro__ for name in getattr(base, "__annotations__", {}))


def _returned(kind: type, name: str) -> Kind:
    """The type of a property, or what a method returns: a template calls it."""
    found = next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)
    function: Callable[..., Any] | None = None
    if isinstance(found, property):
        function = found.fget
    elif isinstance(found, cached_property):
        function = found.func
    elif isinstance(found, types.FunctionType):
        function = found
    return _hints(function).get("return", Any) if function else Any


def _hints(what: Any) -> dict[str, Any]:
    """The type hints of a class or function, none where they name what is not imported at run time."""
    try:
        return get_type_hints(what)
    except (NameError, TypeError):
        return {}
