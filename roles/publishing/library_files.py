"""The library as a folder of kit files: load one into the site, export the site into one."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext

from roles.kit.choices import Language
from roles.kit.errors import KitError
from roles.kit.files import KitFileError, read_kit, write_kit
from roles.kit.language import written_in
from roles.kit.value import Kit, KitAuthor, KitSource
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import NothingToPublishError, newest_edition, publish_role
from roles.publishing.rows import find_roles_using, list_shared_parts, load_kit, read_shared, save_kit
from roles.publishing.translations import take_figures
from roles.skills.storing import list_skills, store_skills
from roles.skills.value import SharedSkill, write_skills

STARTER_LIBRARY = Path(__file__).parents[1] / "library"


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """What a load did, by slug. `drafted` are roles that somebody has published on the desk: their
    kits became drafts.
    """

    published: list[str]
    drafted: list[str]
    unchanged: list[str]


def read_library(folder: Path) -> list[Kit]:
    """The kits in a folder's files, by file name. Raises KitFileError with the errors of all files at once."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise KitFileError(f"{folder}: expected a folder with at least one .yaml file")
    return _read_kits(paths)


def read_translations(folder: Path) -> list[Kit]:
    """The kits of a library in other languages, each in the folder of its language: es/gerente-de-producto.yaml.
    Raises KitFileError with the faults of all files at once.
    """
    kits = []
    for language in Language:
        paths = sorted((folder / language).glob("*.yaml"))
        kits += [msgspec.structs.replace(kit, language=language) for kit in _read_kits(paths)]
    return kits


def _read_kits(paths: Iterable[Path]) -> list[Kit]:
    kits: list[Kit] = []
    errors: list[str] = []
    for path in paths:
        try:
            kit = read_kit(path)
        except KitFileError as error:
            errors.append(str(error))
            continue
        if kit.slug != path.stem:
            errors.append(f"{path}, line 1: slug: expected {path.stem!r}, the file's name, got {kit.slug!r}")
        kits.append(kit)
    if errors:
        raise KitFileError("\n".join(errors))
    return kits


@transaction.atomic
def load_kits(
    kits: Iterable[Kit], *, note: str = "", overwrite: bool = False, skills: Iterable[SharedSkill] = ()
) -> Loaded:
    """Publish the kits that differ from the site's, all or none, and store the skills that they share before.

    `note` is what the public log says, by default that the kit was loaded, in its language.
    Where somebody has published the role on the desk, the kit becomes its draft instead, and an author or a source that
    somebody has changed there stays as it is. Raises KitFileError where a kit names what there is not, and where a
    role, an author or a source has unpublished changes that would be lost. With `overwrite` all are replaced.
    """
    store_skills(skills, overwrite=overwrite)
    loaded = Loaded(published=[], drafted=[], unchanged=[])
    kept: dict[str, KitAuthor | KitSource] = {}
    kits = [*kits]
    if not overwrite:
        kept = _find_words_to_keep(kits)
    for read in map(take_figures, kits):  # of a translation, when the kit before it is live
        kit = _put_words(read, kept)
        if _says_already(read) or _says_already(kit) or (not overwrite and _is_offered(kit)):
            loaded.unchanged.append(kit.slug)
            continue
        if not overwrite:
            _refuse_to_lose_a_draft(kit)
            if _is_edited(kit):
                save_kit(kit)
                loaded.drafted.append(kit.slug)
                continue
        try:
            publish_role(save_kit(kit), note=note or _say_loaded(kit))
        except KitError as error:
            faults = "\n".join(f"{kit.slug}: {fault}" for fault in error.errors)
            raise KitFileError(faults) from error
        except NothingToPublishError:  # the kit drops a draft and brings back what is live
            loaded.unchanged.append(kit.slug)
        else:
            loaded.published.append(kit.slug)
    return loaded


