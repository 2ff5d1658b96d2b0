"""What is wrong with a kit, each fault with its place and what was expected there."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, get_args, get_origin

import msgspec

from roles.kit.value import Kit, fields_of

WHOLE = 100  # percent
type ErrorPlace = tuple[str | int, ...]


class InvalidField(msgspec.Struct, frozen=True):
    """An error at one place in a kit, with what was expected there."""

    place: ErrorPlace
    expected: str

    @property
    def path(self) -> str:
        """The place as text, such as `skills[2].importance`, counted from 0."""
        steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.place)
        return steps.removeprefix(".") or "the document"

    def __str__(self) -> str:
        """One line: path and expectation."""
        return f"{self.path}: {self.expected}"


class KitError(Exception):
    """A kit that can't be published or loaded; `errors` has every invalid field, at least one."""

    def __init__(self, errors: Iterable[InvalidField]) -> None:
        self.errors = list(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


def to_kit(data: object) -> Kit:
    """A Kit from plain data, such as that of a YAML file. Raises KitError with all errors at once."""
    errors = [*_find_shape_errors(data, Kit, ())]
    if errors:
        raise KitError(errors)
    kit = msgspec.convert(data, Kit)
    errors = [*_find_reference_errors(kit)]
    if errors:
        raise KitError(errors)
    return kit


def _find_shape_errors(data: object, kind: Any, place: ErrorPlace) -> Iterator[InvalidField]:
    """Check types part by part, as msgspec alone stops at the first fault."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(data, dict):
        fields = fields_of(kind)
        known = {field.name for field in fields}
        for name in data.keys() - known:
            yield InvalidField((*place, str(name)), f"no such field; expected one of {', '.join(sorted(known))}")
        for field in fields:
            if field.name in data:
                yield from _find_shape_errors(data[field.name], field.type, (*place, field.name))
            elif field.required:
                yield InvalidField((*place, field.name), "missing")
    elif get_origin(kind) is list and isinstance(data, list):
        for index, item in enumerate(data):
            yield from _find_shape_errors(item, get_args(kind)[0], (*place, index))
    else:
        try:
            msgspec.convert(data, kind)
        except msgspec.ValidationError as error:
            yield InvalidField(place, _word_expectation(str(error), kind))


def _word_expectation(message: str, kind: Any) -> str:
    """Prefer a type's own description to the pattern that checks it, and name the words of a vocabulary."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"expected one of {', '.join(str(member) for member in kind)}"
    if "matching regex" not in message:
        return message[:1].lower() + message[1:]
    described = [meta.description for meta in _list_metas(kind) if meta.description]
    return f"expected {described[0]}" if described else message


def _list_metas(kind: Any) -> Iterator[msgspec.Meta]:
    yield from getattr(kind, "__metadata__", ())
    for argument in get_args(kind):
        yield from _list_metas(argument)


def _find_reference_errors(kit: Kit) -> Iterator[InvalidField]:
    """Names that point inside the kit must be there, keys must be unique, ranges must run upwards."""
    yield from _find_unknown(kit)
    yield from _find_repeated(kit)
    yield from _find_backwards(kit)
    yield from _find_unweighted(kit)
    yield from _find_unmeasured(kit)


def _find_unknown(kit: Kit) -> Iterator[InvalidField]:
    sources = {source.slug for source in kit.sources}
    skills = {skill.name for skill in kit.skills}
    levels = {level.name for level in kit.levels}

    def find_missing(value: str | None, known: set[str], what: str, *place: str | int) -> Iterator[InvalidField]:
        if value is not None and value not in known:
            yield InvalidField(
                place, f"no {what} is named {value!r}; expected one of {', '.join(sorted(known)) or 'none'}"
            )

    yield from find_missing(kit.figures_source, sources, "source", "figures_source")
    for i, benchmark in enumerate(kit.benchmarks):
        yield from find_missing(benchmark.source, sources, "source", "benchmarks", i, "source")
        yield from find_missing(benchmark.level, levels, "level", "benchmarks", i, "level")
    for i, line in enumerate(kit.job_description):
        for j, skill in enumerate(line.skills):
            yield from find_missing(skill, skills, "skill", "job_description", i, "skills", j)
    for i, competency in enumerate(kit.competencies):
        for j, skill in enumerate(competency.skills):
            yield from find_missing(skill, skills, "skill", "competencies", i, "skills", j)
        for j, question in enumerate(competency.questions):
            yield from find_missing(question.level, levels, "level", "competencies", i, "questions", j, "level")


def _find_repeated(kit: Kit) -> Iterator[InvalidField]:
    questions = [
        (("competencies", i, "questions", j, "slug"), question.slug)
        for i, competency in enumerate(kit.competencies)
        for j, question in enumerate(competency.questions)
    ]
    keyed: list[list[tuple[ErrorPlace, str]]] = [
        [(("sources", i, "slug"), source.slug) for i, source in enumerate(kit.sources)],
        [(("skills", i, "name"), skill.name) for i, skill in enumerate(kit.skills)],
        [(("skills", i, "shared"), skill.shared) for i, skill in enumerate(kit.skills) if skill.shared],
        [(("levels", i, "name"), level.name) for i, level in enumerate(kit.levels)],
        [(("responsibilities", i, "name"), part.name) for i, part in enumerate(kit.responsibilities)],
        [(("benchmarks", i, "name"), benchmark.name) for i, benchmark in enumerate(kit.benchmarks)],
        [(("competencies", i, "slug"), competency.slug) for i, competency in enumerate(kit.competencies)],
        [(("occupations", i, "soc"), part.soc) for i, part in enumerate(kit.occupations)],
        [(("faqs", i, "slug"), faq.slug) for i, faq in enumerate(kit.faqs)],
        [(("comparisons", i, "other"), comparison.other) for i, comparison in enumerate(kit.comparisons)],
        [*questions],
    ]
    for pairs in keyed:
        seen: set[str] = set()
        for place, key in pairs:
            if key in seen:
                yield InvalidField(place, f"{key!r} appears here twice; expected each once")
            seen.add(key)


def _find_unweighted(kit: Kit) -> Iterator[InvalidField]:
    """The parts of the occupations make a whole, and someone says why they are these."""
    whole = sum(part.weight for part in kit.occupations)
    if kit.occupations and whole != WHOLE:
        yield InvalidField(("occupations",), f"expected weights that add up to {WHOLE} percent, got {whole}")
    if kit.occupations and kit.occupations_reason is None:
        yield InvalidField(("occupations_reason",), "missing: say why the role is counted in these occupations")


def _find_unmeasured(kit: Kit) -> Iterator[InvalidField]:
    """A skill of the vocabulary is wanted at a level, and only such a skill is."""
    for i, skill in enumerate(kit.skills):
        if skill.shared and skill.proficiency is None:
            yield InvalidField(
                ("skills", i, "proficiency"), "missing: say which level of this shared skill the role needs"
            )
        elif skill.proficiency and not skill.shared:
            yield InvalidField(("skills", i, "shared"), "missing: name the shared skill that the level is of")


def _find_backwards(kit: Kit) -> Iterator[InvalidField]:
    ranges: list[tuple[ErrorPlace, int | None, int | None]] = [
        (("base_high",), kit.base_low, kit.base_high),
        (("total_high",), kit.total_low, kit.total_high),
        (("experience_max",), kit.experience_min, kit.experience_max),
    ]
    for i, level in enumerate(kit.levels):
        ranges.append((("levels", i, "experience_max"), level.experience_min, level.experience_max))
    for i, benchmark in enumerate(kit.benchmarks):
        ranges.append((("benchmarks", i, "high"), benchmark.low, benchmark.high))
        ranges.append((("benchmarks", i, "experience_max"), benchmark.experience_min, benchmark.experience_max))
    for place, low, high in ranges:
        if low is not None and high is not None and high < low:
            yield InvalidField(place, f"expected {low} or more, the lower end of the range, got {high}")
