"""Kit files: one YAML document that holds one kit."""

from collections import Counter
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from roles.kit.errors import ErrorPlace, KitError, to_kit
from roles.kit.value import Kit, as_plain

DEEPEST = 20  # levels; a kit has seven
MOST_EVENTS = 20_000  # of libyaml: one for each value, two for each list; the fullest kit of the library has 1,960
MOST_ERRORS = 200  # that a message names
LARGEST_KIT_FILE = 1_000_000  # bytes; the fullest kit of the library is about a tenth of it


class KitFileError(Exception):
    """A file without a valid kit. Each line of the message has the file, line, place and what was expected."""


class _Loader(yaml.CSafeLoader):
    """libyaml's safe loader, without repeated keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "expected a word as a key", key.start_mark)
        times = Counter(key.value for key, _ in node.value)
        for key, _ in node.value:
            if times[key.value] > 1:
                message = f"expected the key {key.value!r} once"
                raise yaml.constructor.ConstructorError(None, None, message, key.start_mark)
        return super().construct_mapping(node, deep)


def _refuse_bombs(raw: bytes) -> None:
    """Raise ComposerError at an alias, which can blow a small file up, and beyond a depth or length that no kit has."""
    depth = 0
    problem = ""
    for number, event in enumerate(yaml.parse(raw, Loader=yaml.CSafeLoader)):
        if number > MOST_EVENTS:
            problem = f"expected at most {MOST_EVENTS:,} values"
        if isinstance(event, yaml.AliasEvent):
            problem = "expected no aliases (*name)"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            problem = f"expected at most {DEEPEST} levels"
        if problem:
            raise yaml.composer.ComposerError(None, None, problem, event.start_mark)  # type: ignore[arg-type] # libyaml's


class _Dumper(yaml.SafeDumper):
    """Long texts as literal blocks, so that a change of one sentence is a change of one line."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    if any(end in text for end in "\x85\u2028\u2029"):
        style = '"'  # only an escape keeps these line ends; a reader may turn them into \n
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def read_kit(path: Path) -> Kit:
    """The kit in a file. Raises KitFileError with every error and its line."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise KitFileError(f"{path}: can't be read: {error.strerror}") from error
    return parse_kit(raw, name=str(path))


def parse_kit(raw: bytes, *, name: str) -> Kit:
    """The kit in the bytes of a YAML or JSON document; `name` is the file's name in messages. Raises KitFileError."""
    data, root = parse_document(raw, name=name)
    try:
        return to_kit(data)
    except KitError as invalid:
        lines = sorted((_line_of(root, field.place), str(field)) for field in invalid.errors[:MOST_ERRORS])
        raise KitFileError("\n".join(f"{name}, line {line}: {field}" for line, field in lines)) from invalid


def parse_document(raw: bytes, *, name: str) -> tuple[Any, yaml.Node | None]:
    """The plain data of a YAML (or JSON) document, and its root node, None where it is empty. Raises KitFileError."""
    if len(raw) > LARGEST_KIT_FILE:
        raise KitFileError(f"{name}: expected at most {LARGEST_KIT_FILE:,} bytes, got {len(raw):,}")
    try:
        _refuse_bombs(raw)
        loader = _Loader(raw)
        root = loader.get_single_node()
        return (loader.construct_document(root) if root else None), root
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise KitFileError(f"{name}: {_yaml_message(error)}") from error


def write_kit(kit: Kit) -> str:
    """The kit as YAML text. The same kit always gives the same text, and read_kit gives the kit back."""
    return write_document(as_plain(kit))


def write_document(data: object) -> str:
    """Plain data as YAML text in the canonical form of a library's files."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def _yaml_message(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark else ""
    return f"{where}{getattr(error, 'problem', None) or 'expected a YAML document in UTF-8'}"


def _line_of(node: yaml.Node | None, place: ErrorPlace) -> int:
    """The line, counted from 1, of the deepest node on the way to a place."""
    line = 1
    for step in (*place, None):
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            node = None
    return line