def export_library(folder: Path) -> list[Path]:
    """Write each live kit to `<slug>.yaml` in a folder (made where it is missing), and the shared skills beside them.
    Returns the kits' files.

    Kits in other languages go into a folder named after the language, below that one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_skills(list_skills(), folder)
    written: list[Path] = []
    for edition in Edition.objects.live().order_by("slug").iterator(chunk_size=100):
        path = folder / ("" if edition.language == Language.ENGLISH else edition.language) / f"{edition.slug}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(write_kit(edition.kit), encoding="utf-8")
        written.append(path)
    return written


def _say_loaded(kit: Kit) -> str:
    """What the public log of a kit says of a load, in the language of the kit."""
    with written_in(kit.language):
        return gettext("Loaded from the library")


def _says_already(kit: Kit) -> bool:
    """Whether the newest edition, live for good, and the working copy both hold this kit."""
    newest = _find_last(kit)
    return newest is not None and newest.kit == kit and not _has_draft(newest.role)


def _find_last(kit: Kit) -> Edition | None:
    """The role's edition that none follows, unless the role was taken off the site."""
    is_last = Q(live_until__isnull=True) | Q(live_until=F("expires_at"))
    return Edition.objects.filter(is_last, role__slug=kit.slug).select_related("role").order_by("-number").first()


def _is_edited(kit: Kit) -> bool:
    """Whether a person has published the newest edition, and not a load."""
    newest = Edition.objects.filter(role__slug=kit.slug).order_by("-number").first()
    return newest is not None and bool(newest.publisher)


def _is_offered(kit: Kit) -> bool:
    """Whether the kit waits as the draft of a role that somebody has published on the desk."""
    if not _is_edited(kit):
        return False
    try:
        return load_kit(Role.objects.get(slug=kit.slug)) == kit
    except KitError:
        return False


def _has_draft(role: Role) -> bool:
    """Whether the working copy has words of its own that its newest edition hasn't. Those of its author and sources,
    which other roles share, are looked at by themselves.
    """
    newest = newest_edition(role)
    try:
        return newest is None or _put_words(newest.kit, _list_words(kit := load_kit(role))) != kit
    except KitError:
        return True


def _list_words(kit: Kit) -> dict[str, KitAuthor | KitSource]:
    """The author and the sources of a kit, by the kind and slug of each."""
    return {_name_words(part): part for _, part in list_shared_parts(kit)}


def _name_words(part: KitAuthor | KitSource) -> str:
    return f"{'author' if isinstance(part, KitAuthor) else 'source'} {part.slug}"


def _put_words(kit: Kit, words: Mapping[str, KitAuthor | KitSource]) -> Kit:
    """A kit with other words for those of its author and sources that are among `words`."""
    author, *sources = (words.get(_name_words(part), part) for _, part in list_shared_parts(kit))
    return msgspec.structs.replace(kit, author=author, sources=sources)


def _find_words_to_keep(kits: Iterable[Kit]) -> dict[str, KitAuthor | KitSource]:
    """The authors and sources that kits tell otherwise and that somebody has changed on the desk, as they are there.
    Raises KitFileError where such a change isn't published. One query for each, and two more for one that differs.
    """
    kept: dict[str, KitAuthor | KitSource] = {}
    lost: list[str] = []
    for part in {_name_words(part): part for kit in kits for _, part in list_shared_parts(kit)}.values():
        row = read_shared(part)
        if row is None or row == part:
            continue
        first = _find_first_to_say(row)
        if first is None and find_roles_using(row).exists():
            lost.append(f"{_name_words(part)}: this has changes in admin that aren't published.")
        elif first and first.publisher:
            kept[_name_words(part)] = row
    if lost:
        advice = "Publish a role that uses it, or load with --overwrite to drop them."
        raise KitFileError("\n".join(f"{line} {advice}" for line in lost))
    return kept


def _find_first_to_say(part: KitAuthor | KitSource) -> Edition | None:
    """The first edition that has these words for an author or a source, which tells whose they are."""
    editions = Edition.objects.filter(kit_json__contains=f'"{part.slug}"').order_by("pk")
    return next((edition for edition in editions if part in _list_words(edition.kit).values()), None)


def _refuse_to_lose_a_draft(kit: Kit) -> None:
    role = Role.objects.filter(slug=kit.slug).first()
    if role and _has_draft(role):
        raise KitFileError(
            f"{kit.slug}: this role has changes in admin that aren't published. "
            "Publish or undo them first, or load with --overwrite to drop them."
        )
