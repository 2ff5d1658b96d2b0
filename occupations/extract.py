"""The extract that ships: facts and figures of one O*NET release without a sentence of it, and the projections.

`onet.json.xz` is an OnetRelease and `projections.json.xz` a list of Outlooks, each as compressed JSON. Both are made
from the original files by `manage.py make_occupation_extract`, byte for byte the same each time.
"""

import lzma
from pathlib import Path

import msgspec

from occupations.facts import OnetRelease, Outlook, encode_release

EXTRACT = Path(__file__).parent / "data"
ONET_FILE, PROJECTIONS_FILE = "onet.json.xz", "projections.json.xz"


def write_extract(release: OnetRelease, outlooks: list[Outlook], folder: Path = EXTRACT) -> list[Path]:
    """Write the release without O*NET's texts, and the projections, as compressed files. Makes the folder where it is
    missing. Returns their paths.
    """
    bare = msgspec.structs.replace(
        release,
        occupations=tuple(msgspec.structs.replace(record, text=None) for record in release.occupations),
    )
    contents = {ONET_FILE: encode_release(bare), PROJECTIONS_FILE: msgspec.json.encode(outlooks)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(lzma.compress(content, preset=9))
    return [folder / name for name in contents]


def read_extract(name: str, folder: Path = EXTRACT) -> bytes:
    """The JSON in a shipped file, decompressed, as bytes."""
    return lzma.decompress((folder / name).read_bytes())
