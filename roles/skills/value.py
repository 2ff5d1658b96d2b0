"""A skill of the vocabulary as a value, and its files: in a library's folder `skills`, one for each group of skills."""

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Annotated

import msgspec
from django.utils.text import slugify
from msgspec import Meta

from roles.kit.choices import Proficiency
from roles.kit.files import KitFileError, parse_document, write_document
from roles.kit.value import END, KitPart, LineText, Slug, as_plain

SHIPPED_LIBRARY = Path(__file__).parents[1] / "library"
FOLDER = "skills"
ONET_ADDRESS = "https://www.onetonline.org/find/descriptor/result/{element}"

ElementLine = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]\.[A-Z](\.[0-9a-z]{1,2}){1,4} \S.{0,150}" + END,
        description="an O*NET element and its name, such as “2.B.3.e Programming”",
    ),
]


class ElementLink(msgspec.Struct, frozen=True):
    """An O*NET element: its ID, name and the address of its page."""

    code: str
    name: str
    url: str


class SharedSkill(KitPart, frozen=True, kw_only=True):
    """A skill that several roles want: its group, its definition, what a person can do at each level, and the O*NET
    elements that it matches, each with its name.
    """

    slug: Slug
    name: LineText
    group: LineText
    definition: LineText
    awareness: LineText
    working: LineText
    practitioner: LineText
    expert: LineText
    elements: list[ElementLine] = []

    @property
    def levels(self) -> list[tuple[Proficiency, str]]:
        """Each level with what a person at it can do, the lowest first."""
        return [(level, getattr(self, level.value)) for level in Proficiency]

    @property
    def links(self) -> list[ElementLink]:
        """The skill's O*NET elements in order, each with the address of its page."""
        parts = [line.partition(" ") for line in self.elements]
        return [ElementLink(code, name, ONET_ADDRESS.format(element=code)) for code, _, name in parts]


@cache
def read_shipped_skills() -> tuple[SharedSkill, ...]:
    """The vocabulary that ships with Rolebook, by group and name. Read from its file once and then kept."""
    return tuple(read_skills(SHIPPED_LIBRARY))


def read_skills(library: Path) -> list[SharedSkill]:
    """The skills in a library's folder, by group and name; [] where it has none. Raises KitFileError with the errors of
    all files at once.
    """
    found: dict[str, SharedSkill] = {}
    errors: list[str] = []
    for path in sorted((library / FOLDER).glob("*.yaml")):
        try:
            skills = _read_file(path)
        except KitFileError as error:
            errors.append(str(error))
            continue
        errors += [f"{path}: {skill.slug!r} is in the vocabulary twice" for skill in skills if skill.slug in found]
        found |= {skill.slug: skill for skill in skills}
    if errors:
        raise KitFileError("\n".join(errors))
    return sorted(found.values(), key=attrgetter("group", "name"))


def write_skills(skills: Iterable[SharedSkill], library: Path) -> list[Path]:
    """Write skills by group into a library's folder, and return the files."""
    folder = library / FOLDER
    written: list[Path] = []
    for group, members in groupby(skills, key=attrgetter("group")):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{slugify(group)}.yaml"
        path.write_text(write_document([as_plain(skill) for skill in members]), encoding="utf-8")
        written.append(path)
    return written


def _read_file(path: Path) -> list[SharedSkill]:
    data, _ = parse_document(path.read_bytes(), name=str(path))
    try:
        return msgspec.convert(data, list[SharedSkill])
    except msgspec.ValidationError as error:
        raise KitFileError(f"{path}: {error}") from error
