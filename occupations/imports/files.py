"""The files of an O*NET release, in a folder or a zip file. Their sizes are limited before anything is unpacked."""

import gzip
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

MARKER = "Occupation Data"  # the table that every release has
EDITIONS = (".txt", ".txt.gz", ".xlsx")  # where a folder has a table twice, the first of them
LARGEST_TABLE = 150_000_000  # bytes, unpacked; the largest that is read has 12 million
MOST_FILES = 2_000
DAMAGE_ERRORS = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, RuntimeError, NotImplementedError)


class ReleaseError(Exception):
    """A release that can't be imported; the message says where and why."""


class ReleaseFile(NamedTuple):
    """A file of a release: its name in messages, and a function that reads it and may raise ReleaseError."""

    label: str
    read: Callable[[], bytes]


def list_files(path: Path) -> dict[str, ReleaseFile]:
    """The tables in a folder or a zip file, by name. Raises ReleaseError where the path leads to neither."""
    if not path.exists():
        raise ReleaseError(f"{path}: there is no such file or folder.")
    return _list_folder(path) if path.is_dir() else _list_zip(path)


def _split_name(name: str) -> tuple[str, str] | None:
    """The table's name and its edition, None for a file that is no table."""
    edition = next((edition for edition in EDITIONS if name.lower().endswith(edition)), None)
    return (name[: -len(edition)], edition) if edition else None


def _list_folder(folder: Path) -> dict[str, ReleaseFile]:
    """The tables of a folder, or of the one folder in it that has any."""
    folders = [folder, *sorted(path for path in folder.iterdir() if path.is_dir())]
    found = next((files for files in map(_list_tables, folders) if MARKER.casefold() in map(str.casefold, files)), {})
    return {name: ReleaseFile(path.name, partial(read_path, path)) for name, path in found.items()}


def _list_tables(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for edition in EDITIONS:
        for path in sorted(folder.iterdir()):
            split = _split_name(path.name)
            if split and split[1] == edition and path.is_file():
                found.setdefault(split[0], path)
    return found


def read_path(path: Path) -> bytes:
    """The bytes of a file, decompressed where it is a .gz file. Raises ReleaseError where it is
    damaged or too large.
    """
    with path.open("rb") as file:
        if path.suffix != ".gz":
            return _read_limited(path.name, file)
        try:
            return _read_limited(path.name, gzip.GzipFile(fileobj=file))
        except DAMAGE_ERRORS as error:
            raise ReleaseError(f"{path.name}: the file is damaged ({error}). Download it again.") from error


def _read_limited(label: str, file: Any) -> bytes:
    content: bytes = file.read(LARGEST_TABLE + 1)
    if len(content) > LARGEST_TABLE:
        raise ReleaseError(f"{label}: it has more than {LARGEST_TABLE:,} bytes, more than any table of O*NET.")
    return content


def _list_zip(path: Path) -> dict[str, ReleaseFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except DAMAGE_ERRORS as error:
        raise ReleaseError(f"{path}: this isn't a folder or a zip file, or it is damaged ({error}).") from error
    if len(members) > MOST_FILES:
        raise ReleaseError(f"{path}: it contains {len(members):,} files, more than any release of O*NET.")
    found: dict[str, ReleaseFile] = {}
    for member in members:
        split = _split_name(PurePosixPath(member.filename).name)
        if split is None or member.is_dir() or "__MACOSX" in member.filename:
            continue
        if split[0] in found:
            raise ReleaseError(f"{path}: it contains {split[0]!r} twice. Name one edition of one release.")
        found[split[0]] = ReleaseFile(PurePosixPath(member.filename).name, partial(_read_member, path, member))
    return found


def _read_member(path: Path, member: zipfile.ZipInfo) -> bytes:
    """A file of the zip. zipfile gives no more bytes than it declares, so that a bomb can't hide its size."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            packed = gzip.GzipFile(fileobj=file) if member.filename.endswith(".gz") else file
            return _read_limited(member.filename, packed)
    except DAMAGE_ERRORS as error:
        raise ReleaseError(f"{member.filename}: the file is damaged ({error}). Download it again.") from error
